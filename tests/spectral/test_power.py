"""A^n in closed form, projectors, limits of orbits, means and periods."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.blocks import column
from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.spectral_projectors import trace_form
from tests.strategies import FACTORS, Structured, structured_matrices

n = sympy.Symbol("n", integer=True, nonnegative=True)
ON_OR_INSIDE = tuple(
    p for p in FACTORS if max(abs(z) for z in sympy.Poly(p[::-1], sympy.Symbol("x")).nroots()) < 1.0001
)


@given(structured_matrices())
def test_the_closed_form_is_the_power(case: Structured) -> None:
    a, form = case.matrix, ss.analyze(case.matrix).power
    power = a.identity()
    for k in range(2 * a.order + 1):
        assert form.at(k) == power
        power = power @ a
    assert form.valid_from == max(case.blocks.get((0, 1), (0,)))


@given(structured_matrices(), st.integers(1, 12))
def test_negative_powers(case: Structured, k: int) -> None:
    form = ss.analyze(case.matrix).power
    if (0, 1) in case.blocks:
        with pytest.raises(ss.UndefinedError):
            form.at(-k)
    else:
        assert form.at(-k) @ case.matrix**k == case.matrix.identity()


@given(structured_matrices())
def test_the_terms_add_up_to_the_power(case: Structured) -> None:
    a, form = case.matrix, ss.analyze(case.matrix).power
    for k in (0, 1, a.order, a.order + 3):
        assert from_terms(form.terms, k, a) == a**k


def from_terms(terms: tuple, k: int, a: ExactMatrix) -> ExactMatrix:  # type: ignore[type-arg]
    """sum C(k, j) Tr(alpha^(k - j + l)) S_l, the traces as power sums of the companion matrix."""
    total = a * 0
    for t in terms:
        if k < t.level:
            continue
        d, c = t.polynomial.degree, t.polynomial.coefficients
        shift = [[int(j == i + 1) for j in range(d)] for i in range(d - 1)] + [[-x for x in c[:-1]]]
        alpha = ExactMatrix.from_fractions(shift, backend=a.backend)
        for i, s in enumerate(t.matrices):
            total += s * (sympy_binomial(k, t.level) * (alpha ** (k - t.level + i)).trace)
    return total


def sympy_binomial(k: int, j: int) -> int:
    return int(sympy.binomial(k, j))


@settings(max_examples=15)
@given(structured_matrices(max_order=4))
def test_the_sympy_forms(case: Structured) -> None:
    form = ss.analyze(case.matrix).power
    for symbolic in (sympy.sympify(form), form.real_form()):
        plain = symbolic.xreplace({z: z.n(40) for z in symbolic.atoms(sympy.CRootOf)})
        for k in range(2 * case.matrix.order + 1):
            difference = (plain.subs(n, k) - sympy.sympify(case.matrix) ** k).n(30)
            assert max(abs(complex(x)) for x in difference) < 1e-20


def test_the_real_form_is_real() -> None:
    form = ss.analyze([["3/5", "-4/5"], ["4/5", "3/5"]]).power.real_form()
    assert not form.has(sympy.I)
    assert form[0, 0] == sympy.cos(n * sympy.atan2(sympy.Rational(4, 5), sympy.Rational(3, 5)))


def test_text_and_latex() -> None:
    form = ss.analyze([[2, 1], [0, 2]]).power
    assert str(form) == "2^n [[1, 0], [0, 1]] + n 2^(n-1) [[0, 1], [0, 0]]"
    assert form.latex.startswith(
        r"2^n \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix} + n 2^{n-1} \begin{pmatrix}"
    )


def test_huge_exponents() -> None:
    shift = ss.analyze([[0, 1, 0], [0, 0, 1], [1, 0, 0]])
    assert shift.power.at(10**30 + 1) == shift.matrix ** ((10**30 + 1) % 3)
    fibonacci = ss.analyze([[1, 1], [1, 0]]).power
    assert fibonacci.at(10**5)[0, 1] == sympy.fibonacci(10**5)
    jordan = ss.analyze([[1, 1], [0, 1]]).power
    assert jordan.at(10**40)[0, 1] == 10**40
    with pytest.raises(ss.BudgetExceededError):
        fibonacci.at(10**12)


@given(structured_matrices())
def test_projectors(case: Structured) -> None:
    an = ss.analyze(case.matrix)
    total = case.matrix * 0
    for i, pi in enumerate(an.projectors):
        chosen = case.blocks[pi.polynomial.primitive]
        assert pi.matrix @ pi.matrix == pi.matrix
        assert pi.matrix @ case.matrix == case.matrix @ pi.matrix
        assert pi.matrix.trace == sum(chosen) * pi.polynomial.degree
        assert all((pi.matrix @ other.matrix).is_zero for other in an.projectors[:i])
        total += pi.matrix
    assert total == case.matrix.identity()


@given(structured_matrices())
def test_the_spectral_representation_adds_up(case: Structured) -> None:
    a, total = case.matrix, case.matrix * 0
    for c in ss.analyze(a).spectral_representation:
        d = c.polynomial.degree
        # Tr(alpha^(l + 1)) is in the second row of the trace form, but for l = d - 1: by the recurrence of p.
        first = trace_form(c.polynomial, a).tolist()[0]
        last = -sum(x * s for x, s in zip(c.polynomial.coefficients, first, strict=False))
        traces = [*first[1:], last]
        total += c.nilpotent
        for s, t in zip(c.projector, traces, strict=True):
            total += s * t
        assert len(c.projector) == d
    assert total == a


@given(structured_matrices())
def test_multiplicative_dunford(case: Structured) -> None:
    an = ss.analyze(case.matrix)
    if (0, 1) in case.blocks:
        with pytest.raises(ss.UndefinedError):
            an.multiplicative_dunford
        return
    found = an.multiplicative_dunford
    assert found.S @ found.U == found.U @ found.S == case.matrix
    assert ((found.U - found.U.identity()) ** found.index).is_zero
    assert ss.analyze(found.S).dunford.N.is_zero


@given(structured_matrices(factors=ON_OR_INSIDE))
def test_cesaro_limit(case: Structured) -> None:
    an = ss.analyze(case.matrix)
    if not an.behavior.is_bounded:
        with pytest.raises(ss.UndefinedError):
            an.cesaro_limit
        return
    limit = an.cesaro_limit
    assert limit @ limit == limit
    assert case.matrix @ limit == limit @ case.matrix == limit
    assert limit.rank == len(case.blocks.get((-1, 1), ()))


@given(structured_matrices(factors=ON_OR_INSIDE))
def test_the_period_and_its_cluster_points(case: Structured) -> None:
    an = ss.analyze(case.matrix)
    rotation = (5, -6, 5) in case.blocks
    if not an.behavior.is_bounded or rotation:
        with pytest.raises(ss.UndefinedError):
            an.asymptotic_period
        return
    found = an.asymptotic_period
    mean = sum(found.cluster_points[1:], found.cluster_points[0]) / found.period
    assert mean == an.cesaro_limit
    distance = an.power.at(60 * found.period) - found.cluster_points[0]
    assert (distance @ distance).norm < Fraction(1, 2) or (-99, 100) in case.blocks
    assert len(set(found.cluster_points)) == found.period
    if found.exact_from is not None:
        start = found.exact_from
        assert case.matrix ** (start + found.period) == case.matrix**start
        assert start == 0 or case.matrix ** (start - 1 + found.period) != case.matrix ** (start - 1)


@given(structured_matrices(factors=ON_OR_INSIDE), st.data())
def test_limits_of_orbits(case: Structured, data: st.DataObject) -> None:
    an = ss.analyze(case.matrix)
    v = column(
        case.matrix,
        data.draw(st.lists(st.integers(-3, 3), min_size=an.matrix.order, max_size=an.matrix.order)),
    )
    try:
        limit = an.limit_of(v)
    except ss.UndefinedError:
        assert not an.behavior.has_limit
        return
    assert case.matrix @ limit == limit
    if an.behavior.has_limit:
        assert limit == an.limit @ v


def test_an_orbit_may_converge_where_the_powers_do_not() -> None:
    an = ss.analyze([[1, 0, 0], [0, 2, 0], [0, 0, -1]])
    assert an.limit_of(column(an.matrix, [5, 0, 0])) == column(an.matrix, [5, 0, 0])
    for start, reason in (([0, 1, 0], "grows"), ([0, 0, 1], "neither fades nor settles")):
        with pytest.raises(ss.UndefinedError, match=reason):
            an.limit_of(column(an.matrix, start))
    with pytest.raises(ss.UndefinedError, match="chain of the eigenvalue 1"):
        an = ss.analyze([[1, 1], [0, 1]])
        an.limit_of(column(an.matrix, [0, 1]))


def test_long_factors_are_divided_by_their_slope() -> None:
    form = ss.analyze("0 0 2; 1 0 0; 0 1 0").power
    assert str(form) == (
        "sum over alpha with alpha^3 - 2 = 0 of alpha^n/(3 alpha^2) ([[0, 2, 0], [0, 0, 2], [1, 0, 0]]"
        " + alpha [[0, 0, 2], [1, 0, 0], [0, 1, 0]] + alpha^2 [[1, 0, 0], [0, 1, 0], [0, 0, 1]])"
    )
    assert r"\frac{\alpha^n}{3 \alpha^{2}} \left(" in form.latex
    written = str(ss.analyze("0 0 2; 1 0 0; 0 1 0").exponential)
    assert written.startswith("sum over alpha with alpha^3 - 2 = 0 of e^(alpha t) 1/(3 alpha^2) (")


@given(structured_matrices())
def test_the_parts_of_all_roots_add_up(case: Structured) -> None:
    terms = ss.analyze(case.matrix).power.terms
    parts = [t.over_all_roots for t in terms if t.level == 0]
    assert sum(parts[1:], parts[0]) == case.matrix.identity()
    assert all(part @ part == part for part in parts)


def test_vectors_as_people_write_them() -> None:
    """[[1, 1], [1, 0]]^100 (1, 0) = (F_101, F_100), and a chain whose powers tend to 1/3 [[2, 1], [2, 1]]."""
    fibonacci = ss.analyze("1 1; 1 0").power
    assert fibonacci.times(100, [1, 0]).tolist() == [[573147844013817084101], [354224848179261915075]]
    assert str(fibonacci.times(3, ["sqrt(2)", 0])) == "[[(3 sqrt(2))], [(2 sqrt(2))]]"
    chain = ss.analyze("1/10 [[9, 1], [2, 8]]")
    for v in ([1, 0], "[1, 0]", ss.matrix([[1, 0], [0, 0]]).columns(0, 1)):
        assert chain.limit_of(v).tolist() == [[Fraction(2, 3)], [Fraction(2, 3)]]
    assert str(ss.analyze("1 sqrt(2); 0 1/2").limit_of([1, 1])) == "[[(1 + 2 sqrt(2))], [0]]"
    with pytest.raises(ss.InputError, match="v has 1 entry; the matrix is 2 x 2"):
        chain.limit_of([1])
    with pytest.raises(ss.InputError, match="v has 3 entries"):
        fibonacci.times(2, [1, 0, 0])


@pytest.mark.parametrize("n", [1.5, "3", None])
def test_exponents_are_integers(n: object) -> None:
    with pytest.raises(ss.InputError, match="is no integer"):
        ss.analyze("1 1; 1 0").power.at(n)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("matrix", "name", "reason"),
    [
        ("2 1; 1 2", "cesaro_limit", "A^n is unbounded: the eigenvalue 3 lies outside the unit circle."),
        ("1 1; 1 0", "cesaro_limit", "A^n is unbounded: a root of x^2 - x - 1 lies outside the unit circle."),
        ("1 1; 0 1", "asymptotic_period",
         "A^n is unbounded: on the unit circle the eigenvalue 1 has a Jordan block of size 2."),
        ("3/5 -4/5; 4/5 3/5", "asymptotic_period",
         "there is no period: the roots of x^2 - 6/5 x + 1 on the unit circle are no roots of unity."),
        ("[[(3+4i)/5]]", "asymptotic_period",
         "there is no period: the eigenvalue 3/5 + 4/5 i on the unit circle is no root of unity."),
        ("i 0; 0 2", "first_below", "A^n has no limit: it is unbounded."),
    ],
)  # fmt: skip
def test_reasons(matrix: str, name: str, reason: str) -> None:
    an = ss.analyze(matrix)
    with pytest.raises(ss.UndefinedError) as caught:
        _ = an.first_below("1/100") if name == "first_below" else getattr(an, name)
    assert str(caught.value) == reason
