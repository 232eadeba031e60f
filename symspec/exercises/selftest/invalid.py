"""Texts that are no answer: each must come back as invalid, with a sentence, and cost nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from symspec.exercises.selftest import forms
from symspec.exercises.selftest.known import Known

Rule = Callable[[Known, Random], str]


def empty(k: Known, rng: Random) -> str:
    """Nothing but spaces."""
    return " " * rng.randrange(4)


def unclosed(k: Known, rng: Random) -> str:
    """A bracket that is not closed."""
    return forms.matrix(k.A, rng)[:-1].removesuffix(r"\end{pmatrix") + "("


def ragged(k: Known, rng: Random) -> str:
    """Rows of different lengths."""
    return r"\begin{pmatrix} 1 & 2 \\ 3 \end{pmatrix}"


def unknown_word(k: Known, rng: Random) -> str:
    """A word that means nothing."""
    return rng.choice(("lorem ipsum", "asdf", "idk", "see above"))


def look_alike(k: Known, rng: Random) -> str:
    """A Cyrillic letter that looks Latin."""
    return "\u0445^2 - 1"


def too_large(k: Known, rng: Random) -> str:
    """A number that no answer needs."""
    return rng.choice(("9**9**9", "10000000!", "((20!)!)", "sqrt(10**4000 + 1)"))


def code(k: Known, rng: Random) -> str:
    """A program."""
    return rng.choice(("__import__('os')", "exec(open('x'))", "print(1)"))


INVALID: Mapping[str, Rule] = {
    rule.__name__: rule for rule in (empty, unclosed, ragged, unknown_word, look_alike, too_large, code)
}
# A list in any brackets is a list.
READABLE = frozenset({("eigenvalues", "ragged")})
