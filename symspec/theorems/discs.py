"""Gershgorin's discs, the continuity of roots, and power iteration."""

from __future__ import annotations

from symspec.theorems.statement import Theorem

DISCS: tuple[Theorem, ...] = (
    Theorem(
        44,
        "gershgorin",
        "Gershgorin's discs",
        "every eigenvalue lies in a disc around some a_ii with the sum of |a_ij|, j != i, as radius.",
        "Let r_i be the sum of the |a_ij| over j != i.",
        "Every eigenvalue z of A satisfies |z - a_ii| <= r_i for some i. The same holds with the sums "
        "over the columns, and for the discs of S^-1 A S, where S is diagonal and invertible.",
        (
            "Let A v = z v with v != 0, and let v_i be an entry of v of largest modulus. Row i of A v "
            "= z v says (z - a_ii) v_i = the sum of a_ij v_j over j != i. So |z - a_ii| |v_i| <= r_i "
            "|v_i|, and |v_i| > 0. The transpose of A and S^-1 A S have the characteristic polynomial "
            "of A, so they have the same eigenvalues.",
        ),
        "S. Gerschgorin, Ueber die Abgrenzung der Eigenwerte einer Matrix, Izv. Akad. Nauk SSSR, Otd. "
        "Fiz.-Mat. Nauk 6 (1931), 749-754.",
    ),
    Theorem(
        45,
        "discs-count",
        "Eigenvalues in a component of discs",
        "k discs that meet none of the others hold exactly k eigenvalues together.",
        "Let G be the union of k of the discs |z - a_ii| <= r_i of [44], and let it meet none of the "
        "other n - k.",
        "Exactly k eigenvalues of A lie in G, counted with multiplicity. So a disc that meets no "
        "other one holds exactly one eigenvalue. Nothing of this kind holds for discs that meet: one "
        "of them may hold none.",
        (
            "For 0 <= t <= 1 let A_t have the diagonal of A, and t a_ij for j != i. The discs of A_t "
            "have the same centres and the radii t r_i, so they lie in those of A. Let H be the union "
            "of the n - k other discs of A. By [44] every eigenvalue of A_t is in G or in H. These "
            "are disjoint, closed and bounded, so they have a distance d > 0. Let m(t) be the number "
            "of eigenvalues of A_t in G, with multiplicity.",
            "The coefficients of det(x I - A_t) are polynomials in t. So by [46], for t near t_0 the "
            "eigenvalues of A_t and of A_(t_0) can be numbered so that corresponding ones have a "
            "distance smaller than d. Then they are both in G or both in H, and m(t) = m(t_0). So m "
            "is constant in a neighbourhood of each t_0, and constant on the whole interval. For t = "
            "0 the eigenvalues are the a_ii, of which exactly the k centres of the discs of G are in "
            "G. So m(1) = m(0) = k.",
            "The last sentence: the matrix with the rows (0, 1) and (4, 0) has the discs |z| <= 1 and "
            "|z| <= 4 and the eigenvalues 2 and -2, neither of which is in the first disc.",
        ),
        "R. S. Varga, Gershgorin and His Circles, 2004.",
    ),
    Theorem(
        46,
        "continuity",
        "Continuity of roots",
        "the roots of a monic polynomial, numbered suitably, depend continuously on its coefficients.",
        "Let p be a monic complex polynomial of degree d with the roots z_1, .., z_d, with multiplicity.",
        "For every e > 0 there is c > 0 such that every monic polynomial q of degree d, whose "
        "coefficients differ by less than c from those of p, has roots w_1, .., w_d with |w_i - z_i| "
        "< e for all i, in a suitable order.",
        (
            "Let e be smaller than half of the distance of any two different roots; a smaller e is no "
            "restriction. The circles of radius e around the different roots form a compact set on "
            "which p is not 0; so |p| has a minimum b > 0 there. If the coefficients of q are close "
            "enough to those of p, |q - p| < b on these circles. By Rouche's theorem q has as many "
            "roots as p inside each circle, with multiplicity. The discs are disjoint, and the "
            "numbers add up to d, so these are all roots of q.",
        ),
        "M. Marden, Geometry of Polynomials, 2nd ed., 1966, section 1.",
    ),
    Theorem(
        47,
        "power-iteration",
        "Power iteration",
        "A^n x approaches the eigenspace of the only eigenvalue of largest modulus, if x has a part there.",
        "Let z != 0 be an eigenvalue of A with blocks of size 1 only, let |y| < |z| for all other "
        "eigenvalues y, let P be the projector on ker(A - z I) along im(A - z I), and let P x != 0.",
        "A^n x / z^n -> P x, an eigenvector. The ratio |A^(n+1) x|/|A^n x| tends to |z| in every "
        "norm, and for x_n = A^n x the quotient of x_n* A x_n by x_n* x_n tends to z. The vectors "
        "with P x = 0 are a proper subspace; for these A^n x / z^n -> 0. Without the hypothesis on "
        "the other eigenvalues, the ratios need not converge: for the matrix A with the rows (0, -4) "
        "and (1, 0), and x = (1, 0), they are 1, 4, 1, 4, .. although both eigenvalues have modulus 2.",
        (
            "The matrix B = A/z has the eigenvalue 1 with blocks of size 1, and all its other "
            "eigenvalues have modulus < 1. So ker(B - I) = ker((B - I)^2), the ranks agree, and B^n "
            "-> P by [2]. So A^n x / z^n = B^n x -> P x, and A P x = z P x.",
            "Let y_n = B^n x, so that A^n x = z^n y_n and y_n -> P x != 0. Then |A^(n+1) x|/|A^n x| = "
            "|z| |y_(n+1)|/|y_n| -> |z|. The quotient of x_n* A x_n by x_n* x_n is that of y_n* A y_n "
            "by y_n* y_n, and tends to that of z p* p by p* p for p = P x, which is z. The vectors "
            "with P x = 0 are ker P, which is not the whole space because P != 0.",
            "For the example, A x = (0, 1), and A^2 = -4 I. So |A x| = 1, |A^2 x| = 4, |A^3 x| = 4, "
            "and so on.",
        ),
        "R. von Mises, H. Pollaczek-Geiringer, Z. angew. Math. Mech. 9 (1929), 58-77, 152-164.",
    ),
)
