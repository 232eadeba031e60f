"""Eigenvectors: v != 0 and A v = lambda v; a basis of ker(A - lambda I) for each eigenvalue that is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis
from symspec.exercises.eigenvector_answer import EigenvectorsAnswer, GivenVector
from symspec.exercises.matrices import Scalar, beside_all, scaled
from symspec.exercises.properties.facts import as_data, dependence
from symspec.exercises.verdict import Evidence, Finding, Judgement, correct, found, incorrect, partial


@dataclass(slots=True)
class _Space:
    """The vectors found right for one eigenvalue."""

    value: Scalar
    columns: list[ExactMatrix]


@dataclass(slots=True)
class _Checked:
    """What was found about every vector."""

    spaces: list[_Space]
    wrong: list[Finding]
    evidence: list[Evidence]


def judged_eigenvectors(an: Analysis, answer: EigenvectorsAnswer) -> Judgement:
    """A basis of the eigenspace of each eigenvalue that the answer names or whose vectors it gives.

    The score is the number of independent eigenvectors found, less the wrong vectors, over the number asked.
    """
    checked = _checked(an, answer)
    findings, got, asked, surplus = list(checked.wrong), 0, 0, 0
    for space in checked.spaces:
        rank = beside_all(space.columns).rank if space.columns else 0
        dimension = _dimension(an.matrix, space.value)
        got, asked, surplus = got + rank, asked + dimension, surplus + len(space.columns) - rank
        if rank < len(space.columns):
            findings.append(found("eigenvectors.dependent", ("value", space.value)))
            relation = dependence(beside_all(space.columns))
            checked.evidence.append(Evidence("factors of a vanishing combination", relation))
        if rank < dimension:
            findings.append(found("eigenvectors.too_few", ("value", space.value), ("given", rank)))
            name = f"(rank of the vectors, dim ker(A - ({space.value}) I))"
            checked.evidence.append(Evidence(name, (rank, dimension)))
    if not findings:
        return correct(found("eigenvectors.correct"))
    wrong = len(checked.wrong)
    score = Fraction(max(0, got - wrong), max(asked + wrong + surplus, 1))
    evidence = tuple(checked.evidence)
    if score:
        return partial(score, *findings, evidence=evidence)
    return incorrect(*findings, evidence=evidence)


def judged_eigenvector(an: Analysis, answer: EigenvectorsAnswer) -> Judgement:
    """One vector v != 0 with A v = lambda v; more may be given, and every one must be right."""
    checked = _checked(an, answer)
    if checked.wrong:
        return incorrect(*checked.wrong, evidence=tuple(checked.evidence))
    return correct(found("eigenvector.correct"))


def judged_eigenspace(an: Analysis, answer: EigenvectorsAnswer) -> Judgement:
    """The vectors span ker(A - lambda I); for a span they need not be independent."""
    values = [z for g in answer.groups if g.value is None for z in _values_of(an.matrix, g.vectors)]
    if any(z != values[0] for z in values):
        return incorrect(found("eigenspace.mixed"))
    judgement = judged_eigenvectors(an, answer)
    rest = tuple(f for f in judgement.findings if f.code != "eigenvectors.dependent")
    if judgement.status == "correct":
        return correct(found("eigenspace.correct"))
    if not rest:
        return correct(found("eigenspace.correct"), found("eigenspace.not_a_basis"))
    return judgement


def _values_of(a: ExactMatrix, vectors: tuple[GivenVector, ...]) -> list[Scalar]:
    """The eigenvalues of those vectors that are eigenvectors."""
    right = [v.column for v in vectors if _is_right(a, None, v.column)]
    return [ratio(a @ v, v) for v in right]


def _checked(an: Analysis, answer: EigenvectorsAnswer) -> _Checked:
    a, checked = an.matrix, _Checked([], [], [])
    strangers = tuple(dict.fromkeys(str(z) for z in answer.named if not _dimension(a, z)))
    checked.wrong += [found("eigenvectors.not_an_eigenvalue", ("value", z)) for z in strangers]
    for group in answer.groups:
        if group.value is not None:
            if str(group.value) in strangers or not _dimension(a, group.value):
                continue
            _space(checked, group.value)
        for vector in group.vectors:
            _check(a, group.value, vector, checked)
    return checked


def _check(a: ExactMatrix, value: Scalar | None, vector: GivenVector, checked: _Checked) -> None:
    v = vector.column
    if v.shape != (a.order, 1):
        size = found("eigenvectors.size", ("size", v.shape[0]), ("order", a.order))
        checked.wrong.append(size)
        return
    if v.is_zero:
        checked.wrong.append(found("eigenvectors.zero"))
        return
    image = a @ v
    factor = ratio(image, v) if value is None else value
    rest = image - scaled(v, factor)
    if rest.is_zero:
        _space(checked, factor).columns.append(v)
        return
    code = "eigenvectors.wrong" if value is None else "eigenvectors.not_for_this_value"
    checked.wrong.append(found(code, ("vector", vector), ("value", value)))
    name = f"A v for v = {vector}" if value is None else f"A v - ({value}) v for v = {vector}"
    checked.evidence.append(Evidence(name, as_data(image if value is None else rest)))


def _space(checked: _Checked, value: Scalar) -> _Space:
    for space in checked.spaces:
        if space.value == value:
            return space
    checked.spaces.append(_Space(value, []))
    return checked.spaces[-1]


def ratio(image: ExactMatrix, v: ExactMatrix) -> Scalar:
    """The only number that can satisfy image = c v, for v != 0."""
    pairs = zip(image.tolist(), v.tolist(), strict=True)
    x, y = next((x[0], y[0]) for x, y in pairs if y[0] != 0)
    c: Scalar = x / y
    return c


def _dimension(a: ExactMatrix, value: Scalar) -> int:
    """dim ker(A - value I)."""
    return a.order - (a - scaled(a.identity(), value)).rank


# -- mal-rules --------------------------------------------------------------------------------------


def in_eigenvectors(an: Analysis, answer: EigenvectorsAnswer) -> Iterator[Finding]:
    """Of another eigenvalue; a left eigenvector; a generalized one; rows for columns; rounded entries."""
    a = an.matrix
    wrong = [(g.value, v) for g in answer.groups for v in g.vectors if not _is_right(a, g.value, v.column)]
    if answer.transposed and all(_is_right(a, None, v.column) for v in answer.transposed):
        yield found("eigenvectors.rows")
        return
    codes = [code for value, v in wrong if (code := _reason(an, value, v))]
    yield from (found(code) for code in dict.fromkeys(codes))


def _is_right(a: ExactMatrix, value: Scalar | None, v: ExactMatrix) -> bool:
    if v.shape != (a.order, 1) or v.is_zero:
        return False
    image = a @ v
    return image == scaled(v, ratio(image, v) if value is None else value)


def _reason(an: Analysis, value: Scalar | None, vector: GivenVector) -> str:
    a, v = an.matrix, vector.column
    if v.shape != (a.order, 1) or v.is_zero:
        return ""
    if isinstance(value, Fraction) and value and (a @ v + scaled(v, value)).is_zero:
        return "eigenvectors.sign_of_shift"
    if value is not None and _is_right(a, None, v):
        return "eigenvectors.other_eigenvalue"
    if _is_right(a.transpose, value, v):
        return "eigenvectors.left"
    if any(_is_generalized(a, z, v) for z in _candidates(an, value)):
        return "eigenvectors.generalized"
    return "eigenvectors.not_exact" if vector.decimal and _is_close(a, v) else ""


def _candidates(an: Analysis, value: Scalar | None) -> list[Scalar]:
    if value is not None:
        return [value]
    return [e.value.rational for e in an.spectrum.eigenvalues if e.value.is_rational]


def _is_generalized(a: ExactMatrix, value: Scalar, v: ExactMatrix) -> bool:
    shifted = a - scaled(a.identity(), value)
    for _ in range(a.order):
        v = shifted @ v
    return v.is_zero


def _is_close(a: ExactMatrix, v: ExactMatrix) -> bool:
    """A v - c v is small for the best c; a hint, never a decision."""
    if isinstance(a, FieldMatrix) or isinstance(v, FieldMatrix):
        return False
    c = (v.transpose @ a @ v)[0, 0] / (v.transpose @ v)[0, 0]
    return (a @ v - v * c).norm * 100 <= a.norm * v.norm
