"""Results that print as equations: D = .., N = .."""

from __future__ import annotations

from typing import Any, ClassVar


class Equations:
    """name = matrix for each part in `_shown`, one a line; notebooks show them as formulas.

    >>> from symspec import analyze
    >>> print(analyze("2 1; 0 2").dunford)
    D = [[2, 0], [0, 2]]
    N = [[0, 1], [0, 0]]
    """

    __slots__ = ()
    _shown: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return "\n".join(f"{name} = {getattr(self, name)}" for name in self._shown)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.notation.notebook import equations_bundle

        return equations_bundle(str(self), [(name, getattr(self, name).tolist()) for name in self._shown])
