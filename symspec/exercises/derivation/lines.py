"""One line of a derivation: what kind it is, and whether it follows."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.exercises import words
from symspec.exercises.derivation import spectra
from symspec.exercises.derivation.relations import judged_relation
from symspec.exercises.derivation.rows import RowOperation, after, operations, reversed_sign
from symspec.exercises.derivation.state import State
from symspec.exercises.derivation.verdict import Step
from symspec.exercises.language import prose
from symspec.exercises.matrices import beside_all
from symspec.exercises.parse import separated
from symspec.exercises.verdict import Evidence, Finding, found
from symspec.syntax.reader import answer
from symspec.syntax.tree import Answer, Node, Relation, Remark, Statement, Word

_ARROW = re.compile(
    r"^\s*(?:~|->|=>|→|⇒|\\sim|\\to|\\Rightarrow|so\b|hence\b|thus\b|therefore\b|then\b)[,:]?\s*"
)
_GOES_ON = re.compile(r"^\s*=(?![=>])\s*")
_TAIL = re.compile(r"\s*(?::|=>|⇒|~|\bgives\b|\byields\b)\s*(?=\[|\\begin|\()")


def judged_line(text: str, state: State) -> Step:
    """The line after all that stands before it; the state takes up what it says.

    Raises:
        ParseError: the line cannot be read.
        UndecidedError: a stated limit is met.
    """
    if not text.strip():
        return Step("noted")
    head, *tail = _TAIL.split(text, maxsplit=1)
    rows = state.current if state.current is not None else state.an.matrix
    done = operations(head, state.reader(text), rows.shape[0])
    if done:
        return _of_operations(done, tail[0] if tail else "", state)
    if _GOES_ON.match(text) and state.last is not None:
        return _continued(_GOES_ON.sub("", text), state)
    return _of_statements(_ARROW.sub("", text), state)


# -- row operations -------------------------------------------------------------------------------


def _of_operations(done: tuple[RowOperation, ...], tail: str, state: State) -> Step:
    lost = next((x for x in done if not x.is_reversible), None)
    if state.current is None:
        state.current = state.an.matrix
    state.pending += done
    if lost is not None:
        state.pending = ()
        return Step("wrong", (found("derivation.row_operation_loses", ("what", lost.text)),))
    return _of_statements(tail, state) if tail else Step("right")


def _of_matrix(m: ExactMatrix, state: State) -> Step:
    """A matrix by itself: what the operations before it make of the one before them."""
    before, pending, tainted = state.current, state.pending, state.tainted
    state.current, state.pending = m, ()
    step = _compared(m, before, pending, state)
    state.tainted = tainted or step.status == "wrong"
    if tainted and step.status == "right":
        return Step("carried", (found("derivation.carried"),))
    return step


def _compared(
    m: ExactMatrix, before: ExactMatrix | None, pending: tuple[RowOperation, ...], state: State
) -> Step:
    if before is None:
        same = m == state.an.matrix
        return Step("right") if same else Step("wrong", (found("derivation.not_the_matrix"),))
    if m.shape != before.shape:
        return Step("wrong", (found("derivation.row_sizes"),))
    if pending:
        return _after_operations(before, pending, m)
    if m == before or _same_row_space(m, before):
        return Step("right")
    return Step("wrong", (found("derivation.not_row_equivalent"),))


def _same_row_space(m: ExactMatrix, n: ExactMatrix) -> bool:
    both = beside_all([m.transpose, n.transpose])
    return both.rank == m.rank == n.rank


def _after_operations(before: ExactMatrix, pending: tuple[RowOperation, ...], m: ExactMatrix) -> Step:
    expected, given = after(before, pending), m.tolist()
    wrong = [i for i, (r, s) in enumerate(zip(expected, given, strict=True)) if list(r) != list(s)]
    if not wrong:
        return Step("right")
    targets = {x.row for x in pending} | {i for x in pending if x.swap for i, _ in x.coefficients}
    findings: list[Finding] = []
    if after(before, tuple(map(reversed_sign, pending))) == [list(r) for r in given]:
        findings.append(found("derivation.row_sign"))
    elif not set(wrong) <= targets:
        findings.append(found("derivation.row_untouched", ("row", min(set(wrong) - targets) + 1)))
    findings.append(found("derivation.row_result", ("row", wrong[0] + 1)))
    rest = tuple(x - y for x, y in zip(given[wrong[0]], expected[wrong[0]], strict=True))
    data = tuple(x if isinstance(x, Fraction) else str(x) for x in rest)
    return Step("wrong", tuple(findings), (Evidence(f"row {wrong[0] + 1}: given - due", data),))


# -- statements -----------------------------------------------------------------------------------


def _continued(text: str, state: State) -> Step:
    """`= ..` goes on from the last expression."""
    tree = _tree(text)
    first = tree.statements[0]
    assert state.last is not None
    if isinstance(first, Relation):
        node = Relation((state.last, *first.operands), ("=", *first.signs), first.position)
    else:
        node = Relation((state.last, first), ("=",), 0)
    return judged_relation(node, state, text)


def _tree(text: str) -> Answer:
    tree = prose.normalised(answer(text))
    main = prose.apart(tree).main
    prose.require_known_words(main, text)
    return main


def _of_statements(text: str, state: State) -> Step:
    """Each statement of the line in turn; the line is as good as its worst."""
    tree = _tree(text)
    whole = spectra.whole_line(tree, state, text)
    if whole is not None:
        return whole
    steps = [_of_part(part, state, text) for part in _parts(tree)]
    return _worst([s for s in steps if s is not None])


def _parts(tree: Answer) -> list[Node]:
    parts: list[Node] = []
    for statement in tree.statements:
        for part in statement.parts if isinstance(statement, Statement) else (statement,):
            if not isinstance(part, Word | Remark):
                parts += separated(part)
    return parts


def _of_part(part: Node, state: State, text: str) -> Step | None:
    if isinstance(part, Relation) and set(part.signs) == {"="}:
        return judged_relation(part, state, text)
    if words.is_matrix(part):
        value = state.reader(text, own=True).value(part, ())
        return _of_matrix(value, state) if isinstance(value, ExactMatrix) else None
    return None


_ORDER = ("wrong", "carried", "right", "noted")


def _worst(steps: list[Step]) -> Step:
    """The first of the worst steps, with the findings of all of its kind."""
    if not steps:
        return Step("noted")
    worst = min(steps, key=lambda s: _ORDER.index(s.status))
    same = [s for s in steps if s.status == worst.status]
    findings = tuple(dict.fromkeys(f for s in same for f in s.findings))
    return replace(worst, findings=findings, evidence=tuple(e for s in same for e in s.evidence))
