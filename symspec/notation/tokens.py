"""Words and signs of a sentence: which of them belong to formulas."""

from __future__ import annotations

import re
from dataclasses import dataclass

from symspec.notation.formula import GREEK, RELATIONS

# Places in a sentence are single characters from Unicode's private area.
FIRST_FIELD = 0xE000
_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<field>[\ue000-\uf8ff])|(?P<reference>\[[1-9]\d*(?:, ?[1-9]\d*)*\])"
    r"|(?P<number>\d+(?:\.\d+)?)"
    rf"|(?P<word>log2|{_LETTER}{{2,}}(?:['’-]{_LETTER}+)*|{_LETTER}(?:['’]{_LETTER}+|-{_LETTER}{{2,}})"
    rf"(?:['’-]{_LETTER}+)*|{_LETTER})"
    r"|(?P<sign><=>|->|<=|>=|!=|\+-|\.\.|''|.)",
    re.DOTALL,
)
FUNCTIONS = frozenset(
    {"det", "tr", "rk", "rg", "rang", "ker", "im", "dim", "conj", "sqrt", "ceil", "gcd", "max", "min", "log2"}
)
SCRIPTS = frozenset({"^", "_"})
RAISED = frozenset({"'", "''", "star"})
JOINING = frozenset(
    {"=", "!=", "<", ">", "<=", ">=", "->", "+", "-", "+-", "*", "/", "..", "^", "_", "'", "''", "star"}
)
# Single letters that are words of the language, unless they stand in a formula.
WORDS = {"en": frozenset("a"), "fr": frozenset("aày"), "ro": frozenset("aoO")}
# The French y is a word after these only: il y a.
BEFORE_Y = frozenset({"il", "qu'il", "s'il"})
AFTER_ARTICLE = frozenset(
    {
        "basis",
        "certificate",
        "chain",
        "combination",
        "contradiction",
        "determinant",
        "diagonalizable",
        "finite",
        "matrix",
        "norm",
        "polynomial",
        "quadratic",
        "rational",
        "root",
        "row",
        "stochastic",
        "system",
        "top",
        "vector",
        "weight",
    }
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the sentence; `kind` names the group that found it."""

    kind: str
    text: str
    is_math: bool = False


def tokens(sentence: str, lang: str = "en") -> tuple[Token, ...]:
    """The sentence in pieces, each marked as part of a formula or of the prose.

    >>> [t.text for t in tokens("So a power A^n -> 0.") if t.is_math]
    ['A', '^', 'n', '->', '0']
    """
    found = _stars([Token(str(m.lastgroup), m[0]) for m in _TOKEN.finditer(sentence)])
    marked = [Token(t.kind, t.text, _may_be_math(found, k, lang)) for k, t in enumerate(found)]
    return tuple(_brackets(marked))


def _stars(found: list[Token]) -> list[Token]:
    """A star that touches the letter before it is an exponent: p*, but 2 * 3."""
    made = list(found)
    for k in range(1, len(found)):
        if found[k].text == "*" and (found[k - 1].kind == "word" or made[k - 1].text == "star"):
            made[k] = Token("sign", "star")
    return made


def _may_be_math(found: list[Token], k: int, lang: str) -> bool:
    token, before, after = found[k], _neighbour(found, k, -1), _neighbour(found, k, +1)
    match token.kind:
        case "field" | "number":
            return True
        case "sign":
            return token.text in JOINING or token.text == "|"
        case "word":
            return _is_formula_word(token.text, before, after, _adjacent(found, k), lang)
    return False


def _neighbour(found: list[Token], k: int, step: int) -> Token:
    """The next token that is no space."""
    k += step
    while 0 <= k < len(found) and found[k].kind == "space":
        k += step
    return found[k] if 0 <= k < len(found) else Token("end", "")


def _adjacent(found: list[Token], k: int) -> bool:
    """The token is an index or an exponent."""
    return k > 0 and found[k - 1].text in SCRIPTS


def _is_formula_word(word: str, before: Token, after: Token, scripted: bool, lang: str) -> bool:
    if scripted or word in GREEK:
        return True
    if word in FUNCTIONS:
        return after.text in {"(", "^", *FUNCTIONS} or (after.kind == "word" and len(after.text) == 1)
    if len(word) > 1 or not word.isascii():
        return False
    if word == "y":
        return not (lang == "fr" and before.text.lower() in BEFORE_Y)
    if word in WORDS.get(lang, WORDS["en"]):
        in_formula = after.text in JOINING or after.text == "," or before.text in JOINING - RAISED
        return in_formula or before.text == "|" or (len(after.text) == 1 and after.kind == "word")
    starts = before.kind == "end" or before.text in (".", ":", "?")
    article = (
        lang == "en" and word == "A" and (after.text in AFTER_ARTICLE or after.kind in ("number", "field"))
    )
    return not (article and starts)


def _brackets(marked: list[Token]) -> list[Token]:
    """Brackets that hold nothing but a formula belong to it, with the commas in them."""
    opened: list[int] = []
    for k, token in enumerate(marked):
        if token.text == "(" and token.kind == "sign":
            opened.append(k)
        elif token.text == ")" and token.kind == "sign" and opened:
            start = opened.pop()
            is_formula = _is_formula_group(marked, start, k)
            for i in range(start, k + 1) if is_formula is not None else ():
                marked[i] = Token(
                    marked[i].kind, marked[i].text, bool(is_formula) and marked[i].kind != "space"
                )
    return marked


def _is_formula_group(marked: list[Token], start: int, end: int) -> bool | None:
    """True for brackets of a formula, False for a label such as (a), None for brackets of the prose."""
    inside = [t for t in marked[start + 1 : end] if t.kind != "space"]
    touches = start > 0 and marked[start - 1].kind != "space"
    if len(inside) == 1 and inside[0].text in ("a", "b", "c", "d") and not touches:
        return False
    if not inside or not all(t.is_math or t.text == "," for t in inside):
        return None
    states = any(t.text in RELATIONS for t in inside)
    return None if states and not touches else True
