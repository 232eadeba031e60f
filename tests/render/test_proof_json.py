"""Proofs as JSON: exact, complete, and with a certificate that the checker reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from symspec.certificate_json import from_json
from symspec.checker import verify
from symspec.proof.steps import leaves
from symspec.render.proof_json import proof_json
from symspec.theorems import theorem
from tests.proof.samples import SAMPLES, proof_of, sample


def flat(steps: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for step in steps:
        if step["step"] == "section":
            yield from flat(step["steps"])
        else:
            yield step


@pytest.mark.parametrize("name", SAMPLES)
def test_document(name: str) -> None:
    tree = proof_of(sample(name))
    document = json.loads(proof_json(tree))
    assert document["behavior"] == SAMPLES[name][1]
    assert document["given"] == [[str(x) for x in row] for row in sample(name).tolist()]
    assert len(list(flat(document["steps"]))) == len(list(leaves(tree.steps)))
    certificate = from_json(json.dumps(document["certificate"]))
    assert certificate == tree.certificate
    assert verify(certificate).behavior is tree.behavior


@pytest.mark.parametrize("name", SAMPLES)
def test_reasons_point_somewhere(name: str) -> None:
    document = json.loads(proof_json(proof_of(sample(name))))
    for leaf in flat(document["steps"]):
        assert leaf["because"]
        for reason in leaf["because"]:
            if "claim" in reason:
                assert 0 <= reason["claim"] < len(document["certificate"]["claims"])
            else:
                assert theorem(reason["theorem"]).number == reason["theorem"]
