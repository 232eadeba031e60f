"""What matrices over number fields ask of the arithmetic, in plain integers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Rows = Sequence[Sequence[int]]


def regular_rows(rows: Rows, structure: Rows) -> list[list[int]]:
    """The regular form of a matrix of coordinates; see flint_fields.regular_form."""
    d = len(structure)

    def block(i: int, j: int) -> list[int]:
        coordinates = [rows[i + k][j] for k in range(d)]
        return [sum(c * s for c, s in zip(coordinates, column, strict=True)) for column in columns]

    columns = list(zip(*structure, strict=True))
    body = []
    for i in range(0, len(rows), d):
        blocks = [block(i, j) for j in range(len(rows[0]))]
        body += [[x for b in blocks for x in b[a * d : (a + 1) * d]] for a in range(d)]
    return body


def charpoly_rows(product: Callable[[Rows], Rows], size: int, d: int) -> list[list[int]]:
    """The coordinates of the coefficients of det(x I - A), leading first; see flint_fields.block_charpoly.

    Args:
        product: M -> B M for the regular form B, an integer matrix.
        size: its order, dn.
        d: the degree of the field.
    """
    n = size // d
    found = [[1] + [0] * (d - 1)]
    rows = [[int(i == d * j) for j in range(n)] for i in range(size)]
    for k in range(1, n + 1):
        rows = [list(row) for row in product(rows)]
        c = [-sum(rows[i * d + a][i] for i in range(n)) // k for a in range(d)]
        for i in range(n):
            for a, x in enumerate(c):
                rows[i * d + a][i] += x
        found.append(c)
    return found
