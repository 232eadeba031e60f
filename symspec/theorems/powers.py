"""Statements about the powers of a matrix."""

from __future__ import annotations

from symspec.theorems.statement import Theorem

POWERS: tuple[Theorem, ...] = (
    Theorem(
        1,
        "proposition-1",
        "Proposition 1",
        "A^n -> 0 iff every eigenvalue has modulus < 1.",
        "",
        "A^n -> 0 if and only if every eigenvalue z of A satisfies |z| < 1.",
        (
            "If every eigenvalue satisfies |z| < 1: write A = D + N by [4], with N^m = 0. By [6], A^n "
            "is the sum of C(n, j) D^(n-j) N^j over 0 <= j < m. Since D is diagonalizable, D = W "
            "Sigma W^-1 with a diagonal matrix Sigma, whose diagonal consists of eigenvalues of A "
            "[4]. So for n >= j the j-th term is W (C(n, j) Sigma^(n-j)) W^-1 N^j, and the diagonal "
            "entries C(n, j) z^(n-j) tend to 0 by [5]. Each of the m terms tends to 0, hence so does "
            "their sum.",
            "Conversely, let A^n -> 0 and A v = z v with v != 0. Then z^n v = A^n v -> 0 by [8], so "
            "|z|^n -> 0, and |z| < 1.",
        ),
        "R. A. Horn, C. R. Johnson, Matrix Analysis, 2nd ed., 2013.",
    ),
    Theorem(
        2,
        "proposition-2",
        "Proposition 2",
        "A^n has a limit iff every eigenvalue is 1 or has modulus < 1, and rk(A - I) = rk((A - I)^2).",
        "",
        "A^n has a limit if and only if every eigenvalue is 1 or has modulus < 1, and rk(A - I) = "
        "rk((A - I)^2). The limit is then the projector on ker(A - I) along im(A - I).",
        (
            "Let A^n -> L. If A v = z v with v != 0, then z^n v = A^n v converges, so z^n converges. "
            "So |z| <= 1, and z^n (z - 1) -> 0; if |z| = 1, this gives z = 1. Suppose that the ranks "
            "differ. Then ker(A - I), which is contained in ker((A - I)^2), is not all of it, so "
            "there is w with (A - I)^2 w = 0 and (A - I) w != 0. By [10], A^n w = w + n (A - I) w, "
            "which is unbounded: a contradiction.",
            "Conversely, let both conditions hold, K = ker(A - I) and R = im(A - I). By the ranks, "
            "ker((A - I)^2) = K. If v is in K and in R, then v = (A - I) x and (A - I)^2 x = 0, so x "
            "is in K and v = 0. As dim K + dim R = n, C^n is the direct sum of K and R, and A maps "
            "each of them into itself. On K, A is the identity. On R, 1 is no eigenvalue of A, "
            "because K and R meet in 0 only; so all eigenvalues of A on R have modulus < 1, and A^n "
            "-> 0 on R by [1]. So A^n tends to the matrix that is the identity on K and 0 on R.",
        ),
        "C. D. Meyer, Matrix Analysis and Applied Linear Algebra, 2000.",
    ),
    Theorem(
        5,
        "polynomial-geometric",
        "Polynomial times geometric",
        "q(n) z^n -> 0 for every polynomial q and |z| < 1.",
        "Let q be a polynomial and |z| < 1.",
        "q(n) z^n -> 0. In particular C(n, j) z^(n-j) -> 0 for each fixed j.",
        (
            "It is enough to take q(n) = n^k. For z = 0 all terms with n >= 1 are 0. Otherwise let r "
            "= |z| and a_n = n^k r^n. Then a_(n+1)/a_n = (1 + 1/n)^k r -> r < 1, so from some n_0 on "
            "this ratio is at most s = (1 + r)/2 < 1, and a_n <= a_(n_0) s^(n - n_0). With 1/s = 1 + "
            "h, h > 0, Bernoulli's inequality gives s^n <= 1/(1 + n h) -> 0.",
            "For z != 0, C(n, j) z^(n-j) is the polynomial C(n, j) z^(-j) in n times z^n; for z = 0 "
            "it is 0 when n > j.",
        ),
        "K. Knopp, Theory and Application of Infinite Series, 1990.",
    ),
    Theorem(
        6,
        "binomial",
        "Binomial theorem for commuting matrices",
        "if D N = N D, (D + N)^n is the sum of C(n, j) D^(n-j) N^j.",
        "Let D N = N D.",
        "(D + N)^n is the sum of C(n, j) D^(n-j) N^j over 0 <= j <= n. If N^m = 0, the terms with j "
        ">= m are 0.",
        (
            "Induction on n; the case n = 0 reads I = I. Multiply the sum for n by D + N. As D and N "
            "commute, the coefficient of D^(n+1-j) N^j becomes C(n, j) + C(n, j-1) = C(n+1, j). If "
            "N^m = 0, then N^j = 0 for j >= m.",
        ),
        "N. Bourbaki, Algebra I, chapters 1-3.",
    ),
    Theorem(
        7,
        "recurrence",
        "Equality by recurrence",
        "sequences that satisfy one recurrence of order d and agree at d consecutive n agree from there on.",
        "Let chi(x) = x^d + c_(d-1) x^(d-1) + .. + c_0, and let two sequences of vectors or matrices "
        "satisfy x_(k+d) + c_(d-1) x_(k+d-1) + .. + c_0 x_k = 0 for all k >= s.",
        "If they agree for the d indices s, .., s + d - 1, they agree for all indices >= s. For A "
        "with chi(A) = 0 the powers A^n satisfy this recurrence for all k >= 0; so does C(n, j) "
        "z^(n-j) M, for every matrix M, if z != 0 is a root of chi of multiplicity greater than j.",
        (
            "The first d values are equal, and the recurrence computes each later value from the d "
            "before it; so all values are equal, by induction.",
            "Multiplying chi(A) = 0 by A^k shows that A^n satisfies the recurrence. For the last "
            "part, C(n, j) z^(n-j) is the value at z of the j-th derivative of x^n, divided by j!. So "
            "the left-hand side of the recurrence is the value at z of the j-th derivative of x^k "
            "chi(x), divided by j!, times M; and this is 0, because z is a root of multiplicity "
            "greater than j.",
        ),
        "R. P. Stanley, Enumerative Combinatorics, volume 1, 2nd ed., 2012.",
    ),
    Theorem(
        8,
        "eigenvector",
        "Powers on an eigenvector",
        "if A v = z v, then A^n v = z^n v.",
        "Let A v = z v with v != 0.",
        "A^n v = z^n v for all n >= 0. So if |z| > 1, A^n is unbounded; if |z| >= 1, A^n does not "
        "tend to 0; if |z| >= 1 and z != 1, A^n has no limit.",
        (
            "Induction: A^(n+1) v = A (z^n v) = z^n A v = z^(n+1) v. So |A^n v| = |z|^n |v|, which "
            "tends to infinity if |z| > 1, and does not tend to 0 if |z| >= 1. Further |A^(n+1) v - "
            "A^n v| = |z|^n |z - 1| |v|; if |z| >= 1 and z != 1, this does not tend to 0, so A^n v is "
            "not a Cauchy sequence.",
        ),
        "R. A. Horn, C. R. Johnson, Matrix Analysis, 2nd ed., 2013.",
    ),
    Theorem(
        10,
        "chain",
        "Powers on a chain",
        "if (A - z I)^2 w = 0 and u = (A - z I) w, then A^n w = z^n w + n z^(n-1) u; the same growth "
        "for a factor with all roots on the circle.",
        "",
        "(a) Let (A - z I)^2 w = 0 and u = (A - z I) w != 0. Then A^n w = z^n w + n z^(n-1) u for all "
        "n >= 1; for z = 1, A^n w = w + n (A - I) w for all n >= 0. If |z| = 1, |A^n w| grows like n. "
        "(b) Let p be a polynomial with simple roots, all of modulus 1, with p(A)^2 w = 0 and p(A) w "
        "!= 0. Then |A^n w| grows like n.",
        (
            "(a) A u = z u and A w = z w + u. The formula holds for n = 1. If it holds for n, then "
            "A^(n+1) w = z^n (z w + u) + n z^(n-1) z u = z^(n+1) w + (n + 1) z^n u. For z = 1 it also "
            "holds for n = 0. If |z| = 1, then n |u| - |w| <= |A^n w| <= n |u| + |w|.",
            "(b) Let m be the monic polynomial of least degree with m(A) w = 0. It divides p^2, but "
            "not p. The roots of p are simple, so if the roots of m were simple, m would divide p; so "
            "m has a root z with (x - z)^2 dividing m. Let g = m/(x - z)^2 and y = g(A) w. Then (A - "
            "z I)^2 y = 0, and (A - z I) y != 0 because m has least degree. By (a), |A^n y| grows "
            "like n. As A^n y = g(A) A^n w, |A^n w| >= |A^n y| / |g(A)|, and g(A) != 0.",
            "For the upper bound let V be the span of w, A w, A^2 w, ..; A maps V into itself, and "
            "there p(A)^2 = 0, because p(A)^2 A^k w = A^k p(A)^2 w = 0. Decompose A = D + N on V by "
            "[4]. N is a multiple of p(A) on V, so N^2 = 0 and A^n = D^n + n D^(n-1) N there, by [6]. "
            "D is diagonalizable with eigenvalues of modulus 1, so |D^n| is bounded, and |A^n w| is "
            "at most a constant times n, for n >= 1.",
        ),
        "R. A. Horn, C. R. Johnson, Topics in Matrix Analysis, 1991.",
    ),
    Theorem(
        11,
        "projector",
        "The projector s(A)/s(1)",
        "if (A - I) s(A) = 0 and s(1) != 0, then L = s(A)/s(1) is the projector on ker(A - I) along "
        "im(A - I), and A^n = L + (A - L)^n for n >= 1.",
        "Let (A - I) s(A) = 0 with s(1) != 0, and L = s(A)/s(1), B = A - L.",
        "L^2 = L and A L = L A = L; L is the projector on ker(A - I) along im(A - I); L B = B L = 0, "
        "and A^n = L + B^n for all n >= 1. Every eigenvalue of B is 0 or a root of s. So if s is "
        "strictly stable, A^n -> L.",
        (
            "L is a polynomial in A, so it commutes with A, and (A - I) L = 0 gives A L = L A = L. "
            "Write s(x) = s(1) + (x - 1) t(x). Then s(A) L = s(1) L + t(A) (A - I) L = s(1) L, that "
            "is L^2 = L. If (A - I) v = 0, then s(A) v = s(1) v and L v = v; and (A - I) L = 0. So "
            "the image of L is ker(A - I). If L v = 0, then s(1) v = -(A - I) t(A) v, so v is in im(A "
            "- I); and L (A - I) = 0. So the kernel of L is im(A - I).",
            "L B = L A - L^2 = 0 and likewise B L = 0. So by [6] A^n = (L + B)^n = L^n + B^n = L + "
            "B^n for n >= 1. On ker(A - I), B = 0. On im(A - I), L = 0, so B = A there and s(B) = 0, "
            "because s(A) (A - I) = 0. So B s(B) = 0, and every eigenvalue z of B satisfies z s(z) = "
            "0. If s is strictly stable, B^n -> 0 by [1].",
        ),
        "C. D. Meyer, Matrix Analysis and Applied Linear Algebra, 2000.",
    ),
    Theorem(
        16,
        "boundedness",
        "Boundedness",
        "A^n is bounded iff every eigenvalue has modulus <= 1, those of modulus 1 with blocks of size 1.",
        "",
        "A^n is bounded if and only if every eigenvalue satisfies |z| <= 1 and those with |z| = 1 "
        "have blocks of size 1 only, that is ker(A - z I) = ker((A - z I)^2). This is so if u(A) s(A) "
        "= 0 with s strictly stable and the roots of u simple and of modulus 1.",
        (
            "Let A^n be bounded. By [8] no eigenvalue has modulus > 1. If |z| = 1 and ker(A - z I) "
            "were smaller than ker((A - z I)^2), A^n would be unbounded by [10].",
            "Conversely, decompose A = D + N by [4], and let P_k be the projectors of D on the "
            "eigenspaces ker(D - z_k I) [26]. A^n is the sum of C(n, j) z_k^(n-j) P_k N^j over k and "
            "j. For |z_k| < 1 these terms tend to 0 by [5]. Let |z_k| = 1. On the image of P_k, A - "
            "z_k I = N is nilpotent; as ker((A - z_k I)^2) = ker(A - z_k I), all kernels of higher "
            "powers are equal to it as well, so N = 0 on the image of P_k. What remains is z_k^n P_k, "
            "which is bounded.",
            "If u(A) s(A) = 0, every eigenvalue z is a root of u s, so |z| <= 1. If |z| = 1, z is a "
            "simple root of u s, so the greatest common divisor of u s and (x - z)^2 is x - z; it is "
            "a combination of the two. So (A - z I)^2 w = 0 implies (A - z I) w = 0.",
        ),
        "R. A. Horn, C. R. Johnson, Matrix Analysis, 2nd ed., 2013.",
    ),
    Theorem(
        22,
        "growth",
        "Growth",
        "c n^k rho^n <= |A^n| <= C n^k rho^n, where k + 1 is the largest block size at modulus rho > 0.",
        "Let rho > 0 be the largest modulus of an eigenvalue, and k + 1 the largest index of an "
        "eigenvalue of modulus rho.",
        "There are c, C > 0 with c n^k rho^n <= |A^n| <= C n^k rho^n for all n >= 1. If A^n has a "
        "limit L, then A^n - L = (A - L)^n for n >= 1, and A - L has the eigenvalues of A other than "
        "1, with the same indices, and 0.",
        (
            "By [26] A^n is the sum of C(n, j) z_i^(n-j) P_i N^j over the eigenvalues z_i and j "
            "smaller than the index of z_i. If |z_i| = rho, then j <= k, and the term is at most a "
            "constant times n^k rho^n. If |z_i| < rho, the term divided by rho^n is bounded by [5]. "
            "So the upper bound holds.",
            "Let z have modulus rho and index k + 1, and choose x with (A - z I)^(k+1) x = 0 and y_k "
            "!= 0, where y_j = (A - z I)^j x. By [6], A^n x is the sum of C(n, j) z^(n-j) y_j over j "
            "<= k. The vectors y_0, .., y_k are linearly independent: apply the highest useful power "
            "of A - z I to a relation. So |A^n x| is at least a constant times the modulus of the "
            "coefficient of y_k, which is C(n, k) rho^(n-k); for n >= 2k this is at least a constant "
            "times n^k rho^n. For the finitely many smaller n >= 1, A^n != 0 because rho > 0, and a "
            "smaller constant serves.",
            "If A^n -> L, let K = ker(A - I) and R = im(A - I); by [2] the space is their direct sum. "
            "A - L is 0 on K and equals A on R, and L (A - L) = (A - L) L = 0, so A^n = L + (A - L)^n "
            "for n >= 1 by [6].",
        ),
        "R. A. Horn, C. R. Johnson, Topics in Matrix Analysis, 1991.",
    ),
    Theorem(
        23,
        "norm",
        "Norm of a power",
        "if |A^k| < 1 for an operator norm, A^n -> 0; if |A^k| <= 1, A^n is bounded.",
        "Let k >= 1, and let |.| be an operator norm, such as the largest row sum of moduli.",
        "If |A^k| < 1, then A^n -> 0. If |A^k| <= 1, then A^n is bounded.",
        (
            "Write n = k q + r with 0 <= r < k. Then |A^n| <= |A^k|^q |A^r|, and the finitely many "
            "|A^r| are bounded.",
        ),
        "R. A. Horn, C. R. Johnson, Matrix Analysis, 2nd ed., 2013.",
    ),
    Theorem(
        25,
        "trace",
        "Trace of a power",
        "if |tr A^k| exceeds the order of A, some eigenvalue has modulus > 1.",
        "Let |tr A^k| > n for some k >= 1, n the order of A.",
        "Some eigenvalue has modulus > 1, so A^n is unbounded.",
        (
            "Triangularize A over C [42]: tr A^k is the sum of z^k over the n eigenvalues z, with "
            "multiplicity. If all had modulus <= 1, the sum would have modulus <= n. The rest is [8].",
        ),
        "R. A. Horn, C. R. Johnson, Matrix Analysis, 2nd ed., 2013.",
    ),
    Theorem(
        27,
        "periodic",
        "Periodic powers",
        "if A^(s+m) = A^s, the powers repeat from s on; if the eigenvalues on the circle satisfy z^m "
        "= 1, A^(m n + r) converges.",
        "",
        "(a) If A^(s+m) = A^s, then A^(n+m) = A^n for all n >= s. (b) Let A^n be bounded and let "
        "every eigenvalue of modulus 1 satisfy z^m = 1. Then A^(m n + r) converges as n -> infinity, "
        "for each r >= 0.",
        (
            "(a) Multiply by A^(n-s).",
            "(b) The eigenvalues of A^m are the z^m: 1, or of modulus < 1. The powers of A^m are "
            "bounded, so by [16] ker(A^m - I) = ker((A^m - I)^2), and the ranks agree. By [2] A^(m n) "
            "converges; multiply by A^r.",
        ),
        "C. D. Meyer, Matrix Analysis and Applied Linear Algebra, 2000.",
    ),
    Theorem(
        28,
        "orthogonal",
        "Orthogonal matrices",
        "if A^T A = I, then |A x| = |x|.",
        "Let A be real with A^T A = I.",
        "|A x| = |x| for the Euclidean norm and every x, so |A^n x| = |x| and A^n is bounded.",
        ("|A x|^2 = x^T A^T A x = x^T x for real x; induction on n.",),
        "R. A. Horn, C. R. Johnson, Matrix Analysis, 2nd ed., 2013.",
    ),
)
