"""det(x I - A) by hand: by cofactors where that is short, else by Faddeev-LeVerrier."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.proof.entries import Entries, entries_of, is_null
from symspec.proof.formula import (
    Call,
    Expr,
    Literal,
    Named,
    Relation,
    equal,
    minus,
    negative,
    number,
    plus,
    times,
)
from symspec.proof.full.numbers import CHARPOLY, COFACTOR, FADDEEV, MAX_TEXT, is_readable, unit
from symspec.proof.steps import Check, Display, Reason, Section, Sentence, Step

# A matrix of order 4 or more is expanded if this many minors of order 2, or fewer, are enough.
MAX_MINORS = 6
LETTERS = "MKGHTS"


def charpoly_section(A: Named, chi: Polynomial, claim: Reason) -> Section:
    """The characteristic polynomial with each of its coefficients, and the check of trace and determinant."""
    a = _matrix(A)
    m = characteristic_matrix(a, chi)
    named = Named("chi", chi)
    if a.order <= 3 or _minors(m, MAX_MINORS) <= MAX_MINORS:
        steps = _by_cofactors(A, m, named, claim)
        plain = m.shape[0] <= 2 or _is_triangular(m)
        hint = None if plain else Sentence("hint_cofactors", (), (COFACTOR,))
    else:
        steps = faddeev_steps(A, named, claim)
        hint = Sentence("hint_faddeev", (), (FADDEEV,))
    return Section("by_hand_charpoly", (*steps, *_check(A, chi, claim)), (), hint)


def _matrix(A: Named) -> ExactMatrix:
    assert isinstance(A.value, ExactMatrix)
    return A.value


def characteristic_matrix(a: ExactMatrix, like: Polynomial) -> Entries:
    """x I - A, its entries polynomials."""
    rows = a.tolist()
    return Entries(
        tuple(
            tuple(like.of_same([-x, 1] if i == j else [-x]) for j, x in enumerate(row))
            for i, row in enumerate(rows)
        )
    )


def _check(A: Named, chi: Polynomial, claim: Reason) -> tuple[Step, ...]:
    n = chi.degree
    if n == 1:
        return ()
    trace = equal(Call("trace", A), number(-chi.coefficients[n - 1]))
    det = equal(Call("det", A), number((-1) ** n * chi.coefficients[0]))
    code = "trace_and_minus_det" if n % 2 else "trace_and_det"
    power = chi.of_same([0] * (n - 1) + [1])
    told = Sentence(code, (("power", Literal(power)),), (CHARPOLY,))
    because = (CHARPOLY, claim)
    is_long = any(len(str(c)) > MAX_TEXT for c in (chi.coefficients[0], chi.coefficients[n - 1]))
    return (told, Display((trace, det), because) if is_long else Check((trace, det), because))


# -- cofactors -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    """A row or a column of a matrix, with the number of its zeros."""

    is_row: bool
    index: int
    zeros: int

    def places(self, m: Entries) -> list[tuple[int, int]]:
        """The places of its non-zero entries."""
        found = [(self.index, k) if self.is_row else (k, self.index) for k in range(m.shape[0])]
        return [(i, j) for i, j in found if not is_null(m.rows[i][j])]


def _best_line(m: Entries) -> _Line:
    """The row or column with most zeros; rows first."""
    lines = [_Line(True, i, sum(map(is_null, row))) for i, row in enumerate(m.rows)]
    lines += [_Line(False, j, sum(map(is_null, column))) for j, column in enumerate(m.transpose.rows)]
    return max(lines, key=lambda line: line.zeros)


def _is_triangular(m: Entries) -> bool:
    below = all(is_null(x) for i, row in enumerate(m.rows) for x in row[:i])
    return below or all(is_null(x) for i, row in enumerate(m.rows) for x in row[i + 1 :])


def _minors(m: Entries, limit: int) -> int:
    """How many minors of order 2 an expansion needs; more than the limit when it is exceeded."""
    if m.shape[0] <= 2 or _is_triangular(m):
        return 1
    total = 0
    for i, j in _best_line(m).places(m):
        total += _minors(m.without(i, j), limit)
        if total > limit:
            break
    return total


def _by_cofactors(A: Named, m: Entries, chi: Named, claim: Reason) -> tuple[Step, ...]:
    start = (chi, Call("charpoly", A), Call("det", Literal(m)))
    if m.shape[0] == 1:
        return (Display((equal(chi, Call("charpoly", A), Literal(chi.value)),), (CHARPOLY, claim)),)
    return determinant_steps(m, start, (COFACTOR, claim))


def determinant_steps(
    m: Entries, sides: tuple[Expr, ...], because: tuple[Reason, ...], depth: int = 0
) -> tuple[Step, ...]:
    """The determinant of a matrix of polynomials, of order 2 or more, by expansion.

    Args:
        m: the matrix.
        sides: what the determinant is called: its name first, the determinant itself last.
        because: as in Sentence.
        depth: how many expansions this one is part of; each has a letter of its own for its minors.
    """
    if m.shape[0] == 2 or _is_triangular(m):
        return _at_once(m, sides, because, depth)
    line = _best_line(m)
    steps: list[Step] = [Display((equal(*sides),), because)] if len(sides) > 1 else []
    code = "expand_row" if line.is_row else "expand_column"
    code += "" if line.zeros else "_without_zeros"  # then the first row has been chosen
    told = (("index", line.index + 1), ("minor", Named(f"{LETTERS[depth]}_ij", Fraction(0))))
    steps.append(Sentence(code, (*told, ("zeros", line.zeros)), (COFACTOR,)))
    terms: list[Expr] = []
    plain: list[Relation] = []
    for i, j in line.places(m):
        minor = m.without(i, j)
        name = Named(f"{LETTERS[depth]}_{i + 1}{j + 1}", _value(minor))
        terms.append(_signed(m, i, j, name))
        if minor.shape[0] == 2 or _is_triangular(minor):
            plain.append(_relation(minor, (name, Call("det", Literal(minor)))))
        else:
            inner = determinant_steps(minor, (name, Call("det", Literal(minor))), because, depth + 1)
            steps.append(Section("minor", inner, (("minor", name),)))
    steps += [Display((relation,), (COFACTOR,)) for relation in plain]
    total = _value(m)
    return (*steps, Display((equal(sides[0], plus(*terms), Literal(total)),), because))


def _at_once(
    m: Entries, sides: tuple[Expr, ...], because: tuple[Reason, ...], depth: int
) -> tuple[Step, ...]:
    shown: tuple[Step, ...] = (Display((_relation(m, sides),), because),)
    if depth == 0:
        shown = (Display((equal(*sides),), because), Display((_relation(m, sides[:1]),), because))
    if depth == 0 and m.shape[0] > 2:
        return (shown[0], Sentence("triangular_determinant", (), (COFACTOR,)), *shown[1:])
    return shown


def _relation(m: Entries, sides: tuple[Expr, ...]) -> Relation:
    """The determinant of order 2, or of a triangular matrix, multiplied out."""
    value, rows = _value(m), m.rows
    if _is_plain(m):
        return equal(*sides, _written(value))
    if m.shape[0] == 2:
        (a, b), (c, d) = rows
        expanded = _difference(a, d, b, c)
    else:
        expanded = _product([row[i] for i, row in enumerate(rows)])
    last = _written(value)
    return equal(*sides, *((expanded,) if expanded != last else ()), last)


def _is_plain(m: Entries) -> bool:
    """Only x on the diagonal, and numbers elsewhere: x x needs no line of its own."""
    return all(
        isinstance(p, Polynomial) and (p == p.of_same([0, 1]) if i == j else p.degree < 1)
        for i, row in enumerate(m.rows)
        for j, p in enumerate(row)
    )


def _value(m: Entries) -> Polynomial:
    found = m.det
    like = next(x for row in m.rows for x in row if isinstance(x, Polynomial))
    return found if isinstance(found, Polynomial) else like.constant(found)


def _written(p: Polynomial) -> Expr:
    """A constant as a number."""
    if p.degree > 0:
        return Literal(p)
    return number(p.coefficients[0] if p.degree == 0 else 0)


def _product(factors: list[Polynomial]) -> Expr:
    """The product, constants multiplied together in front."""
    if any(is_null(p) for p in factors):
        return number(0)
    constant = reduce(lambda x, p: x * p.coefficients[0], [p for p in factors if not p.degree], Fraction(1))
    return times(constant, *(Literal(p) for p in factors if p.degree > 0))


def _difference(a: Polynomial, d: Polynomial, b: Polynomial, c: Polynomial) -> Expr:
    """a d - b c, with the factors of b c shown when they are numbers."""
    first = _product([a, d])
    if is_null(b) or is_null(c):
        return first
    if b.degree or c.degree:
        second = _product([b, c])
        return negative(second) if first == number(0) else minus(first, second)
    x: Any = b.coefficients[0]
    y: Any = c.coefficients[0]
    if not (isinstance(x, Fraction) and isinstance(y, Fraction)):
        return minus(first, times(x, y)) if first != number(0) else negative(times(x, y))
    second = times(abs(x), abs(y))
    if x * y < 0:
        return second if first == number(0) else plus(first, second)
    return negative(second) if first == number(0) else minus(first, second)


def _signed(m: Entries, i: int, j: int, minor: Named) -> Expr:
    """(-1)^(i+j) m_ij times the minor."""
    entry = _written(m.rows[i][j])
    term = times(entry, minor) if isinstance(entry, Literal) else minor
    return negative(term) if (i + j) % 2 else term


# -- Faddeev-LeVerrier -----------------------------------------------------------------------


def faddeev_steps(A: Named, chi: Named, claim: Reason) -> tuple[Step, ...]:
    """B_1 = A, c = -tr(B_k)/k, B_(k+1) = A (B_k + c I), down to B_n + c_0 I = 0."""
    a, n = _matrix(A), _matrix(A).order
    assert isinstance(chi.value, Polynomial)
    c = chi.value.coefficients
    matrices = [a]
    for k in range(1, n):
        matrices.append(a @ (matrices[-1] + a.scalar(c[n - k])))
    if not all(is_readable(entries_of(b)) for b in matrices):
        return _without_matrices(A, chi, claim)
    names = [Named(f"B_{k}", b) for k, b in enumerate(matrices, 1)]
    shown = [_coefficient(names[0], 1, n, c[n - 1])]
    steps: list[Step] = [Sentence("faddeev", (("order", n),), (FADDEEV,))]
    steps.append(Display((equal(names[0], A), *shown), (FADDEEV, claim)))
    for k in range(2, n + 1):
        before = names[k - 2]
        inside: Expr = plus(before, times(c[n - k + 1], unit(A))) if c[n - k + 1] else before
        product = equal(names[k - 1], times(A, inside), Literal(names[k - 1].value))
        steps.append(Display((product,), (FADDEEV,)))
        steps.append(Display((_coefficient(names[k - 1], k, n, c[n - k]),), (FADDEEV, claim)))
    last = plus(names[-1], times(c[0], unit(A))) if c[0] else names[-1]
    steps.append(Check((equal(last, number(0)),), (FADDEEV,)))
    return (*steps, _result(A, chi, claim))


def _coefficient(b: Named, k: int, n: int, value: Fraction) -> Relation:
    return equal(Named(f"c_{n - k}", value), times(Fraction(-1, k), Call("trace", b)), number(value))


def _result(A: Named, chi: Named, claim: Reason) -> Display:
    return Display((equal(chi, Call("charpoly", A), Literal(chi.value)),), (CHARPOLY, claim))


def _without_matrices(A: Named, chi: Named, claim: Reason) -> tuple[Step, ...]:
    return (
        Sentence("faddeev_long", (("order", _matrix(A).order),), (FADDEEV, claim)),
        _result(A, chi, claim),
    )
