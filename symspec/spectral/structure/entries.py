"""Properties that single entries decide: signs, sums, symmetry, zeros in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.notation.text import polynomial_text
from symspec.spectral.structure.findings import Entry, Finding, LineSum, fails, holds, renamed
from symspec.spectral.structure.graph import Digraph, graph_of_rows
from symspec.spectral.structure.parts import Grid, grid, sign

Place = tuple[int, int]


@dataclass(frozen=True)  # without slots: what has been read is kept
class Entries:
    """The entries of a square A = rows/d, and what they say."""

    matrix: ExactMatrix

    @cached_property
    def scaled(self) -> tuple[Grid, Any]:
        """(rows, d)."""
        return grid(self.matrix)

    @property
    def rows(self) -> Grid:
        """The rows of d A."""
        return self.scaled[0]

    @property
    def one(self) -> Any:
        """d: what stands in the rows for an entry 1."""
        return self.scaled[1]

    @cached_property
    def graph(self) -> Digraph:
        """The graph with an edge i -> j for each a_ij != 0."""
        return graph_of_rows(self.rows)

    def at(self, i: int, j: int) -> Entry:
        """The entry with its place."""
        return Entry(i, j, self.matrix[i, j])

    def first(self, wrong: Callable[[int, int, Any], bool]) -> Place | None:
        """The first place, row by row, with a wrong entry."""
        for i, row in enumerate(self.rows):
            for j, x in enumerate(row):
                if wrong(i, j, x):
                    return i, j
        return None


# -- signs and sums --------------------------------------------------------------------------


def nonnegative(e: Entries) -> Finding:
    """Every entry is at least 0. Witness against it: the first Entry that is not."""
    if not isinstance(e.matrix, FieldMatrix) and min(map(min, e.rows)) >= 0:
        return holds("nonnegative", "every entry is at least 0.")
    place = e.first(lambda i, j, x: sign(x) not in (0, 1))
    if place is None:
        return holds("nonnegative", "every entry is at least 0.")
    entry = e.at(*place)
    return fails(
        "nonnegative", f"{entry} is {'not real' if sign(entry.value) is None else 'negative'}.", entry
    )


def positive(e: Entries) -> Finding:
    """Every entry is above 0. Witness against it: the first Entry that is not."""
    place = e.first(lambda i, j, x: sign(x) != 1)
    if place is None:
        return holds("positive", "every entry is positive.")
    entry = e.at(*place)
    return fails("positive", f"{entry} is not positive.", entry)


def integral(e: Entries) -> Finding:
    """Every entry is an integer. Witness against it: the first Entry that is none."""
    if e.one == 1 and all(isinstance(x, int) for row in e.rows for x in row):
        return holds("integral", "every entry is an integer.")
    for i, row in enumerate(e.matrix.tolist()):
        for j, x in enumerate(row):
            if getattr(x, "denominator", 0) != 1:
                return fails("integral", f"{Entry(i, j, x)} is no integer.", Entry(i, j, x))
    return holds("integral", "every entry is an integer.")


def stochastic(e: Entries, signs: Finding) -> Finding:
    """A >= 0 and every row sums to 1. Witness against it: a negative Entry, or the first LineSum."""
    return _summing_to_one("stochastic", "row", e.rows, e, signs)


def column_stochastic(e: Entries, signs: Finding) -> Finding:
    """A >= 0 and every column sums to 1. Witness against it: a negative Entry, or the first LineSum."""
    return _summing_to_one(
        "column-stochastic", "column", list(map(list, zip(*e.rows, strict=True))), e, signs
    )


def _summing_to_one(name: str, line: str, lines: Grid, e: Entries, signs: Finding) -> Finding:
    if signs.is_false:
        return renamed(name, signs)
    for i, entries in enumerate(lines):
        if (total := sum(entries)) != e.one:
            found = LineSum(line, i, total / (e.matrix[0, 0] * 0 + e.one))
            return fails(name, f"{found} is not 1.", found)
    return holds(name, f"every entry is at least 0 and every {line} sums to 1.")


def doubly_stochastic(rows: Finding, columns: Finding) -> Finding:
    """A >= 0, and rows and columns sum to 1. Witness against it: a negative Entry, or a LineSum."""
    against = rows if rows.is_false else columns
    if against.is_false:
        return renamed("doubly stochastic", against)
    return holds("doubly stochastic", "every entry is at least 0, and every row and column sums to 1.")


# -- symmetry --------------------------------------------------------------------------------


def symmetric(e: Entries) -> Finding:
    """A^T = A. Witness against it: two Entries that mirror one another."""
    return _mirrored("symmetric", "A^T = A", e, lambda x: x)


def skew_symmetric(e: Entries) -> Finding:
    """A^T = -A. Witness against it: two Entries that mirror one another."""
    return _mirrored("skew-symmetric", "A^T = -A", e, lambda x: -x)


def hermitian(e: Entries) -> Finding:
    """A^* = A. Witness against it: two Entries that mirror one another."""
    return _mirrored("Hermitian", "A^* = A", e, _conjugate)


def skew_hermitian(e: Entries) -> Finding:
    """A^* = -A. Witness against it: two Entries that mirror one another."""
    return _mirrored("skew-Hermitian", "A^* = -A", e, lambda x: -_conjugate(x))


def _mirrored(name: str, equation: str, e: Entries, image: Callable[[Any], Any]) -> Finding:
    rows = e.rows
    place = e.first(lambda i, j, x: j >= i and rows[j][i] != image(x))
    if place is None:
        return holds(name, f"{equation}.")
    i, j = place
    pair = (e.at(i, j),) if i == j else (e.at(i, j), e.at(j, i))
    return fails(name, f"{equation} fails at {' and '.join(map(str, pair))}.", pair)


def _conjugate(x: Any) -> Any:
    return x.conjugate if hasattr(x, "coordinates") else x


# -- zeros in place --------------------------------------------------------------------------


def upper_triangular(e: Entries) -> Finding:
    """a_ij = 0 for i > j. Witness against it: the first Entry that is not 0."""
    return _zero_where("upper triangular", "below the diagonal", e, lambda i, j: i > j)


def lower_triangular(e: Entries) -> Finding:
    """a_ij = 0 for i < j. Witness against it: the first Entry that is not 0."""
    return _zero_where("lower triangular", "above the diagonal", e, lambda i, j: i < j)


def diagonal(e: Entries) -> Finding:
    """a_ij = 0 for i != j. Witness against it: the first Entry that is not 0."""
    return _zero_where("diagonal", "off the diagonal", e, lambda i, j: i != j)


def _zero_where(name: str, where: str, e: Entries, outside: Callable[[int, int], bool]) -> Finding:
    place = e.first(lambda i, j, x: x != 0 and outside(i, j))
    if place is None:
        return holds(name, f"every entry {where} is 0.")
    return fails(name, f"{e.at(*place)} is not 0.", e.at(*place))


def circulant(e: Entries) -> Finding:
    """a_ij depends on (j - i) mod n only. Witness: the first row; against it: an Entry that differs."""
    rows, n = e.rows, e.matrix.order
    place = e.first(lambda i, j, x: x != rows[0][(j - i) % n])
    if place is None:
        return holds(
            "circulant", "every row is the one above, moved on by one place.", tuple(e.matrix.tolist()[0])
        )
    i, j = place
    expected = e.at(0, (j - i) % n)
    return fails("circulant", f"{e.at(i, j)} differs from {expected}.", e.at(i, j))


# -- companions ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Companion:
    """The matrix is a companion of x^n + c_(n-1) x^(n-1) + .. + c_0, its minimal polynomial.

    Attributes:
        coefficients: (c_0, .., c_(n-1), 1).
        line: where -c stands: "last column", "first column", "last row" or "first row".
    """

    coefficients: tuple[Any, ...]
    line: str

    def __str__(self) -> str:
        return f"companion matrix of {polynomial_text(self.coefficients)}, by its {self.line}"


# For each arrangement: where the ones stand, and the place of -c_k.
_ARRANGEMENTS: dict[str, tuple[Callable[[int, int, int], bool], Callable[[int, int], Place]]] = {
    "last column": (lambda i, j, n: i == j + 1, lambda k, n: (k, n - 1)),
    "last row": (lambda i, j, n: j == i + 1, lambda k, n: (n - 1, k)),
    "first column": (lambda i, j, n: j == i + 1, lambda k, n: (n - 1 - k, 0)),
    "first row": (lambda i, j, n: i == j + 1, lambda k, n: (0, n - 1 - k)),
}


def companion(e: Entries) -> Finding:
    """A is a companion matrix, in one of the four arrangements. Witness: a Companion.

    Against it: the first wrong Entry for the arrangement that the fewest entries contradict.
    """
    wrong = {line: list(_contradictions(e, line)) for line in _ARRANGEMENTS}
    line = min(wrong, key=lambda name: len(wrong[name]))
    if wrong[line]:
        entry = e.at(*wrong[line][0])
        return fails("companion", f"{entry} is not that of a companion matrix with a full {line}.", entry)
    n, (_, place) = e.matrix.order, _ARRANGEMENTS[line]
    c = tuple(-e.matrix[place(k, n)] for k in range(n)) + (e.matrix[0, 0] * 0 + 1,)
    return holds(
        "companion", f"det(x I - A) and the minimal polynomial are read off the {line}.", Companion(c, line)
    )


def _contradictions(e: Entries, line: str) -> Iterator[Place]:
    n, (is_one, place) = e.matrix.order, _ARRANGEMENTS[line]
    free = {place(k, n) for k in range(n)}
    for i, row in enumerate(e.rows):
        for j, x in enumerate(row):
            if (i, j) not in free and x != (e.one if is_one(i, j, n) else 0):
                yield i, j
