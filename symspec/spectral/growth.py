"""How fast A^n grows or decays: n^k rho^n."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus
from symspec.errors import UndefinedError
from symspec.spectral.spectrum import Eigenvalue, Spectrum


@dataclass(frozen=True, slots=True)
class Growth:
    """c n^degree rate^n <= |A^n| <= C n^degree rate^n for n >= 1, with 0 < c <= C, in every norm.

    Attributes:
        dominant: an eigenvalue of largest modulus.
        degree: size of the largest Jordan block at that modulus, less 1; 0 if A is nilpotent.
        zero_from: for a nilpotent A, the first n with A^n = 0; else None.
    """

    dominant: AlgebraicNumber
    degree: int
    zero_from: int | None

    @property
    def rate(self) -> AlgebraicNumber:
        """rho = |dominant|, the spectral radius: enclosed and compared exactly, whatever its degree.

        Its minimal polynomial is found when it is asked for, within the degree budget.
        """
        return self.dominant.modulus

    def __str__(self) -> str:
        if self.zero_from is not None:
            return f"0 for n >= {self.zero_from}"
        rate = str(self.rate)
        base = rate if rate.isdigit() or self.rate.is_rational and "/" not in rate else f"({rate})"
        factors = ["", "n", f"n^{self.degree}"][min(self.degree, 2)], "" if self.rate == 1 else f"{base}^n"
        return " ".join(filter(None, factors)) or "1"


def growth(spectrum: Spectrum) -> Growth:
    """rho and the degree; equal moduli are recognized exactly, conjugate or not."""
    eigenvalues = spectrum.eigenvalues
    first = eigenvalues[0].value
    top = reduce(lambda z, e: e.value if compare_modulus(e.value, z) > 0 else z, eigenvalues, first)
    by_index = sorted(eigenvalues, key=lambda e: -e.index)  # so that few ties have to be decided
    index = next(e.index for e in by_index if e.value is top or compare_modulus(e.value, top) == 0)
    if top == 0:
        return Growth(top, 0, index)
    return Growth(top, index - 1, None)


def peripheral(spectrum: Spectrum) -> tuple[Eigenvalue, ...]:
    """The eigenvalues of largest modulus; ties are decided exactly, between conjugates or not."""
    top = growth(spectrum).dominant
    return tuple(e for e in spectrum.eigenvalues if compare_modulus(e.value, top) == 0)


def subdominant(spectrum: Spectrum) -> AlgebraicNumber:
    """The largest modulus of an eigenvalue below the spectral radius.

    Raises:
        UndefinedError: all eigenvalues have one modulus.
    """
    outer = peripheral(spectrum)
    rest = tuple(e for e in spectrum.eigenvalues if e not in outer)
    if not rest:
        raise UndefinedError("all eigenvalues have the same modulus: none lies below the spectral radius.")
    return growth(Spectrum(rest)).rate


def convergence_rate(spectrum: Spectrum, limit: ExactMatrix) -> Growth:
    """The growth of A^n - L, which is (A - L)^n for n >= 1, for A^n -> L.

    A - L has the eigenvalues of A other than 1 with their blocks, and 0 in the place of 1.
    """
    fading = tuple(e for e in spectrum.eigenvalues if e.value != 1)
    if fading:
        return growth(Spectrum(fading))
    return Growth(AlgebraicNumber.of(0), 0, 0)
