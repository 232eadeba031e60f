"""Powers that tend to 0 or to another limit."""

from __future__ import annotations

from collections.abc import Mapping

from symspec.languages import Plural, Template

LIMITS: Mapping[str, Template] = {
    # -- A^n -> 0 --
    "nilpotent_spectrum": "Every eigenvalue is 0, so A^{order} = 0 by the theorem of Cayley and Hamilton.",
    "nilpotent_powers": "The first power that vanishes is A^{index}:",
    "nilpotent": Plural(
        "index",
        "{A}^n = 0 for every n >= 1, so {A}^n -> 0: the limit is reached after one step.",
        "{A}^n = 0 for every n >= {index}, so {A}^n -> 0: the limit is reached after {index} steps.",
    ),
    "simple_eigenvalues": Plural(
        "order",
        "The characteristic polynomial has one root over C, so A is diagonalizable.",
        "The characteristic polynomial has {order} different roots over C, so A is diagonalizable.",
    ),
    "squarefree_test": "The polynomial {p} has the same roots as chi, each once. So A is diagonalizable "
    "over C if and only if p(A) = 0.",
    "is_diagonalizable": "So A is diagonalizable.",
    "not_diagonalizable": "So A is not diagonalizable: A = W Sigma W^-1 with a diagonal Sigma is "
    "impossible. The decomposition of Dunford takes its place.",
    "one_eigenvalue": "With a single eigenvalue the diagonalizable part is {D}, and the nilpotent part is "
    "the rest:",
    "one_newton_step": "One Newton step for the equation p(D) = 0, from A, is enough: {step}.",
    "correction": "The nilpotent part N = p(A) p'(A)^-1 is the solution of {solves}:",
    "newton_steps": Plural(
        "count",
        "Newton's iteration for the equation p(D) = 0 starts from A and ends after one step; here {slope}.",
        "Newton's iteration for the equation p(D) = 0 starts from A and ends after {count} steps; here "
        "{slope}.",
    ),
    "newton_ends": "The iteration ends, because {last}.",
    "parts": "Because {p} = 0, the part {D} is diagonalizable, with the eigenvalues of A; {N} is nilpotent.",
    "binomial": Plural(
        "count",
        "D and N commute, so the binomial theorem holds, and N^{index} = 0 leaves one term:",
        "D and N commute, so the binomial theorem holds, and N^{index} = 0 leaves {count} terms:",
    ),
    "binomial_from": "This holds for n >= {start}.",
    "projectors": "For each eigenvalue z_k, in the order above, let P_k be the product of ({D} - z "
    "I)/(z_k - z) over the other eigenvalues z: the projector on the eigenspace of {D} for z_k.",
    "closed_form": "Therefore, for every n >= 0,",
    "closed_form_from": "The eigenvalue 0 contributes nothing from n = {start} on. Therefore, for every n "
    ">= {start},",
    "recurrence": "Both sides are equal for n = {values}, and both satisfy the recurrence of order "
    "{order} with the characteristic polynomial chi; so they are equal from there on.",
    "each_term": "Each of the sequences {terms} tends to 0, because a polynomial times a geometric "
    "sequence whose ratio has modulus < 1 tends to 0; so does their sum with constant matrices as "
    "coefficients.",
    "the_term": "The sequence {terms} tends to 0, because a polynomial times a geometric sequence whose "
    "ratio has modulus < 1 tends to 0; so does its product with a constant matrix.",
    "diagonal_powers": "Over C, {A} = W Sigma W^-1 with the eigenvalues on the diagonal of Sigma, so "
    "{A}^n = W Sigma^n W^-1. The diagonal of Sigma^n consists of the powers z^n of eigenvalues with |z| < "
    "1, and these tend to 0.",
    "dunford_powers": "Over C, D = W Sigma W^-1 with the eigenvalues on the diagonal of Sigma, so C(n,j) "
    "D^(n-j) N^j = W (C(n,j) Sigma^(n-j)) W^-1 N^j. The diagonal entries C(n,j) z^(n-j), with |z| < 1 and "
    "j <= {last}, tend to 0: a polynomial in n times a geometric sequence. A finite sum of matrices that "
    "tend to 0 tends to 0.",
    "is_zero_limit": "{power} -> 0.",
    "zero_limit_with_rate": "{power} -> 0, at the rate of {rate}.",
    "zero_limit_about": "{power} -> 0, at the rate of {rate} with the spectral radius rho, about {modulus}.",
    "zero_matrix": "A = 0, so A^n = 0 for every n >= 1: the limit is reached at once.",
    "order_one": "A 1 x 1 matrix is diagonal.",
    "order_one_powers": "A 1 x 1 matrix is multiplied like the number in it. So, for every n >= 0,",
    # -- A^n -> L --
    "first_condition": "So every eigenvalue is 1 or has modulus < 1: the first condition of Proposition 2 "
    "holds.",
    "fixed_vector": "The limit cannot be 0: {fixed} for {v}, so A^n v = v for every n.",
    "row_relations": "With {row}, .. for the rows: {relations}.",
    "minor": "The minor on the rows {rows} and the columns {columns} is {minor}, not 0; so the rank is "
    "{rank}.",
    "minor_of_one": "The entry in row {rows} and column {columns} is {minor}, not 0; so the rank is {rank}.",
    "is_zero": "{relation}, so {rank}.",
    "square_is_multiple": "{relation} is a multiple of it, so its rank is {rank} as well.",
    "ranks_agree": "So {once} and {twice}: the second condition of Proposition 2 holds, and the limit "
    "exists.",
    "ranks_differ": "So {once}, but {twice}: the ranks differ, and A^n has no limit.",
    "cofactor": "Let {s}, made of the other factors of chi, each as often as it is needed for {kills}.",
    "cofactor_at_one": "As {value} is not 0, the limit is L = s(A)/s(1):",
    "complement": "It satisfies {zero}, so by induction {split} for n >= 1.",
    "complement_stable": "For {q}, {kills}. So every eigenvalue of B is a root of q: it is 0 or an "
    "eigenvalue of A other than 1, and has modulus < 1. By Proposition 1, B^n -> 0.",
    "complement_stable_itself": "For {q}, {kills}. So every eigenvalue of B is a root of q, hence an "
    "eigenvalue of A other than 1, and has modulus < 1. By Proposition 1, B^n -> 0.",
    "complement_geometric": "Here {square}, so the powers of B form a geometric sequence:",
    "limit_geometric": "{whole} for n >= 1, and this tends to {limit}: from n = 1 on, each step multiplies "
    "the error by a number of modulus {ratio}.",
    "idempotent": "Here {square}. So {power} = A for every n >= 1, by induction: the limit is L = A, "
    "reached at once.",
    "limit_reached": "{power} -> {limit}.",
    "limit_with_rate": "{power} -> {limit}, and the error tends to 0 at the rate of {rate}.",
    "limit_about": "{power} -> {limit}, and the error tends to 0 at the rate of {rate}, where rho, about "
    "{modulus}, is the largest modulus of an eigenvalue other than 1.",
}
