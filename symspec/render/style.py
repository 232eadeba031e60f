"""The style sheet of HTML proofs: dark and light, narrow and wide, and on paper."""

from __future__ import annotations

PAGE_STYLE = """:root { --ink: #1b1b1f; --paper: #fdfdfb; --soft: #5c5f66;
  --line: #d9d9d4; --tint: #f1f3f6; --link: #0b57a4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e4e2; --paper: #17181b; --soft: #a3a7ae;
  --line: #3a3d42; --tint: #22252a; --link: #8ab8ee; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 Georgia, "Times New Roman",
  serif; }
main.symspec { max-width: 44em; margin: 0 auto; padding: 1.2em 1em 3em; }
@media print { :root { --ink: #000; --paper: #fff; --soft: #333; --line: #bbb; --tint: #fff; --link: #000; }
  body { font-size: 11pt; } main.symspec { max-width: none; padding: 0; } }
"""
STYLE = """.symspec math { font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", math; }
.symspec h1 { font-size: 1.35em; line-height: 1.25; margin: 0 0 1em; }
.symspec h2, .symspec h3, .symspec h4 { display: inline; font-size: 1.08em; }
.symspec .legend h2, .symspec .legend h3 { display: block; font-size: 1em; margin: 2em 0 .5em; }
.symspec details { border-top: 1px solid var(--line, #8886); margin: 1.2em 0; padding-top: .6em; }
.symspec summary { cursor: pointer; }
.symspec p { margin: .6em 0; }
.symspec .goal { background: var(--tint, #8881); border-left: 4px solid var(--link, #48c);
  padding: .6em .9em; }
.symspec .head { font-weight: bold; }
.symspec .check { color: var(--soft, inherit); font-size: .94em; border-left: 2px solid var(--line, #8886);
  padding-left: .8em; }
.symspec .check .head { font-weight: normal; font-style: italic; }
.symspec .conclusion { font-weight: bold; }
.symspec .qed { float: right; font-weight: normal; letter-spacing: .06em; }
.symspec .ref { color: var(--soft, inherit); font-size: .82em; font-weight: normal; white-space: nowrap; }
.symspec .ref a { color: inherit; text-decoration: none; }
.symspec .ref a:hover { color: var(--link, inherit); text-decoration: underline; }
.symspec .display { display: flex; align-items: flex-end; gap: 1em; margin: .7em 0 .9em 1.2em; }
.symspec .formulas { flex: 1 1 auto; min-width: 0; overflow-x: auto; overflow-y: hidden; }
.symspec .row { display: flex; flex-wrap: wrap; align-items: center; gap: .4em 2.2em; padding: .25em 0; }
.symspec .row math { margin: 0; text-align: left; width: max-content; }
.symspec .keep { white-space: nowrap; }
.symspec .wide { display: inline-block; max-width: 100%; overflow-x: auto; overflow-y: hidden;
  vertical-align: middle; }
.symspec mtable.chain mtd.left { text-align: right; text-align: -webkit-right; padding-right: 0; }
.symspec mtable.chain mtd.right { text-align: left; text-align: -webkit-left; padding-left: .3em; }
.symspec mtd.bar { border-left: 1px solid currentColor; padding-left: .5em; }
.symspec mrow.changed { background: var(--mark, #fd06); font-weight: bold;
  border-bottom: 2px solid currentColor; }
.symspec .hint { border-top: none; margin: .3em 0 .6em; padding-top: 0; color: var(--soft, inherit); }
.symspec mtable.table mtd { text-align: right; text-align: -webkit-right; padding-right: .5em; }
.symspec .pictures { display: flex; flex-wrap: wrap; gap: 1em; margin: 1.5em 0; }
.symspec figure { flex: 1 1 18em; margin: 0; min-width: 0; }
.symspec figure svg { width: 100%; height: auto; }
.symspec dl { display: grid; grid-template-columns: 3em 1fr; gap: .25em .4em; font-size: .92em; margin: 0; }
.symspec dd { margin: 0; min-width: 0; }
.symspec dt:target, .symspec dt:target + dd { background: var(--tint, #8882); }
@media (max-width: 30em) { .symspec .display { display: block; margin-left: .3em; } }
@media print { .symspec details, .symspec .display, .symspec p { break-inside: avoid-page; }
  .symspec summary { list-style: none; } .symspec .formulas, .symspec .wide { overflow: visible; } }
"""
