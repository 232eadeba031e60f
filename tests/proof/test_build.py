"""Proofs: the checker accepts what they cite, nothing stands on nothing, and they say what is true."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings

import symspec as ss
from symspec.algebra.matrix import ExactMatrix
from symspec.checker import verify
from symspec.errors import InputError
from symspec.proof.build import DETAILS
from symspec.proof.evaluation import holds, value
from symspec.proof.formula import Literal, Relation
from symspec.proof.steps import Conclusion, ProofTree, Sentence, claims_cited, leaves, theorems_cited
from symspec.theorems import theorem
from symspec.truth import Behavior
from tests.cases.published import Case, published_cases
from tests.proof.samples import SAMPLES, proof_of, sample
from tests.strategies import Structured, structured_matrices

RATIONAL = re.compile(r"-?\d+(/\d+)?")


def is_rational_square(case: Case) -> bool:
    rows = case.matrix
    square = all(len(row) == len(rows) for row in rows)
    return square and all(RATIONAL.fullmatch(x) for row in rows for x in row)


CASES = [case for case in published_cases() if is_rational_square(case) and "verdict" in case.facts]
SMALL = [case for case in CASES if len(case.matrix) <= 5]


def matrix_of(rows: list[list[str]]) -> ExactMatrix:
    return ExactMatrix.from_fractions([[Fraction(x) for x in row] for row in rows])


def assert_sound(tree: ProofTree) -> None:
    """Every leaf cites something that exists; the certificate proves the goal and holds nothing uncited."""
    for leaf in leaves(tree.steps):
        assert leaf.because
        assert all(holds(relation) for relation in getattr(leaf, "checks", ()))
    assert all(theorem(number).number == number for number in theorems_cited(tree.steps))
    assert tree.certificate.claims == claims_cited(tree.steps)
    assert verify(tree.certificate).behavior is tree.behavior
    assert sum(isinstance(leaf, Conclusion) for leaf in leaves(tree.steps)) == 1


def test_there_are_cases() -> None:
    assert len(SMALL) > 80


@pytest.mark.parametrize("detail", ["standard", "brief"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_published_cases(case: Case, detail: str) -> None:
    tree = proof_of(matrix_of(case.matrix), detail=detail)
    assert tree.behavior.value == case.facts["verdict"]
    assert tree.goal.code == case.facts["verdict"]
    assert_sound(tree)


@pytest.mark.parametrize("case", [c for c in SMALL if "limit" in c.facts], ids=lambda case: case.name)
def test_published_limits(case: Case) -> None:
    tree = proof_of(matrix_of(case.matrix))
    if tree.behavior is not Behavior.CONVERGES:
        assert all(x in ("0", 0) for row in case.facts["limit"] or [] for x in row)
        return
    (written_out,) = tree.goal.checks
    assert value(written_out.sides[-1]) == matrix_of([[str(x) for x in row] for row in case.facts["limit"]])


RANKED = [c for c in SMALL if "rank_A_minus_I_squared" in c.facts and c.facts["verdict"] == "converges"]


@pytest.mark.parametrize("case", RANKED, ids=lambda case: case.name)
def test_published_ranks(case: Case) -> None:
    (said,) = [leaf for leaf in leaves(proof_of(matrix_of(case.matrix)).steps) if named(leaf, "ranks_agree")]
    assert isinstance(said, Sentence)
    ranks = [right_side(field) for _, field in said.fields]
    assert ranks == [case.facts["rank_A_minus_I"], case.facts["rank_A_minus_I_squared"]]


def named(leaf: object, code: str) -> bool:
    return getattr(leaf, "code", None) == code


def right_side(field: object) -> Fraction:
    assert isinstance(field, Relation)
    last = field.sides[-1]
    assert isinstance(last, Literal) and isinstance(last.value, Fraction)
    return last.value


@pytest.mark.parametrize("detail", ["standard", "brief"])
@pytest.mark.parametrize("name", SAMPLES)
def test_every_kind(name: str, detail: str) -> None:
    tree = proof_of(sample(name), detail=detail)
    assert tree.behavior.value == SAMPLES[name][1]
    assert_sound(tree)


@settings(max_examples=40)
@given(structured_matrices(max_order=6))
def test_random_structures(drawn: Structured) -> None:
    for detail in ("standard", "brief"):
        assert_sound(proof_of(drawn.matrix, detail=detail))


@pytest.mark.parametrize("name", [name for name, (_, fate) in SAMPLES.items() if fate == "tends_to_zero"])
def test_the_method_of_dunford(name: str) -> None:
    tree = proof_of(sample(name), method="dunford")
    assert_sound(tree)
    assert any(type(claim).__name__ == "Proposition1" for claim in tree.certificate.claims)


def test_the_method_of_ranks() -> None:
    assert_sound(proof_of(sample("chain of two"), method="ranks"))


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("dunford", {"method": "magic"}, "auto, dunford, ranks"),
        ("2 and 1", {"method": "ranks"}, "use one of: auto, eigenvector, jordan, perron, integer"),
        ("dunford", {"detail": "poem"}, "brief, standard"),
        ("2 and 1", {"method": "dunford"}, "proves A\\^n -> 0"),
        ("never returns", {"method": "ranks"}, "bounded divergent"),
    ],
)
def test_what_cannot_be_asked(name: str, options: dict[str, str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        proof_of(sample(name), **options)


def test_large_orders_get_the_brief_form() -> None:
    n = 9
    rows = [[Fraction(1, 2) if i == j else Fraction(int(j == i + 1)) for j in range(n)] for i in range(n)]
    tree = proof_of(ExactMatrix.from_fractions(rows))
    assert tree.detail == "brief"
    assert_sound(tree)


def test_proofs_are_values() -> None:
    assert proof_of(sample("dunford")) == proof_of(sample("dunford"))
    assert proof_of(sample("dunford")) != proof_of(sample("scalar"))


# -- the smallest matrices, and the names of methods ------------------------------------------

TAKEN = [
    ("1/2", ("norm", "dunford", "dunford")),
    ("0 0; 0 0", ("annihilator", "annihilator", "annihilator")),
    ("0 1; 0 0", ("annihilator", "annihilator", "annihilator")),
    ("1/2 1; 0 1/2", ("norm", "dunford", "dunford")),
    ("1/2 1/4; 0 1/3", ("norm", "norm", "dunford")),
    ("9/10 1/10; 1/5 4/5", ("ranks", "ranks", "ranks")),
    ("0 -1; 1 0", ("annihilator", "eigenvector", "eigenvector")),
    ("1 1; 0 1", ("eigenvector", "eigenvector", "eigenvector")),
    ("2 1; 1 2", ("trace", "eigenvector", "eigenvector")),
]


@pytest.mark.parametrize(("rows", "names"), TAKEN)
def test_the_method_that_was_taken(rows: str, names: tuple[str, ...]) -> None:
    an = ss.analyze(rows)
    assert tuple(an.proof(detail=detail).tree.method for detail in DETAILS) == names


@pytest.mark.parametrize("rows", ["0", "1", "-1", "1/2", "2", "0 0; 0 0", "0 0 0; 0 0 0; 0 0 0"])
def test_small_and_zero_matrices_have_sections_and_theorems(rows: str) -> None:
    an = ss.analyze(rows)
    for detail in DETAILS[1:]:
        text = an.proof(detail=detail).to_text()
        assert "\n1. " in text and "\n2. " in text and "  [21]  " in text
    assert "row operations" not in an.proof(detail="full").to_text() or an.matrix.order > 1


def test_a_short_proof_shows_the_norm() -> None:
    """The row sums of A^2 are 1/4 + 1 and 1/4, those of A^4 at most 1/16 + 1/2."""
    text = ss.analyze("1/2 1; 0 1/2").proof(detail="brief").to_text()
    assert "|A^4| = 9/16 < 1" in text


@pytest.mark.parametrize(("lang", "letter"), [("en", "R"), ("fr", "L"), ("ro", "L")])
def test_rows_have_the_letter_of_the_country(lang: str, letter: str) -> None:
    proof = ss.analyze("1/2 1; 1/3 1/4").proof(detail="full", lang=lang)
    assert f"{letter}2 <- {letter}2" in proof.to_text()
    assert f"{letter}_{{2}} \\leftarrow" in proof.to_latex()


def test_transposes_in_french() -> None:
    proof = ss.analyze("1/2 1; 0 1/2").proof(method="stein", lang="fr")
    assert "P = L_P D_P ᵗL_P" in proof.to_text() and "^T" not in proof.to_text()
    assert "^{T}" not in proof.to_latex()
