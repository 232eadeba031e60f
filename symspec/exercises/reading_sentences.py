"""The sentences about answers in which what was asked for cannot be found; see feedback."""

from __future__ import annotations

READING: dict[str, str] = {
    "dunford.unreadable": ("D and N cannot be made out. Write: D = [[1, 0], [0, 2]], N = [[0, 0], [0, 0]]."),
    "limit.unreadable": (
        'Neither a matrix nor "does not exist" can be made out. Write the limit as [[1, 0], [0, '
        "0]], or say that it does not exist."
    ),
    "convergence.unreadable": (
        'No verdict can be made out. Say one of: "converges", "tends to 0", "bounded, no limit", "unbounded".'
    ),
    "eigenvalues.unreadable": (
        "No number can be made out. Write the eigenvalues as: 7/9 (multiplicity 2), -11."
    ),
    "growth.unreadable": "The growth cannot be made out. Write: n 2^n, or rate = 2, degree = 1.",
    "growth.no_integer": "The degree is an integer.",
    "spectral_radius.one_number": "One number is asked for. Write: rho = 3/2.",
    "spectral_radius.no_choice": "One number is asked for, without ±.",
    "ranks.unreadable": "The ranks cannot be made out. Write: rk(A - I) = 1, rk((A - I)^2) = 1.",
    "ranks.no_integer": "A rank is an integer.",
    "charpoly.unreadable": (
        "No polynomial can be made out. Write it in one letter, as x^2 - 5x + 4 or (x - 1)(x - 4)."
    ),
    "power.unreadable": "No matrix in n can be made out. Write: [[2^n, n 2^(n-1)], [0, 2^n]].",
    "gershgorin.unreadable": (
        "The discs cannot be made out. Write each one with its centre and radius: D(10, 2), D(8, 3/5)."
    ),
    "gershgorin.form": "A disc is written as |z - 10| <= 2 or D(10, 2).",
    "eigenvectors.unreadable": (
        "No vector can be made out. Write for each eigenvalue: lambda = 1: (1, 0), (0, 1)."
    ),
    "similarity.unreadable": (
        "Neither P nor a verdict can be made out. Write: P = [[1, 1], [0, 1]], or: not similar."
    ),
    "limit.only_denied": (
        'Write what the limit is, or that it does not exist; "{what}" says what it is not.'
    ),
    "eigenvalues.too_many_given": (
        "{given} numbers are given; a {order} x {order} matrix has at most {order} eigenvalues."
    ),
    "pair.unreadable": "P and {letter} cannot be made out. Write: P = [[1, 1], [0, 1]], {example}.",
    "pair.not_inverse": (
        "The first and the last factor are not inverse to each other. Write A = P {letter} P^-1."
    ),
    "power.too_involved": "{what} is too involved. Multiply it out.",
    "growth.no_term": "{what} is not read as growth. Write one term: n^2 3^n.",
    "growth.exponent": "{what} is not read as an exponent.",
    "eigenvalues.no_value": '"{what}" has no value here. Write it with numbers, roots and i.',
    "true_false.unreadable": "Neither true nor false can be made out. Write: true, because ..",
}
