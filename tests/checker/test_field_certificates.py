"""Certificates over number fields: each rule accepts and rejects; what is accepted is true."""

from __future__ import annotations

import json
from dataclasses import replace
from math import isqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

import symspec as ss
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.certificate import (
    Certificate,
    Charpoly,
    Claim,
    Contraction,
    EigenvalueNotInside,
    EmbeddedContraction,
    EmbeddedLimit,
    EmbeddedTrace,
    FieldParts,
    NumberFieldMatrix,
    PeriodicChain,
    PeriodicPart,
    RationalMatrix,
    RootOf,
    StableAnnihilator,
    Trace,
)
from symspec.certificate_json import from_json, to_json
from symspec.checker import verify
from symspec.errors import CertificateRejected
from symspec.truth import Behavior
from tests.spectral.test_over_fields import expected_behavior
from tests.strategies import FieldStructured, field_structured_matrices

I = RootOf((1, 0, 1), (0, 1 << 64, 1, 64))  # noqa: E741 - the imaginary unit
SQRT2 = RootOf((-2, 0, 1), (isqrt(2 << 128), 0, 1, 64))
MINUS_SQRT2 = RootOf((-2, 0, 1), (-isqrt(2 << 128), 0, 1, 64))


def over(root: RootOf, constant: Any, linear: Any, denominator: int = 1) -> NumberFieldMatrix:
    """(constant + linear theta) / denominator."""
    return NumberFieldMatrix(denominator, root, (frozen(constant), frozen(linear)))


def parts(constant: Any, linear: Any, denominator: int = 1) -> FieldParts:
    return FieldParts(denominator, (frozen(constant), frozen(linear)))


def frozen(rows: Any) -> tuple[tuple[int, ...], ...]:
    return tuple(map(tuple, rows))


INSIDE = over(SQRT2, [[-1]], [[1]])  # sqrt(2) - 1
OUTSIDE = over(MINUS_SQRT2, [[-1]], [[1]])  # -sqrt(2) - 1
ATTRACTED = over(SQRT2, [[-1, 1], [0, 1]], [[1, 0], [0, 0]])
LIMIT = parts([[0, 2], [0, 2]], [[0, 1], [0, 0]], 2)  # [[0, 1 + sqrt(2)/2], [0, 1]]
TURNING = over(I, [[0, 0], [0, 1]], [[1, 0], [0, 0]])  # diag(i, 1)
CHAIN = over(I, [[0, 1], [0, 0]], [[1, 0], [0, 1]])  # [[i, 1], [0, i]]
HALF_I = over(I, [[0]], [[1]], 2)
QUARTER = over(SQRT2, [[0]], [[1]], 4)
ONE = over(I, [[1]], [[0]])
UNIT = parts([[1, 0], [0, 1]], [[0, 0], [0, 0]])
SECOND = parts([[0, 0], [1, 0]], [[0, 0], [0, 0]])

ACCEPTED: dict[str, tuple[NumberFieldMatrix, Claim, Behavior | None]] = {
    "contraction": (INSIDE, EmbeddedContraction(1, 32), Behavior.TENDS_TO_ZERO),
    "contraction of a power": (INSIDE, EmbeddedContraction(7, 32), Behavior.TENDS_TO_ZERO),
    "trace": (OUTSIDE, EmbeddedTrace(1, 32), Behavior.UNBOUNDED),
    "limit": (ATTRACTED, EmbeddedLimit(LIMIT, 4, 32), Behavior.CONVERGES),
    "periodic": (TURNING, PeriodicPart(UNIT, 4, 1, 32), Behavior.BOUNDED_DIVERGENT),
    "periodic with a longer period": (TURNING, PeriodicPart(UNIT, 8, 1, 32), Behavior.BOUNDED_DIVERGENT),
    "constant: only bounded": (ONE, PeriodicPart(parts([[1]], [[0]]), 1, 1, 32), None),
    "chain": (CHAIN, PeriodicChain(SECOND, 4, 32), Behavior.UNBOUNDED),
    "real form: contraction": (HALF_I, Contraction(1, 0), Behavior.TENDS_TO_ZERO),
    "real form: annihilator": (HALF_I, StableAnnihilator((1, 0, 4)), Behavior.TENDS_TO_ZERO),
    "real form: trace": (over(I, [[3]], [[1]]), Trace(1, 0), Behavior.UNBOUNDED),
    "real form: eigenvalue": (TURNING, EigenvalueNotInside((1, 0, 1), (1, 0, 0, 0), 101), None),
    "regular form of a real field": (QUARTER, Contraction(1, 0), Behavior.TENDS_TO_ZERO),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(name: str) -> None:
    matrix, claim, behavior = ACCEPTED[name]
    certificate = Certificate(matrix, (claim,))
    assert verify(certificate).behavior is behavior
    assert from_json(to_json(certificate)) == certificate
    assert verify(to_json(certificate), matrix).behavior is behavior


def test_the_limit_is_returned() -> None:
    verified = verify(Certificate(ATTRACTED, (EmbeddedLimit(LIMIT, 4, 32),)))
    assert verified.limit == NumberFieldMatrix(2, SQRT2, LIMIT.parts)
    zero = verify(Certificate(INSIDE, (EmbeddedContraction(1, 32),))).limit
    assert zero == over(SQRT2, [[0]], [[0]])


REJECTED: dict[str, tuple[Any, Any, str, str]] = {
    "contraction of the conjugate": (OUTSIDE, EmbeddedContraction(1, 32), "embedded_contraction", "norm"),
    "contraction with too few bits": (INSIDE, EmbeddedContraction(1, 1), "embedded_contraction", "norm"),
    "trace of the conjugate": (INSIDE, EmbeddedTrace(1, 32), "embedded_trace", "tr"),
    "trace not above n": (ONE, EmbeddedTrace(1, 64), "embedded_trace", "tr"),
    "limit that is no projector": (
        ATTRACTED,
        EmbeddedLimit(replace(LIMIT, denominator=1), 1, 32),
        "embedded_limit",
        "L^2 = L",
    ),
    "limit that does not commute": (
        ATTRACTED,
        EmbeddedLimit(parts([[0, 1], [0, 1]], [[0, 0], [0, 0]]), 1, 32),
        "embedded_limit",
        "A L = L A",
    ),
    "limit 0 of what stays": (ONE, EmbeddedLimit(parts([[0]], [[0]]), 1, 32), "embedded_limit", "norm"),
    "limit of what turns": (TURNING, EmbeddedLimit(UNIT, 1, 32), "embedded_limit", "A L = L"),
    "limit of the conjugate": (
        replace(ATTRACTED, field=MINUS_SQRT2),
        EmbeddedLimit(LIMIT, 4, 32),
        "embedded_limit",
        "norm",
    ),
    "wrong period": (TURNING, PeriodicPart(UNIT, 2, 1, 32), "periodic_part", "A^m P = P"),
    "period of what is left out": (
        TURNING,
        PeriodicPart(parts([[1, 0], [0, 0]], [[0, 0], [0, 0]]), 4, 1, 32),
        "periodic_part",
        "norm",
    ),
    "period 0": (TURNING, PeriodicPart(UNIT, 0, 1, 32), "periodic_part", "period"),
    "chain without a step": (TURNING, PeriodicChain(UNIT, 4, 32), "periodic_chain", "(A^m - I) w"),
    "chain with the wrong period": (
        CHAIN,
        PeriodicChain(SECOND, 3, 32),
        "periodic_chain",
        "(A^m - I)^2 w = 0",
    ),
    "unbounded through a real field's regular form": (OUTSIDE, Trace(1, 0), "trace", "regular form|tr"),
    "no limit through a real field's regular form": (
        over(SQRT2, [[1]], [[1]]),
        EigenvalueNotInside((-1, -2, 1), (1, 0), 101),
        "eigenvalue_not_inside",
        "regular form",
    ),
    "a fact": (INSIDE, Charpoly((-1, 2, 1)), "reading", "claim"),
    "an embedded claim about a rational matrix": (
        RationalMatrix(((1,),), 2),
        EmbeddedContraction(1, 32),
        "reading",
        "claim",
    ),
    "a limit of another size": (
        INSIDE,
        EmbeddedLimit(UNIT, 1, 32),
        "embedded_limit",
        "part of limit",
    ),
    "a disc without a root": (
        replace(INSIDE, field=RootOf((-2, 0, 1), (3 << 64, 0, 1, 64))),
        EmbeddedContraction(1, 32),
        "field",
        "disc",
    ),
    "a disc with two roots": (
        replace(INSIDE, field=RootOf((-2, 0, 1), (0, 0, 2 << 64, 64))),
        EmbeddedContraction(1, 32),
        "field",
        "disc",
    ),
    "a disc of radius 0": (
        replace(INSIDE, field=RootOf((-2, 0, 1), (1, 0, 0, 64))),
        EmbeddedContraction(1, 32),
        "reading",
        "radius",
    ),
    "a disc of three numbers": (
        replace(INSIDE, field=RootOf((-2, 0, 1), (1, 0, 1))),  # type: ignore[arg-type]
        EmbeddedContraction(1, 32),
        "reading",
        "disc",
    ),
    "a modulus that is not monic": (
        replace(INSIDE, field=RootOf((-2, 0, 3), SQRT2.disc)),
        EmbeddedContraction(1, 32),
        "reading",
        "modulus",
    ),
    "a modulus of degree 1": (
        NumberFieldMatrix(2, RootOf((0, 1), (0, 0, 1, 1)), (((1,),),)),
        EmbeddedContraction(1, 32),
        "reading",
        "modulus",
    ),
    "a part too few": (
        replace(INSIDE, parts=INSIDE.parts[:1]),
        EmbeddedContraction(1, 32),
        "reading",
        "parts",
    ),
    "a denominator 0": (replace(INSIDE, denominator=0), EmbeddedContraction(1, 32), "reading", "denominator"),
    "a bool": (replace(INSIDE, parts=(((True,),), ((1,),))), EmbeddedContraction(1, 32), "reading", "part"),
    "a NumPy integer": (
        replace(INSIDE, parts=(((np.int64(-1),),), ((1,),))),  # type: ignore[arg-type]
        EmbeddedContraction(1, 32),
        "reading",
        "part",
    ),
}


@pytest.mark.parametrize("name", REJECTED)
def test_rejected(name: str) -> None:
    matrix, claim, rule, equation = REJECTED[name]
    with pytest.raises(CertificateRejected) as rejection:
        verify(Certificate(matrix, (claim,)))
    assert rejection.value.rule == rule
    assert any(word in rejection.value.equation for word in equation.split("|"))


def test_the_given_matrix_must_be_at_the_same_root() -> None:
    certificate = Certificate(INSIDE, (EmbeddedContraction(1, 32),))
    coarse = replace(INSIDE, field=RootOf((-2, 0, 1), (45, 0, 1, 5)))  # sqrt(2) = 45.25../32
    assert verify(certificate, coarse).behavior is Behavior.TENDS_TO_ZERO
    for other in (OUTSIDE, over(SQRT2, [[-1]], [[2]]), RationalMatrix(((1,),), 1), object()):
        with pytest.raises(CertificateRejected):
            verify(certificate, other)


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["matrix"].pop("parts"),
        lambda d: d["matrix"].update(extra="0"),
        lambda d: d["matrix"]["field"].pop("disc"),
        lambda d: d["matrix"].update(field=[]),
        lambda d: d["matrix"]["parts"].append("1"),
        lambda d: d["claims"][0].update(limit=[]),
        lambda d: d["claims"][0]["limit"].pop("denominator"),
    ],
)
def test_malformed_json(change: Any) -> None:
    document = json.loads(to_json(Certificate(ATTRACTED, (EmbeddedLimit(LIMIT, 4, 32),))))
    change(document)
    with pytest.raises(CertificateRejected):
        verify(json.dumps(document))


@settings(max_examples=40, deadline=None)
@given(field_structured_matrices(max_order=4))
def test_what_the_engine_writes_is_accepted_and_true(s: FieldStructured) -> None:
    """The truth is known by construction; every fate at roots of unity is covered."""
    an = ss.analyze(s.rows)
    if not isinstance(an.matrix, FieldMatrix):
        return
    certificate = an.certificate
    verified = verify(to_json(certificate), an.matrix)
    assert verified.behavior is expected_behavior(s)
