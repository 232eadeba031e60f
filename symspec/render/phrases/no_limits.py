"""Powers without a limit, bounded or not."""

from __future__ import annotations

from collections.abc import Mapping

from symspec.languages import Plural, Template

NO_LIMITS: Mapping[str, Template] = {
    # -- unbounded --
    "eigenvector": "For {v}: {fixed}.",
    "eigenvector_powers": "By induction {power} for every n >= 0.",
    "eigenvector_grows": "Since {size}, |A^n v| = {scale} |v| tends to infinity: {power} is unbounded "
    "and has no limit.",
    "krylov": "Let {p} and {v}. Then {kills}:",
    "krylov_unchecked": "Let {p} and {v}. Then {kills}.",
    "roots_are_eigenvalues": "The polynomial is irreducible over Q and v is not 0, so every root of p is "
    "an eigenvalue of A.",
    "root_outside_grows": "With an eigenvector y of A over C for this z, A^n y = z^n y and |A^n y| = "
    "|z|^n |y| tends to infinity: {power} is unbounded and has no limit.",
    "chain": "For {w}, the vector {u} satisfies {fixed}, because {ends}.",
    "chain_powers": "So {first}, and by induction, for every n >= 0,",
    "whole_power": "In fact {whole}, because this holds for every w.",
    "chain_grows": "|{power}| grows like n, so {whole} is unbounded and has no limit.",
    "chain_of_factor": "Let {p} and {w}. Then {first}, but {second}.",
    "chain_of_power": "Since p divides {x}^{m} - 1, A^{m} has a chain at the eigenvalue 1: {u}, and {ends}. "
    "So, by induction, for every n >= 0,",
    "circle_chain": "All roots of {p} have modulus 1, so some root z has a chain of length 2: (A - z I)^2 "
    "y = 0 and (A - z I) y != 0 for a vector y over C that is a combination of w, A w, A^2 w, .. Then A^n "
    "y = z^n y + n z^(n-1) (A - z I) y.",
    # -- bounded, no limit --
    "alternating": "For {v}: {fixed}, so {power}. This alternates between v and -v, so A^n has no limit.",
    "cycling": "For {v} and {p}: {kills}, and p divides {x}^{m} - 1, so {back}. But {moved}. So v, A v, A^2 "
    "v, .. is periodic and not constant, and A^n has no limit.",
    "turning_eigenvalue": "For {v} and {p}: {kills}. As p is irreducible and v is not 0, every root z of "
    "p is an eigenvalue; |z| = 1 and z is not 1.",
    "turning": "With A y = z y for y != 0 over C, A^n y = z^n y and |z^(n+1) - z^n| = |z - 1| > 0 for "
    "every n: the sequence A^n y is not a Cauchy sequence, so A^n has no limit.",
    "turning_pair": "With A y = z y for y != 0 over C, A^n y = z^n y and |z^(n+1) - z^n| = |z - 1| for "
    "every n. Here |z - 1|^2 = (1 - z)(1 - conj z) = {square}, so each step has the same length |z - 1| = "
    "{distance}: the sequence A^n y is not a Cauchy sequence, and A^n has no limit.",
    "orthogonal": "{relation}, so |A x| = |x| for every x, and |A^n x| = |x|.",
    "semisimple_bounded": "For {u}: {kills}, and the roots of u are simple and have modulus 1, so A is "
    "diagonalizable over C: A = W Sigma W^-1 and A^n = W Sigma^n W^-1. All entries of Sigma^n have "
    "modulus at most 1.",
    "annihilator_bounded": "For {u}, whose roots are simple and have modulus 1, and {s}, whose roots all "
    "have modulus < 1: {kills}. So the blocks at modulus 1 have size 1, and A^n is bounded.",
    "periodic": Plural(
        "m",
        "{relation}. So A^n takes one value only.",
        "{relation}. So A^n takes at most {m} values, and repeats with period {m}.",
    ),
    "eventually_periodic": "{relation}. So from n = {start} on, A^n repeats with period {m}.",
    "roots_of_unity_period": Plural(
        "m",
        "The only eigenvalue of modulus 1 is 1. So A^n converges.",
        "The eigenvalues of modulus 1 all satisfy z^{m} = 1. So A^n approaches a cycle of at most {m} "
        "matrices: for each r, A^({m}n + r) converges.",
    ),
    "not_periodic": "The primitive integer polynomial of z is {p}, with the leading coefficient {lead}, "
    "not 1. So z is no algebraic integer, hence no root of unity: z^n != 1 for every n >= 1. So A^n never "
    "comes back to an earlier value.",
    "bounded_no_limit": "{power} is bounded and has no limit.",
}
