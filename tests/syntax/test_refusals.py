"""What is refused: the sentence, the place, and the time it takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symspec.errors import InputError, ParseError, UndecidedError
from symspec.syntax import answer, expression, rows
from symspec.syntax.limits import ANSWER
from symspec.syntax.rational import rational

REFUSED = [
    ("", "empty", 0),
    ("   ", "empty", 0),
    ("1 + ?", '"?" at character 5 has no meaning', 4),
    ("1 +", "end of the text", 3),
    ("(1", "never closed", 0),
    ("1)", "closes nothing", 1),
    ("[1, 2)", "does not match", 5),
    ("1, , 2", "missing", 3),
    ("{1, , 2}", "missing", 4),
    ("1,", "end of the text", 2),
    ("1 2", "side by side", 2),
    ("0,5 2", "0.5", 4),
    ("1½", "directly before a fraction", 1),
    ("10000000!", "factorials are not read", 8),
    ("((20!)!)", "factorials are not read", 4),
    ("cos x", "cos needs brackets", 0),
    ("а + 1", "only looks like a", 0),
    ("Α", "only looks like A", 0),
    ("ο", "only looks like o", 0),
    ("１", "plain 1", 0),
    ("𝐴", "plain A", 0),
    ("1\u202e2", "right-to-left override", 1),
    ("1\u200b2", "zero width space", 1),
    ("\ufeff1", "zero width no-break space", 0),
    ("1\x00", "invisible", 1),
    ("e\u0301", "accent", 1),
    ("1 — 2", "plain -", 2),
    ("x_", "index", 1),
    ("__import__('os').system('x')", "index", 0),
    ('open("x")', '"""', 5),
    ("x.__class__", "index", 2),
    (r"\vdots", r"\vdots is not known", 0),
    (r"\begin{cases}1\end{cases}", "cases", 0),
    (r"\begin{vmatrix}1\end{vmatrix}", "determinant", 0),
    (r"\frac{1}", "two braces", 7),
    (r"\frac123", "braces", 0),
    (r"\sqrt[x]{2}", "index of a root", 0),
    ("9" * 1001, "too many digits", 0),
    ("1e1001", "too many digits", 0),
    ("9**9**9", "369 million digits", 0),
    ("9^9^9^9", "digits", 2),
    ("2^40000", "digits", 0),
    ("(10^400)^(10^3)", "digits", 1),
    ("10^9000 * 10^9000", "digits", 0),
    ("sqrt(10**4000+1)", "digits", 0),
    ("2^sqrt(10^25)", "exponent is far too large", 0),
    ("A^1000000", "exponent is far too large", 0),
    ("(10^40+1)^(1/2)", "under the root", 1),
    ("1" + "+1" * 2000, "2,000 parts", None),
    ("[" + "1," * 24 + "1]", "25 entries", 0),
    ("-" * 200 + "1", "100 deep", 99),
    ("2^" * 200 + "2", "100 deep", None),
    ("1/" * 200 + "2", "100 deep", None),
    ("[" * 4000, "brackets are nested", 100),
    ("|" * 200 + "1", "brackets are nested", 100),
    ("1" * 4097, "4,097 characters", 4096),
]


@pytest.mark.parametrize(("text", "words", "position"), REFUSED, ids=[t[:20] for t, _, _ in REFUSED])
def test_refused_with_the_reason_and_the_place(text: str, words: str, position: int | None) -> None:
    with pytest.raises(ParseError) as caught:
        answer(text)
    message = str(caught.value)
    assert words in message
    assert message.endswith((".", "..)"))
    assert caught.value.text == text
    if position is not None:
        assert caught.value.position == position


BOMBS = [
    "9**9**9",
    "((20!)!)",
    "10000000!",
    "sqrt(10**4000+1)",
    "[" * 4095,
    "(" * 2000 + "1" + ")" * 2000,
    "((" * 50 + "1" + "))^9" * 50,
    "-" * 4095,
    "^" * 4095,
    "1^" * 2047 + "1",
    "_" * 4095,
    "|" * 4095,
    "{" * 4095,
    "\\" * 4095,
    "\\frac" * 819,
    "\\frac{" * 682,
    "\\sqrt" * 819,
    "\\lim_{" * 585,
    "e" * 4095,
    "x'" * 2047,
    "a-" * 2047,
    "1e" * 2047,
    "." * 4095,
    "²" * 4095,
    "½" * 4095,
    "1 " * 2047,
    "x " * 2047,
    "1;" * 2047,
    "(a)" * 1365,
    "i.e." * 1023,
    "\n" * 4095,
    " " * 4095,
    "10^4000/7+" * 400 + "1",
    "1/10^4000+" * 400 + "1",
    "(2^32000)*" * 400 + "1",
    "2^(1/3)+" * 500 + "1",
    "9" * 4095,
    "0." + "9" * 4000,
    "1e-1000+" * 500 + "1",
    "J" * 4095,
    "PDP" * 1365,
    "n'" * 2047,
    "$" * 4095,
    "&" * 4095,
    "\\begin{" * 585,
    "[1 " * 1365,
    "λ" * 4095,
]


def slow(read: Callable[[str], Any], text: str) -> float:
    """Seconds until the text is read or refused as it should be: the best of three."""
    return min(_seconds(read, text) for _ in range(3))


def _seconds(read: Callable[[str], Any], text: str) -> float:
    start = time.process_time()  # what others do on this machine meanwhile does not count
    try:
        read(text)
    except (InputError, UndecidedError):
        pass
    return time.process_time() - start


@pytest.mark.parametrize("text", BOMBS, ids=[t[:12] for t in BOMBS])
def test_four_kilobytes_take_a_fifth_of_a_second_at_most(text: str) -> None:
    for read in (answer, rows, lambda t: rational(expression(t), "here")):
        assert slow(read, text) < 0.2


def test_a_hundred_thousand_brackets() -> None:
    with pytest.raises(ParseError, match="nested more than 100"):
        rows("[" * 100_000)
    assert slow(rows, "[" * 100_000) < 0.2


FRAGMENTS = st.sampled_from(
    (
        "1 2 0.5 x λ i sqrt ( ) [ ] { } , ; : | ' ^ * ** / + - ± = < -> and double is _ ² ½ √ . ! 1e9 diag "
        r"J2 span i.e. ^T \frac \sqrt \begin{bmatrix} \end{bmatrix} \left( \right) \\ & $ \lambda _{1} \{ \}"
    ).split()
)
SPACED = st.lists(FRAGMENTS, max_size=60).map(" ".join)
CRAMMED = st.lists(FRAGMENTS | st.just("\n"), max_size=60).map("".join)


@given(st.text(max_size=200) | SPACED | CRAMMED)
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    for read in (answer, rows, expression):
        try:
            read(text)
        except ParseError as error:
            assert error.text == text
            assert 0 <= error.position <= len(text)
            assert str(error)


@given(st.lists(FRAGMENTS, max_size=40).map(" ".join))
def test_any_expression_has_a_value_or_a_reason(text: str) -> None:
    try:
        node = expression(text, limits=ANSWER)
    except ParseError:
        return
    try:
        rational(node, "row 1, column 1")
    except (InputError, UndecidedError) as error:
        assert "row 1, column 1" in str(error)
