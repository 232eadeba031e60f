"""Statements about quadratic forms, unitary bases and integer entries."""

from __future__ import annotations

from symspec.theorems.statement import Theorem

FORMS: tuple[Theorem, ...] = (
    Theorem(
        37,
        "stein",
        "Stein's inequality",
        "A^n -> 0 iff P and P - A^T P A are positive definite for some symmetric P.",
        "Let A be real.",
        "A^n -> 0 if and only if there is a real symmetric P such that P and P - A^T P A are positive "
        "definite. Then there is c with 0 < c <= 1 and (A x)^T P (A x) <= (1 - c) x^T P x for every "
        "real x.",
        (
            "Let P and Q = P - A^T P A be positive definite. The unit sphere is compact; let a > 0 be "
            "the minimum of x^T Q x on it, and let p > 0 and b be the minimum and the maximum of x^T "
            "P x. So x^T Q x >= c x^T P x for every x, where c = a/b, and (A x)^T P (A x) = x^T P x - "
            "x^T Q x <= (1 - c) x^T P x. Since the left-hand side is not negative, c <= 1. By "
            "induction p |A^n x|^2 <= (A^n x)^T P (A^n x) <= (1 - c)^n x^T P x, and this tends to 0. "
            "For the unit vectors x this says that all columns of A^n tend to 0.",
            "Conversely let A^n -> 0. By [1] all eigenvalues have modulus < 1. If one of them is not "
            "0, |A^n| <= C n^k rho^n with rho < 1 by [22]; otherwise A^n = 0 from some n on, by [12]. "
            "In both cases |A^n| <= C' r^n for some C' and r < 1, by [5]. So the series of the "
            "matrices (A^T)^k A^k over k >= 0 converges. Its sum P is symmetric, x^T P x is the sum "
            "of the |A^k x|^2, which is at least |x|^2, and P - A^T P A = I.",
        ),
        "R. A. Horn, C. R. Johnson, Topics in Matrix Analysis, 1991.",
    ),
    Theorem(
        38,
        "definite",
        "Positive pivots",
        "a symmetric S is positive definite iff S = L D L^T with positive pivots in D.",
        "Let S be a real symmetric matrix of order n.",
        "x^T S x > 0 for every x != 0 if and only if S = L D L^T, where L is lower triangular with "
        "ones on its diagonal, and D is diagonal with positive entries, the pivots.",
        (
            "If S = L D L^T, then x^T S x = y^T D y with y = L^T x. If x != 0, then y != 0, because "
            "L^T is invertible, and y^T D y > 0.",
            "Conversely let x^T S x > 0 for every x != 0; induction on n. The entry s = s_11 is "
            "positive: take the first unit vector for x. If n = 1, nothing remains to be shown. "
            "Otherwise let l be the column of the other entries of the first column, divided by s, "
            "and R the block of S without its first row and column. With x = (t, y), x^T S x = s (t + "
            "l^T y)^2 + y^T (R - s l l^T) y. For y != 0 and t = -l^T y this shows that R - s l l^T is "
            "positive definite. By induction R - s l l^T = M E M^T, with M and E as in the statement. "
            "Let D have the entries s and those of E, and let L have the first column (1, l) and the "
            "block M in its lower right corner. Then x^T L D L^T x is the same sum of squares as x^T "
            "S x for every x, so S = L D L^T.",
        ),
        "R. A. Horn, C. R. Johnson, Matrix Analysis, 2nd ed., 2013, section 7.2.",
    ),
    Theorem(
        39,
        "integer",
        "Powers of an integer matrix",
        "they tend to 0 iff one is 0, converge iff they stop, are bounded iff they repeat.",
        "Let A have integer entries.",
        "(a) A^n -> 0 if and only if A^m = 0 for some m >= 1. (b) A^n has a limit if and only if "
        "A^(s+1) = A^s for some s >= 0. (c) A^n is bounded if and only if A^(s+m) = A^s for some s >= "
        "0 and m >= 1. Then every eigenvalue is 0 or satisfies z^m = 1, and the eigenvalues other "
        "than 0 have blocks of size 1.",
        (
            "All entries of all A^n are integers. Integers that converge are constant from some n on, "
            "because two different integers have a distance of at least 1. So if A^n has a limit L, "
            "then A^n = L from some n = s on, and A^(s+1) = A^s. If A^(s+1) = A^s, multiplication by "
            "powers of A shows that A^n = A^s for all n >= s. This is (b), and for L = 0 it is (a).",
            "(c) There are only finitely many integer matrices of that order with entries of modulus "
            "at most a given number. So if all A^n are among them, two are equal: A^(s+m) = A^s with "
            "m >= 1. Conversely, then A^n repeats from n = s on by [27], and takes finitely many "
            "values. The polynomial x^s (x^m - 1) annihilates A, so every eigenvalue z satisfies z^s "
            "(z^m - 1) = 0. Let z != 0 and (A - z I)^2 w = 0. The number z is a simple root of x^s "
            "(x^m - 1), because the derivative m x^(m-1) of x^m - 1 is not 0 at z. So x - z is the "
            "greatest common divisor of that polynomial and (x - z)^2, and a combination of the two; "
            "therefore (A - z I) w = 0.",
        ),
        "The argument of L. Kronecker, J. reine angew. Math. 53 (1857), 173-175, for matrices.",
    ),
    Theorem(
        42,
        "triangular",
        "Unitary triangular form (Schur)",
        "A = U T U* with a unitary U and a triangular T, eigenvalues on its diagonal in any order.",
        "Let U* be the conjugate transpose of U; U is unitary if U* U = I.",
        "For every A, and every order of its eigenvalues z_1, .., z_n, there are a unitary U and an "
        "upper triangular T with diagonal z_1, .., z_n and A = U T U*. If A and its eigenvalues are "
        "real, U and T can be real.",
        (
            "Induction on n; for n = 1 take U = I. There is an eigenvector u for z_1, and u/|u| is a "
            "part of an orthonormal basis of C^n, by the method of Gram and Schmidt. Let V be unitary "
            "with this basis as columns, u/|u| first. The first column of V* A V is z_1 times the "
            "first unit vector. Let B be the block of V* A V without its first row and column. The "
            "characteristic polynomial of A is x - z_1 times that of B, so B has the eigenvalues z_2, "
            ".., z_n. By induction B = W S W* with a unitary W and a triangular S. Let M be the "
            "matrix with the entry 1 in its upper left corner, the block W in its lower right corner, "
            "and 0 elsewhere. Then U = V M is unitary, and U* A U is triangular. If A and z_1 are "
            "real, u can be chosen real, and all the rest is real as well.",
        ),
        "I. Schur, Math. Annalen 66 (1909), 488-510.",
    ),
    Theorem(
        43,
        "spectral",
        "Spectral theorem",
        "A* A = A A* iff A = U Sigma U* with a unitary U; a real symmetric A is Q Sigma Q^T with real Sigma.",
        "Let A* be the conjugate transpose of A.",
        "(a) A* A = A A* if and only if A = U Sigma U* with a unitary U and a diagonal Sigma. (b) If "
        "A is real and A^T = A, all eigenvalues are real, and A = Q Sigma Q^T with a real Q, Q^T Q = "
        "I, and a real diagonal Sigma. (c) In both cases |A^n| = rho^n for the norm that belongs to "
        "the Euclidean length, where rho is the largest modulus of an eigenvalue and n >= 1.",
        (
            "(a) Let A* A = A A*, and A = U T U* by [42]. Then T* T = T T*. The first diagonal entry "
            "of T* T is |t_11|^2, because T is triangular; that of T T* is the sum of the |t_(1j)|^2 "
            "over all j. So t_(1j) = 0 for j > 1. Now the second diagonal entries are |t_22|^2 and "
            "the sum of the |t_(2j)|^2, so t_(2j) = 0 for j > 2; and so on: T is diagonal. Conversely "
            "diagonal matrices commute, so A* A = U Sigma* Sigma U* = U Sigma Sigma* U* = A A*.",
            "(b) Let A v = z v with v != 0. The number v* A v is its own complex conjugate v* A* v, "
            "because A* = A; so it is real. It is z v* v, and v* v > 0, so z is real. By [42] A = Q T "
            "Q^T with real Q and T, and T = Q^T A Q is symmetric and triangular, so it is diagonal.",
            "(c) A^n = U Sigma^n U*, and |U y| = |y|, |U* x| = |x|. So |A^n x| = |Sigma^n U* x| <= "
            "rho^n |x|, with equality for an eigenvector x of an eigenvalue of modulus rho.",
        ),
        "R. A. Horn, C. R. Johnson, Matrix Analysis, 2nd ed., 2013.",
    ),
)
