"""Statements about one matrix: its characteristic polynomial, its decomposition, its rank."""

from __future__ import annotations

from symspec.theorems.statement import Theorem

DECOMPOSITION: tuple[Theorem, ...] = (
    Theorem(
        3,
        "diagonalizable",
        "Diagonalizable matrices",
        "A is diagonalizable over C iff p(A) = 0 for some p with simple roots.",
        "",
        "A is diagonalizable over C if and only if p(A) = 0 for some p with simple roots. Then also "
        "p(A) = 0 for the p whose roots are the eigenvalues of A, each once; in particular n "
        "different eigenvalues suffice.",
        (
            "If A = W Sigma W^-1 with a diagonal Sigma, let z_1, .., z_r be the different entries on "
            "its diagonal, which are the eigenvalues of A, and p = (x - z_1) .. (x - z_r). Then p(A) "
            "= W p(Sigma) W^-1 = 0.",
            "Conversely, let p(A) = 0 with p = (x - z_1) .. (x - z_r), the z_k different. Let l_k be "
            "the product of (x - z_j)/(z_k - z_j) over j != k. The sum of the l_k is 1, because it "
            "has degree < r and the value 1 at r points; and (x - z_k) l_k is a multiple of p. So the "
            "matrices P_k = l_k(A) have the sum I, and (A - z_k I) P_k = 0. So every vector v is the "
            "sum of the vectors P_k v, each of which is 0 or an eigenvector. So the eigenvectors span "
            "C^n, and contain a basis; with it as the columns of W, A W = W Sigma.",
            "If A has n different eigenvalues, p is the characteristic polynomial, and p(A) = 0 by [12].",
        ),
        "K. Hoffman, R. Kunze, Linear Algebra, 2nd ed., 1971.",
    ),
    Theorem(
        4,
        "dunford",
        "Dunford (Jordan-Chevalley) decomposition",
        "A = D + N in exactly one way with D N = N D, D diagonalizable over C and N nilpotent; "
        "Newton's iteration finds D.",
        "Let p be the polynomial whose roots are the eigenvalues of A, each once.",
        "There is exactly one pair D, N with A = D + N, D N = N D, D diagonalizable over C and N "
        "nilpotent. D and N are polynomials in A, with rational coefficients if A is rational; N is a "
        "multiple of p(A); D has the characteristic polynomial of A. Newton's iteration D_0 = A, "
        "D_(k+1) = D_k - p(D_k) p'(D_k)^-1 reaches D after at most ceil(log2 n) steps.",
        (
            "Existence. The roots of p are simple, so a p + b p' = 1 for some polynomials a, b. The "
            "characteristic polynomial divides p^n, so p(A)^n = 0 by [12]: p(A) is nilpotent. All "
            "matrices below are polynomials in A, so they commute; the inverse of a matrix M is a "
            "polynomial in M, by [12]. From b(A) p'(A) = I - a(A) p(A), the right-hand side is "
            "invertible, so p'(A) is invertible.",
            "Claim: D_k exists, D_k - A is a multiple of p(A), and p(D_k) is a multiple of "
            "p(A)^(2^k). For k = 0 this is clear. If it holds for k, then p'(D_k) - p'(A) is a "
            "multiple of D_k - A, hence nilpotent, so p'(D_k) is invertible, and D_(k+1) exists. Let "
            "h = p(D_k) p'(D_k)^-1, a multiple of p(A). Then D_(k+1) - A = D_k - A - h is a multiple "
            "of p(A). By Taylor's formula p(D_k - h) = p(D_k) - p'(D_k) h + h^2 g with a polynomial g "
            "in D_k and h. The first two terms cancel, so p(D_(k+1)) is a multiple of p(D_k)^2, hence "
            "of p(A)^(2^(k+1)).",
            "When 2^k >= n, p(D_k) = 0. Let D = D_k and N = A - D. By [3] D is diagonalizable; N is a "
            "multiple of p(A), so it is nilpotent; and D N = N D. If A is rational, so is p, and all "
            "coefficients are rational.",
            "Uniqueness. Let A = D' + N' be another such pair. D' and N' commute with A, hence with D "
            "and N, which are polynomials in A. On each eigenspace of D, D' acts, and is "
            "diagonalizable there by [3], as it is annihilated by a polynomial with simple roots; so "
            "D and D' are diagonal in a common basis, and D - D' is diagonalizable. But D - D' = N' - "
            "N is nilpotent, by [6], as N and N' commute. A diagonalizable nilpotent matrix is 0.",
            "Characteristic polynomial. C^n is the direct sum of the eigenspaces of D. N maps ker(D - "
            "z I) into itself, and A - z I = N there is nilpotent. So A has the only eigenvalue z on "
            "it, and A and D have the same eigenvalues with the same multiplicities.",
        ),
        "D. Couty, J. Esterle, R. Zarouf, Decomposition effective de Jordan-Chevalley, "
        "arXiv:1103.5020, 2011.",
    ),
    Theorem(
        12,
        "cayley-hamilton",
        "Cayley-Hamilton",
        "chi(A) = 0.",
        "Let chi(x) = det(x I - A).",
        "chi(A) = 0.",
        (
            "Let chi(x) = x^n + c_(n-1) x^(n-1) + .. + c_0, and let B_0 + B_1 x + .. + B_(n-1) "
            "x^(n-1) be the adjugate of x I - A. From (x I - A) times its adjugate = chi(x) I, "
            "comparing coefficients: -A B_0 = c_0 I, B_(k-1) - A B_k = c_k I for 0 < k < n, and "
            "B_(n-1) = I. Multiply these from the left by A^0, A^k and A^n, and add: on the left all "
            "terms cancel, on the right stands chi(A).",
        ),
        "R. A. Horn, C. R. Johnson, Matrix Analysis, 2nd ed., 2013.",
    ),
    Theorem(
        17,
        "rational-factor",
        "Roots of an irreducible factor",
        "if p is irreducible over Q and p(A) v = 0 with v != 0, every root of p is an eigenvalue.",
        "Let A and v != 0 be rational, and p rational of degree d with p(A) v = 0. Let p be "
        "irreducible over Q, or let v, A v, .., A^(d-1) v be linearly independent.",
        "Every root of p is an eigenvalue of A.",
        (
            "The rational polynomials q with q(A) v = 0 are the multiples of one of them, m, which is "
            "not constant. It divides p. If p is irreducible, m is p up to a constant; if v, A v, .., "
            "A^(d-1) v are independent, m has degree d, and again is p up to a constant. The "
            "characteristic polynomial chi satisfies chi(A) v = 0 by [12], so p divides chi, and "
            "every root of p is a root of chi.",
        ),
        "K. Hoffman, R. Kunze, Linear Algebra, 2nd ed., 1971.",
    ),
    Theorem(
        21,
        "charpoly",
        "Characteristic polynomial",
        "its roots are the eigenvalues, with sum tr A and product det A; ((tr A)^2 - tr(A^2))/2 is "
        "its coefficient of x^(n-2).",
        "Let chi(x) = det(x I - A) = x^n + c_(n-1) x^(n-1) + .. + c_0.",
        "Its roots are the eigenvalues; tr A = -c_(n-1) is their sum and det A = (-1)^n c_0 their "
        "product, with multiplicity; c_(n-2) = ((tr A)^2 - tr(A^2))/2 for n >= 2. For a triangular A "
        "the roots are the diagonal entries.",
        (
            "z is an eigenvalue iff (z I - A) v = 0 for some v != 0, that is iff det(z I - A) = 0. "
            "For a triangular matrix det(x I - A) is the product of the x - a_ii. Every A is similar "
            "over C to a triangular matrix [42], and chi, tr A, det A and tr(A^2) are the same for "
            "similar matrices; so let A be triangular with the diagonal z_1, .., z_n. Then chi is the "
            "product of the x - z_i, and -c_(n-1), (-1)^n c_0 and c_(n-2) are the sum of the z_i, "
            "their product, and the sum of z_i z_j over i < j, which is half of the square of their "
            "sum less the sum of their squares.",
        ),
        "R. A. Horn, C. R. Johnson, Matrix Analysis, 2nd ed., 2013, section 1.2.",
    ),
    Theorem(
        24,
        "rank",
        "Rank from a minor and row relations",
        "a non-zero minor bounds the rank from below, row relations from above.",
        "",
        "If a minor of order r of a matrix M is not 0, rk M >= r. If every row of M is a combination "
        "of r of its rows, rk M <= r. For c != 0, rk(c M) = rk M. If M K = 0 for a matrix K of k "
        "independent columns, rk M is at most the number of columns of M, less k.",
        (
            "Rows that were dependent in M would be dependent in the columns of the minor; so the r "
            "rows are independent. The rank is the dimension of the span of the rows. Multiplying by "
            "c != 0 does not change the span. The last part is dim ker M >= k with the dimension "
            "formula.",
        ),
        "K. Hoffman, R. Kunze, Linear Algebra, 2nd ed., 1971.",
    ),
    Theorem(
        26,
        "spectral-projectors",
        "Spectral projectors",
        "a diagonalizable D is the sum of z_k P_k, and A^n the sum of C(n, j) z_k^(n-j) P_k N^j.",
        "Let D be diagonalizable with the different eigenvalues z_1, .., z_r, and P_k the product of "
        "(D - z_j I)/(z_k - z_j) over j != k.",
        "The P_k have the sum I, P_k^2 = P_k, P_j P_k = 0 for j != k, the image of P_k is ker(D - z_k "
        "I), and D^n is the sum of z_k^n P_k. If A = D + N as in [4], A^n is the sum of C(n, j) "
        "z_k^(n-j) P_k N^j over k and j, P_k N^j = 0 when j is not smaller than the index of z_k, and "
        "the terms with z_k = 0 vanish when n is not smaller than its index.",
        (
            "In a basis of eigenvectors, D is diagonal with entries z_i, and P_k is diagonal with the "
            "entry 1 where D has z_k and 0 elsewhere. This shows the first sentence.",
            "P_k is a polynomial in D, so it commutes with N, and D^(n-j) P_k = z_k^(n-j) P_k. "
            "Multiply the expansion [6] of A^n by I = P_1 + .. + P_r. On the image of P_k, which is "
            "the space of all v with (A - z_k I)^i v = 0 for some i, N = A - z_k I; so P_k N^j = 0 as "
            "soon as j reaches the index of z_k. For z_k = 0, C(n, j) 0^(n-j) is 0 unless n = j.",
        ),
        "F. R. Gantmacher, The Theory of Matrices, volume 1, 1959.",
    ),
    Theorem(
        18,
        "completeness",
        "Completeness of the certificates",
        "every rational matrix has a certificate for the fate of its powers.",
        "Let A be rational.",
        "A certificate exists for the fate of A^n, made of: a stable annihilator (A^n -> 0); the "
        "claim of Proposition 2 (A^n -> L); a bounded annihilator and an eigenvalue not inside "
        "(bounded, no limit); an eigenvalue outside, or a chain on the circle (unbounded).",
        (
            "Let mu be the minimal polynomial of A, a rational polynomial, and mu = product of p^m "
            "over its irreducible factors p. If an irreducible p has a root z with |z| = 1, then conj "
            "z = 1/z is a root as well, so p and p* have a common root; as p is irreducible, p* = c "
            "p, and c = +-1 because p** = p. So the roots of p come in pairs z, 1/z. They are simple. "
            "So if p has a root on the circle and none outside, all its roots are on the circle and "
            "simple, which is the test of [14].",
            "A^n -> 0: by [1] all eigenvalues have modulus < 1, so mu is strictly stable, and mu(A) = 0.",
            "A^n -> L with L != 0: by [2] 1 is an eigenvalue, and its blocks have size 1, so mu = (x "
            "- 1) s with s(1) != 0, and the other eigenvalues, the roots of s, have modulus < 1. So "
            "(A - I) s(A) = 0, s is strictly stable, L = s(A)/s(1) by [11], and the two ranks are "
            "equal. Each rank has its witness: a minor that is not 0, also modulo all but finitely "
            "many primes, and a basis of the kernel.",
            "Bounded without a limit: by [16] and [2] no eigenvalue is outside, the blocks at modulus "
            "1 have size 1, and some eigenvalue z of modulus 1 is not 1. Let u be the product of the "
            "irreducible p with a root on the circle, and s = mu/u. By the first paragraph the roots "
            "of u are simple and on the circle, and s is strictly stable. So there is a bounded "
            "annihilator. Let p be the irreducible factor with the root z; p(1) != 0, and p is not "
            "strictly stable. As p divides mu, p(A) v = 0 for some rational v != 0, and v, A v, .., "
            "A^(d-1) v are independent, d the degree of p, because a polynomial of smaller degree "
            "that annihilates v would have a common divisor with p; they are independent modulo all "
            "but finitely many primes. So there is the witness of an eigenvalue not inside.",
            "Unbounded: by [16] some eigenvalue z has |z| > 1, or some z with |z| = 1 has a block of "
            "size 2 or more. In the first case let p be its irreducible factor, v as before, and r "
            "rational with 1 < r <= |z|; then p(r x) has the root z/r, so it is not strictly stable. "
            "In the second case, when no eigenvalue is outside, let p be its irreducible factor: all "
            "its roots are on the circle, and p^2 divides mu, so p(A)^2 w = 0 and p(A) w != 0 for "
            "some rational w.",
        ),
        "The design of the certificate language of symspec; [1], [2], [13], [14], [16].",
    ),
)
