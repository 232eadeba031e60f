"""The Jordan form: A = P J P^-1, and every entry of J^n is a binomial coefficient times a power."""

from __future__ import annotations

from symspec.certificate import ChainOnTheCircle, StableAnnihilator
from symspec.decision.certify import chain_top, proposition_2
from symspec.decision.witnesses import charpoly_claim, rank_claim
from symspec.proof import location
from symspec.proof.bounded import annihilators
from symspec.proof.facts import Facts, root, shifted
from symspec.proof.formula import At, Call, Expr, Literal, Named, Power, equal, greater, number
from symspec.proof.methods.basis import Basis, basis_of, chain_relations, factorization
from symspec.proof.methods.ending import ending
from symspec.proof.methods.method import Method, Writer
from symspec.proof.spectrum import located, spectrum_section
from symspec.proof.steps import Display, Eigenvalue, Leaf, Section, Sentence, Step
from symspec.proof.unbounded import outside_claim, smallest
from symspec.spectral.profile import FactorProfile
from symspec.spectral.projectors import projector_at_one
from symspec.truth import Behavior

CHARPOLY, RANK, CHAINS, BLOCK = 21, 24, 34, 36


def found(facts: Facts) -> Writer | str:
    """The proof by the Jordan form; it decides every fate."""
    return lambda detail: _steps(facts)


METHOD = Method("jordan", "block sizes from ranks, A = P J P^-1, and the entries of J^n", found)


def _steps(facts: Facts) -> tuple[Step, ...]:
    basis = basis_of(facts, names=("P", "J"))
    chi = charpoly_claim(facts.profile.charpoly)
    shown: tuple[Leaf, ...] = ()
    if basis.P is not None:
        shown = (
            Sentence("jordan_basis", (("P", basis.P), ("J", basis.J or basis.P)), (CHAINS, basis.claim)),
            *factorization(facts, basis),
            *chain_relations(facts, basis),
        )
    else:
        shown = (Sentence("jordan_over_c", (), (CHAINS, basis.claim)),)
    return (
        spectrum_section(facts, chi, *where(facts)),
        Section("blocks", (*_counting(facts), *_all_blocks(facts, basis))),
        Section("jordan", shown),
        Section("powers", (Sentence("jordan_powers", (), (BLOCK,)),)),
        *ending(facts, basis, "J"),
    )


def where(facts: Facts) -> tuple[Leaf, ...]:
    """Where the eigenvalues are, as far as the fate needs it; the claims cited verify just that."""
    match facts.behavior:
        case Behavior.TENDS_TO_ZERO:
            return located(facts, StableAnnihilator(facts.profile.minpoly.primitive))
        case Behavior.CONVERGES:
            limit = projector_at_one(facts.a, facts.profile)
            return located(facts, proposition_2(facts.a, facts.profile, limit))
        case Behavior.BOUNDED_DIVERGENT:
            return located(facts, annihilators(facts)[2])
        case Behavior.UNBOUNDED:
            return _not_inside(facts)


def _not_inside(facts: Facts) -> tuple[Leaf, ...]:
    """An eigenvalue outside, else one on the circle with a block of size 2 or more."""
    outside = [f for f in facts.profile.factors if f.counts.outside]
    if not outside:
        f = smallest([f for f in facts.profile.factors if f.counts.on and f.index > 1])
        claim = ChainOnTheCircle(f.polynomial.primitive, chain_top(facts.a, f.polynomial))
        return location.on_circle(f.polynomial, claim) if f.polynomial.degree > 1 else ()
    f = smallest(outside)
    if f.polynomial.degree > 1:
        return (location.outside(f.polynomial, outside_claim(facts, f)),)
    z = number(root(f.polynomial))
    size = greater(Call("abs", z), number(1))
    return (Sentence("modulus_outside", (("z", z),), (CHARPOLY,), (size,)),)


def _counting(facts: Facts) -> tuple[Leaf, ...]:
    """How ranks give the sizes, where a multiple root makes them necessary."""
    if all(f.multiplicity == 1 for f in facts.profile.factors):
        return ()
    return (Sentence("block_counts", (), (CHAINS,)),)


def _all_blocks(facts: Facts, basis: Basis) -> tuple[Leaf, ...]:
    return tuple(leaf for f in facts.profile.factors for leaf in _blocks(facts, f, basis))


def _blocks(facts: Facts, f: FactorProfile, basis: Basis) -> tuple[Leaf, ...]:
    """The sizes of the blocks of the roots of one factor, with the ranks that give them."""
    p = f.polynomial
    rational = p.degree == 1
    name = "block" if f.geometric_multiplicity == 1 else "blocks"
    whose = "of_eigenvalue" if rational else "of_factor"
    fields = (
        ("z", Eigenvalue(root(p), 1) if rational else Literal(p)),
        ("count", f.geometric_multiplicity),
        ("sizes", f.block_sizes),
    )
    if f.multiplicity == 1:
        return (Sentence(f"simple_{whose}", fields, (CHAINS, basis.claim)),)
    base: Expr = shifted(facts.A, root(p)) if rational else At(Named("p", p), facts.A)
    relations, claims = [], []
    for k in range(1, f.index + 1):
        claim = rank_claim(facts.a, p**k)
        power = base if k == 1 else Power(base, number(k))
        relations.append(equal(Call("rank", power), number(claim.rank)))
        claims.append(claim)
    named = Sentence("the_factor", (("p", equal(Named("p", p), Literal(p))),), (CHAINS,))
    return (
        *(() if rational else (named,)),
        Display(tuple(relations), (RANK, *claims)),
        Sentence(f"{name}_{whose}", fields, (CHAINS, *claims)),
    )
