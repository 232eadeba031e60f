"""Known wrong ways that lead to exactly the answer given; tried only when the answer is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis
from symspec.exercises.parse import ConvergenceAnswer, DunfordAnswer, GivenMatrix, LimitAnswer
from symspec.exercises.properties.dunford import is_the_diagonalizable_part
from symspec.exercises.properties.facts import (
    is_nilpotent,
    is_projector_at_one,
    multiplicity,
    permanent,
    pivots,
)
from symspec.exercises.spectrum_answer import EigenvaluesAnswer
from symspec.exercises.verdict import Finding, found
from symspec.spectral.profile import jordan_profile
from symspec.truth import Behavior

LARGEST_ORDER_FOR_SLIPS = 6
POWERS_TRIED = 8

EXPLAINS_ALL = frozenset(
    {
        "eigenvalues.sign_reversed",
        "eigenvalues.diagonal",
        "eigenvalues.entry_sign",
        "eigenvalues.of_the_inverse",
        "eigenvalues.of_the_square",
        "eigenvalues.pivots",
        "eigenvalues.determinant_sum",
    }
)
"""With these the whole answer comes from a wrong method, so numbers that happen to be right earn nothing."""


# -- eigenvalues --------------------------------------------------------------------------------


def in_eigenvalues(an: Analysis, answer: EigenvaluesAnswer) -> Iterator[Finding]:
    """Signs reversed; the diagonal; a sign slip in one entry; only real ones; a conjugate or 0 left out."""
    a = an.matrix
    if answer.eigenvalues:
        if is_spectrum(-a, answer):
            yield found("eigenvalues.sign_reversed", ("trace", a.trace))
        elif is_spectrum(_diagonal(a), answer):
            yield found("eigenvalues.diagonal")
        elif a.det and is_spectrum(a.inverse, answer):
            yield found("eigenvalues.of_the_inverse")
        elif is_spectrum(a @ a, answer):
            yield found("eigenvalues.of_the_square")
        elif (echelon := pivots(a)) is not None and is_spectrum(echelon, answer):
            yield found("eigenvalues.pivots")
        elif _from_wrong_determinant(a, answer):
            yield found("eigenvalues.determinant_sum")
        elif a.order <= LARGEST_ORDER_FOR_SLIPS and any(is_spectrum(b, answer) for b in _sign_slips(a)):
            yield found("eigenvalues.entry_sign")
    yield from _left_out(an, answer)


def is_spectrum(b: ExactMatrix, answer: EigenvaluesAnswer) -> bool:
    """The answer lists the eigenvalues of b with their multiplicities."""
    chi, values = b.charpoly, answer.eigenvalues
    if sum(e.times for e in values) != b.order:
        return False
    return all(
        multiplicity(chi, e.value) == sum(f.times for f in values if f.value == e.value) for e in values
    )


def _from_wrong_determinant(a: ExactMatrix, answer: EigenvaluesAnswer) -> bool:
    """The roots of x^2 - (a + d) x + (ad + bc)."""
    wrong = permanent(a)
    values = [e.value for e in answer.eigenvalues for _ in range(min(e.times, 3))]
    if wrong is None or len(values) != 2:
        return False
    return values[0] + values[1] == a.trace and values[0] * values[1] == wrong


def _left_out(an: Analysis, answer: EigenvaluesAnswer) -> Iterator[Finding]:
    given = {e.value for e in answer.eigenvalues}
    missing = [e.value for e in an.spectrum.eigenvalues if e.value not in given]
    if not missing or len(missing) + len(given) != len(an.spectrum.eigenvalues):
        return
    if not any(z.is_real for z in missing) and all(isinstance(z, Fraction) or z.is_real for z in given):
        yield found("eigenvalues.only_real")
    elif any(z.conjugate in given for z in missing if not z.is_real):
        yield found("eigenvalues.conjugate")
    elif missing == [0]:
        yield found("eigenvalues.singular")


def _diagonal(a: ExactMatrix) -> ExactMatrix:
    rows = [[a[i, i] if i == j else Fraction(0) for j in range(a.order)] for i in range(a.order)]
    return a.with_entries(rows)


def _sign_slips(a: ExactMatrix) -> Iterator[ExactMatrix]:
    """A with the sign of one entry changed."""
    rows = a.tolist()
    for i, row in enumerate(rows):
        for j, x in enumerate(row):
            if x:
                changed = [list(r) for r in rows]
                changed[i][j] = -x
                yield a.with_entries(changed)


# -- dunford ------------------------------------------------------------------------------------


def in_dunford(an: Analysis, answer: DunfordAnswer) -> Iterator[Finding]:
    """The diagonal of A; D and N exchanged; the decomposition of the Jordan form; D = A."""
    a = an.matrix
    first, second = answer.unnamed or (answer.D, answer.N)
    D, N = _fitting(a, first), _fitting(a, second)
    if D is None or N is None:
        return
    if is_nilpotent(D) and is_the_diagonalizable_part(a, N):
        yield found("dunford.exchanged")
    elif D == a:
        yield found("dunford.trivial")
    elif D == _diagonal(a) and D + N == a:
        yield found("dunford.diagonal")
    elif D == _diagonal(D) and D + N != a and D @ N == N @ D and _are_similar(a, D + N):
        yield found("dunford.of_the_jordan_form")


def _fitting(a: ExactMatrix, given: GivenMatrix | None) -> ExactMatrix | None:
    return given.matrix if given and given.matrix.shape == a.shape else None


def _are_similar(a: ExactMatrix, b: ExactMatrix) -> bool:
    return a.charpoly == b.charpoly and jordan_profile(a) == jordan_profile(b)


# -- limit --------------------------------------------------------------------------------------


def in_limit(an: Analysis, answer: LimitAnswer) -> Iterator[Finding]:
    """The average of the powers; one of the powers; the transpose; 0; a multiple; entries for eigenvalues."""
    m = _fitting(an.matrix, answer.limit)
    if m is None:
        yield from _denied_limit(an, answer)
    elif an.behavior.has_limit:
        yield from _other_limit(an, m)
    else:
        yield from _limit_where_none_is(an, m)


def _denied_limit(an: Analysis, answer: LimitAnswer) -> Iterator[Finding]:
    if answer.fate in ("converges", "converges_not_to_zero"):
        return  # that is right, only the limit itself is not given
    if answer.fate and an.behavior.has_limit:
        if "entr" in answer.reason or _is_beyond_one(an.matrix):
            yield found("limit.large_entries")
        if an.behavior is Behavior.CONVERGES:
            yield found("limit.rho_one")


def _other_limit(an: Analysis, m: ExactMatrix) -> Iterator[Finding]:
    a = an.matrix
    if m.is_zero:
        yield found("limit.zero")
    elif is_projector_at_one(a, m.transpose):
        yield found("limit.transposed")
    elif m == a.identity() or any(a**k == m for k in range(1, POWERS_TRIED)):
        yield found("limit.finite_power")
    elif _is_multiple(m, an.limit):
        yield found("limit.multiple")
    elif m == _entrywise_limit(a):
        yield found("limit.entrywise")


def _entrywise_limit(a: ExactMatrix) -> ExactMatrix | None:
    """The limits of the n-th powers of the entries, where each has one."""
    rows = a.tolist()
    if any(not isinstance(x, Fraction) or abs(x) > 1 or x == -1 for row in rows for x in row):
        return None
    powers = [[Fraction(int(x == 1)) for x in row] for row in rows]
    return a.with_entries(powers)


def _is_multiple(m: ExactMatrix, limit: ExactMatrix) -> bool:
    trace = limit.trace
    return bool(trace and m.trace) and m == limit * (m.trace / trace)


def _limit_where_none_is(an: Analysis, m: ExactMatrix) -> Iterator[Finding]:
    a = an.matrix
    if not m.is_zero and is_projector_at_one(a, m) and an.behavior.is_bounded:
        yield found("limit.average_of_powers")
    elif any(a**k == m for k in range(POWERS_TRIED)):
        yield found("limit.one_of_the_powers")
    yield found(_why_no_limit(an, "limit"))


def _why_no_limit(an: Analysis, task: str) -> str:
    if any(f.counts.outside for f in an.profile.factors):
        return f"{task}.eigenvalue_outside"
    if an.behavior is Behavior.UNBOUNDED:
        return f"{task}.block_on_circle"
    return f"{task}.eigenvalue_on_circle"


# -- convergence --------------------------------------------------------------------------------


def in_convergence(an: Analysis, answer: ConvergenceAnswer) -> Iterator[Finding]:
    """Entries taken for eigenvalues; rho = 1 taken for divergence or convergence; a block overlooked."""
    if an.behavior.has_limit:
        if answer.fate == "tends_to_zero":
            return
        if _is_beyond_one(an.matrix):
            yield found("convergence.large_entries")
        if an.behavior is Behavior.CONVERGES and answer.fate != "converges":
            yield found("convergence.rho_one")
        return
    small = all(abs(x) < 1 for row in an.matrix.tolist() for x in row)
    if an.behavior is Behavior.UNBOUNDED and small and answer.fate != "bounded":
        yield found("convergence.small_entries")
    if not (an.behavior is Behavior.BOUNDED_DIVERGENT and answer.fate == "unbounded"):
        yield found(_why_no_limit(an, "convergence"))


def _is_beyond_one(a: ExactMatrix) -> bool:
    """Some entry has absolute value above 1."""
    return any(abs(x) > 1 for row in a.tolist() for x in row)
