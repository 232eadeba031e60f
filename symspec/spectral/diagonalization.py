"""A = W Sigma W^-1 where A is diagonalizable; trace, determinant and rank read off the spectrum."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import ClassVar

from symspec.algebra.algebraic_matrix import AlgebraicMatrix
from symspec.algebra.fields.columns import FieldColumns
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError, UndefinedError
from symspec.notation.equations import Equations
from symspec.spectral.jordan import JordanForm
from symspec.spectral.profile import JordanProfile


@dataclass(frozen=True, slots=True)
class Diagonalization(Equations):
    """A W = W Sigma with W invertible and Sigma diagonal.

    Attributes:
        W: columns are eigenvectors.
        Sigma: the eigenvalues on the diagonal, in the same order.
    """

    _shown: ClassVar[tuple[str, ...]] = ("W", "Sigma")
    W: AlgebraicMatrix | FieldColumns
    Sigma: AlgebraicMatrix


def diagonalization(form: JordanForm) -> Diagonalization:
    """A = W Sigma W^-1 over C.

    Returns:
        A W = W Sigma, W of full rank: checked with the Jordan chains, which are the columns of W.

    Raises:
        UndefinedError: A is not diagonalizable; the message names an eigenvalue with too few eigenvectors.
    """
    reason = obstruction(form.profile)
    if reason:
        raise UndefinedError(reason)
    return Diagonalization(form.P, form.J)


def obstruction(profile: JordanProfile) -> str:
    """Why A is not diagonalizable over C; "" if it is.

    >>> from symspec.spectral.profile import jordan_profile
    >>> obstruction(jordan_profile(ExactMatrix.from_integers([[0, 1], [0, 0]])))
    'the matrix is not diagonalizable: 0 has algebraic multiplicity 2, but only 1 independent eigenvector.'
    """
    f = next((f for f in profile.factors if f.index > 1), None)
    if f is None:
        return ""
    p, g = f.polynomial, f.geometric_multiplicity
    name = str(-p(0)) if p.degree == 1 else f"each root of {p}"
    vectors = "eigenvector" if g == 1 else "eigenvectors"
    return (
        f"the matrix is not diagonalizable: {name} has algebraic multiplicity {f.multiplicity}, "
        f"but only {g} independent {vectors}."
    )


def verified_inverse(a: ExactMatrix) -> ExactMatrix:
    """The X with A X = I, checked.

    Raises:
        UndefinedError: A is singular.
    """
    x = a.inverse
    if a @ x != a.identity():
        raise InternalError("the inverse failed its own check.")
    return x


@dataclass(frozen=True, slots=True)
class SpectralRule:
    """A number that one reads off the eigenvalues, and when that is right.

    Attributes:
        name: "trace", "determinant" or "rank".
        rule: the rule in words.
        condition: when it holds, in words.
        holds: whether it does for this matrix.
        from_spectrum: what the rule gives.
        value: the truth.
    """

    name: str
    rule: str
    condition: str
    holds: bool
    from_spectrum: Fraction
    value: Fraction

    def __str__(self) -> str:
        if self.holds:
            return f"the {self.name} is {self.value}: {self.rule}"
        return (
            f"the {self.name} is {self.value}; {self.rule}, is {self.from_spectrum}. "
            f"They agree if and only if {self.condition}."
        )


def spectral_rules(a: ExactMatrix, profile: JordanProfile) -> tuple[SpectralRule, ...]:
    """Trace, determinant and rank by the eigenvalues, against the matrix itself.

    Returns:
        tr A = sum m(z) z and det A = prod z^m(z) always; rk A = number of non-zero eigenvalues, counted with
        multiplicity, iff the eigenvalue 0, if present, has index 1: rk A = n - geometric multiplicity of 0.

    >>> from symspec.spectral.profile import jordan_profile
    >>> a = ExactMatrix.from_integers([[0, 1], [0, 0]])
    >>> [(r.name, r.holds, int(r.from_spectrum), int(r.value)) for r in spectral_rules(a, jordan_profile(a))]
    [('trace', True, 0, 0), ('determinant', True, 0, 0), ('rank', False, 0, 1)]
    """
    factors = profile.factors
    trace = sum((f.multiplicity * -f.polynomial.coefficients[-2] for f in factors), Fraction(0))
    determinant = prod((_norm(f.polynomial) ** f.multiplicity for f in factors), start=Fraction(1))
    zero = next((f for f in factors if f.is_zero), None)
    nonzero = a.order - (zero.multiplicity if zero else 0)
    always, semisimple = (
        "always",
        "the eigenvalue 0, if present, has index 1: all its Jordan blocks have size 1",
    )
    rules = (
        SpectralRule("trace", "the sum of the eigenvalues, with multiplicity", always, True, trace, a.trace),
        SpectralRule(
            "determinant",
            "the product of the eigenvalues, with multiplicity",
            always,
            True,
            determinant,
            a.det,
        ),
        SpectralRule(
            "rank",
            "the number of non-zero eigenvalues, with multiplicity",
            semisimple,
            zero is None or zero.index == 1,
            Fraction(nonzero),
            Fraction(a.rank),
        ),
    )
    if any((r.from_spectrum == r.value) is not r.holds for r in rules):
        raise InternalError("trace, determinant or rank disagree with the spectrum.")
    return rules


def _norm(p: Polynomial) -> Fraction:
    """The product of the roots of a monic p."""
    return p(0) if p.degree % 2 == 0 else -p(0)
