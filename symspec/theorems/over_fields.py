"""Statements about complex polynomials, for matrices with entries in number fields."""

from __future__ import annotations

from symspec.theorems.statement import Theorem

OVER_FIELDS: tuple[Theorem, ...] = (
    Theorem(
        49,
        "schur-cohn-complex",
        "Schur-Cohn for complex coefficients",
        "all roots of p are inside iff |a_0| < |a_d| in p and in every reduction (conj(a_d) p - a_0 q)/x.",
        "Let p = a_d x^d + .. + a_0 be a complex polynomial of degree d >= 1, and q = conj(a_0) x^d + .. + "
        "conj(a_d).",
        "p is strictly stable if and only if |a_0| < |a_d| and, when d > 1, (conj(a_d) p - a_0 q)/x is "
        "strictly stable; this has the degree d - 1.",
        (
            "If p is strictly stable, |a_0/a_d| is the product of the moduli of the roots, hence < 1. So "
            "let |a_0| < |a_d|, f = conj(a_d) p, g = a_0 q and p_1 = (f - g)/x. The constant term of f - "
            "g is conj(a_d) a_0 - a_0 conj(a_d) = 0, and the coefficient of x^d is |a_d|^2 - |a_0|^2 > 0, "
            "so p_1 is a polynomial of degree d - 1. For d = 1 the root -a_0/a_1 has modulus < 1, and "
            "there is nothing more to show. For |z| = 1, q(z) = z^d conj(p(z)), so |q(z)| = |p(z)|, and "
            "|g(z)| < |f(z)| unless p(z) = 0.",
            "If p is strictly stable, it has no zero on the circle, so by Rouche's theorem f - g has as many "
            "zeros inside as f: d. So all zeros of x p_1 are inside.",
            "Conversely let p_1 be strictly stable. If p(z) = 0 for |z| = 1, then q(z) = 0, so z p_1(z) = "
            "0: a contradiction. So by Rouche's theorem f has as many zeros inside as f - g = x p_1: d.",
        ),
        "M. Marden, Geometry of Polynomials, 2nd ed., 1966; I. Schur, J. reine angew. Math. "
        "147 (1917), 205-232, and 148 (1918), 122-145.",
    ),
    Theorem(
        50,
        "cohn-complex",
        "Cohn for complex coefficients",
        "if reversing and conjugating u gives a multiple of u, and u' has all roots inside, then the roots "
        "of u are simple and on the circle.",
        "Let u be a complex polynomial of degree d >= 1 with leading coefficient a and constant term b, "
        "and v the polynomial with the conjugate coefficients in reverse order.",
        "If a v = conj(b) u, and u' is strictly stable (a constant u' != 0 counts as strictly stable), "
        "then all roots of u are simple and of modulus 1.",
        (
            "The constant terms in a v = conj(b) u show |a| = |b|, so v = c u with |c| = 1, and for every "
            "root z, 1/conj(z) is a root. Write u = sum u_k x^k. The coefficient of x^k in d v - x v' is "
            "(d - k) conj(u_(d-k)), which is that of w(x) = x^(d-1) conj(u')(1/x) by reversing: so c d u "
            "= c x u' + w.",
            "On the circle |w(x)| = |u'(x)|. The quotient w/u' has no pole for |x| >= 1 and is bounded at "
            "infinity, since u' has degree d - 1 and w at most that. By the maximum principle |w(x)| <= "
            "|u'(x)| for |x| >= 1. So for |x| > 1, |x u'(x)| > |u'(x)| >= |w(x)|, and u(x) != 0. As roots "
            "come in pairs z, 1/conj(z), there is none inside either. On the circle u' does not vanish, "
            "so all roots are simple.",
        ),
        "A. Cohn, Math. Z. 14 (1922), 110-148; M. Marden, Geometry of Polynomials, 2nd ed., 1966.",
    ),
    Theorem(
        51,
        "dominant-term",
        "Roots in a disc, by one large term",
        "if one term t_k r^k of p(c + h) exceeds all others together for |h| = r, p has k roots in the disc.",
        "Let p(c + h) = t_0 + t_1 h + .. + t_d h^d and r > 0.",
        "If |t_k| r^k > sum over j != k of |t_j| r^j, then exactly k roots of p, with multiplicity, satisfy "
        "|z - c| < r, and none satisfies |z - c| = r.",
        (
            "For |h| = r the difference of p(c + h) and t_k h^k has a modulus smaller than that of t_k "
            "h^k. By Rouche's theorem both have the same number of zeros with |h| < r, and p(c + h) has "
            "none with |h| = r. The zeros of t_k h^k with |h| < r are 0, k times.",
        ),
        "M. Marden, Geometry of Polynomials, 2nd ed., 1966.",
    ),
)
