"""One root of an irreducible polynomial: isolation, sameness, refinement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from symspec.algebra.backend import Backend
from symspec.algebra.enclosure import Interval, Rectangle
from symspec.algebra.numbers.discs import binary_exponent, newton_step, roots_in_disc
from symspec.algebra.polynomial import Polynomial

START_BITS = 64
Enclosing = Callable[[int], Rectangle]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class IsolatedRoot:
    """The only root of an irreducible polynomial in a rectangle.

    Invariant: the disc about the rectangle's centre with radius `guard` = 2 (half width + half height)
    contains no other root; the rectangle is a segment of the real axis if the root is real, else it misses
    that axis; for degree 1 it is a point, and only then.
    """

    minpoly: Polynomial
    enclosure: Rectangle

    @property
    def guard(self) -> Fraction:
        """The radius of a disc about the centre that contains this root and no other."""
        return 2 * self.enclosure.radius

    @property
    def degree(self) -> int:
        """The degree over Q."""
        return self.minpoly.degree

    @property
    def ops(self) -> Backend:
        """The arithmetic of the minimal polynomial."""
        return self.minpoly._ops

    @property
    def is_real(self) -> bool:
        """The imaginary part is 0."""
        return self.enclosure.is_real

    @property
    def rough(self) -> Rectangle:
        """A rectangle around the root, as good as it is at hand."""
        return self.enclosure

    @property
    def modulus_of(self) -> IsolatedRoot | None:
        """The z for which this was given as |z|, without a minimal polynomial; see numbers.location."""
        return None

    def box(self, bits: int) -> Rectangle:
        """A rectangle around the root whose sides are at most 2^-bits long."""
        return refined_root(self, bits).enclosure

    def sharper(self, bits: int) -> IsolatedRoot:
        """The same root, prepared for boxes of that size."""
        return refined_root(self, bits)

    def protects(self, box: Rectangle) -> bool:
        """The rectangle lies in the disc that contains no other root."""
        return _distance(self.enclosure.centre, box.centre) + box.radius <= self.guard


def _distance(a: tuple[Fraction, Fraction], b: tuple[Fraction, Fraction]) -> Fraction:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


# -- which root ------------------------------------------------------------------------------


def same_root(a: IsolatedRoot, b: IsolatedRoot) -> bool:
    """Whether two roots are equal.

    Algorithm: not if their rectangles are apart. With one minimal polynomial f, refine b until its rectangle
    misses that of a (then they differ), or lies in the disc of a that contains one root of f only (then they
    are equal). One of the two happens, since the rectangle shrinks to a point that is a's root, well inside
    the disc, or not in it.
    """
    if not a.rough.meets(b.rough) or a.minpoly != b.minpoly:
        return False
    bits = START_BITS
    while a.enclosure != b.enclosure:
        if not a.enclosure.meets(b.enclosure):
            return False
        if a.protects(b.enclosure):
            return True
        b, bits = refined_root(b, bits), 2 * bits
    return True


def enclosed_root(candidates: Sequence[Polynomial], enclosing: Enclosing) -> IsolatedRoot:
    """The number that enclosing(bits) contains for every bits, shrinking, a root of one candidate only.

    Args:
        candidates: distinct irreducible polynomials.
        enclosing: rectangles that shrink to the number as bits grow.

    Algorithm: at doubling precision drop the candidates that have no root near the rectangle; when one is
    left and has one root there, that root is the number. Nothing is taken for zero because it looks small.
    """
    left, bits = tuple(candidates), START_BITS
    while True:
        box = enclosing(bits)
        found = [(p, *_near(p, box, bits)) for p in left]
        left = tuple(p for p, count, _ in found if count != 0)
        certain = [IsolatedRoot(p, around) for p, count, around in found if count == 1]
        if len(left) == len(certain) == 1:
            return certain[0]
        bits *= 2


def _near(p: Polynomial, box: Rectangle, bits: int) -> tuple[int | None, Rectangle]:
    """(0, 1 or None for: cannot tell) roots near the box; the box, put on the real axis if it meets it."""
    if p.degree == 1:
        return int(_only_point(p).meets(box)), _only_point(p)
    (low, high), (below, above) = box.real, box.imag
    if low == high:
        low, high = low - Fraction(1, 1 << bits), high + Fraction(1, 1 << bits)
    if not below <= 0 <= above:
        around, reach = Rectangle((low, high), box.imag), Fraction(0)
    else:  # a disc about a real point with one root has a real one: the conjugate lies in it too
        around, reach = Rectangle((low, high), (Fraction(0), Fraction(0))), max(-below, above)
    return roots_in_disc(p.primitive, around.centre, 2 * (around.radius + reach)), around


def _only_point(p: Polynomial) -> Rectangle:
    value = -p.coefficients[0] / p.coefficients[1]
    return Rectangle((value, value), (Fraction(0), Fraction(0)))


def separated_roots(p: Polynomial) -> list[IsolatedRoot]:
    """The roots of an irreducible p, in no particular order."""
    if p.degree == 1:
        return [IsolatedRoot(p, _only_point(p))]
    if p.degree == 2:
        return [IsolatedRoot(p, box) for box in _quadratic_boxes(p)]
    bits = START_BITS
    while True:
        boxes = [_with_sides(b, bits) for b in p.isolated_roots(bits)]
        clear = all(b.is_real or not b.imag[0] <= 0 <= b.imag[1] for b in boxes)
        if clear and _far_apart(boxes):
            return [IsolatedRoot(p, b) for b in boxes]
        bits *= 2


def _quadratic_boxes(p: Polynomial) -> tuple[Rectangle, Rectangle]:
    """Rectangles around (-b + sqrt(D))/2a and (-b - sqrt(D))/2a, D = b^2 - 4ac no square.

    Their sides are at most 2^-START_BITS, and as sqrt(|D|)/a >= 1/a, their distance is far more than that.
    """
    c, b, a = p.primitive
    d, bits = b * b - 4 * a * c, START_BITS + a.bit_length()
    s, half = isqrt(abs(d) << 2 * bits), 2 * a << bits  # sqrt(|D|)/2a is between s/half and (s + 1)/half
    middle = Fraction(-b, 2 * a)
    low, high = Fraction(s, half), Fraction(s + 1, half)
    if d > 0:
        flat = (Fraction(0), Fraction(0))
        return Rectangle((middle + low, middle + high), flat), Rectangle((middle - high, middle - low), flat)
    straight = (middle, middle)
    return Rectangle(straight, (low, high)), Rectangle(straight, (-high, -low))


def protected_root(p: Polynomial, box: Rectangle, boxes: Sequence[Rectangle]) -> IsolatedRoot | None:
    """The root of an irreducible p in one of the boxes around its roots; None if another is too near."""
    if p.degree == 1:
        return IsolatedRoot(p, _only_point(p))
    found = IsolatedRoot(p, _with_sides(box, START_BITS))
    wide = _square_around(found.enclosure)
    clear = box.is_real or not box.imag[0] <= 0 <= box.imag[1]
    return found if clear and not any(wide.meets(other) for other in boxes if other is not box) else None


def _with_sides(box: Rectangle, bits: int) -> Rectangle:
    by = Fraction(1, 1 << bits) if box.is_point else Fraction(0)
    return Rectangle((box.real[0] - by, box.real[1] + by), box.imag)


def _far_apart(boxes: list[Rectangle]) -> bool:
    """No two of the discs with radius twice the rectangle's meet."""
    if len(boxes) == 1:
        return True
    wide = sorted((_square_around(b) for b in boxes), key=lambda b: b.real)
    for i, a in enumerate(wide):
        for b in wide[i + 1 :]:
            if b.real[0] > a.real[1]:
                break
            if a.meets(b):
                return False
    return True


def _square_around(box: Rectangle) -> Rectangle:
    """A rectangle that contains the disc about the centre with radius 2 (half width + half height)."""
    (left, right), (low, high) = box.real, box.imag
    r = right - left + high - low
    return Rectangle((left - r, right + r), (low - r, high + r))


# -- refinement ------------------------------------------------------------------------------


def refined_root(root: IsolatedRoot, bits: int) -> IsolatedRoot:
    """The same root in a rectangle whose sides are at most 2^-bits long."""
    box, target = root.enclosure, Fraction(1, 1 << bits)
    if root.degree == 1 or max(box.real[1] - box.real[0], box.imag[1] - box.imag[0]) <= target:
        return root
    found = _newton(root, bits)
    return IsolatedRoot(root.minpoly, found if found is not None else _isolated_again(root, bits))


def _newton(root: IsolatedRoot, bits: int) -> Rectangle | None:
    """Newton's iteration from the centre, with a disc around a root at each step; None if it fails."""
    c, centre = root.minpoly.primitive, root.enclosure.centre
    known = 1 - binary_exponent(root.enclosure.radius)
    scale = max(known, 0) + 8
    x, y = round(centre[0] * (1 << scale)), round(centre[1] * (1 << scale))
    last: int | None = None
    while True:
        step = newton_step(c, x, y, scale)
        if step is None:
            return None
        dx, dy, r, fine = step
        size = fine - r.bit_length()  # the root is within 2^-size
        if size >= bits + 2:
            box = _square(x << fine - scale, y << fine - scale, r, fine, flat=root.enclosure.is_real)
            safe = _distance(centre, box.centre) + 2 * box.radius <= root.guard
            return box if safe else None
        if last is not None and size <= last + 1:
            return None
        new = min(2 * max(size, 4), bits + 4) + 8
        x, y = _at_scale((x << fine - scale) - dx, fine, new), _at_scale((y << fine - scale) - dy, fine, new)
        last, scale = size, new


def _square(x: int, y: int, r: int, scale: int, *, flat: bool) -> Rectangle:
    def interval(middle: int, half: int) -> Interval:
        return (Fraction(middle - half, 1 << scale), Fraction(middle + half, 1 << scale))

    return Rectangle(interval(x, r), interval(y, 0 if flat else r))


def _at_scale(value: int, old: int, new: int) -> int:
    return value << new - old if new >= old else (value >> old - new - 1) + 1 >> 1


def _isolated_again(root: IsolatedRoot, bits: int) -> Rectangle:
    """The slow and sure way: all roots, until one meets the rectangle and fits in its disc."""
    target, precision = Fraction(1, 1 << bits), bits + START_BITS
    while True:
        boxes = root.minpoly.isolated_roots(precision)
        near = [b for b in boxes if b.meets(root.enclosure) and b.is_real == root.enclosure.is_real]
        if len(near) == 1 and not near[0].is_point:
            box = near[0]
            small = max(box.real[1] - box.real[0], box.imag[1] - box.imag[0]) <= target
            if small and _distance(root.enclosure.centre, box.centre) + 2 * box.radius <= root.guard:
                return box
        precision *= 2
