"""What the powers of the blocks, or of the diagonal entries, say about A^n: the last section of a proof."""

from __future__ import annotations

from fractions import Fraction

from symspec.proof.facts import Facts, N, matrix
from symspec.proof.formula import Literal, Named, Power, equal, number, times
from symspec.proof.limit import projector_section
from symspec.proof.methods.basis import Basis
from symspec.proof.steps import Conclusion, Display, Leaf, Section, Sentence
from symspec.spectral.projectors import projector_at_one, stable_cofactor
from symspec.truth import Behavior

GEOMETRIC, EIGENVECTOR, PROJECTOR, BOUNDED, GROWTH, BLOCK = 5, 8, 11, 16, 22, 36
PROPOSITION_2 = 2


def ending(facts: Facts, basis: Basis, symbol: str) -> tuple[Section, ...]:
    """The entries of J^n, or of Sigma^n, one fate after the other.

    Args:
        facts: A and its profile.
        basis: the chains; with P and J where these are rational.
        symbol: "J" for blocks, "Sigma" for diagonal entries only.
    """
    power = ("power", facts.power)
    kind = "blocks" if symbol == "J" else "diagonal"
    match facts.behavior:
        case Behavior.TENDS_TO_ZERO:
            said: tuple[Leaf, ...] = (Sentence(f"{kind}_to_zero", (), (GEOMETRIC, BLOCK)),)
            last = Conclusion("is_zero_limit", (power,), (GEOMETRIC, *facts.claims))
        case Behavior.CONVERGES:
            limit = Named("L", projector_at_one(facts.a, facts.profile))
            said = (Sentence(f"{kind}_to_limit", (), (GEOMETRIC, BLOCK)), *_limit_by(basis, limit))
            last = Conclusion("limit_reached", (power, ("limit", limit)), (PROJECTOR, *facts.claims))
            if basis.P is None:
                return (*where_from(facts, limit), Section("limit", (*said, last)))
        case Behavior.BOUNDED_DIVERGENT:
            said = (Sentence(f"{kind}_bounded", (), (GEOMETRIC, BLOCK, EIGENVECTOR)),)
            last = Conclusion("bounded_no_limit", (power,), (BOUNDED, *facts.claims))
        case Behavior.UNBOUNDED:
            said = (_growth(facts, kind),)
            last = Conclusion("is_unbounded", (power,), (BOUNDED, *facts.claims))
    return (Section("limit", (*said, last)),)


def where_from(facts: Facts, limit: Named) -> tuple[Section, ...]:
    """L = s(A)/s(1), where A is not L itself."""
    if limit.value == facts.a:
        return ()
    return (projector_section(facts, stable_cofactor(facts.profile), limit, facts.claims),)


def _limit_by(basis: Basis, limit: Named) -> tuple[Leaf, ...]:
    """L = P E P^-1, where E keeps the ones on the diagonal of J."""
    P, J = basis.P, basis.J
    if P is None or J is None:
        return ()
    entries = matrix(J).tolist()
    kept = [
        [x if i == j and x == 1 else Fraction(0) for j, x in enumerate(row)] for i, row in enumerate(entries)
    ]
    E = Named("E", matrix(J).with_entries(kept))
    product = equal(limit, times(P, E, Power(P, number(-1))))
    shown = Display((equal(E, Literal(matrix(E))), product), (PROJECTOR,))
    return (Sentence("limit_of_form", (("J", Power(J, N)), ("E", E)), (PROJECTOR,)), shown)


def _growth(facts: Facts, kind: str) -> Leaf:
    """The entry that grows: |z|^n, or n z^(n-1) at |z| = 1."""
    outside = next((f for f in facts.profile.factors if f.counts.outside), None)
    if outside is not None:
        return Sentence(f"{kind}_grow", (), (EIGENVECTOR, BLOCK))
    return Sentence("blocks_grow_on_circle", (), (BLOCK,))
