"""P, J, P^-1 by row operations, and the check P J P^-1 = A."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.proof.elimination import reduction
from symspec.proof.entries import Entries, Residue, entries_of
from symspec.proof.formula import Expr, Literal, Named, Power, equal, number, times
from symspec.proof.full.eigenspaces import Chains
from symspec.proof.full.numbers import INDEPENDENT, INVERSE, TOPS, columns_beside, is_readable, is_short
from symspec.proof.steps import Check, Display, Item, Reason, RowReduction, Section, Sentence, Step

# (P | I) has twice as many columns as the matrix: beyond this order it does not fit a page.
MAX_INVERSE_ORDER = 5


def basis_section(A: Named, found: tuple[Chains, ...]) -> Section | None:
    """A = P J P^-1 where all eigenvalues are rational; over C, without P^-1, where they are not."""
    if not all(c.chains for c in found):
        return None
    hint = Sentence("hint_basis", (), (TOPS,))
    if not any(isinstance(c.value, Residue) for c in found):
        return Section(_title(found), _rational_steps(A, found), (), hint)
    names: tuple[Item, ...] = tuple(w for c in found for chain in c.chains for w in chain)
    code = "basis_over_C" if all(c.factor.index == 1 for c in found) else "jordan_basis_over_C"
    return Section(_title(found), (Sentence(code, (("vectors", names),), (INDEPENDENT, TOPS)),), (), hint)


def _title(found: tuple[Chains, ...]) -> str:
    return "by_hand_eigenbasis" if all(c.factor.index == 1 for c in found) else "by_hand_basis"


def _rational_steps(A: Named, found: tuple[Chains, ...]) -> tuple[Step, ...]:
    a = A.value
    assert isinstance(a, ExactMatrix)
    vectors = [w for c in found for chain in c.chains for w in chain]
    p = a.with_entries(columns_beside([w.value for w in vectors]).rows)  # type: ignore[misc]
    diagonal = all(c.factor.index == 1 for c in found)
    P = Named("W" if diagonal else "P", p)
    J = Named("Sigma" if diagonal else "J", a.with_entries(jordan_rows(found)))
    names: tuple[Item, ...] = tuple(vectors)
    code = "basis_diagonal" if diagonal else "basis_jordan"
    return (
        Sentence(code, (("vectors", names), ("J", J)), (INDEPENDENT, TOPS)),
        Display((equal(P, Literal(p)), equal(J, Literal(J.value))), (TOPS,)),
        *inverse_steps(P, (TOPS,)),
        Check((equal(times(P, J, Power(P, number(-1))), A),), (TOPS, INVERSE)),
    )


def jordan_rows(found: tuple[Chains, ...]) -> list[list[Any]]:
    """J: the eigenvalues on the diagonal, a one above it inside each chain."""
    diagonal: list[Any] = []
    ones: list[bool] = []
    for c in found:
        for chain in c.chains:
            diagonal += [c.value] * len(chain)
            ones += [False] + [True] * (len(chain) - 1)
    n = len(diagonal)
    return [
        [diagonal[i] if i == j else Fraction(int(j == i + 1 and ones[j])) for j in range(n)] for i in range(n)
    ]


def inverse_steps(M: Named, because: tuple[Reason, ...]) -> tuple[Step, ...]:
    """M^-1 by row operations on (M | I); the result alone, with its check, where they would fill pages."""
    m = M.value
    assert isinstance(m, ExactMatrix)
    inverse = m.inverse
    name: Expr = Power(M, number(-1))
    unit = Named("I", m.identity())
    shown = Display((equal(name, Literal(inverse)),), (INVERSE,))
    check = Check((equal(times(M, name), unit),), (INVERSE,))
    if m == m.identity():
        return (Sentence("unit_matrix", (("M", equal(M, unit)),), because),)
    start = entries_of(m).beside(Entries.identity(m.order))
    if m.order > MAX_INVERSE_ORDER:
        return (Sentence("inverse_given", (("inverse", name),), (INVERSE,)), shown, check)
    r = reduction(start, bar=m.order, units=True)
    if not is_short(r):
        given = Sentence("inverse_given", (("inverse", name),), (INVERSE,))
        return (given, shown, check) if is_readable(entries_of(inverse)) else (given, check)
    fields = (("M", M), ("inverse", name))
    return (Sentence("inverse_by_rows", fields, (INVERSE,)), RowReduction(r, (INVERSE,)), shown, check)
