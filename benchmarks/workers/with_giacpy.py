"""giac; an answer with a decimal point in it is no exact answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import loop
from giacpy import giac


def exact(name: str, *more: str) -> Callable[[Any], object]:
    command = giac(name)

    def task(a: Any) -> object:
        answer = command(a, *(giac(x) for x in more)) if more else command(a)
        if re.search(r"\d\.\d", str(answer)):
            raise ArithmeticError("floats in the answer")
        return answer

    return task


loop.serve(
    lambda rows: giac("[" + ",".join("[" + ",".join(row) + "]" for row in rows) + "]"),
    {
        "charpoly": exact("pcar"),
        "minpoly": exact("pmin"),
        "eigenvalues": exact("eigenvals"),
        "jordan": exact("jordan"),
        "power": exact("matpow", "n"),
    },
)
