"""The proof through the public face."""

from __future__ import annotations

import json
import pickle

import pytest

import symspec as ss

MATRIX = "1/10 [[9, 1], [2, 8]]"


def test_renderings() -> None:
    proof = ss.analyze(MATRIX).proof()
    assert str(proof) == proof.to_text()
    assert proof.to_text().startswith("Given   A = ")
    assert json.loads(proof.to_json())["format"] == "symspec proof"
    assert ss.verify(proof.certificate, matrix=ss.matrix(MATRIX)).behavior is ss.Behavior.CONVERGES


def test_a_proof_is_a_value() -> None:
    proof = ss.analyze(MATRIX).proof(detail="brief")
    assert proof == ss.analyze(MATRIX).proof(detail="brief")
    assert pickle.loads(pickle.dumps(proof)) == proof
    assert proof != ss.analyze(MATRIX).proof()


@pytest.mark.parametrize(
    "options", [{"lang": "klingon"}, {"method": "magic"}, {"detail": "poem"}, {"method": "dunford"}]
)
def test_what_is_not_there_is_said(options: dict[str, str]) -> None:
    with pytest.raises(ss.InputError, match="use "):
        ss.analyze(MATRIX).proof(**options)
