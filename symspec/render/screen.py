"""One screen about one matrix: the verdict first, then why, then the key facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from symspec.algebra.matrix import ExactMatrix
from symspec.notation.text import factored_text, matrix_lines, matrix_text
from symspec.render.layout import paragraph
from symspec.render.numbers import radius_text, rational_text
from symspec.spectral.dunford import DunfordDecomposition
from symspec.spectral.growth import Growth
from symspec.spectral.profile import FactorProfile, JordanProfile
from symspec.truth import Behavior

WIDTH = 79
LARGE = 12


@dataclass(frozen=True, slots=True)
class Summary:
    """What the screen shows."""

    matrix: ExactMatrix
    profile: JordanProfile
    behavior: Behavior
    ranks_at_one: tuple[int, int]
    limit: ExactMatrix | None
    growth: Growth
    dunford: DunfordDecomposition
    certificate: str
    notes: tuple[str, ...]


def screen(s: Summary) -> str:
    """The screen as text, at most 79 columns wide for matrices with short entries."""
    blocks = [_header(s), verdict(s), fact_lines(fact_table(s)), list(s.notes)]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _header(s: Summary) -> list[str]:
    n = s.matrix.order
    title = f"{n} x {n} over Q" + "".join(f", {word}" for word in _kinds(s.matrix))
    lines = _shown(s.matrix, "A = ")
    if len(lines[0]) + len(title) + 8 <= WIDTH:
        return [f"{lines[0]}        {title}", *lines[1:]]
    return [title, *lines]


def _kinds(a: ExactMatrix) -> list[str]:
    rows = a.tolist()
    nonnegative = all(x >= 0 for row in rows for x in row)
    found = []
    if nonnegative and all(sum(row) == 1 for row in rows):
        found.append("row-stochastic")
    if nonnegative and all(sum(column) == 1 for column in zip(*rows, strict=True)):
        found.append("column-stochastic")
    if a == a.transpose and a.order > 1:
        found.append("symmetric")
    return found


def _shown(a: ExactMatrix, before: str) -> list[str]:
    lines = matrix_lines(a.tolist(), before)
    if a.order > LARGE or len(lines[0]) > WIDTH:
        rows, denominator = a.integers()
        longest = _digits(max(abs(x) for row in rows for x in row))
        if denominator == 1:
            return [f"{before}integers of at most {longest}"]
        return [f"{before}numerators of at most {longest} over a denominator of {_digits(denominator)}"]
    return list(lines)


def _digits(x: int) -> str:
    count = Decimal(x).adjusted() + 1  # CPython converts no integer of more than 4300 digits to text
    return "1 digit" if count == 1 else f"{count} digits"


# -- the verdict and its reason --------------------------------------------------------------


def verdict(s: Summary) -> list[str]:
    """What A^n does, then why."""
    match s.behavior:
        case Behavior.TENDS_TO_ZERO:
            return [f"A^n -> 0{_speed(s.growth)}", *_because(_inside(s), "Proposition 1")]
        case Behavior.CONVERGES:
            assert s.limit is not None
            limit = _shown(s.limit, "A^n converges, to    L = ")
            first, second = s.ranks_at_one
            ranks = f"and rk(A - I) = {first} = rk((A - I)^2)"
            return [
                *limit,
                *_because(
                    "the spectrum is 1 and otherwise inside the unit circle", "", ranks, "Proposition 2"
                ),
            ]
        case Behavior.BOUNDED_DIVERGENT:
            f = next(f for f in s.profile.factors if f.counts.on and not f.is_one)
            return [
                "A^n is bounded, but has no limit",
                *_because(
                    f"{_roots(f)} on the unit circle and not 1,",
                    "",
                    "and every Jordan block on the circle has size 1",
                    "",
                ),
            ]
        case Behavior.UNBOUNDED:
            return _unbounded(s)


def _unbounded(s: Summary) -> list[str]:
    head = f"A^n is unbounded{_speed(s.growth)}"
    outside = [f for f in s.profile.factors if f.counts.outside]
    if outside:
        return [head, *_because(f"{_roots(outside[0])} outside the unit circle", "")]
    chain = next(f for f in s.profile.factors if f.counts.on and f.index > 1)
    if chain.is_one:
        first, second = s.ranks_at_one
        although = (
            "although every eigenvalue is 1"
            if len(s.profile.factors) == 1
            else "although no eigenvalue is outside"
        )
        return [
            head,
            f"{although}:",
            *_because(f"rk(A - I) = {first}, but rk((A - I)^2) = {second}", "Proposition 2"),
        ]
    blocks = f"with a Jordan block of size {chain.index}"
    return [
        head,
        "although no eigenvalue is outside:",
        *_because(f"{_roots(chain)} on the circle", "", blocks, ""),
    ]


def _because(first: str, theorem: str, second: str = "", second_theorem: str = "") -> list[str]:
    lines = [(f"because  {first}", theorem), (f"         {second}", second_theorem)][: 2 if second else 1]
    return [f"{text:<60} ({name})" if name else text for text, name in lines]


def _speed(growth: Growth) -> str:
    if growth.zero_from is not None:
        return f": A^n = 0 from n = {growth.zero_from} on" if growth.zero_from > 1 else ": A = 0"
    power = {0: "", 1: "n "}.get(growth.degree, f"n^{growth.degree} ")
    rate = radius_text(growth)
    if rate == "1":
        return f", growing like {power.strip()}" if power else ""
    return f", like {power}{_wrapped(rate)}^n"


def _wrapped(text: str) -> str:
    return text if text.isdigit() else f"({text})"


def _inside(s: Summary) -> str:
    if s.growth.zero_from is not None:
        return "0 is the only eigenvalue"
    return f"every eigenvalue has modulus at most {radius_text(s.growth)} < 1"


def _roots(f: FactorProfile) -> str:
    p = str(f.polynomial)
    if f.polynomial.degree == 1:
        return f"the eigenvalue {rational_text(-f.polynomial.coefficients[0])} is"
    where = f.counts.outside or f.counts.on
    shown = p if len(p) <= 40 else f"a factor of degree {f.polynomial.degree}"
    return f"one root of {shown} is" if where == 1 else f"{where} of the roots of {shown} are"


# -- the facts -------------------------------------------------------------------------------


def fact_lines(table: Sequence[tuple[str, str]]) -> list[str]:
    """The facts by name, long ones broken at spaces."""
    return [line for name, text in table for line in paragraph(text, WIDTH, f"{name:<28}", " " * 28)]


def fact_table(s: Summary) -> list[tuple[str, str]]:
    """The key facts by name."""
    factors = s.profile.factors
    chi = factored_text([(f.polynomial.coefficients, f.multiplicity) for f in factors])
    mu = factored_text([(f.polynomial.coefficients, f.index) for f in factors])
    return [
        ("characteristic polynomial", _polynomial(chi, s.profile.charpoly.degree)),
        ("minimal polynomial", "the same" if mu == chi else _polynomial(mu, s.profile.minpoly.degree)),
        ("Jordan blocks", _blocks(factors)),
        ("Dunford", _dunford(s.dunford)),
        ("certificate", s.certificate),
    ]


def _polynomial(text: str, degree: int) -> str:
    return text if len(text) <= WIDTH - 28 else _fitted(f"of degree {degree}, {text}")


def _fitted(text: str) -> str:
    return text if len(text) <= WIDTH - 28 else f"{text[: WIDTH - 31]} .."


def _blocks(factors: Sequence[FactorProfile]) -> str:
    text = "; ".join(f"{_eigenvalues(f)}: {', '.join(map(str, f.block_sizes))}" for f in factors)
    if all(f.index == 1 for f in factors):
        return "all of size 1: A is diagonalizable over C"
    return _fitted(f"sizes at {text}")


def _eigenvalues(f: FactorProfile) -> str:
    if f.polynomial.degree == 1:
        return rational_text(-f.polynomial.coefficients[0])
    return f"each root of {f.polynomial}"


def _dunford(d: DunfordDecomposition) -> str:
    if d.index == 1:
        return "D = A, N = 0"
    text = f"N^{d.index} = 0, D = {matrix_text(d.D.tolist())}"
    return text if len(text) <= WIDTH - 28 else f"A = D + N with N^{d.index} = 0{_not_yet(d.index)}"


def _not_yet(index: int) -> str:
    return ", N not 0" if index == 2 else f", N^{index - 1} not 0"
