"""What bulk work says about one matrix, as plain data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from symspec.analysis import Analysis, analyze
from symspec.budget import Budget
from symspec.certificate_json import to_json
from symspec.errors import SymspecError
from symspec.render.rate import growth_text

Id = int | str
Item = tuple[Id, Any]


@dataclass(frozen=True, slots=True)
class BulkError:
    """Why there is no answer.

    Attributes:
        kind: the name of the error: "InputError", "BudgetExceededError", .., "Killed".
        message: what is wrong, in one sentence.
    """

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class BulkRecord:
    """The key facts about one matrix; those that an error kept from being found are None.

    Attributes:
        id: the number or name of the matrix.
        behavior: "tends_to_zero", "converges", "bounded_divergent" or "unbounded".
        charpoly: det(x I - A) as text.
        ranks_at_one: (rk(A - I), rk((A - I)^2)).
        limit: the entries of lim A^n as texts; None where there is no limit.
        growth: what |A^n| grows or decays like, as text: "n (1/2)^n"; found last.
        certificate: the JSON text that symspec.verify reads, when it was asked for.
        error: what went wrong.

    >>> from symspec import analyze_many
    >>> [found] = analyze_many(["2 1; 0 2"])
    >>> print(found.behavior, found.charpoly, found.error)
    unbounded x^2 - 4 x + 4 None
    """

    id: Id
    behavior: str | None = None
    charpoly: str | None = None
    ranks_at_one: tuple[int, int] | None = None
    limit: tuple[tuple[str, ...], ...] | None = None
    growth: str | None = None
    certificate: str | None = None
    error: BulkError | None = None

    def to_json(self) -> str:
        """One line of JSON; a certificate that was not asked for is left out."""
        names = [name for name in self.__slots__ if name != "certificate" or self.certificate is not None]
        fields = {name: getattr(self, name) for name in names}
        if self.error is not None:
            fields["error"] = {"kind": self.error.kind, "message": self.error.message}
        return json.dumps(fields, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Options:
    """How each matrix is read and what is asked about it."""

    floats: str = "decimal"
    budget: Budget | None = None
    certificate: bool = False


def records(items: Iterable[Item], options: Options) -> list[BulkRecord]:
    """One record for each item; no error of one of them reaches another."""
    return [record(name, source, options) for name, source in items]


def record(name: Id, source: Any, options: Options) -> BulkRecord:
    """The record of one matrix; an error is data in it, with the facts that were found before."""
    facts: dict[str, Any] = {}
    error = None
    try:
        _collect(facts, analyze(source, floats=options.floats, budget=options.budget), options)
    except SymspecError as problem:
        error = BulkError(type(problem).__name__, str(problem))
    except (RecursionError, MemoryError) as problem:
        error = BulkError(type(problem).__name__, "the matrix is too large, or nested too deeply.")
    except Exception as problem:  # noqa: BLE001 - whatever it is, the other matrices go on
        error = BulkError("InternalError", f"{type(problem).__name__}: {problem}")
    return BulkRecord(name, error=error, **facts)


def _collect(facts: dict[str, Any], an: Analysis, options: Options) -> None:
    facts["charpoly"] = str(an.charpoly)
    facts["behavior"] = an.behavior.value
    facts["ranks_at_one"] = an.ranks_at_one
    if an.behavior.has_limit:
        facts["limit"] = tuple(tuple(map(str, row)) for row in an.limit.tolist())
    if options.certificate:
        facts["certificate"] = to_json(an.certificate)
    facts["growth"] = growth_text(an.profile, lambda: an.growth)
