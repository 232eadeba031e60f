"""How fast A^n grows or decays: n^k rho^n."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

from symspec.algebra.algebraic import AlgebraicNumber, compare_modulus
from symspec.spectral.spectrum import Spectrum


@dataclass(frozen=True, slots=True)
class Growth:
    """c n^degree rate^n <= |A^n| <= C n^degree rate^n for n >= 1, with 0 < c <= C, in every norm.

    Attributes:
        rate: rho, the spectral radius.
        degree: size of the largest Jordan block among eigenvalues of modulus rho, less 1; 0 if rho = 0.
        zero_from: for a nilpotent A, the first n with A^n = 0; else None.
    """

    rate: AlgebraicNumber
    degree: int
    zero_from: int | None


def growth(spectrum: Spectrum) -> Growth:
    """rho and the degree; equal moduli are recognized exactly, conjugate or not."""
    eigenvalues = spectrum.eigenvalues
    first = eigenvalues[0].value
    top = reduce(lambda z, e: e.value if compare_modulus(e.value, z) > 0 else z, eigenvalues, first)
    index = max(e.index for e in eigenvalues if compare_modulus(e.value, top) == 0)
    rate = top.modulus
    return (
        Growth(rate, 0, index) if rate.is_rational and rate.rational == 0 else Growth(rate, index - 1, None)
    )
