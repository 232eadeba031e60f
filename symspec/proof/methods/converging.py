"""What all proofs of A^n -> L have in common: where L comes from, and A^n = L + (A - L)^n."""

from __future__ import annotations

from symspec.certificate import Claim
from symspec.decision.witnesses import charpoly_claim
from symspec.proof.facts import Facts
from symspec.proof.formula import Named
from symspec.proof.limit import complement, projector_section
from symspec.proof.spectrum import spectrum_display
from symspec.proof.steps import Conclusion, Leaf, Reason, Section, Step
from symspec.spectral.projectors import stable_cofactor

PROJECTOR = 11


def sections_before(facts: Facts, limit: Named, claims: tuple[Claim, ...], detail: str) -> tuple[Step, ...]:
    """The characteristic polynomial, and L = s(A)/s(1) with its check."""
    s = stable_cofactor(facts.profile)
    spectrum = spectrum_display(facts, charpoly_claim(facts.profile.charpoly))
    found = projector_section(facts, s, limit, claims)
    return (Section("projector", (spectrum, *found.steps)),)


def rest_of(facts: Facts, limit: Named, B: Named, claims: tuple[Claim, ...]) -> tuple[Leaf, ...]:
    """B = A - L, L B = B L = 0, A^n = L + B^n."""
    return complement(facts, limit, B, claims)


def conclusion(facts: Facts, limit: Named, because: tuple[Reason, ...]) -> Conclusion:
    """A^n -> L."""
    return Conclusion("limit_reached", (("power", facts.power), ("limit", limit)), (PROJECTOR, *because))
