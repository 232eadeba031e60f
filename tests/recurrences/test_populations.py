"""Leslie models: growth against R_0, stable ages, oscillations; published populations."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus
from symspec.recurrences.populations import Leslie, leslie


@st.composite
def models(draw: st.DrawFn, *, most: int = 4) -> Leslie:
    n = draw(st.integers(1, most))
    f = draw(st.lists(st.sampled_from([Fraction(x) for x in (0, 0, 1, 2, 5)]), min_size=n, max_size=n))
    part = st.sampled_from([Fraction(1, 2), Fraction(1, 3), Fraction(1)])
    s = draw(st.lists(part, min_size=n - 1, max_size=n - 1))
    stays = draw(st.sampled_from([None, Fraction(0), Fraction(1, 2), Fraction(9, 10)]))
    return leslie(f, s if stays is None else [*s, stays])


@settings(max_examples=25)
@given(models())
def test_growth_and_reproduction_rate_agree(model: Leslie) -> None:
    """lambda - 1 and R_0 - 1 have one sign; the powers of A do what it says."""
    rate, r = model.growth_rate, model.net_reproduction_rate
    assert ((rate > 1) - (rate < 1)) == ((r > 1) - (r < 1))
    behavior = model.analysis.behavior
    assert model.fate == {
        ss.Behavior.UNBOUNDED: "grows",
        ss.Behavior.TENDS_TO_ZERO: "dies out",
    }.get(behavior, "stationary")
    assert rate == model.analysis.spectral_radius


@settings(max_examples=25)
@given(models())
def test_the_reproduction_rate_counts_the_offspring_of_one(model: Leslie) -> None:
    """R_0 = first entry of F (I - T)^-1 for births F and survivals T."""
    n = model.order
    births = model.matrix.with_entries([list(model.fecundities), *[[0] * n for _ in range(n - 1)]])
    survival = model.matrix - births
    assert (births @ (survival.identity() - survival).inverse)[0, 0] == model.net_reproduction_rate


@settings(max_examples=25)
@given(models(most=3))
def test_stable_ages_keep_their_proportions(model: Leslie) -> None:
    try:
        v = model.stable_distribution
    except ss.UndefinedError:
        return
    entries, rate = v.entries, model.growth_rate
    assert sum(entries, AlgebraicNumber.of(0)) == 1 and all(x > 0 for x in entries)
    for i, row in enumerate(model.matrix.tolist()):
        assert (
            sum((x * c for x, c in zip(entries, row, strict=True)), AlgebraicNumber.of(0))
            == rate * entries[i]
        )


@settings(max_examples=25)
@given(models())
def test_the_period_counts_eigenvalues_of_largest_modulus(model: Leslie) -> None:
    """Without those who only remain in the last class, which may outlive the fertile ones."""
    last = max((i for i, f in enumerate(model.fecundities, 1) if f), default=0)
    if not last:
        assert model.period == 0 and model.fate == "dies out"
        return
    kept = slice(0, last)
    s = model.survivals if last == model.order else model.survivals[: last - 1]
    fertile = ss.analyze(leslie(model.fecundities[kept], s).matrix)
    top = [e for e in fertile.spectrum.eigenvalues if compare_modulus(e.value, fertile.spectral_radius) == 0]
    assert len(top) == model.period
    assert model.oscillates is (model.period > 1)


@settings(max_examples=30)
@given(models(most=3), st.lists(st.integers(0, 3), min_size=3, max_size=3))
def test_populations_approach_their_limit_cycle(model: Leslie, numbers: list[int]) -> None:
    start = numbers[: model.order]
    try:
        cycle = model.limit_cycle(start)
    except ss.UndefinedError:
        return
    t = 120 * len(cycle)
    for r, v in enumerate(cycle):
        x = model.population(start, t + r)
        low = [z.modulus_interval(40)[0] for z in v.entries]
        shares = [Fraction(value) / sum(x) for value in x]
        assert all(abs(a - b) < Fraction(1, 1000) for a, b in zip(shares, low, strict=True))
    if len(cycle) == 1:
        assert model.limit_distribution(start) == cycle[0] == model.stable_distribution
    else:
        with pytest.raises(ss.UndefinedError, match="oscillates"):
            model.limit_distribution(start)


def test_those_who_remain_mix_the_phases() -> None:
    """(0, a, c) -> (a, 0, (a + c)/2) -> (0, a/2, (a + c)/4): c/a tends to the fixed point 1 of (1 + t)/2."""
    model = leslie([0, 1, 0], ["1/2", "1/2", "1/2"])
    half = Fraction(1, 2)
    found = [[x.rational for x in v.entries] for v in model.limit_cycle([0, 1, 0])]
    assert found == [[0, half, half], [half, 0, half]]


# -- published -------------------------------------------------------------------------------


def test_bernardelli_beetles_oscillate() -> None:
    """Bernardelli 1941 (the first such matrix): only the last class is fertile, A^3 = I."""
    model = leslie([0, 0, 6], ["1/2", "1/3"])
    assert model.matrix**3 == model.matrix.identity()
    assert (model.net_reproduction_rate, model.growth_rate, model.period) == (1, 1, 3)
    assert model.oscillates and model.analysis.behavior is ss.Behavior.BOUNDED_DIVERGENT
    assert [str(x) for x in model.stable_distribution.entries] == ["3/5", "3/10", "1/10"]
    found = [[x.rational for x in v.entries] for v in model.limit_cycle([6, 3, 0])]
    assert found == [[Fraction(2, 3), Fraction(1, 3), 0], [0, Fraction(3, 4), Fraction(1, 4)],
                     [Fraction(6, 7), 0, Fraction(1, 7)]]  # fmt: skip
    assert model.limit_distribution([6, 3, 1]) == model.stable_distribution


def test_a_model_of_sage_settles() -> None:
    """Leslie matrix of the SageMath documentation: limit [[2/5, 4, 4], ..]."""
    model = leslie([0, 5, 10], ["1/10", "1/2"])
    assert model.net_reproduction_rate == 1 and model.fate == "stationary" and model.period == 1
    assert model.analysis.limit.tolist()[0] == [Fraction(2, 5), 4, 4]
    assert model.limit_distribution([1, 0, 0]) == model.stable_distribution


def test_classes_after_the_last_offspring() -> None:
    """They are part of the stable distribution and have no reproductive value."""
    model = leslie([0, 1, 2, 0], ["1/2", "1/2", "1/2"])
    assert [x.rational for x in model.stable_distribution.entries] == [Fraction(k, 15) for k in (8, 4, 2, 1)]
    assert model.reproductive_values.signs == (1, 1, 1, 0)
    with pytest.raises(ss.UndefinedError, match="dies out"):
        model.limit_cycle([0, 0, 0, 5])


def test_irrational_growth_that_oscillates() -> None:
    """[[0, 2], [1/3, 0]]: lambda^2 = 2/3, two phases; the ages alternate between all young and all old."""
    model = leslie([0, 2], ["1/3"])
    assert model.growth_rate**2 == Fraction(2, 3) and model.period == 2
    assert [[x.rational for x in v.entries] for v in model.limit_cycle([1, 0])] == [[1, 0], [0, 1]]


def test_those_who_remain_may_outlive_the_fertile() -> None:
    model = leslie(["1/2", 0], ["1/2", "9/10"])
    assert model.growth_rate == Fraction(9, 10) and model.fate == "dies out"
    with pytest.raises(ss.UndefinedError, match="remain in the last class"):
        _ = model.stable_distribution


@pytest.mark.parametrize(
    ("f", "s", "said"),
    [
        ([1, 2], [], "need 1 survivals"),
        ([1, 2], ["1/2", "1/2", "1/2"], "need 1 survivals"),
        ([1, -2], ["1/2"], "fecundity -2 of class 2"),
        ([1, 2], [0], "survival 0 of class 1"),
        ([1, 2], ["3/2"], "survival 3/2"),
        ([1, 2], ["1/2", 1], "survival 1 within the last class"),
        (["-sqrt(2)"], [], "fecundity -sqrt\\(2\\) of class 1 is negative"),
        (["i"], [], "fecundity i of class 1 is not real"),
        ([1, 2], ["sqrt(2)"], "survival sqrt\\(2\\) of class 1 is not in"),
        ([1, 2], ["1/2", "i/2"], "not real"),
        (["pi"], [], "pi"),
    ],
)
def test_refused_models(f: list[object], s: list[object], said: str) -> None:
    with pytest.raises((ss.InputError, ss.UnsupportedFieldError), match=said):
        leslie(f, s)


def test_refused_starts() -> None:
    model = leslie([1, 2], ["1/2"])
    for start in ([1], [1, -1], [1, 2, 3], [1, "i"], [1, "-sqrt(2)"]):
        with pytest.raises(ss.InputError, match="start needs 2 numbers"):
            model.population(start, 3)
    with pytest.raises(ss.UndefinedError, match="nobody has offspring"):
        _ = leslie([0, 0], ["1/2"]).stable_distribution


@pytest.mark.parametrize("survivals", [3, 2.5, None, True, object()])
def test_survivals_that_are_no_list_are_refused_in_a_sentence(survivals: object) -> None:
    with pytest.raises(ss.InputError, match="the list of survivals is no list of numbers"):
        ss.leslie([1, 2], survivals)
