"""What `prove` and `theorem` print or write: text, Markdown, LaTeX, HTML or PDF."""

from __future__ import annotations

import argparse
import dataclasses
import json
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from symspec.cli import OK
from symspec.errors import InputError
from symspec.theorems import THEOREMS, Theorem, foundations

GLUE = "\u00a0"

if TYPE_CHECKING:
    from symspec.analysis import Analysis


def format_arguments(parser: argparse.ArgumentParser) -> None:
    """--lang, --notation, --format and -o."""
    parser.add_argument("--lang", default="en", help="the language: en, fr or ro (default: en)")
    parser.add_argument("--notation", help="of formulas: en, fr or ro (default: that of the language)")
    parser.add_argument(
        "--format",
        default="text",
        metavar="FORMAT",
        help="text, markdown, latex, html or pdf (default: text)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE; a PDF needs it")


def prove_command(options: argparse.Namespace) -> int:
    """symspec prove MATRIX."""
    from symspec.analysis import analyze
    from symspec.cli.source import matrix_source
    from symspec.render.written import written

    if options.methods:
        return _put(_methods(analyze(matrix_source(options.matrix)), as_json=options.json), options.output)
    proof = analyze(matrix_source(options.matrix)).proof(
        method=options.method, detail=options.detail, lang=options.lang, notation=options.notation
    )
    if options.json:
        return _put(proof.to_json(), options.output)
    if options.format == "text":
        return _put(proof.to_text(), options.output)
    document = proof.illustrated if options.format in ("html", "pdf") else proof.document
    return _put(written(document, "", options.format), options.output)


def _methods(an: Analysis, *, as_json: bool) -> str:
    """The methods of proof in lines; those that apply to the matrix first."""
    from symspec.proof.build import method_admissions

    found = method_admissions(an.matrix, an.profile, an.behavior)
    if as_json:
        return json.dumps([dataclasses.asdict(a) for a in found], indent=2)
    lines = [_listed(a.name, a.summary) for a in found if a.applies]
    refused = [_listed(a.name, f"{a.objection}.") for a in found if not a.applies]
    return "\n".join([*lines, *(["", "These do not apply to this matrix:", *refused] if refused else [])])


def _listed(name: str, text: str) -> str:
    return textwrap.fill(f"{name:<16}{text}", 80, subsequent_indent=" " * 16, break_on_hyphens=False)


def theorem_command(options: argparse.Namespace) -> int:
    """symspec theorem [NAME]: one statement with its proof, or the list of all."""
    from symspec.render.theorem_words import theorem_in

    lang = options.lang
    if options.name is None:
        found = [theorem_in(t.number, lang) for t in THEOREMS]
        return _put(_theorems_json(found) if options.json else "\n".join(map(_line, found)), options.output)
    if options.json:
        return _put(_theorem_json(theorem_in(options.name, lang)), options.output)
    from symspec.render.theorem_document import theorem_document, theorem_lines, whole_document

    numbers = [t.number for t in foundations(options.name)] if options.whole else [options.name]
    if options.format == "text":
        lines = (line for k in numbers for line in theorem_lines(k, lang, options.notation))
        return _put("\n\n".join(map(_wrapped, lines)), options.output)
    from symspec.render.written import written

    document = (whole_document if options.whole else theorem_document)(options.name, lang, options.notation)
    return _put(written(document, "", options.format), options.output)


def _put(content: str | bytes, path: str | None) -> int:
    if path is None:
        if isinstance(content, bytes):
            raise InputError("a PDF is not printed; name a file by: -o FILE.pdf")
        print(content)
    elif isinstance(content, bytes):
        from symspec.atomic import write_bytes

        write_bytes(path, content)
    else:
        from symspec.atomic import write_whole

        write_whole(path, [content, "" if content.endswith("\n") else "\n"])
    return OK


def _line(found: Theorem) -> str:
    head = f"{found.number:>3}  {found.key}: "
    text = textwrap.fill(head + found.short, 80, subsequent_indent=" " * 5, break_on_hyphens=False)
    return text.replace(GLUE, " ")


def _wrapped(text: str) -> str:
    from symspec.render.layout import paragraph

    return "\n".join(paragraph(text, 80))


def _theorem_json(found: Theorem) -> str:
    return json.dumps(dataclasses.asdict(found), indent=2, ensure_ascii=False)


def _theorems_json(found: Sequence[Theorem]) -> str:
    listed = [{"number": t.number, "key": t.key, "name": t.name, "short": t.short} for t in found]
    return json.dumps(listed, ensure_ascii=False)
