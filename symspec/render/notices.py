"""The sentences about how a matrix was given."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from symspec.algebra.door.given import Remark, place
from symspec.decision.notices import FloatsRead, NearlyStochastic, Notice, ReadingsDiffer, RoundedFractions
from symspec.truth import Behavior

_FATES = {
    Behavior.TENDS_TO_ZERO: "tends to 0",
    Behavior.CONVERGES: "converges to a matrix that is not 0",
    Behavior.BOUNDED_DIVERGENT: "stays bounded and has no limit",
    Behavior.UNBOUNDED: "is unbounded",
}

LONGEST = 20  # characters of a number in a sentence


def notice_text(notice: Notice) -> str:
    """One or two whole sentences.

    >>> print(notice_text(NearlyStochastic("row", ((1, Fraction(9999, 10000)),), 1)))
    Row 2 sums to 0.9999. If A is meant to be stochastic, give exact entries: the sums decide what A^n does.
    """
    match notice:
        case FloatsRead("binary", count, value, _):
            return (
                f"{_floats(count)} read as {_their(count)} binary value{_s(count)}, which {value!r} only "
                'abbreviates. floats="decimal" reads the decimals.'
            )
        case FloatsRead(_, count, _, read_as):
            example = f": {decimal_text(read_as)} is {read_as}" if len(str(read_as)) <= LONGEST else ""
            return (
                f"{_floats(count)} read in decimals, as {_print(count)}{example}. "
                'floats="binary" takes the exact binary value.'
            )
        case ReadingsDiffer(decimal, binary, sums):
            why = f" Its {sums}s sum to 1 as decimals, and not as binary values." if sums else ""
            return (
                f"The reading of the floats decides: for the decimals A^n {_FATES[decimal]}, for the binary "
                f"values it {_FATES[binary]}.{why}"
            )
        case RoundedFractions(entries, count):
            return _rounded(entries, count)
        case NearlyStochastic(lines, sums, count):
            return _sums(lines, sums, count)
        case Remark():
            return _remark(notice)


def _floats(count: int) -> str:
    return "1 float was" if count == 1 else f"{count} floats were"


def _their(count: int) -> str:
    return "its" if count == 1 else "their"


def _s(count: int) -> str:
    return "" if count == 1 else "s"


def _print(count: int) -> str:
    return "it prints" if count == 1 else "they print"


def decimal_text(x: Fraction) -> str:
    """The decimal of a fraction that has a finite one.

    >>> decimal_text(Fraction(-1, 8)), decimal_text(Fraction(3))
    ('-0.125', '3')
    """
    places = 0
    while 10**places % x.denominator:
        places += 1
    digits = str(abs(x.numerator) * (10**places // x.denominator)).rjust(places + 1, "0")
    sign = "-" if x < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def _shown(x: Fraction) -> str:
    """A number near 1, as a decimal when it has a finite one; a long one by its distance from 1."""
    rest = x.denominator
    for p in (2, 5):
        while rest % p == 0:
            rest //= p
    text = decimal_text(x) if rest == 1 else str(x)
    if len(text) <= LONGEST:
        return text
    return f"1 {'-' if x < 1 else '+'} {float(abs(x - 1)):.1e}"


def _rounded(entries: Sequence[tuple[int, int, Fraction, Fraction]], count: int) -> str:
    i, j, value, meant = entries[0]
    more = f" ({count} entries are of this kind)" if count > 1 else ""
    return (
        f"{decimal_text(value)} in {place(i, j)} looks like {meant} cut to a few decimals{more}. "
        "If that is meant, write the fraction: the two may have different fates."
    )


def _sums(lines: str, sums: Sequence[tuple[int, Fraction]], count: int) -> str:
    k, total = sums[0]
    others = f" (and {count - 1} more {lines}{_s(count - 1)} not to 1)" if count > 1 else ""
    return (
        f"{lines.capitalize()} {k + 1} sums to {_shown(total)}{others}. If A is meant to be stochastic, "
        "give exact entries: the sums decide what A^n does."
    )


def _remark(remark: Remark) -> str:
    values = remark.values
    listed = ", ".join(map(str, values))
    match remark.code:
        case "header_skipped":
            return f"The first row was left out as labels: {listed}."
        case "labels_skipped":
            return f"The first column was left out as labels: {listed}."
        case "decimal_comma":
            return f"Commas were read as decimal commas, as in {values[0]}."
        case "chosen_array":
            return f"Of {values[1]} arrays in the file, {values[0]} was read: the only square one."
    return f"{remark.code}: {listed}"
