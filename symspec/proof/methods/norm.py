"""The norm of a power is < 1: of A itself for A^n -> 0, of A - L for A^n -> L."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import Claim, Contraction, LimitProjector
from symspec.decision.contraction import bits_of, contraction
from symspec.proof.bounded import conclusion as bounded_conclusion
from symspec.proof.bounded import no_limit
from symspec.proof.facts import Facts, N, matrix
from symspec.proof.formula import Call, Expr, Literal, Named, Power, Relation, equal, less, number, times
from symspec.proof.methods.converging import conclusion, rest_of, sections_before
from symspec.proof.methods.method import Method, Writer, only
from symspec.proof.steps import Conclusion, Display, Leaf, Reason, Section, Sentence, Step
from symspec.spectral.projectors import projector_at_one
from symspec.truth import Behavior

NORM = 23
# A power is looked for up to this exponent, and shown while its entries have that many bits.
LAST_POWER = 32
MAX_BITS = 64


@dataclass(frozen=True, slots=True)
class ShortPower:
    """|M^k| < 1 for the norm of that name: "norm" by rows, "column_norm" by columns."""

    exponent: int
    norm: str


def short_power(m: ExactMatrix) -> ShortPower | None:
    """The least k with |M^k| < 1 by rows or by columns, while the entries of M^k are short."""
    power = m
    for k in range(1, LAST_POWER + 1):
        if power.norm < 1:
            return ShortPower(k, "norm")
        if power.transpose.norm < 1:
            return ShortPower(k, "column_norm")
        power = power @ m
        if bits_of(power) > MAX_BITS:
            return None
    return None


def found(facts: Facts) -> Writer | str:
    """The proof by a norm, for A^n -> 0, A^n -> L, and |A^n| <= 1."""
    if facts.behavior is Behavior.UNBOUNDED:
        return only("that A^n is bounded", facts)
    if facts.behavior is Behavior.BOUNDED_DIVERGENT:
        return _bounded(facts)
    if facts.behavior is Behavior.CONVERGES and facts.a @ facts.a == facts.a:
        return "A^2 = A, so A^n = A for n >= 1 and there is nothing to estimate"
    m = (
        facts.a
        if facts.behavior is Behavior.TENDS_TO_ZERO
        else facts.a - projector_at_one(facts.a, facts.profile)
    )
    short = short_power(m)
    if short is None and contraction(m) is None:
        return "no power with a norm smaller than 1 was found within the stated limits"
    return lambda detail: _steps(facts, m, short, detail)


METHOD = Method(
    "norm", "a power of A (of A - L) with largest row or column sum of moduli < 1; A itself at most 1", found
)


def _bounded(facts: Facts) -> Writer | str:
    for by, name in (("rows", "norm"), ("columns", "column_norm")):
        size = Relation((Call(name, facts.A), number(_largest(facts.a, name)), number(1)), ("=", "<="))
        if _largest(facts.a, name) <= 1:
            return partial(_stays, facts, by, size)
    return "neither the row sums of moduli nor the column sums are all at most 1"


def _stays(facts: Facts, by: str, size: Relation, detail: str) -> tuple[Step, ...]:
    turns, stays = no_limit(facts)
    said = Sentence(f"norm_by_{by}", (), (NORM,))
    at_most = Sentence("norm_at_most_one", (("size", size),), (NORM,), (size,))
    return (
        Section("norm_at_most_one", (said, at_most)),
        turns,
        bounded_conclusion(facts, NORM, *facts.claims, stays),
    )


def _steps(facts: Facts, m: ExactMatrix, short: ShortPower | None, detail: str) -> tuple[Step, ...]:
    """With claims: the contraction by rows is one by itself; by columns, another certificate is cited."""
    if facts.behavior is Behavior.TENDS_TO_ZERO:
        claims = _claims(facts, m, short)
        shown, estimate = _estimate(facts.A, short, claims, facts.order)
        last = Conclusion("is_zero_limit", (("power", facts.power),), (NORM, *claims))
        return (Section("norm", shown), Section("limit", (*estimate, last)))
    limit = Named("L", facts.a - m)
    inner = _claims(facts, m, short)
    claims = tuple(
        LimitProjector(matrix(limit).as_rational_matrix(), c) if isinstance(c, Contraction) else c
        for c in inner
    )
    B = Named("B", m)
    shown, estimate = _estimate(B, short, claims, facts.order)
    return (
        *sections_before(facts, limit, claims, detail),
        Section("why", rest_of(facts, limit, B, claims)),
        Section("norm", shown),
        Section("conclusion", (*estimate, conclusion(facts, limit, (NORM, *claims)))),
    )


def _claims(facts: Facts, m: ExactMatrix, short: ShortPower | None) -> tuple[Claim, ...]:
    if short is not None and short.norm == "norm":
        return (Contraction(short.exponent, 0),)
    claim = contraction(m) if short is None else None
    return facts.claims if claim is None else (claim,)


def _estimate(
    M: Named, short: ShortPower | None, claims: tuple[Reason, ...], order: int
) -> tuple[tuple[Leaf, ...], tuple[Leaf, ...]]:
    """The leaves that show |M^k| < 1, and those that draw |M^n| -> 0 from it."""
    if short is None:
        (claim,) = claims
        large = Power(M, number(_exponent(claim)))
        return (Sentence("norm_of_power", (("power", large),), (NORM, claim)),), (
            Sentence("norm_of_long_power", (("M", Power(M, N)),), (NORM,)),
        )
    k, because = short.exponent, (NORM, *claims)
    power: Expr = M if k == 1 else Power(M, number(k))
    value = matrix(M) ** k
    sums = tuple(number(s) for s in _sums(value, short.norm))
    small = less(Call(short.norm, power), number(_largest(value, short.norm)), number(1))
    by = "rows" if short.norm == "norm" else "columns"
    leaves: list[Leaf] = [Sentence(f"norm_by_{by}", (), (NORM,))]
    if k > 1:
        first = number(_largest(matrix(M), short.norm))
        own = equal(Call(short.norm, M), first)
        leaves += [
            Sentence("norm_not_yet", (("own", own), ("power", power)), (NORM,), (own,)),
            Display((equal(power, Literal(value)),), because),
        ]
    fields = (("power", power), ("sums", sums), ("small", small))
    leaves.append(Sentence(f"{by}_sums" if order > 1 else "only_entry", fields, because, (small,)))
    return tuple(leaves), (_powers(M, k, short.norm, _largest(value, short.norm)),)


def _exponent(claim: Reason) -> int:
    inner = claim.inner if isinstance(claim, LimitProjector) else claim
    assert isinstance(inner, Contraction)
    return inner.k


def _sums(m: ExactMatrix, norm: str) -> list[Fraction]:
    rows = m.tolist() if norm == "norm" else m.transpose.tolist()
    return [sum(map(abs, row), Fraction(0)) for row in rows]


def _largest(m: ExactMatrix, norm: str) -> Fraction:
    return max(_sums(m, norm))


def _powers(M: Named, k: int, norm: str, ratio: Fraction) -> Leaf:
    """|M^n| <= |M|^n, or |M^n| <= C ratio^q for n = k q + r."""
    power: Expr = Call(norm, Power(M, N))
    if k == 1:
        short = (("size", power), ("bound", Power(number(ratio), N)), ("M", M))
        return Sentence("norm_powers", short, (NORM,))
    rest = [matrix(M) ** r for r in range(k)]
    constant = number(max(_largest(m, norm) for m in rest))
    fields = (
        ("k", k),
        ("size", power),
        ("constant", constant),
        ("ratio", number(ratio)),
        ("bound", times(constant, Power(number(ratio), Named("q", Fraction(0))))),
        ("M", M),
        ("power", Power(M, number(k))),
    )
    return Sentence("norm_powers_of_power", fields, (NORM,))
