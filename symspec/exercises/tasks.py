"""The kinds of questions: how each is read, shown again, judged, and explained where it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from symspec.analysis import Analysis
from symspec.errors import InputError
from symspec.exercises import malrules, parse
from symspec.exercises.disc_answer import discs_answer
from symspec.exercises.eigenvector_answer import eigenvectors_answer
from symspec.exercises.growth_answer import growth_answer
from symspec.exercises.matrices import MatrixReader
from symspec.exercises.number_answer import number_answer, ranks_answer
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
    similarity,
)
from symspec.exercises.properties import power as powers
from symspec.exercises.properties import statements as facts
from symspec.exercises.properties.convergence import judged_convergence
from symspec.exercises.properties.dunford import judged_dunford
from symspec.exercises.properties.eigenvalues import judged_eigenvalues
from symspec.exercises.properties.limit import judged_limit
from symspec.exercises.similarity_answer import second_matrix, similarity_answer
from symspec.exercises.spectrum_answer import eigenvalues_answer
from symspec.exercises.verdict import Finding, Judgement
from symspec.syntax.tree import Answer


def _echo(answer: Any) -> str:
    return str(answer.echo)


def _echo_orthogonal(answer: Any) -> str:
    return "A is not orthogonally diagonalizable" if answer.denied else str(answer.echo("D"))


def _nothing(an: Analysis, about: object) -> object:
    if about is not None:
        raise InputError('only "similarity" and "true_false" take `about`.')
    return None


@dataclass(frozen=True, slots=True)
class Task:
    """How one kind of question is judged.

    Attributes:
        read: the syntax tree to the typed answer; raises ParseError.
        judge: the decision, by defining properties.
        explain: the mal-rules, for answers that are not correct.
        echo: the typed answer as it was understood.
        prose: the answer is said in words, and "so", colons and remarks introduce reasons.
        listed: several values are asked for, so that "or" between them says the same as "and".
        numbers: a list of numbers is asked for, where "1,0; 4,0" may have decimal commas.
        rational: every right answer for a rational matrix has rational entries.
        vectors: the answer may call vectors by a name.
        about: what check_answer was given beside A, tested; raises InputError.
    """

    read: Callable[[Answer, MatrixReader], Any]
    judge: Callable[[Analysis, Any], Judgement]
    explain: Callable[[Analysis, Any], Iterator[Finding]]
    echo: Callable[[Any], str] = _echo
    prose: bool = False
    listed: bool = False
    numbers: bool = False
    rational: bool = False
    vectors: bool = False
    about: Callable[[Analysis, object], object] = _nothing


def _pair(letter: str) -> tuple[Callable[[Answer, MatrixReader], Any], Callable[[Any], str]]:
    return lambda tree, reader: pair_answer(tree, reader, letter), lambda answer: str(answer.echo(letter))


_READ_D, _ECHO_D = _pair("D")
_READ_Q = partial(pair_answer, letter="D", of_symmetry=True)
_READ_J, _ECHO_J = _pair("J")
_CHI, _MU = frozenset(("chi", "p", "P", "f", "c", "χ")), frozenset(("mu", "m", "M", "q", "pi"))

TASKS: dict[str, Task] = {
    "eigenvalues": Task(
        eigenvalues_answer, judged_eigenvalues, malrules.in_eigenvalues, listed=True, numbers=True
    ),
    "dunford": Task(parse.dunford_answer, judged_dunford, malrules.in_dunford, parse.echoed, rational=True),
    "limit": Task(
        parse.limit_answer, judged_limit, malrules.in_limit, parse.echoed, prose=True, rational=True
    ),
    "convergence": Task(
        parse.convergence_answer,
        judged_convergence,
        malrules.in_convergence,
        parse.echoed,
        prose=True,
    ),
    "charpoly": Task(
        lambda tree, reader: polynomial_answer(tree, reader, _CHI),
        polynomials.judged_charpoly,
        polynomials.in_charpoly,
    ),
    "minpoly": Task(
        lambda tree, reader: polynomial_answer(tree, reader, _MU),
        polynomials.judged_minpoly,
        polynomials.in_minpoly,
    ),
    "eigenvectors": Task(
        eigenvectors_answer,
        eigenvectors.judged_eigenvectors,
        eigenvectors.in_eigenvectors,
        listed=True,
        vectors=True,
    ),
    "eigenvector": Task(
        eigenvectors_answer,
        eigenvectors.judged_eigenvector,
        eigenvectors.in_eigenvectors,
        listed=True,
        vectors=True,
    ),
    "eigenspace": Task(
        eigenvectors_answer,
        eigenvectors.judged_eigenspace,
        eigenvectors.in_eigenvectors,
        listed=True,
        vectors=True,
    ),
    "diagonalization": Task(
        _READ_D, diagonalization.judged_diagonalization, diagonalization.in_diagonalization, _ECHO_D
    ),
    "orthogonal_diagonalization": Task(
        _READ_Q, diagonalization.judged_orthogonal, diagonalization.in_diagonalization, _echo_orthogonal
    ),
    "jordan_form": Task(_READ_J, jordan.judged_jordan_form, jordan.in_jordan_form, _ECHO_J),
    "ranks": Task(ranks_answer, numbers.judged_ranks, numbers.in_ranks),
    "spectral_radius": Task(
        number_answer, numbers.judged_spectral_radius, numbers.in_spectral_radius, numbers=True
    ),
    "growth": Task(growth_answer, numbers.judged_growth, numbers.in_growth),
    "gershgorin": Task(discs_answer, gershgorin.judged_gershgorin, gershgorin.in_gershgorin, listed=True),
    "similarity": Task(
        similarity_answer, similarity.judged_similarity, similarity.in_similarity, about=second_matrix
    ),
    "true_false": Task(
        facts.statement_answer,
        facts.judged_statement,
        facts.in_statement,
        prose=True,
        about=facts.statement,
    ),
    "power": Task(power_answer, powers.judged_power, powers.in_power),
}
