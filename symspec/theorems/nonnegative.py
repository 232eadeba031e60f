"""Statements about matrices with nonnegative entries."""

from __future__ import annotations

from symspec.theorems.statement import Theorem

NONNEGATIVE: tuple[Theorem, ...] = (
    Theorem(
        40,
        "nonnegative",
        "Weight vectors of nonnegative matrices",
        "if A >= 0 and A w <= c w for w > 0, then A^n w <= c^n w; if A v >= r v with r > 1, A^n is "
        "unbounded.",
        "Let all entries of A be >= 0; inequalities between vectors hold entry by entry.",
        "(a) If A w <= c w for a vector w > 0 and c >= 0, then A^n w <= c^n w, and no entry of A^n "
        "exceeds c^n times the quotient of the largest by the smallest entry of w. So A^n -> 0 if c < "
        "1, and A^n is bounded if c = 1. (b) If A v >= r v for a vector v >= 0, v != 0, and r > 1, "
        "then A^n v >= r^n v, and A^n is unbounded. (c) A^n -> 0 if and only if A w < w for some w > "
        "0.",
        (
            "(a) An inequality x <= y may be multiplied by A, because A (y - x) >= 0. So A^(n+1) w <= "
            "c^n A w <= c^(n+1) w by induction. The entry of A^n in row i and column j, times w_j, is "
            "at most entry i of A^n w, hence at most c^n w_i.",
            "(b) In the same way A^(n+1) v >= r^n A v >= r^(n+1) v. Some entry v_j is positive, and "
            "entry j of A^n v is at least r^n v_j, which tends to infinity.",
            "(c) If A w < w, let c be the largest of the quotients of the entries of A w by those of "
            "w; c < 1, and (a) applies. Conversely let A^n -> 0. By [1] 1 is no eigenvalue, so I - A "
            "is invertible. From (I - A)(I + A + .. + A^n) = I - A^(n+1) -> I it follows that I + A + "
            ".. + A^n converges to (I - A)^-1, so the entries of (I - A)^-1 are at least those of I. "
            "Let e = (1, .., 1) and w = (I - A)^-1 e. Then w >= e > 0, and A w = w - e < w.",
        ),
        "E. Seneta, Non-negative Matrices and Markov Chains, 2nd ed., 1981.",
    ),
    Theorem(
        41,
        "stochastic",
        "Stochastic matrices that mix",
        "if the smallest entries of the columns of P^k add up to d > 0, P^n converges to a matrix "
        "with equal rows.",
        "Let all entries of P be >= 0 and all row sums 1, let k >= 1, and let d be the sum of the "
        "smallest entries of the columns of P^k.",
        "For every real x, the largest entry of P^n x does not grow with n, the smallest does not "
        "fall, and the difference of the two is multiplied by at most 1 - d when n grows by k. If d > "
        "0, P^n converges to a matrix with equal rows p, and p is the only row with p P = p and the "
        "sum 1.",
        (
            "The entries of P x are averages of the entries of x, with the entries of a row of P as "
            "weights. So they lie between the smallest and the largest entry of x.",
            "Let e = (1, .., 1), and let c be the row of the smallest entries of the columns of P^k. "
            "S = P^k - e c has entries >= 0 and row sums 1 - d. For every y, P^k y = (c y) e + S y, "
            "and the entries of S y lie between 1 - d times the smallest and 1 - d times the largest "
            "entry of y. So the difference of the largest and the smallest entry of P^k y is at most "
            "1 - d times that of y. Apply this to y = P^n x.",
            "Let d > 0, and let x be the j-th unit vector. Then P^n x is column j of P^n. Its largest "
            "entries form a decreasing sequence, its smallest ones an increasing one, and their "
            "difference tends to 0. So all its entries tend to one number p_j, and P^n -> e p. The "
            "row sums are 1, so p has the sum 1. From P^n P -> e p it follows that e p P = e p, so p "
            "P = p. If q P = q for another row q with the sum 1, then q = q P^n -> (q e) p = p.",
        ),
        "E. Seneta, Non-negative Matrices and Markov Chains, 2nd ed., 1981.",
    ),
    Theorem(
        48,
        "perron-frobenius",
        "Perron-Frobenius",
        "the spectral radius of a nonnegative matrix is an eigenvalue with a nonnegative eigenvector.",
        "Let all entries of A be >= 0, and let rho be the largest modulus of an eigenvalue.",
        "There is v >= 0, v != 0, with A v = rho v. If A w <= c w for some w > 0, then rho <= c; if A "
        "v >= r v for some v >= 0, v != 0, then rho >= r.",
        (
            "If rho = 0, then A^n = 0 by [12]. Let m >= 1 be the smallest number with A^m = 0. Some "
            "column of A^(m-1) is not 0; it is >= 0, and A times it is 0. So let rho > 0 from here on.",
            "Let A u = z u with |z| = rho and u != 0, and let |u| be the vector of the moduli of the "
            "entries of u. For t > 1 all eigenvalues of A/(t rho) have modulus < 1. As in the proof "
            "of [40], (t rho I - A)^-1 is the sum of A^k/(t rho)^(k+1) over k >= 0, and likewise (t z "
            "I - A)^-1 that of A^k/(t z)^(k+1). So y_t = (t rho I - A)^-1 |u| is >= 0, and the moduli "
            "of the entries of (t z I - A)^-1 u are at most the entries of y_t. But (t z I - A) u = "
            "(t - 1) z u, so (t z I - A)^-1 u = u/((t - 1) z). So the largest entry s_t of y_t tends "
            "to infinity as t -> 1. The vectors y_t/s_t are >= 0 with the largest entry 1, and (t rho "
            "I - A) y_t/s_t = |u|/s_t tends to 0 as t -> 1. By compactness y_t/s_t tends to a vector "
            "v for a sequence of numbers t -> 1; v >= 0, its largest entry is 1, and rho v - A v = 0.",
            "Let A w <= c w with w > 0, and A v = rho v with v as before. By [40] entry i of A^n v is "
            "at most C c^n for a number C and all n, and it is rho^n v_i. So rho <= c. Let A v >= r v "
            "with v >= 0, v != 0 and r > 0. Then A^n v >= r^n v as in [40], so |A^n| >= a r^n for "
            "some a > 0. If rho = 0 this contradicts A^n = 0. If rho > 0, |A^n| <= C n^k rho^n by "
            "[22], so r <= rho.",
        ),
        "O. Perron, Zur Theorie der Matrices, Math. Annalen 64 (1907), 248-263; G. Frobenius, Ueber "
        "Matrizen aus nicht negativen Elementen, 1912.",
    ),
)
