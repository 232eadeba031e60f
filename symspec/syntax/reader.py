"""Text in, tree out: the three walls in order."""

from __future__ import annotations

from typing import Any

from symspec.errors import ParseError
from symspec.syntax.characters import decimal_comma, plain
from symspec.syntax.latex import translated
from symspec.syntax.layout import laid_out
from symspec.syntax.limits import ANSWER, MATRIX, Limits, affordable, require_shallow
from symspec.syntax.literals import literals
from symspec.syntax.parser import tree
from symspec.syntax.tokens import tokens, with_joined_signs
from symspec.syntax.tree import Answer, Node, Rows

_LATEX = frozenset("\\{}_&$^")


def expression(text: str, *, limits: Limits = MATRIX) -> Node:
    """One expression: "1/2", "3 (1 - 1/10^40)/5", "sqrt(2) + i".

    Raises:
        ParseError: the text is not one, or costs more than the limits.
    """
    read = _affordable(_parsed(text, "rows", limits, spaced=False), limits, text)
    if len(read) > 1 or len(read[0]) > 1:
        second = read[0][1] if len(read[0]) > 1 else read[1][0]
        message = f'"{text[:60].strip()}" is more than one number.{decimal_comma(text)}'
        raise ParseError(message, text=text, position=second.position)
    return read[0][0]


def rows(text: str, *, limits: Limits = MATRIX) -> Rows:
    """Rows of expressions, as `1/2 1/4; 0 1/3`; one entry may itself be [[1/2, 1/4], [0, 1/3]].

    Raises:
        ParseError: the text is not that, or costs more than the limits.
    """
    return Rows(_affordable(_parsed(text, "rows", limits, spaced=True), limits, text), 0)


def answer(text: str, *, limits: Limits = ANSWER) -> Answer:
    """An answer to an exercise: mathematics and words, in statements.

    >>> answer("1 (double), 4").separators
    (',',)

    Raises:
        ParseError: the text is none, or costs more than the limits.
    """
    read = _parsed(text, "answer", limits, spaced=False)
    assert isinstance(read, Answer)
    affordable(read, limits, text)
    return read


def pointed(error: ParseError, width: int = 60) -> str:
    """Two lines: the line of the text in which the error stands, and a caret beneath the place.

    >>> print(pointed(ParseError("..", text="1 + ?", position=4)))
    1 + ?
        ^
    """
    start = error.text.rfind("\n", 0, error.position) + 1
    line = error.text[start:].split("\n", 1)[0]
    column = error.position - start
    left = max(0, column - width + 10)
    return f"{line[left : left + width]}\n{' ' * (column - left)}^"


def _affordable(
    read: tuple[tuple[Node, ...], ...], limits: Limits, text: str
) -> tuple[tuple[Node, ...], ...]:
    affordable(Rows(read), limits, text)
    return read


def _parsed(text: str, start: str, limits: Limits, *, spaced: bool) -> Any:
    spelled = plain(text, limits.characters)
    require_shallow(spelled, limits, text)
    if start == "answer":
        found = with_joined_signs(tokens(spelled, limits, text, literals(spelled)))
    else:
        found = tokens(spelled, limits, text)
    if not _LATEX.isdisjoint(text):
        found = translated(found, text)
    laid = laid_out(found, limits, text, as_rows=spaced)
    if not laid:
        raise ParseError("the text is empty.", text=text, position=0)
    return tree(laid, start, text)
