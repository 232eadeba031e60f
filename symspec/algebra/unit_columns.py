"""Matrices over C with columns of length 1: vectors over Q(alpha) or K(alpha), each over a square root."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from symspec.algebra.algebraic_matrix import AlgebraicMatrix
from symspec.algebra.fields.columns import FieldColumns
from symspec.algebra.fields.labels import element_text
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, sqrt
from symspec.algebra.numbers.closed_forms import square_factor
from symspec.algebra.polynomial import Polynomial
from symspec.notation.algebraic_text import Surd, algebraic_text

START_BITS = 64


@dataclass(frozen=True, slots=True)
class UnitColumn:
    """w/sqrt(c) with w = sum_j vector[:, j] alpha^j and c = square(alpha) = w^* w > 0.

    Attributes:
        alpha: a root of the polynomial.
        polynomial: monic and irreducible over Q or over a number field, of degree d.
        vector: w as an n x d matrix over that field.
        square: c as a polynomial in alpha.
    """

    alpha: AlgebraicNumber
    polynomial: Polynomial
    vector: ExactMatrix
    square: Polynomial

    @property
    def direction(self) -> tuple[AlgebraicNumber, ...]:
        """The entries of w."""
        w = self._evaluated(self.vector)
        return tuple(row[0] for row in w.tolist())

    @property
    def norm_squared(self) -> AlgebraicNumber:
        """c = w^* w."""
        return self._at(self.square)

    def entry(self, i: int) -> AlgebraicNumber:
        """w_i/sqrt(c).

        Algorithm: its square w_i^2/c lies in K(alpha); the root with a positive product with conj(w_i) is
        the right one.
        """
        p = self.polynomial
        w = p.of_same(self.vector.tolist()[i])
        if w.degree < 0:
            return AlgebraicNumber.of(0)
        quotient = w * w * (self.square.gcdex(p)[1]) % p
        return _turned_to(sqrt(self._at(quotient)), self._at(w))

    def _at(self, q: Polynomial) -> AlgebraicNumber:
        """q(alpha)."""
        row = [*q.coefficients, *[Fraction(0)] * (self.polynomial.degree - max(q.degree + 1, 0))]
        return self._evaluated(self.vector.with_entries([row]))[0, 0]

    def _evaluated(self, w: ExactMatrix) -> AlgebraicMatrix | FieldColumns:
        return evaluated(self.alpha, self.polynomial, w)

    @property
    def texts(self) -> tuple[str, ...]:
        """The entries as text; the square root of c is written below each where it is not rational.

        >>> from symspec.algebra.coerce import matrix
        >>> from symspec.algebra.numbers.algebraic import roots
        >>> p = Polynomial.of([-1, -1, 1])
        >>> w = matrix([[0, 1], [1, 0]])
        >>> UnitColumn(roots(p)[1], p, w, Polynomial.of([2, 1])).texts[1]
        '1/sqrt((5 + sqrt(5))/2)'
        """
        c = self.norm_squared
        written = self._direction_texts()
        if not c.is_rational:
            return tuple(_over(x, f"sqrt({c})") for x in written)
        numbers = [Fraction(x) if _is_fraction(x) else None for x in written]
        return tuple(
            _surd_text(q, c.rational) if q is not None else _over(x, _root_text(c.rational))
            for x, q in zip(written, numbers, strict=True)
        )

    @property
    def line(self) -> str:
        """The column as a polynomial in alpha, for all roots of the polynomial at once.

        >>> p = Polynomial.of([-1, -1, 1])
        >>> print(UnitColumn(AlgebraicNumber.of(0), p, ExactMatrix.from_integers([[0, 1], [1, 0]]), p).line)
        (alpha, 1)/sqrt(alpha^2 - alpha - 1) for each root alpha of x^2 - x - 1
        """
        p = self.polynomial
        entries = ", ".join(p.of_same(row).text("alpha") for row in self.vector.tolist())
        c = self.square.coefficients
        rational = len(c) == 1 and isinstance(c[0], Fraction)
        size = _root_text(c[0]) if rational else f"sqrt({self.square.text('alpha')})"
        below = "" if size == "1" else f"/({size})" if rational and " " in size else f"/{size}"
        which = str(-p.coefficients[0]) if p.degree == 1 else f"each root alpha of {p}"
        return f"({entries}){below} for {which}"

    def _direction_texts(self) -> list[str]:
        if self.polynomial.degree == 1 and not isinstance(self.polynomial, FieldPolynomial):
            return [str(row[0]) for row in self.vector.tolist()]
        w = self._evaluated(self.vector)
        if isinstance(w, FieldColumns):
            part = w.parts[0]
            return [element_text(part.field, row[0]) for row in part.coordinates]
        return [str(row[0]) for row in w.tolist()]

    def _sympy_(self) -> Any:
        """The column as a list of SymPy expressions."""
        from sympy import sqrt as root

        w, c = self._evaluated(self.vector), self._evaluated_square()._sympy_()[0, 0]
        return [x / root(c) for x in w._sympy_()]

    def _evaluated_square(self) -> AlgebraicMatrix | FieldColumns:
        q = self.square
        row = [*q.coefficients, *[Fraction(0)] * (self.polynomial.degree - q.degree - 1)]
        return self._evaluated(self.vector.with_entries([row]))


@dataclass(frozen=True, slots=True, repr=False)
class UnitColumns:
    """Columns of length 1: column j is w_j/sqrt(c_j), c_j an exact algebraic number.

    >>> from symspec.algebra.numbers.algebraic import AlgebraicNumber
    >>> p, w = Polynomial.of([-3, 1]), ExactMatrix.from_integers([[1], [2]])
    >>> m = UnitColumns((UnitColumn(AlgebraicNumber.of(3), p, w, Polynomial.of([5])),))
    >>> print(m, m[1, 0], m.norms_squared[0])
    [[sqrt(5)/5], [2 sqrt(5)/5]] 2 sqrt(5)/5 5
    """

    columns: tuple[UnitColumn, ...]

    @property
    def shape(self) -> tuple[int, int]:
        """(number of rows, number of columns)."""
        return self.columns[0].vector.order, len(self.columns)

    @property
    def directions(self) -> AlgebraicMatrix | FieldColumns:
        """The matrix of the vectors w_j, before they are divided by their lengths."""
        if isinstance(self.columns[0].polynomial, FieldPolynomial):
            return FieldColumns.of([(c.alpha, c.polynomial, c.vector) for c in self.columns])  # type: ignore[misc]
        return AlgebraicMatrix(tuple((c.alpha, c.vector) for c in self.columns))

    @property
    def norms_squared(self) -> tuple[AlgebraicNumber, ...]:
        """(c_1, c_2, ..): the squares of the lengths of the w_j."""
        return tuple(c.norm_squared for c in self.columns)

    def __getitem__(self, key: tuple[int, int]) -> AlgebraicNumber:
        i, j = key
        rows, columns = self.shape
        if not (-rows <= i < rows and -columns <= j < columns):
            raise IndexError(f"no entry [{i}, {j}] in a {rows} x {columns} matrix")
        return self.columns[j].entry(i % rows)

    def tolist(self) -> list[list[AlgebraicNumber]]:
        """The entries, row by row."""
        rows, columns = self.shape
        return [[self[i, j] for j in range(columns)] for i in range(rows)]

    def texts(self) -> list[list[str]]:
        """The entries as text, row by row."""
        return [list(row) for row in zip(*(c.texts for c in self.columns), strict=True)]

    @property
    def is_short(self) -> bool:
        """Every column lies in K or in a quadratic field: its entries are short to write."""
        return all(c.polynomial.degree == 1 or c.alpha.degree <= 2 for c in self.columns)

    def __str__(self) -> str:
        if not self.is_short:  # one line stands for the columns of all roots of a polynomial
            return "; ".join(dict.fromkeys(c.line for c in self.columns))
        return "[" + ", ".join("[" + ", ".join(row) + "]" for row in self.texts()) + "]"

    def __repr__(self) -> str:
        rows, columns = self.shape
        return f"UnitColumns({rows} x {columns})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.notation.notebook import matrix_bundle

        return matrix_bundle(str(self), self.texts()) if self.is_short else {"text/plain": str(self)}

    def _sympy_(self) -> Any:
        from sympy import ImmutableMatrix

        columns = [c._sympy_() for c in self.columns]
        return ImmutableMatrix([list(row) for row in zip(*columns, strict=True)])


def evaluated(alpha: AlgebraicNumber, p: Polynomial, w: ExactMatrix) -> AlgebraicMatrix | FieldColumns:
    """The one column sum_j w[:, j] alpha^j, for a root alpha of p."""
    if isinstance(p, FieldPolynomial):
        return FieldColumns.of([(alpha, p, w)])  # type: ignore[list-item]  # w is over the field of p
    return AlgebraicMatrix(((alpha, w),))


def _turned_to(root: AlgebraicNumber, direction: AlgebraicNumber) -> AlgebraicNumber:
    """root or -root, whichever is a positive multiple of the direction; one of them is, and neither is 0."""
    bits = START_BITS
    while True:
        (x, y), (u, v) = ((z.real, z.imag) for z in (root.box(bits), direction.box(bits)))
        products = [_product(x, u), _product(y, v)]
        low, high = sum(p[0] for p in products), sum(p[1] for p in products)
        if low > 0 or high < 0:
            return root if low > 0 else -root
        bits *= 2


def _product(a: Sequence[Fraction], b: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
    ends = [x * y for x in a for y in b]
    return min(ends), max(ends)


# -- text -----------------------------------------------------------------------------------------


def _is_fraction(text: str) -> bool:
    return text.lstrip("-").replace("/", "", 1).isdigit()


def _surd_text(x: Fraction, c: Fraction) -> str:
    """x/sqrt(c) with the root above: x s sqrt(d)/c', for c = s^2 d up to a square.

    >>> _surd_text(Fraction(2), Fraction(6)), _surd_text(Fraction(-1), Fraction(9, 4))
    ('sqrt(6)/3', '-2/3')
    """
    factor, d = square_factor(c.numerator * c.denominator)
    value = x * factor / c.numerator
    if d == 1 or not x:
        return str(value)
    return algebraic_text(Surd(Fraction(0), value, d))


def _root_text(c: Fraction) -> str:
    """sqrt(c) for a denominator: without squares of primes below 1000 under the root."""
    factor, d = square_factor(c.numerator * c.denominator)
    size = Fraction(factor, c.denominator)
    parts = [str(size)] * (size != 1) + [f"sqrt({d})"] * (d != 1)
    return " ".join(parts) or "1"


def _over(x: str, below: str) -> str:
    """x / below, for a factor or a product below."""
    if x == "0" or below == "1":
        return x
    head, slash, denominator = x.rpartition("/")
    if slash and denominator.isdigit() and _is_factor(head):
        x, below = head, f"{denominator} {below}"
    above = x if _is_factor(x) else f"({x})"
    return (
        f"{above}/({below})" if " " in below and not _is_factor(below, spaces=False) else f"{above}/{below}"
    )


def _is_factor(text: str, *, spaces: bool = True) -> bool:
    """No sum, quotient or words outside brackets; with spaces=False no product either."""
    depth, outside = 0, ""
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        outside += letter if depth == 0 else ""
    refused = (" + ", " - ", "/", "root of") if spaces else (" ", "/")
    return not any(word in outside for word in refused)
