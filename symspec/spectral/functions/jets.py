"""The Taylor coefficients of a composite function at an eigenvalue; poles that cancel are no poles."""

from __future__ import annotations

from dataclasses import dataclass

from symspec.algebra.fields.reader import FieldReader
from symspec.algebra.fields.tower import Coordinates
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.errors import UndecidedError, UndefinedError
from symspec.spectral.functions.expansion import BranchPoint, Place
from symspec.spectral.functions.reading import Composite, Function
from symspec.spectral.functions.series import PrecisionLost, Series, SeriesArithmetic
from symspec.spectral.functions.values import Value, Values

# Powers of t beyond what is asked for, that may cancel: at first, and at most.
FIRST_GUARD, MAX_GUARD = 2, 64
MAX_RAMIFICATION = 24
# Of these f(alpha) for one root alpha of an irreducible polynomial says what f is at the others.
ENTIRE = frozenset(("", "sum", "product", "quotient", "exp", "sin", "cos", "sinh", "cosh"))


@dataclass(frozen=True, slots=True)
class Jet:
    """f(alpha), f'(alpha), f''(alpha)/2, ..

    Attributes:
        values: the arithmetic, with the field that was needed.
        coefficients: as many as were asked for.
    """

    values: Values
    coefficients: tuple[Value, ...]

    @property
    def algebraic(self) -> tuple[Coordinates, ...] | None:
        """The coefficients in the field of `values`; None if one is not known to be algebraic."""
        found = [self.values.algebraic(v) for v in self.coefficients]
        known = tuple(c for c in found if c is not None)
        return known if len(known) == len(found) else None

    @property
    def numbers(self) -> tuple[AlgebraicNumber, ...] | None:
        """The same as complex numbers."""
        return None if self.algebraic is None else tuple(map(self.values.number, self.algebraic))

    @property
    def is_transcendental(self) -> bool:
        """Some coefficient is known to be transcendental."""
        return any(map(self.values.is_transcendental, self.coefficients))


def jet(f: Function | Composite, numbers: FieldReader, alpha: Coordinates, length: int) -> Jet:
    """The first coefficients of f(alpha + h) = sum f^(j)(alpha)/j! h^j.

    Args:
        f: a function with coefficients in the field of `numbers`.
        numbers: a field that holds alpha; it grows.
        alpha: a point.
        length: how many.

    Returns:
        Those of the series of f, in which poles and zeros that cancel have cancelled: sin(x)/x is 1 at 0.

    Raises:
        UndefinedError: f has a pole or a branch point at alpha, or alpha lies on a cut.
        UndecidedError: whether a value is 0 was not decided, or a value has no closed form.

    Algorithm: Laurent series in t with alpha + t in the place of x, or alpha + t^q at a branch point, with
    more terms until enough are left after all divisions.

    >>> from symspec.algebra.matrix import ExactMatrix
    >>> from symspec.spectral.functions.reading import function_of_text
    >>> a = ExactMatrix.from_integers([[0]])
    >>> f = function_of_text("(exp(x) - 1)/x", a).function
    >>> jet(f, FieldReader(a.field), (), 3).algebraic
    ((Fraction(1, 1),), (Fraction(1, 2),), (Fraction(1, 6),))
    """
    values, q, guard = Values(numbers), 1, FIRST_GUARD
    while True:
        place = Place(values, SeriesArithmetic(values), alpha, q, q * length + guard, length == 1)
        try:
            series = place.at(f)
            if series.end > q * (length - 1):
                return Jet(values, _taylor(place, series, length))
        except PrecisionLost as lost:
            if guard >= MAX_GUARD and lost.numerator_is_known:
                raise UndefinedError("a denominator vanishes") from None
        except BranchPoint as branch:
            if q * branch.q > MAX_RAMIFICATION:
                raise UndecidedError("the roots in the function have too large an index.") from None
            q *= branch.q
            continue
        if guard >= MAX_GUARD:
            raise UndecidedError(f"0/0 was not resolved with {MAX_GUARD} terms of the series.")
        guard = min(4 * guard, MAX_GUARD)


def _taylor(place: Place, series: Series, length: int) -> tuple[Value, ...]:
    led = place.arithmetic.led(series) if series.start < 0 else series
    if led.start < 0:
        raise UndefinedError("a denominator vanishes")
    fractional = (k for k in range(max(led.start, 1), led.end) if k % place.q)
    if length > 1 and any(not place.values.is_zero(led.at(k)) for k in fractional):
        raise UndefinedError("it has a branch point")
    return tuple(led.at(place.q * j) for j in range(length))
