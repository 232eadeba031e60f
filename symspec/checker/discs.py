"""How many roots of a polynomial lie in a disc: integers alone, no root is computed."""

from __future__ import annotations

from math import gcd

from symspec.checker.arithmetic import MAX_ROOT_TEST, fits, within_budget

MAX_DISC_TEST = MAX_ROOT_TEST >> 3  # degree^2 times bits of one polynomial moved to a disc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from symspec.certificate import Disc, Polynomial

    Gaussian = tuple[int, int]


def roots_in_disc(p: Polynomial, disc: Disc) -> int | None:
    """The number of roots z of p, with multiplicity, with |z - (x + iy)/2^s| < r/2^s; disc = (x, y, r, s).

    None when some root is on the boundary, or when the count meets equal moduli on its way.
    """
    g = _moved(p, disc)
    quick = _outweighed(g)
    return _zeros_inside(g) if quick is None else quick


def _outweighed(g: list[Gaussian]) -> int | None:
    """The m with |g_m| > sum of all other |g_k|, None if not seen: m zeros inside, none on the circle.

    Pellet 1881: by Rouche g has as many zeros inside as g_m w^m. Here |a + ib| lies between
    max(|a|, |b|) and |a| + |b|.
    """
    upper = [abs(a) + abs(b) for a, b in g]
    m = upper.index(max(upper))
    a, b = g[m]
    return m if max(abs(a), abs(b)) > sum(upper) - upper[m] else None


def _moved(p: Polynomial, disc: Disc) -> list[Gaussian]:
    """2^(s d) p((x + iy + r w)/2^s), d = deg p, as a polynomial in w: Horner's rule, then powers of r."""
    x, y, r, s = disc
    d = len(p) - 1
    size = max(x.bit_length(), y.bit_length(), r.bit_length(), s + 1) + 2
    bits = (d + 1) * size + max(map(int.bit_length, p))
    fits(len(p), bits, "a polynomial moved to a disc")
    found: list[Gaussian] = [(c << s * (d - k), 0) for k, c in enumerate(p)]
    for start in range(d):
        for k in range(d - 1, start - 1, -1):
            (a, b), (u, v) = found[k], found[k + 1]
            found[k] = (a + x * u - y * v, b + x * v + y * u)
    factor = 1
    for k, (a, b) in enumerate(found):
        found[k] = (a * factor, b * factor)
        factor *= r
    return found


def _zeros_inside(g: list[Gaussian]) -> int | None:
    """The number of zeros of g in |w| < 1, if there is none on |w| = 1; None where this is not seen.

    Schur 1918, Cohn 1922. With g = sum g_k w^k of degree at most d, not 0, and g*(w) = sum conj(g_(d-k)) w^k,
    let T g = conj(g_0) g - g_d g*, of degree at most d - 1, with the constant term |g_0|^2 - |g_d|^2. On the
    circle |g| = |g*|.

    If |g_0| > |g_d|: where g has no zero on the circle, |conj(g_0) g| > |g_d g*| there, and by Rouche T g has
    as many zeros inside as g. If |g_0| < |g_d|: likewise as many as g*, whose zeros inside are the mirror
    images 1/conj(w) of those of g outside; d of them less those of g inside, as g has degree d. A zero of g
    on the circle is one of g*, and of T g, and so on to the last constant; that one is not 0 where all the
    differences are not, so there is no such zero. Equal moduli are not decided.
    """
    bits = max(max(abs(a), abs(b)).bit_length() for a, b in g)
    within_budget(len(g) ** 2 * bits, MAX_DISC_TEST, "degree^2 times bits in the count of roots in a disc")
    total, sign = 0, 1  # zeros of the first polynomial = total + sign times those of g
    while len(g) > 1:
        d = len(g) - 1
        (a, b), (u, v) = g[0], g[-1]
        difference = a * a + b * b - u * u - v * v
        if not difference:
            return None
        if difference < 0:
            total, sign = total + sign * d, -sign
        g = _primitive(
            [
                # conj(g_0) g_k - g_d conj(g_(d-k))
                (a * c + b * e - u * h - v * m, a * e - b * c - v * h + u * m)
                for (c, e), (h, m) in zip(g[:-1], g[:0:-1], strict=True)
            ]
        )
    return total if any(g[0]) else None


def _primitive(g: list[Gaussian]) -> list[Gaussian]:
    content = gcd(*(x for pair in g for x in pair))
    return [(a // content, b // content) for a, b in g] if content > 1 else g
