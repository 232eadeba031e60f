"""Facts: computed once, when they are first asked for, and under a guard where there is one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

__all__ = ["Guard", "fact", "guarded"]

if TYPE_CHECKING:
    from functools import cached_property as fact
else:

    class fact(cached_property):
        """A cached_property that is computed under the guard of its owner, where there is one."""

        def __get__(self, instance, owner=None):
            """The fact; it is computed when it is first asked for."""
            if instance is None or instance.guard is None:
                return super().__get__(instance, owner)
            return instance.guard.fact(instance, self.attrname, lambda: super(fact, self).__get__(instance))


F = TypeVar("F", bound=Callable[..., Any])


def guarded(method: F) -> F:
    """A method that works under the guard of its owner, where there is one."""

    @wraps(method)
    def within(self: Any, *args: Any, **named: Any) -> Any:
        if self.guard is None:
            return method(self, *args, **named)
        return self.guard.call(self, method.__name__, args, named, lambda: method(self, *args, **named))

    return within  # type: ignore[return-value]


class Guard(Protocol):
    """What stands between an object and the computing of its facts."""

    def fact(self, owner: Any, name: str, compute: Callable[[], Any]) -> Any: ...
    def call(self, owner: Any, name: str, args: Any, named: Any, compute: Callable[[], Any]) -> Any: ...
