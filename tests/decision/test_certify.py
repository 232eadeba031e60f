"""Every candidate certificate is accepted by the checker and proves the fate known by construction."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from symspec.certificate import CLAIM_NAMES, Certificate
from symspec.checker import verify
from symspec.decision.behavior import behavior
from symspec.decision.certify import candidates, profile_dunford
from symspec.decision.witnesses import charpoly_claim, dunford_claim, rank_claim
from symspec.spectral.profile import jordan_profile
from symspec.truth import Behavior
from tests.strategies import Structured, structured_matrices

# Where the roots of the factors in tests.strategies lie, from their factorization over C by hand.
INSIDE = {(0, 1), (-1, 2), (1, 3), (-99, 100), (-1, 0, 2), (1, 1, 3)}
ON = {(-1, 1), (1, 1), (1, 0, 1), (1, 1, 1), (1, -1, 1), (5, -6, 5), (1, 0, 0, 0, 1)}


def fate(case: Structured) -> Behavior:
    """The definition of the four fates, on the chosen structure."""
    on = {p: sizes for p, sizes in case.blocks.items() if p in ON}
    if set(case.blocks) - INSIDE - ON or any(sizes[0] > 1 for sizes in on.values()):
        return Behavior.UNBOUNDED
    if not on:
        return Behavior.TENDS_TO_ZERO
    return Behavior.CONVERGES if set(on) == {(-1, 1)} else Behavior.BOUNDED_DIVERGENT


@given(structured_matrices())
def test_behavior_is_the_fate_of_the_chosen_structure(case: Structured) -> None:
    assert behavior(jordan_profile(case.matrix)) is fate(case)


@settings(max_examples=150)
@given(structured_matrices(factors=tuple(sorted(INSIDE | ON)), max_order=6))
def test_bounded_and_borderline_candidates_are_accepted(case: Structured) -> None:
    assert_accepted(case)


@given(structured_matrices())
def test_all_candidates_are_accepted(case: Structured) -> None:
    assert_accepted(case)


def assert_accepted(case: Structured) -> None:
    profile = jordan_profile(case.matrix)
    found = list(candidates(case.matrix, profile, fate(case)))
    assert found
    for claims in found:
        verified = verify(Certificate(case.matrix.as_rational_matrix(), claims), case.matrix)
        assert verified.behavior is fate(case)


@given(structured_matrices())
def test_fact_claims_are_accepted(case: Structured) -> None:
    a, profile = case.matrix, jordan_profile(case.matrix)
    shift = profile.charpoly.of_same([-1, 1])
    facts = (
        charpoly_claim(profile.charpoly),
        dunford_claim(profile_dunford(a, profile)),
        rank_claim(a, shift),
        rank_claim(a, shift * shift),
    )
    assert verify(Certificate(a.as_rational_matrix(), facts)).behavior is None


def test_every_kind_of_claim_is_found_somewhere() -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=300, database=None)
    @given(structured_matrices(max_order=5))
    def collect(case: Structured) -> None:
        for claims in candidates(case.matrix, jordan_profile(case.matrix), fate(case)):
            seen.update(CLAIM_NAMES[type(claim)] for claim in claims)

    collect()
    assert set(seen) >= {
        "contraction",
        "stable_annihilator",
        "proposition_1",
        "limit_projector",
        "proposition_2",
        "bounded_annihilator",
        "eigenvalue_not_inside",
        "eigenvalue_outside",
        "trace",
        "chain_on_the_circle",
    }
