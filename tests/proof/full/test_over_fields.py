"""Full proofs over number fields: the same steps with entries in K, and over K(alpha)."""

from __future__ import annotations

import pytest

from symspec import analyze
from symspec.checker import verify
from symspec.proof.steps import leaves
from symspec.render.text import WIDTH

MATRICES = {
    "[[1/(1 + sqrt(2)), 1], [0, 1]]": "converges",
    "[[sqrt(2)/2, 1/2, 0], [0, sqrt(2)/2, 0], [i, 0, i/2]]": "tends_to_zero",
    "[[i, 1], [0, i]]": "unbounded",
    "[[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [sqrt(2), 0, 0, 0]]": "unbounded",
    "[[1/2, sqrt(3)/2], [-sqrt(3)/2, 1/2]]": "bounded_divergent",
    "[[i, sqrt(2)], [sqrt(2), -i]]": "bounded_divergent",
    "[[exp(2*pi*I/5), 1], [0, 1/2]]": "bounded_divergent",
}


@pytest.mark.parametrize(("text", "fate"), MATRICES.items())
def test_by_hand(text: str, fate: str) -> None:
    proof = analyze(text).proof(detail="full")
    assert proof.tree.behavior.value == fate
    assert verify(proof.certificate).behavior is proof.tree.behavior
    assert all(leaf.because for leaf in leaves(proof.tree.steps))
    codes = {getattr(leaf, "code", "") for leaf in leaves(proof.tree.steps)}
    assert codes & {"eigenspace", "eigenspaces"}
    assert max(map(len, proof.to_text().splitlines())) <= WIDTH
    for written in (proof.to_html(), proof.to_latex(), proof.to_markdown(), proof.to_json()):
        assert written


def test_chains_over_a_field() -> None:
    proof = analyze("[[sqrt(2)/2, 1/2, 0], [0, sqrt(2)/2, 0], [i, 0, i/2]]").proof(detail="full")
    codes = {getattr(leaf, "code", "") for leaf in leaves(proof.tree.steps)}
    assert {"too_few_eigenvectors", "top", "basis_jordan", "inverse_by_rows"} <= codes


def test_alpha_over_a_field() -> None:
    text = "[[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [sqrt(2), 0, 0, 0]]"
    proof = analyze(text).proof(detail="full")
    assert "alpha_explained" in {getattr(leaf, "code", "") for leaf in leaves(proof.tree.steps)}
