"""GAP and Maxima, where the system has them: each runs as a process and measures its own time.

The program reads the matrix, calls the task 1, 2, 4, .. times until the calls take LONG_ENOUGH, prints the
seconds per call, and then tests its last answer by the equations that define it. Starting, loading and that
test are not in the time.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from fractions import Fraction

Rows = list[list[Fraction]]
STARTING = 5.0  # seconds, beside what the task may take
LONG_ENOUGH = 0.2
SECONDS = re.compile(r"^seconds ([0-9.eE+-]+)$", re.MULTILINE)
TESTED = re.compile(r"^tested true$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Program:
    """A system that is run as a process.

    Attributes:
        name: as shown in the table.
        command: what starts it; it reads its script from standard input.
        brackets: what opens and closes a matrix; its rows are in square brackets.
        script: the text with MATRIX, CALL, TEST and LONG_ENOUGH to be replaced.
        tasks: {task: (the call on A, which becomes R; the test of R)}.
        late: the tasks and families it has been too slow for, which it is not asked again.
    """

    name: str
    command: tuple[str, ...]
    brackets: tuple[str, str]
    script: str
    tasks: dict[str, tuple[str, str]]
    late: set[tuple[str, str]] = field(default_factory=set)

    def text(self, task: str, rows: Rows) -> str:
        """The script for this matrix."""
        opening, closing = self.brackets
        matrix = ",\n".join("[" + ",".join(map(str, row)) + "]" for row in rows)
        call, test = self.tasks[task]
        filled = self.script.replace("CALL", call).replace("TEST", test)
        return filled.replace("LONG_ENOUGH", str(LONG_ENOUGH)).replace("MATRIX", opening + matrix + closing)

    def seconds(self, task: str, rows: Rows, patience: float) -> float | None:
        """What one call takes; infinite if there is no time by then, None if there is no right answer.

        A time that was printed stands, even if the test of the answer is ended.
        """
        output, ended = output_of(self.command, self.text(task, rows), STARTING + patience)
        measured = SECONDS.search(output)
        if measured is None:
            return float("inf") if ended else None
        spent = float(measured[1])
        return spent if TESTED.search(output) or (ended and spent > 0) else None

    def stop(self) -> None:
        """Nothing runs between two tasks."""


def output_of(command: tuple[str, ...], script: str, patience: float) -> tuple[str, bool]:
    """(standard output, whether the process and its children were ended by then)."""
    running = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    try:
        return running.communicate(script, timeout=patience)[0], False
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        return running.communicate()[0], True


def programs() -> list[Program]:
    """Those that are installed."""
    return [program for program in (GAP, MAXIMA) if shutil.which(program.command[0])]


# A fresh matrix for each call: GAP keeps what it has found out about an object.
GAP = Program(
    "GAP",
    ("gap", "-q", "-A", "-T"),
    ("[", "]"),
    """
A0 := MATRIX;;
count := 1;; spent := 0;; R := fail;;
while spent < Int(LONG_ENOUGH * 10.^9) do
  copies := List([1..count], i -> List(A0, ShallowCopy));
  start := NanosecondsSinceEpoch();
  for A in copies do R := CALL; od;
  spent := NanosecondsSinceEpoch() - start; count := 2 * count;
od;
Print("seconds ", Float(2 * spent / count / 10^9), "\\n");
A := A0;;
Print("tested ", TEST, "\\n");
""",
    {
        "charpoly": (
            "CharacteristicPolynomial(Rationals, Rationals, A)",
            "Degree(R) = Length(A) and IsZero(Value(R, A))",
        ),
        "minpoly": ("MinimalPolynomial(Rationals, A)", "IsZero(Value(R, A))"),
        "dunford": (
            "JordanDecomposition(A)",
            "R[1] + R[2] = A and R[1] * R[2] = R[2] * R[1] and IsZero(R[2]^Length(A))",
        ),
    },
)

MAXIMA = Program(
    "Maxima",
    ("maxima", "--very-quiet"),
    ("matrix(", ")"),
    """
display2d: false$
load("diag")$
load("nchrpl")$
A: MATRIX$
count: 1$ spent: 0$ R: false$
while spent < LONG_ENOUGH do (
  start: elapsed_real_time(), for i thru count do R: CALL,
  spent: elapsed_real_time() - start, count: 2 * count)$
printf(true, "~%seconds ~f~%", float(2 * spent / count))$
printf(true, "~%tested ~a~%", is(TEST))$
""",
    {
        "charpoly": (
            "ncharpoly(A, x)",
            "hipow(expand(R), x) = length(A) and zeromatrixp("
            "lsum(coeff(expand(R), x, k) * A^^k, k, makelist(k, k, 0, length(A))))",
        ),
        "jordan": ("block([J: jordan(A)], [ModeMatrix(A, J), dispJordan(J)])", "A . R[1] = R[1] . R[2]"),
        "power": (
            "mat_function(lambda([t], t^n), A)",
            "zeromatrixp(ratsimp(subst(n = 3, R) - A^^3))",
        ),
    },
)
