"""Each rule about A^n accepts true claims with their witnesses; what they conclude together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from symspec.certificate import (
    BoundedAnnihilator,
    Certificate,
    ChainOnTheCircle,
    Claim,
    Contraction,
    Dunford,
    EigenvalueNotInside,
    EigenvalueOutside,
    LimitProjector,
    Proposition1,
    Proposition2,
    Rank,
    RationalMatrix,
    StableAnnihilator,
    SteinInequality,
    Trace,
)
from symspec.checker import _together, verify
from symspec.checker.behaviors import BOUNDED, NO_LIMIT, TO_ZERO, Conclusion
from symspec.checker.behaviors import UNBOUNDED as UNBOUNDED_CONCLUSION
from symspec.errors import CertificateRejected
from symspec.truth import Behavior
from tests.checker.builder import rational
from tests.checker.matrices import (
    BARELY_INSIDE,
    BARELY_OUTSIDE,
    DOUBLING,
    FIBONACCI,
    JORDAN_SHEARED,
    LIMIT_OF_MARKOV,
    MARKOV,
    MARKOV_2,
    MINUS_SHEAR,
    NILPOTENT,
    ONCE,
    QUARTER_TURN,
    ROTATION,
    SHEAR,
    SHEAR_TWICE,
    SHEARED,
    STABLE,
    SWAP,
    TWO_BLOCK_AT_I,
    UNIT,
)

ZERO, LIMIT = Behavior.TENDS_TO_ZERO, Behavior.CONVERGES
DIVERGES, UNBOUNDED = Behavior.BOUNDED_DIVERGENT, Behavior.UNBOUNDED

ACCEPTED: dict[str, tuple[RationalMatrix, Claim, Behavior | None]] = {
    "contraction at once": (STABLE, Contraction(1, 0), ZERO),
    "contraction after 8 steps, exactly": (SHEARED, Contraction(8, 0), ZERO),
    "contraction after 8 steps, rounded": (SHEARED, Contraction(8, 32), ZERO),
    "contraction, k odd": (SHEARED, Contraction(9, 32), ZERO),
    "contraction of a nilpotent matrix": (NILPOTENT, Contraction(2, 0), ZERO),
    "contraction, 1 - 10^-40, after 2^40 steps": (
        rational([[f"{10**12 - 1}/{10**12}"]]),
        Contraction(2**40, 128),
        ZERO,
    ),
    "stable annihilator": (STABLE, StableAnnihilator((1, -5, 6)), ZERO),
    "stable annihilator, not minimal": (STABLE, StableAnnihilator((0, 1, -5, 6)), ZERO),
    "stable annihilator, 1 - 10^-40": (BARELY_INSIDE, StableAnnihilator((1 - 10**40, 10**40)), ZERO),
    "stein with P = I": (STABLE, SteinInequality(UNIT), ZERO),
    "stein with a P that bends": (SHEARED, SteinInequality(rational([[1, 0], [0, 400]])), ZERO),
    "proposition 1, diagonalizable": (
        STABLE,
        Proposition1(Dunford(STABLE, rational([[0, 0], [0, 0]]), 1, (1, -5, 6))),
        ZERO,
    ),
    "proposition 1, one block": (SHEARED, Proposition1(JORDAN_SHEARED), ZERO),
    "proposition 1, nilpotent": (
        NILPOTENT,
        Proposition1(Dunford(rational([[0, 0], [0, 0]]), NILPOTENT, 2, (0, 1))),
        ZERO,
    ),
    "projector, inner contraction": (MARKOV, LimitProjector(LIMIT_OF_MARKOV, Contraction(2, 0)), LIMIT),
    "projector, inner annihilator": (
        MARKOV,
        LimitProjector(LIMIT_OF_MARKOV, StableAnnihilator((0, -1, 2))),
        LIMIT,
    ),
    "projector, inner Stein": (MARKOV, LimitProjector(LIMIT_OF_MARKOV, SteinInequality(UNIT)), LIMIT),
    "projector onto 0": (STABLE, LimitProjector(rational([[0, 0], [0, 0]]), Contraction(1, 0)), ZERO),
    "projector of the identity": (UNIT, LimitProjector(UNIT, Contraction(1, 0)), LIMIT),
    "proposition 2": (MARKOV, MARKOV_2, LIMIT),
    "proposition 2, other factors": (
        MARKOV,
        replace(MARKOV_2, s=(3, -6), rank_once=replace(ONCE, q=(5, -5))),
        LIMIT,
    ),
    "proposition 2 of the identity, s = 1": (
        UNIT,
        Proposition2(
            (1,), UNIT, Rank((-1, 1), 0, (), (), 2, ((1, 0), (0, 1))), replace(SHEAR_TWICE, modulus=2)
        ),
        LIMIT,
    ),
    "proposition 2 without the eigenvalue 1": (
        STABLE,
        Proposition2(
            (1, -5, 6),
            rational([[0, 0], [0, 0]]),
            Rank((-1, 1), 2, (0, 1), (0, 1), 5, ()),
            Rank((1, -2, 1), 2, (0, 1), (0, 1), 5, ()),
        ),
        ZERO,
    ),
    "bounded: roots of unity": (SWAP, BoundedAnnihilator((-1, 0, 1), (1,)), None),
    "bounded: no roots of unity": (ROTATION, BoundedAnnihilator((5, -6, 5), (1,)), None),
    "bounded: with a stable part": (MARKOV, BoundedAnnihilator((-1, 1), (-1, 2)), None),
    "bounded: u = 1": (STABLE, BoundedAnnihilator((1,), (1, -5, 6)), None),
    "not inside: -1": (SWAP, EigenvalueNotInside((1, 1), (1, -1), 7), None),
    "not inside: i": (QUARTER_TURN, EigenvalueNotInside((1, 0, 1), (1, 0), 2), None),
    "not inside: 2": (DOUBLING, EigenvalueNotInside((-2, 1), (1, 0), 7), None),
    "not inside: one root of two": (DOUBLING, EigenvalueNotInside((2, -5, 2), (1, 1), 7), None),
    "outside: 2 >= 3/2": (DOUBLING, EigenvalueOutside((-2, 1), (1, 0), 7, (3, 2)), UNBOUNDED),
    "outside: 2 >= 2": (DOUBLING, EigenvalueOutside((-2, 1), (1, 0), 7, (2, 1)), UNBOUNDED),
    "outside: golden ratio": (FIBONACCI, EigenvalueOutside((-1, -1, 1), (1, 0), 7, (8, 5)), UNBOUNDED),
    "outside: 1 + 10^-40": (
        BARELY_OUTSIDE,
        EigenvalueOutside((-(10**40) - 1, 10**40), (1,), 7, (10**40 + 1, 10**40)),
        UNBOUNDED,
    ),
    "trace at once": (DOUBLING, Trace(1, 0), UNBOUNDED),
    "trace after 2 steps, exactly": (FIBONACCI, Trace(2, 0), UNBOUNDED),
    "trace after 5 steps, rounded": (FIBONACCI, Trace(5, 20), UNBOUNDED),
    "trace, 1 + 10^-40, after 2^40 steps": (BARELY_OUTSIDE, Trace(2**40, 200), UNBOUNDED),
    "trace, negative": (rational([[-2, 0], [0, -1]]), Trace(1, 0), UNBOUNDED),
    "chain at 1": (SHEAR, ChainOnTheCircle((-1, 1), (0, 1)), UNBOUNDED),
    "chain at -1": (MINUS_SHEAR, ChainOnTheCircle((1, 1), (0, 1)), UNBOUNDED),
    "chain at i": (TWO_BLOCK_AT_I, ChainOnTheCircle((1, 0, 1), (0, 0, 1, 0)), UNBOUNDED),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(name: str) -> None:
    matrix, claim, behavior = ACCEPTED[name]
    verified = verify(Certificate(matrix, (claim,)), matrix)
    assert (verified.behavior, verified.claims) == (behavior, (claim,))


BOUNDED_SWAP, MINUS_ONE = (BoundedAnnihilator((-1, 0, 1), (1,)), EigenvalueNotInside((1, 1), (1, -1), 7))


def test_bounded_divergence_takes_both_halves() -> None:
    verified = verify(Certificate(SWAP, (BOUNDED_SWAP, MINUS_ONE)))
    assert verified.behavior is DIVERGES and verified.limit is None
    assert verify(Certificate(SWAP, (MINUS_ONE,))).behavior is None


def test_the_limit_is_in_lowest_terms() -> None:
    doubled = RationalMatrix(((0, 6), (0, 6)), 6)
    verified = verify(Certificate(MARKOV, (LimitProjector(doubled, Contraction(2, 0)), MARKOV_2)))
    assert verified.limit == LIMIT_OF_MARKOV
    assert verify(Certificate(STABLE, (Contraction(1, 0),))).limit == rational([[0, 0], [0, 0]])


def test_nothing_claimed_nothing_concluded() -> None:
    verified = verify(Certificate(STABLE, ()))
    assert (verified.behavior, verified.limit) == (None, None)


@pytest.mark.parametrize(
    "conclusions",
    [
        (TO_ZERO, UNBOUNDED_CONCLUSION),
        (TO_ZERO, NO_LIMIT),
        (BOUNDED, UNBOUNDED_CONCLUSION),
        (Conclusion(frozenset({LIMIT}), UNIT), Conclusion(frozenset({LIMIT}), LIMIT_OF_MARKOV)),
    ],
)
def test_a_contradiction_would_be_noticed(conclusions: tuple[Conclusion, ...]) -> None:
    with pytest.raises(CertificateRejected) as caught:
        _together(UNIT, list(conclusions))
    assert caught.value.rule == "consistency"


def test_one_false_claim_spoils_all() -> None:
    with pytest.raises(CertificateRejected):
        verify(Certificate(STABLE, (Contraction(1, 0), Trace(1, 0))))
