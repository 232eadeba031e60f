"""The facts enclosure, annihilator and inverse as the engine writes them are what the checker accepts."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import symspec as ss
from symspec.certificate import Certificate, Claim
from symspec.certificate_json import from_json, to_json
from symspec.decision.witnesses import annihilator_claim, enclosure_claim, inverse_claim
from tests.strategies import Structured, structured_matrices


def assert_accepted(an: ss.Analysis, claim: Claim) -> None:
    certificate = Certificate(an.matrix.as_rational_matrix(), (claim,))
    assert ss.verify(to_json(certificate), an.matrix).claims == (claim,)
    assert from_json(to_json(certificate)) == certificate


@given(structured_matrices(), st.sampled_from([1, 4, 16, 50]))
def test_every_eigenvalue_has_its_disc(case: Structured, bits: int) -> None:
    an = ss.analyze(case.matrix)
    claim = enclosure_claim(an.profile, bits)
    assert_accepted(an, claim)
    assert len(claim.discs) == sum(len(p) - 1 for p in case.blocks)
    assert sum(claim.counts) == case.matrix.order
    assert all(r <= Fraction(1 << s, 1 << bits) for _, _, r, s in claim.discs)


def test_eigenvalues_that_almost_agree() -> None:
    an = ss.analyze([[1, 0], [0, 1 + Fraction(1, 10**30)]])
    claim = enclosure_claim(an.profile)
    assert_accepted(an, claim)
    assert claim.counts == (1, 1)


@given(structured_matrices())
def test_annihilators(case: Structured) -> None:
    an = ss.analyze(case.matrix)
    assert_accepted(an, annihilator_claim(an.minpoly))
    assert_accepted(an, annihilator_claim(an.charpoly))


@given(structured_matrices())
def test_inverses(case: Structured) -> None:
    an = ss.analyze(case.matrix)
    if (0, 1) in case.blocks:
        with pytest.raises(ss.UndefinedError):
            _ = an.inverse
    else:
        assert_accepted(an, inverse_claim(an.inverse))
