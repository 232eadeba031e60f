"""The pictures of |A^n| with its envelope, and of the ratios of successive norms."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import log10

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.languages import Notation, Vocabulary
from symspec.render.plots.data import Axis, Curve, Item, Markers
from symspec.render.plots.field_norms import field_norms
from symspec.render.plots.phrases import plot_phrases
from symspec.render.plots.plot import Plot
from symspec.render.plots.scale import decimal, log10_of, power_ticks, raised, ticks
from symspec.spectral.growth import Growth

BITS = 64
# Norms that differ by more decades are drawn on a logarithmic scale.
DECADES = 2.5
Sizes = tuple[float | None, ...]
"""log10 of norms, from n = 0 on; None for a norm 0."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """10^low n^degree rho^n <= norm <= 10^high n^degree rho^n for the n that are drawn, touching both."""

    low: float
    high: float
    degree: int
    log_rate: float

    def at(self, constant: float, n: float) -> float:
        """log10 of 10^constant n^degree rho^n."""
        return constant + self.degree * log10(n) + n * self.log_rate


@dataclass(frozen=True, slots=True)
class Fading:
    """A limit L, and the growth of A^n - L."""

    limit: ExactMatrix
    rate: Growth


@dataclass(frozen=True, slots=True)
class Series:
    """Norms with their name, their envelope, and how they are drawn."""

    name: str
    sizes: Sizes
    envelope: Envelope | None
    shape: str
    colour: str


def norms(a: ExactMatrix, last: int, less: ExactMatrix | None = None, zero_from: int | None = None) -> Sizes:
    """log10 |A^n - less| for n = 0, .., last, in the infinity norm.

    Over Q each norm is computed exactly; over a number field it is enclosed, and `zero_from` is the first n
    from which A^n - less = 0, if there is one.
    """
    if isinstance(a, FieldMatrix):
        shift = None if less is None else a.with_entries(less.tolist())
        assert shift is None or isinstance(shift, FieldMatrix)
        sizes = field_norms(a, last, shift, zero_from)
    else:
        sizes = _exact_norms(a, last, less)
    return tuple(log10_of(size) if size else None for size in sizes)


def _exact_norms(a: ExactMatrix, last: int, less: ExactMatrix | None) -> tuple[Fraction, ...]:
    found: list[Fraction] = []
    power = a.identity()
    for n in range(last + 1):
        power = power @ a if n else power
        found.append((power if less is None else power - less).norm)
    return tuple(found)


def envelope(sizes: Sizes, growth: Growth) -> Envelope | None:
    """The closest envelope of the sizes from n = 1 on; None where they end in 0."""
    low, high = growth.dominant.modulus_interval(BITS)
    if growth.zero_from is not None or None in sizes[1:]:
        return None
    rate = log10_of((low + high) / 2)
    gaps = [s - growth.degree * log10(n) - n * rate for n, s in enumerate(sizes) if n and s is not None]
    return Envelope(min(gaps), max(gaps), growth.degree, rate) if gaps else None


# -- |A^n| -----------------------------------------------------------------------------------


def powers_plot(
    a: ExactMatrix, growth: Growth, fading: Fading | None, *, last: int, lang: str, notation: Notation
) -> Plot:
    """|A^n| for n = 0, .., last, and |A^n - L| where the limit L is not 0, each with its envelope.

    Args:
        a: A.
        growth: of A^n.
        fading: how A^n - L fades, where A^n -> L and L is not 0.
        last: the last n.
        lang, notation: of the words and of the numbers.
    """
    words = plot_phrases(lang)
    sizes = norms(a, last, zero_from=growth.zero_from)
    found = [Series(words["norm"], sizes, envelope(sizes, growth), "circle", "blue")]
    if fading is not None:
        far = norms(a, last, fading.limit, fading.rate.zero_from)
        found = [Series(words["norm"], sizes, None, "circle", "blue")]
        found.append(Series(words["distance"], far, envelope(far, fading.rate), "square", "vermillion"))
    is_log = _is_wide(found)
    items: list[Item] = [item for s in found for item in _drawn(s, is_log, last, words, notation)]
    zero = next((n for s in found for n, size in enumerate(s.sizes) if size is None), None)
    description = words["powers.description"].format(last=last)
    if zero is not None and is_log:
        description += " " + words["zero"].format(start=zero)
    label = words["powers.vertical.log" if is_log else "powers.vertical"]
    axis = _log_axis(label, items) if is_log else _axis(label, items, notation)
    steps = Axis(words["powers.horizontal"], -0.5, last + 0.5, ticks(0, last, ".", 10))
    return Plot("powers", words["powers.title"], description, steps, axis, tuple(items))


def _is_wide(found: list[Series]) -> bool:
    """A logarithmic scale serves better."""
    sizes = [size for s in found for size in s.sizes if size is not None]
    return bool(sizes) and max(sizes) - min(sizes) > DECADES


def _drawn(s: Series, is_log: bool, last: int, words: Vocabulary, notation: Notation) -> list[Item]:
    def height(size: float) -> float:
        return size if is_log else 10.0**size

    points = [(float(n), height(size)) for n, size in enumerate(s.sizes) if size is not None]
    if not is_log:
        points += [(float(n), 0.0) for n, size in enumerate(s.sizes) if size is None]
    marks = Markers(s.name, tuple(sorted(points)), s.shape, s.colour)
    if s.envelope is None:
        return [marks]
    e = s.envelope
    name = words["envelope"].format(
        low=_constant(e.low, notation), high=_constant(e.high, notation), curve=_curve(e, notation), last=last
    )
    lines = [
        tuple((float(n), height(e.at(c, n))) for n in range(1, last + 1))
        for c in dict.fromkeys((e.high, e.low))
    ]
    return [*(Curve(name if k == 0 else "", line, "dashed", s.colour) for k, line in enumerate(lines)), marks]


def _constant(exponent: float, notation: Notation) -> str:
    """10^exponent with three digits."""
    value = Fraction(f"{10 ** (exponent % 1):.2f}") * Fraction(10) ** int(exponent // 1)
    return decimal(value, notation.decimal_point)


def _curve(e: Envelope, notation: Notation) -> str:
    """c n^k rho^n with superscripts."""
    rho = decimal(Fraction(f"{10**e.log_rate:.4g}"), notation.decimal_point)
    factors = ["c"]
    factors += ["n" if e.degree == 1 else f"n{raised(str(e.degree))}"] * (e.degree > 0)
    factors += [f"{rho}ⁿ"] * (abs(e.log_rate) > 1e-15)
    return "·".join(factors)


def _heights(items: list[Item]) -> list[float]:
    return [y for item in items if isinstance(item, Markers | Curve) for _, y in item.points]


def _log_axis(label: str, items: list[Item]) -> Axis:
    heights = _heights(items)
    low, high = min(heights), max(heights)
    margin = max((high - low) * 0.05, 0.2)
    return Axis(label, low - margin, high + margin, power_ticks(low - margin, high + margin))


def _axis(label: str, items: list[Item], notation: Notation) -> Axis:
    high = max(_heights(items)) * 1.08 or 1.0
    return Axis(label, 0.0, high, ticks(0.0, high, notation.decimal_point))


# -- ratios ----------------------------------------------------------------------------------


def ratios_plot(a: ExactMatrix, growth: Growth, *, last: int, lang: str, notation: Notation) -> Plot:
    """|A^(n+1)| / |A^n| for n = 0, .., last, beside the spectral radius.

    The ratios need not converge: they do so towards rho where a single eigenvalue of largest modulus decides.
    """
    words = plot_phrases(lang)
    sizes = norms(a, last + 1, zero_from=growth.zero_from)
    pairs = enumerate(zip(sizes, sizes[1:], strict=False))
    logs = [(n, after - size) for n, (size, after) in pairs if size is not None and after is not None]
    low, high = growth.dominant.modulus_interval(BITS)
    rho = 0.0 if growth.zero_from is not None else float((low + high) / 2)
    points = tuple((float(n), 10.0**size) for n, size in logs)
    name = words["radius"].format(rho=decimal(Fraction(f"{rho:.6g}"), notation.decimal_point))
    line = Curve(name, ((-0.5, rho), (last + 0.5, rho)), "solid", "ink")
    items: list[Item] = [line, Markers(words["ratio"], points, "circle", "blue")]
    description = words["ratios.description"].format(last=last)
    if None in sizes:
        description += " " + words["no_ratio"]
    steps = Axis(words["powers.horizontal"], -0.5, last + 0.5, ticks(0, last, ".", 10))
    axis = _axis(words["ratios.vertical"], items, notation)
    return Plot("ratios", words["ratios.title"], description, steps, axis, tuple(items))
