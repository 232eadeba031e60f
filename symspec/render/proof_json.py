"""Proofs as JSON for programs: codes, exact objects as strings, citations, and the certificate.

{"format": "symspec proof", "version": 1, "behavior": .., "method": .., "detail": .., "given": MATRIX,
 "goal": STEP, "steps": [STEP, ..], "certificate": what `symspec verify` reads}
STEP  = {"step": "section", "code": .., "steps": [STEP, ..]}
      | {"step": KIND, "code": .., "fields": {name: FIELD, ..}, "checks": [FORMULA, ..],
         "because": [REASON, ..]}
REASON  = {"claim": index in certificate.claims} | {"theorem": number}
FORMULA = {"formula": KIND, .. its parts by name ..}
A rational number is a string "3/2" (in hexadecimal beyond 4,000 digits), a polynomial the list of its
coefficients from the constant term up, a matrix the list of its rows.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.certificate_json import to_json
from symspec.proof.steps import (
    Approximate,
    Check,
    Conclusion,
    Display,
    Eigenvalue,
    Leaf,
    ProofTree,
    Reason,
    Remark,
    Roots,
    SchurCohnTable,
    Section,
    Sentence,
    Step,
)

FORMAT, VERSION = "symspec proof", 1
KINDS: dict[type, str] = {
    Sentence: "sentence",
    Remark: "remark",
    Conclusion: "conclusion",
    Display: "display",
    Check: "check",
    SchurCohnTable: "schur_cohn_table",
}
# Python refuses to write integers of more than 4,300 decimal digits.
LONGEST_DECIMAL = 14_000  # bits
ITEMS = (Roots, Eigenvalue, Approximate)


def proof_json(proof: ProofTree) -> str:
    """The proof as JSON text."""
    claims = proof.certificate.claims
    document = {
        "format": FORMAT,
        "version": VERSION,
        "behavior": proof.behavior.value,
        "method": proof.method,
        "detail": proof.detail,
        "given": _value(proof.given),
        "goal": _leaf(proof.goal, claims),
        "steps": [_step(step, claims) for step in proof.steps],
        "certificate": json.loads(to_json(proof.certificate)),
    }
    return json.dumps(document, indent=2)


def _step(step: Step, claims: tuple[Any, ...]) -> dict[str, Any]:
    if isinstance(step, Section):
        return {"step": "section", "code": step.code, "steps": [_step(s, claims) for s in step.steps]}
    return _leaf(step, claims)


def _leaf(leaf: Leaf, claims: tuple[Any, ...]) -> dict[str, Any]:
    because = [_reason(reason, claims) for reason in leaf.because]
    if isinstance(leaf, SchurCohnTable):
        return {"step": KINDS[type(leaf)], "rows": _value(leaf.rows), "because": because}
    named = {}
    if isinstance(leaf, Sentence | Remark | Conclusion):
        named = {"code": leaf.code, "fields": {name: _value(field) for name, field in leaf.fields}}
    return {"step": KINDS[type(leaf)], **named, "checks": _value(leaf.checks), "because": because}


def _reason(reason: Reason, claims: tuple[Any, ...]) -> dict[str, int]:
    return {"theorem": reason} if isinstance(reason, int) else {"claim": claims.index(reason)}


def _number(value: Fraction) -> str:
    parts = [value.numerator] + [value.denominator] * (value.denominator != 1)
    return "/".join(str(x) if x.bit_length() <= LONGEST_DECIMAL else hex(x) for x in parts)


def _value(value: object) -> Any:
    match value:
        case str() | int():
            return value
        case Fraction():
            return _number(value)
        case Polynomial():
            return [_number(c) for c in value.coefficients]
        case ExactMatrix():
            return [[_number(x) for x in row] for row in value.tolist()]
        case tuple():
            return [_value(item) for item in value]
    assert is_dataclass(value) and not isinstance(value, type)
    key = "item" if isinstance(value, ITEMS) else "formula"
    return {
        key: type(value).__name__.lower(),
        **{f.name: _value(getattr(value, f.name)) for f in fields(value)},
    }
