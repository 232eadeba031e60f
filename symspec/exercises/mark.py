"""check_answer: from the text of an answer to a verdict."""

from __future__ import annotations

from dataclasses import replace

from symspec.analysis import Analysis, analyze
from symspec.errors import InputError, ParseError, UndecidedError
from symspec.exercises import feedback, malrules
from symspec.exercises.matrices import IrrationalEntryError
from symspec.exercises.tasks import TASKS, Task
from symspec.exercises.verdict import ZERO, AnswerVerdict, Finding, Judgement, found, incorrect
from symspec.languages import require_language
from symspec.syntax.limits import ANSWER
from symspec.syntax.reader import answer as syntax_tree
from symspec.syntax.reader import rows
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import Answer

TASKS_WITH_BARE_ROWS = frozenset({"eigenvalues", "limit", "power", "jordan_form", "eigenvector"})
"""Where `1 0; 0 1` without brackets is an answer."""


def check_answer(task: str, matrix: object, text: str, *, lang: str = "en") -> AnswerVerdict:
    """Whether the answer has the property that defines what was asked; no text is evaluated as code.

    Args:
        task: what was asked. About powers: "limit" (of A^n, or that there is none), "convergence" (what
            becomes of A^n; a false reason is remarked on and costs nothing), "power" (A^n in n), "growth"
            (n^k rho^n), "spectral_radius". About the spectrum: "charpoly" and "minpoly" (any letter and
            form), "eigenvalues" (with multiplicities), "gershgorin" (discs by rows or by columns, unless the
            answer says which). About bases: "eigenvectors" (a basis for each eigenvalue that the answer
            names; the others are not asked), "eigenvector" (one), "eigenspace" (a span), "ranks" (of A - I
            and (A - I)^2, or of what the answer names). Forms: "diagonalization" and "jordan_form"
            (A = P D P^-1 and A = P J P^-1, unless the answer writes another equation; J may stand alone),
            "orthogonal_diagonalization", "dunford" (D and N).
        matrix: A, in any form that symspec.matrix takes; or an Analysis, whose facts are then used again.
        text: the answer as typed, in plain mathematics or a closed subset of LaTeX.
        lang: the language of the feedback.

    Returns:
        The verdict. Text that cannot be read is "invalid" with score None: it costs nothing. Where a stated
        limit is met the verdict is "undecided", never "incorrect".

    Raises:
        InputError: an unknown task or language, or a matrix that cannot be read.

    >>> check_answer("eigenvalues", [[2, 1], [2, 3]], "{4, 1}").status
    'correct'
    >>> verdict = check_answer("dunford", [[1, 1], [0, 2]], "D = diag(1, 2), N = [[0, 1], [0, 0]]")
    >>> verdict.status, verdict.codes
    ('incorrect', ('dunford.diagonal', 'dunford.not_commuting'))
    """
    if task not in TASKS:
        raise InputError(f'the task "{task}" is not supported; use one of: {", ".join(TASKS)}.')
    if not isinstance(text, str):
        raise InputError(f"the answer must be text, not {type(text).__name__}.")
    require_language(lang)
    an = matrix if isinstance(matrix, Analysis) else analyze(matrix)
    try:
        tree = _tree(task, text)
    except ParseError as error:
        return _invalid(error, "", lang)
    return _checked(task, an, tree, text, lang)


def _tree(task: str, text: str) -> Answer:
    """The answer; where it is none, bare rows of numbers, as in `1 0; 0 1` or `1 -2`."""
    try:
        return syntax_tree(text)
    except ParseError:
        if task not in TASKS_WITH_BARE_ROWS:
            raise
        try:
            return Answer((rows(text, limits=ANSWER),), ())
        except ParseError:
            pass
        raise


def _checked(name: str, an: Analysis, tree: Answer, text: str, lang: str) -> AnswerVerdict:
    task, read_as = TASKS[name], ""
    try:
        given = task.read(tree, an, text)
        read_as = task.echo(given)
        judgement = _explained(task, an, given)
    except ParseError as error:
        return _invalid(error, read_as or spelled(tree), lang)
    except IrrationalEntryError as error:
        judgement = incorrect(found(f"{name}.irrational", ("entry", error)))
    except UndecidedError as error:
        findings = (found("answer.undecided", ("message", error)),)
        return AnswerVerdict(
            "undecided", None, _codes(findings), feedback.text(findings, lang), read_as or spelled(tree)
        )
    return AnswerVerdict(
        judgement.status,
        judgement.score,
        _codes(judgement.findings),
        feedback.text(judgement.findings, lang),
        read_as or spelled(tree),
        judgement.evidence,
    )


def _explained(task: Task, an: Analysis, given: object) -> Judgement:
    """The judgement, with the mal-rules that lead to a wrong answer in front."""
    judgement = task.judge(an, given)
    if judgement.status == "correct":
        return judgement
    reasons = tuple(task.explain(an, given))
    judgement = replace(judgement, findings=(*reasons, *judgement.findings))
    if any(f.code in malrules.EXPLAINS_ALL for f in reasons):
        return replace(judgement, status="incorrect", score=ZERO)
    return judgement


def _invalid(error: ParseError, read_as: str, lang: str) -> AnswerVerdict:
    findings = (found("answer.unreadable", ("message", error)),)
    return AnswerVerdict(
        "invalid", None, _codes(findings), feedback.text(findings, lang), read_as, position=error.position
    )


def _codes(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f.code for f in findings))
