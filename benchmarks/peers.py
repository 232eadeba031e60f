"""The exact systems that are compared with: one process each, spoken to line by line.

Python systems run in the environment named by SYMSPEC_PEERS, which `make peers` makes as .venv-peers, or in
this one. GAP and Maxima are programs of the system; see programs.py.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
OWN = "symspec"
LIBRARIES = {"sympy": "SymPy", "sage": "SageMath", "cypari": "PARI", "giacpy": "giac"}
STARTING = 60.0  # seconds


@dataclass
class Worker:
    """A process that times tasks; ended and started again when it takes too long.

    Attributes:
        name: as shown in the table.
        command: the interpreter and its script.
        tasks: what it can do; empty if the system is not there.
        late: the tasks and families it has been too slow for, which it is not asked again.
    """

    name: str
    command: tuple[str, ...]
    tasks: frozenset[str] = frozenset()
    late: set[tuple[str, str]] = field(default_factory=set)
    process: subprocess.Popen[str] | None = None

    def start(self) -> bool:
        """Whether the system is there."""
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONPATH": str(HERE.parent)},
        )
        self.tasks = frozenset((self._line(STARTING) or {}).get("tasks", ()))
        return bool(self.tasks)

    def seconds(self, task: str, rows: list[list[str]], patience: float) -> float | None:
        """The median time of a call; infinite if there was no answer in time, None if there is none."""
        if (self.process is None or self.process.poll() is not None) and not self.start():
            return None
        assert self.process is not None and self.process.stdin is not None
        self.process.stdin.write(json.dumps({"task": task, "rows": rows}) + "\n")
        self.process.stdin.flush()
        answer = self._line(patience)
        if answer is None:
            self.stop()
            return float("inf")
        return answer.get("seconds")

    def stop(self) -> None:
        """End the process at once."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def _line(self, patience: float) -> dict | None:
        assert self.process is not None and self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], patience)
        line = self.process.stdout.readline() if ready else ""
        return json.loads(line) if line else None


def interpreter() -> str:
    """The Python in which the peers are installed."""
    own = HERE.parent / ".venv-peers" / "bin" / "python"
    return os.environ.get("SYMSPEC_PEERS") or (str(own) if own.exists() else sys.executable)


def symspec() -> Worker:
    """symspec itself, timed in the same way."""
    return Worker(OWN, (sys.executable, str(HERE / "workers" / "with_symspec.py")))


def peers() -> list[Worker]:
    """Every Python system that answers."""
    workers = [
        Worker(name, (interpreter(), str(HERE / "workers" / f"with_{library}.py")))
        for library, name in LIBRARIES.items()
    ]
    return [worker for worker in workers if worker.start()]
