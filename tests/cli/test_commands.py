"""The commands as a shell meets them: statuses, texts with a minus sign, broken streams, no traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from symspec.__main__ import main

CHAIN = "[[3, -4], [1, -1]]"


def shell(*arguments: str, redirected: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """`symspec ..` as a process, its streams redirected as in `sh`."""
    command = ["sh", "-c", f'exec "$@" {redirected}', "sh", sys.executable, "-m", "symspec", *arguments]
    known = os.environ | environment
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=known, check=False)


# -- texts that begin with a minus sign ---------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["-1", "-1/2", "-[[1, 2], [3, 4]]", "-[[1,2],[3,4]]", "-1,2;3,4", "-1 2; 3 4"]
)
def test_a_matrix_may_begin_with_a_minus_sign(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", text]) == 0
    assert main(["analyze", "--json", text]) == 0
    json.loads(capsys.readouterr().out.partition("\n{")[2].join(("{", "")))


@pytest.mark.parametrize(
    ("matrix", "answer", "status"),
    [
        ("[[2,1],[2,3]]", "-1,-4", 1),
        ("[[2,1],[2,3]]", "-1, -4", 1),
        ("[[0,-1],[1,0]]", "-i,i", 0),
        ("-1", "-1", 0),
        ("[[-1,0],[0,-2]]", "-2;-1", 0),
    ],
)
def test_an_answer_may_begin_with_a_minus_sign(matrix: str, answer: str, status: int) -> None:
    assert main(["check", "eigenvalues", matrix, answer]) == status


# -- exit statuses and sentences ----------------------------------------------------------------

BAD = [
    ["analyze"],
    ["analyze", "[[1, 2], [3]]"],
    ["analyze", "[[1]]", "--certificate", "/nonexistent/file"],
    ["analyze", "nofile.json"],
    ["analyse", "[[1]]"],
    ["prove", "[[1]]", "--detail", "poem"],
    ["prove", "[[1]]", "--method", "dunford"],
    ["prove", "[[1]]", "--lang", "xx"],
    ["verify"],
    ["verify", "nofile.json"],
    ["verify", "/"],
    ["check", "eigenvalues", "[[1]]"],
    ["check", "dance", "[[1]]", "1"],
    ["--unknown"],
]


@pytest.mark.parametrize("arguments", BAD, ids=" ".join)
def test_bad_input_is_one_sentence_and_status_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("symspec: ") and err.count("\n") == 1
    assert "internal error" not in err


def test_wrong_answers_and_rejected_certificates_are_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "c.json"
    assert main(["analyze", CHAIN, "--certificate", str(path)]) == 0
    assert main(["verify", str(path)]) == 0
    path.write_text(path.read_text().replace('"3"', '"4"'))
    assert main(["verify", str(path)]) == 1
    assert main(["verify", str(path), "--json"]) == 1
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["accepted"] is False
    assert main(["check", "limit", CHAIN, "0"]) == 1
    assert main(["check", "limit", CHAIN, "there is none"]) == 2
    assert main(["check", "limit", CHAIN, "does not exist"]) == 0


def test_help_names_what_exists(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["prove", "--help"])
    assert stopped.value.code == 0
    told = capsys.readouterr().out
    for detail in ("brief", "standard", "full"):
        assert (detail in told) == (main(["prove", "[[1]]", "--detail", detail]) == 0)


def test_methods_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prove", "1/2 1/4; 1/3 1/3", "--methods"]) == 0
    applies, refused = capsys.readouterr().out.split("These do not apply to this matrix:")
    assert applies.startswith("dunford") and "norm  " in applies and "perron" in applies
    assert "integer         it needs integer entries" in refused
    assert main(["prove", "1/2 1/4; 1/3 1/3", "--methods", "--json"]) == 0
    found = {a["name"]: a["objection"] for a in json.loads(capsys.readouterr().out)}
    assert found["stein"] == "" and "A^n tends to zero" in found["ranks"]
    for name, objection in found.items():
        assert (main(["prove", "1/2 1/4; 1/3 1/3", "--method", name]) == 0) == (objection == "")


# -- streams ------------------------------------------------------------------------------------

PRINTING = [
    ["analyze", CHAIN],
    ["prove", CHAIN],
    ["check", "eigenvalues", CHAIN, "1, 1"],
    ["--version"],
]


@pytest.mark.parametrize("arguments", [["analyze", "-"], ["verify", "-"], ["check", "limit", CHAIN, "-"]])
def test_closed_standard_input(arguments: list[str]) -> None:
    done = shell(*arguments, redirected="<&-")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("symspec: standard input is closed.") and done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")
@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_a_full_disk(arguments: list[str]) -> None:
    done = shell(*arguments, redirected=">/dev/full")
    assert done.returncode == 2
    assert done.stderr.startswith("symspec: reading or writing failed: ") and done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")
def test_a_full_disk_under_verify(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    assert main(["analyze", CHAIN, "--certificate", str(path)]) == 0
    done = shell("verify", str(path), redirected=">/dev/full")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_a_closed_pipe_is_silent(arguments: list[str]) -> None:
    assert shell(*arguments, redirected="| true").stderr == ""


def test_a_narrow_encoding_prints_escapes() -> None:
    done = shell("check", "limit", "[[1]]", "-", redirected="<<E\nmărginit é\nE", PYTHONIOENCODING="ascii")
    assert "internal error" not in done.stderr and "Traceback" not in done.stderr
    done = shell("check", "eigenvalues", "[[1]]", "1 é", PYTHONIOENCODING="ascii")
    assert "internal error" not in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["analyze", "-"], ["verify", "-"]])
def test_an_interrupt_is_one_sentence(arguments: list[str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "symspec", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, "", "symspec: interrupted.\n")


def test_the_structure_is_printed_with_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", "--structure", "1/2 1/2; 1/4 3/4"]) == 0
    printed = capsys.readouterr().out
    assert "stochastic: yes; every entry is at least 0 and every row sums to 1." in printed
    assert "symmetric: no;" in printed
    assert main(["analyze", "--structure", "--json", "1 2; 3 4"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
