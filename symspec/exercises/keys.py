"""One right answer to each task, as a student would type it: for keys, and for self-tests of questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from math import factorial
from typing import Any

from symspec.algebra.numbers.algebraic import roots
from symspec.analysis import Analysis
from symspec.errors import UndecidedError, UndefinedError
from symspec.exercises.properties.statements import is_true
from symspec.spectral.frobenius.similarity import similarity
from symspec.spectral.spectrum import Eigenvalue
from symspec.truth import Behavior

LONGEST = 3500  # characters of an answer that can be read

_LONG_ROOT = re.compile(r"sqrt\([0-9]{31}")

WORDS: Mapping[Behavior, str] = {
    Behavior.TENDS_TO_ZERO: "A^n tends to 0",
    Behavior.CONVERGES: "A^n converges to a limit that is not 0",
    Behavior.BOUNDED_DIVERGENT: "A^n is bounded and does not converge",
    Behavior.UNBOUNDED: "A^n is unbounded",
}


def key(task: str, an: Analysis, about: object = None) -> str | None:
    """An answer that check_answer finds correct; None where none is short enough to write.

    >>> from symspec.analysis import analyze
    >>> key("eigenvalues", analyze("2 1; 0 2")), key("limit", analyze("1/2 0; 0 1"))
    ('2 (multiplicity 2)', '[[0, 0], [0, 1]]')
    """
    try:
        text = KEYS[task](an) if task in KEYS else _with_object(task, an, about)
    except UndecidedError:
        return None
    return text if text is not None and _is_readable(text) else None


def _is_readable(text: str) -> bool:
    """Short enough, and every number in it and beneath a root is one that answers may have."""
    return len(text) <= LONGEST and "root of" not in text and not _LONG_ROOT.search(text)


def _with_object(task: str, an: Analysis, about: Any) -> str | None:
    if task == "true_false":
        return "true" if is_true(an, str(about)) else "false"
    found = similarity(an.matrix, about)
    return f"yes, P = {found.T}" if found.similar else "no"


def _charpoly(an: Analysis) -> str:
    return str(an.charpoly)


def _eigenvalues(an: Analysis) -> str:
    return ", ".join(map(_with_multiplicity, an.spectrum.eigenvalues))


def _with_multiplicity(e: Eigenvalue) -> str:
    m = e.algebraic_multiplicity
    return f"{e.value}" if m == 1 else f"{e.value} (multiplicity {m})"


def _bases(an: Analysis) -> list[tuple[str, list[str]]]:
    """[(eigenvalue, vectors)]: the columns of P that begin a Jordan block."""
    form = an.jordan_form
    rows = form.P.tolist()
    found: dict[str, list[str]] = {}
    column = 0
    for block in form.blocks:
        vector = "(" + ", ".join(str(row[column]) for row in rows) + ")"
        found.setdefault(str(block.eigenvalue), []).append(vector)
        column += block.size
    return list(found.items())


def _eigenvectors(an: Analysis) -> str:
    return "; ".join(f"for {value}: {', '.join(vectors)}" for value, vectors in _bases(an))


def _eigenvector(an: Analysis) -> str:
    return _bases(an)[0][1][0]


def _eigenspace(an: Analysis) -> str:
    value, vectors = _bases(an)[0]
    return f"{value}: span({', '.join(vectors)})"


def _diagonalization(an: Analysis) -> str:
    try:
        found = an.diagonalization
    except UndefinedError:
        return "not diagonalizable"
    return f"P = {found.W}, D = {found.Sigma}"


def _orthogonal(an: Analysis) -> str | None:
    """Columns of length 1: each eigenvector over the root of its square."""
    try:
        found = an.orthogonal_diagonalization
    except UndefinedError:
        return "not orthogonally diagonalizable"
    try:
        return f"P = {found.Q}, D = {found.Lambda}"
    except UndecidedError:
        return None


def _jordan(an: Analysis) -> str:
    return f"P = {an.jordan_form.P}, J = {an.jordan_form.J}"


def _dunford(an: Analysis) -> str:
    return f"D = {an.dunford.D}, N = {an.dunford.N}"


def _ranks(an: Analysis) -> str:
    once, twice = an.ranks_at_one
    return f"rank(A - I) = {once}, rank((A - I)^2) = {twice}"


def _limit(an: Analysis) -> str:
    return str(an.limit) if an.behavior.has_limit else "there is no limit"


def _power(an: Analysis) -> str | None:
    """C(n, j) lambda^(n-j) times a matrix, for each eigenvalue but 0; None where that is wrong at n = 1."""
    if an.power.valid_from > 1:
        return None
    terms = [
        f"{_coefficient(t.level)}({root})^{_exponent(t.level)} {_value(t.matrices, root)}"
        for t in an.power.terms
        for root in _roots(t.polynomial)
        if root != 0
    ]
    return " + ".join(terms) or str(an.matrix.scalar(0))


def _coefficient(j: int) -> str:
    """C(n, j)."""
    factors = " ".join(f"(n - {i})" if i else "n" for i in range(j))
    return f"1/{factorial(j)} {factors} " if j > 1 else factors + " " * j


def _exponent(j: int) -> str:
    return f"(n - {j})" if j else "n"


def _roots(p: Any) -> Iterable[Any]:
    return roots(p) if p.degree > 1 else [-p.coefficients[0]]


def _value(parts: Iterable[Any], root: Any) -> str:
    """sum_l S_l root^l, written with radicals."""
    grids = [part.tolist() for part in parts]
    n = len(grids[0])
    rows = [
        "[" + ", ".join(str(_horner([g[i][j] for g in grids], root)) for j in range(n)) + "]"
        for i in range(n)
    ]
    return "[" + ", ".join(rows) + "]"


def _horner(c: list[Any], x: Any) -> Any:
    total = c[-1]
    for value in reversed(c[:-1]):
        total = total * x + value
    return total


def _growth(an: Analysis) -> str:
    g = an.growth
    if g.zero_from:
        return f"A^n = 0 for n >= {g.zero_from}"
    power = {0: "", 1: "n "}.get(g.degree, f"n^{g.degree} ")
    return f"{power}({g.rate})^n"


def _gershgorin(an: Analysis) -> str:
    discs = an.gershgorin.rows.discs
    return "by rows: " + ", ".join(f"|z - ({d.centre})| <= {d.radius}" for d in discs)


KEYS: Mapping[str, Callable[[Analysis], str | None]] = {
    "charpoly": _charpoly,
    "minpoly": lambda an: str(an.minpoly),
    "eigenvalues": _eigenvalues,
    "eigenvectors": _eigenvectors,
    "eigenvector": _eigenvector,
    "eigenspace": _eigenspace,
    "diagonalization": _diagonalization,
    "orthogonal_diagonalization": _orthogonal,
    "jordan_form": _jordan,
    "dunford": _dunford,
    "ranks": _ranks,
    "limit": _limit,
    "convergence": lambda an: WORDS[an.behavior],
    "power": _power,
    "growth": _growth,
    "spectral_radius": lambda an: str(an.spectral_radius),
    "gershgorin": _gershgorin,
}
