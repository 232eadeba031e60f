"""Gershgorin discs as people list them: D(10, 2), |z - 10| <= 2, (10, 2), "centre -149, R = 50+154"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from symspec.errors import ParseError
from symspec.exercises import words
from symspec.exercises.decimals import is_decimal
from symspec.exercises.matrices import MatrixReader, Scalar
from symspec.exercises.polynomial_answer import letters
from symspec.exercises.refusal import refused
from symspec.exercises.shapes import BRACKETED
from symspec.exercises.substitution import substituted
from symspec.exercises.values import is_number
from symspec.syntax.tree import (
    Answer,
    Call,
    ListOf,
    Name,
    Neg,
    Node,
    Product,
    Relation,
    Remark,
    Rows,
    SetOf,
    Statement,
    Sum,
    TupleOf,
    Word,
)

_ROWS = frozenset("row rows line lines ligne lignes linie linii linia liniile rând rânduri row-wise".split())
_COLUMNS = frozenset("column columns col cols colonne colonnes coloană coloane coloana coloanele".split())
_CENTRE = frozenset(
    "centre centres center centers centru centre: centrul centrele centered centred c a".split()
)
_RADIUS = frozenset("radius radii rayon rayons rază raza raze razele r".split())


@dataclass(frozen=True, slots=True)
class Disc:
    """{z: |z - centre| <= radius}."""

    centre: Scalar
    radius: Scalar
    decimal: bool

    def __str__(self) -> str:
        return f"D({self.centre}, {self.radius})"


@dataclass(frozen=True, slots=True)
class DiscsAnswer:
    """The discs in the order given; `by` is "rows", "columns" or "" where neither is said."""

    discs: tuple[Disc, ...]
    by: str

    @property
    def echo(self) -> str:
        """How it was understood."""
        return ", ".join(map(str, self.discs)) + (f" by {self.by}" if self.by else "")


def discs_answer(tree: Answer, reader: MatrixReader) -> DiscsAnswer:
    """The discs.

    Raises:
        ParseError: none can be made out, or a centre without a radius.
    """
    found = _all_events(tree, reader)
    discs = [x for x in found if isinstance(x, Disc)]
    centres = [x for x in found if isinstance(x, tuple) and x[0] == "centre"]
    radii = [x for x in found if isinstance(x, tuple) and x[0] == "radius"]
    if len(centres) != len(radii) or not (discs or centres):
        raise refused("gershgorin.unreadable", reader.text, 0)
    for (_, c, d), (_, r, e) in zip(centres, radii, strict=True):
        discs.append(Disc(c, r, d or e))
    spoken = set(words.line(tree).split())
    by = "rows" if spoken & _ROWS else "columns" if spoken & _COLUMNS else ""
    return DiscsAnswer(tuple(discs), "" if spoken & _ROWS and spoken & _COLUMNS else by)


_Event = Disc | tuple[str, Scalar, bool]


def _all_events(tree: Answer, reader: MatrixReader) -> list[_Event]:
    """In `centres 10, 8; radii 2, 3` a bare number is what the number before it was."""
    found: list[_Event] = []
    for node in tree.statements:
        if isinstance(node, ListOf) and len(node.items) == 2 and all(map(is_number, node.items)):
            message = "[a, b] could be an interval or a centre with its radius. Write D(10, 2)."
            raise ParseError(message, text=reader.text, position=node.position)
        last = found[-1] if found else None
        if is_number(node) and isinstance(last, tuple):
            found.append((last[0], reader.number(node), is_decimal(node)))
        else:
            found += _events(node, reader)
    return found


def _events(node: Node, reader: MatrixReader) -> Iterator[_Event]:
    match node:
        case Call("D" | "B", (c, r)):
            yield _disc(c, r, reader)
        case Product((Name(name), TupleOf() as pair)) if name.partition("_")[0] in ("D", "B", "K", "G", "C"):
            yield from _events(pair, reader)
        case Remark(content):
            for statement in content.statements:
                yield from _events(statement, reader)
        case Statement(parts):
            yield from _spoken(parts, reader)
        case Relation():
            yield from _relation(node, reader)
        case Sum(items) | Rows((items,)):  # D(1, 2) + .. as a union, one row of pairs
            for item in items:
                yield from _events(item, reader)
        case Rows(rows):
            for row in rows:
                if len(row) == 2 and all(map(is_number, row)):
                    yield _disc(row[0], row[1], reader)
        case ListOf(items) | TupleOf(items) | SetOf(items):
            if len(items) == 2 and all(map(is_number, items)):
                yield _disc(items[0], items[1], reader)
            else:
                for item in items:
                    yield from _events(item, reader)


def _disc(c: Node, r: Node, reader: MatrixReader) -> Disc:
    return Disc(reader.number(c), reader.number(r), is_decimal(c) or is_decimal(r))


def _relation(node: Relation, reader: MatrixReader) -> Iterator[_Event]:
    """|z - 10| <= 2; D_1 = D(10, 2); R = 50 + 154; c_1 = 10."""
    first, last = node.operands[0], node.operands[-1]
    if isinstance(first, Call) and first.function == "abs" and node.signs[0] in ("<=", "<"):
        if is_number(last):
            yield Disc(_centre(first.arguments[0], reader), reader.number(last), is_decimal(node))
        return
    if isinstance(first, Name) and is_number(last):
        kind = _kind(first.name.partition("_")[0])
        if kind:
            yield (kind, reader.number(last), is_decimal(last))
        return
    if not is_number(last):
        yield from _events(last, reader)


def _kind(word: str) -> str:
    if word in ("R", "r", "rho", "ρ") or word in _RADIUS:
        return "radius"
    return "centre" if word in ("c", "C", "a", "O", "z") or word in _CENTRE else ""


def _centre(node: Node, reader: MatrixReader) -> Scalar:
    """10 for z - 10, lambda - 10, 10 - z and z."""
    letter = next((x for x in _letters(node) if not is_number(Name(x))), "")
    rest = substituted(node, {letter: Fraction(0)}) if letter else node
    if not letter or not is_number(rest):
        raise refused("gershgorin.form", reader.text, node.position)
    value = reader.number(rest)
    reader.used.append(node)
    subtracted = isinstance(node, Sum) and any(isinstance(t, Neg) and _letters(t) for t in node.terms)
    return value if subtracted else -value


def _letters(node: Node) -> list[str]:
    return sorted(letters(node))


def _spoken(parts: tuple[Node, ...], reader: MatrixReader) -> Iterator[_Event]:
    """centre -149, radius 204: a word says what the numbers behind it are."""
    kind = ""
    for part in parts:
        if isinstance(part, Word):
            kind = _kind(part.text) if _kind(part.text) and len(part.text) > 1 else kind
        elif kind and is_number(part):
            yield (kind, reader.number(part), is_decimal(part))
        elif kind and isinstance(part, BRACKETED) and all(map(is_number, part.items)):
            yield from ((kind, reader.number(x), is_decimal(x)) for x in part.items)
            kind = ""
        else:
            yield from _events(part, reader)
