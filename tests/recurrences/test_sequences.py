"""Linear recurrences: terms one by one, huge n, closed forms, generating functions, published sequences."""

from __future__ import annotations

import pickle
from fractions import Fraction
from math import comb

import mpmath
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.recurrences.closed_form import ClosedForm
from symspec.recurrences.equation import read_equation
from symspec.recurrences.linear import Recurrence, recurrence
from symspec.recurrences.sequence import companion_matrix

SMALL = st.sampled_from([Fraction(x) for x in (-2, -1, 0, 0, 1, 1, 2, 3)] + [Fraction(1, 2), Fraction(-1, 3)])


@st.composite
def recurrences(draw: st.DrawFn, *, most: int = 4) -> Recurrence:
    k = draw(st.integers(1, most))
    c = draw(st.lists(SMALL, min_size=k, max_size=k))
    start = draw(st.lists(SMALL, min_size=k, max_size=k))
    return recurrence(c, start=start, constant=draw(SMALL), first=draw(st.integers(-3, 3)))


def stepped(r: Recurrence, count: int) -> list[Fraction]:
    """The terms as the definition says."""
    found = list(r.start)
    while len(found) < count:
        found.append(sum((c * found[-i] for i, c in enumerate(r.coefficients, 1)), r.constant))
    return found[:count]


@settings(max_examples=20)
@given(recurrences())
def test_terms_are_those_of_the_definition(r: Recurrence) -> None:
    expected = stepped(r, 16)
    assert list(r.terms(16)) == expected
    assert [r.at(r.first + m) for m in range(16)] == expected


@given(recurrences(), st.integers(20, 200))
def test_far_terms_satisfy_the_recurrence(r: Recurrence, n: int) -> None:
    last = sum((c * r.at(n - i) for i, c in enumerate(r.coefficients, 1)), r.constant)
    assert r.at(n) == last


@settings(max_examples=20)
@given(recurrences())
def test_the_powers_of_the_companion_give_the_terms(r: Recurrence) -> None:
    """s(n + 1) = C s(n) + constant e_k."""
    k, s = len(r.start), ExactMatrix.from_fractions([[x] for x in r.start])
    added = ExactMatrix.from_fractions([[Fraction(0)]] * (k - 1) + [[r.constant]])
    for x in stepped(r, 8):
        assert s[0, 0] == x
        s = r.companion @ s + added
    assert r.companion.charpoly == r.charpoly


@settings(max_examples=20)
@given(recurrences())
def test_the_generating_function_is_the_series(r: Recurrence) -> None:
    p, q = r.generating_function
    assert q(0) == 1 and (p.degree < 0 or p.gcdex(q)[0].degree == 0)
    product = (q * q.of_same(stepped(r, 20))).coefficients
    padded = [*p.coefficients, *[0] * 20]
    assert list(product[:20]) == padded[: len(product[:20])]


@settings(max_examples=20)
@given(recurrences())
def test_the_minimal_polynomial_is_minimal(r: Recurrence) -> None:
    """Its degree is the rank of the Hankel matrices (Kronecker); it annihilates the terms."""
    a, size = stepped(r, 20), len(r.start) + 2
    hankel = ExactMatrix.from_fractions([a[i : i + size] for i in range(size)])
    q = r.sequence.minpoly
    assert q.degree == hankel.rank == r.sequence.order
    for m in range(20 - q.degree):
        assert sum((c * a[m + i] for i, c in enumerate(q.coefficients)), Fraction(0)) == 0


def value(form: ClosedForm, n: int) -> Fraction:
    """The closed form at n: sums over conjugates are traces of companion matrices."""
    m, total = n - form.shift, Fraction(0)
    for t in form.terms:
        c = companion_matrix(t.polynomial)
        powers = (
            c ** (m - t.level)
            if m >= t.level
            else c * 0
            if t.polynomial(0) == 0 or m >= 0
            else c ** (m - t.level)
        )
        binomial = comb(m, t.level) if m >= 0 else (-1) ** t.level * comb(t.level - m - 1, t.level)
        total += binomial * (t.coefficient.at_matrix(c) @ powers).trace
    return total


@settings(max_examples=20)
@given(recurrences())
def test_the_closed_form_is_right_from_the_first_term_on(r: Recurrence) -> None:
    assert [value(r.closed_form, r.first + m) for m in range(12)] == stepped(r, 12)


@settings(max_examples=25)
@given(recurrences(most=2))
def test_it_becomes_a_sympy_expression(r: Recurrence) -> None:
    expression = sympy.sympify(sympy.sympify(r))
    n = next(iter(expression.free_symbols), sympy.Symbol("n"))
    for m, x in enumerate(stepped(r, 6)):
        found = expression.subs(n, r.first + m)
        assert abs(complex(sympy.N(found, 30)) - float(x)) < 1e-12 * (1 + abs(float(x)))


@settings(max_examples=20)
@given(recurrences())
def test_behavior_is_that_of_the_terms(r: Recurrence) -> None:
    """By far terms: a(n) stays, shrinks or grows; no rate here is very near 1 without being 1."""
    far = [r.at(n) for n in range(1200, 1240)]
    size, before = max(map(abs, far)), max(abs(r.at(n)) for n in range(600, 640))
    match r.behavior:
        case ss.Behavior.TENDS_TO_ZERO:
            assert size < Fraction(1, 10**6) and r.limit == 0
        case ss.Behavior.CONVERGES:
            assert r.limit != 0 and all(abs(x - r.limit) < Fraction(1, 10**6) for x in far)
        case ss.Behavior.BOUNDED_DIVERGENT:
            assert size <= 2 * before and max(far) - min(far) > Fraction(1, 10**6)
        case ss.Behavior.UNBOUNDED:
            assert size > Fraction(3, 2) * before
    if not r.behavior.has_limit:
        with pytest.raises(ss.UndefinedError, match="no limit"):
            _ = r.limit


@settings(max_examples=20)
@given(recurrences())
def test_quotients(r: Recurrence) -> None:
    try:
        expected = r.ratio_limit
    except ss.UndefinedError:
        return
    a, b = r.at(4000), r.at(4001)
    low, high = expected.modulus_interval(40)
    assert abs(abs(b / a) - (low + high) / 2) < Fraction(1, 100) * (1 + high)


@settings(max_examples=20)
@given(recurrences())
def test_proofs_are_about_the_shortest_recurrence(r: Recurrence) -> None:
    verified = ss.verify(r.sequence.analysis.certificate, r.sequence.companion)
    assert verified.behavior is r.behavior


# -- published sequences (OEIS) --------------------------------------------------------------


@pytest.mark.parametrize(
    ("c", "start", "constant", "terms"),
    [
        ([1, 1], [0, 1], 0, [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55]),  # A000045 Fibonacci
        ([1, 1], [2, 1], 0, [2, 1, 3, 4, 7, 11, 18, 29, 47, 76]),  # A000032 Lucas
        ([2, 1], [0, 1], 0, [0, 1, 2, 5, 12, 29, 70, 169, 408]),  # A000129 Pell
        ([1, 2], [0, 1], 0, [0, 1, 1, 3, 5, 11, 21, 43, 85]),  # A001045 Jacobsthal
        ([1, 1, 1], [0, 0, 1], 0, [0, 0, 1, 1, 2, 4, 7, 13, 24, 44, 81]),  # A000073 Tribonacci
        ([0, 1, 1], [1, 1, 1], 0, [1, 1, 1, 2, 2, 3, 4, 5, 7, 9, 12, 16]),  # A134816 Padovan
        ([0, 1, 1], [3, 0, 2], 0, [3, 0, 2, 3, 2, 5, 5, 7, 10, 12, 17]),  # A001608 Perrin
        ([1, 0, 1], [1, 1, 1], 0, [1, 1, 1, 2, 3, 4, 6, 9, 13, 19]),  # A000930 Narayana's cows
        ([2], [0], 1, [0, 1, 3, 7, 15, 31, 63]),  # A000225 Tower of Hanoi
        ([1, 1], [1, 1], 1, [1, 1, 3, 5, 9, 15, 25, 41, 67]),  # A001595 Leonardo
    ],
)  # fmt: skip
def test_published_sequences(c: list[int], start: list[int], constant: int, terms: list[int]) -> None:
    r = recurrence(c, start=start, constant=constant)
    assert list(r.terms(len(terms))) == terms == [r.at(n) for n in range(len(terms))]


def test_fibonacci_far_away() -> None:
    """Against mpmath's own Fibonacci numbers; F(10^6) has 208988 digits."""
    f = recurrence([1, 1], start=[0, 1])
    assert f.at(1000) == int(sympy.fibonacci(1000))
    x = f.at(10**6)
    with mpmath.workdps(25):
        assert mpmath.floor(mpmath.log10(mpmath.mpf(int(x)))) + 1 == 208988
    assert f.at(-7) == 13 and f.at(-8) == -21
    assert str(f.closed_form) == "(sqrt(5)/5) ((1 + sqrt(5))/2)^n - (sqrt(5)/5) ((1 - sqrt(5))/2)^n"
    n, five = sympy.Symbol("n", integer=True, nonnegative=True), sympy.sqrt(5)
    binet = (((1 + five) / 2) ** n - ((1 - five) / 2) ** n) / five
    assert sympy.simplify(sympy.sympify(f) - binet) == 0


def test_plastic_number_and_its_conjugates() -> None:
    """Padovan: the ratio is the real root of x^3 = x + 1 (1.324717957..)."""
    ratio = recurrence([0, 1, 1], start=[1, 1, 1]).ratio_limit
    assert ratio**3 == ratio + 1 and abs(float(ratio.modulus_interval(60)[0]) - 1.324717957244746) < 1e-14


def test_a_start_may_hide_an_eigenvalue() -> None:
    """a(n) = 3 a(n-1) - 2 a(n-2): from 1, 1 constant, though other starts grow as 2^n."""
    r = recurrence([3, -2], start=[1, 1])
    assert r.behavior is ss.Behavior.CONVERGES and r.limit == 1 and str(r.closed_form) == "1"
    assert r.all_starts.behavior is ss.Behavior.UNBOUNDED
    assert recurrence([3, -2], start=[1, 2]).behavior is ss.Behavior.UNBOUNDED


@pytest.mark.parametrize(
    ("r", "text", "latex"),
    [
        (recurrence([2], start=[0], constant=1), "2^n - 1", "2^{n} - 1"),
        (recurrence([2, -1], start=[0, 0], constant=1), "n(n-1)/2", r"\binom{n}{2}"),
        (recurrence([4, -4], start=[0, 1]), "n 2^(n-1)", "n 2^{n-1}"),
        (recurrence(["1/2"], start=[0], constant=3), "6 - 6 (1/2)^n",
         r"6 - 6 \left(\frac{1}{2}\right)^{n}"),
        (recurrence([0, 0], start=[1, 5], first=2), "delta(n-2, 0) + 5 delta(n-2, 1)",
         r"\delta_{n-2,0} + 5 \delta_{n-2,1}"),
        (recurrence([1, 0], start=[1, 5]), "5 - 4 delta(n, 0)", r"5 - 4 \delta_{n,0}"),
        (recurrence([0, 0, 2], start=[3, 0, 0]), "sum over alpha with alpha^3 - 2 = 0 of alpha^n",
         r"\sum_{\alpha^{3} - 2 = 0} \alpha^{n}"),
        (recurrence([1], start=[0]), "0", "0"),
    ],
)  # fmt: skip
def test_closed_forms_as_they_are_written(r: Recurrence, text: str, latex: str) -> None:
    assert (str(r.closed_form), r.closed_form.latex) == (text, latex)


def test_quotients_without_a_limit() -> None:
    with pytest.raises(ss.UndefinedError, match="same modulus"):
        _ = recurrence([0, -1], start=[1, 0]).ratio_limit
    with pytest.raises(ss.UndefinedError, match="0 from some n"):
        _ = recurrence([0, 0], start=[1, 5]).ratio_limit
    assert recurrence([0, 4], start=[1, 2]).ratio_limit == 2  # -2 is hidden from this start


# -- reading ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "c", "constant"),
    [
        ("a(n+2) = a(n+1) + a(n)", [1, 1], 0),
        ("F(n) = F(n-1) + F(n-2)", [1, 1], 0),
        ("u_{n+2} = 3 u_{n+1} - 2 u_n + 1/2", [3, -2], "1/2"),
        ("x[k+3]=-x[k]", [0, 0, -1], 0),
        ("a(n) = 1 - a(n-1)", [-1], 1),
        ("a(n+1) = 2*a(n) + 0.5 a(n-1) - 3", [2, "1/2"], -3),
        ("a(n) = a(n-1) + a(n-1)", [2], 0),
    ],
)
def test_equations(text: str, c: list[object], constant: object) -> None:
    assert read_equation(text) == (tuple(Fraction(str(x)) for x in c), Fraction(str(constant)))


@pytest.mark.parametrize(
    "text",
    [
        "a(n) = ", "= a(n-1)", "a(n) = a(n)", "a(n) = a(n+1)", "a(n) = b(n-1)", "a(n) = a(k-1)",
        "2 a(n) = a(n-1)",
        "a(n) = a(n-1)^2", "a(n) = a(n-1) a(n-2)", "a(n) = n a(n-1)", "a(n) = 5", "a(n) + a(n-1) = 0",
        "a(n) = __import__('os')",
        "a(n) = pi a(n-1)", "a(n) = a(n-1) sqrt(2)", "a(n) = sqrt(a(n-1))", "a(n) = a(n-1) + + a(n-2)",
        "a(n) = a(n-1) +", "a(n) = - - a(n-1)", "a(n) = 2 x(3) a(n-1)", "sqrt(2) a(n) = a(n-1)", "", "=",
    ],
)  # fmt: skip
def test_refused_equations(text: str) -> None:
    with pytest.raises(ss.ParseError, match="Write an equation"):
        read_equation(text)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"coefficients": [1, 1], "start": [0]}, "2 coefficients need 2 first terms"),
        ({"coefficients": [], "start": []}, "empty"),
        ({"coefficients": 5, "start": [1]}, "no list"),
        ({"coefficients": [[1], [2]], "start": [1]}, "no list"),
        ({"coefficients": [float("nan")], "start": [1]}, "not a number"),
        ({"coefficients": ["pi"], "start": [1]}, "pi"),
        ({"coefficients": ["sqrt(2)", "i"], "start": [1]}, "2 coefficients need 2 first terms"),
        ({"coefficients": [1], "start": [1], "first": 1.5}, "whole number"),
        ({"coefficients": [1], "start": [1], "constant": "x"}, "letter|number"),
    ],
)
def test_refused_input(arguments: dict[str, object], said: str) -> None:
    with pytest.raises((ss.InputError, ss.UnsupportedFieldError), match=said):
        recurrence(**arguments)  # type: ignore[arg-type]


def test_terms_that_are_not_determined_or_too_long() -> None:
    with pytest.raises(ss.UndefinedError, match="begin with a\\(0\\)"):
        recurrence([1, 0], start=[1, 5]).at(-1)
    with pytest.raises(ss.BudgetExceededError, match="bits"):
        recurrence([3], start=[1]).at(10**12)
    with pytest.raises(ss.BudgetExceededError, match="too many"):
        recurrence([3], start=[1]).terms(10**9)
    assert recurrence([-1], start=[1]).at(10**30 + 1) == -1


def test_it_is_a_value_and_prints_itself() -> None:
    r = recurrence("a(n) = 1/2 a(n-2) - a(n-3) + 4", start=[1, 2, 3], first=1)
    assert pickle.loads(pickle.dumps(r)) == r
    assert str(r) == "a(n) = 1/2 a(n-2) - a(n-3) + 4, a(1) = 1, a(2) = 2, a(3) = 3"
    assert r.charpoly == Polynomial.of([1, Fraction(-1, 2), 0, 1])


def test_conjugate_pairs_in_real_form() -> None:
    """a(n) = 2 a(n-1) - 2 a(n-2) from 0, 1: sqrt(2)^n sin(n pi/4)."""
    form = recurrence([2, -2], start=[0, 1]).closed_form.real_form()
    (n,) = form.free_symbols
    assert not form.has(sympy.I)
    for m, x in enumerate([0, 1, 2, 2, 0, -4, -8, -8, 0]):
        assert sympy.simplify(form.subs(n, m) - x) == 0
