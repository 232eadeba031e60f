"""Brief proofs, and the claims of certificates."""

from __future__ import annotations

from collections.abc import Mapping

from symspec.languages import Template

SHORT: Mapping[str, Template] = {
    # -- brief --
    "norm_of_power": "The largest row sum of moduli of {power} is smaller than 1.",
    "norm_of_power_shown": "With |M| for the largest row sum of moduli of a matrix M, {size}.",
    "stable_annihilator": "For {q}, all roots of which have modulus < 1: {kills}. So every eigenvalue has "
    "modulus < 1, and {power} -> 0.",
    "dunford_claim": "A = D + N with D N = N D, N^{index} = 0 and p(D) = 0 for {p}, all roots of which "
    "have modulus < 1; D and N stand in the certificate.",
    "projector_contraction": "{fixed}. So A^n = L + B^n for n >= 1 and {defined}, and B^n -> 0 because "
    "the largest row sum of moduli of {power} is smaller than 1.",
    "projector_stable": "{fixed}. All roots of {s} have modulus < 1, and {kills}. So A^n = L + (A - L)^n "
    "for n >= 1, and (A - L)^n -> 0.",
    "not_inside_claim": "For {p} and {v}: {kills}, and p is irreducible. So every root of p is an "
    "eigenvalue, and none of them is 1; at least one has modulus >= 1, so A^n has no limit.",
    "outside_claim": "For {p} and {v}: {kills}, and no polynomial of smaller degree annihilates v. So "
    "every root of p is an eigenvalue, and one has modulus >= {ratio} > 1.",
    "trace_claim": "{relation}, the order of A. So some eigenvalue has modulus > 1.",
    "chain_claim": "For {p}, all roots of which have modulus 1, and {w}: {first}, but {second}. So there "
    "is a Jordan block of size 2 or more on the unit circle.",
    "is_unbounded": "{power} is unbounded and has no limit.",
    # -- claims --
    "claim.charpoly": "the characteristic polynomial",
    "claim.annihilator": "an annihilating polynomial",
    "claim.rank": "a rank, by a minor and a kernel",
    "claim.dunford": "D + N = A, D N = N D, N nilpotent, p(D) = 0 for a squarefree p",
    "claim.jordan": "chains of vectors that are a basis of C^n and bring A to Jordan form",
    "claim.inverse": "an inverse",
    "claim.enclosure": "the characteristic polynomial, and how many of its roots lie in each of some discs",
    "claim.contraction": "the norm of a power is < 1, so A^n -> 0",
    "claim.stable_annihilator": "an annihilating polynomial with all roots inside, so A^n -> 0",
    "claim.stein_inequality": "a Stein inequality, so A^n -> 0",
    "claim.proposition_1": "A = D + N with all roots of p inside, so A^n -> 0",
    "claim.limit_projector": "L is the projector, and (A - L)^n -> 0, so A^n -> L",
    "claim.proposition_2": "both conditions of Proposition 2 and L = s(A)/s(1), so A^n -> L",
    "claim.bounded_annihilator": "u(A) s(A) = 0, roots of u simple on the circle, of s inside",
    "claim.eigenvalue_not_inside": "an eigenvalue of modulus >= 1 other than 1, so no limit",
    "claim.eigenvalue_outside": "an eigenvalue of modulus > 1, so A^n is unbounded",
    "claim.trace": "the trace of a power is too large, so A^n is unbounded",
    "claim.chain_on_the_circle": "a chain of length 2 at modulus 1, so A^n is unbounded",
    "claim.embedded_contraction": "the norm of a power is < 1 at the embedding, so A^n -> 0",
    "claim.embedded_trace": "the trace of a power is too large at the embedding, so A^n is unbounded",
    "claim.embedded_limit": "L is the projector, and (A - L)^n -> 0 at the embedding, so A^n -> L",
    "claim.periodic_part": "a projector P with A^m P = P, and (A - AP)^n -> 0, so A^n is bounded",
    "claim.periodic_chain": "a chain of length 2 for A^m at the eigenvalue 1, so A^n is unbounded",
}
