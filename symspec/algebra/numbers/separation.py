"""How near two distinct moduli or real parts of algebraic numbers can be."""

from __future__ import annotations

from collections.abc import Callable

from symspec.algebra.numbers.isolation import IsolatedRoot
from symspec.algebra.polynomial import Polynomial

Measure = tuple[int, int]  # (degree, bits of a bound of the Mahler measure) of an integer polynomial


def modulus_separation(a: IsolatedRoot, b: IsolatedRoot) -> int:
    """An s such that |a|^2 = |b|^2, or they are more than 2^-s apart."""
    return _separation(_measures((a, b), _modulus_measure))


def real_part_separation(a: IsolatedRoot, b: IsolatedRoot) -> int:
    """An s such that Re a = Re b, or they are more than 2^-s apart."""
    return _separation(_measures((a, b), _real_part_measure)) + 1


def _separation(measures: list[Measure]) -> int:
    """Distinct roots of the product of these integer polynomials are more than 2^-(this) apart.

    K. Mahler, An inequality for the discriminant of a polynomial (1964): for a squarefree integer polynomial
    of degree D and Mahler measure M, the distance exceeds sqrt(3) D^(-(D + 2)/2) M^(1 - D). The
    squarefree part of the product has at most its degree, and at most its measure.
    """
    degree, bits = sum(d for d, _ in measures), sum(b for _, b in measures)
    return (degree + 2) * degree.bit_length() // 2 + 1 + (degree - 1) * bits


def _measures(
    numbers: tuple[IsolatedRoot, IsolatedRoot], measure: Callable[[int, int, bool], Measure]
) -> list[Measure]:
    """One for each polynomial that is needed: the same one serves two roots of one polynomial of one kind."""
    kinds = dict.fromkeys((a.minpoly, a.enclosure.is_real) for a in numbers)
    return [measure(p.degree, _measure_bits(p), is_real) for p, is_real in kinds]


def _measure_bits(p: Polynomial) -> int:
    """The b with M(p) <= 2^b, from M(p) <= sqrt(sum c_i^2) (E. Landau, 1905)."""
    return (sum(c * c for c in p.primitive).bit_length() + 1) // 2


def _modulus_measure(n: int, bits: int, is_real: bool) -> Measure:
    """Of c^2 prod (x - a_i^2), or of c^(n-1) prod (x - a_i a_j) over i < j, where M <= M(p)^(n-1)."""
    return (n, 2 * bits) if is_real else (n * (n - 1) // 2, (n - 1) * bits)


def _real_part_measure(n: int, bits: int, is_real: bool) -> Measure:
    """Of c prod (x - 2 a_i), or of c^(n-1) prod (x - a_i - a_j) over i < j: one more bit for each root."""
    pairs = n * (n - 1) // 2
    return (n, n + bits) if is_real else (pairs, pairs + (n - 1) * bits)
