"""The fact `embedded_jordan`: what the engine writes is accepted, and each departure is rejected by name."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from math import isqrt

import pytest
from hypothesis import given, settings

import symspec as ss
from symspec.algebra.fields.certified import certified_matrix
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.certificate import Certificate, EmbeddedJordan, FieldParts, NumberFieldMatrix, RootOf
from symspec.certificate_json import from_json, to_json
from symspec.decision.field_witnesses import embedded_jordan_claim
from symspec.errors import CertificateRejected
from tests.strategies import FieldStructured, field_structured_matrices

SQRT2 = RootOf((-2, 0, 1), (isqrt(2 << 128), 0, 1, 64))
ZERO, ONE = ((0, 0), (0, 0)), ((1, 0), (0, 1))
SWAP = ((0, 1), (1, 0))
PRIME = 2**31 - 1


def parts(constant: object, linear: object, denominator: int = 1) -> FieldParts:
    return FieldParts(denominator, (constant, linear))  # type: ignore[arg-type]


# [[sqrt(2), 1], [0, sqrt(2)]] is its own Jordan form: one block of size 2 for x - sqrt(2).
BLOCK = NumberFieldMatrix(1, SQRT2, (((0, 1), (0, 0)), ONE))
OF_BLOCK = EmbeddedJordan((1,), (2,), parts(ONE, ZERO), parts(((0, 1), (0, 0)), ONE), PRIME)
# [[0, 1], [sqrt(2), 0]] has x^2 - sqrt(2), irreducible: its transposed companion matrix.
QUARTIC = NumberFieldMatrix(1, SQRT2, (((0, 1), (0, 0)), ((0, 0), (1, 0))))
OF_QUARTIC = EmbeddedJordan((2,), (1,), parts(ONE, ZERO), parts(((0, 1), (0, 0)), ((0, 0), (1, 0))), PRIME)
# sqrt(2) I: two blocks of size 1.
SCALAR = NumberFieldMatrix(1, SQRT2, (ZERO, ONE))
OF_SCALAR = EmbeddedJordan((1, 1), (1, 1), parts(SWAP, ONE), parts(ZERO, ONE), PRIME)

ACCEPTED = {
    "a block": (BLOCK, OF_BLOCK),
    "an irreducible quadratic": (QUARTIC, OF_QUARTIC),
    "two blocks, another basis": (SCALAR, OF_SCALAR),
    "a block, the basis times sqrt(2)": (BLOCK, replace(OF_BLOCK, basis=parts(ZERO, ONE))),
    "a block, the basis over 3": (BLOCK, replace(OF_BLOCK, basis=parts(ONE, ZERO, 3))),
}
REJECTED = {
    "another matrix": (SCALAR, OF_BLOCK, "A X = X R"),
    "another basis": (BLOCK, replace(OF_BLOCK, basis=parts(SWAP, ZERO)), "A X = X R"),
    "a singular basis": (SCALAR, replace(OF_SCALAR, basis=parts(((1, 1), (1, 1)), ZERO)), "X"),
    "no basis": (BLOCK, replace(OF_BLOCK, basis=parts(ZERO, ZERO)), "X"),
    "one size": (SCALAR, replace(OF_SCALAR, sizes=(1,)), "sizes"),
    "sizes that do not add up": (BLOCK, replace(OF_BLOCK, sizes=(1,)), "sum of degree times size"),
    "degree times size": (BLOCK, replace(OF_BLOCK, degrees=(2,)), "sum of degree times size"),
    "two blocks for one": (BLOCK, replace(OF_BLOCK, degrees=(1, 1), sizes=(1, 1)), "R between its blocks"),
    "one block for two": (SCALAR, replace(OF_SCALAR, degrees=(1,), sizes=(2,)), "between two copies"),
    "copies that differ": (
        NumberFieldMatrix(1, SQRT2, (((0, 1), (0, 0)), ((1, 0), (0, 2)))),
        replace(OF_BLOCK, form=parts(((0, 1), (0, 0)), ((1, 0), (0, 2)))),
        "the copies of C",
    ),
    "no companion matrix": (
        SCALAR,
        EmbeddedJordan((2,), (1,), parts(ONE, ZERO), parts(ZERO, ONE), PRIME),
        "C",
    ),
    # x^2 - 2 sqrt(2) x + 2 = (x - sqrt(2))^2 is no polynomial with simple roots
    "a square": (
        NumberFieldMatrix(1, SQRT2, (((0, 1), (-2, 0)), ((0, 0), (0, 2)))),
        EmbeddedJordan((2,), (1,), parts(ONE, ZERO), parts(((0, 1), (-2, 0)), ((0, 0), (0, 2))), PRIME),
        "p'(C)",
    ),
    "a modulus that divides": (BLOCK, replace(OF_BLOCK, basis=parts(((PRIME, 0), (0, PRIME)), ZERO)), "X"),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(name: str) -> None:
    matrix, claim = ACCEPTED[name]
    verified = ss.verify(to_json(Certificate(matrix, (claim,))))
    assert verified.claims == (claim,) and verified.behavior is None


@pytest.mark.parametrize("name", REJECTED)
def test_rejected(name: str) -> None:
    matrix, claim, equation = REJECTED[name]
    with pytest.raises(CertificateRejected) as caught:
        ss.verify(Certificate(matrix, (claim,)))  # type: ignore[arg-type]
    assert caught.value.rule == "embedded_jordan"
    assert equation in caught.value.equation


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c.update(degrees=["0"]),
        lambda c: c.update(degrees=["1", "x"]),
        lambda c: c.pop("basis"),
        lambda c: c["form"].update(denominator="0"),
        lambda c: c["form"]["parts"].pop(),
        lambda c: c.update(modulus="1"),
    ],
)
def test_malformed(change: Callable[[dict[str, object]], object]) -> None:
    document = json.loads(to_json(Certificate(BLOCK, (OF_BLOCK,))))
    change(document["claims"][0])
    with pytest.raises(CertificateRejected):
        ss.verify(json.dumps(document))


@settings(max_examples=25)
@given(field_structured_matrices(max_order=4))
def test_what_the_engine_writes_is_accepted_and_true(case: FieldStructured) -> None:
    """By construction: the multiset of (degree, size) adds up, and sizes are those of the structure."""
    an = ss.analyze(case.rows)
    if not isinstance(an.matrix, FieldMatrix):
        return
    claim = embedded_jordan_claim(an.jordan_form)
    certificate = Certificate(certified_matrix(an.matrix), (claim,))
    assert ss.verify(to_json(certificate), an.matrix).claims == (claim,)
    assert from_json(to_json(certificate)) == certificate
    found = sorted(k for d, k in zip(claim.degrees, claim.sizes, strict=True) for _ in range(d))
    assert found == sorted(k for e in an.spectrum.eigenvalues for k in e.block_sizes)
