"""Similarity: det P != 0 and A P = P B; or that no such P exists."""

from __future__ import annotations

from collections.abc import Iterator

from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis
from symspec.exercises.properties.facts import as_data, dependence
from symspec.exercises.similarity_answer import SimilarityAnswer
from symspec.exercises.verdict import HALF, Evidence, Finding, Judgement, correct, found, incorrect, partial
from symspec.spectral.frobenius.similarity import similarity


def judged_similarity(an: Analysis, answer: SimilarityAnswer) -> Judgement:
    """P is invertible with A P = P B, or with P A = B P where no equation is written; or yes or no.

    Yes without P is worth a half.
    """
    a, b, p = an.matrix, answer.B, answer.P
    if p is None:
        return _judged_verdict(a, b, similar=answer.similar)
    if p.shape != a.shape or p.shape != b.shape:
        size = "{} x {}".format(*p.shape)
        return incorrect(found("pair.size", ("name", "P"), ("size", size), ("order", a.order)))
    if p.rank < p.order:
        findings = (found("pair.singular"), *_if_not_similar(a, b))
        return incorrect(*findings, evidence=(Evidence("v != 0 with P v = 0", dependence(p)),))
    if answer.holds is False:
        rest = a @ p - p @ b
        findings = (found("similarity.equation"), *_if_not_similar(a, b))
        return incorrect(*findings, evidence=(Evidence("A P - P B", as_data(rest)),))
    if a @ p == p @ b:
        return correct(found("similarity.correct"))
    if answer.holds or p @ a == b @ p:
        return correct(found("similarity.correct"), found("similarity.other_direction"))
    findings = (found("similarity.equation"), *_if_not_similar(a, b))
    return incorrect(*findings, evidence=(Evidence("A P - P B", as_data(a @ p - p @ b)),))


def _judged_verdict(a: ExactMatrix, b: ExactMatrix, *, similar: bool) -> Judgement:
    truth = similarity(a, b).similar
    if truth and similar:
        return partial(HALF, found("similarity.missing_P"))
    if truth:
        return incorrect(found("similarity.similar"))
    return incorrect(*_if_not_similar(a, b)) if similar else correct(found("similarity.correct_none"))


def _if_not_similar(a: ExactMatrix, b: ExactMatrix) -> tuple[Finding, ...]:
    difference = similarity(a, b).difference
    return () if difference is None else (found(_DIFFERENT[difference.name]),)


_DIFFERENT = {
    "order": "similarity.different_order",
    "characteristic polynomial": "similarity.different_charpoly",
    "minimal polynomial": "similarity.different_minpoly",
    "rank": "similarity.different_ranks",
}


# -- mal-rules --------------------------------------------------------------------------------------


def in_similarity(an: Analysis, answer: SimilarityAnswer) -> Iterator[Finding]:
    """P = 0; P and P^-1 exchanged; the eigenvalues alone compared; only the traces compared."""
    a, b, p = an.matrix, answer.B, answer.P
    if p is not None and p.shape == a.shape == b.shape:
        if p.is_zero or (p.rank < p.order and a @ p == p @ b):
            yield found("similarity.intertwines_only")
        elif p.rank == p.order and p @ a == b @ p:
            yield found("pair.inverse")
        elif p.rank == p.order and a @ p.transpose == p.transpose @ b:
            yield found("pair.rows")
    elif answer.similar and not similarity(a, b).similar and a.shape == b.shape and a.charpoly == b.charpoly:
        yield found("similarity.eigenvalues_only")
