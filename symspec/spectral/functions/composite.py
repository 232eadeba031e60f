"""f(A) for composite functions, by Hermite's interpolation on the spectrum of A."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any

from symspec.algebra.fields.adjoin import adjoined
from symspec.algebra.fields.reader import FieldReader
from symspec.algebra.fields.roots import complex_roots
from symspec.algebra.fields.tower import ZERO, Coordinates, NumberField, added, scaled, trimmed
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError, UndecidedError, UndefinedError
from symspec.notation.function_text import values_text
from symspec.notation.power_text import Term
from symspec.notation.value_text import WrittenValue
from symspec.spectral.functions.closed_form import Terms
from symspec.spectral.functions.expansion import coordinates_of
from symspec.spectral.functions.jets import ENTIRE, Jet, jet
from symspec.spectral.functions.reading import Composite, ReadFunction
from symspec.spectral.functions.weights import weighted_sum
from symspec.spectral.functions.written import written
from symspec.spectral.power import PowerTerm, are_powers, plain_term
from symspec.syntax.spelling import spelled
from symspec.syntax.typeset import typeset

Jets = dict[tuple[Polynomial, AlgebraicNumber], Jet]


@dataclass(frozen=True, slots=True)
class CompositeFunction:
    """f(A) = sum over factors p, levels j and roots alpha of p: f^(j)(alpha)/j! N^j Pi_alpha.

    Attributes:
        read: f, as it was read.
        matrix: A.
        terms: (p, j, (S_0, .., S_(d-1))) with N^j Pi_alpha = sum_l S_l alpha^l for each root alpha of p.
    """

    read: ReadFunction
    matrix: ExactMatrix
    terms: Terms

    @property
    def exact(self) -> ExactMatrix:
        """None: f and its derivatives have values that are not known to be algebraic.

        Raises:
            UndefinedError: some value is transcendental.
            UndecidedError: whether one is was not decided.
        """
        if any(at.is_transcendental for at in _jets(self.read, lengths(self.terms)).values()):
            raise UndefinedError("f(A) has transcendental entries; sympify gives them.")
        raise UndecidedError("whether the entries of f(A) are algebraic was not decided; sympify gives them.")

    def _sympy_(self) -> Any:
        """f(A) as a SymPy matrix."""
        from symspec.algebra.function_form import matrix_of_values

        found = {z: at for (_, z), at in _jets(self.read, lengths(self.terms)).items()}
        return matrix_of_values(
            [(t.polynomial, t.level, t.matrices) for t in self.terms],
            lambda z, j: written(found[z].values, found[z].coefficients[j]),
        )

    def __str__(self) -> str:
        text = values_text(self._written)
        return text if self._is_by_values else f"{text}, f({self.read.letter}) = {spelled(self.read.node)}"

    @property
    def latex(self) -> str:
        """LaTeX for math mode."""
        text = values_text(self._written, latex=True)
        return (
            text if self._is_by_values else rf"{text},\quad f({self.read.letter}) = {typeset(self.read.node)}"
        )

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.notation.notebook import latex_bundle

        return latex_bundle(str(self), self.latex)

    @property
    def _is_by_values(self) -> bool:
        return all(t.polynomial.degree == 1 for t in self.terms)

    @property
    def _written(self) -> list[tuple[Term, WrittenValue | None]]:
        """The terms with their values, where p is linear."""
        linear = {p: k for p, k in lengths(self.terms).items() if p.degree == 1}
        found = {p: at for (p, _), at in _jets(self.read, linear).items()}
        return [
            (plain_term(t), written(found[p].values, found[p].coefficients[t.level]) if p in found else None)
            for t in self.terms
            for p in (t.polynomial,)
        ]


def composite_function(f: ReadFunction, a: ExactMatrix, terms: Terms) -> ExactMatrix | CompositeFunction:
    """f(A): an exact matrix where f and its derivatives have algebraic values on the spectrum.

    Args:
        f: as it was read; its function is a Composite.
        a: A.
        terms: those of the closed form of A^n.

    Returns:
        An exact value X has A X = X A, checked; so have the series it is made of their equations.

    Raises:
        UndefinedError: f has a pole or a branch point on the spectrum, or an eigenvalue lies on a cut.
        UndecidedError: whether one does was not decided, or a value has no closed form.

    Algorithm: the series of f at each eigenvalue. Where f is made of rational functions, exp, sin and cos
    over Q, one root alpha of each irreducible factor is enough: the series over Q(alpha) is that of all
    conjugates.
    """
    assert isinstance(f.function, Composite)
    if not are_powers(a, terms):
        raise InternalError("f(A) failed its own check.")
    one_root = f.function.names <= ENTIRE and f.field.degree == 1
    value = _of_one_root(f, a, terms) if one_root else _of_all_roots(f, a, terms)
    if value is None:
        return CompositeFunction(f, a, terms)
    if a @ value != value @ a:
        raise InternalError("f(A) failed its own check.")
    return value


def lengths(terms: Terms) -> dict[Polynomial, int]:
    """The index of each factor."""
    found: dict[Polynomial, int] = {}
    for t in terms:
        found[t.polynomial] = found.get(t.polynomial, 0) + 1
    return found


def _of_one_root(f: ReadFunction, a: ExactMatrix, terms: Terms) -> ExactMatrix | None:
    """The sum over p, j and the roots alpha of p of c_j(alpha) N^j Pi_alpha, with c_j over Q."""
    found = {p: _polynomials(f, p, length) for p, length in lengths(terms).items()}
    exact = {p: c for p, c in found.items() if c is not None}
    if exact.keys() != found.keys():
        return None
    parts = (_summed_over_roots(t, exact[t.polynomial][t.level]) for t in terms)
    return reduce(lambda x, y: x + y, parts, a * 0)


def _polynomials(f: ReadFunction, p: Polynomial, length: int) -> list[Polynomial] | None:
    """The c_j over Q with c_j(alpha) = f^(j)(alpha)/j! at each root alpha of p, checked; None without any."""
    numbers = FieldReader(f.field)
    numbers.tower, alpha = adjoined(f.field, complex_roots(p)[0])
    found = _named(f, p, numbers, alpha, length).algebraic
    if found is None or max(map(len, found)) > p.degree:
        return None
    scale = alpha[1] if p.degree > 1 else 1  # the generator of the field is alpha/scale
    polynomials = [p.of_same([x / scale**k for k, x in enumerate(c)]) for c in found]
    if [_at(c, alpha, numbers.tower) for c in polynomials] != list(found):
        raise InternalError("a polynomial in an eigenvalue failed its own check.")
    return polynomials


def _at(c: Polynomial, alpha: Coordinates, field: NumberField) -> Coordinates:
    """c(alpha), by Horner's rule."""
    return reduce(
        lambda value, x: added(field.product(value, alpha), trimmed([x])), reversed(c.coefficients), ZERO
    )


def _summed_over_roots(t: PowerTerm, c: Polynomial) -> ExactMatrix:
    """sum over the roots alpha of p of c(alpha) sum_l G_l alpha^l / p'(alpha).

    The sum of alpha^k/p'(alpha) is 0 for k < d - 1, and 1 for k = d - 1 (Euler).
    """
    p, total, power = t.polynomial, t.numerators[0] * 0, c % t.polynomial
    for g in t.numerators:
        total += g * power.coefficients[-1] if power.degree == p.degree - 1 else total * 0
        power = (power * p.of_same([0, 1])) % p
    return total


def _of_all_roots(f: ReadFunction, a: ExactMatrix, terms: Terms) -> ExactMatrix | None:
    jets = _jets(f, lengths(terms))
    found = {z: at.numbers for (_, z), at in jets.items()}
    exact = {z: c for z, c in found.items() if c is not None}
    return weighted_sum(a, terms, lambda z, j: exact[z][j]) if exact.keys() == found.keys() else None


def _jets(f: ReadFunction, indices: dict[Polynomial, int]) -> Jets:
    """At each root of each p, as many coefficients as the index of p."""
    found = {}
    for p, length in indices.items():
        for z in complex_roots(p):
            numbers = FieldReader(f.field)
            alpha = scaled(coordinates_of(p)[0], Fraction(-1)) if p.degree == 1 else numbers.adjoin(z)
            found[p, z] = _named(f, p, numbers, alpha, length)
    return found


def _named(f: ReadFunction, p: Polynomial, numbers: FieldReader, alpha: Coordinates, length: int) -> Jet:
    """The jet at alpha.

    Raises:
        UndefinedError: the reason, as a sentence.
    """
    try:
        return jet(f.function, numbers, alpha, length)
    except UndefinedError as error:
        raise UndefinedError(f"{spelled(f.node)} is not defined at A: {error} {_where(p)}.") from None


def _where(p: Polynomial) -> str:
    if p.degree == 1:
        return f"at the eigenvalue {-p.coefficients[0]}"
    return f"at a root of {p}, an eigenvalue of A"
