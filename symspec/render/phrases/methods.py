"""What the methods of symspec.proof.methods say."""

from __future__ import annotations

from collections.abc import Mapping

from symspec.languages import Plural, Template

METHODS: Mapping[str, Template] = {
    "section.norm": "A norm smaller than 1",
    "section.discs": "Gershgorin's discs",
    "section.form": "A quadratic form that decreases",
    "section.annihilator": "An annihilating polynomial",
    "section.table": "Where its roots lie",
    "section.integers": "Integer entries",
    "section.contradiction": "A contradiction",
    "section.weights": "A weight vector",
    "section.stochastic": "A stochastic matrix",
    "section.blocks": "The sizes of the Jordan blocks",
    "section.jordan": "The Jordan form",
    "section.eigenvectors": "A basis of eigenvectors",
    # -- norm --
    "norm_by_rows": "For a matrix M let |M| be the largest row sum: the sum of the moduli of the entries "
    "of a row. Then |M K| <= |M| |K| for all M and K.",
    "norm_by_columns": "For a matrix M let |M| be the largest column sum: the sum of the moduli of the "
    "entries of a column. Then |M K| <= |M| |K| for all M and K.",
    "norm_not_yet": "As {own}, the norm of the matrix itself is not enough; the norm of {power} is:",
    "rows_sums": "The row sums of {power} are {sums}, so {small}.",
    "columns_sums": "The column sums of {power} are {sums}, so {small}.",
    "only_entry": "Here {small}.",
    "norm_powers": "So {size} is at most {bound}, and this tends to 0.",
    "norm_powers_of_power": "Write n = {k} q + r with 0 <= r < {k}. Then {M}^n is the q-th power of "
    "{power} times {M}^r, and the norms of the matrices {M}^r with r < {k} are at most {constant}. So "
    "{size} is at most {bound}, and this tends to 0, because q tends to infinity with n.",
    "norm_of_long_power": "The norm of a product is at most the product of the norms, so {M} tends to 0.",
    # -- Gershgorin --
    "discs_by_rows": "Row i of a matrix gives the disc with its diagonal entry c_i as centre, and with "
    "the sum r_i of the moduli of the other entries of the row as radius. Every eigenvalue lies in one of "
    "these discs.",
    "discs_by_columns": "Column i of a matrix gives the disc with its diagonal entry c_i as centre, and "
    "with the sum r_i of the moduli of the other entries of the column as radius. Every eigenvalue lies "
    "in one of these discs.",
    "discs_too_large": "The discs of A itself reach beyond the unit circle. But S^-1 A S has the same "
    "eigenvalues as A, and for a diagonal matrix S its discs are different ones:",
    "discs_inside": "The left-hand sides are |c_i| + r_i, the largest moduli in the discs. So every "
    "eigenvalue has a modulus of at most {small}.",
    "discs_touch": "The left-hand sides are |c_i| + r_i, the largest moduli in the discs; none is larger "
    "than 1. Where it is 1, the centre is positive ({centers}), so the disc touches the unit circle at "
    "the point 1 only. So every eigenvalue is 1 or has modulus < 1.",
    "bounded_by_rows": "These numbers are also the sums of the moduli of the rows of A. For the largest "
    "row sum as norm, {size}, so A^n is bounded by 1 as well: the blocks of the eigenvalue 1 have size 1, "
    "that is rk(A - I) = rk((A - I)^2).",
    "bounded_by_columns": "These numbers are also the sums of the moduli of the columns of A. For the "
    "largest column sum as norm, {size}, so A^n is bounded by 1 as well: the blocks of the eigenvalue 1 "
    "have size 1, that is rk(A - I) = rk((A - I)^2).",
    "limit_by_proposition_2": "Both conditions of Proposition 2 hold: {power} -> {limit}.",
    "discs_beyond": Plural(
        "count",
        "The disc number {numbers} lies outside the unit circle, as |c_i| - r_i > 1:",
        "The discs number {numbers} lie outside the unit circle, as |c_i| - r_i > 1:",
    ),
    "discs_apart": Plural(
        "count",
        "It meets no other disc, because the distance of the centres is larger than the sum of the radii:",
        "They meet no other disc, because the distances of the centres are larger than the sums of the "
        "radii:",
    ),
    "counted_outside": Plural(
        "count",
        "So exactly one eigenvalue lies in it, and it has modulus > 1.",
        "So exactly {count} eigenvalues, counted with multiplicity, lie in them, and these have modulus > 1.",
    ),
    "all_outside": "So every eigenvalue has modulus > 1.",
    # -- Stein --
    "form": "Let P be symmetric with x^T P x > 0 for every x != 0: then x^T P x measures the size of x. "
    "It is enough to find P of this kind such that {M} makes every vector smaller, that is x^T P x > ({M} "
    "x)^T P ({M} x), or x^T Q x > 0 for Q = P - {M}^T P {M}:",
    "ldl": "{S} is positive definite: elimination gives {product} with ones on the diagonal of the "
    "triangular {L} and the positive pivots {pivots} on the diagonal of {D}.",
    "positive_number": "{S} is a positive number.",
    "form_decreases": "On the unit sphere x^T Q x and x^T P x have a positive minimum and a maximum. So "
    "x^T Q x >= c x^T P x for some c > 0 and every x, and each step multiplies x^T P x by 1 - c or less. "
    "So {power} x tends to 0 for every x, and {power} tends to 0.",
    # -- annihilator --
    "annihilator_is_charpoly": "By the theorem of Cayley and Hamilton A is annihilated by {q}.",
    "annihilator_divides": "A polynomial of smaller degree annihilates A as well: {q}.",
    "one_root_inside": "The polynomial {q} has a single root, and its modulus is {size}.",
    "table": "All roots of {q} have modulus < 1, by the Schur-Cohn table: its first row holds the "
    "coefficients a_d, .., a_0, without a common denominator; below a row p stands (a_d p - a_0 p*)/{x} "
    "up to a factor, where p* is p with its coefficients in reverse order; and in every row the last "
    "coefficient is smaller in modulus than the first.",
    "table_by_claim": "All roots of {q} have modulus < 1: the Schur-Cohn table, too long to be printed, "
    "was verified with the certificate.",
    "annihilator_eigenvalues": "Every eigenvalue z of A is a root of q, because A v = z v gives 0 = q(A) "
    "v = q(z) v. So every eigenvalue has modulus < 1.",
    "projector_takes_over": "All roots of s have modulus < 1, so {power} = L + (A - L)^n for n >= 1, "
    "where (A - L)^n -> 0.",
    "annihilators": "Let u be the product of the factors of chi with all roots on the unit circle, each "
    "once, and s the product of the others:",
    "self_reciprocal": "Reversing the coefficients of u changes it at most in sign: {mirrored}. So, by "
    "Cohn's theorem, all roots of u are simple and have modulus 1 as soon as all roots of its derivative "
    "have modulus < 1.",
    "annihilators_bound": "So the eigenvalues of modulus 1 have blocks of size 1 only, the others have "
    "modulus < 1, and A^n is bounded.",
    # -- integers --
    "integers_to_zero": "The entries of A are integers, so the entries of all A^n are integers. Integers "
    "that tend to 0 are 0 from some n on: so A^n -> 0 exactly when some power of A is 0.",
    "integers_stop": "The entries of A are integers, so the entries of all A^n are integers. Integers "
    "that converge are constant from some n on: so A^n converges exactly when A^(n+1) = A^n for some n.",
    "stopped": "As {still}, A^n stays the same for all n >= {start}: {power} -> L, where {reached}.",
    "integers_repeat": "The entries of A are integers, so the entries of all A^n are integers. If A^n is "
    "bounded, it takes finitely many values only, and so it returns to one of them.",
    "repeats": "Here {back}: from n = {start} on A^n repeats with the period {m}, so it is bounded. As "
    "{moved}, it is not constant there, so it has no limit.",
    "repeats_at_once": "Here {back}: A^n repeats with the period {m}, so it is bounded. As {moved}, it is "
    "not constant, so it has no limit.",
    "integers_bounded": "Suppose that A^n were bounded. The entries of all A^n are integers, so A^n would "
    "take finitely many values only, and A^(s+m) = A^s for some s >= 0 and m >= 1. Then every eigenvalue "
    "z satisfies z^s (z^m - 1) = 0: it is 0 or a root of unity. And the polynomial {x}^s ({x}^m - 1), "
    "whose roots other than 0 are simple, annihilates A.",
    "unity_by_product": "But the roots of {p} are eigenvalues. Their product has the modulus {product}, "
    "while a product of roots of unity has the modulus 1: a contradiction.",
    "unity_by_sum": "But the roots of {p} are eigenvalues. Their number is {d} and their sum satisfies "
    "{size}, while the modulus of a sum of roots of unity is at most their number: a contradiction.",
    "unity_by_degree": "But the roots of {p} are eigenvalues. This polynomial is irreducible of degree "
    "{d}, and no root of unity has that degree: a contradiction.",
    "unity_by_orders": "But the roots of {p} are eigenvalues. This polynomial is irreducible of degree "
    "{d}. The roots of unity of that degree have the orders m = {orders}, and for each of these m "
    "division of {x}^m - 1 by it leaves a remainder: so its roots are no roots of unity, a contradiction.",
    "repeated_factor": "But {q} annihilates A: {kills}; and for {r}, with the factor {p} once less, "
    "{spares}. So every polynomial that annihilates A has the factor {p} as often as q, at least twice, "
    "because otherwise its greatest common divisor with q would divide r. The roots of {p} are not 0: a "
    "contradiction.",
    # -- nonnegative --
    "nonnegative": "All entries of {A} are nonnegative: {positive}. So inequalities between vectors, "
    "entry by entry, may be multiplied by {A}. For {w},",
    "nonnegative_start": "All entries of A are nonnegative: {positive}. So inequalities between vectors, "
    "entry by entry, may be multiplied by A. For {v},",
    "shrinks": "So, by induction, {power} for every n >= 1, where {small}.",
    "entries_shrink": "All entries of {w} are positive, and so each entry of A^n is at most {bound}, "
    "which tends to 0.",
    "grows": "So, by induction, {power} for every n >= 1, where {large}.",
    "transposed": "For {P}, the powers are the transposes of those of A.",
    "stays": "So, by induction, {power} for every n >= 1, and no entry of a power is larger than {bound}: "
    "A^n is bounded.",
    "stochastic_rows": "A is stochastic: {positive}, and each row has the sum 1, {sums} for the vector e "
    "of ones.",
    "stochastic_columns": "The transpose P of A is stochastic: {positive}, and each column of A has the "
    "sum 1, so {sums} for the vector e of ones. The powers of P are the transposes of those of A.",
    "mixing": "The smallest entries of the columns of {power} are {least}, with the sum {delta} > 0. So "
    "the largest and the smallest entry of each column of {P}^n come closer: their distance is multiplied "
    "by {ratio} or less in each step, the largest never grows and the smallest never falls. So {P}^n "
    "converges to a matrix with equal rows.",
    "mixing_power": "The smallest entries of the columns of {power} are {least}, with the sum {delta} > "
    "0. So the largest and the smallest entry of each column of {P}^n come closer: their distance is "
    "multiplied by {ratio} or less whenever n grows by {k}, the largest never grows and the smallest "
    "never falls. So {P}^n converges to a matrix with equal rows.",
    "stationary": "A row pi of the limit satisfies {fixed} and has the sum 1. For pi = {pi} both are "
    "true, and no other row has both properties.",
    # -- Jordan form and diagonalization --
    "simple_of_eigenvalue": "The eigenvalue {z} is a simple root of chi: one block of size 1.",
    "simple_of_factor": "Each root of {z} is a simple root of chi: one block of size 1.",
    "block_of_eigenvalue": "So the eigenvalue {z} has one block, of size {sizes}.",
    "blocks_of_eigenvalue": "So the eigenvalue {z} has several blocks, of the sizes {sizes}.",
    "block_of_factor": "So each root of {z} has one block, of size {sizes}.",
    "blocks_of_factor": "So each root of {z} has several blocks, of the sizes {sizes}.",
    "jordan_basis": "The columns of {P} are chains of vectors, one for each block, that form a basis; {J} "
    "holds the blocks:",
    "chain_columns": "With p_1, p_2, .. for the columns of {P}, the chains of length 2 or more are built "
    "like this:",
    "jordan_over_c": "Over C there is a basis of chains, so A = P J P^-1 with these blocks on the "
    "diagonal of J. The chains stand in the certificate, as polynomials in the eigenvalue.",
    "jordan_powers": "So A^n = P J^n P^-1. The n-th power of a block of J for the eigenvalue z has the "
    "entries C(n,j) z^(n-j) on the j-th diagonal above the main one, where j is smaller than its size.",
    "blocks_to_zero": "All these entries are polynomials in n times geometric sequences with |z| < 1, so "
    "they tend to 0.",
    "blocks_to_limit": "The blocks of the eigenvalue 1 have size 1 and stay as they are. All other "
    "entries are polynomials in n times geometric sequences with |z| < 1, so they tend to 0. So J^n "
    "converges, and A^n with it.",
    "blocks_bounded": "The blocks of the eigenvalues of modulus 1 have size 1, and their powers z^n stay "
    "on the unit circle; all other entries tend to 0. So J^n is bounded, and A^n with it. But for an "
    "eigenvalue of modulus 1 that is not 1, |z^(n+1) - z^n| = |z - 1| for every n, so z^n has no limit, "
    "and neither have J^n and A^n = P J^n P^-1.",
    "blocks_grow": "For an eigenvalue with |z| > 1 the entry z^n of J^n is unbounded; so A^n is "
    "unbounded, because J^n = P^-1 A^n P.",
    "blocks_grow_on_circle": "For an eigenvalue with |z| = 1 and a block of size 2 or more, J^n has the "
    "entry n z^(n-1), of modulus n; so A^n is unbounded, because J^n = P^-1 A^n P.",
    "modulus_outside": "The eigenvalue {z} has modulus > 1.",
    "eigenvector_columns": "The columns of {W} are eigenvectors, with the eigenvalues on the diagonal of "
    "Sigma in the same order:",
    "diagonal_powers_shown": "In the power of the product every inner W^-1 W is I, so {whole}; and the "
    "powers of a diagonal matrix are those of its diagonal entries.",
    "diagonal_over_c": "Over C, A = W Sigma W^-1 with the eigenvalues on the diagonal of Sigma, so A^n = "
    "W Sigma^n W^-1; and the powers of a diagonal matrix are those of its diagonal entries.",
    "diagonal_to_zero": "The diagonal entries of Sigma^n are the powers z^n of eigenvalues with |z| < 1, "
    "so they tend to 0.",
    "diagonal_to_limit": "The diagonal entries of Sigma^n are 1 where the eigenvalue is 1, and powers z^n "
    "with |z| < 1, which tend to 0, elsewhere. So Sigma^n converges, and A^n with it.",
    "diagonal_bounded": "The diagonal entries of Sigma^n are powers z^n with |z| <= 1, so they are "
    "bounded, and A^n with them. But for an eigenvalue of modulus 1 that is not 1, |z^(n+1) - z^n| = |z - "
    "1| for every n, so z^n has no limit, and neither have Sigma^n and A^n = W Sigma^n W^-1.",
    "diagonal_grow": "For an eigenvalue with |z| > 1 the entry z^n of Sigma^n is unbounded; so A^n is "
    "unbounded, because Sigma^n = W^-1 A^n W.",
    # -- brief --
    "stein_claim": "For a symmetric P, given in the certificate, P and P - A^T P A are positive definite. "
    "So x^T P x decreases by a fixed factor from x to A x, and A^n x -> 0.",
    "projector_stein": "{fixed}. So A^n = L + B^n for n >= 1 and {defined}; and B^n -> 0, because P and P "
    "- B^T P B are positive definite for a symmetric P that is given in the certificate.",
    "not_of_unity": "But {z} is an eigenvalue, and as {large} it is neither 0 nor a root of unity: a "
    "contradiction.",
    "limit_of_form": "The limit of {J} is {E}, which keeps the eigenvalues 1 on the diagonal and has 0 "
    "elsewhere, so:",
    "block_counts": "For an eigenvalue z and M = A - z I, the number of blocks of size k or more is "
    "rk(M^(k-1)) - rk(M^k).",
    "the_factor": "For {p} and the number d of its roots, rk(p(A)^(k-1)) - rk(p(A)^k) is d times the "
    "number of blocks of size k or more of each root:",
    "claim.gershgorin": "the discs of Gershgorin, and which of them hang together",
    "section.norm_at_most_one": "Bounded by a norm",
    "norm_at_most_one": "As {size}, the norm of A^n is at most 1 for every n: A^n is bounded.",
}
