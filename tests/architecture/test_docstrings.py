"""What is public says what it is: one line first, an example that is run, and what it takes and raises."""

from __future__ import annotations

import inspect
import re

import pytest

import symspec
from symspec.analysis import Analysis
from symspec.errors import SymspecError
from symspec.spectral.gershgorin.facts import DiscFacts
from symspec.spectral.iteration.facts import IterationFacts
from symspec.spectral.structure.facts import StructureFacts

PUBLIC = {name: getattr(symspec, name) for name in symspec.__all__ if name != "__version__"}
FUNCTIONS = {name: x for name, x in PUBLIC.items() if inspect.isfunction(x)}
CLASSES = {name: x for name, x in PUBLIC.items() if inspect.isclass(x)}
KINDS_OF_ERRORS = {name for name, x in CLASSES.items() if issubclass(x, SymspecError)} - {"SymspecError"}
FACTS = {
    f"{owner.__name__}.{name}": member
    for owner in (Analysis, IterationFacts, DiscFacts, StructureFacts)
    for name, member in vars(owner).items()
    if not name.startswith("_") and (callable(member) or hasattr(member, "__get__"))
}


@pytest.mark.parametrize("name", PUBLIC)
def test_the_first_line_is_a_whole_sentence(name: str) -> None:
    first, _, rest = (PUBLIC[name].__doc__ or "").partition("\n")
    assert re.fullmatch(r"\S.*[.:]", first), first
    assert not rest or rest.startswith("\n")


@pytest.mark.parametrize("name", sorted(PUBLIC.keys() - KINDS_OF_ERRORS))
def test_there_is_an_example_that_pytest_runs(name: str) -> None:
    assert ">>> " in PUBLIC[name].__doc__
    assert PUBLIC[name].__module__.startswith("symspec.")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_argument_is_explained(name: str) -> None:
    parameters = inspect.signature(FUNCTIONS[name]).parameters
    text = FUNCTIONS[name].__doc__
    assert "Args:" in text
    missing = [p for p in parameters if not re.search(rf"^ +([\w, ]+, )?{p}(, [\w, ]+)?: ", text, re.M)]
    assert not missing


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_has_a_docstring(name: str) -> None:
    member = FACTS[name]
    assert (getattr(member, "__doc__", None) or "").strip()


def test_the_lists_are_not_empty() -> None:
    assert len(FUNCTIONS) > 10 and len(CLASSES) > 20 and len(FACTS) > 20
