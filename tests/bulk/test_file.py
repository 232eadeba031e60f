"""symspec analyze --many: nothing lost, nothing doubled, whatever ends it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import symspec as ss
from symspec.bulk.record import Options
from symspec.cli.commands import run
from symspec.cli.many import analyze_file, lines
from symspec.errors import InputError

ROOT = Path(__file__).parents[2]
LINES = [
    "[[1, 0.5], [0, 1]]",
    "",
    "1/2 1/4; 0 1/3",
    '{"id": "a", "matrix": [[0.9, 0.1], ["1/5", 0.8]]}',
    '{"id": "b", "matrix": "secret.json"}',
    '{"id": "c", "matrix": [[1, 2]]}',
    '{"id": "d"}',
    "{no json",
    '{"id": 1.5, "matrix": [[1]]}',
    "[[sqrt(2), 0], [0, i]]",
    '{"id": "e", "matrix": [[NaN]]}',
]
IDS = {1, 3, "a", "b", "c", "d", 8, 9, 10, 11}


def records(path: Path) -> dict[int | str, dict[str, object]]:
    found = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert len({r["id"] for r in found}) == len(found)
    return {r["id"]: r for r in found}


def test_each_line_has_its_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(LINES))
    assert run(["analyze", "--many", str(source), "-o", str(target), "--workers", "1"]) == 0
    assert "10 analysed, 6 of them with an error; 0 were done before" in capsys.readouterr().err
    found = records(target)
    assert found.keys() == IDS
    assert found["a"]["behavior"] == "converges" and found["a"]["charpoly"] == "x^2 - 17/10 x + 7/10"
    assert found[1]["growth"] == "n" and found[3]["behavior"] == "tends_to_zero"
    errors = {name: r["error"]["message"] for name, r in found.items() if r["error"]}  # type: ignore[index]
    assert "not the name of a file" in errors["b"]
    assert "not square" in errors["c"]
    assert "a line holds a matrix" in errors["d"]
    assert errors[8].startswith("line 8 cannot be read")
    assert "whole number or a text" in errors[9]


def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(LINES))
    target.write_text('{"id": "a", "behavior": "kept"}\n{"id": 3, "behavior": "kept"}\n{"id": 1, "beh')
    assert "8 analysed" in analyze_file(str(source), str(target), Options(), 1)
    found = records(target)
    assert found.keys() == IDS
    assert found["a"]["behavior"] == found[3]["behavior"] == "kept"
    assert found[1]["behavior"] == "unbounded"
    whole = target.read_bytes()
    said = analyze_file(str(source), str(target), Options(), 1)
    assert said == "0 analysed, 0 of them with an error; 10 were done before."
    assert target.read_bytes() == whole


@pytest.mark.parametrize("held", ["precious\n", '{"id": "z"}\n', '["a"]\n', "[" * 5000 + "\n"])
def test_a_file_of_something_else_is_not_touched(tmp_path: Path, held: str) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("1")
    target.write_text(held)
    with pytest.raises(InputError, match="line 1 of .* is no record of this work"):
        analyze_file(str(source), str(target), Options())
    assert target.read_text() == held


def test_an_id_that_occurs_twice_is_refused_before_any_work(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": 2, "matrix": [[1]]}\n[[3]]\n')
    with pytest.raises(InputError, match='the id 2 occurs twice in ".*in.jsonl"'):
        analyze_file(str(source), str(target), Options())
    assert not target.exists()


@given(st.binary(max_size=60))
def test_any_bytes_are_items_or_errors(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "in.jsonl"
    path.write_bytes(data)
    for name, source in lines(str(path)):
        assert isinstance(name, int | str)
        assert list(ss.analyze_many({name: source}, ss.SerialExecutor()))[0].id == name


@pytest.mark.parametrize(
    "arguments",
    [
        ["--many", "in.jsonl"],
        ["-o", "out.jsonl"],
        ["1", "--many", "in.jsonl", "-o", "out.jsonl"],
        [],
        ["--many", "no such file", "-o", "out.jsonl"],
        ["1", "--seconds", "0"],
        ["--many", "in.jsonl", "-o", "out.jsonl", "--workers", "0"],
    ],
)
def test_wrong_arguments_are_one_sentence(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in.jsonl").write_text("1")
    assert run(["analyze", *arguments]) == 2
    error = capsys.readouterr().err
    assert error.startswith("symspec: ") and error.count("\n") == 1
    assert not Path("out.jsonl").exists()


@pytest.mark.skipif(os.name != "posix", reason="kills by POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_killed_run_is_resumed_without_loss(tmp_path: Path, number: signal.Signals) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    count = 3500
    source.write_text("".join(f"[[{i % 7}/5, {i % 11}], [{i % 3}, 1/{i % 13 + 1}]]\n" for i in range(count)))
    command = [sys.executable, "-m", "symspec", "analyze", "--many", str(source), "-o", str(target)]
    with subprocess.Popen([*command, "--workers", "2"], cwd=ROOT, stderr=subprocess.PIPE) as process:
        end = time.monotonic() + 60
        while (not target.exists() or not target.stat().st_size) and time.monotonic() < end:
            time.sleep(0.01)
        process.send_signal(number)
        _, errors = process.communicate(timeout=30)
    done = target.read_bytes().count(b"\n")
    assert 0 < done < count
    if number is signal.SIGINT:
        assert errors.decode() == "symspec: interrupted.\n"
    with target.open("ab") as stream:
        stream.write(b'{"id": 3499, "behav')
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert f"{count - done} analysed, 0 of them with an error; {done} were done before" in again.stderr
    found = records(target)
    assert found.keys() == set(range(1, count + 1))
    for i in (0, 1, 2000, 3498, 3499):
        fresh = ss.analyze(f"[[{i % 7}/5, {i % 11}], [{i % 3}, 1/{i % 13 + 1}]]")
        assert found[i + 1]["behavior"] == fresh.behavior.value
        assert found[i + 1]["charpoly"] == str(fresh.charpoly)
