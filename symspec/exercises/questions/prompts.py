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
    "true_false": "True or false: {about}. Give the reason.",
}


def prompt(task: str, about: str | None, lang: str) -> str:
    """What is asked.

    >>> prompt("charpoly", None, "en")
    'Find the characteristic polynomial of A.'
    """
    require_language(lang)
    return Vocabulary(DOMAIN, ENGLISH, lang)[task].replace("{about}", about or "")
