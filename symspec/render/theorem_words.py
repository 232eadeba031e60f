"""The numbered statements in each language: catalogue "theorems", codes such as 1.name and 1.proof.2."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from symspec.languages import Vocabulary, require_language
from symspec.theorems import THEOREMS, Theorem, theorem

PARTS = ("name", "short", "hypotheses", "conclusion", "reference")


def statement_texts() -> Mapping[str, str]:
    """Every text of the library in English, by its code."""
    return {code: text for t in THEOREMS for code, text in _texts(t)}


def _texts(t: Theorem) -> list[tuple[str, str]]:
    found = [(f"{t.number}.{part}", str(getattr(t, part))) for part in PARTS]
    found += [(f"{t.number}.proof.{k}", text) for k, text in enumerate(t.proof, 1)]
    return [(code, text) for code, text in found if text]


def theorem_in(name: int | str, lang: str) -> Theorem:
    """The statement with that number or short name, in that language.

    Raises:
        InputError: there is no such statement, or there are no texts in that language.

    >>> theorem_in(1, "en").name
    'Proposition 1'
    """
    require_language(lang)
    return _translated(theorem(name), lang)


@cache
def _translated(t: Theorem, lang: str) -> Theorem:
    english = dict(_texts(t))
    words = Vocabulary("theorems", english, lang)
    name, short, hypotheses, conclusion, reference = (
        words[code] if (code := f"{t.number}.{part}") in english else "" for part in PARTS
    )
    proof = tuple(words[f"{t.number}.proof.{k}"] for k in range(1, len(t.proof) + 1))
    return replace(
        t,
        name=name,
        short=short,
        hypotheses=hypotheses,
        conclusion=conclusion,
        proof=proof,
        reference=reference,
    )
