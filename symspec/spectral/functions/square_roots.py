"""Square roots of a matrix over the field of its entries: all primary ones, one of any kind, or why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import product
from typing import Any

from symspec.algebra.enclosure import Rectangle
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.roots import complex_roots
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.algebra.polynomial import Polynomial
from symspec.errors import BudgetExceededError, InternalError, UndefinedError
from symspec.spectral.frobenius.form import PrimaryForm
from symspec.spectral.profile import FactorProfile, JordanProfile

MAX_SIGNS = 10


@dataclass(frozen=True, slots=True)
class Part:
    """What an irreducible factor p of det(x I - A) means for square roots over the field K.

    Attributes:
        profile: p with its block sizes.
        root: r with r^2 = x modulo p^index, r = 0 for p = x with blocks of size 1 only; None if there is
            none, so that no square root of A is a polynomial in A.
    """

    profile: FactorProfile
    root: Polynomial | None

    @property
    def has_square_root(self) -> bool:
        """The restriction of A to ker p(A)^n is a square over K.

        With r it is r(A)^2. Else let S^2 = A. For p != x, p(x^2) is irreducible, K[S]-modules are sums of
        K[x]/p(x^2)^k, and these are two blocks p^k each for S^2. For p = x a nilpotent block of size k has a
        square with blocks of sizes ceil(k/2) and floor(k/2).
        """
        sizes = self.profile.block_sizes
        if self.root is not None:
            return True
        if is_x(self.profile.polynomial):
            return all(first - second <= 1 for first, second in nilpotent_pairs(sizes))
        return all(sizes.count(k) % 2 == 0 for k in sizes)


def is_x(p: Polynomial) -> bool:
    """p = x."""
    return p.degree == 1 and p.coefficients[0] == 0


def nilpotent_pairs(sizes: Sequence[int]) -> list[tuple[int, int]]:
    """The sizes from long to short in pairs, 0 beside the last of an odd number."""
    padded = [*sizes, 0] if len(sizes) % 2 else list(sizes)
    return list(zip(padded[::2], padded[1::2], strict=True))


def square_root_parts(profile: JordanProfile) -> tuple[Part, ...]:
    """One for each irreducible factor."""
    return tuple(Part(f, _root(f)) for f in profile.factors)


def _root(f: FactorProfile) -> Polynomial | None:
    p = f.polynomial
    if is_x(p):
        return p.constant(0) if f.index == 1 else None
    simple = root_modulo(p)
    return None if simple is None else _lifted(simple, p, f.index)


def principal_root(p: Polynomial, index: int) -> Polynomial | None:
    """The r over K with r^2 = x modulo p^index and r(z) = sqrt(z) at each root z of p; None if there is none.

    >>> print(principal_root(Polynomial.of([-4, 1]), 2), principal_root(Polynomial.of([1, -3, 1]), 1))
    1/4 x + 1 None
    """
    r = root_modulo(p)
    if r is None or not all(_is_principal(r, z) for z in complex_roots(p)):
        return None
    return _lifted(r, p, index)


def root_modulo(p: Polynomial) -> Polynomial | None:
    """The r with r^2 = x modulo an irreducible p != x; None if the roots of p are no squares in K[x]/p.

    Algorithm: a root b of a factor g of p(x^2) has b^2 = a with p(a) = 0. If p(x^2) is irreducible,
    [K(b) : K] is 2 deg p, so b is not in K(a). Else deg g = deg p, and g(x) = e(x^2) + x o(x^2) gives
    b = -e(a)/o(a). Of the two signs the one with the principal value at the last root of p is taken.

    >>> print(root_modulo(Polynomial.of([1, -3, 1])), root_modulo(Polynomial.of([-2, 1])))
    x - 1 None
    """
    c = p.coefficients
    doubled = p.of_same([c[i // 2] if i % 2 == 0 else 0 for i in range(2 * len(c) - 1)])
    factors = doubled.factors
    if len(factors) == 1:
        return None
    g = factors[-1][0].coefficients
    even, odd = p.of_same(list(g[::2])), p.of_same(list(g[1::2]))
    r = (-even * (odd % p).gcdex(p)[1]) % p
    if ((r * r - p.of_same([0, 1])) % p).degree >= 0:
        raise InternalError("a square root modulo a polynomial failed its own check.")
    return r if _is_principal(r, complex_roots(p)[-1]) else -r


def _is_principal(r: Polynomial, z: AlgebraicNumber) -> bool:
    """r(z) = sqrt(z), where r(z)^2 = z: its real part is positive, for z < 0 its imaginary part."""
    negative, bits = z.is_real and z < 0, 64
    while True:
        value = enclosed_value(r, z, bits)
        low, high = value.imag if negative else value.real
        if low > 0 or high < 0:
            return low > 0
        bits *= 2


def enclosed_value(r: Polynomial, z: AlgebraicNumber, bits: int) -> Rectangle:
    """A rectangle that contains r(z) and shrinks to it as bits grow."""
    box = z.box(bits)
    if isinstance(r, FieldPolynomial):
        parts = [r.field.rectangle(c, bits) for c in r.coordinates]
    else:
        parts = [Rectangle((c, c), (Fraction(0), Fraction(0))) for c in r.coefficients]
    return reduce(lambda value, c: (value * box + c).rounded(2 * bits), reversed(parts))


def _lifted(r: Polynomial, p: Polynomial, index: int) -> Polynomial:
    """The root modulo p^index that is r modulo p, by Newton's iteration."""
    x, k = p.of_same([0, 1]), 1
    while k < index:
        k = min(2 * k, index)
        modulus = p**k
        r = (r - (r * r - x) * ((r * 2) % modulus).gcdex(modulus)[1]) % modulus
    return r


def primary_square_roots(
    a: ExactMatrix, parts: Sequence[Part], projectors: Sequence[ExactMatrix]
) -> tuple[ExactMatrix, ...]:
    """All square roots that are polynomials in A with coefficients in K.

    Args:
        a: A.
        parts: for each factor p.
        projectors: Pi_p in the same order.

    Returns:
        The sum of +- r_p(A) Pi_p for all choices of signs: 2^m matrices for m factors other than x, each with
        S^2 = A, checked. () if some r_p does not exist.

    Raises:
        BudgetExceededError: there are too many.
    """
    roots = [part.root for part in parts]
    if any(r is None for r in roots):
        return ()
    pieces = [
        r.at_matrix(a) @ pi
        for r, pi in zip(roots, projectors, strict=True)
        if r is not None and r.degree >= 0
    ]
    if len(pieces) > MAX_SIGNS:
        raise BudgetExceededError(
            f"there are 2^{len(pieces)} primary square roots; up to 2^{MAX_SIGNS} are listed."
        )
    found = tuple(
        reduce(lambda x, y: x + y, (m * s for m, s in zip(pieces, signs, strict=True)), a * 0)
        for signs in product((1, -1), repeat=len(pieces))
    )
    if any(s @ s != a for s in found):
        raise InternalError("a square root failed its own check.")
    return found


def some_square_root(a: ExactMatrix, parts: Sequence[Part], form: Callable[[], PrimaryForm]) -> ExactMatrix:
    """An S over K with S^2 = A, checked.

    Raises:
        UndefinedError: there is none; the message says at which factor, and whether there is one over C.

    Algorithm: in the basis of the primary form, block by block: r(C) for a block with a root r;
    [[0, C], [I, 0]] for two equal blocks C; for nilpotent blocks of sizes k and k or k - 1, one chain through
    both by turns.
    """
    reason = obstruction(a, parts)
    if reason:
        raise UndefinedError(reason)
    f = form()
    rows = _Blocks(f, parts).rows()
    s = f.T @ a.with_entries(rows)
    found = f.T.transpose.solve(s.transpose).transpose
    if found @ found != a:
        raise InternalError("a square root failed its own check.")
    return found


def obstruction(a: ExactMatrix, parts: Sequence[Part]) -> str:
    """Why A has no square root over K; "" if it has one."""
    bad = [part for part in parts if not part.has_square_root]
    if not bad:
        return ""
    nilpotent = next((part for part in bad if is_x(part.profile.polynomial)), None)
    if nilpotent is not None:
        sizes = ", ".join(map(str, nilpotent.profile.block_sizes))
        several = "blocks" if len(nilpotent.profile.block_sizes) > 1 else "a block"
        return (
            f"A has no square root, over any field: the eigenvalue 0 has {several} of size {sizes}. "
            "The square of a nilpotent block of size k has blocks of sizes ceil(k/2) and floor(k/2), so from "
            "long to short the sizes would have to form pairs that differ by at most 1, "
            "and a last one without a partner be 1."
        )
    f = bad[0].profile
    field = "Q" if a.field.degree == 1 else str(a.field)
    root = (
        str(-f.polynomial.coefficients[0])
        if f.polynomial.degree == 1
        else f"each root alpha of {f.polynomial}"
    )
    where = field if f.polynomial.degree == 1 else f"{field}(alpha)"
    size = next(k for k in f.block_sizes if f.block_sizes.count(k) % 2)
    return (
        f"A has no square root over {field}: {root} is no square in {where}, and it has an odd number of "
        f"Jordan blocks of size {size}. Over C there is one."
    )


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The square root of the primary form, as rows."""

    form: PrimaryForm
    parts: Sequence[Part]

    def rows(self) -> list[list[Any]]:
        f = self.form.F
        n = f.order
        entries = f.tolist()
        rows: list[list[Any]] = [[0] * n for _ in range(n)]
        for part in self.parts:
            p = part.profile.polynomial
            places = self._places(p)
            if part.root is not None:
                for start, k in places:
                    self._fill(rows, start, part.root, start + k * p.degree, entries)
            elif is_x(p):
                sizes = [*places, (0, 0)] if len(places) % 2 else places
                for (first, _), (second, short) in zip(sizes[::2], sizes[1::2], strict=True):
                    _through_both(rows, first, second, short, _size_at(places, first))
            else:
                for (first, k), (second, _) in _equal_pairs(places):
                    d = k * p.degree
                    for i in range(d):
                        rows[second + i][first + i] = 1
                        for j in range(d):
                            rows[first + i][second + j] = entries[first + i][first + j]
        return rows

    def _places(self, p: Polynomial) -> list[tuple[int, int]]:
        """(first index, k) of the blocks of p, from long to short."""
        found, at = [], 0
        for q, k in self.form.elementary_divisors:
            if q == p:
                found.append((at, k))
            at += q.degree * k
        return found

    def _fill(
        self, rows: list[list[Any]], start: int, r: Polynomial, end: int, entries: list[list[Any]]
    ) -> None:
        block = self.form.F.with_entries([row[start:end] for row in entries[start:end]])
        for i, row in enumerate(r.at_matrix(block).tolist()):
            rows[start + i][start:end] = row


def _size_at(places: list[tuple[int, int]], start: int) -> int:
    return next(k for at, k in places if at == start)


def _through_both(rows: list[list[Any]], first: int, second: int, short: int, long: int) -> None:
    """u_1 -> w_1 -> u_2 -> w_2 ..: its square has the chains u_1 -> u_2 .. and w_1 -> w_2 .."""
    for i in range(short):
        rows[second + i][first + i] = 1
        if i + 1 < long:
            rows[first + i + 1][second + i] = 1


def _equal_pairs(places: list[tuple[int, int]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Blocks of the same size, two by two."""
    return list(zip(places[::2], places[1::2], strict=True))
