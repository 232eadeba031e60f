"""Proofs as text: they fit the page, use every word they are given, and read as agreed."""

from __future__ import annotations

import json
import os
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings

from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import CLAIM_NAMES
from symspec.decision.behavior import behavior
from symspec.errors import InputError
from symspec.languages import LANGUAGES, Plural, places, require_language
from symspec.proof.build import DETAILS, proof_methods
from symspec.proof.steps import Conclusion, Remark, Section, Sentence, Step, leaves
from symspec.render.formula_text import GLUE
from symspec.render.phrases import ENGLISH, STANDING_PLACES
from symspec.render.phrases.over_fields import OVER_FIELDS
from symspec.render.proof_json import proof_json
from symspec.render.text import WIDTH, proof_text
from symspec.spectral.profile import jordan_profile
from tests.cases.published import published_cases
from tests.proof.samples import SAMPLES, proof_of, sample
from tests.proof.test_build import is_rational_square, matrix_of
from tests.strategies import Structured, structured_matrices

GOLDEN = Path(__file__).parent.parent / "golden"
EXEMPLARS = {
    "dunford": "dunford.txt",
    "chain of two": "ranks.txt",
    "block of 1": "chain.txt",
    "never returns": "circle.txt",
}


def assert_fits(text: str) -> None:
    assert max(map(len, text.splitlines())) <= WIDTH
    assert GLUE not in text and "{" not in text
    assert text.count("QED") == 1


@pytest.mark.parametrize("detail", ["standard", "brief"])
def test_published_cases_fit_the_page(detail: str) -> None:
    for case in published_cases():
        if is_rational_square(case):
            assert_fits(proof_text(proof_of(matrix_of(case.matrix), detail=detail)))


@pytest.mark.parametrize("detail", ["standard", "brief"])
@pytest.mark.parametrize("name", SAMPLES)
def test_samples_fit_the_page(name: str, detail: str) -> None:
    assert_fits(proof_text(proof_of(sample(name), detail=detail)))


@settings(max_examples=25)
@given(structured_matrices(max_order=8))
def test_random_structures_fit_the_page(drawn: Structured) -> None:
    assert_fits(proof_text(proof_of(drawn.matrix)))


def test_long_entries_are_named_and_listed() -> None:
    big = Fraction(10**40 + 1, 10**41 + 3)
    a = ExactMatrix.from_fractions([[big, big / 7, 0], [0, big / 3, 1], [0, 0, Fraction(1, 2)]])
    text = proof_text(proof_of(a))
    assert_fits(text)
    assert "a1 = " in text


def test_a_thousand_digits() -> None:
    for rows in (
        [[Fraction(1, 10**1000 + 1), 1], [0, 10**5000]],
        [[0, 10**5000], [Fraction(1, 10**5002), 0]],
    ):
        tree = proof_of(ExactMatrix.from_fractions(rows))
        assert_fits(proof_text(tree))
        assert json.loads(proof_json(tree))["given"]


@pytest.mark.parametrize("name", SAMPLES)
def test_sentences_use_their_fields(name: str) -> None:
    """A field that the sentence leaves out, or a place without a field, is a mistake in one of the two."""
    tree = proof_of(sample(name))
    for leaf in leaves((tree.goal, *tree.steps)):
        if isinstance(leaf, Sentence | Remark | Conclusion):
            template = ENGLISH[leaf.code]
            named = places(template.other if isinstance(template, Plural) else template)
            assert named - STANDING_PLACES <= {name for name, _ in leaf.fields}, leaf.code


def all_options(a: ExactMatrix) -> list[dict[str, str]]:
    """Every level of detail, and every method that applies."""
    profile = jordan_profile(a)
    methods = ("auto", *proof_methods(a, profile, behavior(profile)))
    return [{"detail": detail} for detail in DETAILS] + [{"method": method} for method in methods]


def titles(steps: tuple[Step, ...]) -> set[str]:
    """The codes of all sections, at every depth."""
    sections = [step for step in steps if isinstance(step, Section)]
    return {s.code for s in sections}.union(*(titles(s.steps) for s in sections))


def test_every_sentence_is_of_use() -> None:
    used = set()
    for name in SAMPLES:
        for options in all_options(sample(name)):
            tree = proof_of(sample(name), **options)
            used |= {getattr(leaf, "code", "") for leaf in leaves((tree.goal, *tree.steps))}
            used |= {f"section.{code}" for code in titles(tree.steps)}
    frame = set(list(ENGLISH)[: list(ENGLISH).index("section.spectrum")])
    rare = {
        # Reached where no shorter certificate or reason exists.
        "outside_by_claim", "dunford_claim", "outside_claim", "projector_stable", "on_circle_by_claim",
        "stable_annihilator", "norm_of_long_power", "stein_claim", "projector_stein",
    }  # fmt: skip
    unused = (
        set(ENGLISH)
        - used
        - frame
        - rare
        - set(OVER_FIELDS)
        - {f"claim.{name}" for name in CLAIM_NAMES.values()}
    )
    assert not unused


def test_every_claim_has_a_name() -> None:
    assert {f"claim.{name}" for name in CLAIM_NAMES.values()} <= set(ENGLISH)


def test_languages() -> None:
    require_language("en")
    for lang in ("xx", "EN", ""):
        with pytest.raises(InputError, match=", ".join(LANGUAGES)):
            require_language(lang)


@pytest.mark.parametrize(("name", "file"), EXEMPLARS.items())
def test_wording(name: str, file: str) -> None:
    """The wording as agreed; SYMSPEC_GOLDEN=write rewrites the files, to be read before a commit."""
    text = proof_text(proof_of(sample(name)))
    if os.environ.get("SYMSPEC_GOLDEN") == "write":
        (GOLDEN / file).write_text(text, encoding="utf-8")
    assert text == (GOLDEN / file).read_text(encoding="utf-8")
