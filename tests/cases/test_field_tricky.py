"""Matrices and numbers in number fields that go wrong easily: answers known by hand, and soon found.

Conjugate matrices with opposite fates, eigenvalues on the circle that are no roots of unity, one polynomial
with different blocks at its roots, hidden zeros, dependent generators, equal moduli that nothing shows.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

import symspec as ss
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus
from tests.strategies import number

SECONDS = 3  # of the processor, for one test; they take some milliseconds
E40 = "(1 - 1/10^40)"
TAU = "(sqrt(2) - 1 + i sqrt(2 sqrt(2) - 2))"  # a root of x^4 + 4x^3 - 2x^2 + 4x + 1 on the circle


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < SECONDS


def exact(text: str) -> AlgebraicNumber:
    z = number(text)
    return z.number if hasattr(z, "number") else AlgebraicNumber.of(z)


def direct_sum(*blocks: tuple[str, int]) -> list[list[str]]:
    """Jordan blocks along the diagonal."""
    n = sum(size for _, size in blocks)
    rows, at = [["0"] * n for _ in range(n)], 0
    for value, size in blocks:
        for k in range(size):
            rows[at + k][at + k] = value
            if k + 1 < size:
                rows[at + k][at + k + 1] = "1"
        at += size
    return rows


# -- fates -----------------------------------------------------------------------------------

I2, I3 = "(3 + 4i)/5", "(3 - 4i)/5"
Z1, Z2 = "exp(2 pi i/5)", "exp(4 pi i/5)"
FATES = (
    ("sqrt 2 - 1", [["sqrt(2) - 1"]], "tends_to_zero", 0),
    ("its conjugate", [["-sqrt(2) - 1"]], "unbounded", 0),
    ("1/(1 + sqrt 2)", [["1/(1 + sqrt(2))", "1"], ["0", "1"]], "converges", 0),
    ("golden", [["(sqrt(5) - 1)/2", "1"], ["0", "1"]], "converges", 0),
    ("complex root", direct_sum(("CRootOf(x^3 - x - 1, 1)", 1), ("1", 1)), "converges", 0),
    ("real root", direct_sum(("CRootOf(x^3 - x - 1, 0)", 1), ("1", 1)), "unbounded", 0),
    ("2cos(4pi/7)", [["2cos(4pi/7)", "1"], ["0", "1"]], "converges", 0),
    ("2cos(2pi/7)", [["2cos(2pi/7)", "1"], ["0", "1"]], "unbounded", 0),
    ("block at zeta_7", direct_sum(("exp(2pi i/7)", 2)), "unbounded", 1),
    ("zeta_7 and its square", [["exp(2pi i/7)", "1"], ["0", "exp(4pi i/7)"]], "bounded_divergent", 0),
    ("circle, no root of unity", [["2(sqrt(2) - 1)", "-1"], ["1", "0"]], "bounded_divergent", 0),
    ("the conjugate of that", [["2(-sqrt(2) - 1)", "-1"], ["1", "0"]], "unbounded", 0),
    ("just inside", [[f"2(sqrt(2) - 1) {E40}", f"-{E40}^2"], ["1", "0"]], "tends_to_zero", 0),
    ("just outside", [["2(sqrt(2) - 1) (1 + 1/10^40)", "-(1 + 1/10^40)^2"], ["1", "0"]], "unbounded", 0),
    ("hidden zero", [["sqrt(2) + sqrt(3) - sqrt(5 + 2sqrt(6))", "5"], ["0", "1"]], "converges", 0),
    ("i [2, 1], -i [3]", direct_sum(("i", 2), ("i", 1), ("-i", 3)), "unbounded", 2),
    ("1, 2 at (3 +- 4i)/5", direct_sum((I2, 1), (I3, 2)), "unbounded", 1),
    ("zeta_5 semisimple", direct_sum((Z1, 1), (Z2, 1), (Z2, 1)), "bounded_divergent", 0),
    ("zeta_5 with a block", direct_sum((Z1, 1), (Z2, 2)), "unbounded", 1),
    ("2^(1/3) - 1 [3], 1", direct_sum(("2^(1/3) - 1", 3), ("1", 1)), "converges", 0),
)


@pytest.mark.parametrize(("rows", "fate", "degree"), [x[1:] for x in FATES], ids=[x[0] for x in FATES])
def test_fates_with_certificates(rows: list[list[str]], fate: str, degree: int) -> None:
    an = ss.analyze(rows)
    assert (an.behavior.value, an.growth.degree) == (fate, degree)
    assert ss.verify(an.certificate, an.matrix).behavior is an.behavior


LIMITS = (
    ("[[1/(1 + sqrt(2)), 1], [0, 1]]", "[[0, 1 + sqrt(2)/2], [0, 1]]"),
    ("[[(sqrt(5) - 1)/2, 1], [0, 1]]", "[[0, (3 + sqrt(5))/2], [0, 1]]"),
    ("[[sqrt(2) + sqrt(3) - sqrt(5 + 2sqrt(6)), 5], [0, 1]]", "[[0, 5], [0, 1]]"),
    ("[[2cos(4pi/7), 1], [0, 1]]", "[[0, 1/(1 - 2cos(4pi/7))], [0, 1]]"),
)


@pytest.mark.parametrize(("text", "limit"), LIMITS, ids=[x[0] for x in LIMITS])
def test_limits(text: str, limit: str) -> None:
    assert ss.analyze(text).limit == ss.matrix(limit)


def test_a_pair_on_the_circle_that_is_no_root_of_unity() -> None:
    low, high = (e.value for e in ss.analyze("[[2(sqrt(2) - 1), -1], [1, 0]]").spectrum.eigenvalues)
    assert low.minpoly.primitive == high.minpoly.primitive == (1, 4, -2, 4, 1)
    assert (low.position, high.position) == ("on", "on")
    assert low.order_as_root_of_unity == high.order_as_root_of_unity == 0
    assert low == high.conjugate == 1 / high and high == exact(TAU)


@pytest.mark.parametrize(
    ("coefficients", "inside", "on", "outside"),
    [((1, 1, 0, -1, -1, -1, -1, -1, 0, 1), 1, 8, 1), ((1, "-6/5"), 0, 2, 0)],
    ids=["Lehmer", "5x^2 - 6x + 5"],
)
def test_places_of_roots(coefficients: tuple[object, ...], inside: int, on: int, outside: int) -> None:
    """Also where a unit of a field stands beside: then they are eigenvalues over that field."""
    d = len(coefficients)
    rows = [["1" if i == j + 1 else "0" for j in range(d)] for i in range(d)]
    for i, c in enumerate(coefficients):
        rows[i][-1] = f"-({c})"
    beside = [[*row, "sqrt(2)" if i == 0 else "0"] for i, row in enumerate(rows)] + [
        ["0"] * d + ["sqrt(2)/2"]
    ]
    for given, more in ((rows, 0), (beside, 1)):
        found = [e.value for e in ss.analyze(given).spectrum.eigenvalues]
        places = [z.position for z in found]
        assert [places.count(p) for p in ("inside", "on", "outside")] == [inside + more, on, outside]
        assert not any(z.order_as_root_of_unity for z in found)


def test_one_polynomial_and_one_multiplicity_with_different_blocks() -> None:
    an = ss.analyze(direct_sum(("sqrt(2)/2", 2), ("-sqrt(2)/2", 3), ("sqrt(2)/2", 2), ("-sqrt(2)/2", 1)))
    found = {e.value: e.block_sizes for e in an.spectrum.eigenvalues}
    assert found == {exact("sqrt(2)/2"): (2, 2), exact("-sqrt(2)/2"): (3, 1)}
    assert an.behavior is ss.Behavior.TENDS_TO_ZERO and an.growth.degree == 2


def test_blocks_at_i_and_at_its_conjugate() -> None:
    an = ss.analyze(direct_sum(("i", 2), ("-i", 3), ("i", 1)))
    assert {e.value: e.block_sizes for e in an.spectrum.eigenvalues} == {
        exact("i"): (2, 1),
        exact("-i"): (3,),
    }


# -- fields ----------------------------------------------------------------------------------

DEGREES = (
    (("sqrt(2)", "i"), 4),
    (("sqrt(2)", "sqrt(3)", "sqrt(5)", "sqrt(7)"), 16),
    (("sqrt(2)", "sqrt(3)", "sqrt(5)", "sqrt(7)", "i"), 32),
    (("2^(1/3)", "sqrt(2)", "i"), 12),
    (("2^(5/6)", "i"), 12),
    (("exp(2 pi i/7)",), 6),
    (("cos(2 pi/7)", "sqrt(2)"), 6),
    (("2^(1/3)", "3^(1/3)", "sqrt(2)"), 18),
    (("CRootOf(x^5 - x - 1, 0)", "sqrt(2)"), 10),
    (("CRootOf(x^3 - x - 1, 0)", "CRootOf(x^3 - x - 1, 1)"), 6),
    (("CRootOf(x^3 - x - 1, 0)", "CRootOf(x^3 - x - 1, 1)", "CRootOf(x^3 - x - 1, 2)"), 6),
    (("CRootOf(x^5 - x - 1, 0)", "CRootOf(x^5 - x - 1, 1)"), 20),
    (("sqrt(2)", "sqrt(3 + 2sqrt(2))"), 2),
    (("sqrt(6)", "sqrt(10)", "sqrt(15)"), 4),
    (("exp(2*I*pi/5)",), 4),
    (("exp(2*I*pi/5)", "i"), 8),
    (("sqrt(1 - sqrt(2))",), 4),
    (("(1 - sqrt(2))^(1/3)",), 6),
    (("cos(pi/180)",), 48),
)


@pytest.mark.parametrize(("entries", "degree"), DEGREES, ids=[", ".join(x[0]) for x in DEGREES])
def test_degrees_of_fields(entries: tuple[str, ...], degree: int) -> None:
    """By the theory of Kummer, Galois and cyclotomic fields; generators that add nothing are seen."""
    n = len(entries)
    a = ss.matrix([[entries[i] if i == j else "0" for j in range(n)] for i in range(n)])
    assert isinstance(a, FieldMatrix) and a.field.degree == degree


@pytest.mark.parametrize(
    ("entries", "degree"),
    [
        (("exp(2 pi i/97)",), "96"),
        (("2^(1/3)", "3^(1/3)", "sqrt(2)", "sqrt(3)", "i"), "72"),
        (tuple(f"CRootOf(x^5 - x - 1, {k})" for k in range(3)), "60"),
    ],
)
def test_refusals_name_the_degree(entries: tuple[str, ...], degree: str) -> None:
    n = len(entries)
    with pytest.raises(ss.UnsupportedFieldError, match=rf"degree {degree}\b"):
        ss.matrix([[entries[i] if i == j else "0" for j in range(n)] for i in range(n)])


# -- moduli ----------------------------------------------------------------------------------

RHO = "CRootOf(x^3 - x - 1, 0)"
TIED = (
    ("2^(1/3) (3 + 4i)/5", "2^(1/3)"),
    ("2^(1/3) (3 + 4i)/5", "2^(1/3) (5 + 12i)/13"),
    (f"2^(1/3) {TAU}", "2^(1/3)"),
    ("CRootOf(x^3 - x - 1, 1)", f"1/sqrt({RHO})"),
    ("sqrt(2) + i sqrt(3)", "sqrt(5)"),
    *((f"2^(1/7) exp({2 * k} pi i/7)", "2^(1/7)") for k in (1, 2, 3)),
)


@pytest.mark.parametrize(("first", "second"), TIED, ids=[" | ".join(x) for x in TIED])
def test_equal_moduli(first: str, second: str) -> None:
    a, b = exact(first), exact(second)
    assert compare_modulus(a, b) == compare_modulus(b, a) == 0
    assert a.modulus == b.modulus


@pytest.mark.parametrize(
    ("small", "large"),
    [
        ("1 + sqrt(2)", "1 + sqrt(2) + 1/10^60"),
        ("CRootOf(x^5 - x - 1, 1)", "CRootOf(x^5 - x - 1, 3)"),
        (f"2^(1/3) {TAU}", "2^(1/3) + 1/10^60"),
    ],
)
def test_different_moduli(small: str, large: str) -> None:
    assert compare_modulus(exact(small), exact(large)) == -1
    assert compare_modulus(exact(large), exact(small)) == 1
