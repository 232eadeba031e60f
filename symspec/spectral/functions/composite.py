"""f(A) for sums, products and quotients of functions, by Hermite's interpolation on the spectrum of A."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import UndecidedError, UndefinedError
from symspec.notation.function_text import function_text
from symspec.spectral.functions.closed_form import Terms
from symspec.spectral.functions.exponential_sums import vanishes
from symspec.spectral.functions.reading import Composite, Function, ReadFunction
from symspec.spectral.power import plain_term
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import Node
from symspec.syntax.typeset import typeset

Applied = Callable[[Function], Any]


@dataclass(frozen=True, slots=True)
class CompositeFunction:
    """f(A) = sum over factors p, levels j and roots alpha of p: f^(j)(alpha)/j! N^j Pi_alpha.

    Attributes:
        function: f, as a tree of sums, products and quotients.
        letter: the letter of f.
        node: f as it was written.
        matrix: A.
        terms: (p, j, (S_0, .., S_(d-1))) with N^j Pi_alpha = sum_l S_l alpha^l for each root alpha of p.
        values: g(A) for each part g that is no sum, product or quotient.
    """

    function: Composite
    letter: str
    node: Node
    matrix: ExactMatrix
    terms: Terms
    values: tuple[tuple[Function, Any], ...]

    @property
    def exact(self) -> ExactMatrix:
        """The value as an exact matrix, where the entries of all parts are algebraic numbers.

        Raises:
            UndecidedError: a part, such as exp(x) in x exp(x), has transcendental values on the spectrum.
        """
        try:
            parts = {g: v if isinstance(v, ExactMatrix) else v.exact for g, v in self.values}
        except UndefinedError as error:
            raise UndecidedError(
                f"whether the entries of f(A) are algebraic was not decided: {error}"
            ) from None
        value: ExactMatrix = evaluated(self.function, parts)
        return value

    def _sympy_(self) -> Any:
        """f(A) as a SymPy matrix."""
        from symspec.algebra.function_form import composite_value

        return composite_value(
            [(t.polynomial, t.level, t.matrices) for t in self.terms], _plain(self.function)
        )

    def __str__(self) -> str:
        text = function_text("f", [plain_term(t) for t in self.terms])
        return f"{text}, f({self.letter}) = {spelled(self.node)}"

    @property
    def latex(self) -> str:
        """LaTeX for math mode."""
        text = function_text("f", [plain_term(t) for t in self.terms], latex=True)
        return rf"{text},\quad f({self.letter}) = {typeset(self.node)}"


def composite_function(
    f: ReadFunction, a: ExactMatrix, terms: Terms, applied: Applied
) -> ExactMatrix | CompositeFunction:
    """f(A): an exact matrix if all parts are rational functions and powers, else in closed form.

    Args:
        f: as it was read; its function is a Composite.
        a: A.
        terms: those of the closed form of A^n.
        applied: g(A) for the parts g, which says where they are not defined.

    Raises:
        UndefinedError: a part is not defined on the spectrum, or a denominator vanishes there.
        UndecidedError: whether one does was not decided.
    """
    found = f.function
    assert isinstance(found, Composite)
    parts = dict.fromkeys(parts_of(found))
    values = {g: applied(g) for g in parts}
    _require_derivatives(parts, terms)
    for below in denominators(found):
        for p in dict.fromkeys(t.polynomial for t in terms):
            if vanishes(below, p):
                raise UndefinedError(f"{spelled(f.node)} is not defined at A: {_where(p)}.")
    if all(isinstance(v, ExactMatrix) for v in values.values()):
        value: ExactMatrix = evaluated(found, values)
        return value
    return CompositeFunction(found, f.letter, f.node, a, terms, tuple(values.items()))


def _where(p: Any) -> str:
    if p.degree == 1:
        return f"a denominator vanishes at the eigenvalue {-p.coefficients[0]}"
    return f"a denominator vanishes at a root of {p}, an eigenvalue"


def _require_derivatives(parts: dict[Function, None], terms: Terms) -> None:
    """A power with a zero at an eigenvalue has no derivative there."""
    for t in terms:
        for g in parts:
            if t.level and g.outer == "power" and (g.inner.numerator % t.polynomial).degree < 0:
                raise UndefinedError(
                    f"({g.inner})^({g.exponent}) has no derivative at the eigenvalue "
                    f"{-t.polynomial.coefficients[0]}, which has a Jordan block of size 2 or more."
                    if t.polynomial.degree == 1
                    else f"({g.inner})^({g.exponent}) has no derivative at the roots of {t.polynomial}."
                )


def parts_of(f: Function | Composite) -> Iterator[Function]:
    """From left to right."""
    if isinstance(f, Function):
        yield f
        return
    for part in f.parts:
        yield from parts_of(part)


def denominators(f: Function | Composite) -> Iterator[Function | Composite]:
    """What f divides by, the innermost first."""
    if isinstance(f, Composite):
        for part in f.parts:
            yield from denominators(part)
        if f.operation == "quotient":
            yield f.parts[1]


def evaluated(f: Function | Composite, values: dict[Function, Any]) -> Any:
    """f(A) from the exact g(A): a product of functions has the product of the matrices as its value."""
    if isinstance(f, Function):
        return values[f]
    found = [evaluated(part, values) for part in f.parts]
    if f.operation == "quotient":
        return found[1].solve(found[0])
    return reduce(lambda x, y: x + y if f.operation == "sum" else x @ y, found)


def _plain(f: Function | Composite) -> Any:
    """As nested tuples."""
    if isinstance(f, Composite):
        return (f.operation, tuple(map(_plain, f.parts)))
    return (f.outer, f.inner.numerator, f.inner.denominator, f.exponent)
