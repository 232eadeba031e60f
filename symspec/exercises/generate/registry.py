"""The generators by name and version: what a question file may ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError
from symspec.exercises.generate import stochastic, structured, symmetric

Draw = Callable[[Random, Mapping[str, Any]], ExactMatrix]

# A version never changes what it draws: graded work must find its matrices again.
GENERATORS: Mapping[tuple[str, int], Draw] = {
    ("structured", 1): structured.drawn,
    ("symmetric", 1): symmetric.drawn,
    ("stochastic", 1): stochastic.drawn,
}


def newest(name: str) -> int:
    """The newest version of that generator.

    Raises:
        InputError: there is none of that name.
    """
    versions = [version for known, version in GENERATORS if known == name]
    if not versions:
        names = ", ".join(sorted({known for known, _ in GENERATORS}))
        raise InputError(f'there is no generator "{name}"; use one of: {names}.')
    return max(versions)


def generated(name: str, version: int, options: Mapping[str, Any], seed: int | str) -> ExactMatrix:
    """The matrix of that generator for that seed: the same on every machine.

    >>> generated("structured", 1, {"order": 2, "behavior": "converges"}, 1) == generated(
    ...     "structured", 1, {"order": 2, "behavior": "converges"}, 1
    ... )
    True

    Raises:
        InputError: no such generator or version, or an option that it does not take.
    """
    if (name, version) not in GENERATORS:
        raise InputError(f'generator "{name}" has no version {version}; the newest is {newest(name)}.')
    return GENERATORS[name, version](Random(f"symspec {name} {version} {seed}"), options)
