"""The numbered statements: stable numbers, proofs that rest on what stands before, no word left empty."""

from __future__ import annotations

import re

import pytest

from symspec.errors import InputError
from symspec.theorems import THEOREMS, Theorem, foundations, theorem

# Printed proofs and JSON documents cite these numbers: they may be added to, never changed.
NUMBERS = {
    1: "proposition-1",
    2: "proposition-2",
    3: "diagonalizable",
    4: "dunford",
    5: "polynomial-geometric",
    6: "binomial",
    7: "recurrence",
    8: "eigenvector",
    9: "algebraic-integer",
    10: "chain",
    11: "projector",
    12: "cayley-hamilton",
    13: "schur-cohn",
    14: "cohn",
    15: "kronecker",
    16: "boundedness",
    17: "rational-factor",
    18: "completeness",
    19: "quadratic",
    20: "outside",
    21: "charpoly",
    22: "growth",
    23: "norm",
    24: "rank",
    25: "trace",
    26: "spectral-projectors",
    27: "periodic",
    28: "orthogonal",
    29: "cofactor",
    30: "faddeev-leverrier",
    31: "row-operations",
    32: "rational-roots",
    33: "independent-chains",
    34: "jordan-basis",
    35: "inverse-by-rows",
    36: "jordan-power",
    37: "stein",
    38: "definite",
    39: "integer",
    40: "nonnegative",
    41: "stochastic",
    42: "triangular",
    43: "spectral",
    44: "gershgorin",
    45: "discs-count",
    46: "continuity",
    47: "power-iteration",
    48: "perron-frobenius",
    49: "schur-cohn-complex",
    50: "cohn-complex",
    51: "dominant-term",
}


def cited(t: Theorem) -> set[int]:
    return {int(k) for text in (t.statement, *t.proof) for k in re.findall(r"\[(\d+)\]", text)}


def test_numbers_are_stable() -> None:
    assert {t.number: t.key for t in THEOREMS} == NUMBERS


@pytest.mark.parametrize("t", THEOREMS, ids=lambda t: t.key)
def test_complete(t: Theorem) -> None:
    assert all((t.name, t.short, t.conclusion, t.reference, *t.proof))
    assert theorem(t.number) is theorem(t.key) is theorem(str(t.number)) is t
    assert t.short.endswith(".") and t.conclusion.endswith(".")
    assert all(paragraph.endswith(".") for paragraph in t.proof)
    assert all(text.count(a) == text.count(b) for text in (t.statement, *t.proof) for a, b in ("()", "[]"))


def test_no_proof_goes_round_in_circles() -> None:
    known: set[int] = set()
    pending = {t.number: cited(t) for t in THEOREMS}
    while pending:
        ready = {k for k, needs in pending.items() if needs <= known}
        assert ready, f"these statements rest on one another: {sorted(pending)}"
        known |= ready
        pending = {k: needs for k, needs in pending.items() if k not in ready}


@pytest.mark.parametrize("name", ["0", "99", "", "pythagoras", 999, "٣", "1" * 5000])
def test_unknown(name: int | str) -> None:
    with pytest.raises(InputError, match="there is no statement"):
        theorem(name)


@pytest.mark.parametrize("t", THEOREMS, ids=lambda t: t.key)
def test_foundations_are_whole(t: Theorem) -> None:
    """The statement comes first, nothing comes twice, and everything that is cited is there."""
    found = foundations(t.key)
    numbers = [s.number for s in found]
    assert found[0] is t and len(set(numbers)) == len(numbers)
    assert set().union(*map(cited, found)) <= set(numbers)
