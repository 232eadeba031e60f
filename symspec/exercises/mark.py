"""check_answer: from the text of an answer to a verdict."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.analysis import Analysis, analyze
from symspec.errors import InputError, ParseError, UndecidedError
from symspec.exercises import feedback, malrules
from symspec.exercises.language import prose
from symspec.exercises.language.commas import require_no_doubt, with_points
from symspec.exercises.language.consumed import Leftover, leftover
from symspec.exercises.matrices import IrrationalEntryError, MatrixReader
from symspec.exercises.parse import definitions, statements
from symspec.exercises.policy import STRICT, Policy
from symspec.exercises.refusal import AnswerError, refused
from symspec.exercises.strictness import under
from symspec.exercises.tasks import TASKS, Task
from symspec.exercises.verdict import HALF, ZERO, AnswerVerdict, Finding, Judgement, found, incorrect, partial
from symspec.languages import require_language
from symspec.syntax.limits import ANSWER
from symspec.syntax.reader import answer as syntax_tree
from symspec.syntax.reader import pointed, rows
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import Answer

TASKS_WITH_BARE_ROWS = frozenset({"eigenvalues", "limit", "power", "jordan_form", "eigenvector"})
"""Where `1 0; 0 1` without brackets is an answer."""
LONGEST_ECHO, MOST_ALTERNATIVES = 2000, 6
_ANGLES = re.compile(r"<([-0-9,/ ]+)>")
"""<1, -1> for the vector (1, -1)."""


def check_answer(
    task: str,
    matrix: object,
    text: str,
    *,
    lang: str = "en",
    about: object = None,
    policy: Policy = STRICT,
) -> AnswerVerdict:
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
            "orthogonal_diagonalization", "dunford" (D and N). With a second object: "similarity" (of A and
            the matrix `about`, with P where they are), "true_false" (of the statement `about`).
        matrix: A, in any form that symspec.matrix takes; or an Analysis, whose facts are then used again.
        text: the answer as typed, in plain mathematics or a closed subset of LaTeX.
        lang: the language of the feedback.
        about: for "similarity" the matrix B; for "true_false" one of the statements that
            symspec.exercises.properties.statements lists, such as "diagonalizable".
        policy: what is left to the lecturer: decimal commas, rounding, tolerance, reasons.

    Returns:
        The verdict. Text that cannot be read is "invalid" with score None: it costs nothing. Where a stated
        limit is met the verdict is "undecided", never "incorrect". Nothing that is typed is passed over: a
        word or a number that has no place in the answer makes it invalid, and equations beside the answer
        are tested or named in a remark. Bounded, where the powers are bounded without a limit, earns half of
        the score unless something says why there is none.

    Raises:
        InputError: an unknown task or language, or a matrix that cannot be read.

    >>> check_answer("eigenvalues", [[2, 1], [2, 3]], "{4, 1}").status
    'correct'
    >>> verdict = check_answer("dunford", [[1, 1], [0, 2]], "D = diag(1, 2), N = [[0, 1], [0, 0]]")
    >>> verdict.status, verdict.codes
    ('incorrect', ('dunford.diagonal', 'dunford.not_commuting'))
    >>> print(check_answer("eigenvalues", [[2, 1], [2, 3]], "1, 4 lol").pointer)
    1, 4 lol
         ^
    """
    if task not in TASKS:
        raise InputError(f'the task "{task}" is not supported; use one of: {", ".join(TASKS)}.')
    if not isinstance(text, str):
        raise InputError(f"the answer must be text, not {type(text).__name__}.")
    require_language(lang)
    an = matrix if isinstance(matrix, Analysis) else analyze(matrix)
    asked = _Asked(TASKS[task], task, an, TASKS[task].about(an, about), policy, lang, text)
    try:
        return asked.verdict()
    except ParseError as error:
        return _invalid(error, "", lang)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One answer on its way to the verdict."""

    task: Task
    name: str
    an: Analysis
    about: object
    policy: Policy
    lang: str
    text: str

    def verdict(self) -> AnswerVerdict:
        prose.require_an_answer(self.text)
        tree = prose.normalised(self.tree())
        read_as = ""
        try:
            given, rest = self.read(tree)
            read_as = self.task.echo(given)[:LONGEST_ECHO]
            judgement = _with_leftover(self.judged(given), rest)
        except ParseError as error:
            return _invalid(error, read_as or spelled(tree)[:LONGEST_ECHO], self.lang)
        except IrrationalEntryError as error:
            judgement = incorrect(found(f"{self.name}.irrational", ("entry", error)))
        except UndecidedError as error:
            findings = (found("answer.undecided", ("message", error)),)
            judgement = Judgement("undecided", None, findings)
        return AnswerVerdict(
            judgement.status,
            judgement.score,
            _codes(judgement.findings),
            feedback.text(judgement.findings, self.lang),
            read_as or spelled(tree)[:LONGEST_ECHO],
            judgement.evidence,
        )

    def tree(self) -> Answer:
        """The answer; where it is none, bare rows of numbers, as in `1 0; 0 1` or `1 -2`."""
        text = self.text
        if self.task.vectors:
            text = _ANGLES.sub(r"(\1)", text)
        elif self.name == "growth" and text.lstrip()[:1] == "~":
            text = text.replace("~", " ", 1)
        if self.policy.comma == "decimal":
            text = with_points(text)
        elif self.policy.comma == "ask" and self.task.numbers and "," in text[:400]:
            require_no_doubt(text[:400], single=not self.task.listed)
        try:
            return syntax_tree(text)
        except ParseError:
            if self.name not in TASKS_WITH_BARE_ROWS:
                raise
            try:
                return Answer((rows(text, limits=ANSWER),), ())
            except ParseError:
                pass
            raise

    def read(self, tree: Answer) -> tuple[object, Leftover]:
        """The typed answer and what stands beside it; several answers joined by "or" must agree."""
        cut = prose.apart(tree, conclusions=self.task.prose)
        prose.require_known_words(cut.main, self.text)
        chosen = tree if self.task.prose else cut.main
        parts = (chosen,) if self.task.listed else prose.alternatives(cut.main)
        if len(parts) == 1:
            return self.read_one(chosen)
        if len(parts) > MOST_ALTERNATIVES:
            raise refused("answer.alternatives", self.text, parts[MOST_ALTERNATIVES].position)
        first = self.read_one(parts[0])
        for part in parts[1:]:
            try:
                same = self.task.echo(self.read_one(part)[0]) == self.task.echo(first[0])
            except ParseError as error:
                if self.task.prose and not prose.is_a_claim(error, part):
                    return self.read_one(chosen)
                same = False
            if not same:
                raise refused("answer.alternatives", self.text, part.position)
        return first

    def read_one(self, tree: Answer) -> tuple[object, Leftover]:
        """The typed answer of one alternative."""
        reader = MatrixReader(self.an.matrix, {}, self.text, rational_only=self.is_rational)
        reader.about = self.about
        if self.task.vectors:
            reader.named = definitions(list(statements(tree)))
        given = self.task.read(tree, reader)
        if self.task.prose and not reader.used:
            return given, Leftover()
        differ = getattr(given, "sides_differ", "")
        if differ:
            return given, Leftover(faults=(found("answer.sides_differ", ("what", differ)),))
        main = prose.apart(tree, conclusions=self.task.prose).main
        return given, leftover(main, reader.used, reader, prose=self.task.prose, listed=self.task.listed)

    @property
    def is_rational(self) -> bool:
        return self.task.rational and not isinstance(self.an.matrix, FieldMatrix)

    def judged(self, given: object) -> Judgement:
        """The judgement, with the mal-rules that lead to a wrong answer in front, under the policy."""
        judgement = self.task.judge(self.an, given)
        if judgement.status != "correct":
            reasons = tuple(self.task.explain(self.an, given))
            judgement = replace(judgement, findings=(*reasons, *judgement.findings))
            if any(f.code in malrules.EXPLAINS_ALL for f in reasons):
                judgement = replace(judgement, status="incorrect", score=ZERO)
        return under(self.policy, self.name, self.an, given, judgement)


def _with_leftover(judgement: Judgement, rest: Leftover) -> Judgement:
    """Remarks on what was not judged; a false equation beside a right answer costs half of it."""
    if rest.faults and judgement.status == "correct":
        return partial(HALF, *rest.faults, *rest.notes, evidence=judgement.evidence)
    return replace(judgement, findings=(*judgement.findings, *rest.notes))


def _invalid(error: ParseError, read_as: str, lang: str) -> AnswerVerdict:
    finding = (
        error.finding if isinstance(error, AnswerError) else found("answer.unreadable", ("message", error))
    )
    return AnswerVerdict(
        "invalid",
        None,
        (finding.code,),
        feedback.text((finding,), lang),
        read_as,
        position=error.position,
        pointer=pointed(error) if error.text else "",
    )


def _codes(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f.code for f in findings))
