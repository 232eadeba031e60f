"""Statements about the roots of a polynomial and the unit circle."""

from __future__ import annotations

from symspec.theorems.statement import Theorem

ROOTS: tuple[Theorem, ...] = (
    Theorem(
        9,
        "algebraic-integer",
        "Not a root of unity",
        "the root of a primitive irreducible integer polynomial that is not monic is no root of unity.",
        "Let z be a root of an irreducible primitive integer polynomial q whose leading coefficient is "
        "neither 1 nor -1.",
        "z is no algebraic integer, and no root of unity: z^m != 1 for all m >= 1.",
        (
            "Let z be a root of a monic integer polynomial f, such as x^m - 1. As q is irreducible over Q "
            "and has a common root with f, q divides f over Q. As q is primitive, the quotient has "
            "integer coefficients (Gauss), so the leading coefficient of q divides that of f, which is 1: "
            "a contradiction.",
        ),
        "S. Lang, Algebra, 3rd ed., 2002.",
    ),
    Theorem(
        13,
        "schur-cohn",
        "Schur-Cohn",
        "a polynomial has all roots inside iff |a_0| < |a_d| in every row of its table.",
        "Let p = a_d x^d + .. + a_0 be real of degree d >= 1.",
        "p is strictly stable if and only if |a_0| < |a_d| and, when d > 1, (a_d p - a_0 p*)/x is "
        "strictly stable; this has the degree d - 1. So repeating the step decides: |a_0| < |a_d| must "
        "hold in every row of the table.",
        (
            "If p is strictly stable, |a_0/a_d| is the product of the moduli of the roots, hence < 1. So "
            "let |a_0| < |a_d|, f = a_d p, g = a_0 p* and p_1 = (f - g)/x. The constant term of f - g is "
            "a_d a_0 - a_0 a_d = 0, and the coefficient of x^d is a_d^2 - a_0^2 != 0, so p_1 is a "
            "polynomial of degree d - 1. For d = 1 the root -a_0/a_1 has modulus < 1, and there is "
            "nothing more to show. For |z| = 1, p*(z) = z^d p(conj z) = z^d conj(p(z)), so |p*(z)| = "
            "|p(z)|, and |g(z)| < |f(z)| unless p(z) = 0.",
            "If p is strictly stable, it has no zero on the circle, so by Rouche's theorem f - g has as "
            "many zeros inside as f: d. So all zeros of x p_1 are inside.",
            "Conversely let p_1 be strictly stable. If p(z) = 0 for |z| = 1, then p*(z) = 0, so z p_1(z) "
            "= 0: a contradiction. So p has no zero on the circle, and by Rouche's theorem f has as many "
            "zeros inside as f - g = x p_1: d. So p is strictly stable.",
        ),
        "M. Marden, Geometry of Polynomials, 2nd ed., 1966; I. Schur, J. reine angew. Math. "
        "147 (1917), 205-232, and 148 (1918), 122-145.",
    ),
    Theorem(
        14,
        "cohn",
        "Cohn",
        "all roots are simple and on the circle iff u* = +-u and u' has all roots inside.",
        "Let u be real of degree d >= 1.",
        "All roots of u are simple and of modulus 1 if and only if u* = u or u* = -u, and u' is strictly "
        "stable (a constant u' counts as strictly stable).",
        (
            "Let all roots z_1, .., z_d be simple and on the circle. With z, conj z = 1/z is a root, so "
            "u* has the same roots, u* = c u, and c^2 = 1 because u** = u. Let |w| >= 1 and w be no root "
            "of u. Then w u'(w)/u(w) is the sum of the 1/(1 - z_k/w). For |t| <= 1, t != 1, the real part "
            "of 1/(1 - t) is at least 1/2. So the sum is not 0, and u'(w) != 0. At the roots of u, u' is "
            "not 0 because they are simple. So all roots of u' have modulus < 1.",
            "Conversely let u* = e u with e = +-1, and u' strictly stable. Differentiating x^d u(1/x) = e "
            "u(x) and multiplying by e x gives d u(x) = x u'(x) + e v(x), where v(x) = x^(d-1) u'(1/x). "
            "The quotient v/u' has no pole for |x| >= 1 and is bounded at infinity, because u' has degree "
            "d - 1 and v at most that; on the circle it has modulus 1, because u' is real. By the maximum "
            "principle |v(x)| <= |u'(x)| for |x| >= 1. So for |x| > 1, |x u'(x)| > |u'(x)| >= |v(x)|, as "
            "u'(x) != 0, and u(x) != 0. Since u* = +-u, the constant term of u is not 0, and with z also "
            "1/z is a root; so there is no root inside either. All roots are on the circle, and simple, "
            "because u' does not vanish there.",
        ),
        "A. Cohn, Math. Z. 14 (1922), 110-148; M. Marden, Geometry of Polynomials, 2nd ed., 1966.",
    ),
    Theorem(
        15,
        "kronecker",
        "Roots of unity (Kronecker)",
        "roots of a divisor of x^m - 1 satisfy z^m = 1; algebraic integers with all conjugates of modulus "
        "<= 1 are 0 or roots of unity.",
        "",
        "(a) If p divides x^m - 1, every root z of p satisfies z^m = 1, so |z| = 1. (b) If all roots of a "
        "monic integer polynomial u with u(0) != 0 have modulus <= 1, they are roots of unity.",
        (
            "(a) is clear.",
            "(b) Let z_1, .., z_d be the roots, with multiplicity, and u_k the product of the x - z_i^k; "
            "it is the characteristic polynomial of the k-th power of the companion matrix of u, so it is "
            "monic with integer coefficients. As |z_i| <= 1, its coefficient of x^(d-j) is an integer of "
            "modulus at most C(d, j). So there are only finitely many polynomials among the u_k, and the "
            "powers of a root z, being roots of them, take finitely many values. So z^k = z^l with k < l, "
            "and z^(l-k) = 1 because z != 0.",
        ),
        "L. Kronecker, J. reine angew. Math. 53 (1857), 173-175.",
    ),
    Theorem(
        19,
        "quadratic",
        "Quadratic polynomials",
        "x^2 + b x + c has both roots inside iff |c| < 1 and |b| < 1 + c; conjugate roots have |z|^2 = c.",
        "Let p = x^2 + b x + c be real.",
        "If b^2 < 4c, the roots are z and conj z with |z|^2 = c. In all cases, both roots have modulus < "
        "1 if and only if |c| < 1 and |b| < 1 + c.",
        (
            "If b^2 < 4c, the roots are z and conj z, not real, and their product is c = |z|^2. So both "
            "are inside iff c < 1; and then |b| < 1 + c holds, because b^2 < 4c <= (1 + c)^2.",
            "Let the roots y <= z be real. The condition |b| < 1 + c says that p(1) = 1 + b + c and p(-1) "
            "= 1 - b + c are positive. If |y|, |z| < 1, then |c| = |y z| < 1, p(1) = (1 - y)(1 - z) > 0 "
            "and p(-1) = (1 + y)(1 + z) > 0. Conversely, p(1) > 0 says that y and z are both smaller or "
            "both larger than 1, and p(-1) > 0 the same for -1. Both larger than 1, or both smaller than "
            "-1, is impossible for |y z| = |c| < 1. So both lie between -1 and 1.",
        ),
        "E. I. Jury, Theory and Application of the z-Transform Method, 1964.",
    ),
    Theorem(
        20,
        "outside",
        "A root outside the unit circle",
        "a root is outside if p(1) < 0, (-1)^d p(-1) < 0, |p(0)| > 1 or a power sum exceeds d, for monic "
        "p of degree d.",
        "Let p be real and monic of degree d >= 1.",
        "Each of these gives a root z with |z| > 1: (a) p(1) < 0, and then z > 1; (b) (-1)^d p(-1) < 0, "
        "and then z < -1; (c) |p(0)| > 1; (d) the sum of the k-th powers of the roots has modulus > d, "
        "for some k >= 1.",
        (
            "(a) p(x) -> infinity as x -> infinity, so p has a root in (1, infinity) by the intermediate "
            "value theorem. (b) Apply (a) to (-1)^d p(-x). (c) |p(0)| is the product of the moduli of the "
            "d roots. (d) If all roots had modulus <= 1, the sum would have modulus <= d. The sum is a "
            "rational number, by Newton's identities: s_k + c_(d-1) s_(k-1) + .. + c_(d-k+1) s_1 + k "
            "c_(d-k) = 0 for k <= d, and s_k + c_(d-1) s_(k-1) + .. + c_0 s_(k-d) = 0 for k > d.",
        ),
        "M. Marden, Geometry of Polynomials, 2nd ed., 1966.",
    ),
)
