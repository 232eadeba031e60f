"""Three-valued truth, and the four fates of the powers A^n."""

from __future__ import annotations

import enum

TYPE_CHECKING = False  # typing costs milliseconds on the way to `symspec verify`
if TYPE_CHECKING:
    from typing import NoReturn


class Truth(enum.Enum):
    """TRUE, FALSE or UNKNOWN; "cannot tell" is never "no", so bool() raises.

    >>> Truth.of(2 > 1)
    <Truth.TRUE: 'true'>
    >>> Truth.UNKNOWN.is_false
    False
    """

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, value: bool) -> Truth:
        """TRUE for True, FALSE for False."""
        return cls.TRUE if value else cls.FALSE

    @property
    def is_true(self) -> bool:
        return self is Truth.TRUE

    @property
    def is_false(self) -> bool:
        return self is Truth.FALSE

    def __bool__(self) -> NoReturn:
        raise TypeError("a Truth has three values: ask .is_true or .is_false")


class Behavior(enum.Enum):
    """What happens to A^n as n grows; every square complex matrix has exactly one fate.

    >>> Behavior("converges").has_limit
    True
    >>> Behavior.UNBOUNDED.is_bounded
    False
    """

    TENDS_TO_ZERO = "tends_to_zero"
    CONVERGES = "converges"  # to a limit other than zero
    BOUNDED_DIVERGENT = "bounded_divergent"
    UNBOUNDED = "unbounded"

    @property
    def has_limit(self) -> bool:
        """A^n converges, possibly to zero."""
        return self in (Behavior.TENDS_TO_ZERO, Behavior.CONVERGES)

    @property
    def is_bounded(self) -> bool:
        """sup |A^n| is finite."""
        return self is not Behavior.UNBOUNDED
