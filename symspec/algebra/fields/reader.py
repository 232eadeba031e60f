"""From the syntax tree of an entry to a number of a field that grows as entries need it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from math import isqrt, prod

from symspec.algebra.backend import Backend
from symspec.algebra.fields.adjoin import MAX_DEGREE, MAX_NORM_DEGREE, Relation, adjoined
from symspec.algebra.fields.angles import angle_over_pi, exponent_over_pi_i
from symspec.algebra.fields.integers import exponent_content, integer_root_of, power_factor, require_totient
from symspec.algebra.fields.labels import element_text
from symspec.algebra.fields.named_roots import named_root
from symspec.algebra.fields.tower import (
    ONE,
    ZERO,
    Coordinates,
    NumberField,
    added,
    rationals,
    scaled,
    trimmed,
)
from symspec.algebra.numbers.algebraic import (
    AlgebraicNumber,
    cos_of,
    nth_root,
    root_of_unity,
)
from symspec.algebra.numbers.closed_forms import closed_form, square_factor
from symspec.errors import InputError, UndecidedError, UnsupportedFieldError
from symspec.notation.algebraic_text import NamedRoot, Surd
from symspec.syntax.limits import MATRIX
from symspec.syntax.rational import letter_error, shortened
from symspec.syntax.tree import Call, Name, Neg, Node, Number, Power, Product, Quotient, Sum

IMAGINARY = frozenset("ijI")


@lru_cache(maxsize=256)
def _square_root(r: int) -> AlgebraicNumber:
    return nth_root(r, 2)


@dataclass(slots=True)
class FieldReader:
    """Reads entries one after the other; `tower` is the field that they generate so far.

    Coordinates of earlier entries stay valid: a larger field appends zeros.
    """

    tower: NumberField
    radicands: list[tuple[int, Coordinates]] = field(default_factory=list)  # (squarefree r, sqrt(r))
    known: dict[object, Coordinates] = field(default_factory=dict)

    @classmethod
    def over(cls, ops: Backend) -> FieldReader:
        """A reader that starts from Q."""
        return cls(rationals(ops))

    def value(self, node: Node, place: str) -> Coordinates:
        """The value of an expression.

        Raises:
            InputError: a letter without a value, a division by zero, or no number at all.
            UnsupportedFieldError: the field has become too large.
        """
        try:
            return self._value(node, node, place)
        except UndecidedError as error:
            raise UnsupportedFieldError(f"{shortened(node)} in {place}: {error}") from None

    def _value(self, node: Node, entry: Node, place: str) -> Coordinates:
        match node:
            case Number(value):
                return trimmed([Fraction(value)])
            case Neg(operand):
                return scaled(self._value(operand, entry, place), Fraction(-1))
            case Sum(terms):
                total = ZERO
                for term in terms:
                    total = added(total, self._value(term, entry, place))
                return total
            case Product(factors):
                total = ONE
                for factor in factors:
                    total = self._times(total, self._value(factor, entry, place))
                return total
            case Quotient(first, second):
                above, below = (self._value(x, entry, place) for x in (first, second))
                return self._times(above, self._inverse(below, entry, place))
            case Power() | Call():
                if node not in self.known:
                    self.known[node] = self._composite(node, entry, place)
                return self.known[node]
            case Name(name) if name in IMAGINARY:
                return self.imaginary_unit()
            case Name("GoldenRatio"):
                return scaled(added(ONE, self.square_root_of_rational(Fraction(5))), Fraction(1, 2))
            case Name(name):
                raise letter_error(name, entry, place)
        raise InputError(f'"{shortened(entry)}" in {place} is not a single number.')

    def _composite(self, node: Power | Call, entry: Node, place: str) -> Coordinates:
        if isinstance(node, Power):
            return self._power(node.base, node.exponent, entry, place)
        return self._call(node.function, node.arguments, entry, place)

    def _times(self, a: Coordinates, b: Coordinates) -> Coordinates:
        # a method, so that both factors are known before the tower is asked: reading one may enlarge it
        return self.tower.product(a, b)

    def _inverse(self, a: Coordinates, entry: Node, place: str) -> Coordinates:
        if not a:
            raise InputError(f'"{shortened(entry)}" in {place} divides by zero.')
        return self.tower.inverse(a)

    # -- functions --

    def _call(self, function: str, arguments: tuple[Node, ...], entry: Node, place: str) -> Coordinates:
        match function, arguments:
            case "sqrt", (x,):
                return self.root(self._value(x, entry, place), 2)
            case "cbrt", (x,):
                return self.root(self._value(x, entry, place), 3)
            case "root", (x, index):
                return self.root(self._value(x, entry, place), self._index(index, entry, place))
            case "abs", (x,):
                return self.modulus(self._value(x, entry, place))
            case "re", (x,):
                a = self._value(x, entry, place)
                return scaled(added(a, self.conjugate(a)), Fraction(1, 2))
            case "im", (x,):
                return self.imaginary_part(self._value(x, entry, place))
            case "conj", (x,):
                return self.conjugate(self._value(x, entry, place))
            case "CRootOf", (p, index):
                alpha, written = named_root(p, index, entry, place, self.tower.ops)
                return self.adjoin(alpha, name=written)
            case "exp", (x,):
                return self._exponential(x, entry, place)
            case (("cos" | "sin" | "tan" | "cot"), (x,)):
                return self._circular(function, angle_over_pi(x, entry, place), entry, place)
        raise InputError(
            f'"{shortened(entry)}" in {place} is not an algebraic number that symspec reads. '
            "Write it with sqrt, root, powers, cos(.. pi), exp(.. pi i) or CRootOf."
        )

    def _index(self, node: Node, entry: Node, place: str) -> int:
        found = self._value(node, entry, place)
        if len(found) != 1 or found[0].denominator != 1 or found[0] < 1:
            raise InputError(
                f'"{shortened(entry)}" in {place} asks for a root whose index is no integer >= 1.'
            )
        return int(found[0])

    def _exponential(self, x: Node, entry: Node, place: str) -> Coordinates:
        return self.root_of_unity(exponent_over_pi_i(x, entry, place) / 2)

    def _circular(self, function: str, q: Fraction, entry: Node, place: str) -> Coordinates:
        if function in ("cos", "sin"):
            return self.cosine(q if function == "cos" else Fraction(1, 2) - q)
        cosine, sine = self.cosine(q), self.cosine(Fraction(1, 2) - q)
        above, below = (sine, cosine) if function == "tan" else (cosine, sine)
        return self._times(above, self._inverse(below, entry, place))

    def _power(self, base: Node, exponent: Node, entry: Node, place: str) -> Coordinates:
        if base == Name("e"):
            return self._exponential(exponent, entry, place)
        found = self._value(exponent, entry, place)
        if len(found) > 1:
            raise InputError(
                f'"{shortened(entry)}" in {place} has an irrational exponent, so it is not algebraic '
                "in general. Write a rational exponent."
            )
        q = found[0] if found else Fraction(0)
        value = self._value(base, entry, place)
        if len(value) <= 1 and q.denominator == 1:
            size = max((x.numerator.bit_length() + x.denominator.bit_length() for x in value), default=0)
        else:
            size = 8 + max((x.numerator.bit_length() + x.denominator.bit_length() for x in value), default=0)
        if size * abs(q.numerator) > MATRIX.bits and value not in (ZERO, ONE, (Fraction(-1),)):
            raise InputError(f'"{shortened(entry)}" in {place} has too many digits.')
        rooted = self.root(value, q.denominator)
        if q < 0:
            rooted = self._inverse(rooted, entry, place)
        if rooted in (ONE, (Fraction(-1),)):
            return ONE if q.numerator % 2 == 0 else rooted
        return self.tower.power(rooted, abs(q.numerator)) if rooted or not q else ZERO

    # -- numbers --

    def adjoin(
        self, alpha: AlgebraicNumber, relation: Relation | None = None, *, name: str = ""
    ) -> Coordinates:
        """The number in the field, which grows if need be."""
        if alpha.is_rational:
            return trimmed([alpha.rational])
        if alpha in self.known:
            return self.known[alpha]
        if alpha.degree == 2 and isinstance(form := closed_form(alpha), Surd):
            root = self.square_root_of_rational(Fraction(form.d))
            return added(trimmed([form.u]), scaled(root, form.v))
        shorter = relation if relation is not None and len(relation) <= alpha.degree else None
        self.tower, found = adjoined(self.tower, alpha, shorter, name=name)
        self.known[alpha] = found
        return found

    def imaginary_unit(self) -> Coordinates:
        """i."""
        return self.square_root_of_rational(Fraction(-1))

    def square_root_of_rational(self, q: Fraction) -> Coordinates:
        """The principal sqrt(q), by the square roots of squarefree integers that are known already."""
        if not q:
            return ZERO
        outer, r = square_factor(abs(q.numerator * q.denominator))
        factor, r = Fraction(outer, q.denominator), r if q > 0 else -r
        if r == 1:
            return (factor,)
        known = self._dependence(r)
        if known is None and r < -1 and self._dependence(-1) is not None:
            known = self._times(self.imaginary_unit(), self.square_root_of_rational(Fraction(-r)))
        if known is None:
            self.tower, known = adjoined(self.tower, _square_root(r))
            self.radicands.append((r, known))
        return scaled(known, factor)

    def _dependence(self, r: int) -> Coordinates | None:
        """sqrt(r) as a rational multiple of a product of known square roots.

        If r prod s = m^2, N of the s negative, then sqrt(r) = i^([r < 0] - N) m prod sqrt(s) / prod |s|.
        """
        for s, root in self.radicands:
            if s == r:
                return root
        for chosen in range(1, 1 << len(self.radicands)):
            subset = [x for i, x in enumerate(self.radicands) if chosen >> i & 1]
            square = r * prod(s for s, _ in subset)
            if square > 0 and isqrt(square) ** 2 == square:
                value = ONE
                for _, root in subset:
                    value = self._times(value, root)
                turns = (r < 0) - sum(s < 0 for s, _ in subset)
                size = Fraction(isqrt(square), prod(abs(s) for s, _ in subset))
                return scaled(value, -size if turns % 4 else size)
        return None

    def root(self, a: Coordinates, n: int) -> Coordinates:
        """The principal n-th root."""
        if n == 1 or not a or a == ONE:
            return a
        key = ("root", a, n)
        if key not in self.known:
            self.known[key] = self._new_root(a, n)
        return self.known[key]

    def _new_root(self, a: Coordinates, n: int) -> Coordinates:
        if n > MAX_NORM_DEGREE:
            raise UnsupportedFieldError(
                f"a root of index {n} is asked for; fields of degree at most {MAX_DEGREE} are computed in."
            )
        if len(a) == 1:
            return self._root_of_rational(a[0], n)
        if n % 2 == 0 and n > 2:
            return self.root(self.root(a, 2), n // 2)
        alpha = nth_root(self.tower.number(a), n)
        written = element_text(self.tower, a)
        name = f"sqrt({written})" if n == 2 else f"root({written}, {n})"
        short = not isinstance(closed_form(alpha), NamedRoot)
        return self.adjoin(alpha, (a, *[ZERO] * (n - 1)), name="" if short else name)

    def _root_of_rational(self, q: Fraction, n: int) -> Coordinates:
        if n == 2:
            return self.square_root_of_rational(q)
        if q < 0:
            return self._times(self.root_of_unity(Fraction(1, 2 * n)), self.root((-q,), n))
        outer, inner = power_factor(q.numerator * q.denominator ** (n - 1), n)
        common = exponent_content(inner, n)
        inner, index = integer_root_of(inner, common), n // common
        factor = Fraction(outer, q.denominator)
        if inner == 1:
            return (factor,)
        if index == 2:
            return scaled(self.square_root_of_rational(Fraction(inner)), factor)
        key = ("root", (Fraction(inner),), index)
        if key not in self.known:
            self.known[key] = self.adjoin(nth_root(inner, index), ((Fraction(inner),), *[ZERO] * (index - 1)))
        return scaled(self.known[key], factor)

    # -- roots of unity --

    def root_of_unity(self, turn: Fraction) -> Coordinates:
        """exp(2 pi i turn)."""
        m, k = turn.denominator, turn.numerator % turn.denominator
        if m <= 2:
            return (Fraction(1 - 2 * k),)
        if m in (3, 4, 6):
            real = scaled(ONE, Fraction({3: -1, 4: 0, 6: 1}[m], 2)) if m != 4 else ZERO
            sign = 1 if 2 * k < m else -1
            surd = self.square_root_of_rational(Fraction(-3 if m != 4 else -1))
            return added(real, scaled(surd, Fraction(sign, 2 if m != 4 else 1)))
        if m % 4 == 2:  # exp(2 pi i k/m) = -exp(2 pi i (k + m/2)/m), of odd order m/2
            return scaled(self.root_of_unity(turn + Fraction(1, 2)), Fraction(-1))
        z = self._primitive_root_of_unity(m)
        return self.tower.power(z, k)

    def _primitive_root_of_unity(self, m: int) -> Coordinates:
        for key, z in list(self.known.items()):
            if isinstance(key, tuple) and key[0] == "unity" and key[1] % m == 0:
                return self.tower.power(z, key[1] // m)
        require_totient(m, 1)
        self.known["unity", m] = self.adjoin(root_of_unity(m, name=self.tower.ops.NAME))
        return self.known["unity", m]

    def cosine(self, q: Fraction) -> Coordinates:
        """cos(q pi)."""
        m, k = (q / 2).denominator, (q / 2).numerator % (q / 2).denominator
        if m <= 2:
            return (Fraction(1 - 2 * k),)
        if any(isinstance(key, tuple) and key[0] == "unity" and key[1] % m == 0 for key in self.known):
            z = self.root_of_unity(q / 2)
            return scaled(added(z, self.root_of_unity(-q / 2)), Fraction(1, 2))
        require_totient(m, 2)
        for key, c in list(self.known.items()):
            if isinstance(key, tuple) and key[0] == "cosine" and key[1] % m == 0:
                return scaled(self._chebyshev(c, k * (key[1] // m)), Fraction(1, 2))
        name = f"2 cos({2 if m % 2 else ''} pi/{m if m % 2 else m // 2})".replace("( ", "(")
        doubled = cos_of(Fraction(2, m), name=self.tower.ops.NAME) * 2
        self.known["cosine", m] = self.adjoin(doubled, name=name)
        return scaled(self._chebyshev(self.known["cosine", m], k), Fraction(1, 2))

    def _chebyshev(self, c: Coordinates, k: int) -> Coordinates:
        """V_k(c) = 2 cos(k t) for c = 2 cos t: V_0 = 2, V_1 = c, V_(j+1) = c V_j - V_(j-1)."""
        before: Coordinates = (Fraction(2),)
        current = c
        if k == 0:
            return before
        for _ in range(k - 1):
            following = added(self._times(c, current), scaled(before, Fraction(-1)))
            before, current = current, following
        return current

    # -- conjugation --

    def conjugate(self, a: Coordinates) -> Coordinates:
        """The complex conjugate."""
        if len(a) <= 1 or self.tower.is_real:
            return a
        number = self.tower.number(a)
        return a if number.is_real else self.adjoin(number.conjugate)

    def imaginary_part(self, a: Coordinates) -> Coordinates:
        """Im a = (a - conj a)/2i."""
        difference = scaled(added(a, scaled(self.conjugate(a), Fraction(-1))), Fraction(-1, 2))
        return self._times(self.imaginary_unit(), difference) if difference else ZERO

    def modulus(self, a: Coordinates) -> Coordinates:
        """|a|."""
        if len(a) <= 1:
            return tuple(abs(x) for x in a)
        number = self.tower.number(a)
        if number.is_real:
            return a if number > 0 else scaled(a, Fraction(-1))
        return self.root(self._times(a, self.conjugate(a)), 2)
