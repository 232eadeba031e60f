"""Proofs as JSON for programs: codes, exact objects as strings, citations, and the certificate.

{"format": "symspec proof", "version": 1, "behavior": .., "method": .., "detail": .., "given": MATRIX,
 "goal": STEP, "steps": [STEP, ..], "certificate": what `symspec verify` reads}
STEP  = {"step": "section", "code": .., "fields": .., "hint": STEP, "steps": [STEP, ..]}
      | {"step": "row_reduction", "before": MATRIX, "steps": [{"operations", "after", "changed"}, ..], ..}
      | {"step": "division", "polynomial": .., "root": .., "because": [REASON, ..]}
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

from symspec.algebra.fields.element import FieldElement
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.certificate_json import to_json
from symspec.proof.elimination import Combination, Reduction, changed_cells
from symspec.proof.entries import Entries, Residue
from symspec.proof.steps import (
    Approximate,
    Check,
    Conclusion,
    Display,
    Division,
    Eigenvalue,
    Leaf,
    ProofTree,
    Reason,
    Remark,
    Roots,
    RowReduction,
    SchurCohnTable,
    Section,
    Sentence,
    Step,
)
from symspec.render.by_hand_text import operation_text

FORMAT, VERSION = "symspec proof", 1
KINDS: dict[type, str] = {
    Sentence: "sentence",
    Remark: "remark",
    Conclusion: "conclusion",
    Display: "display",
    Check: "check",
    SchurCohnTable: "schur_cohn_table",
    RowReduction: "row_reduction",
    Division: "division",
}
# Python refuses to write integers of more than 4,300 decimal digits.
LONGEST_DECIMAL = 14_000  # bits
ITEMS = (Roots, Eigenvalue, Approximate, Combination)


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
        return _section(step, claims)
    return _leaf(step, claims)


def _section(section: Section, claims: tuple[Any, ...]) -> dict[str, Any]:
    made: dict[str, Any] = {"step": "section", "code": section.code}
    if section.fields:
        made["fields"] = {name: _value(field) for name, field in section.fields}
    if section.hint:
        made["hint"] = _leaf(section.hint, claims)
    return {**made, "steps": [_step(step, claims) for step in section.steps]}


def _reduction(r: Reduction) -> dict[str, Any]:
    """The matrices before and after each step, with the changed cells as (row, column) from 0."""
    steps, before = [], r.start
    for step in r.steps:
        operations = [operation_text(operation) for operation in step.operations]
        changed = [list(cell) for cell in changed_cells(before, step.after)]
        steps.append({"operations": operations, "after": _value(step.after), "changed": changed})
        before = step.after
    return {"before": _value(r.start), "bar": r.bar, "pivots": [list(p) for p in r.pivots], "steps": steps}


def _leaf(leaf: Leaf, claims: tuple[Any, ...]) -> dict[str, Any]:
    because = [_reason(reason, claims) for reason in leaf.because]
    if isinstance(leaf, RowReduction):
        return {"step": KINDS[type(leaf)], **_reduction(leaf.reduction), "because": because}
    if isinstance(leaf, Division):
        whole = {"polynomial": _value(leaf.polynomial), "root": _value(leaf.root)}
        return {"step": KINDS[type(leaf)], **whole, "because": because}
    if isinstance(leaf, SchurCohnTable):
        return {"step": KINDS[type(leaf)], "rows": _value(leaf.rows), "because": because}
    named = {}
    if isinstance(leaf, Sentence | Remark | Conclusion):
        named = {"code": leaf.code, "fields": {name: _value(field) for name, field in leaf.fields}}
    return {"step": KINDS[type(leaf)], **named, "checks": _value(leaf.checks), "because": because}


def _reason(reason: Reason, claims: tuple[Any, ...]) -> dict[str, int]:
    return {"theorem": reason} if isinstance(reason, int) else {"claim": claims.index(reason)}


def _number(value: Any) -> str:
    if not isinstance(value, Fraction):
        return str(value)
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
        case Entries():
            return [
                [_value(x) if isinstance(x, Fraction | Polynomial) else str(x) for x in row]
                for row in value.rows
            ]
        case Residue() | FieldElement():
            return str(value)
        case tuple():
            return [_value(item) for item in value]
    assert is_dataclass(value) and not isinstance(value, type)
    key = "item" if isinstance(value, ITEMS) else "formula"
    return {
        key: type(value).__name__.lower(),
        **{f.name: _value(getattr(value, f.name)) for f in fields(value)},
    }
