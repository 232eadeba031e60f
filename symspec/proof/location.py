"""Why the roots of an irreducible polynomial lie inside, on or outside the unit circle, as steps."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from symspec.algebra.polynomial import Polynomial
from symspec.proof.formula import (
    At,
    Call,
    Literal,
    Named,
    Power,
    Relation,
    equal,
    greater,
    less,
    minus,
    number,
    times,
)
from symspec.proof.steps import (
    Approximate,
    Fields,
    Leaf,
    Reason,
    Roots,
    SchurCohnTable,
    Sentence,
    schur_cohn_rows,
)
from symspec.spectral.frobenius.companions import companion_matrix

# Beyond these a table is longer than it is instructive: the claim alone is cited.
MAX_TABLE_DEGREE = 6
MAX_TABLE_DIGITS = 12
MAX_POWER_SUM = 12

QUADRATIC, TABLE, COHN, UNITY, OUTSIDE = 19, 13, 14, 15, 20


def inside(p: Polynomial, claim: Reason) -> tuple[Leaf, ...]:
    """Every root of the irreducible p, of degree 2 or more, has modulus < 1; the claim says so too."""
    if p.degree == 2:
        return (_quadratic_inside(p),)
    rows = table(p)
    fields = (("p", Literal(p)), ("modulus", Approximate(largest_modulus(p))))
    if not rows:
        return (Sentence("inside_by_claim", fields, (TABLE, claim)),)
    return (Sentence("inside_by_table", fields, (TABLE, claim)), SchurCohnTable(rows, (TABLE, claim)))


def _quadratic_inside(p: Polynomial) -> Leaf:
    c, b, _ = p.coefficients
    fields = _quadratic_fields(p)
    if discriminant(p) < 0:
        negative = less(number(discriminant(p)), number(0))
        checks = (_discriminant_relation(p), negative, less(number(c), number(1)))
        return Sentence("pair_inside", fields, (QUADRATIC,), checks)
    size_b, size_c = Call("abs", number(b)), Call("abs", number(c))
    sides = (("b", number(abs(b))), ("c", number(abs(c))), ("bound", number(1 + c)))
    bounds = (less(size_c, number(1)), less(size_b, number(1 + c)))
    return Sentence("real_pair_inside", (*fields, *sides), (QUADRATIC,), bounds)


def on_circle(p: Polynomial, claim: Reason) -> tuple[Leaf, ...]:
    """Every root of the irreducible p, of degree 2 or more, has modulus 1."""
    order = p.cyclotomic_order
    if p.degree == 2:
        checks = (_discriminant_relation(p), less(number(discriminant(p)), number(0)))
        pair = Sentence("pair_on_circle", _quadratic_fields(p), (QUADRATIC,), checks)
        return (pair, roots_of_unity(p, order)) if order else (pair,)
    if order:
        return (roots_of_unity(p, order),)
    rows = table(p.derivative)
    sentence = Sentence(
        "on_circle_by_cohn" if rows else "on_circle_by_claim",
        (("p", Literal(p)), ("derivative", Literal(p.derivative))),
        (COHN, TABLE, claim),
    )
    return (sentence, SchurCohnTable(rows, (TABLE, claim))) if rows else (sentence,)


def roots_of_unity(p: Polynomial, order: int) -> Sentence:
    """p divides x^order - 1, so each of its roots is a root of unity."""
    whole = p.of_same([-1, *[0] * (order - 1), 1])
    checks = (equal(times(Literal(p), Literal(whole // p)), Literal(whole)),)
    return Sentence("roots_of_unity", (("p", Literal(p)), ("m", order)), (UNITY,), checks)


def outside(p: Polynomial, claim: Reason) -> Sentence:
    """Some root of the irreducible p, of degree 2 or more, has modulus > 1: the shortest true reason."""
    c, degree = p.coefficients[0], p.degree
    named = Named("p", p)
    if degree == 2 and discriminant(p) < 0:
        checks = (_discriminant_relation(p), greater(number(c), number(1)))
        return Sentence("pair_outside", _quadratic_fields(p), (QUADRATIC,), checks)
    if p(1) < 0:
        value = less(At(named, number(1)), number(p(1)), number(0))
        return _sign_change("root_above_one", p, value)
    if p(-1) * (-1) ** degree < 0:
        value = (less if degree % 2 == 0 else greater)(At(named, number(-1)), number(p(-1)), number(0))
        return _sign_change("root_below_minus_one", p, value)
    if abs(c) > 1:
        size = greater(Call("abs", number(c)), number(1))
        fields: Fields = (("p", Literal(p)), ("product", number(abs(c))))
        return Sentence("product_outside", fields, (OUTSIDE,), (size,))
    return _by_power_sums(p, claim)


def _sign_change(code: str, p: Polynomial, value: Relation) -> Sentence:
    if p.degree == 2:
        code += "_quadratic"
        return Sentence(code, (("roots", Roots(p)), ("value", value)), (OUTSIDE, QUADRATIC), (value,))
    return Sentence(code, (("value", value),), (OUTSIDE,), (value,))


def _by_power_sums(p: Polynomial, claim: Reason) -> Sentence:
    sums = power_sums(p, MAX_POWER_SUM)
    k = next((k for k in range(1, len(sums)) if abs(sums[k]) > p.degree), 0)
    if not k:
        return Sentence("outside_by_claim", (("modulus", Approximate(largest_modulus(p))),), (TABLE, claim))
    total = number(sums[k])
    checks = (
        equal(Call("trace", Power(Named("C", companion_matrix(p)), number(k))), total),
        greater(Call("abs", total), number(p.degree)),
    )
    fields = (("k", k), ("sum", total), ("degree", p.degree))
    return Sentence("power_sum_outside", fields, (OUTSIDE,), checks)


def power_sums(p: Polynomial, last: int) -> list[Fraction]:
    """[s_0, .., s_last], s_k the sum of the k-th powers of the roots of the monic p (Newton's identities)."""
    d, e = p.degree, p.coefficients[::-1]
    sums = [Fraction(d)]
    for k in range(1, last + 1):
        tail = sum((e[i] * sums[k - i] for i in range(1, min(k - 1, d) + 1)), Fraction(0))
        sums.append(-tail - (k * e[k] if k <= d else 0))
    return sums


def discriminant(p: Polynomial) -> Fraction:
    """b^2 - 4c for p = x^2 + b x + c."""
    c, b, _ = p.coefficients
    return b * b - 4 * c


def _discriminant_relation(p: Polynomial) -> Relation:
    c, b, _ = p.coefficients
    return equal(minus(number(b * b), times(4, number(c))), number(discriminant(p)))


def _quadratic_fields(p: Polynomial) -> Fields:
    return (
        ("p", Literal(p)),
        ("roots", Roots(p)),
        ("discriminant", number(discriminant(p))),
        ("product", number(p.coefficients[0])),
    )


def table(p: Polynomial) -> tuple[tuple[int, ...], ...]:
    """The Schur-Cohn table of p where it is short enough to be read; else ()."""
    if p.degree > MAX_TABLE_DEGREE:
        return ()
    rows = schur_cohn_rows(p.primitive)
    short = all(abs(c) < 10**MAX_TABLE_DIGITS for row in rows for c in row)
    return rows if short else ()


def largest_modulus(p: Polynomial) -> Fraction:
    """About the largest modulus of a root, for illustration."""
    low, high = max(z.modulus_squared for z in p.isolated_roots())
    return approximate_root((low + high) / 2)


def approximate_root(square: Fraction) -> Fraction:
    """About the square root of a non-negative number, within 2^-64 of its size or better."""
    scale = 1 << (2 * (64 + max(0, square.denominator.bit_length() - square.numerator.bit_length())))
    return Fraction(isqrt(square.numerator * scale // square.denominator), isqrt(scale))
