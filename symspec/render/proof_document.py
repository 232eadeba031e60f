"""A proof as a document: its sentences filled, its formulas as boxes, its long entries named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import assert_never

from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import CLAIM_NAMES
from symspec.languages import notation_of, require_language
from symspec.notation.exact import integer_box, matrix_box, number_box
from symspec.notation.formula import Box, Grid, Number, Operator, Script, Symbol, Upright, row, width
from symspec.notation.localized import localized
from symspec.notation.sentence import Formula, Piece, Reference, Words
from symspec.proof.entries import Entries
from symspec.proof.formula import Call, Expr, Literal, Named, Relation
from symspec.proof.steps import (
    Check,
    Conclusion,
    Display,
    Division,
    Leaf,
    ProofTree,
    Reason,
    Remark,
    RowReduction,
    SchurCohnTable,
    Section,
    Sentence,
    Step,
    theorems_cited,
)
from symspec.render.by_hand_boxes import (
    division_box,
    entries_of_side,
    fitted_grid,
    reduction_rows,
)
from symspec.render.document import (
    LINE,
    Block,
    Chain,
    Displayed,
    Document,
    Legend,
    Paragraph,
    Part,
    chain,
    set_off,
    side_by_side,
)
from symspec.render.formula_box import expression_box, relation_box
from symspec.render.page import Page, filled, localized_pieces, with_places
from symspec.render.phrases import phrases
from symspec.render.theorem_words import theorem_in

# Narrower entries of a matrix are never named.
MIN_NAMED = 5


def proof_document(proof: ProofTree, lang: str = "en", notation: str | None = None) -> Document:
    """The proof, ready to be printed by symspec.render.latex, html, markdown or typst.

    Args:
        proof: its steps.
        lang: the language of the words.
        notation: the name of a notation; the one of the language if none is given.

    Raises:
        InputError: there are no sentences in that language, or no such notation.
    """
    require_language(lang)
    page = Page(phrases(lang), notation_of(notation or lang), proof.certificate.claims)
    given = Relation((Named("A", proof.given), Literal(proof.given)), ("=",))
    blocks = (
        Paragraph((Words(page.words["given"]),)),
        *_display(page, (given,), ()),
        *_goal(page, proof.goal),
        *_steps(page, proof.steps),
        *_legends(page, proof),
    )
    return Document(page.words["document"], lang, blocks, page.words["qed"])


def _goal(page: Page, goal: Sentence) -> list[Block]:
    text = Paragraph(filled(page, goal.code, goal.fields), "goal", page.words["claim"])
    return [text, *_display(page, goal.checks, ())]


# -- steps -----------------------------------------------------------------------------------


def _steps(page: Page, steps: tuple[Step, ...], before: str = "") -> list[Block]:
    """Sections are numbered; leaves outside sections come together."""
    blocks: list[Block] = []
    loose: list[Leaf] = []
    count = 0
    for step in steps:
        if isinstance(step, Section):
            count += 1
            blocks += _leaves(page, tuple(loose))
            loose = []
            number = f"{before}{count}"
            title = filled(page, "section." + step.code, step.fields)
            inner = (*_hint(page, step.hint), *_steps(page, step.steps, f"{number}."))
            blocks.append(Part(number, title, inner))
        else:
            loose.append(step)
    return blocks + _leaves(page, tuple(loose))


def _hint(page: Page, hint: Sentence | None) -> list[Block]:
    """Set apart, so that it can be folded."""
    if hint is None:
        return []
    return [Paragraph(filled(page, hint.code, hint.fields), "hint", page.words["hint"])]


def _leaves(page: Page, leaves: tuple[Leaf, ...]) -> list[Block]:
    """Sentences that follow one another run on in one paragraph."""
    blocks: list[Block] = []
    running: list[Piece] = []
    for leaf, following in zip_longest(leaves, leaves[1:]):
        if isinstance(leaf, Sentence | Remark):
            running += [Words(" ")] if running else []
            running += _sentence(page, leaf, following)
            continue
        blocks += set_off(Paragraph(tuple(running)))
        running = []
        blocks += _block(page, leaf)
    return blocks + set_off(Paragraph(tuple(running)))


def _block(
    page: Page, leaf: Display | Check | SchurCohnTable | Conclusion | RowReduction | Division
) -> list[Block]:
    match leaf:
        case RowReduction(reduction, because, name):
            head = (expression_box(name), Operator("=")) if name else ()
            lines, names = reduction_rows(reduction, head)
            return [_lines(page, lines, _labels(page, because)), *_where(page, names)]
        case Division(_, _, because):
            return [_lines(page, (division_box(leaf),), _labels(page, because))]
        case Display(checks, because):
            return _display(page, checks, _labels(page, because))
        case Check(checks, because):
            return [_check(page, checks, _labels(page, because))]
        case SchurCohnTable(rows, because):
            return [Displayed(((Chain(((None, _table(rows)),)),),), _labels(page, because))]
        case Conclusion():
            return [Paragraph(tuple(_sentence(page, leaf)), "conclusion")]
    assert_never(leaf)


def _sentence(page: Page, leaf: Sentence | Remark | Conclusion, following: Leaf | None = None) -> list[Piece]:
    """The sentence; its citation is left to the next sentence when that one cites the same."""
    found = list(filled(page, leaf.code, leaf.fields))
    if isinstance(following, Sentence | Remark) and set(following.because) == set(leaf.because):
        return found
    end = found.pop() if found and isinstance(found[-1], Words) else Words("")
    assert isinstance(end, Words)
    cited = Reference(_labels(page, leaf.because))
    sign = re.search("\u00a0?.?$", end.text)
    last = sign[0] if sign else ""
    return [*found, Words(end.text.removesuffix(last) + "\u00a0"), cited, Words(last)]


def _check(page: Page, checks: tuple[Relation, ...], labels: tuple[str, ...]) -> Paragraph:
    found: list[Piece] = []
    for relation in checks:
        found += [Words(page.words["also"])] if found else []
        found.append(Formula(relation_box(relation, page.notation)))
        if relation.at:
            values = _listed_values(relation.at)
            found += [Words(" "), *with_places(page, page.words["for_n"], {"values": values})]
    return Paragraph((*found, Words(".\u00a0"), Reference(labels)), "check", page.words["check"])


def _listed_values(values: tuple[int, ...]) -> Box:
    parts = [part for n in values for part in (Operator(","), Number(str(n)))]
    return row(*parts[1:])


def _labels(page: Page, because: tuple[Reason, ...]) -> tuple[str, ...]:
    """2, c1: theorem 2 and the first claim of the certificate."""
    numbers = sorted({r for r in because if isinstance(r, int)})
    claims = sorted({page.claims.index(r) + 1 for r in because if not isinstance(r, int)})
    return (*map(str, numbers), *(f"c{k}" for k in claims))


def _lines(page: Page, lines: Iterable[Box], labels: tuple[str, ...]) -> Displayed:
    """The formulas in rows, as many in each as fit."""
    chains = [Chain(((None, localized(line, page.notation)),)) for line in lines]
    return Displayed(side_by_side(chains), labels)


def _table(rows: tuple[tuple[int, ...], ...]) -> Grid:
    """Leading coefficient first, and the comparison that each row makes."""
    columns = len(rows[0])
    return Grid(
        tuple(
            (*(number_box(c) for c in reversed(r)), *[row()] * (columns - len(r)), _comparison(r))
            for r in rows
        ),
        is_matrix=False,
    )


def _comparison(r: tuple[int, ...]) -> Box:
    return row(integer_box(abs(r[0])), Operator("<"), integer_box(abs(r[-1])))


# -- displayed formulas ----------------------------------------------------------------------


def _display(page: Page, relations: tuple[Relation, ...], labels: tuple[str, ...]) -> list[Block]:
    """The relations, then the entries of their matrices that had to be named."""
    if not relations:
        return []
    names: dict[str, Box] = {}
    chains = [chain([_side(page, side, names) for side in r.sides], r.signs) for r in relations]
    return [Displayed(side_by_side(chains), labels), *_where(page, names)]


def _where(page: Page, names: Mapping[str, Box]) -> list[Block]:
    """What the names of long entries stand for."""
    if not names:
        return []
    listed = [
        part for key, box in names.items() for part in (Words(page.words["also"]), _definition(key, box))
    ]
    text = with_places(page, page.words["with"], {"names": tuple(listed[1:])})
    return [Paragraph((*text, Words(".")), "names")]


def _definition(key: str, box: Box) -> Formula:
    return Formula(row(_name(key), Operator("="), box))


def _name(key: str) -> Box:
    return Script(Symbol("a"), below=Number(key))


def _side(page: Page, side: Expr, names: dict[str, Box]) -> Box:
    given = entries_of_side(side)
    if given is not None:
        grid = fitted_grid(given, names)
        box = localized(grid, page.notation) if grid else _too_large(page, given)
        return row(Upright("det"), box) if isinstance(side, Call) else box
    if isinstance(side, Literal) and isinstance(side.value, ExactMatrix):
        return _fitting(page, side.value, names)
    return expression_box(side, page.notation)


def _fitting(page: Page, m: ExactMatrix, names: dict[str, Box]) -> Box:
    """The matrix, its widest entries named as far as it must be to fit the line."""
    whole = matrix_box(m.tolist())
    if width(whole) <= LINE:
        return whole
    cells = [[number_box(x) for x in line] for line in m.tolist()]
    limits = sorted({width(x) for line in cells for x in line if width(x) >= MIN_NAMED}, reverse=True)
    for limit in limits:
        found = dict(names)
        grid = Grid(tuple(tuple(_shortened(x, limit, found) for x in line) for line in cells))
        if width(grid) <= LINE:
            names.update(found)
            return grid
    return _too_large(page, m)


def _too_large(page: Page, m: ExactMatrix | Entries) -> Box:
    return Upright(f"({page.words['too_large'].format(order=m.shape[0])})")


def _shortened(box: Box, limit: int, names: dict[str, Box]) -> Box:
    if width(box) < limit:
        return box
    key = next((k for k, known in names.items() if known == box), str(len(names) + 1))
    names[key] = box
    return _name(key)


# -- legends ---------------------------------------------------------------------------------


def _legends(page: Page, proof: ProofTree) -> Iterable[Block]:
    theorems = tuple((str(k), _statement(page, k)) for k in theorems_cited(proof.steps))
    claims = tuple(
        (f"c{k}", localized_pieces(page, page.words["claim." + CLAIM_NAMES[type(claim)]]))
        for k, claim in enumerate(proof.certificate.claims, 1)
    )
    cited = (Legend(page.words["theorems"], theorems),) if theorems else ()
    return (*cited, Legend(page.words["claims"], claims))


def _statement(page: Page, number: int) -> tuple[Piece, ...]:
    t = theorem_in(number, page.words.lang)
    return with_places(
        page, page.words["entry"], {"name": (Words(t.name),), "text": localized_pieces(page, t.short)}
    )
