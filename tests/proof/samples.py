"""Matrices of every kind that proofs distinguish, with the fate of their powers, known by hand."""

from __future__ import annotations

from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.decision.behavior import behavior
from symspec.proof.build import proof
from symspec.proof.steps import ProofTree
from symspec.spectral.profile import jordan_profile

NEARLY_ONE = f"{10**40 - 1}/{10**40}"

SAMPLES: dict[str, tuple[str, str]] = {
    # name: (rows of text, fate)
    "dunford": ("-1/2 1 0; -1 3/2 0; -5/6 5/6 -1/3", "tends_to_zero"),
    "block of size 3": ("1/2 1 0 0; 0 1/2 1 0; 0 0 1/2 0; 0 0 0 1/3", "tends_to_zero"),
    "one eigenvalue": ("1/2 1; 0 1/2", "tends_to_zero"),
    "two eigenvalues of equal modulus": ("1/2 0; 0 -1/2", "tends_to_zero"),
    "scalar": ("1/3 0; 0 1/3", "tends_to_zero"),
    "diagonalizable, twice": ("1/2 0 0; 1 1/3 0; 0 0 1/2", "tends_to_zero"),
    "with eigenvalue 0": ("0 1 0; 0 0 0; 0 0 1/2", "tends_to_zero"),
    "pair inside": ("1/2 -1/2; 1/2 1/2", "tends_to_zero"),
    "real pair inside": ("1/2 1/4; 1/3 1/3", "tends_to_zero"),
    "repeated pair": ("1/2 1 1 0; -1/4 1/2 0 1; 0 0 1/2 1; 0 0 -1/4 1/2", "tends_to_zero"),
    "quintic": ("0 0 0 0 1/32; 1 0 0 0 1/16; 0 1 0 0 0; 0 0 1 0 0; 0 0 0 1 0", "tends_to_zero"),
    "degree 7": (
        "0 0 0 0 0 0 1/4; 1 0 0 0 0 0 1/3; 0 1 0 0 0 0 0; 0 0 1 0 0 0 0; 0 0 0 1 0 0 0; 0 0 0 0 1 0 0; "
        "0 0 0 0 0 1 0",
        "tends_to_zero",
    ),
    "10^-40 inside": (f"-{NEARLY_ONE} 0; 0 0", "tends_to_zero"),
    "pair 10^-40 inside": (f"6/5 -{NEARLY_ONE}; 1 0", "tends_to_zero"),
    "nilpotent": ("0 1; 0 0", "tends_to_zero"),
    "zero": ("0 0; 0 0", "tends_to_zero"),
    "1 x 1": ("1/2", "tends_to_zero"),
    "columns, not rows": ("1/4 3/4; 1/4 1/8", "tends_to_zero"),
    "stochastic by columns": ("9/10 1/5; 1/10 4/5", "converges"),
    "chain of two": ("9/10 1/10; 1/5 4/5", "converges"),
    "identity": ("1 0; 0 1", "converges"),
    "idempotent": ("1 1; 0 0", "converges"),
    "rational, two steps": ("1/2 1/2 1/4; 1/4 0 1/4; 1/4 1/2 1/2", "converges"),
    "irrational rest": ("0 0 0 1/2; 1 0 0 1/2; 0 1 0 0; 0 0 1 0", "converges"),
    "rational and irrational": ("1 0 0 0; 0 1/2 0 0; 0 0 1/2 -1/2; 0 0 1/2 1/2", "converges"),
    "nilpotent rest": ("1 0 0; 0 0 1; 0 0 0", "converges"),
    "never returns": ("3/5 -4/5; 4/5 3/5", "bounded_divergent"),
    "never returns, not orthogonal": ("6/5 -1; 1 0", "bounded_divergent"),
    "cycle": ("0 1 0; 0 0 1; 1 0 0", "bounded_divergent"),
    "reflection": ("1 0; 1 -1", "bounded_divergent"),
    "eventually periodic": ("0 1/2 0; 1 0 1; 0 1/2 0", "bounded_divergent"),
    "period with a decaying part": ("0 1 0; 1 0 0; 0 0 1/2", "bounded_divergent"),
    "on the circle, degree 4, no root of unity": (
        "0 0 0 -1; 1 0 0 1/2; 0 1 0 -1; 0 0 1 1/2",
        "bounded_divergent",
    ),
    "two equal pairs": ("0 -1 0 0; 1 0 0 0; 0 0 0 -1; 0 0 1 0", "bounded_divergent"),
    "integers, eventually periodic": ("0 1 0; 1 0 0; 0 0 0", "bounded_divergent"),
    "bounded by columns": ("0 1 1/2; 1 0 0; 0 0 1/2", "bounded_divergent"),
    "block of 1": ("3 -4; 1 -1", "unbounded"),
    "block of -1": ("-1 1; 0 -1", "unbounded"),
    "block of 1 among others": ("1 1 0; 0 1 0; 0 0 1/2", "unbounded"),
    "block of i": ("1 1 1 0; -2 -1 0 -1; 0 0 -1 -1; 0 0 2 1", "unbounded"),
    "block of (3 + 4i)/5": ("3/5 -4/5 1 0; 4/5 3/5 0 1; 0 0 3/5 -4/5; 0 0 4/5 3/5", "unbounded"),
    "2 and 1": ("1 1 0; 0 1 1; 0 0 2", "unbounded"),
    "-2": ("-2 0; 1 1/2", "unbounded"),
    "p(1) < 0": ("1/4 1; 1 1", "unbounded"),
    "p(-1) < 0": ("-1/4 1; 1 -1", "unbounded"),
    "p(1) < 0, degree 3": ("0 0 1; 1 0 1; 0 1 0", "unbounded"),
    "p(1) < 0, degree 5": ("0 0 0 0 1; 1 0 0 0 1; 0 1 0 0 0; 0 0 1 0 0; 0 0 0 1 0", "unbounded"),
    "p(-1) > 0, degree 3": ("0 0 -1; 1 0 1; 0 1 0", "unbounded"),
    "pair outside": ("1 -2; 2 1", "unbounded"),
    "no real root": ("0 1 0 0; 0 0 1 0; 0 0 0 1; -1 1 -3 1", "unbounded"),
    "integers, product of a pair": ("0 -2; 1 0", "unbounded"),
    "integers, sum of a pair": ("3 -1; 1 0", "unbounded"),
    "all discs outside": ("3 1; 1 -3", "unbounded"),
    "product": ("0 0 0 -2; 1 0 0 0; 0 1 0 0; 0 0 1 0", "unbounded"),
    "block of 3": ("1 1 0; 0 1 1; 0 0 1", "unbounded"),
    "no eigenvector of the basis begins the chain": (
        "2 -1 0 1; 0 3 -1 0; 0 1 1 0; 0 -1 0 3",
        "unbounded",
    ),
    "one eigenvector of two begins the chain": ("0 1 0; 0 0 0; 0 0 0", "tends_to_zero"),
    "two chains": ("0 0 1 0; 0 0 0 1; 0 0 0 0; 0 0 0 0", "tends_to_zero"),
    "no zeros": ("1 2 3 4; 2 1 5 -1; 3 1 1 2; 1 1 2 -1", "unbounded"),
    "no zeros, long entries": (
        f"{NEARLY_ONE} 2 3 4; 2 {NEARLY_ONE} 5 -1; 3 1 {NEARLY_ONE} 2; 1 1 2 -1",
        "unbounded",
    ),
    "order 6": (
        "1/2 0 0 0 0 0; 1 1/3 0 0 0 0; 0 1 1/4 0 0 0; 0 0 1 1/5 0 0; 0 0 0 1 -1/2 0; 0 0 0 0 1 -1/3",
        "tends_to_zero",
    ),
    "10^-40 from 1": (f"1 1; 0 {NEARLY_ONE}", "converges"),
    "many candidates": ("24 1; 0 15", "unbounded"),
}


def sample(name: str) -> ExactMatrix:
    """The matrix of that name."""
    rows = [[Fraction(x) for x in row.split()] for row in SAMPLES[name][0].split(";")]
    return ExactMatrix.from_fractions(rows)


def proof_of(a: ExactMatrix, **options: str) -> ProofTree:
    """The proof about a matrix."""
    profile = jordan_profile(a)
    return proof(a, profile, behavior(profile), **options)
