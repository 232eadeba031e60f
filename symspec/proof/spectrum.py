"""The first step of every proof: the characteristic polynomial, and where its roots lie."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce

from symspec.certificate import Charpoly
from symspec.proof import location
from symspec.proof.facts import Facts, root
from symspec.proof.formula import (
    Call,
    Expr,
    Factored,
    Literal,
    Named,
    Power,
    Relation,
    equal,
    less,
    minus,
    number,
    plus,
    times,
)
from symspec.proof.steps import (
    Approximate,
    Check,
    Display,
    Eigenvalue,
    Fields,
    Leaf,
    Reason,
    Section,
    Sentence,
)

CHARPOLY = 21


def spectrum_section(facts: Facts, claim: Charpoly, *further: Leaf) -> Section:
    """The characteristic polynomial, factored, with its check; then `further` leaves about the roots."""
    leaves = (*_shape(facts), spectrum_display(facts, claim), *_check(facts, claim), *_listed(facts))
    return Section("spectrum", (*leaves, *further))


def _shape(facts: Facts) -> tuple[Leaf, ...]:
    if facts.order == 1 or not _is_triangular(facts):
        return ()
    return (Sentence("triangular", (("A", facts.A),), (CHARPOLY,)),)


def _is_triangular(facts: Facts) -> bool:
    rows = facts.a.tolist()
    below = all(x == 0 for i, row in enumerate(rows) for x in row[:i])
    return below or all(x == 0 for i, row in enumerate(rows) for x in row[i + 1 :])


def spectrum_display(facts: Facts, claim: Charpoly) -> Leaf:
    """chi(x) = det(x I - A), expanded and factored."""
    chi, factors = facts.profile.charpoly, facts.profile.factors
    sides: list[Expr] = [Named("chi", chi), Call("charpoly", facts.A), Literal(chi)]
    if len(factors) > 1 or factors[0].multiplicity > 1 and factors[0].polynomial.coefficients[0]:
        sides.append(Factored(tuple((f.polynomial, f.multiplicity) for f in factors)))
    return Display((equal(*sides),), (CHARPOLY, claim))


def _check(facts: Facts, claim: Charpoly) -> tuple[Leaf, ...]:
    if facts.order == 1:
        return ()
    A, a = facts.A, facts.a
    trace: list[Expr] = [Call("trace", A), number(a.trace)]
    det: list[Expr] = [Call("det", A), number(a.det)]
    if facts.splits and facts.order <= 6:
        roots = [number(root(f.polynomial)) for f in facts.rational for _ in range(f.multiplicity)]
        trace.insert(1, plus(*roots))
        det.insert(1, times(*roots) if any(r != number(1) for r in roots) else roots[0])
    relations = [equal(*_distinct(trace)), equal(*_distinct(det))]
    if facts.order == 3:
        relations.insert(1, _second_coefficient(facts))
    return (Check(tuple(relations), (CHARPOLY, claim)),)


def _distinct(sides: list[Expr]) -> list[Expr]:
    return [side for i, side in enumerate(sides) if side not in sides[:i]]


def _second_coefficient(facts: Facts) -> Relation:
    """The sum of the principal 2 x 2 minors, ((tr A)^2 - tr(A^2)) / 2, is the coefficient of x."""
    squares = minus(Power(Call("trace", facts.A), number(2)), Call("trace", Power(facts.A, number(2))))
    return equal(times(Fraction(1, 2), squares), number(facts.profile.charpoly.coefficients[1]))


def _listed(facts: Facts) -> tuple[Leaf, ...]:
    """The rational eigenvalues by name."""
    values = tuple(Eigenvalue(root(f.polynomial), f.multiplicity) for f in facts.rational)
    if not values:
        return ()
    if facts.splits:
        code = "eigenvalues" if len(values) > 1 else "only_eigenvalue"
    else:
        code = "rational_eigenvalues" if len(values) > 1 else "rational_eigenvalue"
    return (Sentence(code, (("values", values),), (CHARPOLY,)),)


def located(facts: Facts, claim: Reason) -> tuple[Leaf, ...]:
    """Why no eigenvalue is outside the unit circle, and which are on it, factor by factor."""
    leaves: list[Leaf] = list(rational_located(facts))
    for f in facts.profile.factors:
        if f.polynomial.degree > 1:
            leaves += (location.on_circle if f.counts.on else location.inside)(f.polynomial, claim)
    return tuple(leaves)


def rational_located(facts: Facts) -> tuple[Leaf, ...]:
    """The largest modulus below 1 of a rational eigenvalue."""
    moduli = [abs(root(f.polynomial)) for f in facts.rational]
    small = [m for m in moduli if m < 1]
    if not small:
        return ()
    fields: Fields = (("modulus", number(max(small))),)
    checks = tuple(less(Call("abs", number(m)), number(1)) for m in small)
    if len(small) == len(moduli):
        code = "moduli_inside" if len(moduli) > 1 else "modulus_inside"
        return (Sentence(code, fields, (CHARPOLY,), checks),)
    on = tuple(number(root(f.polynomial)) for f in facts.rational if f.counts.on)
    return (Sentence("other_moduli_inside", (("on", on), *fields), (CHARPOLY,), checks),)


def large_entry(facts: Facts) -> Fraction | None:
    """The entry of largest modulus, if that exceeds 1."""
    largest = reduce(lambda x, y: y if abs(y) > abs(x) else x, (x for row in facts.a.tolist() for x in row))
    return largest if abs(largest) > 1 else None


def approximate_modulus(square: Fraction) -> Approximate:
    """About the square root, for illustration."""
    return Approximate(location.approximate_root(square))
