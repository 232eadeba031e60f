"""Matlab, Mathematica, NumPy and SymPy as they print matrices, in the plain grammar.

Each change keeps the length of the text, so that positions in messages stay those of what was written.
"""

from __future__ import annotations

import re

from symspec.errors import ParseError

_LABEL = re.compile(r"[\s$]*+(?:\\[\[(])?+\s*+([A-Za-z]\w{0,30}\s*:?=)(?!=)", re.ASCII)
_CONSTRUCTOR = re.compile(
    r"\s*((?:[A-Za-z]\w*\.){0,3}(?:array|asarray|matrix|Matrix|ImmutableMatrix|ImmutableDenseMatrix|"
    r"MutableDenseMatrix|mat|tensor|Tensor|Array|DeviceArray)\s*\()",
    re.ASCII,
)
_OPTIONS = re.compile(
    r"(?:,\s*(?:dtype|device|requires_grad|grad_fn|copy)\s*=\s*[\w.:'<>]{1,40})*\s*,?\s*\)\s*;?\s*$", re.ASCII
)
_CONTINUATION = re.compile(r"\.\.\.[ \t]*(?:%[^\n]*)?(?:\r?\n|$)")
_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_EXPONENT = re.compile(r"(?<=[0-9.])[dD](?=[+-]?[0-9])", re.ASCII)
_ELEMENTWISE = re.compile(r"(?<=[\])])\.(?=['*/^])")
_TIMES_TEN_TO = re.compile(r"(?<=[0-9.])\*\^([+-]?)(?=[0-9])", re.ASCII)
_PRIME = re.compile(r"[\])]\s*'")
_UNIT = re.compile(r"(?<![A-Za-z])[ijI](?![A-Za-z])", re.ASCII)
_PI, _EULER = re.compile(r"\bPi\b"), re.compile(r"\bE(?=\s*\^)")
_PRECISION = re.compile(r"(?<=[0-9.])`{1,2}(?:[0-9]+\.?[0-9]*)?", re.ASCII)
_DISPLAY = re.compile(
    r"\\\[|\\\]|\\[()]|\\hline\b|\\(?:begin|end)\{(?:equation|displaymath|align|gather)\*?\}"
)
_FORM = re.compile(r"//\s*(?:MatrixForm|TableForm|Normal)\s*;?\s*$")
_CALL = re.compile(r"\b(Sqrt|Exp|Cos|Sin|Tan|Cot|Abs|Conjugate|Surd|MatrixForm|Normal)\[")
_BRACKET = re.compile(r"[\[\]]")
_PLAIN = {"Surd": "root", "MatrixForm": "", "Normal": ""}

LONGEST_OPTIONS = 300  # characters


def respelled(text: str) -> str:
    """The text in the plain grammar, as long as it was.

    >>> respelled("A = [1 2 ... % one\\n 3; 4 5 1d-3]")
    '    [1 2            3; 4 5 1e-3]'
    >>> respelled("{{Sqrt[2], 1*^-3}, {I, 2.5`10}}")
    '{{sqrt(2), 1e-03}, {I, 2.5   }}'
    >>> respelled("array([[1., 2.],\\n       [3., 4.]], dtype=float32)")
    '      [[1., 2.],\\n       [3., 4.]]                '

    Raises:
        ParseError: entries are left out ("...").
    """
    label = _LABEL.match(text)
    if label:
        text = _blanked(text, *label.span(1))
    constructor = _CONSTRUCTOR.match(text)
    if constructor:
        end = len(text.rstrip())
        options = _OPTIONS.search(text, max(constructor.end(), end - LONGEST_OPTIONS), end)
        text = _blanked(_blanked(text, *options.span()), *constructor.span(1)) if options else text
    text = _CONTINUATION.sub(_blank, text)
    if "..." in text:
        at = text.index("...")
        message = f'"..." at character {at + 1}: entries are left out. Write all of them.'
        raise ParseError(message, text=text, position=at)
    _require_one_transpose(text)
    for pattern in (_COMMENT, _DISPLAY, _ELEMENTWISE, _FORM):
        text = pattern.sub(_blank, text)
    return _mathematica(_EXPONENT.sub("e", text))


def _mathematica(text: str) -> str:
    text = _PRECISION.sub(_blank, text)
    text = _TIMES_TEN_TO.sub(r"e\g<1>0", text)  # 1*^-3 as 1e-03: as long as it was
    text = _EULER.sub("e", _PI.sub("pi", text))
    return _with_round_brackets(text)


def _with_round_brackets(text: str) -> str:
    """Sqrt[2] as sqrt(2): the brackets after the names of functions, found in one pass."""
    calls = {match.end() - 1: match for match in _CALL.finditer(text)}
    if not calls:
        return text
    characters, opened = list(text), list[int]()
    for bracket in _BRACKET.finditer(text):
        at = bracket.start()
        if bracket.group() == "[":
            opened.append(at)
        elif opened:
            start = opened.pop()
            if start in calls:
                characters[start], characters[at] = "(", ")"
    unclosed = next((at for at in opened if at in calls), None)
    if unclosed is not None:
        message = f'"[" at character {unclosed + 1} is never closed.'
        raise ParseError(message, text=text, position=unclosed)
    for match in calls.values():
        plain = _PLAIN.get(match[1], match[1].lower())
        characters[match.start() : match.end(1)] = plain.rjust(len(match[1]))
    return "".join(characters)


def _require_one_transpose(text: str) -> None:
    prime = _PRIME.search(text)
    if prime and _UNIT.search(text):
        at = prime.end() - 1
        message = (
            f"the ' at character {at + 1} is the conjugate transpose to some and the transpose to others. "
            "Write ^T for the transpose, or write out the matrix."
        )
        raise ParseError(message, text=text, position=at)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
