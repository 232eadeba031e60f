"""Records behave as the frozen dataclasses that they replace; dataclasses itself is the oracle."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys

import pytest

from symspec.certificate import Annihilator, RationalMatrix, StableAnnihilator
from symspec.record import Record, fields, record


@record
class Point:
    """A record."""

    x: int
    y: tuple[int, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Model:
    """Its model."""

    x: int
    y: tuple[int, ...]


P = Point(1, (2, 3))


def test_construction_by_position_and_name() -> None:
    assert Point(1, (2, 3)) == Point(1, y=(2, 3)) == Point(y=(2, 3), x=1)
    assert repr(P) == repr(Model(1, (2, 3))).replace("Model", "Point")


@pytest.mark.parametrize("arguments", [(), (1,), (1, (2,), 3)])
def test_missing_and_excess_fields(arguments: tuple[object, ...]) -> None:
    for kind in (Point, Model):
        with pytest.raises(TypeError):
            kind(*arguments)  # type: ignore[arg-type]


def test_unknown_and_repeated_fields() -> None:
    for kind in (Point, Model):
        with pytest.raises(TypeError):
            kind(1, (2,), z=3)  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            kind(1, (2,), x=3)  # type: ignore[misc]
        with pytest.raises(TypeError):
            kind(1, x=3)  # type: ignore[misc, call-arg]


def test_frozen() -> None:
    for thing in (P, Model(1, (2, 3))):
        with pytest.raises(dataclasses.FrozenInstanceError):
            thing.x = 2  # type: ignore[misc]
        with pytest.raises(dataclasses.FrozenInstanceError):
            del thing.x  # type: ignore[misc]
        with pytest.raises(
            (dataclasses.FrozenInstanceError, TypeError)
        ):  # dataclasses with slots: CPython 105936
            thing.z = 2  # type: ignore[attr-defined]
    assert not hasattr(P, "__dict__")


def test_equality_is_of_type_and_value() -> None:
    assert Point(1, (2, 3)) == P != Point(1, (2, 4))
    assert Annihilator((1,)) != StableAnnihilator((1,))
    assert len({Point(1, (2, 3)), P, Point(2, (2, 3))}) == 2


def test_copies() -> None:
    a = RationalMatrix(((1, 2), (3, 4)), 5)
    assert pickle.loads(pickle.dumps(a)) == copy.deepcopy(a) == copy.copy(a) == a


def test_dataclasses_sees_a_dataclass() -> None:
    assert dataclasses.is_dataclass(P) and dataclasses.is_dataclass(Point)
    assert [f.name for f in dataclasses.fields(P)] == [f.name for f in dataclasses.fields(Model)]
    assert dataclasses.replace(P, x=5) == Point(5, (2, 3))
    assert dataclasses.asdict(P) == dataclasses.asdict(Model(1, (2, 3)))


def test_matching_and_fields() -> None:
    match P:
        case Point(x, (y, *_)):
            assert (x, y) == (1, 2)
        case _:
            pytest.fail("no match")
    assert fields(P) == (("x", 1), ("y", (2, 3)))
    assert isinstance(P, Record) and Point.__doc__ == "A record."


def test_the_checker_imports_little() -> None:
    heavy = "{'dataclasses', 'inspect', 'fractions', 'sympy'}"
    code = f"import sys, symspec.checker; print(*{heavy} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []
