"""The sentences about lines of a derivation; see feedback."""

from __future__ import annotations

DERIVATION_SENTENCES: dict[str, str] = {
    "derivation.carried": (
        "It follows from the lines above, with an error that was made there: this line is credited."
    ),
    "derivation.numbers_differ": "The right side is not the value of {left}.",
    "derivation.matrices_differ": "The two sides differ (entry {place}).",
    "derivation.sizes": "The left side is {first}, the right side {second}.",
    "derivation.number_for_matrix": "One side is a matrix, the other side is a number.",
    "derivation.transposed": (
        "The right side is the transpose of the left side: rows and columns are exchanged."
    ),
    "derivation.sign": "The sign is reversed.",
    "derivation.determinant_sum": "The determinant of [[a, b], [c, d]] is a difference: ad - bc.",
    "derivation.determinant_diagonal": (
        "The product of the diagonal entries is the determinant of triangular matrices only."
    ),
    "derivation.trace_antidiagonal": "The trace runs down the other diagonal.",
    "derivation.rank_nullity": "This is the dimension of the kernel; the rank and it add up to the order.",
    "derivation.not_square": "{what} asks for a square matrix.",
    "derivation.not_an_eigenvector": "This vector does not satisfy Av = zv for z = {value}.",
    "derivation.no_polynomial": "{what} at character {place} is not read as a polynomial.",
    "derivation.coefficient": "The two sides differ: compare the coefficients of x^{power}.",
    "derivation.not_charpoly": (
        "This is not the characteristic polynomial: compare its degree, the trace and the determinant of A."
    ),
    "derivation.not_a_root": "{value} is not a root: insert it into the characteristic polynomial.",
    "derivation.roots_missing": "These are roots, but not all of them.",
    "derivation.row_operation": "{what} is not read as a row operation. Write: R2 <- R2 - 3 R1.",
    "derivation.no_such_row": "There is no row {row}: the matrix has {rows} rows.",
    "derivation.row_operation_loses": (
        "{what} is no elementary operation: the row it replaces must occur in it, with a factor other than 0."
    ),
    "derivation.row_sizes": "The matrix has another size than the one before it.",
    "derivation.row_sign": "The row was added where it is to be subtracted, or the other way round.",
    "derivation.row_untouched": "Row {row} changed, but no operation concerns it.",
    "derivation.row_result": "Row {row} is not what the operations make of it.",
    "derivation.not_row_equivalent": "No row operations lead from the matrix before to this one.",
    "derivation.not_the_matrix": "This is not A.",
}
