"""A^n in closed form, right for every n >= 0."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from math import comb, factorial, prod
from typing import Any

from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.roots import field_roots
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import (
    BudgetExceededError,
    InputError,
    InternalError,
    UndefinedError,
    UnsupportedFieldError,
)
from symspec.notation.power_text import Term, power_latex, power_text
from symspec.spectral.dunford import DunfordDecomposition
from symspec.spectral.spectral_projectors import SpectralProjector, over_slope, root_numerators, times_alpha

# An entry of A^n is refused when it would have more bits than this, by an estimate from above.
MAX_BITS = 1 << 30


@dataclass(frozen=True)  # without slots: the quotient is written out when it is first asked for
class PowerTerm:
    """sum over the roots alpha of p of C(n, level) alpha^(n - level) sum_l G_l alpha^l / p'(alpha).

    Attributes:
        polynomial: p, monic and irreducible over Q.
        level: j; C(n, j) = 0 for n < j, and 0^0 = 1.
        numerators: G_0, .., G_(d-1), rational: N^j Pi_alpha = sum_l G_l alpha^l / p'(alpha).
    """

    polynomial: Polynomial
    level: int
    numerators: tuple[ExactMatrix, ...]

    @cached_property
    def matrices(self) -> tuple[ExactMatrix, ...]:
        """S_0, .., S_(d-1), rational, with N^j Pi_alpha = sum_l S_l alpha^l."""
        return over_slope(self.polynomial, self.numerators)

    @property
    def over_all_roots(self) -> ExactMatrix:
        """N^j Pi_p, the sum of the N^j Pi_alpha.

        The sum of alpha^l/p'(alpha) over the roots of p is 0 for l < d - 1, and 1 for l = d - 1 (Euler).
        """
        return self.numerators[-1]


@dataclass(frozen=True)  # without slots: the terms are expanded when they are first asked for
class PowerForm:
    """A^n = sum over factors p, levels j and roots alpha of p: C(n, j) alpha^(n - j) N^j Pi_alpha.

    It follows from D + N = A, DN = ND, sum Pi_p = I and p(D) Pi_p = 0, which are checked where D, N and Pi_p
    are made: A^n = sum_p sum_j C(n, j) D^(n - j) N^j Pi_p by the binomial theorem.

    Attributes:
        matrix: A.
        dunford: A = D + N.
        projectors: the Pi_p.
        indices: for each of them the least m with N^m Pi_p = 0.
    """

    matrix: ExactMatrix
    dunford: DunfordDecomposition
    projectors: tuple[SpectralProjector, ...]
    indices: tuple[int, ...]

    @property
    def valid_from(self) -> int:
        """The first n from which the terms of the eigenvalue 0 vanish: its index, 0 if A is invertible."""
        return next((m for pi, m in zip(self.projectors, self.indices, strict=True) if is_zero(pi)), 0)

    @cached_property
    def terms(self) -> tuple[PowerTerm, ...]:
        """The closed form, term by term, in the order of the factors and levels; checked."""
        found = []
        for pi, index in zip(self.projectors, self.indices, strict=True):
            numerators = root_numerators(self.dunford, pi)
            for level in range(index):
                found.append(PowerTerm(pi.polynomial, level, numerators))
                numerators = tuple(self.dunford.N @ g for g in numerators)
        if not are_powers(self.matrix, found):
            raise InternalError("the closed form of A^n failed its own check.")
        return tuple(found)

    def at(self, n: int) -> ExactMatrix:
        """A^n, also for huge n; for n < 0 the powers of the inverse.

        Algorithm: D^k Pi_p = r(D) Pi_p with r = x^k mod p by repeated squaring.

        Raises:
            UndefinedError: n < 0 and A is singular.
            BudgetExceededError: the entries of A^n could be too long.
            InputError: n is no integer.
        """
        n = whole_exponent(n)
        if n < 0 and self.valid_from:
            raise UndefinedError("a singular matrix has no negative powers.")
        self._within_budget(n)
        d = self.dunford
        total, nilpotent = self.matrix * 0, self.matrix.identity()
        for j in range(min(max(self.indices), n + 1) if n >= 0 else max(self.indices)):
            nilpotent = d.N @ nilpotent if j else nilpotent
            parts = [
                self._part(pi, n - j) for pi, m in zip(self.projectors, self.indices, strict=True) if j < m
            ]
            total += nilpotent @ reduce(lambda x, y: x + y, parts) * binomial(n, j)
        return total

    def _part(self, pi: SpectralProjector, k: int) -> ExactMatrix:
        r = power_modulo(pi.polynomial, k)
        if r.degree <= 0:
            return pi.matrix * r(0)
        return r.at_matrix(self.dunford.D) @ pi.matrix

    def times(self, n: int, v: Any) -> ExactMatrix:
        """A^n v for a vector v, as `analyze(A).iteration` takes it; n as for `at`.

        Raises:
            InputError: v is no vector of the height of A.
        """
        from symspec.algebra.column import column_vector

        return self.at(n) @ (v if isinstance(v, ExactMatrix) else column_vector("v", v, self.matrix))

    def _within_budget(self, n: int) -> None:
        bits = max((abs(n) * mahler_bits(pi.polynomial) for pi in self.projectors), default=0)
        if bits > MAX_BITS:
            raise BudgetExceededError(
                f"the entries of A^n for n = {n} could have more than {MAX_BITS} bits; ask for a smaller n."
            )

    def real_form(self) -> Any:
        """A^n as a SymPy matrix, with rho^n cos(n theta) and rho^n sin(n theta) for conjugate pairs.

        Raises:
            UndefinedError: A has entries that are not real.
            UnsupportedFieldError: A is real, but its entries are taken from a field that is not.
        """
        self._require_real()
        from symspec.algebra.power_form import real_power

        return real_power([(t.polynomial, t.level, t.matrices) for t in self.terms])

    def _require_real(self) -> None:
        field = self.matrix.field
        if field.is_real:
            return
        if self.matrix.conjugate != self.matrix:
            raise UndefinedError("A has entries that are not real, so A^n has no real form; use sympify.")
        raise UnsupportedFieldError(f"the real form is computed over real fields only, not over {field}.")

    def _sympy_(self) -> Any:
        """A^n as a SymPy matrix in Symbol("n", integer=True, nonnegative=True)."""
        from symspec.algebra.power_form import complex_power

        return complex_power([(t.polynomial, t.level, t.matrices) for t in self.terms])

    def __str__(self) -> str:
        return power_text([plain_term(t) for t in self.terms])

    @property
    def latex(self) -> str:
        """LaTeX for math mode."""
        return power_latex([plain_term(t) for t in self.terms])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.notation.notebook import latex_bundle

        return latex_bundle(str(self), self.latex)


def power_form(
    a: ExactMatrix, d: DunfordDecomposition, projectors: tuple[SpectralProjector, ...]
) -> PowerForm:
    """A^n in closed form.

    >>> from symspec.spectral.dunford import dunford_decomposition
    >>> from symspec.spectral.spectral_projectors import spectral_projectors
    >>> a, p = ExactMatrix.from_integers([[2, 1], [0, 2]]), Polynomial.of([-2, 1])
    >>> d = dunford_decomposition(a, p, 2)
    >>> form = power_form(a, d, spectral_projectors(d, (p,)))
    >>> print(form, "|", form.at(10), "|", form.at(-1))
    2^n [[1, 0], [0, 1]] + n 2^(n-1) [[0, 1], [0, 0]] | [[1024, 5120], [0, 1024]] | 1/4 [[2, -1], [0, 2]]
    """
    return PowerForm(a, d, projectors, tuple(_index(d, pi) for pi in projectors))


def are_powers(a: ExactMatrix, terms: Sequence[PowerTerm]) -> bool:
    """A^0 = I and A A^n = A^(n+1) for the sum of the terms, in Q[alpha]/p.

    With M_j = p'(alpha) N^j Pi_alpha: A M_j = alpha M_j + M_(j+1), where the last M_(j+1) is 0, and the sum
    of the M_0/p'(alpha) over all roots is I.
    """
    total = a * 0
    for t, following in zip(terms, [*terms[1:], None], strict=True):
        more = following is not None and following.polynomial == t.polynomial
        after = following.numerators if following is not None and more else (a * 0,) * len(t.numerators)
        moved = times_alpha(t.polynomial, t.numerators)
        if any(a @ g != x + y for g, x, y in zip(t.numerators, moved, after, strict=True)):
            return False
        if t.level == 0:
            total += t.over_all_roots
    return bool(total == a.identity())


def plain_term(t: PowerTerm) -> Term:
    """The term as the notation reads it: multiplied out up to degree 2, where that is no longer."""
    p, slope = t.polynomial, t.polynomial.derivative
    if p.degree <= 2:
        return Term(p.coefficients, t.level, tuple(m.tolist() for m in t.matrices), p.text("alpha"))
    rows = tuple(m.tolist() for m in t.numerators)
    return Term(p.coefficients, t.level, rows, p.text("alpha"), slope.coefficients, slope.text("alpha"))


def _index(d: DunfordDecomposition, pi: SpectralProjector) -> int:
    index, power = 1, d.N @ pi.matrix
    while not power.is_zero:
        index, power = index + 1, d.N @ power
    return index


def is_zero(pi: SpectralProjector) -> bool:
    """p = x: the projector of the eigenvalue 0."""
    return pi.polynomial.coefficients[0] == 0


def whole_exponent(n: Any) -> int:
    """n as an int.

    >>> whole_exponent(1.5)
    Traceback (most recent call last):
        ...
    symspec.errors.InputError: n = 1.5 is no integer. For other powers ask for a function: apply("x^(3/2)").
    """
    try:
        return operator.index(n)
    except TypeError:
        raise InputError(
            f'n = {n} is no integer. For other powers ask for a function: apply("x^(3/2)").'
        ) from None


def power_modulo(p: Polynomial, k: int) -> Polynomial:
    """x^k mod p by repeated squaring; for k < 0 the power of the inverse of x, where p(0) != 0."""
    x = p.of_same([0, 1])
    base = x % p if k >= 0 else x.gcdex(p)[1] % p
    result = p.constant(1)
    for bit in f"{abs(k):b}" if k else "":
        result = (result * result) % p
        result = (result * base) % p if bit == "1" else result
    return result


def binomial(n: int, j: int) -> int:
    """n (n - 1) .. (n - j + 1) / j!, for every integer n."""
    return comb(n, j) if n >= 0 else prod(range(n - j + 1, n + 1)) // factorial(j)


def mahler_bits(p: Polynomial) -> float:
    """An upper bound (Landau) of log2 of the Mahler measure of p; 0 where each root has |z| = 0 or 1.

    The entries of x^k mod p have about k times that many bits.
    """
    if isinstance(p, FieldPolynomial):
        p = field_roots(p)[0].minpoly
    c = p.primitive
    if c == (0, 1) or p.cyclotomic_order:
        return 0.0
    square = sum(x * x for x in c)
    return (square.bit_length() + 1) / 2
