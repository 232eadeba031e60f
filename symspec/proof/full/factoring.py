"""The roots of the characteristic polynomial by hand: rational roots, division, the quadratic formula."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import lcm

from symspec.algebra.polynomial import Polynomial
from symspec.decision.witnesses import enclosure_claim
from symspec.proof.formula import (
    At,
    Expr,
    Factored,
    Literal,
    Named,
    Power,
    Relation,
    differ,
    equal,
    minus,
    number,
    plus,
    times,
)
from symspec.proof.full.numbers import CHARPOLY, RATIONAL_ROOTS, is_long, shown_factor
from symspec.proof.location import discriminant
from symspec.proof.steps import (
    Approximate,
    Display,
    Division,
    Eigenvalue,
    Field,
    Item,
    Reason,
    Roots,
    Section,
    Sentence,
    Step,
    horner_row,
)
from symspec.spectral.profile import FactorProfile, JordanProfile

QUADRATIC = 19
# Constant terms with more digits have too many divisors to be listed, or to be found by hand.
MAX_TO_DIVIDE = 10**6
MAX_CANDIDATES = 12
LINE = 66


def factoring_section(profile: JordanProfile, claim: Reason) -> Section:
    """chi = product of linear factors and of what has no rational root, with the roots of each."""
    chi = profile.charpoly
    rational = [f for f in profile.factors if f.polynomial.degree == 1]
    others = [f for f in profile.factors if f.polynomial.degree > 1]
    steps: list[Step] = []
    if chi.degree == 1:
        steps.append(Sentence("linear", (), (CHARPOLY,)))
    else:
        steps += _rational_part(chi, rational, bool(others), claim)
    for f in others:
        steps += _irrational(f, profile)
    if chi.degree > 1 and (len(profile.factors) > 1 or profile.factors[0].multiplicity > 1):
        steps.append(Display((equal(Named("chi", chi), _factored(profile)),), (CHARPOLY, claim)))
    steps += _listed(rational, bool(others))
    hint = Sentence("hint_factoring", (), (RATIONAL_ROOTS,))
    tried = any(
        isinstance(s, Sentence) and s.code != "root_zero" and RATIONAL_ROOTS in s.because for s in steps
    )
    return Section("by_hand_roots", tuple(steps), (), hint if tried else None)


def _factored(profile: JordanProfile) -> Expr:
    """The product of the powers of the factors, long ones by their names."""
    if not any(is_long(f.polynomial) for f in profile.factors):
        return Factored(tuple((f.polynomial, f.multiplicity) for f in profile.factors))
    factors = [(shown_factor(f.polynomial, profile.charpoly), f.multiplicity) for f in profile.factors]
    return times(*(p if m == 1 else Power(p, number(m)) for p, m in factors))


# -- rational roots --------------------------------------------------------------------------


def _rational_part(
    chi: Polynomial, rational: list[FactorProfile], more: bool, claim: Reason
) -> Iterable[Step]:
    """Zeros at 0 first, then the candidates p/q, then one division for each root that is found."""
    at_zero = next((f.multiplicity for f in rational if not f.polynomial.coefficients[0]), 0)
    current = chi.of_same(chi.coefficients[at_zero:])
    if at_zero:
        split = _shape(chi, at_zero, current)
        yield Sentence("root_zero", (("count", at_zero), ("shape", split)), (CHARPOLY,), (split,))
    if current.degree == 0 or (current.degree == 1 and not at_zero):
        return
    scale = lcm(*(c.denominator for c in current.coefficients))
    whole = current * scale
    name = Named("f", whole)
    if scale > 1 or at_zero:
        base: Expr = times(scale, Literal(current)) if at_zero else times(scale, Named("chi", chi))
        shape = equal(name, base, Literal(whole)) if scale > 1 else equal(name, Literal(whole))
        yield Sentence("whole_polynomial", (("shape", shape),), (RATIONAL_ROOTS,), (shape,))
    else:
        yield Sentence("integer_polynomial", (("shape", equal(name, Named("chi", chi))),), (RATIONAL_ROOTS,))
    found = [f for f in rational if f.polynomial.coefficients[0]]
    yield from _candidates(whole, bool(found))
    is_first = True
    for f in found:
        whole, steps = _divided(whole, f, is_first=is_first)
        is_first = False
        yield from steps
    if whole.degree:
        yield from _rest(whole.monic, more, bool(found), claim)


def _shape(chi: Polynomial, at_zero: int, rest: Polynomial) -> Relation:
    x = chi.of_same([0, 1])
    factors = ((x, at_zero), (rest, 1)) if rest.degree else ((x, at_zero),)
    return equal(Named("chi", chi), Factored(factors))


def _candidates(f: Polynomial, is_found: bool) -> Iterable[Step]:
    last, first = abs(int(f.coefficients[0])), abs(int(f.coefficients[-1]))
    fields: tuple[tuple[str, Field], ...] = (("constant", number(last)), ("lead", number(first)))
    if max(last, first) > MAX_TO_DIVIDE:
        yield Sentence("many_candidates", fields, (RATIONAL_ROOTS,))
        return
    found = candidates(f)
    if len(found) == 1:
        yield Sentence("one_candidate", fields, (RATIONAL_ROOTS,))
    elif len(found) <= MAX_CANDIDATES:
        items: tuple[Item, ...] = tuple(map(number, found))
        yield Sentence("candidates", (*fields, ("values", items)), (RATIONAL_ROOTS,))
    else:
        yield Sentence("counted_candidates", (*fields, ("count", 2 * len(found))), (RATIONAL_ROOTS,))
    if not is_found:
        name = Named("f", f)
        checks = tuple(_not_zero(name, sign * q) for q in found[:MAX_CANDIDATES] for sign in (1, -1))
        yield Sentence("no_candidate", (), (RATIONAL_ROOTS,), checks)


def _not_zero(f: Named, q: Fraction) -> Relation:
    return differ(At(f, number(q)), number(0))


def candidates(f: Polynomial) -> tuple[Fraction, ...]:
    """The positive p/q with p dividing the constant term and q the leading coefficient, increasing."""
    top, bottom = _divisors(abs(int(f.coefficients[0]))), _divisors(abs(int(f.coefficients[-1])))
    return tuple(sorted({Fraction(p, q) for p in top for q in bottom}))


def _divisors(n: int) -> list[int]:
    small = [k for k in range(1, int(n**0.5) + 2) if k * k <= n and n % k == 0]
    return sorted({*small, *(n // k for k in small)})


def _divided(f: Polynomial, factor: FactorProfile, *, is_first: bool) -> tuple[Polynomial, list[Step]]:
    """f divided by (x - r)^m, one factor after the other."""
    r = -factor.polynomial.coefficients[0]
    zero = equal(At(Named("f", f), number(r)), number(0))
    steps: list[Step] = []
    for k in range(factor.multiplicity):
        if f.degree == 1:
            left = (("rest", Literal(f)), ("root", number(r)))
            return f // factor.polynomial, [*steps, Sentence("root_left", left, (CHARPOLY,))]
        if is_first and not k:
            fields = (("zero", zero), ("factor", Literal(factor.polynomial)))
            code = "root_found" if _is_narrow(f, r) else "root_found_wide"
            steps.append(Sentence(code, fields, (RATIONAL_ROOTS,), (zero,)))
        else:
            code = "root_again" if k else "root_next"
            steps.append(Sentence(code, (("root", number(r)),), (RATIONAL_ROOTS,)))
        quotient = f // factor.polynomial
        steps.append(_division(f, factor.polynomial, quotient, is_first=is_first and not k))
        f = quotient
    return f, steps


def _is_narrow(f: Polynomial, r: Fraction) -> bool:
    """Horner's scheme fits the page."""
    rows = (tuple(reversed(f.coefficients)), horner_row(f, r))
    return sum(max(len(str(row[k])) for row in rows) + 2 for k in range(f.degree + 1)) <= LINE


def _division(f: Polynomial, factor: Polynomial, quotient: Polynomial, *, is_first: bool) -> Step:
    """Horner's scheme, or the product where the scheme is wider than the page."""
    r = -factor.coefficients[0]
    if _is_narrow(f, r):
        return Division(f, r, (RATIONAL_ROOTS,))
    name = Named("f" if is_first else f"g_{f.degree}", f)
    part = Named(f"g_{quotient.degree}", quotient)
    product = equal(name, times(Literal(factor), part))
    return Display((product, equal(part, Literal(quotient))), (RATIONAL_ROOTS,))


def _rest(q: Polynomial, more: bool, is_found: bool, claim: Reason) -> Iterable[Step]:
    """What remains when no rational root is left."""
    factors = q.factors
    if not more:
        return
    name = Named("q", q)
    if is_found and len(factors) == 1 and factors[0][1] == 1 and is_long(q):
        return
    if is_found:
        yield Sentence("rest", (("rest", equal(name, Literal(q))),), (RATIONAL_ROOTS,))
    if len(factors) > 1 or factors[0][1] > 1:
        product = Factored(factors)
        left: Expr = name if is_found else Literal(q)
        yield Sentence("rest_factors", (("shape", equal(left, product)),), (claim,), (equal(name, product),))


# -- irrational roots ------------------------------------------------------------------------


def _irrational(f: FactorProfile, profile: JordanProfile) -> Iterable[Step]:
    p = f.polynomial
    if p.degree == 2:
        yield from quadratic_steps(p)
        return
    boxes = p.isolated_roots()
    centres = tuple(Approximate(*z.centre) for z in boxes)
    shown = shown_factor(p, profile.charpoly)
    if isinstance(shown, Named) and p != profile.charpoly:
        yield Display((equal(shown, Literal(p)),), (CHARPOLY,))
    fields = (("p", shown), ("roots", centres), ("count", p.degree))
    yield Sentence("named_roots", fields, (CHARPOLY, enclosure_claim(profile)))


def quadratic_steps(p: Polynomial) -> tuple[Step, ...]:
    """The quadratic formula, with its discriminant."""
    c, b, _ = p.coefficients
    square, rest = Power(number(b), number(2)), times(4, number(abs(c)))
    value = equal(minus(square, rest) if c > 0 else plus(square, rest), number(discriminant(p)))
    fields = (
        ("p", Literal(p)),
        ("b", number(b)),
        ("c", number(c)),
        ("discriminant", value),
        ("roots", Roots(p)),
    )
    code = "quadratic_formula" if discriminant(p) > 0 else "quadratic_formula_complex"
    return (Sentence(code, fields, (QUADRATIC,), (value,)),)


def _listed(rational: list[FactorProfile], more: bool) -> Iterable[Step]:
    values = tuple(Eigenvalue(-f.polynomial.coefficients[0], f.multiplicity) for f in rational)
    if not values:
        return ()
    codes = ("rational_eigenvalue", "rational_eigenvalues") if more else ("only_eigenvalue", "eigenvalues")
    return (Sentence(codes[len(values) > 1], (("values", values),), (CHARPOLY,)),)
