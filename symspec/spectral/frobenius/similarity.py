"""similarity(A, B): are two matrices similar, by which P, or by which invariant are they not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from symspec.algebra.coerce import matrix
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InputError, InternalError, UndefinedError
from symspec.spectral.frobenius.conjugators import conjugator
from symspec.spectral.profile import FactorProfile, JordanProfile, profile_of_charpoly


@dataclass(frozen=True, slots=True)
class DifferentInvariant:
    """The first invariant in which two matrices differ; similar matrices agree in each.

    Attributes:
        name: "order", "characteristic polynomial", "minimal polynomial" or "rank".
        expression: what was computed, such as "rk((A - I)^2)" in the letter X for the matrix.
        values: its values for A and for B.
    """

    name: str
    expression: str
    values: tuple[Any, Any]

    def __str__(self) -> str:
        first, second = self.values
        return f"the {self.name} {self.expression} is {first} for X = A and {second} for X = B"


@dataclass(frozen=True)  # without slots: T is computed when it is first asked for
class Similarity:
    """Whether A and B are similar: T^-1 A T = B for some invertible T.

    For matrices over a field K it makes no difference whether T is looked for over K or over a larger field,
    such as C: the invariant factors are the same over both.

    Attributes:
        A, B: the matrices, over one field.
        difference: the first invariant that differs; None if they are similar.

    >>> from symspec import similarity
    >>> found = similarity("1 1; 0 2", "1 0; 0 2")
    >>> found.similar, found.A @ found.T == found.T @ found.B
    (True, True)
    """

    A: ExactMatrix
    B: ExactMatrix
    difference: DifferentInvariant | None

    @property
    def similar(self) -> bool:
        """A and B are similar."""
        return self.difference is None

    @property
    def reason(self) -> str:
        """One sentence: the invariant that differs, or those that decide."""
        if self.difference is not None:
            return f"A and B are not similar: {self.difference}."
        field = "Q" if self.A.field.degree == 1 else str(self.A.field)
        return f"A and B are similar over {field}, and over C: their invariant factors are the same."

    @cached_property
    def T(self) -> ExactMatrix:
        """An invertible T with A T = T B, so T^-1 A T = B; checked.

        Raises:
            UndefinedError: A and B are not similar.
        """
        if self.difference is not None:
            raise UndefinedError(f"there is no T with T^-1 A T = B: {self.difference}.")
        t = conjugator(self.A, self.B)
        if self.A @ t != t @ self.B or not t.has_independent_columns:
            raise InternalError("the conjugating matrix failed its own check.")
        return t

    def __str__(self) -> str:
        return self.reason


def similarity(A: Any, B: Any, *, floats: str = "decimal") -> Similarity:
    """Whether T^-1 A T = B for an invertible T, exactly.

    Args:
        A, B: square matrices in any form that symspec.matrix takes; entries in a number field are allowed.
        floats: how floats are read; see symspec.matrix.

    Returns:
        .similar; .T with T^-1 A T = B where they are, and .difference and .reason where not. A ~ A^T always.

    Raises:
        InputError: an argument is no square matrix of numbers.
        UnsupportedFieldError: the entries of both generate a field of a degree beyond the budget.

    Algorithm: A and B are similar iff their characteristic polynomials agree and rk p(A)^k = rk p(B)^k for
    each irreducible factor p and every k, as these ranks count the blocks. T is put together from
    the Frobenius forms of A and B^T, and for small matrices it is a short solution of A T = T B.

    >>> s = similarity("[[1, 1], [0, 2]]", "[[2, 0], [5, 1]]")
    >>> print(s.similar, s.T.inverse @ s.A @ s.T == s.B)
    True True
    >>> print(similarity("[[0, 1], [0, 0]]", "[[0, 0], [0, 0]]"))
    A and B are not similar: the minimal polynomial mu_X is x^2 for X = A and x for X = B.
    """
    a, b = over_one_field(matrix(A, floats=floats), matrix(B, floats=floats))
    return Similarity(a, b, first_difference(a, b))


def over_one_field(a: ExactMatrix, b: ExactMatrix) -> tuple[ExactMatrix, ExactMatrix]:
    """Both matrices over the smallest field that holds the fields of both."""
    if isinstance(a, FieldMatrix):
        return a._common(b)
    if isinstance(b, FieldMatrix):
        second, first = b._common(a)
        return first, second
    if a.backend != b.backend:
        raise InputError(f"A is a {a.backend} matrix and B a {b.backend} matrix; read both with one backend.")
    return a, b


def first_difference(a: ExactMatrix, b: ExactMatrix) -> DifferentInvariant | None:
    """The first of order, charpoly, minpoly and ranks of p(X)^k that differs; None for similar matrices."""
    if a.order != b.order:
        return DifferentInvariant("order", "n", (a.order, b.order))
    chi, other = a.charpoly, b.charpoly
    if chi != other:
        return DifferentInvariant("characteristic polynomial", "det(x I - X)", (chi, other))
    factors = chi.factors
    first, second = (profile_of_charpoly(m, chi, factors) for m in (a, b))
    if [f.block_sizes for f in first.factors] == [f.block_sizes for f in second.factors]:
        return None
    if first.minpoly != second.minpoly:
        return DifferentInvariant("minimal polynomial", "mu_X", (first.minpoly, second.minpoly))
    return _different_rank(first, second)


def _different_rank(first: JordanProfile, second: JordanProfile) -> DifferentInvariant:
    for f, g in zip(first.factors, second.factors, strict=True):
        for k in range(1, f.index + 1):
            mine, others = (_rank(first.charpoly.degree, h, k) for h in (f, g))
            if mine != others:
                return DifferentInvariant("rank", f"rk({_at_x(f.polynomial, k)})", (mine, others))
    raise InternalError("matrices with the same ranks have different blocks.")


def _rank(n: int, f: FactorProfile, k: int) -> int:
    """rk p(X)^k, from the block sizes."""
    return n - f.polynomial.degree * sum(min(k, size) for size in f.block_sizes)


def _at_x(p: Polynomial, k: int) -> str:
    """p(X)^k as text."""
    exponent = f"^{k}" if k > 1 else ""
    if p.degree > 1:
        return f"p(X){exponent} for p = {p}"
    c = p.coefficients[0]
    if c == 0:
        return f"X{exponent}"
    shift = p.text("X").removeprefix("X ")
    shift = f"{shift[:2]}I" if abs(c) == 1 else f"{shift} I"
    return f"(X {shift}){exponent}" if exponent else f"X {shift}"
