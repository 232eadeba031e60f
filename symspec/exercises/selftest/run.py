"""A question file, or the judge as a whole, tries itself: right, wrong and unreadable answers, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from symspec.exercises.keys import key
from symspec.exercises.mark import check_answer
from symspec.exercises.policy import STRICT
from symspec.exercises.questions.record import Instance, Part, Question
from symspec.exercises.selftest.invalid import INVALID, READABLE
from symspec.exercises.selftest.known import Known, drawn, known
from symspec.exercises.selftest.right import RIGHT
from symspec.exercises.selftest.wrong import WRONG

FORMS = 3  # of each right answer
UNREADABLE = 0.2  # of the matrices are also asked with texts that are no answer
ACCEPTABLE = {"right": {"correct"}, "wrong": {"incorrect", "partial"}, "invalid": {"invalid"}}


@dataclass(frozen=True, slots=True)
class Sample:
    """An answer that was judged.

    Attributes:
        kind: "right", "wrong" or "invalid": what it is by construction.
        task, rule: how it was made.
        matrix, text: the question and the answer.
        status: the verdict.
    """

    kind: str
    task: str
    rule: str
    matrix: str
    text: str
    status: str

    @property
    def is_judged_rightly(self) -> bool:
        """The verdict is what the answer is."""
        return self.status in ACCEPTABLE[self.kind]


def samples(rng: Random) -> Iterator[Sample]:
    """Answers of every kind to one new matrix: each right one in FORMS forms, each slip that changes it."""
    k, unreadable = drawn(rng), rng.random() < UNREADABLE
    for task, write in RIGHT.items():
        for _ in range(FORMS):
            if (text := write(k, rng)) is not None:
                status = check_answer(task, k.analysis, text).status
                yield Sample("right", task, "right", str(k.analysis.matrix), text, status)
        for rule in WRONG[task]:
            for text in rule(k, rng):
                status = check_answer(task, k.analysis, text).status
                yield Sample("wrong", task, rule.__name__, str(k.analysis.matrix), text, status)
        for name, make in INVALID.items():
            if unreadable and (task, name) not in READABLE:
                text = make(k, rng)
                status = check_answer(task, k.analysis, text).status
                yield Sample("invalid", task, name, str(k.analysis.matrix), text, status)


@dataclass(frozen=True, slots=True)
class SelfTest:
    """What became of the samples.

    Attributes:
        counts: ((kind, task, rule), how many), sorted.
        misjudged: the samples whose verdict is not what they are.
    """

    counts: tuple[tuple[tuple[str, str, str], int], ...]
    misjudged: tuple[Sample, ...]

    def count(self, kind: str) -> int:
        """How many samples of that kind."""
        return sum(n for (k, _, _), n in self.counts if k == kind)


def selftest(found: Iterator[Sample]) -> SelfTest:
    """The counts, and what was misjudged."""
    counts: Counter[tuple[str, str, str]] = Counter()
    misjudged = []
    for sample in found:
        counts[sample.kind, sample.task, sample.rule] += 1
        if not sample.is_judged_rightly:
            misjudged.append(sample)
    return SelfTest(tuple(sorted(counts.items())), tuple(misjudged))


def campaign(seed: int, count: int) -> Iterator[Sample]:
    """Samples until there are `count` right ones and `count` wrong ones."""
    rng, left = Random(seed), {"right": count, "wrong": count}
    while any(n > 0 for n in left.values()):
        for sample in samples(rng):
            left[sample.kind] = left.get(sample.kind, 0) - 1
            yield sample


# -- one question ----------------------------------------------------------------------------


def question_samples(question: Question, seeds: range) -> Iterator[Sample]:
    """For each seed and part: the key, right answers in other forms, slips, and texts that are no answer.

    Forms and slips are tried where the Jordan form is rational and the part has no policy of its own.
    """
    instance = question.instance(seeds.start)
    for seed in seeds:
        if question.is_generated:
            instance = question.instance(seed)
        rng = Random(f"selftest {question.name} {seed}")
        k = known(instance.analysis)
        for part in question.parts:
            for kind, rule, text in _texts(instance, part, k, rng):
                status = instance.verdict(part, text).status
                yield Sample(kind, part.task, rule, str(instance.matrix), text, status)


def _texts(instance: Instance, part: Part, k: Known | None, rng: Random) -> Iterator[tuple[str, str, str]]:
    """(kind, rule, text)."""
    answer = key(part.task, instance.analysis, part.about)
    if answer is not None:
        yield "right", "key", answer
    if part.task == "true_false" and answer is not None:
        yield "wrong", "opposite", "false" if answer == "true" else "true"
    for name, make in INVALID.items():
        if (part.task, name) not in READABLE:
            yield "invalid", name, make(k or drawn(rng), rng)
    if k is None or part.policy != STRICT or part.task not in RIGHT:
        return
    for _ in range(FORMS):
        if (text := RIGHT[part.task](k, rng)) is not None:
            yield "right", "form", text
    for rule in WRONG[part.task]:
        for text in rule(k, rng):
            yield "wrong", rule.__name__, text
