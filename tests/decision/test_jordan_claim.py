"""The fact `jordan` as the engine writes it is what the checker accepts."""

from __future__ import annotations

from fractions import Fraction
from math import prod

import pytest
from hypothesis import given

import symspec as ss
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.modular import WITNESS_PRIMES
from symspec.certificate import Certificate
from symspec.certificate_json import from_json, to_json
from symspec.decision.witnesses import jordan_claim
from tests.strategies import Structured, structured_matrices


@given(structured_matrices())
def test_the_chains_are_accepted(case: Structured) -> None:
    claim = jordan_claim(ss.analyze(case.matrix).jordan_form.chains)
    certificate = Certificate(case.matrix.as_rational_matrix(), (claim,))
    assert ss.verify(to_json(certificate), case.matrix).claims == (claim,)
    assert from_json(to_json(certificate)) == certificate
    proved = {(p, k) for p, k in zip(claim.polynomials, claim.sizes, strict=True)}
    assert proved == {(p, k) for p, sizes in case.blocks.items() for k in sizes}


@pytest.mark.parametrize("detail", ["brief", "standard", "full"])
@pytest.mark.parametrize("rows", [[[0, 2], [1, 0]], [[1, 1], [0, 0]]])
def test_proofs_where_every_witness_prime_divides_the_entries(rows: list[list[int]], detail: str) -> None:
    q = prod(WITNESS_PRIMES)
    small = ExactMatrix.from_integers(rows) * Fraction(q, 3 * q + 1)
    for a in (small, small.identity() - small):
        an = ss.analyze(a)
        for method in ("auto", *an.proof_methods):
            assert ss.verify(an.proof(method=method, detail=detail).certificate, a).behavior is an.behavior
