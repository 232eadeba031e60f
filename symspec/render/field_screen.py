"""One screen about a matrix over a number field: the verdict, why, and the key facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.render.numbers import number_text, radius_text
from symspec.render.screen import fact_lines
from symspec.spectral.dunford import DunfordDecomposition
from symspec.spectral.growth import Growth
from symspec.spectral.over_fields import EigenvalueProfile, FieldProfile
from symspec.truth import Behavior

WIDTH = 79
LISTED = 12


@dataclass(frozen=True, slots=True)
class FieldSummary:
    """What the screen shows; `growth` is None where the spectral radius was beyond a stated limit."""

    matrix: FieldMatrix
    profile: FieldProfile
    behavior: Behavior
    ranks_at_one: tuple[int, int]
    limit: ExactMatrix | None
    growth: Growth | None
    dunford: DunfordDecomposition
    certificate: str
    notes: tuple[str, ...]


def field_screen(s: FieldSummary) -> str:
    """The screen as text."""
    n = s.matrix.order
    head = [f"{n} x {n} over {s.matrix.field}, of degree {s.matrix.field.degree}", *_shown(s.matrix, "A = ")]
    blocks = [head, _verdict(s), _facts(s), list(s.notes)]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _shown(a: ExactMatrix, before: str) -> list[str]:
    cells = [[str(x) for x in row] for row in a.tolist()]
    widths = [max(len(row[j]) for row in cells) for j in range(len(cells[0]))]
    lines = ["[ " + "  ".join(x.rjust(w) for x, w in zip(row, widths, strict=True)) + " ]" for row in cells]
    if len(lines[0]) + len(before) > WIDTH:
        return [f"{before}a matrix with long entries"]
    return [(before if i == 0 else " " * len(before)) + line for i, line in enumerate(lines)]


# -- the verdict and its reason --------------------------------------------------------------


def _verdict(s: FieldSummary) -> list[str]:
    match s.behavior:
        case Behavior.TENDS_TO_ZERO:
            return [f"A^n -> 0{_speed(s)}", "because  every eigenvalue is inside the unit circle"]
        case Behavior.CONVERGES:
            assert s.limit is not None
            first, second = s.ranks_at_one
            return [
                *_shown(s.limit, "A^n converges, to    L = "),
                "because  the spectrum is 1 and otherwise inside the unit circle",
                f"         and rk(A - I) = {first}, rk((A - I)^2) = {second}",
            ]
        case Behavior.BOUNDED_DIVERGENT:
            on = next(f for f in s.profile.factors if f.counts.on and not f.is_one)
            return [
                "A^n is bounded, but has no limit",
                f"because  the eigenvalue {number_text(on.value)} is on the unit circle and not 1,",
                "         and every Jordan block on the circle has size 1",
            ]
        case Behavior.UNBOUNDED:
            return [f"A^n is unbounded{_speed(s)}", f"because  {_reason(s.profile.factors)}"]


def _reason(factors: Sequence[EigenvalueProfile]) -> str:
    outside = next((f for f in factors if f.counts.outside), None)
    if outside:
        return f"the eigenvalue {number_text(outside.value)} is outside the unit circle"
    chain = next(f for f in factors if f.counts.on and f.index > 1)
    where = f"the eigenvalue {number_text(chain.value)} on the unit circle"
    return f"{where} has a Jordan block of size {chain.index}"


def _speed(s: FieldSummary) -> str:
    growth = s.growth
    if growth is None:
        return ""
    if growth.zero_from is not None:
        return f": A^n = 0 from n = {growth.zero_from} on" if growth.zero_from > 1 else ": A = 0"
    power = {0: "", 1: "n "}.get(growth.degree, f"n^{growth.degree} ")
    rate = radius_text(growth)
    if rate == "1":
        return f", growing like {power.strip()}" if power else ""
    return f", like {power}({rate})^n"


# -- the facts -------------------------------------------------------------------------------


def _facts(s: FieldSummary) -> list[str]:
    chi, mu = str(s.profile.charpoly), str(s.profile.minpoly)
    table = [
        ("characteristic polynomial", _fitted(chi, s.profile.charpoly.degree)),
        ("minimal polynomial", "the same" if mu == chi else _fitted(mu, s.profile.minpoly.degree)),
        ("eigenvalues", _eigenvalues(s.profile.factors)),
        ("Dunford", _dunford(s.dunford)),
        ("certificate", s.certificate),
    ]
    return fact_lines(table)


def _fitted(text: str, degree: int) -> str:
    return text if len(text) <= WIDTH - 28 else f"of degree {degree}, {text[: WIDTH - 50]} .."


def _eigenvalues(factors: Sequence[EigenvalueProfile]) -> str:
    shown = []
    for f in factors[:LISTED]:
        sizes = "" if f.block_sizes == (1,) else f" (blocks {', '.join(map(str, f.block_sizes))})"
        shown.append(number_text(f.value) + sizes)
    return ", ".join(shown) + (", .." if len(factors) > LISTED else "")


def _dunford(d: DunfordDecomposition) -> str:
    if d.index == 1:
        return "D = A, N = 0"
    text = f"N^{d.index} = 0, D = {d.D}"
    return text if len(text) <= WIDTH - 28 else f"A = D + N with N^{d.index} = 0, N^{d.index - 1} not 0"
