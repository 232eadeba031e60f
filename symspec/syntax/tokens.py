"""From plain characters to tokens: numbers, names, words, LaTeX commands, signs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from symspec.errors import ParseError
from symspec.syntax.characters import ACCENTED, GREEK, SUBSCRIPTS, SUPERSCRIPTS, VULGAR
from symspec.syntax.limits import Limits
from symspec.syntax.tree import Node

FUNCTIONS = frozenset(
    "sqrt cbrt root exp ln log sin cos tan cot arg conj re im abs diag span det tr trace rank rk rg ker dim "
    "min max J D B CRootOf sinh cosh tanh coth sech csch asin acos atan asinh acosh atanh".split()
)
# Functions only where a bracket follows at once: "sec" is a word, too.
BRACKETED = frozenset(("sec", "csc"))
# Other spellings, among them those of SymPy.
SPELLINGS = {
    "Abs": "abs", "rang": "rg", "Rang": "rg", "Rank": "rank", "Det": "det",
    "conjugate": "conj", "Re": "re", "Im": "im",
    "ComplexRootOf": "CRootOf", "rootof": "CRootOf", "RootOf": "CRootOf",
    "tg": "tan", "ctg": "cot", "cotg": "cot", "cotan": "cot", "cosec": "csc",
    "sh": "sinh", "ch": "cosh", "th": "tanh", "cth": "coth", "tgh": "tanh",
    "arcsin": "asin", "arccos": "acos", "arctan": "atan", "arctg": "atan",
    "arcsinh": "asinh", "arsinh": "asinh", "argsh": "asinh", "arccosh": "acosh", "arcosh": "acosh",
    "argch": "acosh", "arctanh": "atanh", "artanh": "atanh", "argth": "atanh",
}  # fmt: skip
GREEK_NAMES = frozenset(GREEK.values()) | {"infinity", "oo", "inf", "nan", "GoldenRatio"}
CONJUNCTIONS = frozenset(("and", "et", "si", "și", "sau", "or", "ou"))
# Letters whose digit is a factor, n3 = n * 3; for the others it is an index, v1 = v_1.
_NEVER_INDEXED = frozenset("nikte")
# Upper-case letters in a row that are a product of matrices: PDP^-1, DN = ND.
_MATRICES = frozenset("APDNJQSUVWIXLTR")
_VARIABLES = frozenset("xtsz")
_OF_A_MATRIX = frozenset("det tr trace rank rk rg dim".split())
_ONE_LETTER = re.compile(r" ?([A-Z])(?![A-Za-z0-9_^])")

_LETTERS = f"A-Za-z{ACCENTED}"
_TOKEN = re.compile(
    rf"""
      (?P<SPACE>\ +)
    | (?P<NEWLINE>\n)
    | (?P<NUMBER>(?:[0-9]+(?:\{{,\}}[0-9]+|\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    | (?P<ABBREVIATION>(?:i\.\s?e|e\.\s?g|mult|alg|geom|resp|ord)\.)
    | (?P<LETTERS>[{_LETTERS}]+)
    | (?P<GREEK>[{"".join(GREEK)}∞])
    | (?P<COMMAND>\\(?:[A-Za-z]+|[\\{{}},;:!\ >|]))
    | (?P<VULGAR>[{"".join(VULGAR)}])
    | (?P<SUPERSCRIPT>[{"".join(SUPERSCRIPTS)}]+)
    | (?P<SIGN>\*\*|->|=>|<=|>=|!=|:=|==|[-+*/^=<>≤≥≠≈~→⇒∈∄|,;:.&()\[\]{{}}'$√∛±_!])
    """,
    re.VERBOSE,
)
_INDEX = re.compile(
    rf"_?([{''.join(SUBSCRIPTS)}]+)|_\{{\s*(-?[A-Za-z0-9]+(?:,[0-9]+)*)\s*\}}|_(-?[0-9]+|[A-Za-z])(?![A-Za-z])|([0-9]+)"
)
_WORD_TAIL = re.compile(rf"(?:['-][{_LETTERS}]{{2,}}|'[{_LETTERS}])+")
_ELIDED = re.compile(rf"'[{_LETTERS}]{{2,}}")  # n'existe, l'axe
_SUBSCRIPT_DIGITS = str.maketrans(SUBSCRIPTS)
_SIGNS = {
    "+": "PLUS", "-": "MINUS", "*": "TIMES", "/": "SLASH", "^": "CARET", "**": "CARET", "(": "LPAR",
    ")": "RPAR", "[": "LSQB", "]": "RSQB", "{": "LBRACE", "}": "RBRACE", ",": "COMMA", ";": "SEMICOLON",
    ":": "COLON", "|": "BAR", "'": "PRIME", "√": "ROOT", "∛": "ROOT", "±": "PLUSMINUS", "&": "AMPERSAND",
    "$": "DOLLAR", ".": "DOT", "!": "BANG", "_": "UNDERSCORE",
}  # fmt: skip
_RELATIONS = {
    "=": "=", "==": "=", ":=": "=", "<": "<", ">": ">", "<=": "<=", ">=": ">=", "!=": "!=", "->": "->",
    "=>": "=>", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "~": "~", "→": "->", "⇒": "=>",
    "∈": "in",
}  # fmt: skip

_SIGN_TOKENS = (
    {"∄": ("WORD", "dne")}
    | {s: (t, s) for s, t in _SIGNS.items()}
    | {s: ("RELATION", r) for s, r in _RELATIONS.items()}
)


NOTHING_READY: Mapping[int, tuple[int, Node]] = MappingProxyType({})


class Token:
    """A terminal of the grammar, what it stands for, and where it starts in the text."""

    __slots__ = ("position", "type", "value")

    def __init__(self, type: str, value: object, position: int) -> None:
        self.type = type
        self.value = value
        self.position = position


def tokens(
    plain: str, limits: Limits, text: str, ready: Mapping[int, tuple[int, Node]] = NOTHING_READY
) -> list[Token]:
    """The tokens of the plain text, spaces and line breaks among them.

    Args:
        plain: the text with one spelling for each sign.
        limits: of the literals.
        text: the original, for messages.
        ready: {start: (end, node)} for parts that are read already; each becomes one operand.

    Raises:
        ParseError: a character that begins no token, or a literal over the limits.
    """
    found: list[Token] = []
    position, end = 0, len(plain)
    while position < end:
        if position in ready:
            after, node = ready[position]
            found.append(Token("NAME", node, position))
            position = after
            continue
        match = _TOKEN.match(plain, position)
        if match is None:
            message = f'"{text[position]}" at character {position + 1} has no meaning here.'
            raise ParseError(message, text=text, position=position)
        kind = match.lastgroup
        spelled = match.group()
        if kind == "NUMBER":
            found.append(Token("NUMBER", _number(spelled, position, limits, text), position))
        elif kind == "SIGN":
            type, value = _SIGN_TOKENS[spelled]
            found.append(Token(type, value, position))
        elif kind == "LETTERS":
            position = _letters(plain, spelled, position, found)
            continue
        elif kind == "GREEK":
            position = named(plain, GREEK.get(spelled, "infinity"), match.end(), position, found)
            continue
        else:
            found.append(_other(kind or "", spelled, position))
        position = match.end()
    return found


def with_joined_signs(found: list[Token]) -> list[Token]:
    """The tokens, with + and - side by side as one ±: 1 +- i is how answers, and this project, write it."""
    joined: list[Token] = []
    for token in found:
        before = joined[-1] if joined else token
        if token.type == "MINUS" and _is_slashed(joined, token):
            joined[-2:] = [Token("PLUSMINUS", "±", joined[-2].position)]
            continue
        if token.type == "MINUS" and before.type == "PLUS" and token.position == before.position + 1:
            joined[-1] = Token("PLUSMINUS", "±", before.position)
        else:
            joined.append(token)
    return joined


def _is_slashed(joined: list[Token], minus: Token) -> bool:
    """+/- without spaces is ±, too."""
    if [t.type for t in joined[-2:]] != ["PLUS", "SLASH"]:
        return False
    return joined[-2].position + 2 == joined[-1].position + 1 == minus.position


def named(plain: str, name: str, end: int, position: int, found: list[Token]) -> int:
    """Append the name with the index that follows it at `end`, if any; returns where it stops."""
    index = _INDEX.match(plain, end)
    if index is None or (index.group(4) and name in _NEVER_INDEXED):
        found.append(Token("NAME", name, position))
        return end
    found.append(Token("NAME", _indexed(name, index), position))
    return index.end()


def _indexed(name: str, index: re.Match[str]) -> str:
    return f"{name}_{index.group(index.lastindex or 0).translate(_SUBSCRIPT_DIGITS)}"


def _other(kind: str, spelled: str, position: int) -> Token:
    if kind == "VULGAR":
        return Token("VULGAR", Fraction(*VULGAR[spelled]), position)
    if kind == "ABBREVIATION":
        return Token("WORD", spelled.replace(" ", ""), position)
    return Token(kind, spelled, position)


def _letters(plain: str, run: str, position: int, found: list[Token]) -> int:
    """Read letters in a row as a function, a name, a product of matrices, or a word."""
    end = position + len(run)
    following = plain[end : end + 1]
    run = SPELLINGS.get(run, run) if following == "(" else run
    if run == "root" and plain[end:].lstrip()[:1] in ("", ",", ";", ")", "."):
        found.append(Token("WORD", run, position))  # 1 (double root)
        return end
    if run in ("max", "min") and following == "|":  # max |lambda| = 4
        found.append(Token("WORD", run, position))
        return end
    if run in _OF_A_MATRIX and following not in ("(", "}"):
        bare = _of_one_letter(plain, run, end, position, found)
        if bare:
            return bare
    if run in BRACKETED and following == "(":
        return _function(plain, run, end, position, found)
    if run in FUNCTIONS and (len(run) > 1 or following == "(" or run == "J"):
        return _function(plain, run, end, position, found)
    elided = _ELIDED.match(plain, end) if len(run) == 1 else None
    if elided:
        found.append(Token("WORD", (run + elided.group()).lower(), position))
        return elided.end()
    if len(run) == 2 and run[1] == "I" and run[0] in _VARIABLES:  # xI - A
        found.extend(Token("NAME", letter, position + i) for i, letter in enumerate(run))
        return end
    if len(run) == 1 or run in GREEK_NAMES:
        return named(plain, run, end, position, found)
    if run.startswith("i") and run[1:] in FUNCTIONS and following in "({" and following:
        found.append(Token("NAME", "i", position))
        return _function(plain, run[1:], end, position + 1, found)
    if set(run) <= _MATRICES and len(run) <= 4:
        found.extend(Token("NAME", letter, position + i) for i, letter in enumerate(run))
        return end
    tail = _WORD_TAIL.match(plain, end)
    word = (run + (tail.group() if tail else "")).lower()
    found.append(Token("CONJUNCTION" if word in CONJUNCTIONS else "WORD", word, position))
    return tail.end() if tail else end


def _of_one_letter(plain: str, run: str, end: int, position: int, found: list[Token]) -> int:
    """det A as det(A); a name in trace = 5, a word in trace 5; 0 where an expression follows."""
    letter = _ONE_LETTER.match(plain, end)
    if letter:
        at = letter.start(1)
        found += (
            Token("FUNCTION", run, position),
            Token("LPAR", "(", at),
            Token("NAME", letter.group(1), at),
            Token("RPAR", ")", at),
        )
        return letter.end()
    after = plain[end:].lstrip()[:1]
    if after in ("[", "{", "\\"):
        return 0
    found.append(Token("NAME" if after in "=<>≤≥≈" and after else "WORD", run, position))
    return end


def _function(plain: str, run: str, end: int, position: int, found: list[Token]) -> int:
    """Functions may have an index: J2(3) is J_2(3); sqrt2 is the root of 2."""
    if run == "J":
        index = _INDEX.match(plain, end)
        stop = index.end() if index else end
        if plain[stop : stop + 1] != "(":
            return named(plain, run, end, position, found)
        found.append(Token("FUNCTION", _indexed("J", index) if index else "J", position))
        return stop
    following = plain[end : end + 2].lstrip()[:1]
    if run in ("sqrt", "cbrt") and following not in ("(", "{", "["):
        found.append(Token("ROOT", "√" if run == "sqrt" else "∛", position))
        return end
    found.append(Token("FUNCTION", run, position))
    return end


def _number(spelled: str, position: int, limits: Limits, text: str) -> tuple[Fraction, bool]:
    mantissa, _, exponent = spelled.replace("{,}", ".").replace("E", "e").partition("e")
    whole, _, decimals = mantissa.partition(".")
    digits = len(whole) + len(decimals)
    if digits > limits.digits or len(exponent) > 12 or abs(int(exponent or 0)) > limits.digits:
        message = (
            f"the number at character {position + 1} has too many digits; "
            f"at most {limits.digits:,} are read, and exponents up to {limits.digits:,}."
        )
        raise ParseError(message, text=text, position=position)
    shift = int(exponent or 0) - len(decimals)
    value = int(whole + decimals)
    fraction = Fraction(value * 10**shift) if shift >= 0 else Fraction(value, 10**-shift)
    return fraction, bool(decimals or exponent)
