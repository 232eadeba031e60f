"""Claims by polynomials over number fields: each rule accepts and rejects; what is accepted is true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.fields.certified import certified_matrix
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.certificate import (
    Certificate,
    CircularChain,
    CircularPart,
    EmbeddedCharpoly,
    EmbeddedEigenvalueOutside,
    EmbeddedStableAnnihilator,
    EmbeddedStableLimit,
    RationalMatrix,
    Vector,
)
from symspec.certificate_json import from_json, to_json
from symspec.checker import verify
from symspec.decision.field_polynomial_claims import _conjugate_of_theta, over_theta
from symspec.errors import CertificateRejected
from symspec.truth import Behavior
from tests.checker.test_field_certificates import MINUS_SQRT2, SQRT2, I, over, parts
from tests.strategies import number

# theta = sqrt(2): x^2 - 2(theta - 1) x + 1 has its roots on the circle; at theta = -sqrt(2) one is outside.
PAIR: tuple[Vector, ...] = ((1, 0), (2, -2), (1, 0))
ROTATION = over(SQRT2, [[-2, -1], [1, 0]], [[2, 0], [0, 0]])
CONJUGATE_ROTATION = over(MINUS_SQRT2, [[-2, -1], [1, 0]], [[2, 0], [0, 0]])
DOUBLED = over(
    SQRT2,
    [[-2, -1, 1, 0], [1, 0, 0, 1], [0, 0, -2, -1], [0, 0, 1, 0]],
    [[2, 0, 0, 0], [0, 0, 0, 0], [0, 0, 2, 0], [0, 0, 0, 0]],
)
LAST = parts([[0, 0, 0, 0]] * 2 + [[0, 0, 0, 0], [1, 0, 0, 0]], [[0] * 4] * 4)
INSIDE = over(SQRT2, [[-1]], [[1]])  # sqrt(2) - 1
STABLE: tuple[Vector, ...] = ((1, -1), (1, 0))  # x - (theta - 1)
HALF: tuple[Vector, ...] = ((0, -1), (2, 0))  # x - theta/2
CONSTANT: tuple[Vector, ...] = ((1, 0),)
ATTRACTED = over(SQRT2, [[0, 1], [0, 2]], [[1, 0], [0, 0]], 2)  # [[theta/2, 1/2], [0, 1]]
LIMIT = parts([[0, 2], [0, 2]], [[0, 1], [0, 0]], 2)  # [[0, 1 + theta/2], [0, 1]]
UNIT_3_4 = over(I, [[3]], [[4]], 5)  # (3 + 4i)/5
POINT: tuple[Vector, ...] = ((-3, -4), (5, 0))  # 5 x - (3 + 4 theta)
MIRROR: Vector = (1, 0, -1)  # conj(theta) = -theta
SILVER = over(SQRT2, [[1]], [[1]])  # 1 + sqrt(2)
AT_SILVER = (round((1 + 2**0.5) * 2**20), 0, 1 << 10, 20)

ACCEPTED: dict[str, tuple[Any, Any, Behavior | None]] = {
    "stable": (INSIDE, EmbeddedStableAnnihilator(STABLE, 64), Behavior.TENDS_TO_ZERO),
    "stable, times a number": (
        INSIDE,
        EmbeddedStableAnnihilator(((3, -3), (3, 0)), 64),
        Behavior.TENDS_TO_ZERO,
    ),
    "limit": (ATTRACTED, EmbeddedStableLimit(HALF, LIMIT, 64), Behavior.CONVERGES),
    "rotation": (ROTATION, CircularPart(PAIR, CONSTANT, (), 64), Behavior.BOUNDED_DIVERGENT),
    "rotation over i": (UNIT_3_4, CircularPart(POINT, CONSTANT, MIRROR, 64), Behavior.BOUNDED_DIVERGENT),
    "constant: only bounded": (
        over(SQRT2, [[1]], [[0]]),
        CircularPart(((-1, 0), (1, 0)), CONSTANT, (), 64),
        None,
    ),
    "chain": (DOUBLED, CircularChain(PAIR, LAST, (), 64), Behavior.UNBOUNDED),
    "outside": (SILVER, EmbeddedEigenvalueOutside(AT_SILVER, 1, 64), Behavior.UNBOUNDED),
    "charpoly": (ROTATION, EmbeddedCharpoly(PAIR), None),
    "charpoly, times an element": (INSIDE, EmbeddedCharpoly(((-1, 0), (1, 1))), None),
    "the conjugate is outside": (
        CONJUGATE_ROTATION,
        EmbeddedEigenvalueOutside((-4722, 0, 64, 10), 1, 64),
        Behavior.UNBOUNDED,
    ),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(name: str) -> None:
    matrix, claim, behavior = ACCEPTED[name]
    certificate = Certificate(matrix, (claim,))
    assert verify(certificate).behavior is behavior
    assert from_json(to_json(certificate)) == certificate


def test_the_limit_is_returned() -> None:
    assert verify(Certificate(ATTRACTED, (EmbeddedStableLimit(HALF, LIMIT, 64),))).limit is not None


REJECTED: dict[str, tuple[Any, Any, str, str]] = {
    "stable at the conjugate": (
        over(MINUS_SQRT2, [[-1]], [[1]]),
        EmbeddedStableAnnihilator(STABLE, 64),
        "embedded_stable_annihilator",
        "roots of q",
    ),
    "another annihilator": (
        INSIDE,
        EmbeddedStableAnnihilator(HALF, 64),
        "embedded_stable_annihilator",
        "q(A) = 0",
    ),
    "too few bits": (
        INSIDE,
        EmbeddedStableAnnihilator(STABLE, 1),
        "embedded_stable_annihilator",
        "roots of q",
    ),
    "the zero polynomial": (
        INSIDE,
        EmbeddedStableAnnihilator(((0, 0),), 64),
        "embedded_stable_annihilator",
        "roots of q",
    ),
    "coefficients of another degree": (
        INSIDE,
        EmbeddedStableAnnihilator(((0, 0, 0), (1, 0, 0)), 64),
        "embedded_stable_annihilator",
        "coefficients of q",
    ),
    "no coefficients": (INSIDE, EmbeddedStableAnnihilator((), 64), "embedded_stable_annihilator", "stable"),
    "half of the limit": (
        ATTRACTED,
        EmbeddedStableLimit(HALF, parts([[0, 2], [0, 2]], [[0, 1], [0, 0]], 4), 64),
        "embedded_stable_limit",
        "L s(1) = s(A)",
    ),
    "limit of a rotation": (
        ROTATION,
        EmbeddedStableLimit(HALF, parts([[0, 0], [0, 0]], [[0, 0], [0, 0]]), 64),
        "embedded_stable_limit",
        "(A - I) s(A) = 0",
    ),
    "a pair at the conjugate": (
        CONJUGATE_ROTATION,
        CircularPart(PAIR, CONSTANT, (), 64),
        "circular_part",
        "roots of u",
    ),
    "not self-reciprocal": (
        INSIDE,
        CircularPart(STABLE, CONSTANT, (), 64),
        "circular_part",
        "u* = c conj(u)",
    ),
    "a square": (
        DOUBLED,
        CircularPart(((1, 0), (4, -4), (14, -8), (4, -4), (1, 0)), CONSTANT, (), 256),
        "circular_part",
        "roots of u",
    ),
    "u does not annihilate": (
        DOUBLED,
        CircularPart(PAIR, CONSTANT, (), 64),
        "circular_part",
        "u(A) s(A) = 0",
    ),
    "u a constant": (ROTATION, CircularPart(CONSTANT, PAIR, (), 64), "circular_part", "roots of s|deg u"),
    "theta taken for its conjugate": (
        UNIT_3_4,
        CircularPart(POINT, CONSTANT, (1, 0, 1), 64),
        "circular_part",
        "conjugate",
    ),
    "theta taken for real": (UNIT_3_4, CircularPart(POINT, CONSTANT, (), 64), "circular_part", "conjugate"),
    "no root of the modulus": (
        UNIT_3_4,
        CircularPart(POINT, CONSTANT, (1, 1, -1), 64),
        "circular_part",
        "conjugate",
    ),
    "a conjugate over 0": (
        UNIT_3_4,
        CircularPart(POINT, CONSTANT, (0, 0, -1), 64),
        "circular_part",
        "denominator of conjugate",
    ),
    "a chain of length 1": (
        ROTATION,
        CircularChain(PAIR, parts([[1, 0], [0, 1]], [[0, 0], [0, 0]]), (), 64),
        "circular_chain",
        "u(A) W",
    ),
    "a chain that goes on": (
        DOUBLED,
        CircularChain(((-1, 0), (1, 0)), LAST, (), 64),
        "circular_chain",
        "u(A)^2 W = 0",
    ),
    "charpoly of another matrix": (INSIDE, EmbeddedCharpoly(HALF), "embedded_charpoly", "p = c det"),
    "charpoly of degree 1": (ROTATION, EmbeddedCharpoly(STABLE), "embedded_charpoly", "deg p"),
    "charpoly times 0": (INSIDE, EmbeddedCharpoly(((0, 0), (0, 0))), "embedded_charpoly", "c"),
    "a disc that meets the circle": (
        SILVER,
        EmbeddedEigenvalueOutside((3, 0, 2, 0), 1, 64),
        "embedded_eigenvalue_outside",
        "the disc",
    ),
    "a disc without eigenvalue": (
        SILVER,
        EmbeddedEigenvalueOutside((3 << 20, 0, 1 << 10, 20), 1, 64),
        "embedded_eigenvalue_outside",
        "roots",
    ),
    "two where there is one": (
        SILVER,
        EmbeddedEigenvalueOutside(AT_SILVER, 2, 64),
        "embedded_eigenvalue_outside",
        "count|roots",
    ),
    "a test of roots that takes too long": (
        INSIDE,
        EmbeddedStableAnnihilator(((1, 0),) * 200, 1 << 16),
        "budget",
        "a test of roots",
    ),
    "a conjugate of great length": (
        UNIT_3_4,
        CircularPart(POINT, CONSTANT, (1 << 600_000, 0, -1), 64),
        "reading|budget",
        "integers|conjugate",
    ),
    "an expansion that takes too long": (
        over(SQRT2, *[[[int(i == j) for j in range(60)] for i in range(60)]] * 2),
        EmbeddedEigenvalueOutside((5 << 16, 0, 1, 16), 60, 1 << 16),
        "budget",
        "an expansion",
    ),
    "about a rational matrix": (
        RationalMatrix(((2,),), 1),
        EmbeddedEigenvalueOutside((2, 0, 1, 4), 1, 64),
        "reading",
        "claim",
    ),
}


@pytest.mark.parametrize("name", REJECTED)
def test_rejected(name: str) -> None:
    matrix, claim, rule, equation = REJECTED[name]
    with pytest.raises(CertificateRejected) as rejection:
        verify(Certificate(matrix, (claim,)))
    assert rejection.value.rule in rule.split("|")
    assert any(word in rejection.value.equation for word in equation.split("|")), rejection.value.equation


def test_there_are_as_many_rejections() -> None:
    assert len(REJECTED) >= len(ACCEPTED)


# -- accepted => true, by construction -------------------------------------------------------


@dataclass(frozen=True)
class Piece:
    """A diagonal block with its minimal polynomial over K, and where its eigenvalues lie."""

    rows: tuple[tuple[str, ...], ...]
    polynomial: tuple[str, ...]
    where: str


def pair(c: str) -> Piece:
    """Eigenvalues c +- i sqrt(1 - c^2) for a real c between -1 and 1."""
    return Piece(((f"2({c})", "-1"), ("1", "0")), ("1", f"-2({c})", "1"), "on")


def single(z: str, where: str) -> Piece:
    return Piece(((z,),), (f"-({z})", "1"), where)


FIELDS: dict[str, tuple[Piece, ...]] = {
    "sqrt(2)": (
        pair("sqrt(2) - 1"),
        pair("sqrt(2)/3"),
        single("sqrt(2)/2", "inside"),
        single("-sqrt(2)", "outside"),
        single("1", "one"),
        single("1 - sqrt(2)/10^9", "inside"),
        single("1 + sqrt(2)/10^9", "outside"),
    ),
    "2^(1/3)": (
        pair("2^(1/3) - 1"),
        single("2^(1/3)/2", "inside"),
        single("2^(2/3) - 1", "inside"),
        single("1", "one"),
        single("2^(1/3)", "outside"),
        single("-1", "on"),
    ),
    "i": (
        single("(3 + 4i)/5", "on"),
        single("(5 - 12i)/13", "on"),
        single("1", "one"),
        single("(1 + i)/2", "inside"),
        single("i + i/10^9", "outside"),
        single("i - i/10^9", "inside"),
    ),
    "exp(2 pi i/5)": (
        single("exp(4 pi i/5)", "on"),
        pair("(exp(2 pi i/5) + exp(-2 pi i/5))/3"),
        single("exp(2 pi i/5)/2", "inside"),
        single("1", "one"),
        single("exp(4 pi i/5) + exp(-4 pi i/5)", "outside"),
    ),
}


@dataclass(frozen=True)
class Built:
    """A matrix by its pieces, each with the number of times it stands in one Jordan chain."""

    matrix: FieldMatrix
    pieces: tuple[tuple[Piece, int], ...]

    @property
    def fate(self) -> Behavior:
        where = {p.where for p, _ in self.pieces}
        if "outside" in where or any(p.where in ("on", "one") and k > 1 for p, k in self.pieces):
            return Behavior.UNBOUNDED
        if "on" in where:
            return Behavior.BOUNDED_DIVERGENT
        return Behavior.CONVERGES if "one" in where else Behavior.TENDS_TO_ZERO


@st.composite
def built(draw: st.DrawFn) -> Built:
    name = draw(st.sampled_from(sorted(FIELDS)))
    chosen = draw(
        st.lists(
            st.tuples(st.sampled_from(FIELDS[name]), st.sampled_from((1, 1, 1, 2))), min_size=1, max_size=3
        )
    )
    n = sum(len(p.rows) * k for p, k in chosen)
    rows: list[list[Any]] = [["0"] * n for _ in range(n)]
    at = 0
    for p, k in chosen:
        d = len(p.rows)
        for c in range(k):
            for i in range(d):
                rows[at + i][at : at + d] = p.rows[i]
                if c + 1 < k:
                    rows[at + i][at + d + i] = "1"
            at += d
    rows = [[*row, "0"] for row in rows] + [["0"] * n + [f"({name})/7" if name != "i" else "i/7"]]
    a = ss.matrix(rows)
    assert isinstance(a, FieldMatrix)
    g = draw(st.integers(-2, 2))
    unit = [[Fraction(int(i == j)) for j in range(n + 1)] for i in range(n + 1)]
    unit[0][n] += g
    e = a.with_entries(unit)
    mixed = e @ a @ e.inverse
    assert isinstance(mixed, FieldMatrix)
    last = single(f"({name})/7", "inside")
    return Built(mixed, (*chosen, (last, 1)))


def polynomial(a: FieldMatrix, factors: Sequence[Piece]) -> tuple[Vector, ...]:
    product = a.charpoly.constant(1)
    for p in factors:
        product = product * a.charpoly.of_same([number(c) if "(" in c else Fraction(c) for c in p.polynomial])
    return over_theta(product)


@settings(max_examples=60, deadline=None)
@given(built())
def test_what_the_engine_writes_is_accepted_and_true(b: Built) -> None:
    an = ss.analyze(b.matrix)
    assert an.behavior is b.fate
    assert verify(to_json(an.certificate), b.matrix).behavior is b.fate


@settings(max_examples=80, deadline=None)
@given(built(), st.data())
def test_claims_at_random_are_rejected_or_true(b: Built, data: st.DataObject) -> None:
    """Products of pieces, right or wrong, few bits or many: never accepted for another fate."""
    every = [p for p, k in b.pieces for _ in range(k)]
    circular = [p for p in dict.fromkeys(every) if p.where in ("on", "one")]
    stable = [p for p in every if p.where == "inside"]
    mirror = _conjugate_of_theta(b.matrix.field)
    if not data.draw(st.integers(0, 2)):
        circular = data.draw(st.lists(st.sampled_from(every), max_size=3))
        stable = data.draw(st.lists(st.sampled_from(every), max_size=4))
        mirror = data.draw(st.sampled_from(((), (1, 0, -1), (1, -1, -1, -1, -1))))
    u, s = polynomial(b.matrix, circular), polynomial(b.matrix, stable)
    bits = data.draw(st.sampled_from((2, 16, 64, 256)))
    eigenvalue = data.draw(st.sampled_from(ss.analyze(b.matrix).spectrum.eigenvalues)).value
    x, y = (round(16 * part) + data.draw(st.integers(-2, 2)) for part in eigenvalue.box(64).centre)
    disc = x, y, data.draw(st.integers(1, 8)), 4
    matrix = certified_matrix(b.matrix, 512)
    claims = (
        EmbeddedStableAnnihilator(s, bits),
        CircularPart(u, s, mirror, bits),
        EmbeddedEigenvalueOutside(disc, data.draw(st.integers(1, 2)), bits),
    )
    for claim in claims:
        try:
            found = verify(Certificate(matrix, (claim,)))
        except CertificateRejected:
            continue
        assert found.behavior in (None, b.fate)
        if isinstance(claim, CircularPart):
            assert b.fate is not Behavior.UNBOUNDED


def test_a_field_that_is_not_closed_under_conjugation_is_named() -> None:
    an = ss.analyze([["CRootOf(x^3 - 2, 1)/2", 1, 0], [0, "6/5", -1], [0, 1, 0]])
    assert an.behavior is Behavior.BOUNDED_DIVERGENT
    with pytest.raises(ss.UnsupportedFieldError, match="not closed under complex conjugation"):
        _ = an.certificate
    assert an.certificate_or_none is None and "not closed" in str(an)
