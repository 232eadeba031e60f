"""The kinds of questions: how each is read, shown again, judged, and explained where it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from symspec.analysis import Analysis
from symspec.exercises import malrules, parse
from symspec.exercises.disc_answer import discs_answer
from symspec.exercises.eigenvector_answer import eigenvectors_answer
from symspec.exercises.matrices import MatrixReader
from symspec.exercises.number_answer import growth_answer, number_answer, ranks_answer
from symspec.exercises.pair_answer import pair_answer
from symspec.exercises.polynomial_answer import polynomial_answer
from symspec.exercises.power_answer import power_answer
from symspec.exercises.properties import (
    diagonalization,
    eigenvectors,
    gershgorin,
    jordan,
    numbers,
    polynomials,
)
from symspec.exercises.properties import power as powers
from symspec.exercises.properties.convergence import judged_convergence
from symspec.exercises.properties.dunford import judged_dunford
from symspec.exercises.properties.eigenvalues import judged_eigenvalues
from symspec.exercises.properties.limit import judged_limit
from symspec.exercises.spectrum_answer import eigenvalues_answer
from symspec.exercises.verdict import Finding, Judgement
from symspec.syntax.tree import Answer


@dataclass(frozen=True, slots=True)
class Task:
    """How one kind of question is judged.

    Attributes:
        read: the syntax tree to the typed answer; raises ParseError.
        echo: the typed answer as it was understood.
        judge: the decision, by defining properties.
        explain: the mal-rules, for answers that are not correct.
    """

    read: Callable[[Answer, Analysis, str], Any]
    echo: Callable[[Any], str]
    judge: Callable[[Analysis, Any], Judgement]
    explain: Callable[[Analysis, Any], Iterator[Finding]]


def _reader(an: Analysis, text: str) -> MatrixReader:
    return MatrixReader(an.matrix, {}, text)


def _named_reader(tree: Answer, an: Analysis, text: str) -> MatrixReader:
    """With the vectors that the answer calls by a name."""
    return MatrixReader(an.matrix, parse.definitions(list(parse.statements(tree))), text)


TASKS: dict[str, Task] = {
    "eigenvalues": Task(
        lambda tree, an, text: eigenvalues_answer(tree, an.matrix.order, text),
        lambda answer: str(answer.echo),
        judged_eigenvalues,
        malrules.in_eigenvalues,
    ),
    "dunford": Task(
        lambda tree, an, text: parse.dunford_answer(tree, an.matrix, text),
        parse.echoed,
        judged_dunford,
        malrules.in_dunford,
    ),
    "limit": Task(
        lambda tree, an, text: parse.limit_answer(tree, an.matrix, text),
        parse.echoed,
        judged_limit,
        malrules.in_limit,
    ),
    "convergence": Task(
        lambda tree, an, text: parse.convergence_answer(tree, an.matrix, text),
        parse.echoed,
        judged_convergence,
        malrules.in_convergence,
    ),
    "charpoly": Task(
        lambda tree, an, text: polynomial_answer(tree, _reader(an, text)),
        lambda answer: str(answer.echo),
        polynomials.judged_charpoly,
        polynomials.in_charpoly,
    ),
    "minpoly": Task(
        lambda tree, an, text: polynomial_answer(tree, _reader(an, text)),
        lambda answer: str(answer.echo),
        polynomials.judged_minpoly,
        polynomials.in_minpoly,
    ),
    "eigenvectors": Task(
        lambda tree, an, text: eigenvectors_answer(tree, _named_reader(tree, an, text)),
        lambda answer: str(answer.echo),
        eigenvectors.judged_eigenvectors,
        eigenvectors.in_eigenvectors,
    ),
    "eigenvector": Task(
        lambda tree, an, text: eigenvectors_answer(tree, _named_reader(tree, an, text)),
        lambda answer: str(answer.echo),
        eigenvectors.judged_eigenvector,
        eigenvectors.in_eigenvectors,
    ),
    "eigenspace": Task(
        lambda tree, an, text: eigenvectors_answer(tree, _named_reader(tree, an, text)),
        lambda answer: str(answer.echo),
        eigenvectors.judged_eigenspace,
        eigenvectors.in_eigenvectors,
    ),
    "diagonalization": Task(
        lambda tree, an, text: pair_answer(tree, _reader(an, text), "D"),
        lambda answer: str(answer.echo("D")),
        diagonalization.judged_diagonalization,
        diagonalization.in_diagonalization,
    ),
    "orthogonal_diagonalization": Task(
        lambda tree, an, text: pair_answer(tree, _reader(an, text), "D"),
        lambda answer: str(answer.echo("D")),
        diagonalization.judged_orthogonal,
        diagonalization.in_diagonalization,
    ),
    "jordan_form": Task(
        lambda tree, an, text: pair_answer(tree, _reader(an, text), "J"),
        lambda answer: str(answer.echo("J")),
        jordan.judged_jordan_form,
        jordan.in_jordan_form,
    ),
    "ranks": Task(
        lambda tree, an, text: ranks_answer(tree, _reader(an, text)),
        lambda answer: str(answer.echo),
        numbers.judged_ranks,
        numbers.in_ranks,
    ),
    "spectral_radius": Task(
        lambda tree, an, text: number_answer(tree, text),
        lambda answer: str(answer.echo),
        numbers.judged_spectral_radius,
        numbers.in_spectral_radius,
    ),
    "growth": Task(
        lambda tree, an, text: growth_answer(tree, text),
        lambda answer: str(answer.echo),
        numbers.judged_growth,
        numbers.in_growth,
    ),
    "gershgorin": Task(
        lambda tree, an, text: discs_answer(tree, _reader(an, text)),
        lambda answer: str(answer.echo),
        gershgorin.judged_gershgorin,
        gershgorin.in_gershgorin,
    ),
    "power": Task(
        lambda tree, an, text: power_answer(tree, _reader(an, text)),
        lambda answer: str(answer.echo),
        powers.judged_power,
        powers.in_power,
    ),
}
