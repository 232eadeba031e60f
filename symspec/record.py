"""Frozen records with slots: what @dataclass(frozen=True, slots=True) makes, at little import time.

Checking a certificate takes a few milliseconds; importing `dataclasses` and generating the
methods of the certificate language took forty. Fields come from the annotations, in order,
without default values. `dataclasses.fields`, `replace`, `is_dataclass`, pickling, matching
and type checkers treat a record as the frozen dataclass that it replaces.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn, TypeVar, dataclass_transform

    T = TypeVar("T")


class _DataclassFields:
    """The value of `__dataclass_fields__`, made when somebody asks for it."""

    def __get__(self, _instance: object, owner: type[Record]) -> dict[str, Any]:
        from dataclasses import make_dataclass

        like: Any = make_dataclass(owner.__name__, list(owner.__annotations__.items()))
        return dict(like.__dataclass_fields__)


class Record:
    """The common methods: equality and hash by type and fields, no assignment after construction."""

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()
    if not TYPE_CHECKING:
        __dataclass_fields__ = _DataclassFields()

    def __init__(self, *values: object, **named: object) -> None:
        names = self.__match_args__
        given = dict(zip(names, values, strict=False)) | named
        if len(values) + len(named) != len(names) or given.keys() != set(names):
            raise TypeError(f"{type(self).__name__} takes the fields {', '.join(names)}")
        for name in names:
            object.__setattr__(self, name, given[name])

    def __setattr__(self, name: str, value: object) -> NoReturn:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return fields(self) == fields(other)

    def __hash__(self) -> int:
        return hash((type(self).__name__, fields(self)))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in fields(self))
        return f"{type(self).__name__}({shown})"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), tuple([value for _, value in fields(self)])


def fields(record: Any) -> tuple[tuple[str, Any], ...]:
    """The names and values of the fields, in order."""
    return tuple([(name, getattr(record, name)) for name in type(record).__match_args__])


def _made(cls: type) -> type:
    names = tuple(cls.__annotations__)
    body = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    body |= {"__slots__": names, "__match_args__": names, "__annotations__": dict(cls.__annotations__)}
    return type(cls.__name__, (Record,), body)


if TYPE_CHECKING:

    @dataclass_transform(frozen_default=True)
    def record(cls: type[T]) -> type[T]:
        """The class as a frozen record whose fields are its annotations."""

else:
    record = _made
