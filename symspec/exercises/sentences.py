"""The sentences of the tasks about spectra, bases, forms and powers; see feedback."""

from __future__ import annotations

MORE_SENTENCES: dict[str, str] = {
    # -- charpoly --
    "charpoly.correct": "Right: this is det(xI - A).",
    "charpoly.other_sign": "Right, as det(A - xI); with det(xI - A) the signs are reversed in odd order.",
    "charpoly.equation": "Right as an equation: it has the right roots with the right multiplicities.",
    "charpoly.multiple": (
        "This is a multiple of the characteristic polynomial: look at the leading coefficient of det(xI - A)."
    ),
    "charpoly.not_exact": "The coefficients are rounded; please give exact values.",
    "charpoly.degree": "The degree is {degree}, but det(xI - A) has the degree of the matrix, {order}.",
    "charpoly.leading": "The leading coefficient of det(xI - A) is 1.",
    "charpoly.trace": "The coefficient of x^{power} is not minus the trace of A.",
    "charpoly.determinant": "The constant term does not fit the determinant of A: set x = 0 in det(xI - A).",
    "charpoly.coefficient": (
        "Trace and determinant fit, but the coefficient of x^{power} does not: it comes from the principal "
        "minors of A."
    ),
    "charpoly.sign_reversed": "This is det(xI + A): the signs of the eigenvalues are reversed.",
    "charpoly.minpoly": "This is the minimal polynomial; some roots count more often in det(xI - A).",
    "charpoly.diagonal": (
        "This is the product of x minus the diagonal entries; it is det(xI - A) only for triangular A."
    ),
    "charpoly.of_the_inverse": "This is the characteristic polynomial of the inverse of A.",
    "charpoly.entry_sign": (
        "This is the characteristic polynomial of A with the sign of one entry changed: compare your first "
        "line with A."
    ),
    "charpoly.determinant_sum": (
        "The constant term is ad + bc; the determinant of [[a, b], [c, d]] is ad - bc."
    ),
    # -- minpoly --
    "minpoly.correct": "Right: it is monic, p(A) = 0, and no polynomial of lower degree does that.",
    "minpoly.not_monic": "Right up to a factor: the minimal polynomial is monic.",
    "minpoly.not_minimal": "p(A) = 0 holds, but a polynomial of lower degree annihilates A, too.",
    "minpoly.not_annihilating": "p(A) is not 0.",
    "minpoly.zero": "The zero polynomial does not count: the minimal polynomial is monic.",
    "minpoly.not_exact": "The coefficients are rounded; please give exact values.",
    "minpoly.charpoly": "This is the characteristic polynomial: can some factor be taken less often?",
    "minpoly.squarefree": (
        "Every root occurs, but one of them needs a higher exponent: A is not diagonalizable."
    ),
    "minpoly.sign_reversed": "p(-A) = 0: the signs of the eigenvalues are reversed.",
    # -- eigenvectors --
    "eigenvectors.correct": "Right; any non-zero multiple would be, too, and any other basis.",
    "eigenvector.correct": "Right; any non-zero multiple would be, too.",
    "eigenspace.correct": "Right: these vectors span the eigenspace.",
    "eigenspace.not_a_basis": "A remark: they are dependent, so they are no basis.",
    "eigenspace.mixed": "These vectors belong to different eigenvalues; an eigenspace has one.",
    "eigenvectors.zero": (
        "The zero vector satisfies Av = zv for every number z, which is why it is excluded."
    ),
    "eigenvectors.size": "A vector with {size} entries is given, but A is {order} x {order}.",
    "eigenvectors.wrong": "{vector} is no eigenvector: Av is not a multiple of v.",
    "eigenvectors.sign_of_shift": "This solves (A + zI)v = 0; eigenvectors solve (A - zI)v = 0.",
    "eigenvectors.not_for_this_value": "{vector} does not satisfy Av = zv for z = {value}.",
    "eigenvectors.not_an_eigenvalue": "{value} is not an eigenvalue, so it has no eigenvectors.",
    "eigenvectors.dependent": "The vectors for {value} are linearly dependent, so they are no basis.",
    "eigenvectors.too_few": (
        "For the eigenvalue {value} there are more independent eigenvectors than the {given} given: what is "
        "the rank of A - ({value})I?"
    ),
    "eigenvectors.rows": "The columns of this array are eigenvectors, its rows are not.",
    "eigenvectors.other_eigenvalue": "An eigenvector stands beside the eigenvalue of another one.",
    "eigenvectors.left": "This is an eigenvector of the transpose of A (a left eigenvector).",
    "eigenvectors.generalized": (
        "A vector is a generalized eigenvector only: a power of A - zI annihilates it, but A - zI does not."
    ),
    "eigenvectors.not_exact": (
        "This is close to an eigenvector but rounded; please give exact values, with fractions and roots."
    ),
    # -- P with D or J --
    "pair.size": "{name} is {size}, but A is {order} x {order}.",
    "pair.singular": "P is not invertible: its columns are linearly dependent.",
    "pair.inverse": "P and its inverse are exchanged: it holds with P^-1 in the place of P.",
    "pair.rows": "The vectors stand in the rows of P; they belong in its columns.",
    "pair.order": "The columns of P are right, but in another order than the diagonal beside them.",
    "pair.not_orthogonal": "P^T is written for P^-1, but P^T P is not I.",
    "pair.equation": "The equation {equation} that you write does not hold.",
    "diagonalization.correct": "Right: P is invertible, D is diagonal and the equation holds.",
    "diagonalization.correct_denied": "Right: A is not diagonalizable.",
    "diagonalization.possible": "A is diagonalizable over the complex numbers.",
    "diagonalization.defective": (
        "A is not diagonalizable: count the independent eigenvectors for each eigenvalue."
    ),
    "diagonalization.only_D": "D is right, P is not.",
    "diagonalization.missing_D": "D is not given.",
    "diagonalization.missing_P": "P is not given.",
    "diagonalization.not_diagonal": "The matrix that ought to be diagonal is not.",
    "diagonalization.eigenvalues": "The diagonal does not consist of the eigenvalues of A.",
    "diagonalization.not_eigenvectors": "Some column of P is no eigenvector.",
    "diagonalization.equation": "The equation AP = PD fails in column {columns}.",
    "diagonalization.not_exact": "The entries are rounded; please give exact values.",
    "orthogonal_diagonalization.correct": "Right: P is orthogonal, D is diagonal and the equation holds.",
    "orthogonal_diagonalization.not_symmetric": "Right: A is not symmetric, so there is no orthogonal P.",
    "orthogonal_diagonalization.possible": "There is such a P: compare A with its transpose.",
    "orthogonal_diagonalization.not_normalized": (
        "It diagonalizes A, and the columns of P are orthogonal, but not all of them have length 1."
    ),
    "orthogonal_diagonalization.not_orthogonal": (
        "It diagonalizes A, but the columns of P are not orthogonal to each other."
    ),
    # -- jordan_form --
    "jordan_form.correct": "Right: J has the Jordan blocks of A.",
    "jordan_form.correct_pair": "Right: P is invertible, AP = PJ, and J is a Jordan matrix.",
    "jordan_form.ones_below": "A remark: the ones stand below the diagonal; most books put them above.",
    "jordan_form.not_jordan": (
        "J is not made of Jordan blocks: equal numbers along each, ones next to them, zeros elsewhere."
    ),
    "jordan_form.not_an_eigenvalue": "{value} on the diagonal of J is not an eigenvalue of A.",
    "jordan_form.multiplicity": "{value} stands on the diagonal of J too often or too rarely.",
    "jordan_form.block_sizes": (
        "The block sizes for {value} are not right: compare the ranks of the powers of A - ({value})I."
    ),
    "jordan_form.diagonal": "A is not diagonalizable, so J needs a 1 next to its diagonal.",
    "jordan_form.only_J": "J is right, P is not.",
    "jordan_form.missing_J": "J is not given.",
    "jordan_form.not_chains": "P^-1 A P is not a Jordan matrix.",
    "jordan_form.exists": "Every matrix has a Jordan form over the complex numbers.",
    "jordan_form.equation": "AP = PJ fails in column {columns}.",
    "jordan_form.chain_reversed": (
        "The chains stand in reverse order in P: with ones above the diagonal the eigenvector comes first."
    ),
    "jordan_form.chain_broken": (
        "Every column of P is a generalized eigenvector for its number in J, but the chain does not link: "
        "(A - zI) times one column must be the column before it exactly, not a multiple of it."
    ),
    # -- similarity --
    "similarity.correct": "Right: P is invertible and AP = PB.",
    "similarity.correct_none": "Right: A and B are not similar.",
    "similarity.other_direction": "A remark: it satisfies PA = BP, so its inverse is the P of AP = PB.",
    "similarity.missing_P": "True, but give P with AP = PB, too.",
    "similarity.similar": "A and B are similar: which invariants did you compare?",
    "similarity.different_order": "A and B are not similar: they are of different order.",
    "similarity.different_charpoly": "A and B are not similar: compare their characteristic polynomials.",
    "similarity.different_minpoly": "A and B are not similar: compare their minimal polynomials.",
    "similarity.different_ranks": (
        "A and B are not similar: compare the ranks of the powers of A - zI and of B - zI."
    ),
    "similarity.equation": "P is invertible, but AP and PB differ.",
    "similarity.intertwines_only": "AP = PB holds, but P has no inverse, so it shows nothing.",
    "similarity.eigenvalues_only": (
        "Equal eigenvalues are not enough: matrices with the same characteristic polynomial may differ in "
        "their Jordan blocks."
    ),
    # -- true_false --
    "true_false.correct": "Right.",
    "true_false.not_true": "The statement is not true.",
    "true_false.not_false": "The statement is not false.",
    "true_false.distinct_eigenvalues": "How many different eigenvalues are there?",
    "true_false.repeated_not_defective": (
        "A repeated eigenvalue alone does not decide: count the independent eigenvectors."
    ),
    "true_false.invertible_is_not_diagonalizable": (
        "Being invertible says nothing about being diagonalizable."
    ),
    "true_false.entries": "The size of the entries does not decide about the powers; the eigenvalues do.",
    # -- ranks --
    "ranks.correct": "Right.",
    "ranks.wrong": "{matrix} does not have rank {given}.",
    "ranks.missing": "Both rk(A - I) and rk((A - I)^2) are asked for.",
    "ranks.nullity": "This is the dimension of the kernel; the rank and it add up to the order.",
    "ranks.range": "The rank of a {order} x {order} matrix is between 0 and {order}.",
    # -- spectral_radius --
    "spectral_radius.correct": "Right: it is the largest modulus of an eigenvalue.",
    "spectral_radius.not_a_modulus": "{value} is no modulus: the spectral radius is real and at least 0.",
    "spectral_radius.not_exact": "This is close to the spectral radius; please give the exact value.",
    "spectral_radius.too_small": "Some eigenvalue has a modulus larger than {value}.",
    "spectral_radius.too_large": "Every eigenvalue has a modulus below {value}.",
    "spectral_radius.sign": "This is the eigenvalue itself; the spectral radius is its modulus.",
    "spectral_radius.other_eigenvalue": "This is the modulus of an eigenvalue, but not the largest one.",
    "spectral_radius.trace_or_determinant": "This is read off the trace or the determinant.",
    "spectral_radius.norm": "This is a norm of A or its largest entry; norms only bound the spectral radius.",
    # -- growth --
    "growth.correct": "Right.",
    "growth.nilpotent": "A is nilpotent: from some n on, A^n = 0.",
    "growth.not_yet_zero": "Try n = {n}: A^{n} is not 0.",
    "growth.zero_earlier": "A remark: A^n = 0 from an earlier n on.",
    "growth.never_zero": "A is not nilpotent, so no A^n is 0.",
    "growth.rate": "The rate is the spectral radius; compare it with your eigenvalues.",
    "growth.degree": "The rate is not all: the power of n beside it is not {degree}.",
    "growth.degree_missing": "The rate is right; which power of n stands beside it?",
    "growth.block_overlooked": "An eigenvalue of largest modulus has a Jordan block of size 2 or more.",
    "growth.size_for_exponent": "A block of size m contributes n^(m-1), not n^m.",
    "growth.multiplicity_for_block": (
        "The power of n comes from the size of a Jordan block, not from the multiplicity of the eigenvalue."
    ),
    # -- gershgorin --
    "gershgorin.correct": "Right: every disc has the right centre and radius.",
    "gershgorin.missing": "{given} discs are given; there is one for each of the {order} diagonal entries.",
    "gershgorin.too_many": "{given} discs are given; there is one for each of the {order} diagonal entries.",
    "gershgorin.centre": "The centre of {disc} is not a diagonal entry that is still free.",
    "gershgorin.radius": "The radius of {disc} is not the sum of the moduli of the other entries.",
    "gershgorin.signed_sums": "The radii are sums of absolute values: here the signs were kept.",
    "gershgorin.diagonal_added": "The diagonal entry does not count in the radius.",
    "gershgorin.rows_for_columns": "These are the discs of the transpose: rows and columns are exchanged.",
    "gershgorin.mixed": "Some discs are taken by rows and others by columns; use one of the two.",
    "gershgorin.diameter": "These are twice the radii.",
    "gershgorin.largest_entry": "The radius is the sum of the other moduli, not the largest of them.",
    # -- power --
    "power.correct": "Right.",
    "power.from_one": "A remark: it is right for n >= 1; at n = 0, A^0 = I is something else.",
    "power.size": "The answer is {size}, but A^n is {order} x {order}.",
    "power.wrong_at": "Try n = {n}: this is not A^{n}.",
    "power.wrong_at_zero": "It is right later, but not from the first n that is claimed: A^0 = I.",
    "power.wrong_at_one": "At n = 1 it does not give A.",
    "power.right_from": "Right from n = {n} on. Try n = {before}.",
    "power.not_closed": "It is true, but a power of a matrix that is not diagonal is left in it.",
    "power.entrywise": "The entries were raised to the n-th power one by one.",
    "power.multiple": "This is nA, not A^n.",
    "power.transposed": "This is the n-th power of the transpose.",
    "power.off_by_one_less": "This is A^(n-1).",
    "power.off_by_one_more": "This is A^(n+1).",
    "power.nilpotent_not_multiplied": (
        "The nilpotent part is added once for all n: in the binomial formula it comes with a factor n."
    ),
    "power.binomial_dropped": "(D + N)^n is not D^n + N^n: the mixed terms are missing.",
    "power.nilpotent_forgotten": "This is the power of the diagonalizable part only.",
}
