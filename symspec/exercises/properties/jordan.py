"""Jordan form: J consists of Jordan blocks and is similar to A; with P also det P != 0 and A P = P J."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis
from symspec.exercises.matrices import Scalar, scaled
from symspec.exercises.pair_answer import PairAnswer
from symspec.exercises.properties.diagonalization import bad_columns, is_diagonal, residual, wrong_size
from symspec.exercises.properties.facts import as_data, dependence
from symspec.exercises.verdict import Evidence, Finding, Judgement, correct, found, incorrect, partial

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Blocks:
    """The Jordan blocks of a matrix, in the order in which they stand.

    Attributes:
        blocks: (eigenvalue, size) pairs.
        below: the ones stand below the diagonal.
    """

    blocks: tuple[tuple[Scalar, int], ...]
    below: bool


def jordan_blocks(j: ExactMatrix) -> Blocks | None:
    """The blocks of a Jordan matrix with ones above or below the diagonal; None if it is none."""
    n, rows = j.order, j.tolist()
    upper = _blocks(rows, n)
    if upper is not None:
        return Blocks(upper, False)
    lower = _blocks(j.transpose.tolist(), n)
    return None if lower is None else Blocks(lower, True)


def _blocks(rows: Sequence[Sequence[Scalar]], n: int) -> tuple[tuple[Scalar, int], ...] | None:
    found_blocks: list[tuple[Scalar, int]] = []
    for i in range(n):
        linked = i > 0 and rows[i - 1][i] != 0
        if any(rows[k][i] != 0 for k in range(n) if k not in (i, i - 1)):
            return None
        if linked and (rows[i - 1][i] != 1 or rows[i - 1][i - 1] != rows[i][i]):
            return None
        if linked:
            value, size = found_blocks.pop()
            found_blocks.append((value, size + 1))
        else:
            found_blocks.append((rows[i][i], 1))
    return tuple(found_blocks)


def judged_jordan_form(an: Analysis, answer: PairAnswer) -> Judgement:
    """J is a Jordan matrix with the block sizes of A for each eigenvalue; A P = P J where P is given."""
    a = an.matrix
    wrong = wrong_size(a, answer, "J")
    if wrong:
        return incorrect(wrong)
    if answer.middle is None:
        return _without_form(an, answer)
    j = answer.middle.matrix
    blocks = jordan_blocks(j)
    if blocks is None:
        return incorrect(found("jordan_form.not_jordan"))
    problem = _wrong_blocks(a, blocks)
    if problem:
        return incorrect(*problem)
    remarks = (found("jordan_form.ones_below"),) if blocks.below else ()
    if answer.P is None:
        return correct(found("jordan_form.correct"), *remarks)
    return _judged_basis(a, answer.P.matrix, j, answer, remarks)


def _judged_basis(
    a: ExactMatrix, p: ExactMatrix, j: ExactMatrix, answer: PairAnswer, remarks: tuple[Finding, ...]
) -> Judgement:
    findings, evidence = [found("jordan_form.only_J")], []
    if p.rank < a.order:
        findings.append(found("pair.singular"))
        evidence.append(Evidence("v != 0 with P v = 0", dependence(p)))
    rest = residual(a, p, j, inverted=answer.inverted)
    if not rest.is_zero:
        findings.append(found("jordan_form.equation", ("columns", bad_columns(rest))))
        name = "P A - J P" if answer.inverted else "A P - P J"
        evidence.append(Evidence(name, as_data(rest)))
    if answer.false_equation:
        findings.append(found("pair.equation", ("equation", answer.false_equation)))
    if len(findings) == 1:
        return correct(found("jordan_form.correct_pair"), *remarks)
    return partial(HALF, *findings, *remarks, evidence=tuple(evidence))


def _without_form(an: Analysis, answer: PairAnswer) -> Judgement:
    assert answer.P is not None or answer.denied
    if answer.P is None:
        return incorrect(found("jordan_form.exists"))
    p = answer.P.matrix
    if p.rank < an.matrix.order:
        return incorrect(found("jordan_form.missing_J"), found("pair.singular"))
    blocks = jordan_blocks(p.inverse @ an.matrix @ p)
    if blocks is None:
        return incorrect(found("jordan_form.missing_J"), found("jordan_form.not_chains"))
    return partial(HALF, found("jordan_form.missing_J"))


def _wrong_blocks(a: ExactMatrix, given: Blocks) -> tuple[Finding, ...]:
    """What tells the given blocks from those of A; () if nothing does.

    For each eigenvalue z of J: rk (A - zI)^k = rk (J - zI)^k for k = 1, 2, .., which determines the sizes.
    """
    values = [z for i, (z, _) in enumerate(given.blocks) if z not in [y for y, _ in given.blocks[:i]]]
    strangers, wrong_count, wrong_sizes = [], [], []
    for z in values:
        sizes = sorted((s for y, s in given.blocks if y == z), reverse=True)
        true = block_sizes_at(a, z)
        if not true:
            strangers.append(z)
        elif sum(true) != sum(sizes):
            wrong_count.append(z)
        elif sizes != true:
            wrong_sizes.append(z)
    if strangers:
        return tuple(found("jordan_form.not_an_eigenvalue", ("value", z)) for z in strangers)
    if wrong_count:
        return tuple(found("jordan_form.multiplicity", ("value", z)) for z in wrong_count)
    return tuple(found("jordan_form.block_sizes", ("value", z)) for z in wrong_sizes)


def block_sizes_at(a: ExactMatrix, z: Scalar) -> list[int]:
    """The sizes of the Jordan blocks of A for z, the largest first: from the ranks of (A - zI)^k."""
    shifted = a - scaled(a.identity(), z)
    ranks, power = [a.order], shifted
    while True:
        ranks.append(power.rank)
        if ranks[-1] == ranks[-2]:
            break
        power = power @ shifted
    at_least = [x - y for x, y in zip(ranks, ranks[1:], strict=False)]
    return [sum(count > i for count in at_least) for i in range(at_least[0])]


# -- mal-rules --------------------------------------------------------------------------------------


def in_jordan_form(an: Analysis, answer: PairAnswer) -> Iterator[Finding]:
    """A diagonal J for a defective A; a chain from end to start; P^-1 for P; rows; another order."""
    a = an.matrix
    if answer.middle is None or answer.middle.matrix.shape != a.shape:
        return
    j = answer.middle.matrix
    if is_diagonal(j) and j.charpoly == a.charpoly:
        yield found("jordan_form.diagonal")
    elif answer.P is not None and answer.P.matrix.shape == a.shape:
        yield from _of_basis(a, answer.P.matrix, j, inverted=answer.inverted)


def _of_basis(a: ExactMatrix, p: ExactMatrix, j: ExactMatrix, *, inverted: bool) -> Iterator[Finding]:
    if p.rank < a.order:
        return
    if residual(a, p, j, inverted=not inverted).is_zero:
        yield found("pair.inverse")
    elif residual(a, p, j.transpose, inverted=inverted).is_zero:
        yield found("jordan_form.chain_reversed")
    elif residual(a, p.transpose, j, inverted=inverted).is_zero:
        yield found("pair.rows")
    elif (blocks := jordan_blocks(p.inverse @ a @ p)) is not None and not _wrong_blocks(a, blocks):
        yield found("pair.order")
    elif all(_is_generalized(a, p.columns(i, i + 1), j[i, i]) for i in range(a.order)):
        yield found("jordan_form.chain_broken")


def _is_generalized(a: ExactMatrix, v: ExactMatrix, z: Scalar) -> bool:
    shifted = a - scaled(a.identity(), z)
    for _ in range(a.order):
        v = shifted @ v
    return v.is_zero
