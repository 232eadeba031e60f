"""What every worker does: read a matrix and a task, time the task, say so. One JSON line in, one out.

A worker is a script of this folder that runs in the interpreter of its system. A fresh matrix is prepared for
each call, outside of the time, because some systems keep what they have found out about an object.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

LONG_ENOUGH = 0.2  # seconds of calls after which no more are made
FEWEST, MOST = 3, 25


def median(prepare: Callable[[Any], Any], task: Callable[[Any], object], rows: Any) -> float:
    """The median time of a call, after one that is not counted if it was short."""
    times: list[float] = []
    while len(times) < MOST and (len(times) <= FEWEST or sum(times) < LONG_ENOUGH):
        material = prepare(rows)
        start = time.perf_counter()
        task(material)
        times.append(time.perf_counter() - start)
        if times[0] > LONG_ENOUGH:
            break
    return statistics.median(times[1:] or times)


def serve(prepare: Callable[[Any], Any], tasks: Mapping[str, Callable[[Any], object]]) -> None:
    """Answer until the input ends: seconds, or what went wrong."""
    for task in tasks.values():  # what is loaded or compiled at the first call is not in the time
        task(prepare([["1/2", "1"], ["0", "1/3"]]))
    print(json.dumps({"tasks": sorted(tasks)}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer: dict[str, object] = {"seconds": median(prepare, tasks[asked["task"]], asked["rows"])}
        except Exception as error:  # whatever the system says is its answer
            answer = {"error": f"{type(error).__name__}: {str(error)[:200]}"}
        print(json.dumps(answer), flush=True)
