"""hints: what to do next, in steps from a nudge to the whole plan, never the answer."""

from __future__ import annotations

from symspec.analysis import Analysis, analyze
from symspec.errors import InputError
from symspec.exercises import feedback
from symspec.exercises.hint_sentences import HINTS
from symspec.exercises.tasks import TASKS
from symspec.exercises.verdict import found
from symspec.languages import require_language


def hints(task: str, matrix: object, *, lang: str = "en") -> tuple[str, ...]:
    """Hints for a task about A, each one telling more than the one before; none of them is the answer.

    Args:
        task: as for check_answer.
        matrix: A, in any form that symspec.matrix takes; or an Analysis.
        lang: the language.

    Raises:
        InputError: an unknown task or language, or a matrix that cannot be read.

    >>> print(*hints("eigenvalues", [[2, 1], [2, 3]]), sep="\\n")
    The eigenvalues are the roots of det(xI - A).
    Counted with multiplicity there are 2 of them; their sum is the trace, here 5.
    Their product is the determinant, here 4. Look for two things at once: sum and product.
    """
    if task not in TASKS:
        raise InputError(f'the task "{task}" is not supported; use one of: {", ".join(TASKS)}.')
    require_language(lang)
    a = (matrix if isinstance(matrix, Analysis) else analyze(matrix)).matrix
    fields = (("order", a.order), ("trace", a.trace), ("det", a.det))
    codes = [code for code in HINTS if code.rpartition(".")[0] == f"hint.{task}"]
    return tuple(feedback.sentence(found(code, *fields), lang) for code in codes)
