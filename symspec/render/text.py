"""Proofs as plain text, at most 80 columns wide."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import CLAIM_NAMES
from symspec.languages import Notation, Vocabulary, notation_of, require_language
from symspec.proof.elimination import Combination
from symspec.proof.entries import Entries
from symspec.proof.formula import Call, Expr, Literal, Named, Relation
from symspec.proof.steps import (
    Approximate,
    Check,
    Conclusion,
    Display,
    Division,
    Eigenvalue,
    Field,
    Fields,
    Leaf,
    ProofTree,
    Reason,
    Remark,
    Roots,
    RowReduction,
    SchurCohnTable,
    Section,
    Sentence,
    Step,
    theorems_cited,
)
from symspec.render.by_hand_boxes import entries_of_side
from symspec.render.by_hand_text import division_box, operation_text, reduction_box, shown_entries
from symspec.render.formula_text import (
    GLUE,
    SIGNS,
    approximate_text,
    number_text,
    relation_text,
    roots_text,
    side_text,
)
from symspec.render.layout import Box, beside, indented, matrix_box, paragraph, rows_of, signs_kept, width_of
from symspec.render.phrases import phrases
from symspec.render.theorem_words import theorem_in

WIDTH = 80
INDENT = 3
SHORT = 40
# The sign that ends a sentence, in French with the space before it.
_END = re.compile("\u00a0?[.,:;?!]$")


@dataclass(frozen=True, slots=True)
class Page:
    """The words of one language, the notation, the claims that can be cited, and the room for lines."""

    words: Vocabulary
    notation: Notation
    claims: tuple[object, ...]
    width: int


def proof_text(proof: ProofTree, lang: str = "en", notation: str | None = None) -> str:
    """The proof as text, in the notation of that name; in the one of the language if none is given.

    Raises:
        InputError: there are no sentences in that language, or no such notation.
    """
    require_language(lang)
    page = Page(phrases(lang), notation_of(notation or lang), proof.certificate.claims, WIDTH)
    blocks = [_given(page, proof), _goal(page, proof.goal), *_steps(page, proof.steps), *_legend(page, proof)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _given(page: Page, proof: ProofTree) -> Box:
    head = page.words["given"] + GLUE * 3
    return _relation_box(
        page, Relation((Named("A", proof.given), Literal(proof.given)), ("=",)), page.width, head
    )


def _goal(page: Page, goal: Sentence) -> Box:
    text = paragraph(f"{page.words['claim']} {_filled(page, goal.code, goal.fields)}", page.width)
    shown = [_relation_box(page, relation, page.width - INDENT) for relation in goal.checks]
    return (*text, *(line for box in shown for line in indented(box, INDENT)))


# -- steps -----------------------------------------------------------------------------------


def _steps(page: Page, steps: tuple[Step, ...], before: str = "") -> list[Box]:
    """One block for each section and sub-section; leaves outside sections come together in one block."""
    blocks: list[Box] = []
    loose: list[Leaf] = []
    count = 0
    for step in steps:
        if isinstance(step, Section):
            count += 1
            blocks += [_leaves(page, tuple(loose), INDENT if before else 0)] if loose else []
            loose = []
            blocks += _section(page, step, f"{before}{count}.")
        else:
            loose.append(step)
    return blocks + ([_leaves(page, tuple(loose), INDENT if before else 0)] if loose else [])


def _section(page: Page, section: Section, number: str) -> list[Box]:
    """The title with the hint and the first leaves, then the sub-sections."""
    title = paragraph(f"{number} {_filled(page, f'section.{section.code}', section.fields)}", page.width)
    first = next((k for k, step in enumerate(section.steps) if isinstance(step, Section)), len(section.steps))
    flat = tuple(step for step in section.steps[:first] if not isinstance(step, Section))
    shown = section.hint
    hint = _hint(page, shown) if shown else ()
    return [(*title, *hint, *_leaves(page, flat, INDENT)), *_steps(page, section.steps[first:], number)]


def _hint(page: Page, hint: Sentence) -> Box:
    text = f"{page.words['hint']} {_filled(page, hint.code, hint.fields)}"
    return indented(paragraph(text, page.width - INDENT), INDENT)


def _leaves(page: Page, leaves: tuple[Leaf, ...], indent: int) -> Box:
    """Sentences that follow one another run on; everything else stands on lines of its own."""
    width, running = page.width - indent, ""
    lines: list[str] = []
    for leaf, following in zip_longest(leaves, leaves[1:]):
        if isinstance(leaf, Sentence | Remark):
            running += (" " if running else "") + _sentence(page, leaf, following)
            continue
        lines += paragraph(running, width) if running else ()
        running = ""
        lines += _block(page, leaf, width)
    lines += paragraph(running, width) if running else ()
    return indented(tuple(lines), indent)


def _block(page: Page, leaf: Leaf, width: int) -> Box:
    match leaf:
        case Display(checks, because):
            boxes = [_relation_box(page, relation, width - INDENT) for relation in checks]
            return indented(
                _with_citation(rows_of(boxes, width - INDENT), _cited(page, because), width - INDENT), INDENT
            )
        case Check(checks, because):
            text = page.words["also"].join(_checked(page, relation) for relation in checks)
            head = page.words["check"]
            return paragraph(f"{head} {text}.{_cited(page, because)}", width, "", " " * (len(head) + 1))
        case RowReduction(reduction, because, name):
            head = f"{side_text(name, page.notation)} = ".replace(GLUE, " ") if name else ""
            box, names = reduction_box(reduction, width - INDENT, page.notation, head)
            where = _where(page, names, width - INDENT)
            return indented(_with_citation((*box, *where), _cited(page, because), width - INDENT), INDENT)
        case Division(_, _, because):
            return indented(
                _with_citation(division_box(leaf, page.notation), _cited(page, because), width - INDENT),
                INDENT,
            )
        case SchurCohnTable(rows, because):
            return indented(_with_citation(_table(rows), _cited(page, because), width - INDENT), INDENT)
        case Conclusion():
            return paragraph(f"{_sentence(page, leaf)}{GLUE * 2}{page.words['qed']}", width)
    raise AssertionError("a sentence runs on")


def _sentence(page: Page, leaf: Sentence | Remark | Conclusion, following: Leaf | None = None) -> str:
    """The sentence; its citation is left to the next sentence when that one cites the same."""
    text = _filled(page, leaf.code, leaf.fields)
    if isinstance(following, Sentence | Remark) and set(following.because) == set(leaf.because):
        return text
    end = _END.search(text)
    sign = end[0] if end else ""
    return text.removesuffix(sign) + _cited(page, leaf.because) + sign


def _checked(page: Page, relation: Relation) -> str:
    text = relation_text(relation, page.notation)
    if not relation.at:
        return text
    values = f",{GLUE}".join(map(str, relation.at))
    return f"{text} {page.words['for_n'].format(values=values)}"


def _cited(page: Page, because: tuple[Reason, ...]) -> str:
    """[2, c1]: theorem 2 and the first claim of the certificate."""
    numbers = sorted({r for r in because if isinstance(r, int)})
    claims = sorted({page.claims.index(r) + 1 for r in because if not isinstance(r, int)})
    return f" [{f',{GLUE}'.join([*map(str, numbers), *(f'c{k}' for k in claims)])}]"


def _with_citation(box: Box, citation: str, width: int) -> Box:
    """The citation at the end of the last line, or under it."""
    *before, last = box
    if len(last) + 2 + len(citation) <= width:
        return (*before, f"{last}  {citation}".replace(GLUE, " "))
    return (*box, citation.replace(GLUE, " ").strip())


def _table(rows: tuple[tuple[int, ...], ...]) -> Box:
    """Leading coefficient first, and the comparison that each row makes."""
    shown = [[str(c) for c in reversed(row)] for row in rows]
    widths = [max((len(row[j]) for row in shown if j < len(row)), default=0) for j in range(len(shown[0]))]
    lines = ["  ".join(x.rjust(w) for x, w in zip(row, widths, strict=False)) for row in shown]
    room = max(map(len, lines))
    return tuple(
        f"{line.ljust(room)}    {abs(row[0])} < {abs(row[-1])}" for line, row in zip(lines, rows, strict=True)
    )


# -- fields ----------------------------------------------------------------------------------


def _filled(page: Page, code: str, fields: Fields) -> str:
    """The sentence with its fields in place; the words between them may be broken, glued fields not."""
    counts = {name: value for name, value in fields if isinstance(value, int)}
    template = page.words.template(code, counts).replace("infinity", page.words["infinity"])
    template = page.notation.text(signs_kept(template))
    return template.format(x=page.notation.variable, **{name: _field(page, value) for name, value in fields})


def _field(page: Page, value: Field) -> str:
    match value:
        case tuple():
            return _listed(page, [_field(page, item) for item in value])
        case int():
            return str(value)
        case Roots(polynomial):
            return roots_text(polynomial)
        case Approximate():
            return approximate_text(value, page.notation.decimal_point)
        case Eigenvalue(z, m):
            code = "times_two" if m == 2 else "times_many"
            return (
                number_text(z)
                if m == 1
                else page.words.template(code, {"count": m})
                .format(value=number_text(z), count=m)
                .replace(" ", GLUE)
            )
        case Combination():
            return page.notation.text(operation_text(value)).replace(" ", GLUE)
        case Relation():
            text = relation_text(value, page.notation)
            return text.replace(" ", GLUE) if len(text) <= SHORT else text
        case _:
            return side_text(value, page.notation)


def _listed(page: Page, items: list[str]) -> str:
    """a; a and b; a, b, and c."""
    if len(items) == 1:
        return items[0]
    if len(items) == 2:
        return page.words["two"].format(first=items[0], second=items[1])
    *first, last = items
    text = first[0]
    for item in first[1:]:
        text = page.words["more"].format(first=text, second=item)
    return page.words["last"].format(first=text, second=last)


# -- displayed formulas ----------------------------------------------------------------------


def _relation_box(page: Page, relation: Relation, width: int, head: str = "") -> Box:
    """The relation in one line, or with its matrices as blocks of aligned columns."""
    if not any(_is_block(side) for side in relation.sides):
        return _chain_box(page, relation, width, head)
    boxes: list[Box] = []
    names: list[str] = []
    text = head
    for k, side in enumerate(relation.sides):
        text += f" {SIGNS[relation.signs[k - 1]]} " if k else ""
        if not _is_block(side):
            text += side_text(side, page.notation)
            continue
        if (given := entries_of_side(side)) is not None:
            text += "det " if isinstance(side, Call) else ""
            used = sum(map(width_of, boxes)) + len(text)
            grid, listed = shown_entries(given, max(width - used, width - INDENT), page.notation)
            boxes += [(text.replace(GLUE, " "),), grid or (_too_large(page, given),)]
            names += listed
            text = ""
            continue
        assert isinstance(side, Literal) and isinstance(side.value, ExactMatrix)
        used = sum(map(width_of, boxes)) + len(text)
        box, named = matrix_box(side.value, max(width - used, width // 2))
        boxes += [(text.replace(GLUE, " "),), box or (_too_large(page, side.value),)]
        names += named
        text = ""
    boxes += [(text.replace(GLUE, " "),)] if text else []
    laid = beside(boxes)
    if width_of(laid) > width:
        laid = tuple(line for box in boxes for line in _under_each_other(box, width))
    return (*laid, *_where(page, names, width))


def _where(page: Page, names: list[str], width: int) -> Box:
    """What the names of long entries stand for."""
    return paragraph(page.words["with"].format(names="; ".join(names)), width) if names else ()


def _under_each_other(box: Box, width: int) -> Box:
    """A line, broken where it is too long, or a matrix set in."""
    if len(box) > 1:
        return indented(box, INDENT)
    return paragraph(box[0], width, "", " " * INDENT) if len(box[0]) > width else box


def _chain_box(page: Page, relation: Relation, width: int, head: str) -> Box:
    """a = b = c in one line, or with the further sides under the first sign."""
    whole = head + relation_text(relation, page.notation)
    if len(whole) <= width:
        return (whole.replace(GLUE, " "),)
    first, second, *others = (side_text(side, page.notation) for side in relation.sides)
    margin = len(head + first) + 1
    if margin > width // 2:  # no room beside the first side
        margin, others = INDENT, [second, *others]
        lines, signs = list(paragraph(head + first, width, "", " " * INDENT)), relation.signs
    else:
        start = f"{head}{first} {SIGNS[relation.signs[0]]}{GLUE}{second}"
        lines, signs = list(paragraph(start, width, "", " " * (margin + 2))), relation.signs[1:]
    for sign, side in zip(signs, others, strict=True):
        lines += paragraph(f"{SIGNS[sign]}{GLUE}{side}", width, " " * margin, " " * (margin + 2))
    return tuple(lines)


def _is_block(side: Expr) -> bool:
    return isinstance(side, Literal) and isinstance(side.value, ExactMatrix) or bool(entries_of_side(side))


def _too_large(page: Page, m: ExactMatrix | Entries) -> str:
    return f"({page.words['too_large'].format(order=m.shape[0])})"


# -- legend ----------------------------------------------------------------------------------


def _legend(page: Page, proof: ProofTree) -> list[Box]:
    theorems = [
        line for k in theorems_cited(proof.steps) for line in _entry(page, f"[{k}]", _statement(page, k))
    ]
    claims = [
        line
        for k, claim in enumerate(proof.certificate.claims, 1)
        for line in _entry(page, f"[c{k}]", page.words["claim." + CLAIM_NAMES[type(claim)]])
    ]
    return [(page.words["theorems"], *theorems) if theorems else (), (page.words["claims"], *claims)]


def _statement(page: Page, number: int) -> str:
    t = theorem_in(number, page.words.lang)
    return page.words["entry"].format(name=t.name, text=page.notation.text(signs_kept(t.short)))


def _entry(page: Page, label: str, text: str) -> Box:
    return paragraph(text, page.width, f"  {label.ljust(6)}", " " * 8)
