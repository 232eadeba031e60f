"""What a person types is never run: the names that would do it are not called or imported in symspec/."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import symspec

BUILTINS = {"eval", "exec", "compile", "__import__"}
ANYWHERE = {"sympify", "parse_expr", "parse_latex", "lambdify", "literal_eval", "pickle", "marshal", "shelve"}


def offences(source: str) -> Iterator[str]:
    """The forbidden names that the source calls, loads or imports."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Name(id=name) if name in BUILTINS | ANYWHERE:
                yield name
            case ast.Attribute(attr=name) if name in ANYWHERE:
                yield name
            case ast.Attribute(value=ast.Name(id="builtins" | "__builtins__"), attr=name):
                yield name
            case ast.alias(name=name) if (ANYWHERE | {"builtins"}) & set(name.split(".")):
                yield name
            case ast.ImportFrom(module=module) if module and set(module.split(".")) & ANYWHERE:
                yield module


FILES = sorted(Path(symspec.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_no_file_turns_text_into_code(path: Path) -> None:
    assert list(offences(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "eval('1')",
        "run = exec",
        "compile('1', '', 'eval')",
        "import sympy\nsympy.sympify('1')",
        "from sympy import S, sympify",
        "from sympy.parsing.sympy_parser import parse_expr as p",
        "import pickle",
        "from pickle import loads",
        "import builtins",
        "__import__('os')",
        "from ast import literal_eval",
    ],
)
def test_each_way_is_seen(source: str) -> None:
    assert list(offences(source))


def test_words_and_regular_expressions_are_not_mistaken() -> None:
    assert list(offences('"""eval and sympify"""\nimport re\nre.compile("x")\np.eval(2)')) == []
