"""Answers from strangers: judged in a process with little memory, which is ended when it takes too long.

The static bounds on an answer are the first wall; this is the one behind it, because arithmetic in FLINT does
not hear signals. Requests and verdicts are lines of JSON: nothing else goes between the two processes.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import IO, Any

from symspec.algebra.coerce import matrix as exact
from symspec.analysis import Analysis, analyze
from symspec.errors import InputError, SymspecError, UndecidedError
from symspec.exercises import feedback
from symspec.exercises.mark import check_answer
from symspec.exercises.policy import STRICT, Policy
from symspec.exercises.verdict import AnswerVerdict, Evidence, found

STARTING = 60.0  # seconds until a new process has loaded what it needs
LONGEST_LINE = 10_000_000


@dataclass(frozen=True, slots=True)
class Request:
    """What check_answer takes, with the matrix as text."""

    task: str
    matrix: str
    text: str
    lang: str = "en"
    about: str | None = None
    policy: Policy = STRICT

    def to_json(self) -> str:
        """One line."""
        return json.dumps(asdict(self), default=str)

    @staticmethod
    def from_json(line: str) -> Request:
        """The request of that line."""
        data = json.loads(line)
        policy = data.pop("policy")
        policy["inexact"] = Fraction(policy["inexact"])
        policy["tolerance"] = None if policy["tolerance"] is None else Fraction(policy["tolerance"])
        return Request(policy=Policy(**policy), **data)


class Worker:
    """A process that judges one answer after another, started when it is first needed.

    Args:
        seconds: how long one answer may take.
        megabytes: how much memory the process may take, where the system can say so.

    >>> with Worker(seconds=60) as worker:
    ...     worker.check_answer("eigenvalues", "2 1; 1 2", "3, 1").status
    'correct'
    """

    def __init__(self, *, seconds: float = 5.0, megabytes: int = 2048) -> None:
        if not seconds > 0 or megabytes < 200:
            raise InputError("a worker needs more than 0 seconds and at least 200 megabytes.")
        self._seconds, self._megabytes = seconds, megabytes
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def check_answer(
        self,
        task: str,
        matrix: object,
        text: str,
        *,
        lang: str = "en",
        about: str | None = None,
        policy: Policy = STRICT,
    ) -> AnswerVerdict:
        """symspec.check_answer, or "undecided" with the code "answer.limits" when a limit ends it."""
        a = matrix if isinstance(matrix, str) else str(exact(matrix))
        return next(self.verdicts((Request(task, a, text, lang, about, policy),)))

    def verdicts(self, requests: Iterable[Request]) -> Iterator[AnswerVerdict]:
        """One verdict for each request, in their order.

        Raises:
            InputError: the question itself cannot be read.
        """
        for request in requests:
            line = self._answer(request)
            if line is None:
                yield self._ended(request)
                continue
            data = json.loads(line)
            if "error" in data:
                raise InputError(data["error"])
            yield verdict(data)

    def _answer(self, request: Request) -> bytes | None:
        if self._process is None:
            self._start()
        assert self._process is not None and self._process.stdin is not None
        try:
            self._process.stdin.write(request.to_json().encode() + b"\n")
            self._process.stdin.flush()
            line = self._lines.get(timeout=self._seconds)
        except (queue.Empty, OSError):
            line = b""
        if not line.endswith(b"\n"):
            self.close()
            return None
        return line

    def _start(self) -> None:
        paths = os.pathsep.join(p or os.getcwd() for p in sys.path)
        self._process = subprocess.Popen(
            [sys.executable, "-c", f"from symspec.exercises.worker import serve; serve({self._megabytes})"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": paths},
        )
        assert self._process.stdout is not None
        self._lines = queue.SimpleQueue()
        threading.Thread(target=_read_lines, args=(self._process.stdout, self._lines), daemon=True).start()
        try:
            ready = self._lines.get(timeout=STARTING)
        except queue.Empty:
            ready = b""
        if ready != b"ready\n":
            self.close()
            raise UndecidedError("the process that judges answers did not start.")

    def _ended(self, request: Request) -> AnswerVerdict:
        limit = f"{self._seconds:g} s, {self._megabytes} MB"
        finding = found("answer.limits", ("limit", limit))
        text = feedback.text((finding,), request.lang)
        return AnswerVerdict("undecided", None, (finding.code,), text, "")

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                try:
                    if stream is not None:
                        stream.close()
                except OSError:  # what was not yet written is of no use any more
                    pass
            self._process = None


def _read_lines(stream: IO[bytes], lines: queue.SimpleQueue[bytes]) -> None:
    try:
        while line := stream.readline(LONGEST_LINE):
            lines.put(line)
    except (OSError, ValueError):  # closed at the other end of this process
        pass
    lines.put(b"")


def verdict(data: dict[str, Any]) -> AnswerVerdict:
    """The verdict from its JSON; fractions among the evidence stay texts."""
    score = None if data["score"] is None else Fraction(data["score"])
    evidence = tuple(Evidence(e["name"], _data(e["value"])) for e in data["evidence"])
    return AnswerVerdict(
        data["status"],
        score,
        tuple(data["codes"]),
        data["feedback"],
        data["read_as"],
        evidence,
        data["position"],
        data["pointer"],
    )


def _data(value: Any) -> Any:
    return tuple(map(_data, value)) if isinstance(value, list) else value


# -- the other side --------------------------------------------------------------------------


def serve(megabytes: int) -> None:
    """Answers requests until there are no more."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asks decides when this one ends
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints must not be read as an answer
    check_answer("eigenvalues", "2 1; 1 2", "1, 3")  # loads everything
    _limit_memory(megabytes)
    answers.write(b"ready\n")
    answers.flush()
    known: dict[str, Analysis] = {}  # the last question: its facts serve all of its answers
    for line in sys.stdin.buffer:
        answers.write(json.dumps(_served(line.decode(), known)).encode() + b"\n")
        answers.flush()


def _served(line: str, known: dict[str, Analysis]) -> dict[str, Any]:
    request = Request.from_json(line)
    try:
        if request.matrix not in known:
            known.clear()
            known[request.matrix] = analyze(request.matrix)
        judged = check_answer(
            request.task,
            known[request.matrix],
            request.text,
            lang=request.lang,
            about=request.about,
            policy=request.policy,
        )
    except SymspecError as error:
        return {"error": str(error)}
    return dict(json.loads(judged.to_json()))


def _limit_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # no such limit on this system
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
