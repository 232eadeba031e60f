"""The signs of x^* A x for a Hermitian A, each with a vector that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import gcd
from typing import Any

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InternalError, UndefinedError
from symspec.spectral.symmetric.elimination import SymmetricElimination, sign_of, symmetric_elimination
from symspec.spectral.symmetric.normality import star, why_not_hermitian


@dataclass(frozen=True, slots=True)
class Inertia:
    """How many eigenvalues of a Hermitian matrix are positive, negative and zero, with multiplicity."""

    positive: int
    negative: int
    zero: int

    @property
    def signature(self) -> int:
        """positive - negative."""
        return self.positive - self.negative


@dataclass(frozen=True)  # without slots: vectors are computed when they are first asked for
class Definiteness:
    """What signs x^* A x takes over x != 0, from T^* A T = L D L^*.

    Attributes:
        matrix: A, Hermitian.
        factorization: T, L and D; T = I where no pivot had to be moved, and always for a definite A.
    """

    matrix: ExactMatrix
    factorization: SymmetricElimination

    @property
    def inertia(self) -> Inertia:
        """By the signs of D: congruent matrices have the same inertia (Sylvester)."""
        signs = self.factorization.signs
        return Inertia(signs.count(1), signs.count(-1), signs.count(0))

    @property
    def kind(self) -> str:
        """ "positive_definite", "positive_semidefinite", "negative_definite", "negative_semidefinite",
        "indefinite" or "zero"; semidefinite means singular here.
        """
        i = self.inertia
        if i.positive and i.negative:
            return "indefinite"
        if not (i.positive or i.negative):
            return "zero"
        return f"{'positive' if i.positive else 'negative'}_{'semidefinite' if i.zero else 'definite'}"

    @property
    def is_positive_definite(self) -> bool:
        """x^* A x > 0 for all x != 0."""
        return self.inertia.positive == self.matrix.order

    @property
    def is_positive_semidefinite(self) -> bool:
        """x^* A x >= 0 for all x."""
        return self.inertia.negative == 0

    @property
    def is_negative_definite(self) -> bool:
        """x^* A x < 0 for all x != 0."""
        return self.inertia.negative == self.matrix.order

    @property
    def is_negative_semidefinite(self) -> bool:
        """x^* A x <= 0 for all x."""
        return self.inertia.positive == 0

    @property
    def is_indefinite(self) -> bool:
        """x^* A x takes both signs."""
        return self.kind == "indefinite"

    @cached_property
    def positive_vector(self) -> ExactMatrix | None:
        """A v with v^* A v > 0, or None if there is none."""
        return self._witness(1)

    @cached_property
    def negative_vector(self) -> ExactMatrix | None:
        """A v with v^* A v < 0, or None if there is none."""
        return self._witness(-1)

    @cached_property
    def null_vector(self) -> ExactMatrix | None:
        """A v != 0 with A v = 0, or None for an invertible A."""
        return self._witness(0)

    @property
    def witness(self) -> ExactMatrix | None:
        """A v != 0 with v^* A v <= 0, which shows that A is not positive definite; None if it is."""
        return self.negative_vector if self.inertia.negative else self.null_vector

    def _witness(self, sign: int) -> ExactMatrix | None:
        signs = self.factorization.signs
        if sign not in signs:
            return None
        v = _short(self.factorization.vector(signs.index(sign)))
        is_shown = sign_of(form_value(self.matrix, v)) == sign and (sign != 0 or (self.matrix @ v).is_zero)
        if v.is_zero or not is_shown:
            raise InternalError("a witness of the sign of a form failed its own check.")
        return v

    def __str__(self) -> str:
        i, head = self.inertia, self.kind.replace("_", " ")
        text = f"{head}: {i.positive} positive, {i.negative} negative, {i.zero} zero"
        v = self.witness
        if v is None:
            return text
        entries = ", ".join(str(row[0]) for row in v.tolist())
        s = star(self.matrix)
        return f"{text}; v^{s} A v = {form_value(self.matrix, v)} for v = ({entries})"


def form_value(a: ExactMatrix, v: ExactMatrix) -> Any:
    """v^* A v."""
    return (v.conjugate_transpose @ a @ v)[0, 0]


def definiteness(a: ExactMatrix) -> Definiteness:
    """The signs of x^* A x.

    Returns:
        The inertia, found by T^* A T = L D L^* and once more by the signs of det(x I - A); the vectors
        satisfy what they show, checked when they are asked for.

    Raises:
        UndefinedError: A is not Hermitian (over the reals: symmetric); x^* A x depends on (A + A^*)/2 only.

    >>> from symspec.algebra.coerce import matrix
    >>> print(definiteness(matrix([[1, 2], [2, 1]])))
    indefinite: 1 positive, 1 negative, 0 zero; v^T A v = -3 for v = (-2, 1)
    """
    reason = why_not_hermitian(a)
    if reason:
        s = star(a)
        raise UndefinedError(
            f"definiteness is a property of {'symmetric' if s == 'T' else 'Hermitian'} matrices: {reason} "
            f"x^{s} A x depends on (A + A^{s})/2 only; ask about that matrix."
        )
    found = Definiteness(a, symmetric_elimination(a))
    if found.inertia != inertia_by_signs(a):
        raise InternalError("the inertia by elimination is not that of the characteristic polynomial.")
    return found


def inertia_by_signs(a: ExactMatrix) -> Inertia:
    """The inertia of a Hermitian A by the signs of the coefficients of det(x I - A).

    All roots are real, so by Descartes' rule the positive ones are as many as the coefficients that are not 0
    change sign, with multiplicity, and the root 0 is as often one as the constant terms are 0.

    >>> from symspec.algebra.coerce import matrix
    >>> inertia_by_signs(matrix([[0, 1, 0], [1, 0, 0], [0, 0, 0]]))
    Inertia(positive=1, negative=1, zero=1)
    """
    signs = [sign_of(c) for c in a.charpoly.coefficients]
    zero = next(i for i, s in enumerate(signs) if s)
    kept = [s for s in signs if s]
    positive = sum(s != t for s, t in zip(kept, kept[1:], strict=False))
    return Inertia(positive, a.order - positive - zero, zero)


def _short(v: ExactMatrix) -> ExactMatrix:
    """A positive multiple of a rational vector with coprime integers; other vectors as they are."""
    if isinstance(v, FieldMatrix):
        return v
    rows, _ = v.integers()
    common = gcd(*(row[0] for row in rows))
    return v.with_entries([[row[0] // common] for row in rows])
