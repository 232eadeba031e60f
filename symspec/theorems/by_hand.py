"""Statements behind computations by hand: determinants, row operations, rational roots, chains."""

from __future__ import annotations

from symspec.theorems.statement import Theorem

BY_HAND: tuple[Theorem, ...] = (
    Theorem(
        29,
        "cofactor",
        "Cofactor expansion",
        "det M is the sum of (-1)^(i+j) m_ij det M_ij along any row or column, M_ij without row i and "
        "column j.",
        "Let M be a square matrix of order m >= 2, and M_ij the matrix M without row i and column j.",
        "For each row i, det M is the sum of (-1)^(i+j) m_ij det M_ij over j; for each column j it is the "
        "sum over i. If M is triangular, det M is the product of its diagonal entries.",
        (
            "det M is linear in row i, which is the sum of m_ij e_j over j, so det M is the sum of m_ij "
            "times the determinant with e_j in the place of row i. There, i - 1 exchanges of neighbouring "
            "rows and j - 1 of neighbouring columns bring the entry 1 to the upper left corner; each of "
            "them changes the sign. Subtracting multiples of the first row makes the rest of the first "
            "column 0; the determinant is then that of M_ij. Columns: apply this to the transpose. For a "
            "triangular matrix, expand along the first column or row again and again.",
        ),
        "R. A. Horn, C. R. Johnson, Matrix Analysis, 2nd ed., 2013.",
    ),
    Theorem(
        30,
        "faddeev-leverrier",
        "Faddeev-LeVerrier",
        "B_1 = A, c_(n-k) = -tr(B_k)/k, B_(k+1) = A (B_k + c_(n-k) I) gives the coefficients c of chi.",
        "Let chi(x) = det(x I - A) = x^n + c_(n-1) x^(n-1) + .. + c_0, B_1 = A, and B_(k+1) = A (B_k + "
        "c_(n-k) I) for k = 1, .., n - 1.",
        "c_(n-k) = -tr(B_k)/k for k = 1, .., n, and B_n + c_0 I = 0.",
        (
            "By induction B_k = A^k + c_(n-1) A^(k-1) + .. + c_(n-k+1) A. So tr(B_k) = s_k + c_(n-1) "
            "s_(k-1) + .. + c_(n-k+1) s_1, where s_j = tr(A^j) is the sum of the j-th powers of the "
            "eigenvalues, by [21] for a triangular matrix that is similar to A. By Newton's identities for "
            "the roots of chi this is -k c_(n-k). And B_n + c_0 I = chi(A) = 0 by [12].",
        ),
        "F. R. Gantmacher, The Theory of Matrices, volume 1, 1959.",
    ),
    Theorem(
        31,
        "row-operations",
        "Row operations",
        "they keep the kernel and the rank; the rank is the number of pivots, and each column without one "
        "gives a vector of a basis of the kernel.",
        "A row operation exchanges two rows, multiplies a row by a number that is not 0, or adds a multiple "
        "of a row to another one.",
        "Row operations change neither the solutions v of M v = 0 nor the rank of M. If M has echelon form "
        "with r pivots, rk M = r, and the unknowns of the columns without a pivot can be chosen freely: "
        "with one of them not 0 and the others 0 in turn, the solutions are a basis of ker M. A system M y "
        "= v has a solution if and only if the reduction of (M | v) has no pivot in the last column.",
        (
            "Each operation can be undone by one of the same kind, so it keeps the solutions of the system, "
            "with or without a right-hand side, and the span of the rows. In echelon form the rows with a "
            "pivot are independent, since each has its first non-zero entry where all later ones have 0; so "
            "they are a basis of the span. Each equation determines the unknown of its pivot from those to "
            "the right of it. So every choice of the free unknowns gives exactly one solution; the "
            "solutions described are independent, as each has a free unknown that is 0 in the others, and "
            "every solution is the combination of them with the right free unknowns. A row (0, .., 0 | c) "
            "with c != 0 says 0 = c; without such a row the pivots can be solved for.",
        ),
        "K. Hoffman, R. Kunze, Linear Algebra, 2nd ed., 1971.",
    ),
    Theorem(
        32,
        "rational-roots",
        "Rational roots",
        "a root p/q in lowest terms of an integer polynomial has p dividing the constant term and q the "
        "leading coefficient.",
        "Let f(x) = a_d x^d + .. + a_0 have integer coefficients, a_d and a_0 not 0, and let p/q be a root "
        "in lowest terms.",
        "p divides a_0 and q divides a_d.",
        (
            "Multiply f(p/q) = 0 by q^d: a_d p^d + a_(d-1) p^(d-1) q + .. + a_0 q^d = 0. Every term but the "
            "last is a multiple of p, so p divides a_0 q^d; as p and q have no common factor, p divides "
            "a_0. Likewise q divides a_d p^d, hence a_d.",
        ),
        "G. H. Hardy, E. M. Wright, An Introduction to the Theory of Numbers, 6th ed., 2008, section 4.3.",
    ),
    Theorem(
        33,
        "independent-chains",
        "Independence of chains",
        "chains of different eigenvalues are independent, and so are chains of one eigenvalue whose ends "
        "are.",
        "A chain of length k for the eigenvalue z is a sequence w_1, .., w_k with (A - z I) w_1 = 0, w_1 != "
        "0, and (A - z I) w_(i+1) = w_i. Its end is the eigenvector w_1, its top is w_k.",
        "Chains for one eigenvalue whose ends are independent are jointly independent. Independent vectors "
        "that belong to chains of different eigenvalues are jointly independent. In particular eigenvectors "
        "for different eigenvalues are independent.",
        (
            "One eigenvalue: let a combination of all the vectors be 0, and let i be the largest position "
            "in its chain of a vector with a coefficient that is not 0. (A - z I)^(i-1) maps the vectors at "
            "position i to the ends of their chains, and all earlier ones to 0. So a combination of ends "
            "with those coefficients is 0, against their independence.",
            "Different eigenvalues: let v_1 + .. + v_r = 0, where (A - z_j I)^m v_j = 0 for different z_j "
            "and some m. The matrix product of (A - z_i I)^m over i != j annihilates every v_i with i != j, "
            "so it annihilates v_j. The polynomials (x - z_j)^m and the product of the (x - z_i)^m have no "
            "common root, so a combination of them is 1, and v_j = 0. So the parts of a vanishing "
            "combination that belong to one eigenvalue vanish each.",
        ),
        "R. A. Horn, C. R. Johnson, Matrix Analysis, 2nd ed., 2013.",
    ),
    Theorem(
        34,
        "jordan-basis",
        "Chains from their tops",
        "with r_k = rk (A - z I)^k there are r_(k-1) - r_k blocks of size >= k, and a chain of length k "
        "starts from a top y with (A - z I)^k y = 0 and (A - z I)^(k-1) y != 0.",
        "Let z be an eigenvalue of algebraic multiplicity m, N = A - z I, and r_k = rk N^k, r_0 = n.",
        "z has r_(k-1) - r_k Jordan blocks of size k or more. Tops y with N^k y = 0, taken from long chains "
        "to short ones so that the ends N^(k-1) y are independent, exist in these numbers; the chains y, N "
        "y, .., N^(k-1) y together are m independent vectors. With such chains for all eigenvalues as the "
        "columns of P, each from its end to its top, P is invertible and A P = P J, where J has the blocks "
        "on its diagonal. A chain that is begun from an eigenvector v instead needs a y with N y = v, and "
        "there is none unless v lies in the image of N.",
        (
            "Let E_k be the intersection of ker N and im N^(k-1), which holds the possible ends of chains "
            "of length k. N^(k-1) maps ker N^k onto E_k with the kernel ker N^(k-1), so dim E_k = dim ker "
            "N^k - dim ker N^(k-1) = r_(k-1) - r_k. These spaces decrease with k. Take ends that are a "
            "basis of the last E_k that is not 0, extend it to a basis of the one before, and so on down to "
            "E_1 = ker N: the ends are independent, and exactly dim E_k of them belong to chains of length "
            "k or more. The number of all vectors is the sum of the dim E_k, the dimension of ker N^n; this "
            "is m, because N is nilpotent on ker N^n and invertible on im N^n. By [33] all the chains "
            "together are independent; there are n vectors in them, so P is invertible. A w_1 = z w_1 and A "
            "w_i = z w_i + w_(i-1) say A P = P J.",
        ),
        "R. A. Horn, C. R. Johnson, Matrix Analysis, 2nd ed., 2013.",
    ),
    Theorem(
        35,
        "inverse-by-rows",
        "The inverse by row operations",
        "if row operations turn (M | I) into (I | Q), then Q = M^-1.",
        "Let M be a square matrix.",
        "If row operations turn (M | I) into (I | Q), then M is invertible and Q = M^-1.",
        (
            "Each row operation multiplies from the left by an invertible matrix. Let E be their product: E "
            "M = I and E I = Q. So Q M = I, and M is invertible with the inverse Q.",
        ),
        "K. Hoffman, R. Kunze, Linear Algebra, 2nd ed., 1971.",
    ),
    Theorem(
        36,
        "jordan-power",
        "Powers of a Jordan block",
        "J_k(z)^n has C(n, j) z^(n-j) on its j-th diagonal above the main one.",
        "Let J_k(z) = z I + S be the block of size k with z on the diagonal and ones above it.",
        "The entries of J_k(z)^n on the j-th diagonal above the main one are C(n, j) z^(n-j), for n >= 0, "
        "and those below the main diagonal are 0. If A = P J P^-1, then A^n = P J^n P^-1, and J^n has the "
        "powers of its blocks on its diagonal.",
        (
            "S^j has ones on its j-th diagonal and 0 elsewhere, S^k = 0, and z I commutes with S; so the "
            "first sentence is [6]. In (P J P^-1)^n all inner products P^-1 P are I. Matrices made of "
            "blocks on the diagonal are multiplied block by block.",
        ),
        "R. A. Horn, C. R. Johnson, Matrix Analysis, 2nd ed., 2013.",
    ),
)
