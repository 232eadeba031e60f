"""The sentences of proofs that are written out by hand."""

from __future__ import annotations

from collections.abc import Mapping

from symspec.languages import Plural, Template

FULL: Mapping[str, Template] = {
    "section.by_hand_charpoly": "The characteristic polynomial",
    "section.minor": "The minor {minor}",
    "section.by_hand_roots": "Its roots: the eigenvalues",
    "section.by_hand_eigenvectors": "Eigenvectors",
    "section.eigenvalue_of": "The eigenvalue {value}",
    "section.roots_of": "The roots of {p}",
    "section.trap": "Can a chain begin at one of these eigenvectors?",
    "section.powers_of_shift": "How long are the chains?",
    "section.chains_from_tops": "The chains, from their tops",
    "section.by_hand_eigenbasis": "A basis of eigenvectors",
    "section.by_hand_basis": "A basis of eigenvectors and chains",
    "section.newton_step": "Newton step {k}, in detail",
    # -- hints --
    "hint_cofactors": "Expand the determinant along the row or the column with most zeros.",
    "hint_faddeev": "A determinant of this size has too many terms; traces of products give the "
    "coefficients one by one.",
    "hint_factoring": "Which fractions can be roots of a polynomial with integer coefficients? Try them, "
    "and divide.",
    "hint_eigenvectors": "For each eigenvalue z, solve (A - z I) v = 0 by row operations.",
    "hint_tops": "Do not begin with an eigenvector: begin with a vector that the last power annihilates and "
    "the power before it does not.",
    "hint_basis": "Write the vectors side by side; what does A do to each of them?",
    "hint_ranks": "Reduce both matrices by row operations and count the pivots.",
    # -- characteristic polynomial --
    "triangular_determinant": "The matrix is triangular, so its determinant is the product of its diagonal "
    "entries:",
    "expand_row": Plural(
        "zeros",
        "Expand along row {index}, which has one zero; {minor} is the determinant without row i and column "
        "j.",
        "Expand along row {index}, which has {zeros} zeros; {minor} is the determinant without row i and "
        "column j.",
    ),
    "expand_column": Plural(
        "zeros",
        "Expand along column {index}, which has one zero; {minor} is the determinant without row i and "
        "column j.",
        "Expand along column {index}, which has {zeros} zeros; {minor} is the determinant without row i and "
        "column j.",
    ),
    "expand_row_without_zeros": "No entry is 0, so any row will do. Expand along row {index}; {minor} is "
    "the determinant without row i and column j.",
    "trace_and_det": "The coefficient of {power} is -tr A, and the constant term is det A.",
    "trace_and_minus_det": "The coefficient of {power} is -tr A, and the constant term is -det A.",
    "faddeev": "For order {order} the coefficients c_k of chi are found one after the other by the method "
    "of Faddeev and LeVerrier: B_1 = A, c_(n-k) = -tr(B_k)/k and B_(k+1) = A (B_k + c_(n-k) I), with n = "
    "{order}. At the end B_n + c_0 I must be 0, which checks everything.",
    "faddeev_long": "For order {order} the coefficients are found one after the other by the method of "
    "Faddeev and LeVerrier. The products B_k have entries of so many digits that they would fill pages; the "
    "result was verified with the certificate:",
    # -- roots --
    "linear": "A polynomial of degree 1 has one root.",
    "root_zero": Plural(
        "count",
        "The constant term is 0, so 0 is a root: {shape}.",
        "The last {count} coefficients are 0, so 0 is a root of multiplicity {count}: {shape}.",
    ),
    "whole_polynomial": "To have integer coefficients, take {shape}.",
    "integer_polynomial": "All coefficients are integers: let {shape}.",
    "candidates": "A rational root is p/q or -p/q with p dividing {constant} and q dividing {lead}. So only "
    "{values} and their negatives can be rational roots.",
    "one_candidate": "A rational root is p/q or -p/q with p dividing {constant} and q dividing {lead}. So "
    "only 1 and -1 can be rational roots.",
    "counted_candidates": "A rational root is p/q or -p/q with p dividing {constant} and q dividing {lead}. "
    "There are {count} such numbers; they are tried one by one.",
    "many_candidates": "A rational root is p/q or -p/q with p dividing {constant} and q dividing {lead}. "
    "These have so many divisors that only the candidates near the approximate roots are tried.",
    "no_candidate": "None of them is a root: the values of f there are not 0.",
    "root_found": "Trying gives {zero}. Division by {factor} by Horner's scheme: each number of the last "
    "row is the sum of the two above it; the last one is the remainder 0, the others are the coefficients "
    "of the quotient:",
    "root_found_wide": "Trying gives {zero}. Division by {factor}:",
    "root_next": "The quotient has the root {root}:",
    "root_left": "The last quotient is {rest}, with the root {root}.",
    "root_again": "The quotient has the root {root} once more:",
    "rest": "There remains {rest}, up to a constant factor. None of the candidates is a root of it.",
    "rest_factors": "It has no rational root, but it is a product: {shape}. Multiplying out confirms it.",
    "quadratic_formula": "For {p} the quadratic formula with b = {b} and c = {c} has the discriminant b^2 - "
    "4 c = {discriminant} > 0, so there are two real roots: {roots}.",
    "quadratic_formula_complex": "For {p} the quadratic formula with b = {b} and c = {c} has the "
    "discriminant b^2 - 4 c = {discriminant} < 0, so there are two conjugate roots: {roots}.",
    "named_roots": "The roots of {p} have no short formula. They get a name instead: alpha is any one of "
    "the {count} roots, which are about {roots}. The certificate encloses each of them in a disc of its "
    "own, with the count of the roots in it.",
    # -- eigenvectors --
    "row_marks": "The line {operation} says that 3 times the first row is subtracted from the second; "
    "entries that have changed are marked. Denominators are cleared first, so that fractions come last.",
    "alpha_explained": "Let alpha be any root of {p}. All computations use only {relation}, so they hold "
    "for each of the roots at once.",
    "alpha_too_long": "As det(alpha I - A) = 0 for each root alpha of {p}, there is an eigenvector for it. "
    "Row reduction over Q(alpha) would give it, with entries that fill pages; it is not needed, because "
    "what follows uses only that alpha is a root.",
    "power_is_zero": "Here {zero}.",
    "reduced_already": "This is in echelon form already; the rank is {rank}.",
    "pivot": "There is one pivot, in column {columns}; the rank is {rank}.",
    "pivots": "The pivots are in the columns {columns}; the rank is {rank}.",
    "reduction_too_long": "Row reduction gives the rank {rank}; its numbers have so many digits that they "
    "would fill pages.",
    "eigenspace": "So (A - z I) v = 0 with z = {value} and v = (x_1, x_2, ..) says {equations}, with {free} "
    "free. The eigenspace has dimension {dimension}; with a value of {free} that avoids fractions:",
    "eigenspaces": "So (A - z I) v = 0 with z = {value} and v = (x_1, x_2, ..) says {equations}, with "
    "{free} free. The eigenspace has dimension {dimension}; one free unknown at a time, the others 0, "
    "gives:",
    "whole_space": "Every vector is an eigenvector: the eigenspace has dimension {dimension}.",
    # -- chains --
    "too_few_eigenvectors": "The eigenvalue {value} has the multiplicity {multiplicity}, but its eigenspace "
    "has only dimension {dimension}. So A is not diagonalizable, and chains take the place of the missing "
    "eigenvectors: vectors y with (A - z I) y = v.",
    "trap_question": "Has {equation} a solution y for v in {vectors}? One row reduction answers all of "
    "these questions, with the vectors behind the bar.",
    "trap_none": "None of them: in each of the columns behind the bar a row of zeros meets a number that is "
    "not 0. A vector begins a chain only if it lies in the image of {base}, and the combination of "
    "{vectors} with the coefficients t_1, t_2, .. does so only if {condition}. So the chains are built from "
    "their tops.",
    "trap_some": "Only {inside}; behind {outside} a row of zeros meets a number that is not 0. A vector "
    "begins a chain only if it lies in the image of {base}, and the combination of {vectors} with the "
    "coefficients t_1, t_2, .. does so only if {condition}. To be sure of the right one, the chains are "
    "built from their tops.",
    "trap_all": "For all of them. Still the chains are built from their tops, which always works.",
    "block_size": "So {ranks}. From one power to the next the rank falls by the number of blocks of at "
    "least that size, starting from {order}: there is one block, of size {sizes}.",
    "block_sizes": "So {ranks}. From one power to the next the rank falls by the number of blocks of at "
    "least that size, starting from {order}: the blocks of {value} have the sizes {sizes}.",
    "kernel_of_power": "For y = (x_1, x_2, ..) the equation {power} y = 0 says {equations}.",
    "power_kills_all": "{power} y = 0 holds for every y.",
    "top": "A top of a chain of length {size} is a vector with {kills} but {last}. One free unknown at a "
    "time, the others 0, gives such a vector {top}:",
    "next_top": "The next chain has length {size}, with {kills} but {last}, and an end that is independent "
    "of the ends before:",
    "chain_of_one": "A chain of length 1 is an eigenvector that is independent of the ends before, {top}:",
    "why_this_top": "Here {end} is an eigenvector, and it lies in the image of {base} by construction: this "
    "is why the chain that begins at the top does not get stuck.",
    "ends_independent": "The chains are independent if their ends {ends} are. Side by side, as columns:",
    "ends_rank": "There is a pivot in each of the {rank} columns, so the ends are independent.",
    # -- P and J --
    "basis_diagonal": "The eigenvectors {vectors} are independent, and there are as many as A has rows. As "
    "columns they make an invertible W with A W = W {J}, the eigenvalues on the diagonal of {J}:",
    "basis_jordan": "The vectors {vectors}, each chain from its end to its top, are independent, and there "
    "are as many as A has rows. As columns they make an invertible P with A P = P {J}, where {J} has the "
    "eigenvalues on its diagonal and a one above it inside each chain:",
    "basis_over_C": "With alpha replaced by each root of its polynomial in turn, from {vectors} come as "
    "many independent eigenvectors over C as A has rows. As columns they make an invertible W with A W = W "
    "Sigma, Sigma diagonal. W^-1 would have entries with all the roots in them; it is not needed below.",
    "jordan_basis_over_C": "With alpha replaced by each root of its polynomial in turn, from {vectors} come "
    "as many independent vectors over C as A has rows. As columns they make an invertible P with A P = P J, "
    "J in Jordan form. P^-1 would have entries with all the roots in them; it is not needed below.",
    "inverse_by_rows": "{inverse} by row operations on {M} beside the unit matrix:",
    "inverse_given": "The row reduction for {inverse} would fill a page; multiplying out shows that the "
    "result is right:",
    "unit_matrix": "{M}, and it is its own inverse.",
    # -- powers --
    "power_of_diagonal": "From A = W Sigma W^-1 follows A^n = W Sigma^n W^-1, since each W^-1 W inside is "
    "I; Sigma^n has the powers of the eigenvalues on its diagonal.",
    "power_of_jordan": "From A = P J P^-1 follows A^n = P J^n P^-1, since each P^-1 P inside is I; the "
    "power of a block with z on its diagonal has C(n,j) z^(n-j) on the j-th diagonal above it.",
    "split_for_powers": "The same without P: {split}, where D P = P Sigma with the eigenvalues alone on the "
    "diagonal of Sigma, and D N = N D, N^{index} = 0:",
    "sequence_to_zero": "The sequence {terms} tends to 0.",
    "sequences_to_zero": "The sequences {terms} tend to 0.",
    "sequence_constant": "The eigenvalue 1 contributes a term that is constant.",
    "limit_from_terms": "So {power} tends to the matrix beside the constant term; the next sections find it "
    "again without eigenvectors.",
    "sequence_alternates": "The sequence {term} takes the values 1 and -1 in turn: it is bounded and has no "
    "limit.",
    "sequence_grows_slowly": "The sequence {terms} is unbounded, though its eigenvalue has modulus 1.",
    "sequences_grows_slowly": "The sequences {terms} are unbounded, though their eigenvalues have modulus 1.",
    "sequence_grows_fast": "The modulus of {terms} tends to infinity.",
    "sequences_grows_fast": "The moduli of {terms} tend to infinity.",
    "rank_found": "So {rank}.",
    "newton_values": "At {old}, with {slope}:",
}
