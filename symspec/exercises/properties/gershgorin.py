"""Gershgorin discs: centre a_ii, radius sum |a_ij| over j != i (rows) or sum |a_ji| over j != i (columns)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis
from symspec.exercises.disc_answer import DiscsAnswer
from symspec.exercises.verdict import Evidence, Finding, Judgement, correct, found, incorrect, partial
from symspec.spectral.gershgorin.discs import disc_family
from symspec.spectral.gershgorin.real_values import largest, modulus

Pair = tuple[Any, Any]  # centre and radius: fractions, elements of number fields, algebraic numbers, sums


def discs_of(a: ExactMatrix) -> list[Pair]:
    """(a_ii, sum of |a_ij| over j != i) for each row."""
    return [(d.centre, d.radius) for d in disc_family(a).discs]


def judged_gershgorin(an: Analysis, answer: DiscsAnswer) -> Judgement:
    """The discs by rows, or by columns; where the answer says which, those. The score is the part found."""
    a, n = an.matrix, an.matrix.order
    given = [(d.centre, d.radius) for d in answer.discs]
    by_rows, by_columns = matched(given, discs_of(a)), matched(given, discs_of(a.transpose))
    best = {"rows": by_rows, "columns": by_columns, "": max(by_rows, by_columns)}[answer.by]
    if best == len(given) == n:
        return correct(found("gershgorin.correct"))
    findings = tuple(_findings(a, answer, given))
    score = Fraction(max(0, 2 * best - max(len(given), best)), n) if len(given) > n else Fraction(best, n)
    evidence = (Evidence("discs of the answer", tuple(str(d) for d in answer.discs)),)
    if 0 < score < 1:
        return partial(score, *findings, evidence=evidence)
    return incorrect(*findings, evidence=evidence)


def matched(given: Sequence[Pair], discs: Sequence[Pair]) -> int:
    """How many of the given discs are among the others, each used once."""
    left, count = list(discs), 0
    for c, r in given:
        for i, (x, y) in enumerate(left):
            if c == x and r == y:
                del left[i]
                count += 1
                break
    return count


def _findings(a: ExactMatrix, answer: DiscsAnswer, given: list[Pair]) -> Iterator[Finding]:
    n = a.order
    if len(given) != n:
        code = "gershgorin.missing" if len(given) < n else "gershgorin.too_many"
        yield found(code, ("given", len(given)), ("order", n))
    left = [a.tolist()[i][i] for i in range(n)]
    for d in answer.discs:
        at = next((i for i, c in enumerate(left) if c == d.centre), None)
        if at is None:
            yield found("gershgorin.centre", ("disc", d))
        else:
            del left[at]
    choices = {"rows": [a], "columns": [a.transpose], "": [a, a.transpose]}[answer.by]
    known = [pair for m in choices for pair in discs_of(m)]
    centres = [c for c, _ in known]
    for d in answer.discs:
        is_centre = any(d.centre == c for c in centres)
        if is_centre and not any(d.radius == r and d.centre == c for c, r in known):
            yield found("gershgorin.radius", ("disc", d))


# -- mal-rules --------------------------------------------------------------------------------------


def in_gershgorin(an: Analysis, answer: DiscsAnswer) -> Iterator[Finding]:
    """Signs kept in the sums; the diagonal added; rows and columns mixed; the other of the two; diameters."""
    a = an.matrix
    given = [(d.centre, d.radius) for d in answer.discs]
    chosen = {"rows": [a], "columns": [a.transpose], "": [a, a.transpose]}[answer.by]
    n = a.order

    def is_all(discs: list[Pair]) -> bool:
        return matched(given, discs) == len(given) > 0

    if answer.by and is_all(discs_of(a.transpose if answer.by == "rows" else a)):
        yield found("gershgorin.rows_for_columns")
    elif any(is_all(_signed(m)) for m in (a, a.transpose)):
        yield found("gershgorin.signed_sums")
    elif any(is_all(_with_diagonal(m)) for m in chosen):
        yield found("gershgorin.diagonal_added")
    elif any(is_all([(c, 2 * r) for c, r in discs_of(m)]) for m in chosen):
        yield found("gershgorin.diameter")
    elif any(is_all([(c, _largest(m, i)) for i, (c, _) in enumerate(discs_of(m))]) for m in chosen):
        yield found("gershgorin.largest_entry")
    elif not answer.by and len(given) == n and _is_mixed(a, given):
        yield found("gershgorin.mixed")


def _signed(a: ExactMatrix) -> list[Pair]:
    rows = a.tolist()
    return [
        (row[i], sum((x for j, x in enumerate(row) if j != i), Fraction(0))) for i, row in enumerate(rows)
    ]


def _with_diagonal(a: ExactMatrix) -> list[Pair]:
    return [(c, r + modulus(c)) for c, r in discs_of(a)]


def _largest(a: ExactMatrix, i: int) -> Any:
    others = [modulus(x) for j, x in enumerate(a.tolist()[i]) if j != i] or [Fraction(0)]
    return others[largest(others)]


def _is_mixed(a: ExactMatrix, given: list[Pair]) -> bool:
    """Each disc is one of the row or column discs."""
    every = discs_of(a) + discs_of(a.transpose)
    return all(any(c == x and r == y for x, y in every) for c, r in given)
