"""Right answers in other scales, orders and forms, from what is known about the matrix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from random import Random

from symspec.exercises.generate import plain
from symspec.exercises.generate.plain import Rows
from symspec.exercises.selftest import forms
from symspec.exercises.selftest.known import Known

FATES = {
    "tends_to_zero": ("A^n tends to 0", "converges to 0", "A^n -> 0", "it converges to the zero matrix"),
    "converges": ("A^n converges to a limit that is not 0", "it converges, but not to 0"),
    "bounded_divergent": ("bounded, but it does not converge", "A^n is bounded and does not converge"),
    "unbounded": ("A^n is unbounded", "it diverges, it is unbounded", "unbounded"),
}


def eigenvalues(k: Known, rng: Random) -> str:
    """Each as often as its multiplicity says, or with the multiplicity beside it."""
    values = list(k.eigenvalues)
    rng.shuffle(values)
    if rng.random() < 0.5:
        text = ", ".join(forms.number(z, rng) for z in values)
        return rng.choice((text, f"[{text}]", f"lambda = {text}"))
    parts = []
    for z in dict.fromkeys(values):
        m = values.count(z)
        word = {1: "", 2: " (double)", 3: " (triple)"}.get(m) if rng.random() < 0.5 else None
        parts.append(forms.number(z, rng) + (f" (multiplicity {m})" if word is None else word))
    return ", ".join(parts)


def charpoly(k: Known, rng: Random) -> str:
    """Expanded or factored, det(x I - A) or det(A - x I), in any letter."""
    x = rng.choice(("x", "lambda", "X", "t"))
    if rng.random() < 0.5:
        return forms.factored(k.eigenvalues, x, rng)
    c = plain.polynomial(k.eigenvalues)
    return forms.expanded([y * rng.choice((1, (-1) ** k.n)) for y in c] if k.n % 2 == 0 else c, x)


def minpoly(k: Known, rng: Random) -> str:
    """prod (x - z)^index."""
    roots = [z for z in k.distinct for _ in range(k.index(z))]
    if rng.random() < 0.5:
        return forms.factored(roots, "x", rng)
    return forms.expanded(plain.polynomial(roots))


def _combined(basis: Rows, rng: Random) -> Rows:
    """Another basis of the same space: scaled, and each with a multiple of the others before it."""
    found: Rows = []
    for v in basis:
        c = Fraction(rng.choice((1, -1, 2, 3, -2)), rng.choice((1, 1, 2)))
        w = [c * x for x in v]
        for u in found:
            d = rng.choice((0, 1, -1))
            w = [x + d * y for x, y in zip(w, u, strict=True)]
        found.append(w)
    rng.shuffle(found)
    return found


def eigenvectors(k: Known, rng: Random) -> str:
    """A basis for each eigenvalue."""
    values = list(k.distinct)
    rng.shuffle(values)
    parts = (
        f"{z}: " + ", ".join(forms.vector(v, rng) for v in _combined(k.eigenvectors(z), rng)) for z in values
    )
    return "; ".join(parts)


def eigenvector(k: Known, rng: Random) -> str:
    """One of them."""
    return forms.vector(_combined(k.eigenvectors(rng.choice(k.distinct)), rng)[0], rng)


def eigenspace(k: Known, rng: Random) -> str:
    """span of a basis."""
    z = rng.choice(k.distinct)
    vectors = ", ".join(forms.vector(v, rng) for v in _combined(k.eigenvectors(z), rng))
    return f"span({vectors})" if rng.random() < 0.5 else f"{z}: span({vectors})"


def scaled_chains(k: Known, rng: Random) -> tuple[Rows, list[tuple[Fraction, int]]]:
    """(columns, blocks): the chains in another order, each times a constant."""
    chains, at = [], 0
    for z, size in k.blocks:
        c = Fraction(rng.choice((1, -1, 2, -3)), rng.choice((1, 1, 2)))
        chains.append(((z, size), [[c * x for x in v] for v in k.columns[at : at + size]]))
        at += size
    rng.shuffle(chains)
    return [v for _, chain in chains for v in chain], [block for block, _ in chains]


def diagonal(values: list[Fraction], rng: Random) -> str:
    """diag(..), or the matrix."""
    if rng.random() < 0.5:
        return f"diag({', '.join(str(z) for z in values)})"
    n = len(values)
    return forms.matrix([[values[i] if i == j else plain.ZERO for j in range(n)] for i in range(n)], rng)


def diagonalization(k: Known, rng: Random) -> str:
    """(P, D), or that there is none."""
    if not k.is_diagonalizable:
        return rng.choice(("not diagonalizable", "A is not diagonalizable"))
    columns, blocks = scaled_chains(k, rng)
    p = forms.matrix(plain.transposed(columns), rng)
    return f"P = {p}, D = {diagonal([z for z, _ in blocks], rng)}"


def jordan_form(k: Known, rng: Random) -> str:
    """(P, J) with the blocks in any order."""
    from symspec.exercises.generate.drawing import jordan

    columns, blocks = scaled_chains(k, rng)
    return f"P = {forms.matrix(plain.transposed(columns), rng)}, J = {forms.matrix(jordan(blocks), rng)}"


def dunford(k: Known, rng: Random) -> str:
    """D and N, in either order."""
    parts = [f"D = {forms.matrix(k.D, rng)}", f"N = {forms.matrix(k.N, rng)}"]
    rng.shuffle(parts)
    return ", ".join(parts)


def ranks_at_one(k: Known) -> tuple[int, int]:
    """By elimination."""
    b = plain.plus(k.A, plain.identity(k.n), -1)
    return plain.rank(b), plain.rank(plain.product(b, b))


def ranks(k: Known, rng: Random) -> str:
    """Two numbers, named or not."""
    once, twice = ranks_at_one(k)
    return rng.choice((f"{once}, {twice}", f"rank(A - I) = {once}, rank((A - I)^2) = {twice}"))


def limit(k: Known, rng: Random) -> str:
    """The matrix, or that there is none."""
    found = k.limit
    if found is None:
        return rng.choice(("there is no limit", "does not converge", "no limit"))
    return rng.choice(("", "L = ", "lim A^n = ")) + forms.matrix(found, rng)


def convergence(k: Known, rng: Random) -> str:
    """In words."""
    return rng.choice(FATES[k.fate])


def power_parts(k: Known) -> list[tuple[Fraction, int, Rows]] | None:
    """(z, j, M): A^n = sum C(n, j) z^(n - j) M for n >= 1; None where a chain at 0 spoils it at n = 1."""
    if k.index(Fraction(0)) > 1:
        return None
    parts = []
    for z in k.distinct:
        if z == 0:
            continue
        ones = [Fraction(int(y == z)) for y in k.eigenvalues]
        pi = [[ones[i] if i == j else plain.ZERO for j in range(k.n)] for i in range(k.n)]
        part = plain.product(plain.product(k.P, pi), k.Q)
        for j in range(k.index(z)):
            parts.append((z, j, part))
            part = plain.product(part, k.N)
    return parts


def power_text(parts: list[tuple[Fraction, int, Rows]], n: int, rng: Random) -> str:
    """The sum, as one text."""
    terms = []
    for z, j, m in parts:
        binomial = {0: "", 1: "n ", 2: "n (n - 1)/2 "}[j]
        exponent = "n" if j == 0 else f"(n - {j})"
        terms.append(f"{binomial}({z})^{exponent} {forms.matrix(m, rng)}")
    rng.shuffle(terms)
    return " + ".join(terms) or forms.matrix(plain.times(plain.identity(n), 0), rng)


def power(k: Known, rng: Random) -> str | None:
    """The spectral sum."""
    parts = power_parts(k)
    return None if parts is None else power_text(parts, k.n, rng)


def growth(k: Known, rng: Random) -> str | None:
    """n^k rho^n."""
    rho, degree = k.growth
    if not rho:
        return None
    if rng.random() < 0.3:
        return f"rate = {rho}, degree = {degree}"
    head = {0: "", 1: "n ", 2: "n^2 "}[degree]
    return f"{head}({rho})^n" if rho != 1 or degree == 0 else head.strip()


def spectral_radius(k: Known, rng: Random) -> str:
    """max |z|."""
    return rng.choice(("", "rho = ")) + forms.number(max(abs(z) for z in k.eigenvalues), rng)


def discs(rows: Rows) -> list[tuple[Fraction, Fraction]]:
    """(a_ii, sum |a_ij|)."""
    return [
        (row[i], sum((abs(x) for j, x in enumerate(row) if j != i), plain.ZERO)) for i, row in enumerate(rows)
    ]


def gershgorin(k: Known, rng: Random) -> str:
    """By rows or by columns."""
    by_rows = rng.random() < 0.5
    found = discs(k.A if by_rows else plain.transposed(k.A))
    rng.shuffle(found)
    form = rng.randrange(2)
    shown = (f"|z - ({c})| <= {r}" if form else f"D({c}, {r})" for c, r in found)
    return ", ".join(shown)


RIGHT: Mapping[str, Callable[[Known, Random], str | None]] = {
    "eigenvalues": eigenvalues,
    "charpoly": charpoly,
    "minpoly": minpoly,
    "eigenvectors": eigenvectors,
    "eigenvector": eigenvector,
    "eigenspace": eigenspace,
    "diagonalization": diagonalization,
    "jordan_form": jordan_form,
    "dunford": dunford,
    "ranks": ranks,
    "limit": limit,
    "convergence": convergence,
    "power": power,
    "growth": growth,
    "spectral_radius": spectral_radius,
    "gershgorin": gershgorin,
}
