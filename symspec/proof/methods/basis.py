"""A basis of eigenvectors and chains over Q, for the proofs that write A = P J P^-1."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.blocks import beside
from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import Jordan
from symspec.decision.certify import profile_dunford
from symspec.decision.witnesses import jordan_claim
from symspec.proof.facts import Facts, matrix, root, shifted
from symspec.proof.formula import Literal, Named, Power, Relation, equal, number, times
from symspec.proof.steps import Check, Display, Leaf, Sentence
from symspec.spectral.jordan import Chain, jordan_chains

CHAINS, BLOCK = 34, 36


@dataclass(frozen=True, slots=True)
class Basis:
    """The chains of A; where all eigenvalues are rational, also P and J with A P = P J.

    Attributes:
        chains: one for each irreducible factor and block size.
        claim: what the checker verifies about them.
        P, J: None unless every eigenvalue is rational.
    """

    chains: tuple[Chain, ...]
    claim: Jordan
    P: Named | None
    J: Named | None


def basis_of(facts: Facts, *, names: tuple[str, str]) -> Basis:
    """The chains, with the names that the two matrices are to have."""
    chains = jordan_chains(facts.a, facts.profile, profile_dunford(facts.a, facts.profile))
    claim = jordan_claim(chains)
    if not facts.splits:
        return Basis(chains, claim, None, None)
    P = beside([w for c in chains for w in c.columns])
    return Basis(chains, claim, Named(names[0], P), Named(names[1], _jordan(facts.a, chains)))


def _jordan(a: ExactMatrix, chains: tuple[Chain, ...]) -> ExactMatrix:
    """diag of the blocks, ones above the diagonal."""
    rows = [[Fraction(0)] * a.order for _ in range(a.order)]
    k = 0
    for c in chains:
        for i in range(c.size):
            rows[k + i][k + i] = root(c.polynomial)
            if i + 1 < c.size:
                rows[k + i][k + i + 1] = Fraction(1)
        k += c.size
    return a.with_entries(rows)


def factorization(facts: Facts, basis: Basis) -> tuple[Leaf, ...]:
    """P, J, P^-1 and the check P J P^-1 = A."""
    P, J = basis.P, basis.J
    assert P is not None and J is not None
    inverse = Power(P, number(-1))
    because = (CHAINS, basis.claim)
    shown = (
        equal(P, Literal(matrix(P))),
        equal(J, Literal(matrix(J))),
        equal(inverse, Literal(matrix(P).inverse)),
    )
    unit = Named("I", facts.a.identity())
    checks = (equal(times(P, inverse), unit), equal(times(facts.A, P), times(P, J)))
    return (Display(shown, because), Check(checks, because))


def chain_relations(facts: Facts, basis: Basis) -> tuple[Leaf, ...]:
    """(A - z I) p_1 = 0 and (A - z I) p_2 = p_1, for the chains of length 2 or more."""
    relations: list[Relation] = []
    k = 0
    for c in basis.chains:
        columns = [Named(f"p_{k + i + 1}", w) for i, w in enumerate(c.columns)]
        base = shifted(facts.A, root(c.polynomial))
        if c.size > 1:
            relations.append(equal(times(base, columns[0]), number(0)))
            relations += [
                equal(times(base, later), before) for before, later in zip(columns, columns[1:], strict=False)
            ]
        k += c.size
    if not relations:
        return ()
    return (
        Sentence("chain_columns", (("P", basis.P or facts.A),), (CHAINS, basis.claim)),
        Display(tuple(relations), (CHAINS, basis.claim)),
    )
