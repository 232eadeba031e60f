"""Proofs about matrices with entries in a number field, and the claims of their certificates."""

from __future__ import annotations

from collections.abc import Mapping

from symspec.languages import Template

OVER_FIELDS: Mapping[str, Template] = {
    "section.field_annihilator": "A polynomial that annihilates A",
    "section.field_limit": "The limit",
    "section.field_bounded": "Bounded, without a limit",
    "section.field_unbounded": "Unbounded",
    "field_eigenvalues": "The eigenvalues are about {values}.",
    "field_exact_eigenvalues": "The eigenvalues are {values}; their moduli are about {moduli}.",
    "field_exact_eigenvalue": "The only eigenvalue is {values}; its modulus is about {moduli}.",
    "field_reductions": "The quotients |a_0|/|a_d| of the first and the last coefficient of {p} and of its "
    "reductions by Schur and Cohn are about {ratios}. All are < 1, so all roots have modulus < 1.",
    "field_mirror": "That is because the conjugate of u, read backwards, is a multiple of u, and the "
    "quotients |a_0|/|a_d| of u' and of its reductions by Schur and Cohn are about {ratios}. All are < 1, "
    "so the roots of u' have modulus < 1, and those of u are simple and have modulus 1.",
    "field_mirror_plain": "That is because the conjugate of u, read backwards, is a multiple of u, and the "
    "roots of u', if it has any, have modulus < 1. So those of u are simple and have modulus 1.",
    "field_moves": "{moved}. So some eigenvalue on the unit circle is not 1, and A^n has no limit.",
    "field_outside": "On the circle of radius {radius} about {centre}, the term of degree {count} in the "
    "expansion of chi at the centre is larger than all others together. So this disc, which lies outside the "
    "unit circle, contains an eigenvalue.",
    "field_periodic": "{fixed}, {commute}, {back}, and {moved}. The largest row sum of moduli of B^{k}, for "
    "B = {rest}, is < 1. So A^n = A^n P + B^n for n >= 1, where the first part is periodic and not constant, "
    "and B^n -> 0.",
    "field_periodic_chain": "For {w}: {first}, but {second}. So w is the top of a chain of length 2 for a "
    "power of A at the eigenvalue 1.",
    "claim.embedded_stable_annihilator": "an annihilating polynomial over the field with all roots inside, "
    "so A^n -> 0",
    "claim.embedded_stable_limit": "(A - I) s(A) = 0 and L = s(A)/s(1) over the field, roots of s inside, "
    "so A^n -> L",
    "claim.circular_part": "u(A) s(A) = 0 over the field, roots of u simple on the circle, of s inside",
    "claim.circular_chain": "a chain of length 2 at modulus 1 over the field, so A^n is unbounded",
    "claim.embedded_eigenvalue_outside": "an eigenvalue in a disc outside the unit circle, so A^n is "
    "unbounded",
    "claim.embedded_charpoly": "the characteristic polynomial over the field",
    "claim.embedded_jordan": "a basis of Jordan chains over the field",
}
