"""Proofs over number fields: every fate, every format, every claim checked; what is written is true."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

import symspec as ss
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.certificate import Certificate
from symspec.checker import verify
from symspec.proof.steps import Section, claims_cited, leaves
from symspec.render.phrases.over_fields import OVER_FIELDS
from symspec.theorems import THEOREMS
from tests.cases.test_field_cases import CASES, Case
from tests.checker.test_field_polynomial_claims import Built, built

DETAILS = ("brief", "standard", "full")
E40 = "(1 - 1/10^40)"
MATRICES = {
    "[[1/(1 + sqrt(2)), 1], [0, 1]]": "A^n -> L",
    "[[i/2, 1], [0, i/2]]": "A^n -> 0",
    "[[2(sqrt(2) - 1), -1], [1, 0]]": "A^n is bounded and has no limit",
    f"[[2(sqrt(2) - 1) {E40}, -{E40}^2], [1, 0]]": "A^n -> 0",
    "[[sqrt(2), 1], [1, 0]]": "A^n is unbounded",
    "[[(3 + 4i)/5, 1], [0, (3 + 4i)/5]]": "A^n is unbounded",
    "[[exp(2 pi i/5), 0], [0, 1/2]]": "A^n is bounded and has no limit",
    "[[exp(2 pi i/5), 0], [0, exp(2 pi i/3)]]": "A^n is bounded and has no limit",
}
# over a field that is not closed under conjugation the roots of unity are shown by their order
OPEN = {
    "[[CRootOf(x^3 - 2, 1)/2, 0, 0], [0, 0, -1], [0, 1, 0]]": "periodic and not constant",
    "[[CRootOf(x^3 - 2, 1)/2, 0, 0], [0, -1, 1], [0, 0, -1]]": "top of a chain of length 2",
}


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("text", MATRICES)
def test_every_fate(text: str, detail: str) -> None:
    an = ss.analyze(text)
    proof = an.proof(detail=detail)
    assert ss.verify(proof.certificate, an.matrix).behavior is an.behavior
    assert MATRICES[text] in proof.to_text().replace("\n", " ")
    assert max(map(len, proof.to_text().splitlines())) <= 80
    for written in (proof.to_markdown(), proof.to_latex(), proof.to_html()):
        assert "FieldElement" not in written and "Fraction(" not in written
    assert json.loads(proof.to_json())


@pytest.mark.parametrize("text", OPEN)
def test_fields_that_are_not_closed_under_conjugation(text: str) -> None:
    an = ss.analyze(text)
    proof = an.proof()
    assert ss.verify(proof.certificate, an.matrix).behavior is an.behavior
    assert OPEN[text] in proof.to_text().replace("\n   ", " ")


def test_every_sentence_is_of_use() -> None:
    used = set()
    for text in (*MATRICES, *OPEN):
        tree = ss.analyze(text).proof().tree
        used |= {getattr(leaf, "code", "") for leaf in leaves(tree.steps)}
        used |= {f"section.{step.code}" for step in tree.steps if isinstance(step, Section)}
    assert {code for code in OVER_FIELDS if not code.startswith("claim.")} <= used


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_published_cases(case: Case) -> None:
    an = ss.analyze(case.matrix)
    for detail in DETAILS:
        proof = an.proof(detail=detail)
        assert ss.verify(proof.certificate).behavior is an.behavior
        assert proof.to_text() and proof.to_latex()


@settings(max_examples=25, deadline=None)
@given(built())
def test_proofs_of_matrices_built_backwards(b: Built) -> None:
    """The fate is known by construction; each claim by itself is accepted, each leaf stands on something."""
    an = ss.analyze(b.matrix)
    tree = an.proof().tree
    assert tree.behavior is b.fate
    assert verify(tree.certificate).behavior is b.fate
    numbers = {t.number for t in THEOREMS}
    for leaf in leaves(tree.steps):
        assert leaf.because and all(r in numbers for r in leaf.because if isinstance(r, int))
    for claim in claims_cited(tree.steps):
        assert verify(Certificate(tree.certificate.matrix, (claim,)))


def test_a_large_field_is_not_factored_over() -> None:
    """The characteristic polynomial is written expanded where its factors over the field would take long."""
    an = ss.analyze("[[exp(2 pi i/5)/2, 1, 0], [0, 1, 2^(1/3)/3], [0, 0, sqrt(2)/2]]")
    assert an.matrix.field.degree * an.matrix.order > 48
    assert "A^n -> L" in an.proof(detail="brief").to_text()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[[sqrt(2)/2]]", "annihilator"),
        ("[[1, sqrt(2)], [0, 1/2]]", "annihilator"),
        ("[[sqrt(2), 1], [1, 0]]", "eigenvector"),
        ("[[i, 1], [0, i]]", "eigenvector"),
    ],
)
def test_the_method_has_a_name(text: str, name: str) -> None:
    an = ss.analyze(text)
    assert an.proof_methods == (name,)
    assert an.proof(method=name).to_text() == an.proof().to_text()
    assert an.proof().tree.method == name


def test_eigenvalues_in_the_field_are_written_exactly() -> None:
    text = ss.analyze("[[sqrt(2)/2, 1], [0, 1/2]]").proof().to_text()
    assert "The eigenvalues are 1/2 and sqrt(2)/2; their moduli are about 0.5 and 0.7071" in text


def test_options() -> None:
    an = ss.analyze("[[sqrt(2)/2]]")
    for wrong in ({"method": "dunford"}, {"method": "norm"}, {"detail": "long"}, {"lang": "xx"}):
        with pytest.raises(ss.InputError):
            an.proof(**wrong)


ENTRIES: dict[str, tuple[str, str]] = {
    "sqrt(2)": (r"\sqrt{2}", "<msqrt>"),
    "-3 sqrt(2)/2 + i": (r"\frac{3 \sqrt{2}}{2}", "<mfrac>"),
    "2^(1/3)": (r"2^{", "<msup>"),
    "exp(2 pi i/5)": (r"e^{", "π"),
    "CRootOf(x^3 - x - 1, 0)": ("CRootOf", "CRootOf"),
}


@pytest.mark.parametrize("entry", ENTRIES)
def test_entries_are_set_as_formulas(entry: str) -> None:
    proof: Any = ss.analyze([[entry]]).proof()
    latex, html = ENTRIES[entry]
    assert latex in proof.to_latex()
    assert html in proof.to_html()


# -- what else is said over number fields ----------------------------------------------------


@pytest.mark.parametrize("text", MATRICES)
def test_crosscheck(text: str) -> None:
    found = ss.analyze(text).crosscheck(25)
    assert found.passed is not ss.Truth.FALSE and len(found.checks) == 9
    if "10^40" not in text:
        assert found.passed is ss.Truth.TRUE


def test_the_crosscheck_sees_a_wrong_profile() -> None:
    from symspec.numeric.crosscheck import crosscheck

    right, other = (ss.analyze(f"[[{z}, 1], [0, 1/2]]") for z in ("sqrt(2)", "sqrt(2)/2"))
    mixed: Any = other.factor_profile
    assert crosscheck(right.matrix, mixed, right.dunford, None, 25).passed is ss.Truth.FALSE


def test_notices_of_floats_beside_roots() -> None:
    an = ss.analyze([[0.9, "sqrt(2)"], [0, 0.333]])
    assert isinstance(an.matrix, FieldMatrix)
    codes = {n.code for n in an.notices}
    assert {"floats_read", "rounded_fractions"} <= codes and len(an.notes) == len(an.notices)


def test_floats_whose_binary_values_have_another_fate() -> None:
    """0.1 + 0.2 + 0.7 is 1 for the decimals only: the eigenvalue 1 is lost."""
    an = ss.analyze([[0.1, 0.9, 0], [0.3, 0.7, 0], [0, 0, "sqrt(2)/2"]])
    assert an.behavior is ss.Behavior.CONVERGES
    assert "readings_differ" in {n.code for n in an.notices}
