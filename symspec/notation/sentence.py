"""Sentences with formulas in plain spelling, such as |A^n v| = |z|^n |v|: words and boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from symspec.notation.formula import (
    GREEK,
    SIGNS,
    Bar,
    Binomial,
    Box,
    Fence,
    Number,
    Operator,
    Quotient,
    Root,
    Row,
    Script,
    Symbol,
    Upright,
    row,
)
from symspec.notation.tokens import FIRST_FIELD, FUNCTIONS, Token, tokens

OVER = frozenset({"over", "sur", "peste"})


@dataclass(frozen=True, slots=True)
class Words:
    """Prose, with its spaces."""

    text: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in the line."""

    box: Box


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation: numbers of theorems, and c1, c2, .. for claims."""

    labels: tuple[str, ...]


Piece = Words | Formula | Reference
Place = Box | tuple[Piece, ...]
"""What stands in a place of a sentence: one formula, or words with formulas."""


def pieces(sentence: str, places: Sequence[Place] = (), lang: str = "en") -> tuple[Piece, ...]:
    """The sentence as words and formulas; the k-th place is the character chr(FIRST_FIELD + k).

    >>> pieces("Then p(A) v = 0 [3].")[1:]
    (Formula(box=Row(parts=(Symbol(name='p'), Fence(kind='(', inside=Symbol(name='A')), Symbol(name='v'), \
Operator(sign='='), Number(digits='0')))), Words(text=' '), Reference(labels=('3',)), Words(text='.'))
    """
    found: list[Piece] = []
    run: list[Token] = []
    for token in (*_with_places(tokens(sentence, lang), places), Token("end", "")):
        if token.is_math or (run and token.kind == "space"):
            run.append(token)
            continue
        found += _formula(run, places)
        run = []
        found += _prose(token, places)
    return tuple(_joined(found))


def _with_places(found: tuple[Token, ...], places: Sequence[Place]) -> tuple[Token, ...]:
    """Places that hold words belong to the prose."""
    return tuple(
        Token(t.kind, t.text, t.is_math and not isinstance(places[ord(t.text) - FIRST_FIELD], tuple))
        if t.kind == "field"
        else t
        for t in found
    )


def _prose(token: Token, places: Sequence[Place]) -> list[Piece]:
    if token.kind == "field":
        place = places[ord(token.text) - FIRST_FIELD]
        return list(place) if isinstance(place, tuple) else [Formula(place)]
    if token.kind == "reference":
        return [Reference(tuple(label.strip() for label in token.text.strip("[]").split(",")))]
    return [Words(token.text)] if token.text else []


def _formula(run: list[Token], places: Sequence[Place]) -> list[Piece]:
    if not run:
        return []
    end = max((k for k, t in enumerate(run) if t.kind != "space"), default=-1) + 1
    after: list[Piece] = [Words(t.text) for t in run[end:]]
    kept = [t for t in run[:end] if t.kind != "space"]
    parser = _Parser(kept, places)
    box = parser.row(())
    if not parser.is_done:
        return [Words("".join(t.text for t in run))]
    return [Formula(box), *after]


def _joined(found: list[Piece]) -> list[Piece]:
    """Neighbouring words in one piece; C and Q after "over" are the fields."""
    joined: list[Piece] = []
    for piece in found:
        last = joined[-1] if joined else None
        if isinstance(piece, Words) and isinstance(last, Words):
            joined[-1] = Words(last.text + piece.text)
        elif isinstance(piece, Formula) and isinstance(last, Words):
            joined.append(_field_symbol(piece, last.text.split()[-1:]))
        else:
            joined.append(piece)
    return joined


def _field_symbol(piece: Formula, before: list[str]) -> Formula:
    over = bool(before) and before[0].lower() in OVER
    if over and isinstance(piece.box, Symbol) and piece.box.name in ("C", "Q"):
        return Formula(Symbol(piece.box.name * 2))
    return piece


class _Parser:
    """Reads a formula in plain spelling; `is_done` tells whether all of it was understood."""

    def __init__(self, kept: list[Token], places: Sequence[Place]) -> None:
        self._tokens, self._places, self._at = kept, places, 0

    @property
    def is_done(self) -> bool:
        """Every token was read."""
        return self._at == len(self._tokens)

    @property
    def _next(self) -> str:
        return "" if self.is_done else self._tokens[self._at].text

    def _taken(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def row(self, until: tuple[str, ...]) -> Box:
        """Everything up to one of these signs, or to the end."""
        parts: list[Box] = []
        while not self.is_done and self._next not in until and self._next != ")":
            parts.append(self._scripted(self._atom()))
        return row(*_times(parts)) if parts else Row(())

    def _atom(self) -> Box:
        token = self._taken()
        if token.kind == "number":
            return Number(token.text)
        if token.kind == "field":
            place = self._places[ord(token.text) - FIRST_FIELD]
            assert not isinstance(place, tuple)
            return place
        if token.kind == "word":
            return self._word(token.text)
        if token.text == "|" and self._is_single_bar():
            return Operator("|")
        if token.text in ("(", "|"):
            return self._fence(token.text)
        return Operator(token.text) if token.text in SIGNS else Upright(token.text)

    def _word(self, word: str) -> Box:
        if word == "conj":
            return Bar(self._without_fence())
        if word == "sqrt":
            return Root(self._without_fence())
        if word == "C" and self._next == "(":
            return self._binomial()
        if word == "C" and self._next == "^":
            return Symbol("CC")
        if word == "log2":
            return Script(Upright("log"), below=Number("2"))
        return Symbol(word) if len(word) == 1 or word in GREEK and word not in FUNCTIONS else Upright(word)

    def _without_fence(self) -> Box:
        box = self._scripted(self._atom())
        return box.inside if isinstance(box, Fence) else box

    def _binomial(self) -> Box:
        self._taken()
        top = self.row((",",))
        if self._next != ",":
            inside: Box = Fence("(", top)
            self._close(")")
            return row(Symbol("C"), inside)
        self._taken()
        bottom = self.row(())
        self._close(")")
        return Binomial(top, bottom)

    def _fence(self, kind: str) -> Box:
        inside = self.row(("|",) if kind == "|" else ())
        self._close({"(": ")", "|": "|"}[kind])
        return Fence(kind, inside)

    def _is_single_bar(self) -> bool:
        """The bar that was read parts a bracket, (M | v), and opens nothing."""
        depth = 0
        for token in self._tokens[self._at :]:
            depth += (token.text == "(") - (token.text == ")")
            if depth < 0 or (depth == 0 and token.text == "|"):
                return depth < 0
        return False

    def _close(self, sign: str) -> None:
        """An unmatched bracket leaves the parser short of the end."""
        if self._next == sign:
            self._at += 1
        else:
            self._tokens = [*self._tokens, Token("end", "")]
            self._at = len(self._tokens) - 1

    def _scripted(self, base: Box) -> Box:
        below = above = None
        while self._next in ("_", "^", "'", "''", "star"):
            sign = self._taken().text
            if sign == "_":
                below = self._script()
            elif sign == "^":
                above = self._script()
            else:
                mark = Operator(sign)
                above = row(above, mark) if above is not None else mark
        if below is None and above is None:
            return base
        if isinstance(base, Row) and base.parts:
            base = Fence("(", base)
        return Script(base, below, above)

    def _script(self) -> Box:
        sign = [Operator(self._taken().text)] if self._next == "-" else []
        if self._next == "(":
            self._taken()
            inside = self.row(())
            self._close(")")
        elif self.is_done:
            self._close("?")
            return Row(())
        else:
            token = self._taken()
            letters = [Symbol(c) for c in token.text] if token.text not in GREEK else [Symbol(token.text)]
            inside = row(*letters) if token.kind == "word" else self._placed(token)
        return row(*sign, inside)

    def _placed(self, token: Token) -> Box:
        self._at -= 1
        return self._atom()


def _times(parts: list[Box]) -> list[Box]:
    """x between two sizes is a sign, 3 x 3; a slash between two numbers makes a fraction."""
    made: list[Box] = []
    for k, part in enumerate(parts):
        before, after = parts[k - 1 : k], parts[k + 1 : k + 2]
        if part == Symbol("x") and _is_size(before) and _is_size(after):
            made.append(Operator("x"))
        elif part == Operator("/") and _are_numbers(made[-1:], after):
            made[-1] = Quotient(made[-1], after[0])
        elif not (k and parts[k - 1] == Operator("/") and made and isinstance(made[-1], Quotient)):
            made.append(part)
    return made


def _is_size(found: list[Box]) -> bool:
    return bool(found) and (isinstance(found[0], Number) or found[0] == Symbol("n"))


def _are_numbers(before: list[Box], after: list[Box]) -> bool:
    return all(isinstance(box, Number) for box in (*before, *after)) and bool(before and after)
