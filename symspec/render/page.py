"""The sentences of a proof with their fields in place, as words and formulas."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from symspec.languages import Notation, Vocabulary
from symspec.notation.exact import number_box
from symspec.notation.formula import Number, Symbol
from symspec.notation.localized import localized
from symspec.notation.sentence import Formula, Piece, Place, pieces
from symspec.notation.tokens import FIRST_FIELD
from symspec.proof.elimination import Combination
from symspec.proof.formula import Relation
from symspec.proof.steps import Approximate, Eigenvalue, Field, Fields, Roots
from symspec.render.by_hand_boxes import operation_box
from symspec.render.formula_box import approximate_box, expression_box, relation_box, roots_box

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Page:
    """The words of one language, the notation, and the claims that can be cited."""

    words: Vocabulary
    notation: Notation
    claims: tuple[object, ...]


def filled(page: Page, code: str, fields: Fields) -> tuple[Piece, ...]:
    """The sentence of that code, with its fields in place."""
    counts = {name: value for name, value in fields if isinstance(value, int)}
    template = page.words.template(code, counts)
    return with_places(page, template, {name: _place(page, value) for name, value in fields})


def with_places(page: Page, template: str, places: Mapping[str, Place]) -> tuple[Piece, ...]:
    """The template with its places filled."""
    found = {"x": Symbol(page.notation.variable), **places}
    names = list(found)
    marked = _PLACE.sub(lambda m: chr(FIRST_FIELD + names.index(m[1])), template)
    return localized_pieces(page, marked, list(found.values()))


def localized_pieces(page: Page, sentence: str, places: Sequence[Place] = ()) -> tuple[Piece, ...]:
    """Words and formulas, these in the notation of the page."""
    found = pieces(sentence, places, page.words.lang)
    return tuple(
        Formula(localized(piece.box, page.notation)) if isinstance(piece, Formula) else piece
        for piece in found
    )


def _place(page: Page, value: Field) -> Place:
    match value:
        case tuple():
            return _listed(page, [_item(page, item) for item in value])
        case Eigenvalue(z, m) if m > 1:
            code = "times_two" if m == 2 else "times_many"
            return with_places(
                page,
                page.words.template(code, {"count": m}),
                {"value": number_box(z), "count": Number(str(m))},
            )
        case Eigenvalue(z, _):
            return number_box(z)
        case int():
            return number_box(value)
        case Roots(polynomial):
            return roots_box(polynomial)
        case Approximate():
            return approximate_box(value, page.notation.decimal_point)
        case Combination():
            return localized(operation_box(value), page.notation)
        case Relation():
            return relation_box(value, page.notation)
        case _:
            return expression_box(value, page.notation)


def _item(page: Page, value: Field) -> tuple[Piece, ...]:
    place = _place(page, value)
    return place if isinstance(place, tuple) else (Formula(place),)


def _listed(page: Page, items: list[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """a; a and b; a, b, and c."""
    if len(items) == 1:
        return items[0]
    if len(items) == 2:
        return with_places(page, page.words["two"], {"first": items[0], "second": items[1]})
    *first, last = items
    text = first[0]
    for item in first[1:]:
        text = with_places(page, page.words["more"], {"first": text, "second": item})
    return with_places(page, page.words["last"], {"first": text, "second": last})
