"""Published decompositions: any valid P passes, the blocks and the powers must be those of the source."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
import sympy

import symspec as ss
from symspec.algebra.matrix import ExactMatrix
from tests.cases.published import Case, published_cases

n = sympy.Symbol("n", integer=True, nonnegative=True)


def with_fact(name: str) -> list[Case]:
    """The rational cases that state this fact."""
    return [c for c in published_cases() if name in c.facts and "parameter" not in c.facts and is_rational(c)]


def is_rational(case: Case) -> bool:
    return all(exact(x).is_Rational for row in case.matrix for x in row)


def exact(text: str) -> sympy.Expr:
    return sympy.sympify(text, rational=True, locals={"n": n})


def fractions(matrix: list[list[str]]) -> list[list[Fraction]]:
    return [[Fraction(int(q.p), int(q.q)) for q in map(exact, row)] for row in matrix]


def parametrized(name: str) -> pytest.MarkDecorator:
    cases = with_fact(name)
    assert cases
    return pytest.mark.parametrize("case", cases, ids=[c.name for c in cases])


@parametrized("P_and_J")
def test_p_and_j(case: Case) -> None:
    an = ss.analyze(case.matrix)
    published = {k: ExactMatrix.from_fractions(fractions(m)) for k, m in case.facts["P_and_J"].items()}
    assert an.matrix @ published["P"] == published["P"] @ published["J"]
    p, j = (sympy.sympify(m) for m in (an.jordan_form.P, an.jordan_form.J))
    a = sympy.sympify(an.matrix)
    assert a * p == p * j
    assert p.rank() == an.matrix.order
    diagonal = [published["J"][i, i] for i in range(an.matrix.order)]
    assert sorted(diagonal) == sorted(Fraction(int(x.p), int(x.q)) for x in j.diagonal())


@parametrized("jordan")
def test_jordan_blocks(case: Case) -> None:
    """The blocks in the order of J; which eigenvalue has which is compared with the source in test_cases."""
    an = ss.analyze(case.matrix)
    blocks = an.jordan_form.blocks
    assert sorted(b.size for b in blocks) == sorted(size for _, size in case.facts["jordan"])
    expected = [(e.value, size) for e in an.spectrum.eigenvalues for size in e.block_sizes]
    assert [(b.eigenvalue, b.size) for b in blocks] == expected
    assert sum(c.polynomial.degree * c.size for c in an.jordan_form.chains) == an.matrix.order


@parametrized("power_n")
def test_power_n(case: Case) -> None:
    form = ss.analyze(case.matrix).power
    published = sympy.Matrix([[exact(x) for x in row] for row in case.facts["power_n"]])
    ours = sympy.sympify(form)
    for k in range(2 * len(case.matrix) + 3):
        assert ours.subs(n, k) == published.subs(n, k) == sympy.sympify(form.at(k))


@parametrized("exact_power")
def test_exact_power(case: Case) -> None:
    form = ss.analyze(case.matrix).power
    for exponent, value in case.facts["exact_power"].items():
        assert form.at(int(exponent)).tolist() == fractions(value)


@parametrized("eigenvectors")
def test_eigenvectors(case: Case) -> None:
    """The published vectors of each eigenvalue span the same space as ours."""
    an = ss.analyze(case.matrix)
    published: Mapping[str, list[list[str]]] = case.facts["eigenvectors"]
    for value, vectors in published.items():
        eigenvalue = exact(value)
        ours = spanning(an, eigenvalue)
        theirs = sympy.Matrix([[exact(x) for x in v] for v in vectors]).T
        together = ours.row_join(theirs)
        ranks = [m.rank(simplify=True) for m in (ours, theirs, together)]
        assert ranks == [len(vectors)] * 3


def spanning(an: ss.Analysis, eigenvalue: sympy.Expr) -> sympy.Matrix:
    """The basis of the eigenspace, evaluated at the eigenvalue."""
    x = sympy.Symbol("x")
    space = next(
        s for s in an.eigenspaces if sympy.expand(sympy.sympify(s.polynomial).subs(x, eigenvalue)) == 0
    )
    powers = sympy.Matrix([eigenvalue**k for k in range(space.polynomial.degree)])
    columns = [sympy.sympify(w) * powers for w in space.basis]
    return sympy.Matrix.hstack(*columns).expand()
