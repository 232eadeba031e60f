"""Random Gaussian matrices, from a seed: the largest modulus of an eigenvalue against sqrt(n).

The entries are independent, of mean 0 and variance 1. The circular law (Ginibre, J. Math. Phys. 6 (1965)
440-449; Tao and Vu, Ann. Probab. 38 (2010) 2023-2065): the eigenvalues divided by sqrt(n) fill the unit disc
evenly as n grows, and the largest modulus divided by sqrt(n) tends to 1 (Geman, Ann. Probab. 14 (1986)
1318-1328). For small n it scatters: sqrt(5) = 2.236 is an asymptotic value, no mean for n = 5.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from symspec.algebra.coerce import matrix
from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError

LARGEST_ORDER = 2000


@dataclass(frozen=True, slots=True)
class ModulusSample:
    """The largest moduli of the eigenvalues of random Gaussian matrices of one order, in floating point.

    Attributes:
        order: n.
        moduli: one for each matrix.
    """

    order: int
    moduli: tuple[float, ...]

    @property
    def mean(self) -> float:
        """Of the moduli."""
        return sum(self.moduli) / len(self.moduli)

    @property
    def quotient(self) -> float:
        """mean / sqrt(n), which tends to 1 as n grows."""
        return self.mean / math.sqrt(self.order)

    def __str__(self) -> str:
        return (
            f"n = {self.order}: from {min(self.moduli):.3f} to {max(self.moduli):.3f}, "
            f"mean {self.mean:.3f} = {self.quotient:.3f} sqrt(n)"
        )


def gaussian_matrix(order: int, *, seed: int, floats: str = "binary") -> ExactMatrix:
    """A random n x n matrix with independent entries of mean 0 and variance 1, exactly as it was drawn.

    Args:
        order: n.
        seed: of NumPy's default generator; the same seed gives the same matrix.
        floats: "binary" for the exact values of the doubles, "decimal" for their shortest decimals.

    Raises:
        InputError: the order is no integer from 1 to 2000.

    >>> gaussian_matrix(3, seed=1) == gaussian_matrix(3, seed=1)
    True
    """
    return matrix(_draw(_generator(seed), order).tolist(), floats=floats)


def gaussian_moduli(orders: Sequence[int], *, seed: int, samples: int = 10) -> tuple[ModulusSample, ...]:
    """For each order the largest moduli of the eigenvalues of so many random Gaussian matrices.

    The eigenvalues are computed in doubles: this measures, and decides nothing.

    Args:
        orders: n for each sample.
        seed: of NumPy's default generator; the same seed gives the same samples.
        samples: how many matrices for each order.

    Raises:
        InputError: an order is no integer from 1 to 2000, they are no list, or there are no samples.

    >>> [s] = gaussian_moduli([40], seed=0, samples=4)
    >>> 0.8 < s.quotient < 1.3
    True
    """
    generator = _generator(seed)
    if not isinstance(samples, int) or isinstance(samples, bool) or samples < 1:
        raise InputError(f"samples = {samples}: write an integer, at least 1.")
    if not isinstance(orders, Iterable):
        raise InputError(f"orders = {orders} is no list of orders. Write [{orders}].")
    return tuple(
        ModulusSample(n, tuple(_largest(_draw(generator, n)) for _ in range(samples))) for n in orders
    )


def gaussian_eigenvalues(order: int, *, seed: int) -> tuple[tuple[float, float], ...]:
    """(x, y) for each eigenvalue of gaussian_matrix(order, seed=seed) over sqrt(n), in doubles.

    The eigenvalues are computed in doubles: this measures, and decides nothing.

    Args:
        order: n.
        seed: as for gaussian_matrix.

    Raises:
        InputError: the order is no integer from 1 to 2000.

    >>> len(gaussian_eigenvalues(40, seed=0))
    40
    """
    import numpy as np

    values = np.linalg.eigvals(_draw(_generator(seed), order)) / np.sqrt(order)
    return tuple((float(z.real), float(z.imag)) for z in values)


def _generator(seed: int) -> Any:
    import numpy as np

    if not isinstance(seed, int) or isinstance(seed, bool) or seed < 0:
        raise InputError(f"{seed} is no seed; write an integer >= 0.")
    return np.random.Generator(np.random.PCG64(seed))


def _draw(generator: Any, order: int) -> Any:
    if not isinstance(order, int) or isinstance(order, bool) or not 1 <= order <= LARGEST_ORDER:
        raise InputError(f"{order} is no order; write an integer from 1 to {LARGEST_ORDER}.")
    return generator.standard_normal((order, order))


def _largest(a: Any) -> float:
    import numpy as np

    return float(np.abs(np.linalg.eigvals(a)).max())
