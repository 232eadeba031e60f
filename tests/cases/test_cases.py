"""Every rational published case through the public face; the others are in test_field_cases.py.

Families A(t) are out of scope: a letter without a value is refused, and each is named by its own test.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

import mpmath
import pytest
import sympy

import symspec as ss
from symspec.algebra.backend import BACKENDS
from tests.cases.published import Case, published_cases

CASES = published_cases()
FAMILIES = [c for c in CASES if "parameter" in c.facts]
ERRORS = [c for c in CASES if "error" in c.facts]
SQRT_OR_I = ("sqrt", "I", "root", "exp", "cos")
OTHER_FIELDS = [
    c for c in CASES if c not in FAMILIES and any(w in x for r in c.matrix for x in r for w in SQRT_OR_I)
]
RATIONAL = [c for c in CASES if c not in FAMILIES + ERRORS + OTHER_FIELDS]
x = sympy.Symbol("x")


def names(cases: list[Case]) -> list[str]:
    return [c.name for c in cases]


def test_the_cases_are_all_there() -> None:
    assert len(RATIONAL) >= 130
    assert len(RATIONAL) + len(FAMILIES) + len(ERRORS) + len(OTHER_FIELDS) == len(CASES)


def expression(text: str) -> sympy.Expr:
    return sympy.sympify(text, rational=True)


def coefficients(text: str) -> tuple[Fraction, ...]:
    poly = sympy.Poly(expression(text), x)
    return tuple(Fraction(int(c.p), int(c.q)) for c in reversed(poly.all_coeffs()))


def rows(matrix: list[list[str]]) -> list[list[Fraction]]:
    return [[Fraction(int(q.p), int(q.q)) for q in map(expression, row)] for row in matrix]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("case", RATIONAL, ids=names(RATIONAL))
def test_facts(case: Case, backend: str) -> None:
    an = ss.analyze(ss.matrix(case.matrix, backend=backend))
    assert an.matrix.backend == backend
    checks = 0
    for name, expected in case.facts.items():
        if name in FACTS:
            FACTS[name](an, expected)
            checks += 1
    assert checks >= 3
    verified = ss.verify(an.certificate, an.matrix)
    assert verified.behavior is an.behavior


def check_charpoly(an: ss.Analysis, expected: str) -> None:
    assert an.charpoly.coefficients == coefficients(expected)


def check_minpoly(an: ss.Analysis, expected: str) -> None:
    assert an.minpoly.coefficients == coefficients(expected)


def check_verdict(an: ss.Analysis, expected: str) -> None:
    assert an.behavior.value == expected


def check_limit(an: ss.Analysis, expected: list[list[str]]) -> None:
    assert an.limit.tolist() == rows(expected)


def check_rank_once(an: ss.Analysis, expected: int) -> None:
    assert an.ranks_at_one[0] == expected == (an.matrix - an.matrix.identity()).rank


def check_rank_twice(an: ss.Analysis, expected: int) -> None:
    shifted = an.matrix - an.matrix.identity()
    assert an.ranks_at_one[1] == expected == (shifted @ shifted).rank


def check_d(an: ss.Analysis, expected: list[list[str]]) -> None:
    assert an.dunford.D.tolist() == rows(expected)


def check_n(an: ss.Analysis, expected: list[list[str]]) -> None:
    assert an.dunford.N.tolist() == rows(expected)


def check_index(an: ss.Analysis, expected: int) -> None:
    assert an.dunford.index == expected


def check_diagonalizable(an: ss.Analysis, expected: bool) -> None:
    assert an.dunford.N.is_zero is expected


def check_eigenvalues(an: ss.Analysis, expected: Mapping[str, int]) -> None:
    assert located(an, expected) == Counter(
        {i: e.algebraic_multiplicity for i, e in enumerate(an.spectrum.eigenvalues)}
    )


def check_geometric(an: ss.Analysis, expected: Mapping[str, int]) -> None:
    assert located(an, expected) == Counter(
        {i: e.geometric_multiplicity for i, e in enumerate(an.spectrum.eigenvalues)}
    )


def check_jordan(an: ss.Analysis, expected: list[tuple[str, int]]) -> None:
    places = positions(an, {value for value, _ in expected})
    blocks = [(i, size) for i, e in enumerate(an.spectrum.eigenvalues) for size in e.block_sizes]
    assert sorted((places[value], size) for value, size in expected) == sorted(blocks)


def check_on_circle(an: ss.Analysis, expected: int) -> None:
    on = (e for e in an.spectrum.eigenvalues if e.position == "on")
    assert sum(e.algebraic_multiplicity for e in on) == expected


def check_radius(an: ss.Analysis, expected: str) -> None:
    assert contains(an.spectral_radius.refined(240).enclosure, expected)


def check_growth(an: ss.Analysis, expected: int) -> None:
    assert an.growth.degree == expected


def located(an: ss.Analysis, multiplicities: Mapping[str, int]) -> Counter[int]:
    places = positions(an, multiplicities)
    return Counter({places[value]: m for value, m in multiplicities.items()})


def positions(an: ss.Analysis, values: Iterable[str]) -> dict[str, int]:
    """For each value the index of the one eigenvalue whose enclosure contains it, to 60 digits."""
    boxes = [e.value.refined(240).enclosure for e in an.spectrum.eigenvalues]
    found = {value: [i for i, box in enumerate(boxes) if contains(box, value)] for value in values}
    assert all(len(places) == 1 for places in found.values())
    return {value: places[0] for value, places in found.items()}


def contains(box: Any, value: str) -> bool:
    near = complex_fraction(value)
    slack = Fraction(1, 10**60) * (1 + abs(near[0]) + abs(near[1]))
    return all(
        interval[0] - slack <= part <= interval[1] + slack
        for interval, part in zip((box.real, box.imag), near, strict=True)
    )


@cache
def complex_fraction(value: str) -> tuple[Fraction, Fraction]:
    exact = expression(value)
    numeric = exact.xreplace({root: numeric_root(root) for root in exact.atoms(sympy.CRootOf)})
    real, imag = sympy.N(numeric, 80).as_real_imag()
    return tuple(Fraction(str(part)) for part in (real, imag))  # type: ignore[return-value]


def numeric_root(root: sympy.CRootOf) -> sympy.Expr:
    """The root by mpmath, chosen by SymPy's isolating interval: CRootOf.evalf bisects for minutes."""
    with mpmath.workdps(90):
        c = [mpmath.mpf(int(k)) for k in root.poly.primitive()[1].all_coeffs()]
        found = [
            z for z in mpmath.polyroots(c, maxsteps=500, extraprec=500) if inside(root._get_interval(), z)
        ]
        assert len(found) == 1
        return sympy.Float(found[0].real, 85) + sympy.I * sympy.Float(found[0].imag, 85)


def inside(interval: Any, z: mpmath.mpc) -> bool:
    tiny = mpmath.mpf(10) ** -70
    if not hasattr(interval, "ax"):
        return (
            abs(z.imag) < tiny and between(interval.a, z.real + tiny) and between(z.real - tiny, interval.b)
        )
    real, imag = (interval.ax, z.real, interval.bx), (interval.ay, z.imag, interval.by)
    return between(*real) and between(*imag)


def between(*numbers: Any) -> bool:
    """The numbers, SymPy's rationals or mpmath's floats, do not decrease."""
    exact = [as_fraction(x) for x in numbers]
    return exact == sorted(exact)


def as_fraction(x: Any) -> Fraction:
    if isinstance(x, mpmath.mpf):
        return Fraction(mpmath.nstr(x, 80))
    return Fraction(int(x.numerator), int(x.denominator))


FACTS = {
    "charpoly": check_charpoly,
    "minpoly": check_minpoly,
    "verdict": check_verdict,
    "limit": check_limit,
    "rank_A_minus_I": check_rank_once,
    "rank_A_minus_I_squared": check_rank_twice,
    "dunford_D": check_d,
    "dunford_N": check_n,
    "nilpotency_index": check_index,
    "diagonalizable": check_diagonalizable,
    "eigenvalues": check_eigenvalues,
    "geometric": check_geometric,
    "jordan": check_jordan,
    "eigenvalues_on_unit_circle": check_on_circle,
    "spectral_radius": check_radius,
    "growth_exponent": check_growth,
}


@pytest.mark.parametrize("case", ERRORS, ids=names(ERRORS))
def test_inputs_that_must_be_refused(case: Case) -> None:
    with pytest.raises(ss.InputError):
        ss.analyze(case.matrix)


@pytest.mark.parametrize("case", FAMILIES, ids=names(FAMILIES))
def test_a_letter_without_a_value_is_refused(case: Case) -> None:
    with pytest.raises(ss.InputError, match="letter without a value"):
        ss.analyze(case.matrix)
