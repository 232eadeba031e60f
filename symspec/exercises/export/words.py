"""The few words of exports, in every language."""

from __future__ import annotations

from collections.abc import Mapping

from symspec.languages import Vocabulary

DOMAIN = "exports"
ENGLISH: Mapping[str, str] = {
    "behavior.tends_to_zero": "A^n tends to 0.",
    "behavior.converges": "A^n converges to a limit that is not 0.",
    "behavior.bounded_divergent": "A^n is bounded and does not converge.",
    "behavior.unbounded": "A^n is unbounded.",
    "ascending": "Write them in ascending order, each as often as its multiplicity says.",
    "true": "True",
    "false": "False",
    "let": "Let",
    "exercises": "Exercises",
    "key": "Key",
    "no_short_answer": "There is no short form; symspec judges any exact one.",
}


def word(code: str, lang: str) -> str:
    """The text of the code."""
    return Vocabulary(DOMAIN, ENGLISH, lang)[code]
