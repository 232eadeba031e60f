"""Every method on every matrix that it applies to: what is cited is accepted, and the text is whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.decision.behavior import behavior
from symspec.errors import InputError, InternalError
from symspec.proof.build import proof, proof_methods
from symspec.proof.formula import Literal, Named, number
from symspec.proof.methods.registry import METHODS
from symspec.proof.steps import Check, ProofTree, Section, leaves, proof_tree
from symspec.render.text import proof_text
from symspec.spectral.profile import jordan_profile
from symspec.truth import Behavior
from tests.proof.samples import SAMPLES, sample
from tests.proof.test_build import SMALL, Case, assert_sound, matrix_of
from tests.render.test_text import assert_fits
from tests.strategies import Structured, structured_matrices

ALWAYS = {
    Behavior.TENDS_TO_ZERO: {"dunford", "jordan", "annihilator"},
    Behavior.CONVERGES: {"ranks", "jordan", "annihilator"},
    Behavior.BOUNDED_DIVERGENT: {"eigenvector", "jordan", "annihilator"},
    Behavior.UNBOUNDED: {"eigenvector", "jordan"},
}


def every_proof(a: ExactMatrix) -> dict[str, ProofTree]:
    """All proofs about a matrix; methods that do not apply say so when they are asked for."""
    profile = jordan_profile(a)
    fate = behavior(profile)
    names = proof_methods(a, profile, fate)
    assert set(names) >= ALWAYS[fate]
    for name in {m.name for m in METHODS} - set(names):
        with pytest.raises(InputError, match=f'"{name}" does not apply .*; use one of: auto, '):
            proof(a, profile, fate, method=name)
    return {name: proof(a, profile, fate, method=name) for name in names}


@cache
def sample_proofs(name: str) -> tuple[ProofTree, ...]:
    return tuple(every_proof(sample(name)).values())


def assert_right(trees: Iterable[ProofTree]) -> None:
    for tree in trees:
        assert_sound(tree)
        assert_fits(proof_text(tree))


@pytest.mark.parametrize("case", SMALL, ids=lambda case: case.name)
def test_published_cases(case: Case) -> None:
    assert_right(every_proof(matrix_of(case.matrix)).values())


@pytest.mark.parametrize("name", SAMPLES)
def test_samples(name: str) -> None:
    assert_right(sample_proofs(name))


@settings(max_examples=10)
@given(structured_matrices(max_order=5))
def test_random_structures(drawn: Structured) -> None:
    assert_right(every_proof(drawn.matrix).values())


def matrix(text: str) -> ExactMatrix:
    return ExactMatrix.from_fractions([[Fraction(x) for x in row.split()] for row in text.split(";")])


@pytest.mark.parametrize("name", ["dunford", "two eigenvalues of equal modulus", "chain of two", "cycle"])
def test_brief_forms_are_shorter(name: str) -> None:
    a = sample(name)
    profile = jordan_profile(a)
    fate = behavior(profile)
    for method in proof_methods(a, profile, fate):
        short, long = (proof(a, profile, fate, method=method, detail=d) for d in ("brief", "standard"))
        assert_sound(short)
        assert not any(isinstance(leaf, Check) for leaf in leaves(short.steps)) or method in (
            "dunford",
            "ranks",
        )
        assert len(proof_text(short)) <= len(proof_text(long))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_changed_number_is_noticed(name: str) -> None:
    """Each relation with an exact number on its right-hand side becomes false when 1 is added to it."""
    for tree in sample_proofs(name):
        for leaf in leaves(tree.steps):
            for relation in getattr(leaf, "checks", ()):
                last = relation.sides[-1]
                exact = isinstance(last, Literal) and isinstance(last.value, Fraction)
                if exact and relation.signs[-1] == "=":
                    changed = replace(relation, sides=(*relation.sides[:-1], number(last.value + 1)))
                    assert_refused(tree, replace(leaf, checks=(changed,)))


def assert_refused(tree: ProofTree, leaf: object) -> None:
    with pytest.raises(InternalError):
        proof_tree(
            tree.given,
            tree.behavior,
            method=tree.method,
            detail=tree.detail,
            goal=tree.goal,
            steps=(Section("limit", (leaf,)),),  # type: ignore[arg-type]
        )


SYMBOL = re.compile(r"[A-Za-z]+(_\w+)?('*|\*)")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_symbol_can_be_set(name: str) -> None:
    """A letter or a Greek name, with an index, primes or a star: nothing that a format would stumble over."""
    for tree in sample_proofs(name):
        assert all(SYMBOL.fullmatch(symbol) for symbol in symbols(tree.steps))


def symbols(part: object) -> Iterator[str]:
    if isinstance(part, Named):
        yield part.symbol
    elif isinstance(part, tuple):
        for item in part:
            yield from symbols(item)
    elif is_dataclass(part) and not isinstance(part, ExactMatrix | Polynomial):
        for field in fields(part):
            yield from symbols(getattr(part, field.name))


# -- what applies, by theorems ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "applies", "does_not"),
    [
        # A row sum of 1/2 and one of 3/4; no negative entry.
        ("1/4 1/4; 1/2 1/4", {"norm", "gershgorin", "stein", "perron"}, {"integer", "ranks"}),
        # A norm < 1 in no power seen at once, but the matrix of the moduli has spectral radius 1/2.
        ("1/2 1000; 0 1/2", {"norm", "gershgorin", "stein", "perron"}, {"diagonalization"}),
        # Rotation by 45 degrees, shrunk to 9/10: the moduli have spectral radius > 1.
        ("63/100 -63/100; 63/100 63/100", {"norm", "stein"}, {"gershgorin", "perron", "integer"}),
        ("0 1; 0 0", {"integer", "perron", "gershgorin"}, {"diagonalization"}),
        # Doubly stochastic, without a positive column in any power: two closed classes.
        ("1 0; 0 1", {"ranks", "integer", "gershgorin", "diagonalization"}, {"perron", "norm"}),
        ("1/2 1/2; 1/4 3/4", {"perron", "gershgorin", "ranks"}, {"dunford", "eigenvector"}),
        ("0 1; 1 0", {"perron", "integer", "annihilator", "norm"}, {"gershgorin", "stein"}),
        ("2 1; 1 1", {"perron", "integer", "eigenvector"}, {"annihilator", "ranks", "norm"}),
        ("1 1; 0 1", {"ranks", "integer", "eigenvector"}, {"perron", "diagonalization", "gershgorin"}),
        ("10 1; 1 -10", {"gershgorin", "integer", "diagonalization"}, {"perron", "ranks"}),
    ],
)
def test_what_applies(text: str, applies: set[str], does_not: set[str]) -> None:
    found = set(every_proof(matrix(text)))
    assert found >= applies
    assert not found & does_not


def test_the_shortest_honest_proof() -> None:
    """A norm < 1 of A itself is one line; where there is none, the argument goes by the spectrum."""

    def sections(text: str) -> list[str]:
        a = matrix(text)
        profile = jordan_profile(a)
        return [s.code for s in proof(a, profile, behavior(profile)).steps if isinstance(s, Section)]

    assert sections("1/2 1/4; 1/3 1/3") == ["norm", "limit"]
    assert sections("1/2 1; 0 1/2")[0] == "spectrum"
    assert sections("0 1/2; 0 0")[0] == "spectrum"
