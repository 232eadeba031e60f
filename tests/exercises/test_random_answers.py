"""Right answers in other forms are accepted; answers that are wrong by construction never are."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from symspec.algebra.matrix import ExactMatrix
from symspec.exercises.mark import check_answer
from symspec.exercises.verdict import AnswerVerdict
from tests.strategies import block_diagonal, conjugated, elementary_steps, jordan_block

Rows = list[list[Fraction]]
Blocks = list[tuple[Fraction, int]]

VALUES = [Fraction(x) for x in ("0", "1", "-1", "2", "-3", "1/2", "-2/3", "7/5")]
INSIDE = [Fraction(x) for x in ("0", "1/2", "-2/3", "1/3", "-1/5")]


@st.composite
def cases(
    draw: st.DrawFn, values: list[Fraction] = VALUES, max_size: int = 3
) -> tuple[Rows, Rows, Rows, Blocks]:
    """(A, D, N, blocks): A = U J U^-1 with D and N from the diagonal and the rest of J, conjugated alike."""
    blocks = draw(
        st.lists(st.tuples(st.sampled_from(values), st.integers(1, max_size)), min_size=1, max_size=3)
    )
    steps = draw(elementary_steps())
    parts = [jordan_block((-z.numerator, z.denominator), size) for z, size in blocks]
    j = block_diagonal(parts)
    n = len(j)
    d = [[j[r][c] if r == c else Fraction(0) for c in range(n)] for r in range(n)]
    rest = [[j[r][c] if r != c else Fraction(0) for c in range(n)] for r in range(n)]
    return conjugated(j, steps), conjugated(d, steps), conjugated(rest, steps), blocks


def check(task: str, rows: Rows, text: str) -> AnswerVerdict:
    return check_answer(task, rows, text)


# -- forms ------------------------------------------------------------------------------------


@st.composite
def numbers(draw: st.DrawFn, x: Fraction) -> str:
    """The number in one of several forms."""
    k = draw(st.integers(1, 4))
    p, q = x.numerator * k, x.denominator * k
    forms = [str(x), f"{p}/{q}", f"\\frac{{{p}}}{{{q}}}", f"({x + 1} - 1)", f"{2 * x}/2"]
    return draw(st.sampled_from(forms))


@st.composite
def matrices(draw: st.DrawFn, rows: Rows) -> str:
    """The matrix in one of several forms."""
    cells = [[draw(numbers(x)) for x in row] for row in rows]
    form = draw(st.sampled_from(["lists", "rows", "latex", "scaled", "tuples"]))
    if form == "lists":
        return "[" + ", ".join("[" + ", ".join(row) + "]" for row in cells) + "]"
    if form == "tuples":
        return "(" + ", ".join(row[0] for row in cells) + ")" if len(rows) == 1 else _semicolons(cells)
    if form == "rows":
        return _semicolons(cells)
    if form == "latex":
        return "\\begin{pmatrix}" + "\\\\".join("&".join(row) for row in cells) + "\\end{pmatrix}"
    k = draw(st.sampled_from([2, 3, 10]))
    whole = [[str(x * k) for x in row] for row in rows]
    return f"1/{k} [" + ", ".join("[" + ", ".join(row) + "]" for row in whole) + "]"


def _semicolons(cells: list[list[str]]) -> str:
    return "[" + "; ".join(", ".join(row) for row in cells) + "]"


@st.composite
def eigenvalue_lists(draw: st.DrawFn, counts: dict[Fraction, int]) -> str:
    """The eigenvalues with multiplicities, in one of several forms and any order."""
    items = draw(st.permutations(list(counts.items())))
    form = draw(st.sampled_from(["repeated", "multiplicity", "dictionary", "lambda", "maxima", "latex"]))
    if form == "maxima":
        values, times = [draw(numbers(z)) for z, _ in items], [str(m) for _, m in items]
        return f"[[{', '.join(values)}], [{', '.join(times)}]]"
    if form == "dictionary":
        return "{" + ", ".join(f"{draw(numbers(z))}: {m}" for z, m in items) + "}"
    if form == "multiplicity":
        return "; ".join(f"{draw(numbers(z))} (multiplicity {m})" for z, m in items)
    flat = draw(st.permutations([z for z, m in items for _ in range(m)]))
    written = [draw(numbers(z)) for z in flat]
    if form == "lambda":
        return ", ".join(f"λ{i} = {z}" for i, z in enumerate(written, 1))
    if form == "latex":
        return "$" + ",\\ ".join(f"\\lambda_{{{i}}} = {z}" for i, z in enumerate(written, 1)) + "$"
    return draw(st.sampled_from([", ", "; ", " and "])).join(written)


def counted(blocks: Blocks) -> dict[Fraction, int]:
    counts: dict[Fraction, int] = {}
    for z, size in blocks:
        counts[z] = counts.get(z, 0) + size
    return counts


# -- right answers ----------------------------------------------------------------------------


@given(cases(), st.data())
def test_right_eigenvalues_in_every_form(case: tuple[Rows, Rows, Rows, Blocks], data: st.DataObject) -> None:
    text = data.draw(eigenvalue_lists(counted(case[3])))
    assert check("eigenvalues", case[0], text).status == "correct", text


@given(cases(), st.data())
def test_right_decompositions_in_every_form(
    case: tuple[Rows, Rows, Rows, Blocks], data: st.DataObject
) -> None:
    a, d, n, _ = case
    named = [f"D = {data.draw(matrices(d))}", f"N = {data.draw(matrices(n))}"]
    text = ", ".join(data.draw(st.permutations(named)))
    assert check("dunford", a, text).status == "correct", text


def limit_of(d: Rows, blocks: Blocks) -> Rows:
    """prod (D - z)/(1 - z) over the eigenvalues z != 1: projects on ker(D - I), D diagonalizable."""
    m = ExactMatrix.from_fractions(d)
    result = m.identity() if any(z == 1 for z, _ in blocks) else m.scalar(0)
    for z in {z for z, _ in blocks} - {Fraction(1)}:
        result = result @ ((m - m.scalar(z)) / (1 - z))
    return result.tolist()


@given(cases([*INSIDE, Fraction(1)], max_size=2), st.data())
def test_right_limits_in_every_form(case: tuple[Rows, Rows, Rows, Blocks], data: st.DataObject) -> None:
    a, d, _, blocks = case
    if any(z == 1 and size > 1 for z, size in blocks):
        text = data.draw(st.sampled_from(["does not exist", "diverges", "no limit", "it does not converge"]))
    else:
        before = data.draw(st.sampled_from(["", "L = ", "lim A^n = ", "A^n -> ", "the limit is "]))
        text = before + data.draw(matrices(limit_of(d, blocks)))
    assert check("limit", a, text).status == "correct", text


# -- wrong answers ----------------------------------------------------------------------------


@given(cases(), st.data())
def test_a_changed_multiset_is_never_accepted(
    case: tuple[Rows, Rows, Rows, Blocks], data: st.DataObject
) -> None:
    right = sorted(z for z, m in counted(case[3]).items() for _ in range(m))
    wrong = list(right)
    way = data.draw(st.sampled_from(["drop", "add", "change", "negate"]))
    at = data.draw(st.integers(0, len(right) - 1))
    if way == "drop":
        del wrong[at]
    elif way == "add":
        wrong.append(data.draw(st.sampled_from(VALUES)))
    elif way == "change":
        wrong[at] = data.draw(st.fractions(-3, 3, max_denominator=9))
    else:
        wrong = [-z for z in wrong]
    assume(sorted(wrong) != right and wrong)
    verdict = check("eigenvalues", case[0], ", ".join(map(str, wrong)))
    assert verdict.status in ("incorrect", "partial"), verdict


@given(cases(), st.data())
def test_another_pair_is_never_accepted(case: tuple[Rows, Rows, Rows, Blocks], data: st.DataObject) -> None:
    """The decomposition is unique, so whatever differs from (D, N) is wrong."""
    a, d, n, _ = case
    size = len(a)
    i, j = data.draw(st.integers(0, size - 1)), data.draw(st.integers(0, size - 1))
    change = data.draw(st.sampled_from([Fraction(1), Fraction(-1), Fraction(1, 7)]))
    way = data.draw(st.sampled_from(["both", "D", "N", "exchanged", "diagonal", "trivial"]))
    D, N = [list(r) for r in d], [list(r) for r in n]
    if way in ("both", "D"):
        D[i][j] += change
    if way in ("both", "N"):
        N[i][j] -= change
    if way == "exchanged":
        D, N = N, D
    if way == "diagonal":
        D = [[a[r][c] if r == c else Fraction(0) for c in range(size)] for r in range(size)]
        N = [[a[r][c] if r != c else Fraction(0) for c in range(size)] for r in range(size)]
    if way == "trivial":
        D, N = a, [[Fraction(0)] * size for _ in range(size)]
    assume((D, N) != (d, n))
    text = f"D = {data.draw(matrices(D))}, N = {data.draw(matrices(N))}"
    assert check("dunford", a, text).status in ("incorrect", "partial"), text


@given(cases([*INSIDE, Fraction(1), Fraction(-1)], max_size=2), st.data())
def test_another_limit_is_never_accepted(case: tuple[Rows, Rows, Rows, Blocks], data: st.DataObject) -> None:
    a, d, _, blocks = case
    has_limit = not any(z == -1 or (z == 1 and size > 1) for z, size in blocks)
    wrong = limit_of(d, blocks)
    if has_limit:
        i, j = data.draw(st.integers(0, len(a) - 1)), data.draw(st.integers(0, len(a) - 1))
        wrong[i][j] += data.draw(st.sampled_from([Fraction(1), Fraction(-1), Fraction(1, 1000)]))
        texts = [data.draw(matrices(wrong)), "does not exist", "diverges"]
    else:
        texts = [data.draw(matrices(wrong)), data.draw(matrices(a)), "0"]
    for text in texts:
        assert check("limit", a, text).status == "incorrect", text


SAID = {
    "converges": lambda zero, limit, bounded: limit,
    "A^n -> 0": lambda zero, limit, bounded: zero,
    "converges to a non-zero limit": lambda zero, limit, bounded: limit and not zero,
    "diverges": lambda zero, limit, bounded: not limit,
    "bounded, no limit": lambda zero, limit, bounded: bounded and not limit,
    "unbounded": lambda zero, limit, bounded: not bounded,
}


@pytest.mark.parametrize("text", SAID)
@given(case=cases([*INSIDE, Fraction(1), Fraction(-1), Fraction(3, 2)], max_size=2))
def test_verdicts_are_judged_by_the_blocks(text: str, case: tuple[Rows, Rows, Rows, Blocks]) -> None:
    blocks = case[3]
    zero = all(abs(z) < 1 for z, _ in blocks)
    limit = all(abs(z) < 1 or (z == 1 and size == 1) for z, size in blocks)
    bounded = all(abs(z) < 1 or (abs(z) == 1 and size == 1) for z, size in blocks)
    expected = "correct" if SAID[text](zero, limit, bounded) else "incorrect"
    assert check("convergence", case[0], text).status == expected
