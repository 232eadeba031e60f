"""What the server.py of a PrairieLearn question calls."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from symspec.exercises.keys import key
from symspec.exercises.questions.record import Instance, Part
from symspec.exercises.questions.toml import question_file

Data = dict[str, Any]


class Served:
    """A question file behind PrairieLearn's functions on `data`; `variant_seed` is the seed.

    Args:
        path: the question file.
    """

    def __init__(self, path: str | Path) -> None:
        self.question = question_file(path)

    def _instance(self, data: Data) -> Instance:
        return self.question.instance(str(data["variant_seed"]))

    def generate(self, data: Data) -> None:
        """params.matrix_latex, and a right answer for each part that has a short one."""
        instance = self._instance(data)
        data["params"]["matrix_latex"] = instance.matrix.to_latex()
        for part in self.question.parts:
            data["correct_answers"][part.name] = key(part.task, instance.analysis, part.about) or ""

    def parse(self, data: Data) -> None:
        """format_errors for texts that cannot be read: they do not use up an attempt."""
        instance = self._instance(data)
        for part, text in self._submitted(data):
            verdict = instance.verdict(part, text)
            if verdict.status == "invalid":
                data["format_errors"][part.name] = verdict.feedback

    def grade(self, data: Data) -> None:
        """partial_scores by part, with the feedback; undecided counts as nothing and says so."""
        instance = self._instance(data)
        for part, text in self._submitted(data):
            verdict = instance.verdict(part, text)
            data["partial_scores"][part.name] = {
                "score": float(verdict.score or 0),
                "weight": float(part.weight),
                "feedback": verdict.feedback,
            }
            data["feedback"][part.name] = verdict.feedback
        scores = data["partial_scores"]
        total = sum(float(part.weight) for part in self.question.parts)
        earned = sum(s["score"] * s["weight"] for s in scores.values() if s.get("score") is not None)
        data["score"] = earned / total if total else 0.0

    def test(self, data: Data) -> None:
        """A correct, an incorrect or an invalid submission, as `test_type` asks, with what is expected."""
        instance = self._instance(data)
        kind = data["test_type"]
        for part in self.question.parts:
            right = key(part.task, instance.analysis, part.about)
            if kind == "correct" and right is not None:
                data["raw_submitted_answers"][part.name] = right
                data["partial_scores"][part.name] = {"score": 1.0, "weight": float(part.weight)}
            elif kind == "invalid":
                data["raw_submitted_answers"][part.name] = "((("
                data["format_errors"][part.name] = "unreadable"
            else:
                data["raw_submitted_answers"][part.name] = ""
                data["partial_scores"][part.name] = {"score": 0.0, "weight": float(part.weight)}
        scored = data["partial_scores"].values()
        total = sum(float(part.weight) for part in self.question.parts)
        data["score"] = 0.0 if kind == "invalid" else sum(s["score"] * s["weight"] for s in scored) / total

    def _submitted(self, data: Data) -> list[tuple[Part, str]]:
        given = data["submitted_answers"]
        return [(p, str(given[p.name])) for p in self.question.parts if str(given.get(p.name) or "").strip()]
