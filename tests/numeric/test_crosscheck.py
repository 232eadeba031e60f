"""The cross-check agrees with right claims, fails on planted wrong ones, and says when it cannot tell."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Sequence
from fractions import Fraction

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.decision.behavior import behavior
from symspec.errors import InputError
from symspec.numeric import claims
from symspec.numeric.crosscheck import Check, Crosscheck, crosscheck
from symspec.numeric.setting import Setting, UnclearError
from symspec.spectral.dunford import DunfordDecomposition, dunford_decomposition
from symspec.spectral.profile import FactorProfile, JordanProfile, jordan_profile
from symspec.spectral.projectors import projector_at_one
from symspec.spectral.unit_circle import RootCounts
from symspec.truth import Truth

Rows = Sequence[Sequence[int | Fraction]]
Facts = tuple[ExactMatrix, JordanProfile, DunfordDecomposition, ExactMatrix | None]

TINY = Fraction(1, 10**40)
SHIFT = [[int(j == (i + 1) % 12) for j in range(12)] for i in range(12)]
NILPOTENT = [[int(j == i + 1) for j in range(6)] for i in range(6)]
HILBERT = [[Fraction(1, i + j + 1) for j in range(8)] for i in range(8)]
HADAMARD = [[(-1) ** (i & j).bit_count() for j in range(8)] for i in range(8)]
MARKOV = [[Fraction(9, 10), Fraction(1, 10)], [Fraction(1, 5), Fraction(4, 5)]]


def facts(rows: Rows) -> Facts:
    a = ExactMatrix.from_fractions(rows)
    profile = jordan_profile(a)
    index = max(f.index for f in profile.factors)
    limit = projector_at_one(a, profile) if behavior(profile).has_limit else None
    return a, profile, dunford_decomposition(a, profile.squarefree_part, index), limit


RIGHT: dict[str, Rows] = {
    "one by one": [[Fraction(1, 2)]],
    "zero": [[0, 0], [0, 0]],
    "identity": [[1, 0], [0, 1]],
    "markov": MARKOV,
    "just inside": [[1 - TINY]],
    "just outside": [[1 + TINY]],
    "1 and just inside": [[1 - TINY, 1], [0, 1]],
    "1 and just outside": [[1 + TINY, 0], [0, 1]],
    "a block just inside": [[1 - TINY, 1], [0, 1 - TINY]],
    "a block at 1": [[3, -4], [1, -1]],
    "a block at i": [[1, 1, 1, 0], [-2, -1, 0, -1], [0, 0, -1, -1], [0, 0, 2, 1]],
    "on the circle, no roots of unity": [[0, -1], [1, Fraction(6, 5)]],
    "permutation": SHIFT,
    "nilpotent": NILPOTENT,
    "Hilbert": HILBERT,
    "Hadamard": HADAMARD,
    "entries of 50 digits": [[10**49 + 7, 3 * 10**49], [10**49 - 9, 10**49 + 1]],
}


@pytest.mark.parametrize("name", RIGHT)
def test_right_claims_agree(name: str) -> None:
    found = crosscheck(*facts(RIGHT[name]))
    assert {c.name: c.status for c in found.checks if c.status != "passed"} == {}
    assert found.passed is Truth.TRUE
    assert "all 9 claims agree" in str(found)


@st.composite
def from_jordan_forms(draw: st.DrawFn) -> Rows:
    """U J U^-1 for a unimodular U: the truth is known by construction."""
    values = st.sampled_from([0, 1, -1, 2, Fraction(1, 2), Fraction(-3, 4)])
    blocks = draw(st.lists(st.tuples(values, st.integers(1, 3)), min_size=1, max_size=3))
    n = sum(size for _, size in blocks)
    j = [[Fraction(0)] * n for _ in range(n)]
    start = 0
    for value, size in blocks:
        for i in range(size):
            j[start + i][start + i] = Fraction(value)
            if i:
                j[start + i - 1][start + i] = Fraction(1)
        start += size
    entry = st.integers(-2, 2)
    lower = [[draw(entry) if c < r else int(c == r) for c in range(n)] for r in range(n)]
    upper = [[draw(entry) if c > r else int(c == r) for c in range(n)] for r in range(n)]
    u = ExactMatrix.from_integers(lower) @ ExactMatrix.from_integers(upper)
    return (u @ ExactMatrix.from_fractions(j) @ u.inverse).tolist()


@settings(max_examples=25)
@given(from_jordan_forms())
def test_right_claims_never_fail(rows: Rows) -> None:
    found = crosscheck(*facts(rows), 30)
    assert not found.of_status("failed")
    assert len(found.of_status("passed")) >= 8


@settings(max_examples=25)
@given(from_jordan_forms(), st.data())
def test_a_changed_decomposition_fails(rows: Rows, data: st.DataObject) -> None:
    a, profile, dunford, limit = facts(rows)
    n = a.order
    i, j = data.draw(st.integers(0, n - 1)), data.draw(st.integers(0, n - 1))
    change = ExactMatrix.from_fractions(
        [[Fraction(1, 10**9) * ((r, c) == (i, j)) for c in range(n)] for r in range(n)]
    )
    wrong = dataclasses.replace(dunford, D=dunford.D + change, N=dunford.N - change)
    failed = {c.name for c in crosscheck(a, profile, wrong, limit, 30).of_status("failed")}
    assert {"D", "N"} <= failed


def statuses(found: Crosscheck) -> dict[str, str]:
    return {c.name: c.status for c in found.checks}


def test_a_wrong_limit_fails() -> None:
    a, profile, dunford, _ = facts(MARKOV)
    wrong = ExactMatrix.from_fractions([[Fraction(1, 2), Fraction(1, 2)]] * 2)
    found = crosscheck(a, profile, dunford, wrong)
    assert found.passed is Truth.FALSE
    assert [c.name for c in found.of_status("failed")] == ["limit"]
    assert "1 of 9 claims FAIL: limit" in str(found)


def test_a_limit_off_by_one_in_the_fortieth_digit_fails() -> None:
    a, profile, dunford, limit = facts(MARKOV)
    assert limit is not None
    found = crosscheck(a, profile, dunford, limit + limit.scalar(TINY))
    assert statuses(found)["limit"] == "failed"


def test_a_limit_where_there_is_none_fails() -> None:
    for rows in ([[0, 1], [1, 0]], [[1, 1], [0, 1]], [[2, 0], [0, 1]], SHIFT):
        a, profile, dunford, _ = facts(rows)
        assert statuses(crosscheck(a, profile, dunford, a.identity()))["limit"] == "failed"


def test_no_limit_where_there_is_one_fails() -> None:
    for rows in (MARKOV, [[Fraction(1, 2)]], [[1 - TINY]], [[1, 0], [0, 1]], NILPOTENT):
        a, profile, dunford, _ = facts(rows)
        assert statuses(crosscheck(a, profile, dunford, None))["no limit"] == "failed"


def test_a_wrong_factor_fails() -> None:
    a, profile, dunford, limit = facts(MARKOV)
    (first, second) = profile.factors
    wrong = dataclasses.replace(first, polynomial=Polynomial.of([Fraction(-71, 100), 1]))
    found = crosscheck(a, dataclasses.replace(profile, factors=(wrong, second)), dunford, limit)
    assert {"eigenvalues", "traces", "D"} <= {c.name for c in found.of_status("failed")}


def claimed(factor: FactorProfile, sizes: tuple[int, ...]) -> FactorProfile:
    """The factor as if these block sizes had been found."""
    factor.__dict__["block_sizes"] = sizes
    return factor


def test_a_wrong_multiplicity_fails() -> None:
    a, profile, dunford, limit = facts([[2, 0, 0], [0, 2, 0], [0, 0, 3]])
    three, two = profile.factors  # x - 3 stands before x - 2
    wrong = (
        claimed(dataclasses.replace(two, multiplicity=1), (1,)),
        claimed(dataclasses.replace(three, multiplicity=2), (1, 1)),
    )
    found = crosscheck(a, dataclasses.replace(profile, factors=wrong), dunford, limit)
    assert {"eigenvalues", "traces", "ranks"} <= {c.name for c in found.of_status("failed")}


def test_wrong_block_sizes_fail() -> None:
    for rows, sizes in ((RIGHT["a block at 1"], (1, 1)), ([[1, 0], [0, 1]], (2,))):
        a, profile, dunford, limit = facts(rows)
        wrong = dataclasses.replace(
            profile, factors=(claimed(dataclasses.replace(profile.factors[0]), sizes),)
        )
        assert {"ranks", "growth"} <= {
            c.name for c in crosscheck(a, wrong, dunford, limit).of_status("failed")
        }


def test_wrong_positions_fail() -> None:
    for rows in ([[1 - TINY]], [[1 + TINY]], [[1]], [[-1]]):
        a, profile, dunford, limit = facts(rows)
        right = profile.factors[0].counts
        for counts in {RootCounts(1, 0, 0), RootCounts(0, 1, 0), RootCounts(0, 0, 1)} - {right}:
            factor = dataclasses.replace(profile.factors[0])
            vars(factor)["counts"] = counts  # what the cached property would have found
            wrong = dataclasses.replace(profile, factors=(factor,))
            assert statuses(crosscheck(a, wrong, dunford, limit))["positions"] == "failed"


def test_a_wrong_index_of_nilpotency_fails() -> None:
    a, profile, dunford, limit = facts(NILPOTENT)
    for index in (5, 7):
        wrong = dataclasses.replace(dunford, index=index)
        assert statuses(crosscheck(a, profile, wrong, limit))["N"] == "failed"


def test_where_eig_does_not_converge_the_check_is_unavailable() -> None:
    # mpmath's QR iteration stalls on this matrix at its default of 15 digits.
    a, profile, _, _ = facts(HADAMARD)
    with pytest.raises(UnclearError, match="failed to converge"):
        claims.eigenvalues(Setting(a, profile, 15))


def test_a_stall_at_every_precision_is_unavailable_and_no_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    def stalls(*_: object, **__: object) -> None:
        raise RuntimeError("qr: failed to converge after 61 steps")

    monkeypatch.setattr(mpmath.MPContext, "eig", stalls)
    found = crosscheck(*facts(HADAMARD))
    assert statuses(found)["eigenvalues"] == "unavailable"
    assert found.passed is Truth.TRUE
    assert str(found).endswith("unavailable: eigenvalues")
    assert "8 of 9" in str(found)
    assert "failed to converge" in found.of_status("unavailable")[0].reason


def test_a_defective_matrix_that_would_need_too_many_digits_is_unavailable() -> None:
    rows = [[int(j == i + 1) for j in range(12)] for i in range(12)]
    found = crosscheck(*facts(rows))
    assert statuses(found)["eigenvalues"] == "unavailable"
    assert not found.of_status("failed")
    assert "840 digits" in found.of_status("unavailable")[0].reason


def test_over_the_order_limit_nothing_is_claimed() -> None:
    found = crosscheck(*facts([[int(i == j) for j in range(21)] for i in range(21)]))
    assert found.passed is Truth.UNKNOWN
    assert str(found) == "mpmath, 50 digits: unavailable (order 21 is over the limit of 20)"


def test_the_global_precision_stays() -> None:
    before = mpmath.mp.prec
    crosscheck(*facts(MARKOV), 200)
    assert mpmath.mp.prec == before


def test_the_result_is_a_value() -> None:
    found = crosscheck(*facts(MARKOV))
    assert pickle.loads(pickle.dumps(found)) == found
    assert found == crosscheck(*facts(MARKOV))
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.digits = 1  # type: ignore[misc]


@pytest.mark.parametrize("digits", [4, 1001, 0, -5, True, 50.0, "50"])
def test_digits_out_of_range(digits: object) -> None:
    with pytest.raises(InputError, match="whole number from 5 to 1000"):
        crosscheck(*facts(MARKOV), digits)  # type: ignore[arg-type]


def test_passed_is_three_valued() -> None:
    good, bad, none = (Check("x", s, None, None) for s in ("passed", "failed", "unavailable"))
    assert Crosscheck(50, (good, none)).passed is Truth.TRUE
    assert Crosscheck(50, (good, bad)).passed is Truth.FALSE
    assert Crosscheck(50, (none,)).passed is Truth.UNKNOWN
    assert Crosscheck(50, ()).passed is Truth.UNKNOWN


HUGE = Fraction(10**100)
LONG: dict[str, Rows] = {
    "10^300 and 1": [[10**300, 1], [0, 1]],
    "a block at 10^100": [[HUGE, 1], [0, HUGE]],
    "10^100 and 10^-100, mixed": [[HUGE, 3 * HUGE], [0, 1 / HUGE]],
    "1 + 10^-90": [[1 + Fraction(1, 10**90), 1, 0], [0, 1 + Fraction(1, 10**90), 0], [7, 5, Fraction(1, 3)]],
    "a late block": [[10**20, 11, 0], [0, 10**20, 7], [0, 0, 10**20]],
}


@pytest.mark.parametrize("name", LONG)
def test_right_claims_about_long_entries_never_fail(name: str) -> None:
    """They pass, or the precision does not tell; they are right, so they may not fail."""
    found = crosscheck(*facts(LONG[name]))
    assert not found.of_status("failed"), found.checks
    assert found.of_status("passed")
