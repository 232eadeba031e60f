"""Which array of a file that holds several: the one that is named, or the only square one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from symspec.algebra.door.given import Remark
from symspec.errors import InputError

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """An array in the file; its shape is None when it cannot be read."""

    name: str
    shape: tuple[int, ...] | None

    @property
    def is_square(self) -> bool:
        """It has as many rows as columns."""
        return self.shape is not None and len(self.shape) == 2 and self.shape[0] == self.shape[1]

    def __str__(self) -> str:
        if self.shape is None:
            return f"{self.name} (no array of numbers)"
        return f"{self.name} ({' x '.join(map(str, self.shape)) or 'one number'})"


def chosen(
    candidates: Sequence[Candidate], name: str | None, path: Path, noun: str
) -> tuple[Candidate, tuple[Remark, ...]]:
    """The array to read, and a remark when it was chosen among several.

    Raises:
        InputError: no array has the name, or none was given and the choice is not clear.
    """
    if not candidates:
        raise InputError(f'"{path}" holds no {noun}.')
    if name is not None:
        named = [c for c in candidates if c.name == name]
        if not named:
            raise InputError(f'"{path}" holds no {noun} "{name}"; it holds {_listed(candidates)}.')
        if len(named) > 1:
            raise InputError(f'"{path}" holds {len(named)} {noun}s of the name "{name}".')
        return named[0], ()
    if len(candidates) == 1:
        return candidates[0], ()
    square = [c for c in candidates if c.is_square]
    if len(square) == 1:
        return square[0], (Remark("chosen_array", (square[0].name, len(candidates))),)
    shown = square or candidates
    which = f"{len(square) or 'no'} square matrices" if len(square) != 1 else ""
    raise InputError(
        f'"{path}" holds {len(candidates)} {noun}s, {which}: {_listed(shown)}. '
        f'Say which one: read_matrix("{path}", name="{shown[0].name}"), or {path}:{shown[0].name} '
        "on the command line."
    )


def _listed(candidates: Sequence[Candidate]) -> str:
    shown = ", ".join(map(str, candidates[:SHOWN]))
    return shown + (f" and {len(candidates) - SHOWN} more" if len(candidates) > SHOWN else "")
