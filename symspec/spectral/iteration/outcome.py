"""Where the quotient |A^(n+1) v| / |A^n v| goes, decided exactly from the leading components of v."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, sqrt
from symspec.errors import UndecidedError, UnsupportedFieldError
from symspec.spectral.iteration.brief import brief, brief_modulus, brief_quotient
from symspec.spectral.iteration.common_field import leading_part, longest_period
from symspec.spectral.iteration.norms import orbit, squared_norm
from symspec.spectral.iteration.parts import Component, Leader, SpectralParts, components, leaders
from symspec.spectral.iteration.products import are_orthogonal
from symspec.spectral.iteration.spread import spread

Kind = Literal["zero", "vanishes", "single", "opposite", "conjugate", "several"]
# Periods of the directions that are looked for.
LONGEST_PERIOD = 360
# Over Q, s leading eigenvalues have quotients of degree <= s (s - 1): for s = 2 roots of unity of order <= 6.
LONGEST_PERIODS = {2: 6}
# Two leading eigenvalues of a higher degree, not opposite, are compared by enclosures.
SMALL_DEGREE = 4


@dataclass(frozen=True, slots=True)
class RatioOutcome:
    """What |A^(n+1) v| / |A^n v| does, in the Euclidean norm.

    Attributes:
        kind: "zero": v = 0; "vanishes": A^n v = 0 from some n on; "single": one leading eigenvalue; else two
            opposite real ones, a conjugate pair, or several of one modulus.
        leading: the eigenvalues of largest modulus among the components of v with the largest grade.
        degree: g - 1, for the largest grade g there: |A^n v| grows like n^degree rho^n.
        zero_from: the first n with A^n v = 0, or None.
        converges: the quotient has a limit; then it is the modulus of the leading eigenvalues.
        points: the limits of the quotient along n = r modulo their number, where it approaches a period;
            one point if it converges; None if it has no period, or if none was found.
        second: a component of v of the next smaller modulus, or None if there is none.
        between: (liminf, limsup) of the quotient, which comes near to every number between them again and
            again: where it has no period and the roots of a rational quadratic polynomial lead; else None.
    """

    kind: Kind
    leading: tuple[AlgebraicNumber, ...]
    degree: int
    zero_from: int | None
    converges: bool
    points: tuple[AlgebraicNumber, ...] | None
    second: AlgebraicNumber | None
    between: tuple[AlgebraicNumber, AlgebraicNumber] | None = None

    @property
    def rate(self) -> AlgebraicNumber:
        """lim |A^n v|^(1/n): the modulus of the leading eigenvalues, also where the quotient has no limit."""
        return self.leading[0].modulus if self.leading else AlgebraicNumber.of(0)

    @property
    def limit(self) -> AlgebraicNumber | None:
        """The limit of the quotient, or None if it has none."""
        return self.rate if self.converges else None

    @property
    def factor(self) -> AlgebraicNumber | None:
        """|second|/|leading|: A^n v / rho^n comes that much nearer to its leading part in each step.

        0 where there is no second component; None for degree > 0, where the distance falls like 1/n only.
        """
        if not self.leading or self.degree:
            return None
        if self.second is None or self.second == 0:
            return AlgebraicNumber.of(0)
        return self.second.modulus / self.leading[0].modulus

    @property
    def reason(self) -> str:
        """Why, in a sentence."""
        if self.kind == "zero":
            return "v = 0: every A^n v is 0."
        if self.kind == "vanishes":
            g = self.zero_from
            power = "A" if g == 1 else f"A^{g}"
            return (
                f"v lies in the kernel of {power}: A^n v = 0 from n = {g} on, and the quotient is 0/0 then."
            )
        if self.kind == "single":
            return _single(self.leading[0], self.degree, self.second)
        return _several(self)

    def __str__(self) -> str:
        return self.reason


def ratio_outcome(parts: SpectralParts, v: ExactMatrix) -> RatioOutcome:
    """What the quotient of successive norms does for the start v.

    Algorithm: A^n v = C(n, k) (sum of alpha^(n-k) y_alpha + o(rho^n)) over the leading alpha, k = grade - 1.
    So the quotient behaves like rho |z_(n+1)|/|z_n| with z_n = sum of (alpha/rho)^n y_alpha. z_n is almost
    periodic and |z_n| bounded away from 0, so the quotient converges iff |z_n| is constant: iff for every
    number w != 1 the sum of y_beta^* y_alpha over alpha/beta = w is 0.

    Raises:
        UndecidedError: several leading eigenvalues, not all conjugates of each, that lie in no field within
            the limits; or two, and y_beta^* y_alpha is too small to be told from 0.
    """
    found = components(parts, v)
    first, rest = leaders(parts, found)
    if not first:
        return _vanishing(found)
    values = tuple(x.alpha for x in first)
    degree = first[0].component.grade - 1
    if len(first) == 1:
        return RatioOutcome("single", values, degree, None, True, (values[0].modulus,), rest)
    constant, points, between = _compared(parts, first)
    if points is not None:  # z_n belongs to A^(n + degree) v
        points = tuple(points[(r - degree) % len(points)] for r in range(len(points)))
    return RatioOutcome(_kind(values), values, degree, None, constant, points, rest, between)


def _vanishing(found: Sequence[Component]) -> RatioOutcome:
    if not found:
        return RatioOutcome("zero", (), 0, 0, False, None, None)
    return RatioOutcome("vanishes", (), 0, found[0].grade, False, None, None)


def _kind(values: Sequence[AlgebraicNumber]) -> Kind:
    if len(values) == 2:
        if values[0] == values[1].conjugate:
            return "conjugate"
        if values[0] == -values[1] and values[0].is_real:
            return "opposite"
    return "several"


Found = tuple[bool, tuple[AlgebraicNumber, ...] | None, tuple[AlgebraicNumber, AlgebraicNumber] | None]


def _compared(parts: SpectralParts, first: Sequence[Leader]) -> Found:
    """(|z_n| is constant, the points of the quotient where it approaches a period, its spread if not)."""
    tips = _whole(first)
    if tips is not None:
        return _by_recurrence(parts.matrix, tips, len(first))
    if len(first) > 2 or first[0].alpha == -first[1].alpha or first[0].alpha.degree <= SMALL_DEGREE:
        try:
            found = leading_part(parts, first)
        except UnsupportedFieldError:
            found = None
        if found is not None:
            return _by_recurrence(*found, len(first), longest_period(found[0].field.degree))
    constant = _by_products(parts, first)
    return constant, (first[0].alpha.modulus,) if constant else None, None


def _whole(first: Sequence[Leader]) -> ExactMatrix | None:
    """The sum of the tips, where with an eigenvalue all roots of its factor lead."""
    chosen: list[Component] = []
    for x in first:
        if all(x.component is not c for c in chosen):
            chosen.append(x.component)
    if sum(len(c.roots) for c in chosen) != len(first):
        return None
    total = chosen[0].tip
    for c in chosen[1:]:
        total = total + c.tip
    return total


def _by_recurrence(a: ExactMatrix, z: ExactMatrix, count: int, longest: int | None = None) -> Found:
    """For z = sum of the y_alpha, z_n rho^n = A^n z: |A^n z|^2 is a combination of the (alpha conj(beta))^n.

    There are at most count^2 of these numbers. So |A^(n+1) z|^2 = r |A^n z|^2 holds for all n if it does for
    the first count^2 ones. A^m z = mu z for some m iff all alpha^m agree; then the quotient has period m.
    """
    norms = [squared_norm(z), squared_norm(a @ z)]
    r, current = norms[1] / norms[0], a @ z
    while norms[-1] == r * norms[-2] and len(norms) <= count * count:
        current = a @ current
        norms.append(squared_norm(current))
    if norms[-1] == r * norms[-2]:
        return True, (_root(r),), None
    rational = a.field.degree == 1
    m = _period(a, z, longest or (LONGEST_PERIODS.get(count, LONGEST_PERIOD) if rational else LONGEST_PERIOD))
    if m is None:
        return False, None, spread(a, z) if rational and count == 2 else None
    lengths = [squared_norm(x) for x in orbit(a, z, m)]
    return False, tuple(_root(y / x) for x, y in zip(lengths, lengths[1:], strict=False)), None


def _root(x: Any) -> AlgebraicNumber:
    return sqrt(getattr(x, "number", x))


def _period(a: ExactMatrix, z: ExactMatrix, longest: int) -> int | None:
    """The least m >= 1 with A^m z = mu z; None if there is none up to the longest."""
    place, first = next((i, row[0]) for i, row in enumerate(z.tolist()) if row[0] != 0)
    current = z
    for m in range(1, longest + 1):
        current = a @ current
        if current * first == z * current[place, 0]:
            return m
    return None


def _by_products(parts: SpectralParts, first: Sequence[Leader]) -> bool:
    """|z_n| is constant, by the products y_beta^* y_alpha as complex numbers."""
    found = are_orthogonal(parts, *first) if len(first) == 2 else None
    if found is None:
        raise _undecided(first)
    return found


def _undecided(first: Sequence[Leader]) -> UndecidedError:
    return UndecidedError(
        f"{len(first)} eigenvalues of modulus {brief_modulus(first[0].alpha)} lead, and not all "
        f"conjugates of each: whether the quotient of the norms converges was not decided."
    )


# -- sentences ------------------------------------------------------------------------------------


def _single(z: AlgebraicNumber, degree: int, rest: AlgebraicNumber | None) -> str:
    size = brief_modulus(z)
    if degree:
        return (
            f"v has a component at {brief(z)} in a Jordan chain of length {degree + 1}, which leads: the "
            f"quotient tends to {size}, and its distance falls like 1/n only."
        )
    if rest is None:
        return f"v is an eigenvector for {brief(z)}: the quotient is {size} from the start."
    turn = "" if not z.is_real or z > 0 else " A^n v turns around at each step, which its norm does not show."
    fading = f"all others fade against it by the factor {brief_quotient(rest, z)} in each step"
    if rest == 0:
        fading = "all others are gone after finitely many steps"
    head = f"v has one component of largest modulus, at {brief(z)}"
    return f"{head}: the quotient tends to {size}, as {fading}.{turn}"


def _several(o: RatioOutcome) -> str:
    values = o.leading
    names = {
        "opposite": f"v has components at {brief(values[0])} and at its opposite",
        "conjugate": f"v has components at {brief(values[0])} and at its conjugate",
        "several": f"v has components at {len(values)} eigenvalues of the same largest modulus",
    }
    head = names[o.kind]
    if o.converges:
        size = brief_modulus(values[0])
        return f"{head}, orthogonal ones, which keep their share: the quotient tends to {size}."
    if o.points is not None:
        listed = ", ".join(map(brief, o.points))
        return f"{head}: the quotient approaches the period {listed}, and has no limit."
    if o.between is not None:
        low, high = map(brief, o.between)
        return f"{head}: the quotient oscillates, and comes near to every number from {low} to {high}."
    return f"{head}: the quotient oscillates, without a limit."
