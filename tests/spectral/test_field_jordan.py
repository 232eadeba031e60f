"""Jordan chains, projectors and powers over number fields, on matrices with a known Jordan structure."""

from __future__ import annotations

from collections import Counter
from typing import Any

import mpmath
import pytest
import sympy
from hypothesis import given, settings

import symspec as ss
from symspec.algebra.blocks import beside, column
from symspec.algebra.fields.roots import complex_roots
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.spectral.field_vectors import by_alpha
from tests.spectral.test_over_fields import as_number
from tests.strategies import FieldStructured, field_structured_matrices

n = sympy.Symbol("n", integer=True, nonnegative=True)


def as_algebraic(z: Any) -> AlgebraicNumber:
    return z.number if hasattr(z, "number") else AlgebraicNumber.of(z)


def chosen(s: FieldStructured) -> Counter[tuple[AlgebraicNumber, int]]:
    return Counter((as_algebraic(z), k) for z, sizes in s.blocks.items() for k in sizes)


@settings(max_examples=40, deadline=None)
@given(field_structured_matrices())
def test_the_blocks_and_the_basis(s: FieldStructured) -> None:
    form = ss.analyze(s.rows).jordan_form
    a = form.matrix
    assert Counter((b.eigenvalue, b.size) for b in form.blocks) == chosen(s)
    for c in form.chains:
        t = by_alpha(c.polynomial, a)
        images = [a @ w - w @ t for w in c.columns]
        assert images[0].is_zero and images[1:] == list(c.columns[:-1])
    assert beside([w for c in form.chains for w in c.columns]).det != 0


@settings(max_examples=12, deadline=None)
@given(field_structured_matrices(max_order=3))
def test_p_and_j_over_the_complex_numbers(s: FieldStructured) -> None:
    form = ss.analyze(s.rows).jordan_form
    with mpmath.workdps(30):
        p, j, a = (numeric(sympy.sympify(m)) for m in (form.P, form.J, form.matrix))
        assert mpmath.mnorm(a * p - p * j) < 1e-20
        assert abs(mpmath.det(p)) > 1e-20


def numeric(m: sympy.Matrix) -> mpmath.matrix:
    return mpmath.matrix([[mpmath.mpmathify(x.n(30)) for x in row] for row in m.tolist()])


@settings(max_examples=40, deadline=None)
@given(field_structured_matrices())
def test_eigenspaces(s: FieldStructured) -> None:
    an = ss.analyze(s.rows)
    a = an.matrix
    sizes = {as_algebraic(z): found for z, found in s.blocks.items()}
    for space, wide in zip(an.eigenspaces, an.generalized_eigenspaces, strict=True):
        p = space.polynomial
        for z in complex_roots(p):
            assert space.dimension == len(sizes[z])
            assert (wide.dimension, wide.exponent) == (sum(sizes[z]), max(sizes[z]))
        assert all(a @ w == w @ by_alpha(p, a) for w in space.basis)
        assert ((p**wide.exponent).at_matrix(a) @ beside(wide.basis)).is_zero
        assert beside(wide.basis).rank == wide.dimension * p.degree
    for w in an.left_eigenvectors:
        assert a.transpose @ w.columns == w.columns @ by_alpha(w.polynomial, a)
        for v in an.eigenvectors:
            assert v.polynomial == w.polynomial or (w.columns.transpose @ v.columns).is_zero


@settings(max_examples=40, deadline=None)
@given(field_structured_matrices())
def test_projectors_and_the_powers(s: FieldStructured) -> None:
    an = ss.analyze(s.rows)
    a, form = an.matrix, an.power
    total = a * 0
    for i, pi in enumerate(an.projectors):
        assert pi.matrix @ pi.matrix == pi.matrix and pi.matrix @ a == a @ pi.matrix
        assert all((pi.matrix @ other.matrix).is_zero for other in an.projectors[:i])
        total = total + pi.matrix
    assert total == a.identity()
    assert form.valid_from == max(s.blocks.get(0, (0,)))
    power = a.identity()
    for k in range(2 * a.order + 1):
        assert form.at(k) == power
        power = power @ a
    if not form.valid_from:
        assert form.at(-3) @ a**3 == a.identity()


@settings(max_examples=12, deadline=None)
@given(field_structured_matrices(max_order=3))
def test_the_sympy_form(s: FieldStructured) -> None:
    form = ss.analyze(s.rows).power
    forms = [sympy.sympify(form)]
    if form.matrix.field.is_real:
        forms.append(form.real_form())
    names = [{"KroneckerDelta": lambda i, j: int(i == j)}, "mpmath"]
    with mpmath.workdps(40):
        for symbolic in forms:
            plain = symbolic.xreplace({z: z.n(40) for z in symbolic.atoms(sympy.CRootOf)})
            values = sympy.lambdify(n, plain, modules=names)
            for k in range(2 * form.matrix.order + 1):
                power = numeric(sympy.sympify(form.matrix**k))
                assert mpmath.mnorm(values(mpmath.mpf(k)) - power) < 1e-20 * (1 + mpmath.mnorm(power))


@settings(max_examples=30, deadline=None)
@given(field_structured_matrices())
def test_diagonalization_rules_and_the_multiplicative_form(s: FieldStructured) -> None:
    an = ss.analyze(s.rows)
    if all(k == 1 for sizes in s.blocks.values() for k in sizes):
        found = an.diagonalization
        assert found.W.shape == found.Sigma.shape == an.matrix.shape
        assert [found.Sigma[i, i] for i in range(an.matrix.order)] == [
            b.eigenvalue for b in an.jordan_form.blocks
        ]
    else:
        with pytest.raises(ss.UndefinedError, match="not diagonalizable"):
            an.diagonalization
    rules = {r.name: r for r in an.spectral_rules}
    assert rules["rank"].holds is all(k == 1 for k in s.blocks.get(0, ()))
    assert rules["rank"].value == an.rank
    if 0 in s.blocks:
        with pytest.raises(ss.UndefinedError):
            an.multiplicative_dunford
    else:
        parts = an.multiplicative_dunford
        assert parts.S @ parts.U == parts.U @ parts.S == an.matrix
        assert parts.S == ss.matrix(s.diagonal)
        assert an.inverse @ an.matrix == an.matrix.identity()


@settings(max_examples=30, deadline=None)
@given(field_structured_matrices())
def test_means_and_periods(s: FieldStructured) -> None:
    an = ss.analyze(s.rows)
    if not an.behavior.is_bounded:
        for name in ("cesaro_limit", "asymptotic_period"):
            with pytest.raises(ss.UndefinedError, match="unbounded"):
                getattr(an, name)
        return
    assert an.cesaro_limit == ss.matrix(s.at_one)
    on = [as_algebraic(z).order_as_root_of_unity for z, where in s.positions.items() if where == "on"]
    if 0 in on:
        with pytest.raises(ss.UndefinedError, match="no period"):
            an.asymptotic_period
        return
    found = an.asymptotic_period
    assert found.period == sympy.lcm_list([1, *on])
    mean = sum(found.cluster_points[1:], found.cluster_points[0]) / found.period
    assert mean == an.cesaro_limit
    if an.behavior.has_limit:
        ones = column(an.matrix, [1] * an.matrix.order)
        assert an.limit_of(ones) == an.limit @ ones


# -- eigenvalues outside the field of the entries --------------------------------------------

OUTSIDE = "[[0, sqrt(2), 1, 0], [1, 0, 0, 1], [0, 0, 0, sqrt(2)], [0, 0, 1, 0]]"


def test_eigenvalues_that_are_not_in_the_field() -> None:
    """(x^2 - sqrt(2))^2 has the roots +-2^(1/4), with a block of size 2 each."""
    an = ss.analyze(OUTSIDE)
    form = an.jordan_form
    assert [str(p) for p, _ in an.charpoly_factors] == ["x^2 - sqrt(2)"]
    assert [(b.eigenvalue, b.size) for b in form.blocks] == [
        (as_number("-2^(1/4)"), 2),
        (as_number("2^(1/4)"), 2),
    ]
    p, j, a = (sympy.sympify(m) for m in (form.P, form.J, an.matrix))
    assert (a * p - p * j).expand() == sympy.zeros(4, 4)
    assert sympy.simplify(p.det()) != 0
    assert form.P[0, 0] == as_number("-2^(1/4)")
    assert str(an.eigenvectors[0]) == "(alpha, 1, 0, 0) for each root alpha of x^2 - sqrt(2)"
    (component,) = an.spectral_representation
    assert len(component.projector) == 2


def test_entries_beyond_the_budget_are_refused_but_not_the_chains() -> None:
    rows = [["0"] * 7 for _ in range(7)]
    for i in range(6):
        rows[i + 1][i] = "1"
    rows[0][6] = "2^(1/7)"
    an = ss.analyze(rows)
    assert [(c.polynomial.degree, c.size) for c in an.jordan_form.chains] == [(7, 1)]
    with pytest.raises(ss.UndecidedError, match="degree 49"):
        an.jordan_form.P
    assert an.power.at(14)[0, 0] == as_number("2^(2/7)")


def vector(*entries: str) -> ss.ExactMatrix:
    return ss.matrix([[x, *["0"] * (len(entries) - 1)] for x in entries]).columns(0, 1)


def test_orbits_over_a_larger_field() -> None:
    """The powers of [[1, 1], [1, 0]] are unbounded, on the eigenvector of (1 - sqrt(5))/2 they fade."""
    an = ss.analyze([[1, 1], [1, 0]])
    assert an.limit_of(vector("1 - sqrt(5)", "2")) == vector("0", "0")
    with pytest.raises(ss.UndefinedError, match="grows"):
        an.limit_of(vector("1 + sqrt(5)", "2"))
    with pytest.raises(ss.UndefinedError, match="grows"):
        an.limit_of(vector("1", "2"))
    over = ss.analyze("[[sqrt(2), 1], [1, 0]]")  # (sqrt(2) -+ sqrt(6))/2: one inside, one outside
    assert over.limit_of(vector("sqrt(2) - sqrt(6)", "2")) == vector("0", "0")


def test_text_and_latex() -> None:
    form = ss.analyze("[[sqrt(2), 1], [0, sqrt(2)]]").power
    assert str(form) == "sqrt(2)^n [[1, 0], [0, 1]] + n sqrt(2)^(n-1) [[0, 1], [0, 0]]"
    assert form.latex.startswith(
        r"\sqrt{2}^n \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix} + n \sqrt{2}^{n-1} "
    )
    mixed = ss.analyze("[[1 + i, 0], [0, sqrt(2)/2]]").power
    assert str(mixed).startswith("(sqrt(2)/2)^n [[0, 0], [0, 1]] + (1 + i)^n ")
    outside = ss.analyze("[[0, sqrt(2)], [1, 0]]").power
    assert str(outside) == (
        "sum over alpha with alpha^2 - sqrt(2) = 0 of alpha^n "
        "([[1/2, 0], [0, 1/2]] + alpha [[0, 1/2], [sqrt(2)/4, 0]])"
    )


def test_latex_of_a_sum_over_roots() -> None:
    form = ss.analyze("[[0, 2 sqrt(2)], [1, 0]]").power
    assert form.latex.startswith(r"\sum_{\alpha^{2} - 2 \sqrt{2} = 0} \alpha^n \left(\begin{pmatrix}")


@pytest.mark.parametrize("backend", ["flint", "sympy"])
def test_both_backends(backend: str) -> None:
    a = ss.matrix(OUTSIDE, backend=backend)
    an = ss.analyze(a)
    assert str(an.jordan_form) == "J_2(-2^(1/4)), J_2(2^(1/4))"
    assert an.power.at(5) == a**5
    assert str(an.jordan_form.P) == str(ss.analyze(OUTSIDE).jordan_form.P)


def test_a_real_form_needs_a_real_matrix() -> None:
    with pytest.raises(ss.UndefinedError, match="real"):
        ss.analyze("[[i]]").power.real_form()
    turned = ss.analyze("[[sqrt(2)/2, -sqrt(2)/2], [sqrt(2)/2, sqrt(2)/2]]").power.real_form()
    assert not turned.has(sympy.I)
    assert turned[0, 0] == sympy.cos(sympy.pi * n / 4)
