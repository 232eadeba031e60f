"""Formulas in sentences are found whole: nothing of theirs stays among the words."""

from __future__ import annotations

import re

import pytest

from symspec.languages import LANGUAGES
from symspec.notation.formula import Number, Symbol
from symspec.notation.latex import latex
from symspec.notation.sentence import Formula, Piece, Reference, Words, pieces
from symspec.notation.tokens import FIRST_FIELD, WORDS
from symspec.render.phrases import ENGLISH, phrases
from symspec.render.theorem_words import theorem_in
from symspec.theorems import THEOREMS


def marked(sentence: str, lang: str = "en") -> str:
    """The sentence with its formulas between dollar signs."""
    return "".join(map(_marked, pieces(sentence, (), lang)))


def _marked(piece: Piece) -> str:
    match piece:
        case Words(text):
            return text
        case Formula(box):
            return f"${latex(box)}$"
        case Reference(labels):
            return f"<{'|'.join(labels)}>"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A is triangular.", "$A$ is triangular."),
        ("A finite sum tends to 0.", "A finite sum tends to $0$."),
        ("a p + b p' = 1 for some a, b.", r"$a p + b p^{\prime} = 1$ for some $a$, $b$."),
        ("|A^n v| = |z|^n |v|", r"$\lvert A^{n} v \rvert = \lvert z \rvert^{n} \lvert v \rvert$"),
        ("C(n,j) D^(n-j) N^j", r"$\binom{n}{j} D^{n - j} N^{j}$"),
        ("(a) Let p*(z) = 0 [13].", r"(a) Let $p^{\ast} ( z ) = 0$ <13>."),
        ("Newton's identities over C", r"Newton's identities over $\mathbb{C}$"),
        ("A 3 x 3 matrix", r"A $3 \times 3$ matrix"),
        ("the Schur-Cohn table (its rows)", "the Schur-Cohn table (its rows)"),
        ("rk((A - I)^2)", r"$\mathop{\mathrm{rk}} ( ( A - I )^{2} )$"),
        ("conj z = 1/z", r"$\overline{z} = 1 / z$"),
        ("x - 7/10", r"$x - \frac{7}{10}$"),
        ("turns (M | I) into (0, .., 0 | c)", r"turns $( M \mid I )$ into $( 0 , \dots , 0 \mid c )$"),
        ("(|a| + |b|)", r"$( \lvert a \rvert + \lvert b \rvert )$"),
    ],
)  # fmt: skip
def test_sentences(sentence: str, expected: str) -> None:
    assert marked(sentence) == expected


def test_words_of_other_languages() -> None:
    assert marked("A^n n'a pas de limite", "fr") == "$A^{n}$ n'a pas de limite"
    assert marked("A^n nu are o limită", "ro") == "$A^{n}$ nu are o limită"
    assert marked("O rădăcină a lui p este 0", "ro") == "O rădăcină a lui $p$ este $0$"
    assert marked("Il y a un y dans A, et |A^n y| = |y|.", "fr") == (
        r"Il y a un $y$ dans $A$, et $\lvert A^{n} y \rvert = \lvert y \rvert$."
    )


def test_places_stand_in_formulas_or_in_the_prose() -> None:
    first, second = chr(FIRST_FIELD), chr(FIRST_FIELD + 1)
    found = pieces(f"{first}^n -> 0 for {second}.", [Symbol("B"), (Words("all "), Formula(Number("7")))])
    assert "".join(map(_marked, found)) == r"$B^{n} \to 0$ for all $7$."


def prose(sentence: str, lang: str, places: int = 0) -> str:
    found = pieces(sentence, [Symbol("A")] * places, lang)
    return " ".join(piece.text for piece in found if isinstance(piece, Words))


# Signs of formulas, and single letters that are neither an article, a label (b), nor part of a word.
LEFT_OVER = re.compile(r"[\^_=<>|+*/]|->|(?<![\w'(-])[B-Zb-z](?![\w'-])")


def left_over(text: str, lang: str) -> str:
    """The first sign of a formula in the prose, or ""; words of one letter are none."""
    found = (m[0] for m in LEFT_OVER.finditer(text) if m[0] not in WORDS[lang])
    return next(found, "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sign_of_a_formula_stays_in_the_prose(lang: str) -> None:
    for t in (theorem_in(t.number, lang) for t in THEOREMS):
        for sentence in (t.short, t.statement, *t.proof):
            assert not left_over(prose(sentence, lang), lang), sentence
    for sentence in (phrases(lang)[code] for code in ENGLISH):
        names = re.findall(r"\{(\w+)\}", sentence)
        filled = sentence
        for k, name in enumerate(names):
            filled = filled.replace(f"{{{name}}}", chr(FIRST_FIELD + k), 1)
        assert not left_over(prose(filled, lang, len(names)), lang), sentence
