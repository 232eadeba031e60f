"""exp(tA), and exp, sin, cos and log of A, by Hermite's interpolation on the spectrum."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import factorial
from typing import Any

from symspec.algebra.fields.roots import complex_roots
from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError, InternalError, UndefinedError, UnsupportedFieldError
from symspec.notation.function_text import exponential_text, function_text
from symspec.notation.power_text import Term
from symspec.spectral.power import PowerTerm, are_powers, plain_term

Terms = tuple[PowerTerm, ...]


@dataclass(frozen=True, slots=True)
class Exponential:
    """exp(tA) = sum over factors p, levels j and roots alpha of p: t^j/j! e^(alpha t) N^j Pi_alpha.

    Attributes:
        matrix: A.
        terms: those of A^n: they have N^j Pi_alpha for each root alpha of p.
    """

    matrix: ExactMatrix
    terms: Terms

    def at(self, t: Any) -> Any:
        """exp(tA) for a rational t, such as 2, "1/2" or 0.5, as a SymPy matrix.

        Raises:
            InputError: t is not rational.
        """
        from symspec.algebra.function_form import exponential

        return exponential(_native(self.terms), _rational(t))

    def real_form(self, t: Any = None) -> Any:
        """The same in Symbol("t", real=True) or at a rational t, with e^(at) cos(bt), e^(at) sin(bt).

        Raises:
            UndefinedError: A has entries that are not real.
            UnsupportedFieldError: A is real, but its entries are taken from a field that is not.
        """
        from symspec.algebra.function_form import real_exponential

        field = self.matrix.field
        if not field.is_real:
            if self.matrix.conjugate != self.matrix:
                raise UndefinedError("A has entries that are not real, so exp(tA) has no real form.")
            raise UnsupportedFieldError(f"the real form is computed over real fields, not over {field}.")
        return real_exponential(_native(self.terms), None if t is None else _rational(t))

    def _sympy_(self) -> Any:
        """exp(tA) as a SymPy matrix in Symbol("t", real=True)."""
        from symspec.algebra.function_form import exponential

        return exponential(_native(self.terms), None)

    def __str__(self) -> str:
        return exponential_text(_plain(self.terms))

    @property
    def latex(self) -> str:
        """LaTeX for math mode."""
        return exponential_text(_plain(self.terms), latex=True)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.notation.notebook import latex_bundle

        return latex_bundle(str(self), self.latex)


@dataclass(frozen=True, slots=True)
class SpectralFunction:
    """f(A) = sum over factors p, levels j and roots alpha of p: f^(j)(alpha)/j! N^j Pi_alpha.

    Attributes:
        name: "exp", "sin", "cos" or "log" (principal: the imaginary part is in (-pi, pi)).
        matrix: A.
        terms: as for Exponential.
    """

    name: str
    matrix: ExactMatrix
    terms: Terms

    @property
    def exact(self) -> ExactMatrix:
        """The value as an exact matrix, where its entries are algebraic numbers.

        Raises:
            UndefinedError: they are not: e^z, sin z and cos z are transcendental for algebraic z != 0, and
                log z for algebraic z != 0, 1 (Lindemann).
        """
        if not self.is_exact:
            raise UndefinedError(
                f"{self.name}(A) has transcendental entries, as A has an eigenvalue other than "
                f"{self._algebraic_at}; sympify gives them."
            )
        return reduce(
            lambda x, y: x + y,
            (t.matrices[0] * _coefficient(self.name, t.level) for t in self.terms),
            self.matrix * 0,
        )

    @property
    def is_exact(self) -> bool:
        """All entries are algebraic numbers."""
        return all(t.polynomial(self._algebraic_at) == 0 for t in self.terms)

    @property
    def _algebraic_at(self) -> int:
        return 1 if self.name == "log" else 0

    def _sympy_(self) -> Any:
        """f(A) as a SymPy matrix."""
        from symspec.algebra.function_form import function_value

        return function_value(_native(self.terms), self.name)

    def __str__(self) -> str:
        return function_text(self.name, _plain(self.terms))

    @property
    def latex(self) -> str:
        """LaTeX for math mode."""
        return function_text(self.name, _plain(self.terms), latex=True)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.notation.notebook import latex_bundle

        return latex_bundle(str(self), self.latex)


def exponential_form(a: ExactMatrix, terms: Terms) -> Exponential:
    """exp(tA) in closed form.

    Args:
        a: A.
        terms: those of the closed form of A^n.

    Returns:
        E(0) = I and E'(t) = A E(t), which make it exp(tA). Both are checked, term by term in Q[alpha]/p:
        with M_j = N^j Pi_alpha, A M_j = alpha M_j + M_(j+1), and the M_0 add up to I, as for A^n.

    >>> from symspec.spectral.power import PowerTerm
    >>> from symspec.algebra.polynomial import Polynomial
    >>> a = ExactMatrix.from_integers([[2]])
    >>> print(exponential_form(a, (PowerTerm(Polynomial.of([-2, 1]), 0, (a.identity(),)),)))
    e^(2t) [[1]]
    """
    if not are_powers(a, terms):
        raise InternalError("exp(tA) failed its own check.")
    return Exponential(a, terms)


def spectral_function(name: str, a: ExactMatrix, terms: Terms) -> SpectralFunction:
    """f(A) for f = exp, sin, cos or the principal logarithm.

    Raises:
        UndefinedError: log, and A has an eigenvalue that is 0 or negative.
    """
    if not are_powers(a, terms):
        raise InternalError(f"{name}(A) failed its own check.")
    if name == "log":
        require_off_the_cut(terms, "the principal logarithm")
    return SpectralFunction(name, a, terms)


def require_off_the_cut(terms: Terms, what: str) -> None:
    """No eigenvalue is 0 or negative.

    Raises:
        UndefinedError: one is; the message names it.
    """
    for p in dict.fromkeys(t.polynomial for t in terms):
        for z in complex_roots(p):
            if z.is_real and z <= 0:
                raise UndefinedError(
                    f"{what} is not defined at A: its eigenvalue {z} lies on the closed negative real axis."
                )


def _coefficient(name: str, j: int) -> Fraction:
    """f^(j)(z)/j! at z = 1 for the logarithm, at z = 0 for the others."""
    if name == "log":
        return Fraction((-1) ** (j - 1), j) if j else Fraction(0)
    sign = {"exp": 1, "sin": (0, 1, 0, -1)[j % 4], "cos": (1, 0, -1, 0)[j % 4]}[name]
    return Fraction(sign, factorial(j))


def _native(terms: Terms) -> list[tuple[Any, int, tuple[ExactMatrix, ...]]]:
    return [(t.polynomial, t.level, t.matrices) for t in terms]


def _plain(terms: Terms) -> list[Term]:
    return [plain_term(t) for t in terms]


def _rational(t: Any) -> Fraction:
    """The number as the door reads it: 1/2, "1/2", 0.5."""
    if isinstance(t, int | Fraction):
        return Fraction(t)
    from symspec.algebra.coerce import matrix

    try:
        read: object = matrix([[t]]).tolist()[0][0]
    except (InputError, UnsupportedFieldError):
        read = None
    if not isinstance(read, Fraction):
        raise InputError(f"t = {t} is no rational number. Write one such as 1/2.")
    return read
