"""The fact `jordan` as the engine writes it is what the checker accepts."""

from __future__ import annotations

from hypothesis import given

import symspec as ss
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
