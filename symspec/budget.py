"""What an analysis may cost."""

from __future__ import annotations

from dataclasses import dataclass

from symspec.errors import InputError


@dataclass(frozen=True, slots=True)
class Budget:
    """Bounds of the work on one matrix; None is no bound.

    Attributes:
        seconds: wall-clock time of all facts together. Work that may take longer runs in a process that is
            ended when the time is over; what cannot take that long by the estimate of symspec.spectral.cost
            runs here, without a process.
        bits: length of one integer, by the bound of Hadamard for the coefficients of det(x I - A). Work on
            longer ones is refused before it starts.
        degree: of det(x I - A) over Q, that is n times the degree of the field. Likewise.

    Raises:
        InputError: a bound that is not a positive number.

    >>> Budget(seconds=0.5, degree=200)
    Budget(seconds=0.5, bits=None, degree=200)
    """

    seconds: float | None = None
    bits: int | None = None
    degree: int | None = None

    def __post_init__(self) -> None:
        for name, kinds in (("seconds", (int, float)), ("bits", (int,)), ("degree", (int,))):
            value = getattr(self, name)
            if value is None:
                continue
            if isinstance(value, bool) or not isinstance(value, kinds) or not 0 < value < float("inf"):
                kind = "number" if float in kinds else "whole number"
                raise InputError(
                    f"the budget {name}={value!r} is not a positive {kind}; use None for no bound."
                )
