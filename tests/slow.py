"""An object with quick and endless facts, for the tests of budgets; it is importable by other processes."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field, replace
from typing import Any

from symspec.errors import UndefinedError
from symspec.fact import Guard, fact, guarded


@dataclass(frozen=True)
class Sluggish:
    """`endless` needs `quick`, then never ends; `process` tells where facts are computed."""

    name: str
    guard: Guard | None = field(default=None, compare=False)

    @property
    def known(self) -> dict[str, object]:
        return {k: v for k, v in vars(self).items() if k not in ("name", "guard")}

    @property
    def without_guard(self) -> Sluggish:
        return replace(self, guard=None)

    @fact
    def process(self) -> int:
        print("what is printed on the way is no answer")
        return os.getpid()

    @fact
    def quick(self) -> str:
        return self.name * 2

    @fact
    def endless(self) -> str:
        while self.quick:
            time.sleep(1)
        return ""

    @fact
    def undefined(self) -> str:
        raise UndefinedError("there is none.")

    @fact
    def dying(self) -> str:
        os._exit(3)

    @guarded
    def repeated(self, times: int, *, mark: str = "") -> Any:
        return [self.quick] * times, mark, os.getpid()
