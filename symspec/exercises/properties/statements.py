"""True or false: statements about A, each with its decision."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.analysis import Analysis, analyze
from symspec.errors import InputError
from symspec.exercises import words
from symspec.exercises.language import vocabulary
from symspec.exercises.language.prose import apart, words_of
from symspec.exercises.matrices import MatrixReader
from symspec.exercises.parse import ConvergenceAnswer
from symspec.exercises.properties.facts import is_diagonalizable, is_nilpotent, is_projector, multiplicity
from symspec.exercises.properties.reasons import false_reasons
from symspec.exercises.refusal import refused
from symspec.exercises.verdict import Finding, Judgement, correct, found, incorrect
from symspec.syntax.tree import Answer
from symspec.truth import Behavior

STATEMENTS: dict[str, Callable[[Analysis], bool]] = {
    "diagonalizable": lambda an: is_diagonalizable(an.matrix),
    "invertible": lambda an: an.matrix.rank == an.matrix.order,
    "singular": lambda an: an.matrix.rank < an.matrix.order,
    "nilpotent": lambda an: is_nilpotent(an.matrix),
    "idempotent": lambda an: is_projector(an.matrix),
    "symmetric": lambda an: an.matrix == an.matrix.transpose,
    "orthogonal": lambda an: an.matrix @ an.matrix.transpose == an.matrix.identity(),
    "convergent to zero": lambda an: an.behavior is Behavior.TENDS_TO_ZERO,
    "convergent": lambda an: an.behavior.has_limit,
    "bounded": lambda an: an.behavior.is_bounded,
    "unbounded": lambda an: not an.behavior.is_bounded,
}
"""What `about` may be; the last four are about the powers A^n. Also "eigenvalue 3/2"."""

_STEMS = {
    "diagonalizable": "diagonali", "invertible": "inver", "singular": "singul", "nilpotent": "nilpot",
    "idempotent": "idempot", "symmetric": "s[iy]m+etri", "orthogonal": "ort", "convergent": "converg",
    "convergent to zero": "converg", "bounded": "bound", "unbounded": "unbound", "eigenvalue": "eigenval",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatementAnswer:
    """True or false, with the reason that is given.

    Attributes:
        statement: what the question is about.
        said: true or false.
        reason: the reason as a line of words.
        tree: the answer, for the numbers of the reason.
    """

    statement: str
    said: bool
    reason: str
    tree: Answer

    @property
    def echo(self) -> str:
        """How it was understood."""
        return "true" if self.said else "false"


def statement(an: Analysis, about: object) -> object:
    """The statement, if it is one of those that are known.

    Raises:
        InputError: it is none of them.
    """
    if isinstance(about, str) and (about in STATEMENTS or _eigenvalue(about) is not None):
        return about
    if isinstance(about, str) and _bound(about) is not None:
        if not isinstance(an.matrix, FieldMatrix) and an.matrix == an.matrix.transpose:
            return about
        raise InputError("the smallest or largest eigenvalue is asked for rational symmetric matrices only.")
    known = ", ".join(STATEMENTS)
    raise InputError(
        f'"true_false" needs about=.. with one of: {known}, eigenvalue 3/2, '
        "smallest eigenvalue less than 1/2, largest eigenvalue greater than 2."
    )


def _eigenvalue(about: str) -> Fraction | None:
    head, _, number = about.partition(" ")
    try:
        return Fraction(number) if head == "eigenvalue" and len(number) < 40 else None
    except (ValueError, ZeroDivisionError):
        return None


_BOUND = re.compile(r"(smallest|largest) eigenvalue (less|greater) than (-?\d{1,20}(?:[./]\d{1,20})?)")


def _bound(about: str) -> tuple[bool, bool, Fraction] | None:
    """(of the smallest, from below, the number) of a bound of a real eigenvalue."""
    said = _BOUND.fullmatch(about)
    try:
        return (said[1] == "smallest", said[2] == "less", Fraction(said[3])) if said else None
    except ZeroDivisionError:
        return None


def _is_beyond(an: Analysis, smallest: bool, less: bool, number: Fraction) -> bool:
    """By Sylvester's law of inertia: the signs of the eigenvalues of A - number I."""
    found = analyze(an.matrix - an.matrix.scalar(number)).definiteness.inertia
    beyond = found.negative if less else found.positive
    return beyond > 0 if smallest == less else beyond == an.matrix.order


def is_true(an: Analysis, about: str) -> bool:
    """The statement about A is true."""
    if bound := _bound(about):
        return _is_beyond(an, *bound)
    value = _eigenvalue(about)
    return multiplicity(an.matrix.charpoly, value) > 0 if value is not None else STATEMENTS[about](an)


def statement_answer(tree: Answer, reader: MatrixReader) -> StatementAnswer:
    """True, false, yes, no, or the statement itself, affirmed or denied; and the reason.

    Raises:
        ParseError: none of these can be made out.
    """
    about = str(reader.about)
    main = apart(tree, conclusions=True).main
    spoken = [vocabulary.unaccented(w.text) for w in words_of(main)]
    stem = "eigenval" if about not in _STEMS else _STEMS[about]
    negated = bool((vocabulary.NEGATIONS - vocabulary.NO | {"not"}) & set(spoken))
    line = words.line(tree)
    if any(re.match(stem, w) for w in spoken):
        said = not (negated or bool({"no", "nu", "non", "false", "faux", "fals"} & set(spoken)))
    elif bool(set(spoken) & vocabulary.YES) != bool(set(spoken) & vocabulary.NO):
        said = bool(set(spoken) & vocabulary.YES) != ("not" in spoken)
    else:
        raise refused("true_false.unreadable", reader.text, 0)
    reader.used.append(tree)
    rest = " ".join(line.split()[1:]).strip(" |:")
    return StatementAnswer(about, said, rest, tree)


def judged_statement(an: Analysis, answer: StatementAnswer) -> Judgement:
    """The truth of the statement; a reason that can be tested and is false brings a remark."""
    if is_true(an, answer.statement) != answer.said:
        return incorrect(found("true_false.not_true" if answer.said else "true_false.not_false"))
    if _bound(answer.statement):  # "all are at least 0.6" names no eigenvalue
        return correct(found("true_false.correct"))
    given = ConvergenceAnswer("", answer.reason, None, answer.tree)
    return correct(found("true_false.correct"), *false_reasons(an, given))


def in_statement(an: Analysis, answer: StatementAnswer) -> Iterator[Finding]:
    """Repeated taken for defective; distinct eigenvalues overlooked; diagonalizable for invertible."""
    a = an.matrix
    if answer.statement == "diagonalizable":
        if not answer.said and a.charpoly.squarefree_part.degree == a.order:
            yield found("true_false.distinct_eigenvalues")
        elif not answer.said:
            yield found("true_false.repeated_not_defective")
        elif a.rank == a.order:
            yield found("true_false.invertible_is_not_diagonalizable")
    elif answer.statement in ("convergent", "convergent to zero", "bounded", "unbounded"):
        if any(abs(x) > 1 for row in a.tolist() for x in row if isinstance(x, Fraction)):
            yield found("true_false.entries")
