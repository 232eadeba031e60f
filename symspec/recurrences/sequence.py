"""Sequences with a linear recurrence, seen through their minimal polynomial and its companion matrix."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus
from symspec.algebra.polynomial import Polynomial
from symspec.analysis import Analysis, analyze
from symspec.errors import BudgetExceededError, InternalError, UndefinedError
from symspec.recurrences.doubling import extended, far_term
from symspec.recurrences.given import whole
from symspec.recurrences.values import (
    Value,
    bits_of_power,
    column,
    field_of,
    over,
    over_least,
    polynomial,
)
from symspec.spectral.frobenius import companions
from symspec.spectral.power import MAX_BITS, power_modulo
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
        annihilator: q, monic, of degree k, over Q or a number field.
        initial: the first k terms; the irrational ones lie in one field, that of q if it has one.
        first: the number of the first term.
    """

    annihilator: Polynomial
    initial: tuple[Value, ...]
    first: int = 0

    # -- the least recurrence --

    @cached_property
    def generating_function(self) -> tuple[Polynomial, Polynomial]:
        """(P, Q) without a common factor, Q(0) = 1: sum of a(first + m) x^m is P/Q.

        With Q_0 = x^k q(1/x), the series times Q_0 ends before x^k, by the recurrence.
        """
        q, k = over(self.annihilator, self.initial), len(self.initial)
        reversed_q = q.of_same(q.coefficients[::-1])
        p = q.of_same((reversed_q * polynomial(self.initial, q._ops)).coefficients[:k])
        if p.degree < 0:
            return p, q.constant(1)
        common = reversed_q.gcdex(p)[0]
        low, high = reversed_q // common, p // common
        return high * (1 / low(0)), low * (1 / low(0))

    @cached_property
    def minpoly(self) -> Polynomial:
        """The monic polynomial of least degree that annihilates the sequence; 1 for the zero sequence.

        Over Q where its coefficients are rational, whatever the terms are.
        """
        p, q = self.generating_function
        k = max(q.degree, p.degree + 1)
        c = q.coefficients
        return over_least(q.of_same([*[0] * (k - q.degree), *c[::-1]]))

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

    def at(self, n: int) -> Value:
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
        if 0 <= m and m * self._bits <= SHORT_BITS:
            return self._far(self.annihilator, m)
        q = self.minpoly
        if m < 0 and q(0) == 0:
            raise UndefinedError(f"a({n}) is not determined: the terms begin with a({self.first}).")
        if abs(m) * bits_of_power(q) > MAX_BITS:
            raise BudgetExceededError(f"a(n) for n = {n} could have more than {MAX_BITS} bits.")
        return self._far(q, m) if self.order else Fraction(0)

    @cached_property
    def _bits(self) -> float:
        return bits_of_power(self.annihilator)

    def _far(self, q: Polynomial, m: int) -> Value:
        """a(first + m), by a q that annihilates the sequence."""
        q, initial = over_least(q), self.initial[: q.degree]
        if m >= 0 and not isinstance(q, FieldPolynomial) and field_of(initial) is None:
            return far_term(q, initial, m)  # type: ignore[arg-type]
        r: Any = zip(power_modulo(q, m).coefficients, initial, strict=False)
        found: Value = sum((c * x for c, x in r), Fraction(0))
        return found

    def terms(self, count: int) -> tuple[Value, ...]:
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
    def limit(self) -> Value:
        """lim a(n).

        Raises:
            UndefinedError: a(n) has no limit.
        """
        if not self.behavior.has_limit:
            reason = "bounded but does not converge" if self.behavior.is_bounded else "unbounded"
            raise UndefinedError(f"a(n) has no limit: it is {reason}.")
        limit = self.analysis.limit @ column(self._start)
        if any(x != limit[0, 0] for (x,) in limit.tolist()):
            raise InternalError("the limit of the sequence failed its own check.")
        found: Value = limit[0, 0]
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
    def _start(self) -> list[Value]:
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
