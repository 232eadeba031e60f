"""Accepted => true, judged by exact factorization; and complete: true claims with their witnesses decide."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from symspec.certificate import (
    CLAIM_NAMES,
    EMBEDDED_CLAIMS,
    Certificate,
    Claim,
    Contraction,
    LimitProjector,
    RationalMatrix,
    Trace,
)
from symspec.certificate_json import to_json
from symspec.checker import Verified, verify
from symspec.errors import CertificateRejected
from symspec.record import fields
from symspec.truth import Behavior
from tests.checker import oracle
from tests.checker.builder import claims, rational
from tests.checker.matrices import (
    DOUBLING,
    FIBONACCI,
    MARKOV,
    MINUS_SHEAR,
    NILPOTENT,
    ROTATION,
    SHEAR,
    SHEARED,
    STABLE,
    SWAP,
    TWO_BLOCK_AT_I,
    UNIT,
)
from tests.strategies import structured_matrices

EXAMPLES = (STABLE, SHEARED, NILPOTENT, MARKOV, SWAP, ROTATION, SHEAR, MINUS_SHEAR, TWO_BLOCK_AT_I, DOUBLING,
            FIBONACCI, UNIT, rational([[0]]), rational([[0, 1, 0], [0, 0, 1], [1, 0, 0]]))  # fmt: skip


def small_matrices() -> st.SearchStrategy[RationalMatrix]:
    """Matrices of small integers over a small denominator: singular and unit-circle ones abound."""
    size, entry = st.integers(1, 3), st.integers(-3, 3)
    rows = size.flatmap(
        lambda n: st.lists(st.lists(entry, min_size=n, max_size=n).map(tuple), min_size=n, max_size=n).map(
            tuple
        )
    )
    return st.builds(RationalMatrix, rows, st.sampled_from([1, 1, 2, 3, 4]))


def matrices() -> st.SearchStrategy[RationalMatrix]:
    """Small matrices, and matrices with chosen Jordan blocks."""
    structured = structured_matrices(max_order=5).map(lambda s: s.matrix.as_rational_matrix())
    return st.sampled_from(EXAMPLES) | small_matrices() | structured


def leading(a: RationalMatrix, n: int) -> RationalMatrix:
    """The leading n x n submatrix."""
    return RationalMatrix(tuple(row[:n] for row in a.numerator[:n]), a.denominator)


def attempt(a: RationalMatrix, *claimed: Claim) -> Verified | None:
    """The verdict of the checker, None for a rejection."""
    try:
        return verify(Certificate(a, claimed), a)
    except CertificateRejected:
        return None


def assert_true(a: RationalMatrix, claim: Claim, verified: Verified) -> None:
    """What was accepted is true, by the oracle."""
    name, truth = CLAIM_NAMES[type(claim)], oracle.behavior(a)
    if name in ("charpoly", "annihilator", "rank", "dunford", "inverse", "jordan", "enclosure", "gershgorin"):
        assert oracle.fact_holds(a, claim)
    elif name == "bounded_annihilator":
        assert truth is not Behavior.UNBOUNDED
    elif name == "eigenvalue_not_inside":
        assert not truth.has_limit
    else:
        assert verified.behavior is truth
    assert verified.behavior in (None, truth)
    if verified.limit is not None:
        assert truth.has_limit and oracle.matrix(verified.limit) == oracle.limit(a)


def mutants(value: Any, draw: st.DrawFn) -> Any:
    """The value with one integer in it moved by a little, or one entry of a tuple dropped."""
    if type(value) is int:
        return draw(st.sampled_from([value - 1, value + 1, -value, 2 * value, 0, 1]))
    if type(value) is tuple:
        if not value:
            return (draw(st.integers(-2, 2)),)
        i = draw(st.integers(0, len(value) - 1))
        changed = () if draw(st.integers(0, 9)) == 0 else (mutants(value[i], draw),)
        return value[:i] + changed + value[i + 1 :]
    name, field = draw(st.sampled_from(fields(value)))
    return replace(value, **{name: mutants(field, draw)})


def test_accepted_claims_are_true() -> None:
    accepted: Counter[str] = Counter()

    @given(matrices())
    def property_of(a: RationalMatrix) -> None:
        for claim in claims(a):
            if verified := attempt(a, claim):
                accepted[CLAIM_NAMES[type(claim)]] += 1
                assert_true(a, claim, verified)

    for a in EXAMPLES:
        property_of = example(a)(property_of)
    property_of()
    over_q = [name for kind, name in CLAIM_NAMES.items() if kind not in EMBEDDED_CLAIMS]
    assert all(accepted[name] >= 3 for name in over_q), accepted


def test_accepted_mutants_are_true() -> None:
    accepted: Counter[str] = Counter()

    @st.composite
    def mutated(draw: st.DrawFn) -> tuple[RationalMatrix, Claim]:
        a = draw(matrices())
        claim = draw(st.sampled_from(list(claims(a))))
        return (mutants(a, draw), claim) if draw(st.booleans()) else (a, mutants(claim, draw))

    @given(st.lists(mutated(), min_size=8, max_size=8))
    def property_of(batch: list[tuple[RationalMatrix, Claim]]) -> None:
        for a, claim in batch:
            if verified := attempt(a, claim):
                accepted[CLAIM_NAMES[type(claim)]] += 1
                assert_true(a, claim, verified)

    property_of()
    assert accepted.total() >= 20, accepted


@given(matrices(), matrices())
def test_claims_about_another_matrix(a: RationalMatrix, b: RationalMatrix) -> None:
    n = min(len(a.numerator), len(b.numerator))
    a, b = leading(a, n), leading(b, n)
    for claim in claims(a):
        if verified := attempt(b, claim):
            assert_true(b, claim, verified)


@given(small_matrices(), st.integers(1, 70), st.sampled_from([0, 1, 2, 3, 5, 8, 40]))
@example(UNIT, 1, 0)
@example(rational([["1/2", "1/2"], ["1/2", "1/2"]]), 3, 8)
def test_powers_at_any_precision(a: RationalMatrix, k: int, bits: int) -> None:
    half = RationalMatrix(a.numerator, 2 * a.denominator)
    for matrix in (a, half):
        for claim in (Contraction(k, bits), Trace(k, bits), LimitProjector(matrix, Contraction(k, bits))):
            if verified := attempt(matrix, claim):
                assert_true(matrix, claim, verified)


@given(matrices())
def test_true_claims_decide_every_matrix(a: RationalMatrix) -> None:
    proved = tuple(claim for claim in claims(a) if attempt(a, claim))
    verified = verify(to_json(Certificate(a, proved)), a)
    assert verified.behavior is oracle.behavior(a)
    assert (verified.limit is not None) == verified.behavior.has_limit
