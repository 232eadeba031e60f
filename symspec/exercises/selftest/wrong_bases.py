"""Wrong vectors, bases and decompositions, by the slips that people make; each is shown to be wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from random import Random

from symspec.exercises.generate import plain
from symspec.exercises.generate.drawing import jordan
from symspec.exercises.generate.plain import Rows, Vector
from symspec.exercises.selftest import forms
from symspec.exercises.selftest.known import Known

Texts = Iterator[str]
Rule = Callable[[Known, Random], Texts]


# -- vectors ---------------------------------------------------------------------------------


def _vector(k: Known, v: Vector) -> Texts:
    if not any(k.is_eigenvector(z, v) for z in k.distinct):
        yield "(" + ", ".join(map(str, v)) + ")"


def vector_zero(k: Known, rng: Random) -> Texts:
    """The zero vector."""
    yield from _vector(k, [plain.ZERO] * k.n)


def vector_generalized(k: Known, rng: Random) -> Texts:
    """A later vector of a chain."""
    at = 0
    for _, size in k.blocks:
        if size > 1:
            yield from _vector(k, k.columns[at + 1])
        at += size


def vector_of_rows(k: Known, rng: Random) -> Texts:
    """A left eigenvector: a row of P^-1."""
    yield from _vector(k, k.Q[-1])


def vector_sum(k: Known, rng: Random) -> Texts:
    """The sum of eigenvectors of two eigenvalues."""
    if len(k.distinct) > 1:
        u, v = (k.eigenvectors(z)[0] for z in rng.sample(k.distinct, 2))
        yield from _vector(k, [x + y for x, y in zip(u, v, strict=True)])


def vector_slip(k: Known, rng: Random) -> Texts:
    """One entry is wrong."""
    v, i = list(k.eigenvectors(rng.choice(k.distinct))[0]), rng.randrange(k.n)
    v[i] += rng.choice((1, -1, 2))
    yield from _vector(k, v)


def _with_value(k: Known, z: Fraction, vectors: Rows) -> Texts:
    """Wrong if one is no eigenvector for z, or if they are not as many independent ones as there are."""
    right = all(k.is_eigenvector(z, v) for v in vectors)
    if not right or plain.rank(vectors) != len(k.eigenvectors(z)) or len(vectors) != plain.rank(vectors):
        yield f"{z}: " + ", ".join("(" + ", ".join(map(str, v)) + ")" for v in vectors)


def basis_of_another(k: Known, rng: Random) -> Texts:
    """The vectors of another eigenvalue."""
    if len(k.distinct) > 1:
        y, z = rng.sample(k.distinct, 2)
        yield from _with_value(k, y, k.eigenvectors(z))


def basis_too_small(k: Known, rng: Random) -> Texts:
    """One vector is left out."""
    for z in k.distinct:
        if len(k.eigenvectors(z)) > 1:
            yield from _with_value(k, z, k.eigenvectors(z)[1:])


def basis_dependent(k: Known, rng: Random) -> Texts:
    """One vector is a multiple of another."""
    z = rng.choice(k.distinct)
    first = k.eigenvectors(z)[0]
    yield from _with_value(k, z, [*k.eigenvectors(z), [2 * x for x in first]])


def basis_with_chain(k: Known, rng: Random) -> Texts:
    """A generalized eigenvector among them."""
    at = 0
    for z, size in k.blocks:
        if size > 1:
            yield from _with_value(k, z, [k.columns[at], k.columns[at + 1]])
        at += size


def _span(k: Known, z: Fraction, vectors: Rows) -> Texts:
    """Wrong if the span is not the whole eigenspace of z."""
    inside = all(plain.image(k.A, v) == [z * x for x in v] for v in vectors)
    if not inside or plain.rank(vectors) != len(k.eigenvectors(z)):
        yield f"{z}: span(" + ", ".join("(" + ", ".join(map(str, v)) + ")" for v in vectors) + ")"


def space_too_small(k: Known, rng: Random) -> Texts:
    """One direction is missing."""
    for z in k.distinct:
        if len(k.eigenvectors(z)) > 1:
            yield from _span(k, z, k.eigenvectors(z)[:1])


def space_of_another(k: Known, rng: Random) -> Texts:
    """The space of another eigenvalue."""
    if len(k.distinct) > 1:
        y, z = rng.sample(k.distinct, 2)
        yield from _span(k, y, k.eigenvectors(z))


def space_generalized(k: Known, rng: Random) -> Texts:
    """ker (A - z I)^2."""
    at = 0
    for z, size in k.blocks:
        if size > 1:
            yield from _span(k, z, [k.columns[at], k.columns[at + 1]])
        at += size


# -- pairs -----------------------------------------------------------------------------------


def _pair(k: Known, p: Rows, middle: Rows, letter: str, rng: Random) -> Texts:
    """Wrong if P is singular, A P != P M, or M is not of the form."""
    fits = plain.product(k.A, p) == plain.product(p, middle) and plain.rank(p) == k.n
    if not (fits and _has_form(middle, letter)):
        yield f"P = {forms.matrix(p, rng)}, {letter} = {forms.matrix(middle, rng)}"


def _has_form(m: Rows, letter: str) -> bool:
    n = len(m)
    off = [(i, j) for i in range(n) for j in range(n) if i != j and m[i][j]]
    if letter == "D":
        return not off
    beside = [(i, j) for i, j in off if abs(i - j) == 1 and m[i][j] == 1 and m[i][i] == m[j][j]]
    return len(beside) == len(off) and len({i < j for i, j in off}) <= 1


def pair_zero(k: Known, rng: Random) -> Texts:
    """P = 0: the equation holds."""
    for letter in _letters(k):
        yield from _pair(k, plain.times(k.P, 0), k.J, letter, rng)


def pair_singular(k: Known, rng: Random) -> Texts:
    """A column of P twice."""
    if len(k.eigenvectors(k.distinct[0])) > 1 or k.n > 1:
        columns = [k.columns[0], *k.columns[:-1]] if k.n > 1 else [[plain.ZERO]]
        for letter in _letters(k):
            yield from _pair(k, plain.transposed(columns), k.J, letter, rng)


def pair_swapped(k: Known, rng: Random) -> Texts:
    """P^-1 in the place of P."""
    for letter in _letters(k):
        yield from _pair(k, k.Q, k.J, letter, rng)


def pair_transposed(k: Known, rng: Random) -> Texts:
    """Eigenvectors as rows."""
    for letter in _letters(k):
        yield from _pair(k, plain.transposed(k.P), k.J, letter, rng)


def pair_other_order(k: Known, rng: Random) -> Texts:
    """The columns in another order than the eigenvalues."""
    order = list(range(k.n))
    rng.shuffle(order)
    for letter in _letters(k):
        yield from _pair(k, plain.transposed([k.columns[i] for i in order]), k.J, letter, rng)


def pair_wrong_value(k: Known, rng: Random) -> Texts:
    """One eigenvalue is wrong."""
    middle = [list(row) for row in k.J]
    i = rng.randrange(k.n)
    middle[i][i] += rng.choice((1, -1))
    for letter in _letters(k):
        yield from _pair(k, k.P, middle, letter, rng)


def pair_slip(k: Known, rng: Random) -> Texts:
    """One entry of P is wrong."""
    p = [list(row) for row in k.P]
    p[rng.randrange(k.n)][rng.randrange(k.n)] += rng.choice((1, -1, 3))
    for letter in _letters(k):
        yield from _pair(k, p, k.J, letter, rng)


def _letters(k: Known) -> tuple[str, ...]:
    return ("D", "J") if k.is_diagonalizable else ("J",)


def diagonal_though_defective(k: Known, rng: Random) -> Texts:
    """The ones above the diagonal are left out."""
    if not k.is_diagonalizable:
        diagonal = [[x if i == j else plain.ZERO for j, x in enumerate(row)] for i, row in enumerate(k.J)]
        yield from _pair(k, k.P, diagonal, "D", rng)
        yield from _pair(k, k.P, diagonal, "J", rng)


def chain_reversed(k: Known, rng: Random) -> Texts:
    """The vectors of each chain in the other direction."""
    columns: Rows = []
    at = 0
    for _, size in k.blocks:
        columns += reversed(k.columns[at : at + size])
        at += size
    if not k.is_diagonalizable:
        yield from _pair(k, plain.transposed(columns), k.J, "J", rng)


def block_too_large(k: Known, rng: Random) -> Texts:
    """Two blocks of one eigenvalue taken for one."""
    for i, (z, size) in enumerate(k.blocks):
        for j in range(i + 1, len(k.blocks)):
            if k.blocks[j][0] == z:
                rest = [b for m, b in enumerate(k.blocks) if m not in (i, j)]
                yield from _pair(k, k.P, jordan([(z, size + k.blocks[j][1]), *rest]), "J", rng)
                return


def not_diagonalizable(k: Known, rng: Random) -> Texts:
    """The claim, where A is diagonalizable."""
    if k.is_diagonalizable:
        yield "not diagonalizable"


# -- Dunford ---------------------------------------------------------------------------------


def _dunford(k: Known, d: Rows, n: Rows, rng: Random) -> Texts:
    """Wrong if the pair is not the one that there is."""
    if (d, n) != (k.D, k.N):
        yield f"D = {forms.matrix(d, rng)}, N = {forms.matrix(n, rng)}"


def dunford_by_diagonal(k: Known, rng: Random) -> Texts:
    """The diagonal of A and the rest."""
    d = [[x if i == j else plain.ZERO for j, x in enumerate(row)] for i, row in enumerate(k.A)]
    yield from _dunford(k, d, plain.plus(k.A, d, -1), rng)


def dunford_swapped(k: Known, rng: Random) -> Texts:
    """N and D have changed places."""
    yield from _dunford(k, k.N, k.D, rng)


def dunford_all_in_D(k: Known, rng: Random) -> Texts:
    """D = A, N = 0, though A is not diagonalizable."""
    yield from _dunford(k, k.A, plain.times(k.A, 0), rng)


def dunford_without_basis(k: Known, rng: Random) -> Texts:
    """The parts of J in the place of those of A."""
    d = [[x if i == j else plain.ZERO for j, x in enumerate(row)] for i, row in enumerate(k.J)]
    yield from _dunford(k, d, plain.plus(k.J, d, -1), rng)


def dunford_sum(k: Known, rng: Random) -> Texts:
    """D + N is not A."""
    yield from _dunford(k, k.D, plain.times(k.N, 2), rng)


def dunford_mean(k: Known, rng: Random) -> Texts:
    """The mean eigenvalue times I, where there are several."""
    mean = sum(k.eigenvalues, plain.ZERO) / k.n
    d = plain.times(plain.identity(k.n), mean)
    yield from _dunford(k, d, plain.plus(k.A, d, -1), rng)


_VECTORS = (vector_zero, vector_generalized, vector_of_rows, vector_sum, vector_slip)
_PAIRS = (
    pair_zero,
    pair_singular,
    pair_swapped,
    pair_transposed,
    pair_other_order,
    pair_wrong_value,
    pair_slip,
    diagonal_though_defective,
)


def _of(letter: str, rule: Rule) -> Rule:
    def only(k: Known, rng: Random) -> Texts:
        return (text for text in rule(k, rng) if f", {letter} = " in text)

    only.__name__ = rule.__name__
    only.__doc__ = rule.__doc__
    return only


RULES: Mapping[str, tuple[Rule, ...]] = {
    "eigenvector": _VECTORS,
    "eigenvectors": (basis_of_another, basis_too_small, basis_dependent, basis_with_chain),
    "eigenspace": (space_too_small, space_of_another, space_generalized),
    "diagonalization": (*(_of("D", rule) for rule in _PAIRS), not_diagonalizable),
    "jordan_form": (*(_of("J", rule) for rule in _PAIRS), chain_reversed, block_too_large),
    "dunford": (
        dunford_by_diagonal,
        dunford_swapped,
        dunford_all_in_D,
        dunford_without_basis,
        dunford_sum,
        dunford_mean,
    ),
}
