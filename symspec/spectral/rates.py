"""How fast A^n comes to its limit: rate, certified bounds, the first n below a given distance."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError, UnsupportedFieldError
from symspec.fact import fact
from symspec.spectral.decompositions import Decompositions
from symspec.spectral.profile import JordanProfile
from symspec.spectral.spectrum import Eigenvalue, Spectrum

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber
    from symspec.spectral.bounds import PowerBound
    from symspec.spectral.growth import Growth


class Rates(Decompositions):
    """The part of an analysis that measures A^n - L in the infinity norm, the largest row sum of moduli."""

    if TYPE_CHECKING:

        @property
        def spectrum(self) -> Spectrum: ...  # noqa: D102
        @property
        def limit(self) -> ExactMatrix: ...  # noqa: D102

    @fact
    def neumann_series(self) -> ExactMatrix:
        """I + A + A^2 + .. = (I - A)^-1; UndefinedError unless A^n -> 0."""
        from symspec.spectral.series import neumann_series

        return neumann_series(self.matrix, self.profile)

    @fact
    def peripheral_spectrum(self) -> tuple[Eigenvalue, ...]:
        """The eigenvalues of modulus rho, the spectral radius."""
        from symspec.spectral.growth import peripheral

        return peripheral(self.spectrum)

    @fact
    def subdominant_modulus(self) -> AlgebraicNumber:
        """The largest modulus < rho of an eigenvalue; UndefinedError where all have modulus rho."""
        from symspec.spectral.growth import subdominant

        return subdominant(self.spectrum)

    @fact
    def convergence_rate(self) -> Growth:
        """rate and degree with c n^degree rate^n <= |A^n - L| <= C n^degree rate^n for n >= 1.

        The spectral radius of A - L and its largest Jordan block there; zero_from is the first n >= 0 with
        A^n = L, where there is one. UndefinedError where A^n has no limit.
        """
        from symspec.spectral.growth import convergence_rate

        return convergence_rate(self.spectrum, self.limit)

    @fact
    def bound(self) -> PowerBound:
        """|A^n - L| <= C r^n for every n >= 0, with rational C and r < 1; UndefinedError without a limit.

        r is the spectral radius of A - L where rational eigenvalues attain it as a rate, else the simplest
        fraction between it and 1.
        """
        from symspec.spectral.bounds import default_rate, fading_factors

        _ = self.limit
        return self.bound_at(default_rate(fading_factors(self._rational_profile("a bound"))))

    def bound_at(self, rate: Any) -> PowerBound:
        """The bound with a given rational rate r, as close to the spectral radius of A - L as you like.

        Raises:
            UndefinedError: A^n has no limit, or there is no such bound: the rate is too small.
            InputError: the rate is no rational number.
        """
        from symspec.spectral.bounds import power_bound

        profile = self._rational_profile("a bound")
        return power_bound(self.matrix, self.limit, profile, _rational("the rate", rate))

    def first_below(self, eps: Any) -> int:
        """The least n >= 0 with |A^n - L| < eps; never by stepping through a large number of powers.

        Raises:
            UndefinedError: A^n has no limit.
            InputError: eps is no positive rational number.
            UndecidedError: not found; the message has an n from which on the inequality holds.
        """
        from symspec.spectral.first_below import first_below

        distance = _rational("eps", eps)
        if distance <= 0:
            raise InputError(f"eps = {eps} is not positive. Write a number such as 1/1000.")
        limit = self.limit
        profile = self._rational_profile("the first n")
        return first_below(self.matrix, limit, profile, self.bound, distance)

    def _rational_profile(self, what: str) -> JordanProfile:
        if not isinstance(self.profile, JordanProfile):
            raise UnsupportedFieldError(f"{what} is computed for rational matrices only.")
        return self.profile


def _rational(name: str, value: Any) -> Fraction:
    from symspec.algebra.coerce import matrix

    try:
        read: object = matrix([[value]]).tolist()[0][0]
    except (InputError, UnsupportedFieldError):
        read = None
    if not isinstance(read, Fraction):
        raise InputError(f"{name} = {value} is no rational number. Write a number such as 1/1000.")
    return read
