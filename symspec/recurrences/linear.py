"""recurrence(c, start=..): linear recurrences with constant coefficients, through powers of a companion."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.analysis import Analysis, analyze
from symspec.errors import InputError
from symspec.recurrences.given import in_one_field, number, numbers, whole
from symspec.recurrences.sequence import LinearSequence, companion_matrix
from symspec.recurrences.values import Value, polynomial, signed_text
from symspec.truth import Behavior

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber
    from symspec.recurrences.closed_form import ClosedForm
    from symspec.spectral.growth import Growth


def recurrence(
    coefficients: Any, *, start: Any, constant: Any = 0, first: int = 0, floats: str = "decimal"
) -> Recurrence:
    """a(n) = c_1 a(n - 1) + .. + c_k a(n - k) + constant, with the first k terms given.

    Args:
        coefficients: [c_1, .., c_k], the one of the nearest term first; or the equation as text, such as
            "a(n+2) = a(n+1) + a(n)" or "a(n) = sqrt(2) a(n-1) - a(n-2) + 1/2". Rational or algebraic numbers,
            in any form that an entry of symspec.matrix may have.
        start: [a(first), .., a(first + k - 1)].
        constant: what is added in each step.
        first: the number of the first term.
        floats: how floats are read; see symspec.matrix.

    Raises:
        InputError: the numbers cannot be read, or there are not as many first terms as coefficients.
        UnsupportedFieldError: the numbers generate a number field of a degree beyond the budget.

    >>> fibonacci = recurrence([1, 1], start=[0, 1])
    >>> print(fibonacci.companion, fibonacci.at(100), fibonacci.ratio_limit)
    [[0, 1], [1, 1]] 354224848179261915075 (1 + sqrt(5))/2
    >>> print(recurrence("a(n+1) = 2 a(n) + 1", start=[0]).closed_form)
    2^n - 1
    >>> print(*recurrence(["sqrt(2)", -1], start=[1, "sqrt(2)/2"]).terms(9), sep=", ")  # cos(n pi/4)
    1, sqrt(2)/2, 0, -sqrt(2)/2, -1, -sqrt(2)/2, 0, sqrt(2)/2, 1
    """
    if isinstance(coefficients, str) and "=" in coefficients:
        from symspec.recurrences.equation import read_equation

        c, added = read_equation(coefficients)
    else:
        c, added = numbers("the list of coefficients", coefficients, floats=floats), Fraction(0)
    added = added + number("the constant", constant, floats=floats)
    terms = numbers("start", start, floats=floats)
    if len(terms) != len(c):
        raise InputError(
            f"{len(c)} coefficients need {len(c)} first terms, not {len(terms)}: start=[a(0), a(1), ..]."
        )
    c, terms, (added,) = in_one_field(c, terms, (added,))
    return Recurrence(c, terms, added, whole("first", first, least=None))


@dataclass(frozen=True)  # without slots: what is derived is found when it is first asked for
class Recurrence:
    """a(n) = c_1 a(n - 1) + .. + c_k a(n - k) + constant.

    Attributes:
        coefficients: (c_1, .., c_k).
        start: (a(first), .., a(first + k - 1)).
        constant: what is added in each step.
        first: the number of the first term.

    `companion` and `all_starts` are about the recurrence, whatever its start; the rest about this sequence.

    >>> fibonacci = recurrence([1, 1], start=[0, 1])
    >>> print(fibonacci.at(10), fibonacci.ratio_limit)
    55 (1 + sqrt(5))/2
    """

    coefficients: tuple[Value, ...]
    start: tuple[Value, ...]
    constant: Value
    first: int

    # -- the recurrence --

    @property
    def charpoly(self) -> Polynomial:
        """x^k - c_1 x^(k-1) - .. - c_k."""
        return polynomial([*(-c for c in reversed(self.coefficients)), Fraction(1)])

    @cached_property
    def companion(self) -> ExactMatrix:
        """C with s(n + 1) = C s(n) + constant e_k, where s(n) = (a(n), .., a(n + k - 1))."""
        return companion_matrix(self.charpoly)

    @cached_property
    def all_starts(self) -> Analysis:
        """The analysis of the companion matrix: what solutions without the constant may do."""
        return analyze(self.companion)

    # -- this sequence --

    @cached_property
    def sequence(self) -> LinearSequence:
        """The sequence by itself, with the shortest recurrence that it has.

        A constant makes x - 1 a further factor of what annihilates the sequence.
        """
        q, terms = self.charpoly, self.start
        if self.constant:
            q, k = q * q.of_same([-1, 1]), len(terms)
            following: Any = (c * terms[k - 1 - i] for i, c in enumerate(self.coefficients))
            terms = (*terms, sum(following, self.constant))
        return LinearSequence(q, terms, self.first)

    def at(self, n: int) -> Value:
        """a(n), also for huge n; for n < first as the recurrence goes on backwards."""
        return self.sequence.at(n)

    def terms(self, count: int) -> tuple[Value, ...]:
        """a(first), .., a(first + count - 1)."""
        return self.sequence.terms(count)

    @property
    def closed_form(self) -> ClosedForm:
        """a(n) as a sum over roots; see ClosedForm: str, .latex, sympify, .real_form()."""
        return self.sequence.closed_form

    @property
    def generating_function(self) -> tuple[Polynomial, Polynomial]:
        """(P, Q), Q(0) = 1: sum of a(first + m) x^m is P/Q."""
        return self.sequence.generating_function

    @property
    def behavior(self) -> Behavior:
        """What a(n) does."""
        return self.sequence.behavior

    @property
    def growth(self) -> Growth:
        """rate and degree: |a(n)| is at most C n^degree rate^n, and not less for all large n."""
        return self.sequence.growth

    @property
    def limit(self) -> Value:
        """lim a(n); UndefinedError where there is none."""
        return self.sequence.limit

    @property
    def ratio_limit(self) -> AlgebraicNumber:
        """lim a(n + 1)/a(n); UndefinedError where there is none."""
        return self.sequence.ratio_limit

    def _sympy_(self) -> Any:
        return self.sequence._sympy_()

    def __str__(self) -> str:
        parts = [(c, f"a(n-{i})") for i, c in enumerate(self.coefficients, 1) if c]
        text = ""
        for c, term in [*parts, *([(self.constant, "")] if self.constant else [])]:
            negative, size = signed_text(c)
            sign = (" - " if negative else " + ") if text else ("-" if negative else "")
            text += sign + (f"{size} {term}".rstrip() if size != "1" or not term else term)
        start = ", ".join(f"a({self.first + i}) = {x}" for i, x in enumerate(self.start))
        return f"a(n) = {text or '0'}, {start}"
