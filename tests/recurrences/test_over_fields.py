"""Recurrences, walks and populations over number fields: iteration in plain arithmetic, known identities."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from fractions import Fraction
from math import comb
from typing import Any

import mpmath
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.matrix import ExactMatrix
from symspec.recurrences.closed_form import ClosedForm
from symspec.recurrences.equation import read_equation
from symspec.recurrences.linear import Recurrence, recurrence
from symspec.recurrences.populations import leslie
from symspec.recurrences.sequence import companion_matrix

PARTS = st.sampled_from([Fraction(x) for x in (-1, 0, 0, 1, 2)] + [Fraction(1, 2)])


@dataclass(frozen=True)
class Pair:
    """x + y sqrt(D) in plain arithmetic: what the results are compared with."""

    x: Fraction
    y: Fraction
    d: int

    def __add__(self, other: Pair) -> Pair:
        return Pair(self.x + other.x, self.y + other.y, self.d)

    def __mul__(self, other: Pair) -> Pair:
        return Pair(self.x * other.x + self.d * self.y * other.y, self.x * other.y + self.y * other.x, self.d)

    @property
    def sympy(self) -> Any:
        x, y = (sympy.Rational(z.numerator, z.denominator) for z in (self.x, self.y))
        return x + y * sympy.sqrt(self.d)


@dataclass(frozen=True)
class Given:
    """A recurrence and the pairs that it was made of."""

    coefficients: tuple[Pair, ...]
    start: tuple[Pair, ...]
    constant: Pair
    first: int

    @property
    def recurrence(self) -> Recurrence:
        return recurrence(
            [c.sympy for c in self.coefficients],
            start=[x.sympy for x in self.start],
            constant=self.constant.sympy,
            first=self.first,
        )

    def stepped(self, count: int) -> list[Pair]:
        found = list(self.start)
        while len(found) < count:
            total = self.constant
            for i, c in enumerate(self.coefficients, 1):
                total = total + c * found[-i]
            found.append(total)
        return found[:count]


@st.composite
def recurrences(draw: st.DrawFn, *, most: int = 3, fields: tuple[int, ...] = (2, 5, -1)) -> Given:
    d, k = draw(st.sampled_from(fields)), draw(st.integers(1, most))
    pairs = st.builds(lambda x, y: Pair(x, y, d), PARTS, PARTS)
    lists = st.lists(pairs, min_size=k, max_size=k).map(tuple)
    constant = draw(st.one_of(st.just(Pair(Fraction(0), Fraction(0), d)), pairs))
    return Given(draw(lists), draw(lists), constant, draw(st.integers(-2, 2)))


def same(found: Any, expected: Pair) -> bool:
    return bool(sympy.sympify(found) == expected.sympy)


@settings(max_examples=40)
@given(recurrences())
def test_terms_are_those_of_the_definition(g: Given) -> None:
    r, expected = g.recurrence, g.stepped(14)
    assert all(map(same, r.terms(14), expected))
    assert all(same(r.at(r.first + m), x) for m, x in enumerate(expected))


@settings(max_examples=15)
@given(recurrences(), st.integers(60, 150))
def test_far_terms_by_plain_arithmetic(g: Given, m: int) -> None:
    assert same(g.recurrence.at(g.first + m), g.stepped(m + 1)[m])


@settings(max_examples=20)
@given(recurrences(), st.integers(1, 6))
def test_backwards_and_forwards_again(g: Given, m: int) -> None:
    r = g.recurrence
    try:
        before = [r.at(r.first - m + i) for i in range(len(g.start))]
    except ss.UndefinedError:
        assert r.sequence.minpoly(0) == 0
        return
    again = recurrence(r.coefficients, start=before, constant=r.constant, first=r.first - m)
    if r.charpoly(0) != 0:
        assert all(again.at(r.first + i) == r.at(r.first + i) for i in range(6))


@settings(max_examples=20)
@given(recurrences())
def test_generating_function_and_minimal_polynomial(g: Given) -> None:
    """Q times the series is P; the degree is the rank of a Hankel matrix (Kronecker)."""
    r = g.recurrence
    p, q = r.generating_function
    a, size = r.terms(20), len(g.start) + 2
    assert q(0) == 1
    for m in range(20):
        total: Any = sum((c * a[m - i] for i, c in enumerate(q.coefficients) if i <= m), Fraction(0))
        assert total == (p.coefficients[m] if m <= p.degree else 0)
    hankel = sympy.Matrix([[sympy.sympify(x) for x in a[i : i + size]] for i in range(size)])
    rank = hankel.rank(iszerofunc=lambda x: sympy.radsimp(sympy.expand(x)) == 0)
    assert r.sequence.order == rank


def value(form: ClosedForm, n: int) -> Any:
    """The closed form at n: sums over the roots of p are traces of powers of its companion matrix."""
    m = n - form.shift
    total: Any = Fraction(0)
    for t in form.terms:
        j = t.level
        binomial = comb(m, j) if m >= 0 else (-1) ** j * comb(j - m - 1, j)
        if not binomial:
            continue
        c = companion_matrix(t.polynomial)
        for k, x in enumerate(t.coefficient.coefficients):
            total = total + x * (c ** (m - j + k)).trace * binomial
    return total


@settings(max_examples=25)
@given(recurrences())
def test_the_closed_form_is_right_from_the_first_term_on(g: Given) -> None:
    form = g.recurrence.closed_form
    assert all(same(value(form, g.first + m), x) for m, x in enumerate(g.stepped(9)))


@pytest.mark.parametrize(
    ("c", "start", "constant", "first"),
    [
        (["sqrt(2)", 1], [0, 1], 0, 0),
        (["2 sqrt(2)", -2], [1, "i"], 0, -1),  # sqrt(2) twice
        ([1, 1], ["sqrt(3)", "i"], "sqrt(3)", 2),
        (["i", 0], ["1 + sqrt(5)", 2], "1/2", 0),
        (["1/sqrt(2)"], [0], "i", 0),
    ],
)
def test_it_becomes_a_sympy_expression(c: list[Any], start: list[Any], constant: Any, first: int) -> None:
    """A few examples, as SymPy takes long to evaluate roots of polynomials."""
    r = recurrence(c, start=start, constant=constant, first=first)
    expression = sympy.sympify(sympy.sympify(r))
    (n,) = expression.free_symbols
    for m, x in enumerate(r.terms(5)):
        found = complex(sympy.N(expression.subs(n, first + m), 20))
        expected = complex(sympy.N(sympy.sympify(x), 30))
        assert abs(found - expected) < 1e-10 * (1 + abs(expected))


@settings(max_examples=15, deadline=None)
@given(recurrences(most=2, fields=(2, 5)))
def test_the_real_form_agrees(g: Given) -> None:
    expression = sympy.sympify(g.recurrence.closed_form.real_form())
    n = next(iter(expression.free_symbols), sympy.Symbol("n"))
    assert not expression.has(sympy.I)
    for m, x in enumerate(g.stepped(5)):
        expected = float(x.sympy)
        assert abs(complex(sympy.N(expression.subs(n, g.first + m), 30)) - expected) < 1e-10 * (
            1 + abs(expected)
        )


@settings(max_examples=20, deadline=None)
@given(recurrences())
def test_behavior_is_that_of_the_terms(g: Given) -> None:
    """By far terms, in floating point of many digits."""
    r = g.recurrence
    with mpmath.workdps(40):
        far = [_value(r.at(n)) for n in range(1200, 1220)]
        size, before = max(map(abs, far)), max(abs(_value(r.at(n))) for n in range(600, 620))
        match r.behavior:
            case ss.Behavior.TENDS_TO_ZERO:
                assert size < 1e-6 and r.limit == 0
            case ss.Behavior.CONVERGES:
                assert r.limit != 0 and all(abs(x - _value(r.limit)) < 1e-6 for x in far)
            case ss.Behavior.BOUNDED_DIVERGENT:
                assert size <= 2 * before + 1e-9 and max(abs(x - far[0]) for x in far) > 1e-6
            case ss.Behavior.UNBOUNDED:
                assert size > 1.5 * before
    if not r.behavior.has_limit:
        with pytest.raises(ss.UndefinedError, match="no limit"):
            _ = r.limit


def _value(x: Any) -> Any:
    """The number, with a little more than 40 digits behind the point of its largest part."""
    return mpmath.mpmathify(sympy.N(sympy.sympify(x), 60, maxn=5000))


@settings(max_examples=15, deadline=None)
@given(recurrences(most=2))
def test_proofs_are_about_the_shortest_recurrence(g: Given) -> None:
    r = g.recurrence
    try:
        certificate = r.sequence.analysis.certificate
    except ss.UndecidedError:
        return
    assert ss.verify(certificate, r.sequence.companion).behavior is r.behavior


# -- identities ------------------------------------------------------------------------------


@pytest.mark.parametrize(("m", "k"), [(4, 1), (5, 1), (7, 2), (8, 3), (12, 5)])
def test_cosines_by_chebyshev(m: int, k: int) -> None:
    """a(n) = 2 cos(t) a(n-1) - a(n-2) from 1, cos(t): cos(n t), of period dividing 2 m for t = k pi/m."""
    r = recurrence([f"2 cos({k} pi/{m})", -1], start=[1, f"cos({k} pi/{m})"])
    one_less = recurrence([f"2 cos({k} pi/{m})", -1], start=[1, f"2 cos({k} pi/{m})"])  # U_n
    assert r.behavior is ss.Behavior.BOUNDED_DIVERGENT and r.growth.rate == 1
    for n in (*range(2 * m + 1), 10**6, 10**6 + 1):
        with mpmath.workdps(50):
            assert abs(_value(r.at(n)) - mpmath.cos(n * k * mpmath.pi / m)) < mpmath.mpf(10) ** -25
    assert r.at(2 * m * 10**9 + 3) == r.at(3)
    assert one_less.at(m - 1) == 0  # sin(m t)/sin(t)


def test_powers_of_units() -> None:
    """phi^n = F(n) phi + F(n-1); (1 + sqrt(2))^n = h + p sqrt(2) with the Pell numbers p."""
    f, pell = recurrence([1, 1], start=[0, 1]), recurrence([2, 1], start=[0, 1])
    golden = recurrence([1, 1], start=[1, "(1 + sqrt(5))/2"])
    silver = recurrence([2, 1], start=[1, "1 + sqrt(2)"])
    phi, root = golden.at(1), ss.matrix([["sqrt(2)"]])[0, 0]
    assert golden.sequence.order == silver.sequence.order == 1
    for n in (2, 3, 10, 101, 1000):
        assert golden.at(n) == f.at(n) * phi + f.at(n - 1) == phi**n
        half = pell.at(n) + pell.at(n - 1)
        assert silver.at(n) == half + pell.at(n) * root
        assert half**2 - 2 * pell.at(n) ** 2 == (-1) ** n
    assert golden.at(-1) == phi - 1 and golden.ratio_limit**2 == golden.ratio_limit + 1
    assert str(golden.closed_form) == "(1/2 + sqrt(5)/2)^n"


def test_powers_of_gaussian_numbers_and_roots_of_unity() -> None:
    """(1 + i)^(2m) = (2 i)^m; exp(2 pi i/7) has period 7."""
    r = recurrence(["1 + i"], start=[1])
    assert r.at(4000) == 2**2000 and r.at(4002) == r.at(2) * 2**2000
    turn = recurrence(["exp(2 pi i/7)"], start=[1])
    assert turn.at(7 * 10**30 + 2) == turn.at(2) and turn.behavior is ss.Behavior.BOUNDED_DIVERGENT


def test_binomial_sums_over_a_field() -> None:
    """(sqrt(2) + sqrt(3))^n + (sqrt(2) - sqrt(3))^n, from x^2 - 2 sqrt(2) x - 1."""
    r = recurrence(["2 sqrt(2)", 1], start=[2, "2 sqrt(2)"])
    for n in range(12):
        even = sum(comb(n, j) * 2 ** ((n - j) // 2) * 3 ** (j // 2) for j in range(0, n + 1, 2))
        if n % 2 == 0:
            assert r.at(n) == 2 * even
    assert str(r.ratio_limit**2) == "5 + 2 sqrt(6)"


def test_sums_of_a_geometric_series() -> None:
    """a(n) = a(n-1)/sqrt(2) + 1 tends to 1/(1 - 1/sqrt(2)) = 2 + sqrt(2) from every start."""
    for start in (0, "sqrt(3)", "i"):
        r = recurrence(["1/sqrt(2)"], start=[start], constant=1)
        assert r.behavior is ss.Behavior.CONVERGES and str(r.limit) == "2 + sqrt(2)"
    assert str(recurrence(["1/sqrt(2)"], start=["2 + sqrt(2)"], constant=1).closed_form) == "2 + sqrt(2)"


@pytest.mark.parametrize(
    ("r", "text", "latex"),
    [
        (recurrence(["i"], start=[1]), "i^n", r"i^{n}"),
        (recurrence(["2 sqrt(2)", -2], start=[1, 2]), "sqrt(2)^n + (2 - sqrt(2)) n sqrt(2)^(n-1)",
         r"\sqrt{2}^{n} + \left(2 - \sqrt{2}\right) n \sqrt{2}^{n-1}"),
        (recurrence([1, 1], start=[0, "sqrt(5)"]), "((1 + sqrt(5))/2)^n - ((1 - sqrt(5))/2)^n",
         r"\left(\frac{1 + \sqrt{5}}{2}\right)^{n} - \left(\frac{1 - \sqrt{5}}{2}\right)^{n}"),
        (recurrence(["sqrt(2)", 0], start=[1, 2]), "(1 - sqrt(2)) delta(n, 0) + sqrt(2) sqrt(2)^n",
         r"\left(1 - \sqrt{2}\right) \delta_{n,0} + \sqrt{2} \sqrt{2}^{n}"),
        (recurrence(["sqrt(2)", -1], start=[2, "sqrt(2)"]),
         "sum over alpha with alpha^2 - sqrt(2) alpha + 1 = 0 of alpha^n",
         r"\sum_{\alpha^{2} - \sqrt{2} \alpha + 1 = 0} \alpha^{n}"),
        (recurrence([1, 1], start=["sqrt(2)", "sqrt(2) + i"]),
         "sum over alpha with alpha^2 - alpha - 1 = 0 of "
         "((sqrt(2)/5 + 2/5 i) alpha + 2 sqrt(2)/5 - 1/5 i) alpha^n",  # traces: u + 2 v, 3 u + v
         r"\sum_{\alpha^{2} - \alpha - 1 = 0} \left(\left(\frac{\sqrt{2}}{5} + \frac{2}{5} i\right) \alpha"
         r" + \left(\frac{2 \sqrt{2}}{5} - \frac{1}{5} i\right)\right) \alpha^{n}"),
        (recurrence([2], start=["-sqrt(3)"]), "-sqrt(3) 2^n", r"-\sqrt{3} 2^{n}"),
        (recurrence([1], start=["i - 1"]), "-1 + i", "-1 + i"),
    ],
)  # fmt: skip
def test_closed_forms_as_they_are_written(r: Recurrence, text: str, latex: str) -> None:
    assert (str(r.closed_form), r.closed_form.latex) == (text, latex)


def test_a_start_may_be_in_another_field() -> None:
    r = recurrence(["sqrt(2)"], start=["sqrt(3)"], constant="i")
    assert same_number(r.at(2), "2 sqrt(3) + i + i sqrt(2)")
    assert r.at(1000) == r.at(999) * r.coefficients[0] + r.constant


def same_number(x: Any, text: str) -> bool:
    return bool(x == ss.matrix([[text]])[0, 0])


def test_real_forms_need_a_real_field() -> None:
    with pytest.raises(ss.UnsupportedFieldError, match="over real fields only"):
        recurrence(["i"], start=[1]).closed_form.real_form()
    form = recurrence(["sqrt(2)", -1], start=[1, "sqrt(2)/2"]).closed_form.real_form()
    n = sympy.Symbol("n", integer=True, nonnegative=True)
    assert form == sympy.cos(sympy.pi * n / 4)
    constant = recurrence([2, -2], start=[2, 2]).closed_form.real_form()  # (1 + i)^n + (1 - i)^n
    assert [sympy.simplify(constant.subs(n, m)) for m in range(5)] == [2, 2, 0, -4, -8]


def test_terms_that_are_not_determined_or_too_long() -> None:
    with pytest.raises(ss.UndefinedError, match="begin with a\\(0\\)"):
        recurrence(["sqrt(2)", 0], start=[1, 5]).at(-1)
    with pytest.raises(ss.BudgetExceededError, match="bits"):
        recurrence(["sqrt(2)", 1], start=[1, 1]).at(10**12)
    with pytest.raises(ss.UnsupportedFieldError, match="degree"):
        recurrence(["2^(1/7)"], start=["3^(1/11)"])


def test_it_is_a_value_and_prints_itself() -> None:
    r = recurrence("a(n) = -sqrt(2) a(n-1) + (1 + i) a(n-2) - 1/2", start=[1, "sqrt(3)"])
    assert pickle.loads(pickle.dumps(r)) == r
    assert str(r) == "a(n) = -sqrt(2) a(n-1) + (1 + i) a(n-2) - 1/2, a(0) = 1, a(1) = sqrt(3)"
    assert read_equation(str(r).split(", ")[0]) == (r.coefficients, r.constant)


@pytest.mark.parametrize(
    ("text", "c", "constant"),
    [
        ("a(n+1) = sqrt(2) a(n) - i", ["sqrt(2)"], "-i"),
        ("u_{n+2} = (1 + sqrt(5))/2 * u_{n+1} - 2^(1/3) u_n", ["(1 + sqrt(5))/2", "-2^(1/3)"], "0"),
        ("x[k+2] = 2cos(pi/5) x[k+1] - x[k] + 1/sqrt(3)", ["2 cos(pi/5)", "-1"], "1/sqrt(3)"),
        ("a(n) = 2^-1 a(n-1)", ["1/2"], "0"),
        ("a(n) = -(sqrt(2) - 1) a(n-1) + sqrt(2) a(n-1)", ["1"], "0"),
    ],
)
def test_equations(text: str, c: list[str], constant: str) -> None:
    found, added = read_equation(text)
    assert all(same_number(x, y) for x, y in zip(found, c, strict=True)) and same_number(added, constant)


# -- walks -----------------------------------------------------------------------------------

WEIGHTS = st.sampled_from([0, 0, 1, sympy.sqrt(2), 1 + sympy.sqrt(2), sympy.Rational(1, 2)])


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 3).flatmap(lambda n: st.lists(WEIGHTS, min_size=n * n, max_size=n * n)))
def test_weights_of_walks_are_entries_of_the_power(weights: list[Any]) -> None:
    k = int(len(weights) ** 0.5)
    a = sympy.Matrix(k, k, weights)
    g, power = ss.walks(a), sympy.eye(k)
    for n in range(6):
        entries = [[sympy.expand(power[i, j]) for j in range(k)] for i in range(k)]
        assert [[sympy.sympify(g.count(n, i, j)) for j in range(k)] for i in range(k)] == entries
        assert sympy.sympify(g.total(n)) == sympy.expand(sum(sum(row) for row in entries))
        assert sympy.sympify(g.closed(n)) == sympy.expand(sum(entries[i][i] for i in range(k)))
        power = power * a
    assert g.counts(40)[0, k - 1] == g.count(40, 0, k - 1)
    assert g.all_walks.growth.rate == g.perron.value == g.analysis.spectral_radius


def test_a_weighted_edge_and_a_field_with_rational_entries() -> None:
    """[[1, w], [w, 0]] with w^2 = 2 has the eigenvalues 2, -1."""
    g = ss.walks("[[1, sqrt(2)], [sqrt(2), 0]]")
    assert str(g.between(0, 0).closed_form) == "2/3 2^n + 1/3 (-1)^n"
    assert g.closed(10) == 2**10 + 1 and g.perron.value == 2
    a = ss.matrix("[[1, sqrt(2)], [sqrt(2), 0]]")
    squared = ss.walks(a @ a - a)  # 2 I, by A^2 = A + 2
    assert type(squared.matrix) is ExactMatrix and squared.count(5, 0, 0) == 32


# -- populations -----------------------------------------------------------------------------

RATIONAL_MODELS = [
    ([0, 0, 6], ["1/2", "1/3"]),
    ([0, 1, 2, 0], ["1/2", "1/2", "1/2"]),
    ([0, 2], ["1/3"]),
    ([1, 1], ["1/2", "1/3"]),
    ([0, 1, 0], ["1/2", "1/2", "1/2"]),
]


@pytest.mark.parametrize(("f", "s"), RATIONAL_MODELS)
def test_a_multiple_of_the_matrix_keeps_the_ages(f: list[int], s: list[str]) -> None:
    """sqrt(2) A has sqrt(2) lambda, the same stable ages and limit cycles."""
    model = leslie(f, s)
    wide = leslie([f"{x} sqrt(2)" for x in f], [f"{x} sqrt(2)" for x in s])
    assert wide.growth_rate**2 == model.growth_rate**2 * 2 and wide.period == model.period
    assert wide.stable_distribution.entries == model.stable_distribution.entries
    start = [1] + [0] * (len(f) - 1)
    cycles = [[v.entries for v in m.limit_cycle(start)] for m in (wide, model)]
    assert cycles[0] == cycles[1]
    again = [v.entries for v in model.limit_cycle([f"{x} sqrt(3)" for x in start])]
    assert again == cycles[0]
    assert wide.population(start, 4) == tuple(4 * x for x in model.population(start, 4))
    assert wide.reproductive_values.signs == model.reproductive_values.signs


@pytest.mark.parametrize(
    ("f", "s", "fate"),
    [
        ([0, "sqrt(2)"], ["sqrt(2)/2"], "stationary"),
        (["sqrt(2)", 1], ["1/2"], "grows"),
        ([0, "2^(1/3)", 0], ["1/2", "1/2", "1/sqrt(3)"], "dies out"),
        ([0, "(1 + sqrt(5))/2"], ["(sqrt(5) - 1)/2", 0], "stationary"),
        (["sqrt(3)/4", "sqrt(2)/2"], ["1/sqrt(2)", "1/3"], "grows"),
    ],
)
def test_growth_and_reproduction_rate_agree(f: list[Any], s: list[Any], fate: str) -> None:
    """sum f_i l_i lambda^-i = 1 (Euler and Lotka), to thirty digits; lambda - 1 has the sign of R_0 - 1."""
    model, n = leslie(f, s), len(f)
    assert model.fate == fate
    expected = {
        ss.Behavior.UNBOUNDED: "grows",
        ss.Behavior.TENDS_TO_ZERO: "dies out",
    }
    assert expected.get(model.analysis.behavior, "stationary") == fate
    with mpmath.workdps(30):
        rate, kept = _value(model.growth_rate), _value(model._remaining)
        total = mpmath.mpf(0)
        for i, (x, reached) in enumerate(zip(model.fecundities, model.survivorship, strict=True), 1):
            last = rate - kept if i == n else rate
            total += _value(x) * _value(reached) / (rate ** (i - 1) * last)
        assert abs(total - 1) < mpmath.mpf(10) ** -25
    v = model.stable_distribution
    if v.polynomial.degree * model.matrix.field.degree <= 6:
        assert sum(v.entries[1:], v.entries[0]) == 1


def test_a_start_in_a_wider_field_and_with_the_phases_mixed() -> None:
    """Far populations come close to the limit cycle."""
    model = leslie([0, "sqrt(2)", 0], ["1/2", "1/2", "1/sqrt(3)"])
    start = ["sqrt(5)", 1, 0]
    cycle = model.limit_cycle(start)
    assert len(cycle) == 2
    for r, v in enumerate(cycle):
        with mpmath.workdps(60):
            x = [_value(y) for y in model.population(start, 120 + r)]
            shares = [y / sum(x) for y in x]
            assert all(abs(y - _value(z)) < 1e-6 for y, z in zip(shares, v.entries, strict=True))
