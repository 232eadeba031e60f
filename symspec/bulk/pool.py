"""Chunks of work over any executor: windowed, and a worker that dies takes only one item with it."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from typing import Any, Generic, TypeVar

from symspec.errors import UndecidedError

R = TypeVar("R")
Chunk = list[Any]
Work = Callable[[Chunk], list[R]]


class SerialExecutor(Executor):
    """Does everything at once in this process: for debugging, and where there are no processes.

    >>> SerialExecutor().submit(divmod, 7, 2).result()
    (3, 1)
    """

    _max_workers = 1

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """A future that is done."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - it is the future's
            future.set_exception(error)
        return future


def process_pool(workers: int | None = None) -> ProcessPoolExecutor:
    """A process pool that never forks this process: threads and locks of its libraries stay behind."""
    from multiprocessing import get_all_start_methods, get_context

    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(workers, get_context(method), initializer=_depend)


def _depend() -> None:
    """Makes a worker end when the process that gives the work says so, or is gone: not before, not after."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class Crew(Generic[R]):
    """An executor with the work it has in hand; when it breaks, a process pool takes its place.

    Args:
        executor: any; None for a process pool.
        work: an importable function from a chunk to the list of its results, one for each item.
        failed: the result for an item whose worker died, or could not answer.
        workers: how many there are; None: as many as the executor says, or this machine has.
    """

    def __init__(
        self,
        executor: Executor | None,
        work: Work[R],
        failed: Callable[[Any, str], R],
        workers: int | None = None,
    ) -> None:
        self._given, self._own = executor, None if executor is not None else process_pool(workers)
        self._work, self._failed = work, failed
        self.workers = workers or int(getattr(self._executor, "_max_workers", None) or os.cpu_count() or 1)
        self._in_hand: dict[Future[list[R]], Chunk] = {}
        self._suspects: deque[Chunk] = deque()

    @property
    def _executor(self) -> Executor:
        executor = self._own or self._given
        assert executor is not None
        return executor

    def results(self, chunks: Iterable[Chunk], window: int) -> Iterator[list[R]]:
        """The results of the chunks, in order of arrival; at most `window` chunks are in hand."""
        source = iter(chunks)
        try:
            while True:
                self._take(source, window)
                if not self._in_hand:
                    return
                done, _ = wait(self._in_hand, return_when=FIRST_COMPLETED)
                for future in done:
                    yield from self._answer(future)
        finally:
            self._dismiss()

    def _take(self, source: Iterator[Chunk], window: int) -> None:
        """Suspects go alone, so that a broken pool names the one that broke it."""
        if self._suspects:
            if not self._in_hand:
                self._submit(self._suspects.popleft())
            return
        while len(self._in_hand) < window and (chunk := next(source, None)) is not None:
            self._submit(chunk)

    def _submit(self, chunk: Chunk) -> None:
        try:
            self._in_hand[self._executor.submit(self._work, chunk)] = chunk
        except BrokenExecutor:
            self._suspects.append(chunk)
            self._replace()

    def _answer(self, future: Future[list[R]]) -> Iterator[list[R]]:
        chunk = self._in_hand.pop(future, None)
        if chunk is None:  # it was in hand when the pool broke, and is a suspect now
            return
        try:
            yield future.result()
            return
        except BrokenExecutor:
            reason = "the process that worked on it ended abruptly, as when memory is short."
            alone = not self._in_hand
            self._replace()
            if not alone:  # nobody knows which of them did it
                self._suspects.append(chunk)
                return
        except Exception as error:  # noqa: BLE001 - what the executor says of one chunk: try its items alone
            reason = f"its executor reported {type(error).__name__}: {error}"
        if len(chunk) == 1:
            yield [self._failed(chunk[0], reason)]
        else:
            half = len(chunk) // 2
            self._suspects.extendleft((chunk[half:], chunk[:half]))

    def _replace(self) -> None:
        """A new pool for the broken one; what was in hand is suspect."""
        for future, chunk in list(self._in_hand.items()):
            if not future.done() or future.exception() is not None:
                del self._in_hand[future]
                self._suspects.append(chunk)
        if self._own is not None:
            self._own.shutdown(wait=False, cancel_futures=True)
        self._own = process_pool(self.workers)
        try:
            self._own.submit(os.getpid).result()
        except BrokenExecutor:
            raise UndecidedError(
                "worker processes cannot be started. In a script, call this under "
                'if __name__ == "__main__":, or pass executor=SerialExecutor().'
            ) from None

    def _dismiss(self) -> None:
        """Ends what is in hand; an executor that was given goes on living."""
        if self._own is None:
            for future in self._in_hand:
                future.cancel()
            return
        if self._in_hand:
            for process in list((getattr(self._own, "_processes", None) or {}).values()):
                process.kill()
        self._own.shutdown(cancel_futures=True)
