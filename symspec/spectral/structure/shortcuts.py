"""The characteristic polynomial by strong components, where the pattern of zeros makes that quicker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import reduce

from symspec.algebra.blocks import unit_vector
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.spectral.structure.graph import graph_of_rows

# From this order on; below, looking for components takes as long as what they save.
SMALLEST_ORDER = 64
# So many entries are looked at before all are read; a quarter of them must be 0.
PROBES = 24
# In full matrices walks of this length connect all indices.
STEPS = 3

Factors = tuple[tuple[Polynomial, int], ...]


def factors_by_blocks(a: ExactMatrix, smallest: int = SMALLEST_ORDER) -> Factors | None:
    """((p, m), ..) with det(x I - A) = prod p^m, p monic and irreducible; None: not quicker by blocks.

    det(x I - A) is the product of those of the diagonal blocks of the Frobenius normal form, and smaller
    polynomials are easier to factor. Over Q only.

    >>> a = ExactMatrix.from_integers([[1, 5, 7], [0, 2, 0], [0, 3, 1]])
    >>> print(*(f"({p})^{m}" for p, m in factors_by_blocks(a, smallest=2)))
    (x - 2)^1 (x - 1)^2
    """
    if isinstance(a, FieldMatrix):
        return None
    if a.is_triangular:
        return _linear_factors(a, range(a.order))
    if a.order < smallest or not _may_split(a):
        return None
    if _leads_to_first(a) and _leads_to_first(a.transpose):
        return None
    components = graph_of_rows(a.integers()[0]).components
    if len(components) == 1:
        return None
    found = Counter(dict(_linear_factors(a, [c[0] for c in components if len(c) == 1])))
    for c in components:
        if len(c) > 1:
            found.update(dict(a.submatrix(c, c).charpoly.factors))
    return tuple(sorted(found.items(), key=lambda pair: pair[0]._place))


def _linear_factors(a: ExactMatrix, places: Iterable[int]) -> Factors:
    """((x - z, m), ..) for the entries z on the diagonal at these places, by descending z."""
    counted = sorted(Counter(a[i, i] for i in places).items(), reverse=True)
    return tuple((Polynomial.of([-z, 1], ops=a._ops), m) for z, m in counted)


def product_of_powers(factors: Factors) -> Polynomial:
    """prod p^m."""
    return reduce(lambda q, part: q * part[0] ** part[1], factors, factors[0][0].constant(1))


def _may_split(a: ExactMatrix) -> bool:
    """A quarter of some entries, spread over the matrix, are 0: two equal blocks leave that many at least."""
    n = a.order
    places = ((7 * k % n, (7 * k * k + 11 * k + n // 2) % n) for k in range(PROBES))
    return sum(a[i, j] == 0 for i, j in places) * 4 >= PROBES


def _leads_to_first(a: ExactMatrix) -> bool:
    """Every index leads to the first one, as powers up to A^STEPS show; False: they do not show it.

    An entry of A^k that is not 0 is a sum over walks of length k: there is one.
    """
    rows, _ = a.integer_krylov(unit_vector(a, 0), STEPS + 1).integers()
    return all(map(any, rows))
