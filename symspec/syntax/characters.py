"""The first wall: a length limit and a closed list of characters.

Signs with one meaning (the minus sign, the middle dot, the no-break space) become their plain
equivalents, one for one, so that positions stay those of the original text. Look-alike letters
and characters that nobody sees are refused with the remedy, never replaced in silence.
"""

from __future__ import annotations

import re
import unicodedata

from symspec.errors import ParseError

GREEK = {
    **dict(zip("αβγδεζηθκλμξπρστφχψω", "alpha beta gamma delta epsilon zeta eta theta kappa lambda mu xi "
               "pi rho sigma tau phi chi psi omega".split(), strict=True)),
    **dict(zip("ΓΔΘΛΞΠΣΦΨΩ", "Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega".split(), strict=True)),
}  # fmt: skip
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿᵀ", "0123456789+-nT", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₋", "0123456789-", strict=True))
ACCENTED = "À-ÖØ-öø-ſȘ-ț"

# One character for one character: what is left has one spelling for each meaning.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("−–‒‐‑﹣", "-"),
        **dict.fromkeys("·⋅∙×✕∗", "*"),
        **dict.fromkeys("÷⁄∕", "/"),
        "⊕": "+",
        **dict.fromkeys("∪∨∧", ","),
        **dict.fromkeys(map(chr, (9, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000)), " "),
        **dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n"),
        **dict.fromkeys("’‘′", "'"),
        "µ": "μ",
        "ϵ": "ε",
        "ϑ": "θ",
        "ϕ": "φ",
        "∣": "|",
    }
)  # fmt: skip
_ALLOWED = re.compile(
    rf"[\n -~{ACCENTED}{''.join(GREEK)}{''.join(VULGAR)}{''.join(SUPERSCRIPTS)}{''.join(SUBSCRIPTS)}"
    r"√∛±≤≥≠≈→⇒∈∄∞]*"
)
_DECIMAL_COMMA = re.compile(r"\b([0-9]{1,9}),([0-9]{1,9})\b")
# What the Cyrillic and Greek letters that are drawn like Latin ones would be read as.
_TWINS = dict(
    zip(
        "аесорхуіјѕԁһкмтвнгпАВЕКМНОРСТХУІЈЅҮ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιυ",
        "aecopxyijsdhkmtbhrnABEKMHOPCTXYIJSY" + "ABEZHIKMNOPTYXovιυ".replace("ι", "i").replace("υ", "u"),
        strict=True,
    )
)


def plain(text: str, limit: int) -> str:
    """The text with one spelling for each sign, as long as the original.

    >>> plain("2·x − ½", 100)
    '2*x - ½'

    Raises:
        ParseError: longer than the limit, or a character outside the closed list.
    """
    if len(text) > limit:
        message = f"the text has {len(text):,} characters; at most {limit:,} are read."
        raise ParseError(message, text=text, position=limit)
    spelled = text if text.isascii() and text.isprintable() else text.translate(_PLAIN)
    readable = _ALLOWED.match(spelled)
    end = readable.end() if readable else 0
    if end < len(text):
        raise ParseError(_refusal(text[end], end), text=text, position=end)
    return spelled


def decimal_comma(text: str) -> str:
    """A hint when the text may have a comma for a decimal point; else "".

    >>> decimal_comma("0,5 1; 1 0")
    ' A decimal is written with a point: 0.5.'
    """
    found = _DECIMAL_COMMA.search(text)
    return f" A decimal is written with a point: {found[1]}.{found[2]}." if found else ""


def _refusal(character: str, position: int) -> str:
    what = f"(U+{ord(character):04X}, {unicodedata.name(character, 'a control character').lower()})"
    where = f"character {position + 1}"
    if unicodedata.category(character) in ("Cf", "Cc", "Co", "Cn", "Cs"):
        return f"{where} is invisible {what}. Delete it and type the rest again."
    if character in _TWINS:
        return f'{where}, "{character}" {what}, only looks like {_TWINS[character]}. Type the Latin letter.'
    if unicodedata.combining(character):
        return f"{where} is a separate accent {what}. Type the letter without it."
    remedy = _remedy(character)
    return f'{where}, "{character}" {what}, has no meaning here. {remedy}'


def _remedy(character: str) -> str:
    """What to type instead: the compatible plain character, if there is one."""
    compatible = unicodedata.normalize("NFKC", character)
    if compatible != character and compatible.isascii() and compatible.strip():
        return f"Type a plain {compatible} instead."
    if compatible in GREEK:
        return f"Type {GREEK[compatible]} instead."
    if character in "—―":
        return "Type a plain - instead."
    return "Use digits, letters, + - * / ^ and brackets."
