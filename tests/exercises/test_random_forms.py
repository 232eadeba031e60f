"""Polynomials, eigenvectors, P with D or J, discs and powers: right by construction, or wrong by it."""

from __future__ import annotations

from fractions import Fraction
from math import factorial

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.exercises.test_random_answers import Blocks, Rows, check, matrices, numbers
from tests.strategies import conjugated, elementary_steps

VALUES = [Fraction(x) for x in ("1", "-1", "2", "-3", "1/2", "-2/3", "0")]
Case = tuple[Rows, Rows, Rows, Blocks]  # A, P, J with A P = P J


def product(a: Rows, b: Rows) -> Rows:
    columns = list(zip(*b, strict=True))
    return [[sum((x * y for x, y in zip(r, c, strict=True)), Fraction(0)) for c in columns] for r in a]


def determinant(a: Rows) -> Fraction:
    """Laplace, which shares nothing with the engine."""
    if not a:
        return Fraction(1)
    minors = ([row[:j] + row[j + 1 :] for row in a[1:]] for j in range(len(a)))
    return sum(((-1) ** j * a[0][j] * determinant(m) for j, m in enumerate(minors)), Fraction(0))


def jordan_matrix(blocks: Blocks) -> Rows:
    diagonal = [z for z, size in blocks for _ in range(size)]
    linked = [i > 0 for _, size in blocks for i in range(size)]
    n = len(diagonal)
    rows = [[Fraction(0)] * n for _ in range(n)]
    for i, z in enumerate(diagonal):
        rows[i][i] = z
        if linked[i]:
            rows[i - 1][i] = Fraction(1)
    return rows


@st.composite
def cases(draw: st.DrawFn, *, max_size: int = 3, max_blocks: int = 3) -> Case:
    blocks = draw(
        st.lists(
            st.tuples(st.sampled_from(VALUES), st.integers(1, max_size)), min_size=1, max_size=max_blocks
        )
    )
    assume(sum(size for _, size in blocks) <= 4)
    steps, j = draw(elementary_steps()), jordan_matrix(blocks)
    p = [[Fraction(int(r == c)) for c in range(len(j))] for r in range(len(j))]
    for a, b, c in ((a % len(j), b % len(j), c) for a, b, c in steps):
        if a != b:
            p[a] = [x + c * y for x, y in zip(p[a], p[b], strict=True)]
    a_matrix = conjugated(j, steps)
    assert product(a_matrix, p) == product(p, j)
    return a_matrix, p, j, blocks


def column(p: Rows, j: int) -> list[Fraction]:
    return [row[j] for row in p]


def is_pair(a: Rows, p: Rows, j: Rows) -> bool:
    return determinant(p) != 0 and product(a, p) == product(p, j)


# -- jordan_form ------------------------------------------------------------------------------


@given(cases(), st.data())
def test_every_jordan_pair_is_accepted(case: Case, data: st.DataObject) -> None:
    """Blocks in any order, chains scaled, J before P or after it, either equation."""
    a, p, _, blocks = case
    starts = [sum(size for _, size in blocks[:k]) for k in range(len(blocks))]
    order = data.draw(st.permutations(range(len(blocks))))
    scale = [data.draw(st.sampled_from([Fraction(1), Fraction(-2), Fraction(3, 5)])) for _ in blocks]
    picked = [(starts[k] + i, scale[k]) for k in order for i in range(blocks[k][1])]
    other = [[row[i] * c for i, c in picked] for row in p]
    j = jordan_matrix([blocks[k] for k in order])
    assert is_pair(a, other, j)
    shown = data.draw(st.sampled_from(["matrix", "blocks"]))
    named = "J = " + (
        data.draw(matrices(j))
        if shown == "matrix"
        else "diag(" + ", ".join(f"J_{blocks[k][1]}({blocks[k][0]})" for k in order) + ")"
    )
    texts = data.draw(st.permutations([named, f"P = {data.draw(matrices(other))}"]))
    equation = data.draw(st.sampled_from(["", "A = P J P^-1, ", "P^-1 A P = J, ", "A P = P J, "]))
    assert check("jordan_form", a, equation + ", ".join(texts)).status == "correct"
    assert check("jordan_form", a, named).status == "correct"


@given(cases(), st.data())
def test_no_other_jordan_pair_is_accepted(case: Case, data: st.DataObject) -> None:
    a, p, j, _ = case
    n = len(a)
    q, k = [list(row) for row in p], [list(row) for row in j]
    i, c = data.draw(st.integers(0, n - 1)), data.draw(st.integers(0, n - 1))
    way = data.draw(
        st.sampled_from(["entry of P", "entry of J", "zero", "transposed", "column twice", "diagonal"])
    )
    if way == "entry of P":
        q[i][c] += 1
    elif way == "entry of J":
        k[i][c] += 1
    elif way == "zero":
        q = [[Fraction(0)] * n for _ in range(n)]
    elif way == "transposed":
        q = [list(row) for row in zip(*p, strict=True)]
    elif way == "column twice":
        q = [[row[0]] * n for row in p]
    else:
        k = [[x if r == s else Fraction(0) for s, x in enumerate(row)] for r, row in enumerate(j)]
    assume(not is_pair(a, q, k))
    text = f"P = {data.draw(matrices(q))}, J = {data.draw(matrices(k))}"
    assert check("jordan_form", a, text).status in ("partial", "incorrect"), text


@given(cases(max_size=1), st.data())
def test_diagonalizations(case: Case, data: st.DataObject) -> None:
    a, p, d, _ = case
    text = f"P = {data.draw(matrices(p))}, D = {data.draw(matrices(d))}"
    assert check("diagonalization", a, text).status == "correct", text
    assert check("diagonalization", a, f"{text}, A = P D P^-1").status == "correct"
    q = [list(row) for row in p]
    q[data.draw(st.integers(0, len(a) - 1))][data.draw(st.integers(0, len(a) - 1))] += 2
    assume(not is_pair(a, q, d))
    wrong = f"P = {data.draw(matrices(q))}, D = {data.draw(matrices(d))}"
    assert check("diagonalization", a, wrong).status in ("partial", "incorrect")


# -- eigenvectors -----------------------------------------------------------------------------


@given(cases(), st.data())
def test_bases_of_eigenspaces(case: Case, data: st.DataObject) -> None:
    """The first column of each chain, scaled and in any order; one vector less is not a basis any more."""
    a, p, _, blocks = case
    z = data.draw(st.sampled_from([value for value, _ in blocks]))
    starts = [sum(size for _, size in blocks[:k]) for k in range(len(blocks))]
    basis = [column(p, s) for s, (value, _) in zip(starts, blocks, strict=True) if value == z]
    scale = data.draw(st.sampled_from([Fraction(1), Fraction(-3), Fraction(2, 7)]))
    vectors = [
        "(" + ", ".join([data.draw(numbers(x * scale)) for x in v]) + ("" if len(v) > 1 else ",") + ")"
        for v in data.draw(st.permutations(basis))
    ]
    assume(len(a) > 1)
    before = data.draw(st.booleans())
    text = f"λ = {z}: {', '.join(vectors)}" if before else f"{', '.join(vectors)} for λ = {z}"
    assert check("eigenvectors", a, text).status == "correct", text
    if len(vectors) > 1:
        fewer = f"λ = {z}: {', '.join(vectors[1:])}"
        assert check("eigenvectors", a, fewer).status == "partial", fewer


@given(cases(), st.data())
def test_what_is_no_eigenvector_is_never_accepted(case: Case, data: st.DataObject) -> None:
    a, p, _, blocks = case
    assume(len(a) > 1)
    z = data.draw(st.sampled_from([value for value, _ in blocks]))
    v = [data.draw(st.sampled_from([Fraction(0), Fraction(1), Fraction(-1), Fraction(1, 2)])) for _ in a]
    image = [row[0] for row in product(a, [[x] for x in v])]
    assume(not any(v) or image != [z * x for x in v])
    text = f"λ = {z}: ({', '.join(map(str, v))})"
    assert check("eigenvectors", a, text).status == "incorrect", text
    if any(x * w != y * u for x, u in zip(image, v, strict=True) for y, w in zip(image, v, strict=True)):
        assert check("eigenvectors", a, f"({', '.join(map(str, v))})").status == "incorrect"


# -- polynomials ------------------------------------------------------------------------------


@given(cases(), st.data())
def test_polynomials(case: Case, data: st.DataObject) -> None:
    a, _, _, blocks = case
    letter = data.draw(st.sampled_from(["x", "λ", "t", "X"]))
    roots = data.draw(st.permutations([z for z, size in blocks for _ in range(size)]))
    chi = "".join(f"({letter} - ({data.draw(numbers(z))}))" for z in roots)
    reverse = "".join(f"(({z}) - {letter})" for z in roots)
    for text in (chi, reverse, f"{chi} = 0", f"p({letter}) = {chi}"):
        assert check("charpoly", a, text).status == "correct", text
    sizes = {z: max(size for y, size in blocks if y == z) for z, _ in blocks}
    mu = "".join(f"({letter} - ({z}))^{k}" for z, k in sizes.items())
    assert check("minpoly", a, mu).status == "correct", mu
    wrong = f"{chi} + {data.draw(st.integers(1, 9))} {letter}^{data.draw(st.integers(0, len(a)))}"
    assert check("charpoly", a, wrong).status in ("partial", "incorrect"), wrong
    more = f"{mu} ({letter} - ({roots[0]}))"
    assert check("minpoly", a, more).status == "incorrect", more


# -- discs ------------------------------------------------------------------------------------


@given(cases(), st.data())
def test_discs(case: Case, data: st.DataObject) -> None:
    a = case[0]
    rows = data.draw(st.booleans())
    source = a if rows else [list(r) for r in zip(*a, strict=True)]
    discs = [(row[i], sum(map(abs, row), Fraction(0)) - abs(row[i])) for i, row in enumerate(source)]
    shown = [
        f"D({data.draw(numbers(c))}, {data.draw(numbers(r))})" for c, r in data.draw(st.permutations(discs))
    ]
    text = ", ".join(shown)
    by = data.draw(st.sampled_from(["", "by rows: " if rows else "by columns: "]))
    assert check("gershgorin", a, by + text).status == "correct", text
    k = data.draw(st.integers(0, len(a) - 1))
    wrong = [(c, r + (i == k)) for i, (c, r) in enumerate(discs)]
    other = [list(r) for r in zip(*source, strict=True)]
    assume(sorted(wrong) != sorted((r[i], sum(map(abs, r)) - abs(r[i])) for i, r in enumerate(other)))
    text = ", ".join(f"D({c}, {r})" for c, r in wrong)
    assert check("gershgorin", a, text).status in ("partial", "incorrect"), text


# -- powers -----------------------------------------------------------------------------------


def power_of_blocks(blocks: Blocks, *, binomials: bool = True) -> str:
    """diag of the n-th powers of Jordan blocks, written out."""
    n = sum(size for _, size in blocks)
    cells = [["0"] * n for _ in range(n)]
    start = 0
    for z, size in blocks:
        for i in range(size):
            for j in range(i, size):
                k = j - i
                falling = "".join(f"*(n - {m})" for m in range(1, k))
                factor = f"n{falling}/{factorial(k)}*" if k and binomials else ""
                cells[start + i][start + j] = f"{factor}({z})^(n - {k})" if k else f"({z})^n"
        start += size
    return "[" + ", ".join("[" + ", ".join(row) + "]" for row in cells) + "]"


def inverse(p: Rows) -> Rows:
    """By cofactors."""
    n, det = len(p), determinant(p)
    minor = [
        [determinant([r[:j] + r[j + 1 :] for k, r in enumerate(p) if k != i]) for j in range(n)]
        for i in range(n)
    ]
    return [[(-1) ** (i + j) * minor[j][i] / det for j in range(n)] for i in range(n)]


@given(cases(max_size=2, max_blocks=2))
def test_powers_by_their_jordan_form(case: Case) -> None:
    a, p, _, blocks = case
    assume(all(z for z, _ in blocks))
    text = f"{_plain(p)} {power_of_blocks(blocks)} {_plain(inverse(p))}"
    assert check("power", a, text).status == "correct", text
    if any(size > 1 and z not in (0,) for z, size in blocks):
        wrong = f"{_plain(p)} {power_of_blocks(blocks, binomials=False)} {_plain(inverse(p))}"
        assert check("power", a, wrong).status == "incorrect", wrong


def _plain(rows: Rows) -> str:
    return "[" + ", ".join("[" + ", ".join(map(str, row)) + "]" for row in rows) + "]"


@given(cases(max_size=1, max_blocks=2), st.integers(1, 6), st.sampled_from(VALUES))
def test_a_power_that_is_right_for_a_while_is_wrong(case: Case, k: int, c: Fraction) -> None:
    """c n (n-1) .. (n-k) added to an entry vanishes for n = 0, .., k."""
    a, p, _, blocks = case
    assume(c and all(z for z, _ in blocks))
    right = power_of_blocks(blocks)
    late = f"({c})*n" + "".join(f"*(n - {i})" for i in range(1, k + 1))
    wrong = right.replace("[[", f"[[{late} + ", 1)
    j_to_a = f"{_plain(p)} {wrong} {_plain(inverse(p))}"
    assert check("power", a, j_to_a).status == "incorrect", j_to_a
