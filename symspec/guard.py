"""Facts within a budget: computed here, or in a process that is ended when the time is over.

Some arithmetic cannot be interrupted by a signal, so that a time limit needs a process to end. The process
runs `serve`; it gets the object whose facts are wanted, answers requests by name, and sends each fact as soon
as it is known, so that what was found is not lost when the process is ended. Both ends are symspec itself:
nothing from outside is ever decoded.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable
from typing import IO, Any

from symspec.budget import Budget
from symspec.errors import BudgetExceededError, InternalError, SymspecError


class Limit:
    """The guard of an object with a budget.

    Args:
        budget: the bounds.
        refusal: a sentence that says which bound the work cannot keep; "" for none.
        estimate: more seconds than the facts take, or thereabouts.
        started: the time.monotonic() from which time counts.
    """

    def __init__(self, budget: Budget, refusal: str, estimate: float, started: float) -> None:
        self.budget, self.refusal, self.estimate = budget, refusal, estimate
        self.spent = time.monotonic() - started
        self._worker: _Worker | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return Limit, (self.budget, self.refusal, self.estimate, time.monotonic())

    def fact(self, owner: Any, name: str, compute: Callable[[], Any]) -> Any:
        """owner.name."""
        if self._is_light(owner):
            return compute()
        self._asked(owner, ("fact", name))
        return owner.__dict__[name]

    def call(self, owner: Any, name: str, args: Any, named: Any, compute: Callable[[], Any]) -> Any:
        """owner.name(*args, **named)."""
        return compute() if self._is_light(owner) else self._asked(owner, ("call", name, args, named))

    def _is_light(self, owner: Any) -> bool:
        if self.refusal:
            raise BudgetExceededError(self.refusal, found=owner.known)
        return self.budget.seconds is None or self.estimate <= self.budget.seconds

    def _asked(self, owner: Any, request: tuple[Any, ...]) -> Any:
        """The answer of the process, which is started at the first request and ended with the budget."""
        start = time.monotonic()
        try:
            if self._worker is None:
                self._left(owner, start)
                self._worker = _Worker(owner.without_guard, self.budget)
                self._worker.received(self._left(owner, start))
            self._worker.send(request)
            while True:
                kind, *answer = self._worker.received(self._left(owner, start))
                if kind == "found":
                    owner.__dict__.setdefault(*answer)
                elif kind == "raised":
                    raise answer[0]
                else:
                    return answer[0] if answer else None
        except queue.Empty:
            self._end()
            raise self._exceeded(owner) from None
        except SymspecError:
            raise
        except BaseException:
            self._end()
            raise
        finally:
            self.spent += time.monotonic() - start

    def _left(self, owner: Any, start: float) -> float:
        left = (self.budget.seconds or 0) - self.spent - (time.monotonic() - start)
        if left <= 0:
            self._end()
            raise self._exceeded(owner)
        return left

    def _exceeded(self, owner: Any) -> BudgetExceededError:
        found = owner.known
        names = ", ".join(found) if found else "nothing"
        return BudgetExceededError(
            f"the budget of {self.budget.seconds:g} seconds is used up; found so far: {names}.", found=found
        )

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.end()
            self._worker = None


class _Worker:
    """The process, and the thread that reads from it."""

    def __init__(self, subject: object, budget: Budget) -> None:
        paths = os.pathsep.join(p or os.getcwd() for p in sys.path)
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-c", "from symspec.guard import serve; serve()"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": paths},
            )
        except (OSError, ValueError) as error:
            raise BudgetExceededError(
                f"the work may take longer than its budget, and no process can be started for it: {error}."
            ) from None
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        assert self._process.stdin is not None and self._process.stdout is not None
        self._requests = self._process.stdin
        reader = threading.Thread(target=_read_all, args=(self._process.stdout, self._answers), daemon=True)
        reader.start()
        self._finalizer = weakref.finalize(self, _ended, self._process)
        self.send((subject, budget.seconds))  # answered like a request, so that the next one finds it read

    def send(self, request: object) -> None:
        """Sends one object, without waiting until it is read: that would be time without a limit."""
        threading.Thread(target=_write_or_not, args=(self._requests, request), daemon=True).start()

    def received(self, seconds: float) -> Any:
        """The next message; raises queue.Empty when there is none within that time."""
        message = self._answers.get(timeout=seconds)
        if message is not None:
            return message
        status = self._process.wait()
        if status == -_CPU_LIMIT:
            raise queue.Empty
        raise InternalError(f"the process that computes ended with status {status}: was memory short?")

    def end(self) -> None:
        """Ends the process, whatever it does."""
        self._finalizer()


def _ended(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    if process.stdin is not None:
        try:
            process.stdin.close()
        except OSError:  # what was not yet written is of no use any more
            pass


def _write_or_not(stream: IO[bytes], message: object) -> None:
    try:
        _write(stream, message)
    except (OSError, ValueError):  # the process is gone: that shows when its answer is read
        pass


# -- messages: a length, then the object -----------------------------------------------------


def _write(stream: IO[bytes], message: object) -> None:
    from multiprocessing.reduction import ForkingPickler

    data = bytes(ForkingPickler.dumps(message))
    stream.write(len(data).to_bytes(8, "big") + data)
    stream.flush()


def _read(stream: IO[bytes]) -> Any:
    """The next message; None at the end."""
    from multiprocessing.reduction import ForkingPickler

    head = stream.read(8)
    size = int.from_bytes(head, "big")
    data = stream.read(size) if len(head) == 8 else b""
    return ForkingPickler.loads(data) if len(head) == 8 and len(data) == size else None


def _read_all(stream: IO[bytes], messages: queue.SimpleQueue[Any]) -> None:
    with stream:
        while (message := _read(stream)) is not None:
            messages.put(message)
    messages.put(None)


# -- the other side --------------------------------------------------------------------------

_CPU_LIMIT = 24  # SIGXCPU


def serve() -> None:
    """Answers requests about the object that comes first, until there are no more."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asks decides when this one ends
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints must not be read as an answer
    first = _read(requests)
    if first is None:
        return
    subject, seconds = first
    _limit_processor_time(seconds)
    object.__setattr__(subject, "guard", _Reporter(answers))
    _write(answers, ("ready",))
    while (request := _read(requests)) is not None:
        _write(answers, _answer(subject, request))


def _limit_processor_time(seconds: float) -> None:
    """So that the process ends even if the one that should end it is gone."""
    try:
        import resource
    except ImportError:  # no such limit on this system
        return
    most = int(seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (most, most + 2))


def _answer(subject: Any, request: tuple[Any, ...]) -> tuple[Any, ...]:
    kind, name, *rest = request
    try:
        if kind == "fact":
            getattr(subject, name)
            return ("done",)
        args, named = rest
        return ("done", getattr(subject, name)(*args, **named))
    except SymspecError as error:
        return ("raised", error)
    except Exception as error:  # noqa: BLE001 - the other side reports it
        return ("raised", InternalError(f"{type(error).__name__}: {error}"))


class _Reporter:
    """The guard in the process: computes, and sends each fact that is found on the way."""

    def __init__(self, answers: IO[bytes]) -> None:
        self._answers = answers

    def fact(self, owner: Any, name: str, compute: Callable[[], Any]) -> Any:
        """owner.name."""
        value = compute()
        _write(self._answers, ("found", name, value))
        return value

    def call(self, owner: Any, name: str, args: Any, named: Any, compute: Callable[[], Any]) -> Any:
        """owner.name(*args, **named)."""
        return compute()
