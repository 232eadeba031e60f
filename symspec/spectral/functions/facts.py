"""f(A), computed when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from symspec.algebra.polynomial import Polynomial
from symspec.fact import fact, guarded
from symspec.spectral.frobenius.facts import CanonicalForms

if TYPE_CHECKING:
    from symspec.algebra.matrix import ExactMatrix
    from symspec.spectral.functions.closed_form import Exponential, SpectralFunction
    from symspec.spectral.functions.composite import CompositeFunction
    from symspec.spectral.functions.interpolation import Interpolation
    from symspec.spectral.functions.square_roots import Part
    from symspec.spectral.power import PowerTerm


class MatrixFunctions(CanonicalForms):
    """The part of an analysis that applies functions to A; each value is verified before it is returned."""

    if TYPE_CHECKING:

        @property
        def minpoly(self) -> Polynomial: ...  # noqa: D102

    @guarded
    def apply(self, f: Any) -> ExactMatrix | SpectralFunction | CompositeFunction:
        """f(A) for a polynomial, or for a function of one letter as text or as an expression of SymPy.

        Args:
            f: a polynomial; or text: a rational function such as "x^3 - 2x + 1" or "1/(1-x)"; sqrt, cbrt, a
                fractional power, exp, log, sin, cos, tan, cot, sec, csc, sinh, cosh, tanh, coth, sech, csch,
                asin, acos, atan, asinh, acosh, atanh of a function; sums, products, quotients and powers of
                functions, such as "x exp(x) + 1", "2^x" and "cos(sqrt(x))". Other spellings are read, too:
                ln, tg, ctg, sh, ch, th, arctan, arctg, arcsin, argsh, artanh, ..

        Returns:
            The exact matrix where f and its derivatives have algebraic values on the spectrum, over a larger
            field if need be: q(A) X = p(A) for f = p/q, S^n = A^m for f = x^(m/n). Else the closed form with
            values such as e^2 and sin(1), which sympify takes. Functions with branches have their principal
            values. A function is extended by continuity where its poles cancel: sin(x)/x is 1 at 0, and
            (exp(x) - 1)/x, (1 - cos(x))/x^2, log(1 + x)/x have their Taylor series, in Jordan blocks, too.

        Raises:
            UndefinedError: an eigenvalue is a pole of f, or lies where the principal branch is cut: log and
                powers on the closed negative real axis (0 has a power s > 0, without a Jordan block); asin,
                acos, atanh at real z with |z| >= 1; atan, asinh at imaginary z with |z| >= 1; acosh at real
                z <= 1.
            InputError: the text is no such function.
            UndecidedError: the entries of the value lie in a field of a degree beyond the budget; whether
                a denominator vanishes at an eigenvalue was not decided; or the function of a transcendental
                number is asked for, such as log(sin(2)).

        References: N. Higham, Functions of Matrices, 2008, sections 1.2 and 2.1.

        >>> import symspec as ss
        >>> an = ss.analyze("0 1; 0 0")
        >>> print(an.apply("tan(x)"), an.apply("(exp(x) - 1)/x"), an.apply("cos(sqrt(x))"))
        [[0, 1], [0, 0]] [[1, 1/2], [0, 1]] [[1, -1/2], [0, 1]]
        >>> print(ss.analyze("2 1; 0 2").apply("x exp(x)"))
        2 e^2 [[1, 0], [0, 1]] + 3 e^2 [[0, 1], [0, 0]]
        """
        from symspec.spectral.functions.apply import applied

        return applied(f, self.matrix, self._power_terms)

    @guarded
    def interpolation(self, f: Any) -> Interpolation:
        """The polynomial r with r(A) = f(A) of a degree below that of the minimal polynomial.

        Args:
            f: as for `apply`.

        Returns:
            r with r^(j)(alpha) = f^(j)(alpha) for each eigenvalue alpha and all j below its index (Hermite's
            interpolation): .exact where f has algebraic values there, else sympify gives it.

        Raises:
            UndefinedError, InputError, UndecidedError: as `apply`.
        """
        from symspec.spectral.functions.interpolation import interpolation

        return interpolation(f, self.matrix, self.minpoly, self._power_terms)

    def _power_terms(self, b: ExactMatrix) -> tuple[PowerTerm, ...]:
        """Those of the closed form of B^n."""
        from symspec.spectral.functions.terms import power_terms

        return self.power.terms if b is self.matrix else power_terms(b)

    @fact
    def exponential(self) -> Exponential:
        """exp(tA) = sum of t^j/j! e^(alpha t) N^j Pi_alpha: .at(t), .real_form(), sympify, str, .latex.

        References: N. Higham, Functions of Matrices, 2008, section 10.1.

        >>> import symspec as ss
        >>> print(ss.analyze("0 -1; 1 0").exponential)
        cos(t) [[1, 0], [0, 1]] + sin(t) [[0, -1], [1, 0]]
        """
        from symspec.spectral.functions.closed_form import exponential_form

        return exponential_form(self.matrix, self.power.terms)

    @fact
    def sign(self) -> ExactMatrix:
        """S with S^2 = I, S A = A S: 1 on the eigenvalues with positive, -1 on those with negative real part.

        Raises:
            UndefinedError: an eigenvalue has the real part 0.

        References: N. Higham, Functions of Matrices, 2008, chapter 5.

        >>> import symspec as ss
        >>> print(ss.analyze("2 1; 0 -3").sign)
        [[1, 2/5], [0, -1]]
        """
        from symspec.spectral.functions.principal import sign

        return sign(self.matrix, self.power.terms)

    # -- square roots over the field of the entries --

    @fact
    def square_roots(self) -> tuple[ExactMatrix, ...]:
        """All S with S^2 = A that are polynomials in A over the field of its entries; () if there are none.

        They are all square roots over the field when no eigenvalue has two Jordan blocks. For others see
        square_root; for the principal one, over a larger field where need be, apply("sqrt(x)").

        >>> import symspec as ss
        >>> print(*ss.analyze("4 1; 0 4").square_roots)
        [[2, 1/4], [0, 2]] [[-2, -1/4], [0, -2]]
        """
        from symspec.spectral.functions.square_roots import primary_square_roots

        parts = self._square_root_parts
        projectors = {pi.polynomial: pi.matrix for pi in self.projectors}
        return primary_square_roots(self.matrix, parts, [projectors[q.profile.polynomial] for q in parts])

    @fact
    def square_root(self) -> ExactMatrix:
        """An S with S^2 = A over the field of the entries.

        Raises:
            UndefinedError: there is none; the message has the reason, and says whether there is one over C.

        References: N. Higham, Functions of Matrices, 2008, section 1.5; G. Cross, P. Lancaster, Linear and
        Multilinear Algebra 1 (1974) 289-293 (singular matrices).

        >>> import symspec as ss
        >>> print(ss.analyze("0 0 1; 0 0 0; 0 0 0").square_root)
        [[0, 1, 0], [0, 0, 1], [0, 0, 0]]
        """
        from symspec.spectral.functions.square_roots import some_square_root

        return some_square_root(self.matrix, self._square_root_parts, lambda: self.primary_form)

    @fact
    def _square_root_parts(self) -> tuple[Part, ...]:
        from symspec.spectral.functions.square_roots import square_root_parts

        return square_root_parts(self._block_profile)
