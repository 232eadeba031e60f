"""Dunford: D + N = A, DN = ND, D diagonalizable, N nilpotent."""

from __future__ import annotations

from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis
from symspec.exercises.parse import DunfordAnswer, GivenMatrix
from symspec.exercises.properties.facts import (
    as_data,
    first_difference,
    is_diagonalizable,
    is_nilpotent,
    is_rounded,
)
from symspec.exercises.verdict import Evidence, Finding, Judgement, correct, found, incorrect, partial

HALF = Fraction(1, 2)


def judged_dunford(an: Analysis, answer: DunfordAnswer) -> Judgement:
    """The four conditions, each with its own code. One right part of the two is worth a half."""
    D, N, remarks = _assigned(answer)
    a = an.matrix
    for name, part in (("D", D), ("N", N)):
        if part and part.matrix.shape != a.shape:
            size = "{} x {}".format(*part.matrix.shape)
            return incorrect(found("dunford.size", ("name", name), ("size", size), ("order", a.order)))
    if D is None or N is None:
        return _one_part(a, D, N)
    failed = _failed(a, D.matrix, N.matrix)
    if not failed:
        return correct(found("dunford.correct"), *remarks)
    findings = tuple(finding for finding, _ in failed)
    evidence = tuple(item for _, item in failed)
    if (D.decimal and is_rounded(D.matrix, an.dunford.D)) or (
        N.decimal and is_rounded(N.matrix, an.dunford.N)
    ):
        findings = (found("dunford.not_exact"), *findings)
    elif is_the_diagonalizable_part(a, D.matrix):
        return partial(HALF, found("dunford.only_D"), *findings, evidence=evidence)
    elif is_the_diagonalizable_part(a, a - N.matrix):
        return partial(HALF, found("dunford.only_N"), *findings, evidence=evidence)
    return incorrect(*findings, evidence=evidence)


def _assigned(answer: DunfordAnswer) -> tuple[GivenMatrix | None, GivenMatrix | None, tuple[Finding, ...]]:
    """Of two matrices without names the nilpotent one is N; if both or neither are, the second."""
    if not answer.unnamed:
        return answer.D, answer.N, ()
    first, second = answer.unnamed
    square = all(m.matrix.shape[0] == m.matrix.shape[1] for m in answer.unnamed)
    if square and is_nilpotent(first.matrix) and not is_nilpotent(second.matrix):
        return second, first, (found("dunford.unnamed"),)
    return first, second, (found("dunford.unnamed"),)


def _one_part(a: ExactMatrix, D: GivenMatrix | None, N: GivenMatrix | None) -> Judgement:
    part = D.matrix if D else a - N.matrix if N else a
    if is_the_diagonalizable_part(a, part):
        return partial(HALF, found("dunford.missing_N" if D else "dunford.missing_D"))
    failed = _failed(a, part, a - part)
    findings = (found("dunford.missing_N" if D else "dunford.missing_D"), *(f for f, _ in failed))
    return incorrect(*findings, evidence=tuple(e for _, e in failed))


def is_the_diagonalizable_part(a: ExactMatrix, d: ExactMatrix) -> bool:
    """d is diagonalizable, commutes with A, and A - d is nilpotent: this determines d."""
    return a @ d == d @ a and is_nilpotent(a - d) and is_diagonalizable(d)


def _failed(a: ExactMatrix, d: ExactMatrix, n: ExactMatrix) -> list[tuple[Finding, Evidence]]:
    """The conditions that do not hold, each with a matrix that is not zero though it ought to be."""
    failed = []
    if d + n != a:
        rest = d + n - a
        failed.append(
            (found("dunford.sum", ("place", first_difference(rest))), Evidence("D + N - A", as_data(rest)))
        )
    if d @ n != n @ d:
        rest = d @ n - n @ d
        finding = found("dunford.not_commuting", ("place", first_difference(rest)))
        failed.append((finding, Evidence("DN - ND", as_data(rest))))
    if not is_nilpotent(n):
        failed.append((found("dunford.not_nilpotent"), Evidence(f"N^{n.order}", as_data(n**n.order))))
    if not is_diagonalizable(d):
        rest = d.charpoly.squarefree_part.at_matrix(d)
        finding = found("dunford.not_diagonalizable")
        failed.append((finding, Evidence("p(D), p the squarefree part of det(x I - D)", as_data(rest))))
    return failed
