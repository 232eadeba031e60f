"""The sentence that asks for each task, in every language."""

from __future__ import annotations

from collections.abc import Mapping

from symspec.languages import Vocabulary, require_language

DOMAIN = "questions"
ENGLISH: Mapping[str, str] = {
    "charpoly": "Find the characteristic polynomial of A.",
    "minpoly": "Find the minimal polynomial of A.",
    "eigenvalues": "Find the eigenvalues of A, with their multiplicities.",
    "eigenvectors": "Find a basis of eigenvectors for each eigenvalue of A.",
    "eigenvector": "Find an eigenvector of A.",
    "eigenspace": "Find the eigenspace of an eigenvalue of A.",
    "diagonalization": "Find P and D with A = P D P^-1, D diagonal, or say why there are none.",
    "orthogonal_diagonalization": (
        "Find an orthogonal P and a diagonal D with A = P D P^T, or say why there are none."
    ),
    "jordan_form": "Find a Jordan form J of A and a matrix P with A = P J P^-1.",
    "dunford": "Find D and N with A = D + N, D N = N D, D diagonalizable over C and N nilpotent.",
    "ranks": "Find the ranks of A - I and (A - I)^2.",
    "limit": "Find the limit of A^n as n grows, or say that there is none.",
    "convergence": "Does A^n converge? Give the reason.",
    "power": "Find A^n for every n >= 1.",
    "growth": "How fast does A^n grow? Give n^k rho^n.",
    "spectral_radius": "Find the spectral radius of A.",
    "gershgorin": "Find the Gershgorin discs of A.",
    "similarity": "Is A similar to B = {about}? If it is, give P with A P = P B.",
    "true_false": "True or false? Give the reason.",
    "diagonalizable": "A is diagonalizable over C.",
    "invertible": "A is invertible.",
    "singular": "A is singular.",
    "nilpotent": "A is nilpotent.",
    "idempotent": "A is idempotent: A^2 = A.",
    "symmetric": "A is symmetric.",
    "orthogonal": "A is orthogonal.",
    "convergent to zero": "A^n tends to 0.",
    "convergent": "A^n converges.",
    "bounded": "The powers A^n are bounded.",
    "unbounded": "The powers A^n are unbounded.",
    "eigenvalue": "{about} is an eigenvalue of A.",
    "smallest eigenvalue less than": "The smallest eigenvalue of A is less than {about}.",
    "smallest eigenvalue greater than": "The smallest eigenvalue of A is greater than {about}.",
    "largest eigenvalue less than": "The largest eigenvalue of A is less than {about}.",
    "largest eigenvalue greater than": "The largest eigenvalue of A is greater than {about}.",
}


def prompt(task: str, about: str | None, lang: str) -> str:
    """What is asked.

    >>> prompt("charpoly", None, "en")
    'Find the characteristic polynomial of A.'
    >>> prompt("true_false", "eigenvalue 3/2", "en")
    '3/2 is an eigenvalue of A. True or false? Give the reason.'
    """
    require_language(lang)
    vocabulary = Vocabulary(DOMAIN, ENGLISH, lang)
    asked = vocabulary[task].replace("{about}", about or "")
    if task != "true_false" or about is None:
        return asked
    code, _, number = (about, "", "") if about in ENGLISH else about.rpartition(" ")
    return f"{vocabulary[code].replace('{about}', number)} {asked}"
