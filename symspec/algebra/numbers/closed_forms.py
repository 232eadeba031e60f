"""The short form of an algebraic number: a surd, a rational radical times a root of unity, or a name."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import isqrt
from typing import Any

from symspec.algebra.enclosure import Interval
from symspec.algebra.numbers.isolation import START_BITS, IsolatedRoot, same_root, separated_roots
from symspec.algebra.numbers.quadratic import conjugate, scaled_root, surd
from symspec.algebra.numbers.roots import units_below_half, upper_roots
from symspec.errors import InternalError
from symspec.notation.algebraic_text import ClosedForm, NamedModulus, NamedRoot, Polar, Surd

SIGNIFICANT = 5
_TRIAL_LIMIT = 1000
_SETTLING = 4


def closed_form(a: IsolatedRoot) -> ClosedForm:
    """u + v sqrt(d) for degree <= 2, c^(1/n) exp(pi i t) for x^n - c and roots of 1, else a named root.

    A modulus that is known without its minimal polynomial keeps the name |z|.
    """
    if a.modulus_of is not None:
        return _as_named_modulus(a, a.modulus_of)
    return radical_form(a) or _as_named_root(a)


def radical_form(a: IsolatedRoot) -> Surd | Polar | None:
    """The form of a that needs no name, if there is one."""
    if a.modulus_of is not None:
        return None
    if a.degree == 1:
        return Surd(a.enclosure.real[0], Fraction(0), 1)
    if a.degree == 2:
        return _as_surd(a)
    turn = _turn_of_root_of_unity(a)
    if turn is not None:
        return Polar(Fraction(1), 1, turn)
    return _as_pure_root(a)


# -- surds -----------------------------------------------------------------------------------


def _as_surd(a: IsolatedRoot) -> Surd:
    u, v, square = surd(a)
    factor, d = square_factor(abs(square.numerator * square.denominator))
    return Surd(u, v * Fraction(factor, square.denominator), d if square > 0 else -d)


def square_factor(n: int) -> tuple[int, int]:
    """(s, d) with n = s^2 d for n > 0, without squares of primes below 1000 in d.

    >>> square_factor(360)
    (6, 10)
    """
    s, d = 1, n
    for p in _small_primes():
        while d % (p * p) == 0:
            s, d = s * p, d // (p * p)
        if p * p > d:
            break
    root = isqrt(d)
    return (s * root, 1) if root * root == d else (s, d)


@cache
def _small_primes() -> tuple[int, ...]:
    return tuple(p for p in range(2, _TRIAL_LIMIT) if all(p % q for q in range(2, isqrt(p) + 1)))


# -- roots of unity and of rational numbers --------------------------------------------------


def _turn_of_root_of_unity(a: IsolatedRoot) -> Fraction | None:
    """The t in (-1, 1] with a = exp(pi i t), if there is one."""
    m = a.minpoly.cyclotomic_order
    return _turn(a, [Fraction(2 * k, m) for k in units_below_half(m)]) if m else None


def _as_pure_root(a: IsolatedRoot) -> Polar | None:
    c, *middle, _ = a.minpoly.coefficients
    if any(middle):
        return None
    n, start = a.degree, int(c > 0)
    turns = [Fraction(2 * k + start, n) for k in range(n // 2 + 1) if 2 * k + start <= n]
    return Polar(abs(c), n, _turn(a, turns))


def _turn(a: IsolatedRoot, turns: list[Fraction]) -> Fraction:
    """The argument of a over pi, for the arguments of the roots above the axis in ascending order."""
    lower = a.enclosure.imag[0] < 0
    above = conjugate(a) if lower else a
    found = next(t for z, t in zip(upper_roots(a.minpoly), turns, strict=True) if same_root(z, above))
    return -found if lower else found


# -- named roots -----------------------------------------------------------------------------


def _as_named_root(a: IsolatedRoot) -> NamedRoot:
    """With the decimals that tell it from the other roots of its polynomial, at least five significant."""
    places = _places(a)
    every = separated_roots(a.minpoly)
    while True:
        near = [_rounded(z, places) for z in every]
        mine = _rounded(a, places)
        if near.count(mine) == 1:
            return NamedRoot(a.minpoly.primitive, *mine, places)
        places += SIGNIFICANT


def _as_named_modulus(a: IsolatedRoot, z: IsolatedRoot) -> NamedModulus:
    form, places = closed_form(z), _places(a)
    if isinstance(form, NamedModulus):
        raise InternalError("a modulus of a modulus was not taken for one.")
    return NamedModulus(form, _rounded(a, places)[0], places)


def _places(a: IsolatedRoot) -> int:
    bits = START_BITS
    while a.box(bits).modulus_squared[0] == 0:
        bits *= 2
    square, places = a.box(bits).modulus_squared[0], 0
    while square * 100**places < 100 ** (SIGNIFICANT - 1):
        places += 1
    return places


def _rounded(a: IsolatedRoot, places: int) -> tuple[Fraction, Fraction]:
    """The parts to so many decimals."""
    bits = START_BITS + 4 * places
    for _ in range(_SETTLING):
        box = a.box(bits)
        if all(_round(x[0], places) == _round(x[1], places) for x in (box.real, box.imag)):
            break
        bits *= 2  # a part like 1/8 stays between two decimals for ever: either is within half a unit
    return _round(box.real[1], places), _round(box.imag[1], places)


def _round(x: Fraction, places: int) -> Fraction:
    return Fraction(round(x * 10**places), 10**places)


# -- SymPy -----------------------------------------------------------------------------------


def sympy_form(a: IsolatedRoot) -> Any:
    """The SymPy expression: radicals where closed_form has them, else CRootOf."""
    import sympy

    if a.modulus_of is not None:
        return sympy.Abs(sympy_form(a.modulus_of))
    form = closed_form(a)
    if isinstance(form, Surd):
        return _sympy_rational(form.u) + _sympy_rational(form.v) * sympy.sqrt(form.d)
    if isinstance(form, Polar):
        root = _sympy_rational(form.c) ** sympy.Rational(1, form.n)
        return root * sympy.exp(sympy.I * sympy.pi * _sympy_rational(form.turn))
    p = sympy.Poly(list(reversed(a.minpoly.primitive)), sympy.Symbol("x"))
    return sympy.CRootOf(p, _sympy_index(a, p), radicals=False)


def _sympy_rational(q: Fraction) -> Any:
    from sympy import Rational

    return Rational(q.numerator, q.denominator)


def _sympy_index(a: IsolatedRoot, p: Any) -> int:
    """SymPy's number of the root: the real ones come first, ascending, the others in no simple order.

    SymPy isolates real roots of high degree in a minute where the coefficients are long; it is not asked.
    """
    real = sorted((b for b in separated_roots(a.minpoly) if b.is_real), key=lambda b: b.enclosure.real)
    if not a.is_real:
        return _among_others(a, p, len(real))
    return next(i for i, b in enumerate(real) if same_root(b, a))


def _among_others(a: IsolatedRoot, p: Any, first: int) -> int:
    """The number of a root that is not real, where those have the numbers from `first` on.

    Algorithm: a lies in exactly one of SymPy's isolating rectangles; refine both sides until one is left.
    """
    from sympy import CRootOf

    # SymPy takes a common factor out: the roots of x^4 - 20 x^2 + 80 are 2 CRootOf(x^4 - 5 x^2 + 5, i).
    parts = {i: CRootOf(p, i, radicals=False).as_coeff_Mul() for i in range(first, a.degree)}
    a = scaled_root(a, 1 / fraction_of(parts[first][0]))
    left: dict[int, Any] = {i: root._get_interval() for i, (_, root) in parts.items()}
    bits = START_BITS
    while True:
        box = a.box(bits)
        left = {i: x for i, x in left.items() if meets(x, box.real, box.imag)}
        if len(left) == 1:
            return min(left)
        left, bits = {i: x.refine() for i, x in left.items()}, bits + 2


def meets(interval: Any, real: Interval, imag: Interval) -> bool:
    """Whether SymPy's interval (a, b) or rectangle (ax, bx) x (ay, by) meets ours."""
    if not hasattr(interval, "ax"):
        return fraction_of(interval.a) <= real[1] and real[0] <= fraction_of(interval.b)
    x, y = (interval.ax, interval.bx), sorted((interval.ay, interval.by))
    return all(fraction_of(p[0]) <= q[1] and q[0] <= fraction_of(p[1]) for p, q in ((x, real), (y, imag)))


def fraction_of(q: Any) -> Fraction:
    """A rational number of SymPy's domains or of FLINT."""
    return Fraction(int(q.numerator), int(q.denominator))
