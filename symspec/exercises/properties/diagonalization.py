"""Diagonalization: P invertible, D diagonal, A P = P D; or the equation that the answer writes."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis
from symspec.exercises.pair_answer import PairAnswer
from symspec.exercises.parse import GivenMatrix
from symspec.exercises.properties.facts import as_data, dependence, diagonal_part, is_diagonalizable
from symspec.exercises.verdict import Evidence, Finding, Judgement, correct, found, incorrect, partial
from symspec.spectral.symmetric.normality import why_not_normal

HALF = Fraction(1, 2)


def judged_diagonalization(an: Analysis, answer: PairAnswer) -> Judgement:
    """det P != 0, D diagonal, A P = P D (for A = P^-1 D P: P A = D P); or that A is not diagonalizable.

    D alone, or P alone, is worth a half.
    """
    a = an.matrix
    possible = is_diagonalizable(a)
    if answer.denied:
        if possible:
            return incorrect(found("diagonalization.possible"))
        return correct(found("diagonalization.correct_denied"))
    if not possible:
        return incorrect(found("diagonalization.defective"))
    wrong = wrong_size(a, answer, "D")
    if wrong:
        return incorrect(wrong)
    p, d = answer.P, answer.middle
    if p is None or d is None:
        return _one_part(an, p, d)
    findings, evidence = _failed(a, p.matrix, d.matrix, answer)
    if not findings:
        return correct(found("diagonalization.correct"))
    if is_spectrum_of(a, d.matrix) and (p.matrix.is_zero or p.matrix.rank < a.order):
        return partial(HALF, found("diagonalization.only_D"), *findings, evidence=evidence)
    if is_spectrum_of(a, d.matrix) and is_diagonal(p.matrix.inverse @ a @ p.matrix):
        return partial(HALF, *findings, evidence=evidence)
    if is_spectrum_of(a, d.matrix):
        return partial(HALF, found("diagonalization.only_D"), *findings, evidence=evidence)
    return incorrect(*findings, evidence=evidence)


def wrong_size(a: ExactMatrix, answer: PairAnswer, letter: str) -> Finding | None:
    """The finding that P or the matrix beside it is not n x n."""
    for name, m in (("P", answer.P), (letter, answer.middle)):
        if m and m.matrix.shape != a.shape:
            size = "{} x {}".format(*m.matrix.shape)
            return found("pair.size", ("name", name), ("size", size), ("order", a.order))
    return None


def is_diagonal(m: ExactMatrix) -> bool:
    """Zero off the diagonal."""
    return m == diagonal_part(m)


def is_spectrum_of(a: ExactMatrix, d: ExactMatrix) -> bool:
    """d is diagonal and has the eigenvalues of A with their multiplicities."""
    return is_diagonal(d) and d.charpoly == a.charpoly


def _one_part(an: Analysis, p: GivenMatrix | None, d: GivenMatrix | None) -> Judgement:
    a = an.matrix
    if p is not None:
        if p.matrix.rank < a.order:
            return incorrect(found("diagonalization.missing_D"), found("pair.singular"))
        if is_diagonal(p.matrix.inverse @ a @ p.matrix):
            return partial(HALF, found("diagonalization.missing_D"))
        return incorrect(found("diagonalization.missing_D"), found("diagonalization.not_eigenvectors"))
    assert d is not None
    if is_spectrum_of(a, d.matrix):
        return partial(HALF, found("diagonalization.missing_P"))
    code = "diagonalization.eigenvalues" if is_diagonal(d.matrix) else "diagonalization.not_diagonal"
    return incorrect(found("diagonalization.missing_P"), found(code))


def residual(a: ExactMatrix, p: ExactMatrix, d: ExactMatrix, *, inverted: bool) -> ExactMatrix:
    """A P - P D, or P A - D P."""
    return p @ a - d @ p if inverted else a @ p - p @ d


def _failed(
    a: ExactMatrix, p: ExactMatrix, d: ExactMatrix, answer: PairAnswer
) -> tuple[tuple[Finding, ...], tuple[Evidence, ...]]:
    findings: list[Finding] = []
    evidence: list[Evidence] = []
    if p.rank < a.order:
        findings.append(found("pair.singular"))
        evidence.append(Evidence("v != 0 with P v = 0", dependence(p)))
    if not is_diagonal(d):
        findings.append(found("diagonalization.not_diagonal"))
    rest = residual(a, p, d, inverted=answer.inverted)
    if not rest.is_zero:
        findings.append(found("diagonalization.equation", ("columns", bad_columns(rest))))
        name = "P A - D P" if answer.inverted else "A P - P D"
        evidence.append(Evidence(name, as_data(rest)))
    if answer.false_equation:
        findings.append(found("pair.equation", ("equation", answer.false_equation)))
    if answer.transposed and p.transpose @ p != a.identity():
        findings.append(found("pair.not_orthogonal"))
    return tuple(findings), tuple(evidence)


def bad_columns(rest: ExactMatrix) -> str:
    """The columns that are not zero, counted from 1: "2, 3"."""
    columns = range(rest.shape[1])
    return ", ".join(str(j + 1) for j in columns if not rest.columns(j, j + 1).is_zero)


def judged_orthogonal(an: Analysis, answer: PairAnswer) -> Judgement:
    """A diagonalization with P^* P = I as well: real iff A = A^T, complex iff A is normal."""
    a = an.matrix
    if answer.denied:
        if a == a.transpose if a == a.conjugate else not why_not_normal(a):
            return incorrect(found("orthogonal_diagonalization.possible"))
        return correct(found("orthogonal_diagonalization.not_symmetric"))
    judgement = judged_diagonalization(an, answer)
    if judgement.status != "correct" or answer.P is None:
        return judgement
    p = answer.P.matrix
    if p.conjugate_transpose @ p == a.identity():
        return correct(found("orthogonal_diagonalization.correct"))
    gram = p.conjugate_transpose @ p
    code = "not_normalized" if is_diagonal(gram) else "not_orthogonal"
    return partial(
        HALF, found(f"orthogonal_diagonalization.{code}"), evidence=(Evidence("P^T P", as_data(gram)),)
    )


# -- mal-rules --------------------------------------------------------------------------------------


def in_diagonalization(an: Analysis, answer: PairAnswer) -> Iterator[Finding]:
    """P and P^-1 exchanged; rows for columns; another order; rounded entries."""
    a = an.matrix
    if answer.denied or answer.P is None or not is_diagonalizable(a):
        return
    p = answer.P.matrix
    d = answer.middle.matrix if answer.middle else None
    if p.shape != a.shape or p.rank < a.order or (d is not None and d.shape != a.shape):
        return
    if d is None:
        return
    flipped = not answer.inverted
    if _holds(a, p, d, inverted=answer.inverted):
        return
    if not answer.inverted and is_spectrum_of(a, d) and is_diagonal(p.inverse @ a @ p):
        yield found("pair.order")
    elif _holds(a, p, d, inverted=flipped) or (
        not is_diagonal(d) and is_diagonal(p @ a @ p.inverse if flipped else p.inverse @ a @ p)
    ):
        yield found("pair.inverse")
    elif _holds(a, p.transpose, d, inverted=answer.inverted):
        yield found("pair.rows")
    elif answer.P.decimal and _is_close(a, p, d):
        yield found("diagonalization.not_exact")


def _holds(a: ExactMatrix, p: ExactMatrix, d: ExactMatrix, *, inverted: bool) -> bool:
    return is_diagonal(d) and residual(a, p, d, inverted=inverted).is_zero


def _is_close(a: ExactMatrix, p: ExactMatrix, d: ExactMatrix) -> bool:
    """A P - P D is small; a hint, never a decision."""
    if any(isinstance(m, FieldMatrix) for m in (a, p, d)):
        return False
    return (a @ p - p @ d).norm * 100 <= a.norm * p.norm
