"""The house stands as tests/architecture/house.py draws it, and each rule catches what it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import symspec
from tests.architecture import house

MODULES = house.tree(Path(symspec.__file__).parent)
TYPING_ONLY = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    "
LIGHT_DOOR = "def __getattr__(name): ...\n"


@pytest.mark.parametrize("rule", house.RULES, ids=lambda rule: rule.__name__)
def test_the_house_obeys(rule: Callable[[house.Tree], Iterator[str]]) -> None:
    assert list(rule(MODULES)) == []


def test_the_tree_was_read() -> None:
    assert {"symspec", "symspec.errors", "symspec.certificate", "symspec.algebra"} <= MODULES.keys()


def test_every_room_is_on_one_floor() -> None:
    rooms = [room for floor in house.FLOORS for room in floor]
    assert len(rooms) == len(set(rooms))


def test_sideways_edges_stay_on_one_floor() -> None:
    assert all(any({a, b} <= set(floor) for floor in house.FLOORS) for a, b in house.SIDEWAYS)


def small_house(**sources: str) -> house.Tree:
    """A house that obeys, with the given modules (a_b stands for symspec.a.b) put in its place."""
    sound = {
        "symspec": LIGHT_DOOR,
        "symspec.errors": "import enum\n",
        "symspec.checker": "from symspec.checker.facts import rank\n",
        "symspec.checker.facts": "import fractions\nfrom symspec import errors\n",
        "symspec.algebra": "",
        "symspec.algebra.coerce": "def f():\n    import sympy\n    from symspec.algebra import field\n",
        "symspec.algebra.field": "import flint\nfrom .. import errors\n",
        "symspec.decision": "from symspec.algebra.coerce import f\n",
        "symspec.analysis": "from symspec import checker, decision\n",
    }
    return sound | {f"symspec.{name.replace('__', '.')}": source for name, source in sources.items()}


@pytest.mark.parametrize("rule", house.RULES, ids=lambda rule: rule.__name__)
def test_a_sound_house_passes(rule: Callable[[house.Tree], Iterator[str]]) -> None:
    assert list(rule(small_house())) == []


PLANTED = [
    (house.upward, {"errors": "from symspec.algebra import field"}, "algebra is not below errors"),
    (
        house.upward,
        {"algebra__field": "def f():\n    from ..decision import x"},
        "decision is not below algebra",
    ),
    (house.upward, {"algebra__field": "from .. import decision"}, "decision is not below algebra"),
    (
        house.upward,
        {"algebra__field": TYPING_ONLY + "import symspec.decision"},
        "decision is not below algebra",
    ),
    (house.upward, {"decision": "from symspec import analyze"}, "import the module that defines it"),
    (house.upward, {"decision": "import symspec as ss"}, "import the module that defines it"),
    (house.upward, {"cellar": ""}, "symspec.cellar has no floor"),
    (house.upward, {"numeric": "", "decision": "import symspec.numeric"}, "numeric is not below decision"),
    (
        house.cycles,
        {"algebra__field": "from symspec.algebra.coerce import f"},
        "import cycle: symspec.algebra.coerce, symspec.algebra.field",
    ),
    (house.cycles, {"algebra": "from symspec.algebra import coerce, x\nfrom . import y"}, "symspec.algebra"),
    (
        house.cycles,
        {
            "syntax__a": "from . import b",
            "syntax__b": "from .c import x",
            "syntax__c": "import symspec.syntax.a",
        },
        "import cycle: symspec.syntax.a, symspec.syntax.b, symspec.syntax.c",
    ),
    (house.foreign, {"errors": "import numpy"}, "errors uses the standard library only"),
    (
        house.foreign,
        {"checker__facts": "def f():\n    import flint"},
        "checker uses the standard library only",
    ),
    (house.foreign, {"decision": "from sympy.matrices import Matrix"}, "sympy belongs in algebra"),
    (house.foreign, {"render__text": "import numpy"}, "numpy belongs in algebra, numeric, render.plots"),
    (house.foreign, {"algebra__field": "import scipy"}, "scipy is no dependency"),
    (house.trust, {"checker__facts": "import symspec.theorems"}, "the checker sees"),
    (house.trust, {"checker__facts": "from symspec.algebra import field"}, "the checker sees"),
    (house.trust, {"decision": "from symspec.checker import verify"}, "may import the checker"),
    (house.heavy_door, {}, "symspec:1 imports symspec.errors when it is itself imported"),
    (house.heavy_door, {}, "symspec has no module __getattr__"),
    (house.code_from_text, {"errors": "x = eval('1')"}, "symspec.errors:1 uses eval"),
    (
        house.code_from_text,
        {"errors": "import sympy\nx = sympy.sympify('1')"},
        "symspec.errors:2 uses sympify",
    ),
    (house.code_from_text, {"errors": "from sympy import parse_expr as p"}, "uses parse_expr"),
    (house.code_from_text, {"errors": "import pickle"}, "turns data into code"),
    (house.oversized, {"errors": "\n" * 401}, "symspec.errors has 401 lines"),
    (house.oversized, {"errors": "def f():\n" + "    x = 1\n" * 41}, "symspec.errors:1 f has 41 lines"),
]


@pytest.mark.parametrize(("rule", "planted", "finding"), PLANTED, ids=lambda x: getattr(x, "__name__", None))
def test_a_planted_fault_is_found(
    rule: Callable[[house.Tree], Iterator[str]], planted: dict[str, str], finding: str
) -> None:
    modules = dict(small_house(**planted))
    if rule is house.heavy_door:
        modules["symspec"] = "from symspec.errors import SymspecError\n"
    assert any(finding in sentence for sentence in rule(modules)), list(rule(modules))


@pytest.mark.parametrize(
    "source",
    [
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from symspec.analysis import A\n"
        + LIGHT_DOOR,
        "import importlib\ndef __getattr__(name):\n    from symspec.analysis import A\n",
    ],
)
def test_a_lazy_door_is_light(source: str) -> None:
    assert list(house.heavy_door(small_house() | {"symspec": source})) == []


def test_the_door_may_name_the_types_of_the_checker() -> None:
    door = {"symspec": TYPING_ONLY + "from symspec.checker import Verified\n" + LIGHT_DOOR}
    assert list(house.trust(small_house() | door)) == []


def test_a_docstring_is_no_body() -> None:
    lines = 'def f():\n    """One.\n' + "\n" * 60 + '    """\n' + "    x = 1\n" * 40
    assert list(house.oversized(small_house(errors=lines))) == []


def test_sympy_evaluation_of_a_polynomial_is_not_eval() -> None:
    assert list(house.code_from_text(small_house(algebra__field="def f(p):\n    return p.eval(1)\n"))) == []
