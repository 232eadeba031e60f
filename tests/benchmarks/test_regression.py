"""The kept ratios: a worse one is reported, a better one and a new one are not."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def regression(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    for name in ("regression", "measure"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module("regression")


def test_only_a_ratio_that_got_worse_is_reported(regression: ModuleType) -> None:
    before = {"a": 1.0, "b": 1.0, "c": 2.0, "gone": 1.0}
    found = {"a": 1.5, "b": 1.51, "c": 0.1, "new": 9.0}
    assert regression.warnings(found, before) == ["b: 1.51, which is 1.51 times the kept 1"]


def test_ratios_are_kept_and_others_stay(
    regression: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regression, "KEPT", tmp_path / "regression.json")
    assert regression.kept() == {}
    row = importlib.import_module("measure").Row
    regression.write(regression.ratios([row("x", 3.0, 2.0, 5), row("y", 1.0, 3.0, 5)]))
    regression.write({"y": 0.5})
    assert regression.kept() == {"x": 1.5, "y": 0.5}


def test_the_file_holds_ratios_of_comparisons_that_exist(regression: ModuleType) -> None:
    kept = json.loads((BENCHMARKS / "regression.json").read_text("utf-8"))
    assert kept and all(isinstance(ratio, float) and ratio > 0 for ratio in kept.values())
    sources = "".join(path.read_text("utf-8") for path in BENCHMARKS.glob("*.py"))
    for name in kept:
        assert name.split()[0].strip(",") in sources, name
