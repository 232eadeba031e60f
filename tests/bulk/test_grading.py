"""Grading a class: every executor alike, different answers judged once, and nothing lost in a kill."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

import symspec as ss
from symspec.bulk import grading as module
from symspec.bulk.grading import Graded, Grading, Sheet, graded
from symspec.cli.commands import run
from symspec.cli.grade import grade_file
from symspec.exercises.questions.toml import question

ROOT = Path(__file__).parents[2]
QUESTION = """
name = "pairs"
matrix = "2 1; 1 2"
[[parts]]
name = "values"
task = "eigenvalues"
weight = 2
[[parts]]
name = "limit"
task = "limit"
"""
DRAWN = """
name = "drawn"
generator = { name = "structured", order = 2, behavior = "tends_to_zero" }
[[parts]]
name = "limit"
task = "limit"
"""


def sheets(count: int) -> Iterator[Sheet]:
    """Every third right, every third wrong in one part, every third empty or unreadable."""
    for i in range(count):
        values = ("1, 3", "1,  2", "(((")[i % 3]
        yield Sheet(str(i), "", {"values": values, "limit": "none, 3 > 1" if i % 2 else ""})


def plain(found: Graded) -> tuple[object, ...]:
    return (
        found.sheet.id,
        found.points,
        found.possible,
        found.open,
        [v and v.to_json() for v in found.verdicts],
    )


def test_points_and_what_is_open() -> None:
    found = list(graded(sheets(6), Grading(question(QUESTION)), ss.SerialExecutor()))
    assert [g.sheet.id for g in found] == ["0", "1", "2", "3", "4", "5"]
    assert [g.points for g in found] == [2, Fraction(1) + found[1].points - 1, 0, 3, found[4].points, 1]
    assert found[1].points < 2 and found[4].points < 2  # one eigenvalue is wrong
    assert [g.open for g in found] == [(), (), ("values",), (), (), ("values",)]
    assert all(g.possible == 3 for g in found)


def test_different_answers_are_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[object] = []
    real = module._verdict

    def counted(*arguments: object) -> object:
        judged.append(arguments[0])
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_verdict", counted)
    assert len(list(graded(sheets(300), Grading(question(QUESTION)), ss.SerialExecutor()))) == 300
    assert len(judged) == 4


def test_each_seed_has_its_own_matrix() -> None:
    given = [Sheet(str(i), str(i), {"limit": "0"}) for i in range(20)]
    found = list(graded(given, Grading(question(DRAWN)), ss.SerialExecutor()))
    assert {g.points for g in found} == {1}
    assert question(DRAWN).instance("3").matrix != question(DRAWN).instance("4").matrix


def test_a_pool_and_guarded_workers_give_the_same() -> None:
    serial = [plain(g) for g in graded(sheets(40), Grading(question(QUESTION)), ss.SerialExecutor())]
    assert [plain(g) for g in graded(sheets(40), Grading(question(QUESTION)), workers=2)] == serial
    guarded = graded(sheets(40), Grading(question(QUESTION), seconds=60), ss.SerialExecutor())
    assert [plain(g) for g in guarded] == serial


def test_a_dask_cluster_gives_the_same() -> None:
    distributed = pytest.importorskip("distributed", reason="the dev extra has dask[distributed]")
    serial = [plain(g) for g in graded(sheets(90), Grading(question(QUESTION)), ss.SerialExecutor())]
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        executor = client.get_executor(pure=False)
        processes = {executor.submit(os.getpid).result() for _ in range(20)}
        assert os.getpid() not in processes
        assert [plain(g) for g in graded(sheets(90), Grading(question(QUESTION)), executor)] == serial


# -- files -----------------------------------------------------------------------------------


def written(folder: Path, text: str = QUESTION, rows: str = 'id,values,limit\n7,"1, 3",none\n') -> list[str]:
    (folder / "q.toml").write_text(text)
    (folder / "a.csv").write_text(rows)
    return [str(folder / name) for name in ("q.toml", "a.csv", "g.csv")]


def table(path: str) -> dict[str, dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len({row["id"] for row in rows}) == len(rows)
    return {row["id"]: row for row in rows}


def test_a_row_for_each_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = '\ufeffid;note;limit;values\nana;x;none;"1; 3"\nbob;=1;;"1,\n2"\n\n=cyd;;;\n'
    q, a, g = written(tmp_path, rows=rows)
    assert run(["grade", q, a, "-o", g, "--workers", "1"]) == 0
    assert capsys.readouterr().err == "3 graded; 0 were done before.\n"
    found = table(g)
    assert found["ana"]["values.status"] == "correct" and found["ana"]["points"] == "3"
    assert found["bob"]["values.status"] != "correct" and found["bob"]["limit.status"] == "no answer"
    assert found["'=cyd"]["points"] == "0"  # what a spreadsheet would take for a formula is none
    assert run(["grade", q, a, "-o", g]) == 0
    assert capsys.readouterr().err == "0 graded; 3 were done before.\n"


def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    rows = "id,values,limit\n" + "".join(f'{i},"1, {i}",none\n' for i in range(9))
    q, a, g = written(tmp_path, rows=rows)
    grading = Grading(question(QUESTION))
    grade_file(a, g, grading, executor=ss.SerialExecutor())
    whole = Path(g).read_bytes()
    lines = whole.splitlines(keepends=True)
    Path(g).write_bytes(b"".join(lines[:4]) + lines[4][:9])
    assert grade_file(a, g, grading, executor=ss.SerialExecutor()) == "6 graded; 3 were done before."
    assert Path(g).read_bytes() == whole


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ("id,values\n1,2\n", '"limit"'),
        ("name,values,limit\n1,2,3\n", '"id"'),
        ("id,values,limit\n1,2,3\n1,2,3\n", "line 3"),
        ("id,values,limit\n ,2,3\n", "no id"),
        ('id,values,limit\n1,"2,3\n', "line"),
        ("", '"id"'),
        ("id,values,limit\na,1, 4,none\n", "4 cells"),
    ],
)
def test_tables_that_cannot_be_read(tmp_path: Path, rows: str, names: str) -> None:
    _, a, g = written(tmp_path, rows=rows)
    with pytest.raises(ss.InputError) as caught:
        grade_file(a, g, Grading(question(QUESTION)))
    assert names in str(caught.value)
    assert not Path(g).exists()


def test_a_generated_question_needs_a_seed(tmp_path: Path) -> None:
    _, a, g = written(tmp_path, DRAWN, "id,limit\n1,0\n")
    with pytest.raises(ss.InputError, match='"seed"'):
        grade_file(a, g, Grading(question(DRAWN)))


def test_a_file_of_something_else_is_not_touched(tmp_path: Path) -> None:
    _, a, g = written(tmp_path)
    Path(g).write_text("precious,table\n")
    with pytest.raises(ss.InputError, match="no row of this work"):
        grade_file(a, g, Grading(question(QUESTION)))
    assert Path(g).read_text() == "precious,table\n"


@pytest.mark.skipif(os.name != "posix", reason="kills by POSIX signals")
def test_a_killed_run_is_resumed_without_loss(tmp_path: Path) -> None:
    count = 700
    rows = "id,values,limit\n" + "".join(f'{i},"1, {i}","[[{i},0],[0,1]]"\n' for i in range(count))
    q, a, g = written(tmp_path, rows=rows)
    command = [sys.executable, "-m", "symspec", "grade", q, a, "-o", g]
    with subprocess.Popen([*command, "--workers", "2"], cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        end = time.monotonic() + 120
        while (not Path(g).exists() or Path(g).stat().st_size < 10_000) and time.monotonic() < end:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    rows_before = Path(g).read_bytes().count(b"\n")
    assert 0 < rows_before < count
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert f"{count - rows_before + 1} graded" in again.stderr, again.stderr
    found = table(g)
    assert set(found) == {str(i) for i in range(count)}
    assert found["3"]["values.status"] == "correct" and found["4"]["values.status"] != "correct"
