"""Eigenvectors by row reduction, over Q or over Q(alpha)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from symspec.algebra.polynomial import Polynomial
from symspec.proof.elimination import kernel_vectors
from symspec.proof.entries import Residue, alpha
from symspec.proof.formula import Column, Expr, Literal, Named, Power, equal, number, times
from symspec.proof.full.chains import chain_steps
from symspec.proof.full.numbers import ROWS, column, eigenvalue, is_readable, scalar, shown_factor, written
from symspec.proof.full.shifts import Counter, Shift, power_reduction, solved_equations, unknown
from symspec.proof.steps import Check, Display, Item, Sentence, Step
from symspec.spectral.profile import FactorProfile

RATIONAL_FACTOR = 17
# A field of higher degree, or a larger matrix over it, is not written out by hand.
MAX_FIELD_SIZE = 16


@dataclass(frozen=True, slots=True)
class Chains:
    """The chains of one eigenvalue, or of all roots of one polynomial.

    Attributes:
        factor: the irreducible factor.
        value: the eigenvalue: a fraction, or alpha.
        chains: each a tuple of named vectors from its end, an eigenvector, to its top; () if not found.
        steps: how they were found.
    """

    factor: FactorProfile
    value: Any
    chains: tuple[tuple[Named, ...], ...]
    steps: tuple[Step, ...]


def eigen_chains(A: Named, f: FactorProfile, chi: Polynomial, counter: Counter) -> Chains:
    """The eigenvectors and chains for the roots of one factor; none where they would fill pages."""
    p = f.polynomial
    shift = Shift(A, alpha(p) if p.degree > 1 else -p.coefficients[0], f)
    is_plain = shift.powers[0].is_rational
    if not is_plain and (p.degree * shift.order > MAX_FIELD_SIZE or not shift.is_readable):
        told = Sentence("alpha_too_long", (("p", shown_factor(p, chi)),), (RATIONAL_FACTOR,))
        return Chains(f, shift.z, (), (told,))
    steps: list[Step] = list(_alpha_explained(p)) if p.degree > 1 else []
    vectors = [Named(counter.next("v"), column(v)) for v in kernel_vectors(shift.reductions[0])]
    steps += power_reduction(shift.formula, shift.powers[0], shift.reductions[0])
    steps += eigenvector_steps(shift, vectors)
    if f.index == 1:
        return Chains(f, shift.z, tuple((v,) for v in vectors), tuple(steps))
    chains, more = chain_steps(shift, vectors, counter)
    return Chains(f, shift.z, chains, (*steps, *more))


def _alpha_explained(p: Polynomial) -> tuple[Step, ...]:
    a, d = Named("alpha", alpha(p)), p.degree
    relation = equal(Power(a, number(d)), scalar(alpha(p) ** d))
    fields = (("p", Literal(p)), ("relation", relation))
    return (Sentence("alpha_explained", fields, (RATIONAL_FACTOR,), (relation,)),)


def eigenvector_steps(shift: Shift, vectors: list[Named]) -> Iterator[Step]:
    """The equations for an eigenvector, a basis of the solutions, and the check A v = z v."""
    r = shift.reductions[0]
    equations = solved_equations(r)
    free: tuple[Item, ...] = tuple(unknown("x", j) for j in r.free)
    fields = (("value", eigenvalue(shift.z)), ("dimension", len(vectors)))
    checks = shift.checked((shift.rank(1),))
    if equations:
        code = "eigenspace" if len(vectors) == 1 else "eigenspaces"
        yield Sentence(code, (*fields, ("equations", equations), ("free", free)), (ROWS,), checks)
    else:
        yield Sentence("whole_space", fields, (ROWS,), checks)
    yield Display(tuple(written(v) for v in vectors), (ROWS,))
    images = tuple(equal(times(shift.A, v), *_shown(shift, v), shift.image(v)) for v in vectors)
    yield Check(images, (ROWS,))


def _shown(shift: Shift, v: Named) -> tuple[Expr, ...]:
    """A v as a vector, where it is not v or 0."""
    image = shift.applied(v)
    is_plain = not isinstance(shift.z, Residue) and shift.z in (0, 1)
    return () if is_plain or not is_readable(image) else (Column(image),)
