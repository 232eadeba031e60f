"""A^n in n: sequences of recurrence orders a and b that agree on a + b consecutive terms agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis
from symspec.errors import ParseError
from symspec.exercises.power_answer import PowerAnswer, entry_bound, is_closed
from symspec.exercises.properties.facts import as_data
from symspec.exercises.substitution import substituted
from symspec.exercises.verdict import Evidence, Finding, Judgement, correct, found, incorrect

TRIED_FOR_SLIPS = 5


def value_at(answer: PowerAnswer, n: int) -> ExactMatrix | None:
    """The expression at n; None where it is not defined, as 0^(n-1) at n = 0.

    Raises:
        ParseError: it is no matrix.
    """
    reader, kept = answer.reader, answer.reader.named
    exponent = {answer.letter: Fraction(n)}
    reader.named = {k: substituted(v, exponent) for k, v in answer.named.items()}
    try:
        return reader.matrix(substituted(answer.node, exponent))
    except ParseError:
        if n > 0:
            raise
        return None
    finally:
        reader.named = kept


def judged_power(an: Analysis, answer: PowerAnswer) -> Judgement:
    """The expression equals A^n for all n >= 1, and for n = 0 unless A is singular or n >= 1 is said.

    Algorithm:
        Each entry of A^n satisfies the recurrence of the minimal polynomial, of order b <= n; each entry of
        the answer one of order at most a. Their difference satisfies a monic recurrence of order a + b, so it
        is 0 for all n >= 1 if it is for n = 1, .., a + b.
    """
    a = an.matrix
    steps = entry_bound(answer.node, answer) + an.minpoly.degree
    first = value_at(answer, 1)
    if first is None or first.shape != a.shape:
        size = "{} x {}".format(*first.shape) if first else "undefined"
        return incorrect(found("power.size", ("size", size), ("order", a.order)))
    start = max(1, answer.starts or 1)
    wrong = next(_wrong(a, answer, start, start + steps - 1), None)
    if wrong is not None:
        n, rest = wrong
        return incorrect(
            found("power.wrong_at", ("n", n)), evidence=(Evidence(f"answer - A^{n}", as_data(rest)),)
        )
    if not is_closed(answer):
        return incorrect(found("power.not_closed"))
    return _at_the_start(an, answer, start)


def _at_the_start(an: Analysis, answer: PowerAnswer, start: int) -> Judgement:
    """What lies before the terms that were proved equal."""
    early = dict(_wrong(an.matrix, answer, 0, start - 1, undefined=True))
    stated = answer.starts
    claimed = {n: rest for n, rest in early.items() if stated is None or n >= stated}
    if not claimed:
        return correct(found("power.correct"))
    if stated is None and set(claimed) == {0}:
        return correct(found("power.correct"), found("power.from_one"))
    return incorrect(found("power.wrong_at_zero"))


def _wrong(
    a: ExactMatrix, answer: PowerAnswer, first: int, last: int, *, undefined: bool = False
) -> Iterator[tuple[int, ExactMatrix]]:
    """(n, answer - A^n) for each n in the range where this is not 0."""
    power = a**first
    for n in range(first, last + 1):
        value = value_at(answer, n)
        if value is None:
            if undefined:
                yield n, power
        elif value != power:
            yield n, value - power
        power = power @ a


# -- mal-rules --------------------------------------------------------------------------------------


def in_power(an: Analysis, answer: PowerAnswer) -> Iterator[Finding]:
    """Entries to the n-th power; n A; D^n + N for (D + N)^n; D^n alone; the transpose; right later."""
    a = an.matrix
    tried = range(1, TRIED_FOR_SLIPS + 1)
    values = [value_at(answer, n) for n in tried]
    if any(v is None or v.shape != a.shape for v in values):
        return
    d, nil = an.dunford.D, an.dunford.N
    of_parts: dict[str, Callable[[int], ExactMatrix | None]] = {
        "power.nilpotent_not_multiplied": lambda n: d**n + nil,
        "power.binomial_dropped": lambda n: d**n + nil**n,
        "power.nilpotent_forgotten": lambda n: d**n,
    }
    rules: dict[str, Callable[[int], ExactMatrix | None]] = ({} if nil.is_zero else of_parts) | {
        "power.entrywise": lambda n: _entrywise(a, n),
        "power.multiple": lambda n: a * n,
        "power.transposed": lambda n: a.transpose**n,
        "power.off_by_one_less": lambda n: a ** (n - 1),
        "power.off_by_one_more": lambda n: a ** (n + 1),
    }
    for code, rule in rules.items():
        if all(v == rule(n) for n, v in zip(tried, values, strict=True)):
            yield found(code)
            break
    late = _right_from(a, answer)
    if late:
        yield found("power.right_from", ("n", late), ("before", late - 1))
    elif values[0] != a:
        yield found("power.wrong_at_one")


def _right_from(a: ExactMatrix, answer: PowerAnswer) -> int | None:
    """The first n from which the answer is right, if it is right in the end, and not from 1 on."""
    steps = entry_bound(answer.node, answer) + 2 * a.order
    wrong = [n for n, _ in _wrong(a, answer, 1, steps + a.order)]
    return wrong[-1] + 1 if wrong and wrong[-1] <= a.order else None


def _entrywise(a: ExactMatrix, n: int) -> ExactMatrix | None:
    rows = a.tolist()
    if any(not isinstance(x, Fraction) for row in rows for x in row):
        return None
    return ExactMatrix.from_fractions([[x**n for x in row] for row in rows], backend=a.backend)
