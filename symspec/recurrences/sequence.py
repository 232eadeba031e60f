"""Sequences with a linear recurrence, seen through their minimal polynomial and its companion matrix."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import TYPE_CHECKING, Any

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus
from symspec.algebra.polynomial import Polynomial
from symspec.analysis import Analysis, analyze
from symspec.errors import BudgetExceededError, InternalError, UndefinedError
from symspec.recurrences.doubling import extended, far_term
from symspec.recurrences.given import whole
from symspec.spectral.frobenius import companions
from symspec.spectral.power import MAX_BITS, mahler_bits, power_modulo
from symspec.truth import Behavior

if TYPE_CHECKING:
    from symspec.recurrences.closed_form import ClosedForm
    from symspec.spectral.growth import Growth

# The shortest recurrence is looked for when terms may be longer than this.
SHORT_BITS = 1 << 22
# Up to that many terms are listed.
MAX_TERMS = 100_000


@dataclass(frozen=True)  # without slots: what is derived is found when it is first asked for
class LinearSequence:
    """a(first), a(first + 1), .. with q(S) a = 0 for the shift S: (S a)(n) = a(n + 1).

    Attributes:
        annihilator: q, monic, of degree k.
        initial: the first k terms.
        first: the number of the first term.
    """

    annihilator: Polynomial
    initial: tuple[Fraction, ...]
    first: int = 0

    # -- the least recurrence --

    @cached_property
    def generating_function(self) -> tuple[Polynomial, Polynomial]:
        """(P, Q) without a common factor, Q(0) = 1: sum of a(first + m) x^m is P/Q.

        With Q_0 = x^k q(1/x), the series times Q_0 ends before x^k, by the recurrence.
        """
        q, k = self.annihilator, len(self.initial)
        reversed_q = q.of_same(q.coefficients[::-1])
        p = q.of_same((reversed_q * q.of_same(self.initial)).coefficients[:k])
        if p.degree < 0:
            return p, q.constant(1)
        common = reversed_q.gcdex(p)[0]
        low, high = reversed_q // common, p // common
        return high * (1 / low(0)), low * (1 / low(0))

    @cached_property
    def minpoly(self) -> Polynomial:
        """The monic polynomial of least degree that annihilates the sequence; 1 for the zero sequence."""
        p, q = self.generating_function
        k = max(q.degree, p.degree + 1)
        c = q.coefficients
        return q.of_same([*[0] * (k - q.degree), *c[::-1]])

    @property
    def order(self) -> int:
        """The order of the shortest recurrence that the sequence has."""
        return self.minpoly.degree

    @cached_property
    def companion(self) -> ExactMatrix:
        """C with C s(n) = s(n + 1), s(n) = (a(n), .., a(n + k - 1)), for the shortest recurrence.

        [[0]] for the zero sequence. C^n tends to zero, converges or is bounded iff a(n) does: the vectors
        s(first), .., s(first + k - 1) are a basis, or a shorter recurrence would exist.
        """
        return companion_matrix(self.minpoly if self.order else self.minpoly.of_same([0, 1]))

    @cached_property
    def analysis(self) -> Analysis:
        """The analysis of `companion`: spectrum, certificate and proof of what a(n) does."""
        return analyze(self.companion)

    # -- terms --

    def at(self, n: int) -> Fraction:
        """a(n), also for huge n; for n before the first term as the recurrence goes on backwards.

        Algorithm: a(first + m) = sum r_i a(first + i) for x^m mod the minimal polynomial = sum r_i x^i; for
            m >= 0 without the last squaring, see far_term.

        Raises:
            UndefinedError: n is before the first term, and the recurrence determines no terms before it.
            BudgetExceededError: a(n) could be too long.
        """
        m = whole("n", n, least=None) - self.first
        if 0 <= m < len(self.initial):
            return self.initial[m]
        if 0 <= m and m * mahler_bits(self.annihilator) <= SHORT_BITS:
            return far_term(self.annihilator, self.initial, m)
        q = self.minpoly
        if m < 0 and q(0) == 0:
            raise UndefinedError(f"a({n}) is not determined: the terms begin with a({self.first}).")
        if abs(m) * mahler_bits(q) > MAX_BITS:
            raise BudgetExceededError(f"a(n) for n = {n} could have more than {MAX_BITS} bits.")
        if not self.order:
            return Fraction(0)
        return self._combined(power_modulo(q, m)) if m < 0 else far_term(q, self._start, m)

    def _combined(self, r: Polynomial) -> Fraction:
        """sum r_i a(first + i), with one fraction made at the end: the integers may be long."""
        c, d = r._ops.coefficients(r._native)
        common = lcm(*(a.denominator for a in self.initial))
        pairs = zip(c, self.initial, strict=False)
        return Fraction(sum(x * a.numerator * (common // a.denominator) for x, a in pairs), d * common)

    def terms(self, count: int) -> tuple[Fraction, ...]:
        """a(first), .., a(first + count - 1), one after the other."""
        if whole("count", count) > MAX_TERMS:
            raise BudgetExceededError(f"{count:,} terms are too many to list; up to {MAX_TERMS:,}.")
        return tuple(extended(self.annihilator, self.initial, count))

    # -- what it does --

    @cached_property
    def closed_form(self) -> ClosedForm:
        """a(n) as a sum over the roots of the minimal polynomial, right for every n from the first one."""
        from symspec.recurrences.closed_form import closed_form

        at_zero = self.minpoly(0) != 0  # the recurrence can be run backwards to n = 0
        start = [self.at(n) for n in range(self.order)] if at_zero and self.order else self._start
        return closed_form(self.analysis.power, start, 0 if at_zero else self.first, self.first)

    @property
    def behavior(self) -> Behavior:
        """What a(n) does: tends to zero, converges to another limit, is bounded without one, is unbounded."""
        return self.analysis.behavior

    @property
    def growth(self) -> Growth:
        """rate and degree with limsup |a(n)| / (n^degree rate^n) finite and not 0."""
        return self.analysis.growth

    @cached_property
    def limit(self) -> Fraction:
        """lim a(n).

        Raises:
            UndefinedError: a(n) has no limit.
        """
        if not self.behavior.has_limit:
            reason = "bounded but does not converge" if self.behavior.is_bounded else "unbounded"
            raise UndefinedError(f"a(n) has no limit: it is {reason}.")
        start = self.analysis.matrix.with_entries([[x] for x in self._start])
        limit = self.analysis.limit @ start
        if any(x != limit[0, 0] for (x,) in limit.tolist()):
            raise InternalError("the limit of the sequence failed its own check.")
        found: Fraction = limit[0, 0]
        return found

    @cached_property
    def ratio_limit(self) -> AlgebraicNumber:
        """lim a(n + 1)/a(n): the eigenvalue of largest modulus, and among these of largest index.

        Raises:
            UndefinedError: there are several such eigenvalues, and then the quotients have no limit; or a(n)
                is 0 from some n on.

        With several, a(n)/(n^k rho^n) comes close to b(n) = sum c_i u_i^n, all c_i != 0, |u_i| = 1. If the
        quotients tended to L, b(n + 1) - (L/rho) b(n) would tend to 0, so that every u_i were L/rho.
        """
        top = self.growth.dominant
        if top == 0:
            raise UndefinedError("a(n + 1)/a(n) has no limit: a(n) is 0 from some n on.")
        equal = [e for e in self.analysis.spectrum.eigenvalues if compare_modulus(e.value, top) == 0]
        index = max(e.index for e in equal)
        found = [e.value for e in equal if e.index == index]
        if len(found) > 1:
            values = ", ".join(map(str, found))
            raise UndefinedError(f"a(n + 1)/a(n) has no limit: {values} have the same modulus and weight.")
        return found[0]

    @property
    def _start(self) -> list[Fraction]:
        """(a(first), ..), as many terms as the companion matrix has rows."""
        return list(self.initial[: self.order]) or [Fraction(0)]

    def _sympy_(self) -> Any:
        """a(n) as a SymPy expression in Symbol("n", integer=True), nonnegative=True if first >= 0."""
        return self.closed_form._sympy_()


def companion_matrix(q: Polynomial) -> ExactMatrix:
    """The companion matrix of a monic q with its coefficients in the last row.

    >>> print(companion_matrix(Polynomial.of([-1, -1, 1])))
    [[0, 1], [1, 1]]
    """
    return companions.companion_matrix(q).transpose
