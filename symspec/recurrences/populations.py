"""leslie(f, s): populations by age, with their growth rate, stable distribution, and oscillations."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import gcd
from typing import Any

from symspec.algebra.fields.tower import NumberField
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.multiplication import multiplication
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.algebra.polynomial import Polynomial
from symspec.analysis import Analysis, analyze
from symspec.errors import InputError, InternalError, UndefinedError
from symspec.recurrences.given import in_one_field, numbers, whole
from symspec.recurrences.values import Value, column, exact_matrix, field_of
from symspec.spectral.structure.parts import sign
from symspec.spectral.structure.perron import Perron, RealVector


def leslie(fecundities: Any, survivals: Any, *, floats: str = "decimal") -> Leslie:
    """The Leslie model: a population in age classes 1, .., n.

    Args:
        fecundities: [f_1, .., f_n]: how many of class 1 each individual has in the next step, at least 0;
            rational or real algebraic numbers, in any form that an entry of symspec.matrix may have.
        survivals: [s_1, .., s_(n-1)]: the part of each class that reaches the next one, in (0, 1]; with a
            further s_n in [0, 1) the last class is "n and older", and that part of it remains.
        floats: how floats are read; see symspec.matrix.

    Raises:
        InputError: the numbers are no such numbers.
        UnsupportedFieldError: they generate a number field of a degree beyond the budget.

    >>> beetles = leslie([0, 0, 6], ["1/2", "1/3"])
    >>> print(beetles.net_reproduction_rate, beetles.growth_rate, beetles.fate, beetles.period)
    1 1 stationary 3
    >>> model = leslie([0, "sqrt(2)"], ["sqrt(2)/2"])
    >>> print(model.net_reproduction_rate, model.fate, model.stable_distribution)
    1 stationary (2 - sqrt(2), -1 + sqrt(2))
    """
    f = numbers("the list of fecundities", fecundities, floats=floats)
    none = isinstance(survivals, list | tuple) and not survivals
    s = () if none else numbers("the list of survivals", survivals, floats=floats)
    if len(s) not in (len(f) - 1, len(f)):
        raise InputError(f"{len(f)} fecundities need {len(f) - 1} survivals (or {len(f)}), not {len(s)}.")
    f, s = in_one_field(f, s)
    for k, x in enumerate(f, 1):
        if _side(f"the fecundity {x} of class {k}", x) < 0:
            raise InputError(f"the fecundity {x} of class {k} is negative.")
    for k, x in enumerate(s, 1):
        low, high = (_side(f"the survival {x} of class {k}", y) for y in (x, x - 1))
        if k < len(f) and not low > 0 >= high:
            raise InputError(f"the survival {x} of class {k} is not in (0, 1].")
        if k == len(f) and not low >= 0 > high:
            raise InputError(f"the survival {x} within the last class is not in [0, 1).")
    return Leslie(f, s)


def _side(which: str, x: Value) -> int:
    """The sign of a real number."""
    found = sign(x)
    if found is None:
        raise InputError(f"{which} is not real.")
    return found


_FATES = {"stationary": "neither grows nor dies out", "grows": "grows", "dies out": "dies out"}


@dataclass(frozen=True)  # without slots: what is derived is found when it is first asked for
class Leslie:
    """x(t + 1) = A x(t): fecundities in the first row, survivals below the diagonal.

    Attributes:
        fecundities: (f_1, .., f_n).
        survivals: (s_1, .., s_(n-1)), or with s_n for those who remain in the last class.

    References: P. H. Leslie, Biometrika 33 (1945); H. Caswell, Matrix Population Models (2001).

    >>> fibonacci = leslie([1, 1], [1])
    >>> print(fibonacci.growth_rate, fibonacci.fate)
    (1 + sqrt(5))/2 grows
    """

    fecundities: tuple[Value, ...]
    survivals: tuple[Value, ...]
    _field: NumberField | None = field(default=None, repr=False)  # a wider one, that of a start

    def __str__(self) -> str:
        return f"x(t + 1) = {self.matrix} x(t); the population {_FATES[self.fate]}"

    @property
    def order(self) -> int:
        """The number n of age classes."""
        return len(self.fecundities)

    @cached_property
    def matrix(self) -> ExactMatrix:
        """A."""
        n = self.order
        rows: list[list[Any]] = [list(self.fecundities), *[[Fraction(0)] * n for _ in range(n - 1)]]
        for k, s in enumerate(self.survivals):
            rows[min(k + 1, n - 1)][k] += s
        return exact_matrix(rows, field=self._field)

    @cached_property
    def analysis(self) -> Analysis:
        """The analysis of A: behavior, certificate, proof, closed form of A^n."""
        return analyze(self.matrix)

    @property
    def _remaining(self) -> Value:
        """s_n, the part of the last class that stays there."""
        return self.survivals[-1] if len(self.survivals) == self.order else Fraction(0)

    # -- growth --

    @property
    def survivorship(self) -> tuple[Value, ...]:
        """(l_1, .., l_n) = (1, s_1, s_1 s_2, ..): the part that reaches each class."""
        found: list[Any] = [Fraction(1)]
        for s in self.survivals[: self.order - 1]:
            found.append(found[-1] * s)
        return tuple(found)

    @cached_property
    def net_reproduction_rate(self) -> Value:
        """R_0 = sum f_i l_i, the offspring in a life; in the last class with l_n/(1 - s_n)."""
        lived: list[Any] = list(self.survivorship)
        lived[-1] = lived[-1] / (1 - self._remaining)
        found: Value = sum((f * x for f, x in zip(self.fecundities, lived, strict=True)), Fraction(0))
        return found

    @cached_property
    def perron(self) -> Perron:
        """rho(A) with its vectors."""
        return self.analysis.structure.perron

    @cached_property
    def growth_rate(self) -> AlgebraicNumber:
        """lambda = rho(A), an eigenvalue; it is above, equal to or below 1 as R_0 is, which is checked.

        x > s_n is an eigenvalue iff R(x) = sum f_i l_i x^-i = 1, with x^(n-1) (x - s_n) for the last x^n. R
        falls to 0 as x grows, and R(1) = R_0; so for R_0 >= 1 the one solution is at least 1, and it is rho.
        For R_0 < 1 there is none from 1 on, and s_n < 1.
        """
        found, side = self.perron.value, self._side_of_one
        if (found > 1) is not (side > 0) or (found == 1) is not (side == 0):
            raise InternalError("the growth rate and the net reproduction rate lie on different sides of 1.")
        return found

    @property
    def fate(self) -> str:
        """ "grows", "stationary" or "dies out", as R_0 is above, equal to or below 1."""
        return ("stationary", "grows", "dies out")[self._side_of_one]

    @property
    def _side_of_one(self) -> int:
        """The sign of R_0 - 1."""
        return _side("R_0", self.net_reproduction_rate - 1)

    @property
    def period(self) -> int:
        """The greatest common divisor of the fertile ages; 1 if fertile individuals remain in the last class.

        As many eigenvalues of the fertile classes have the largest modulus. 0: nobody has offspring.
        """
        ages = [i for i, f in enumerate(self.fecundities, 1) if f]
        return gcd(*ages, 1 if self._remaining and self.fecundities[-1] else 0)

    @property
    def oscillates(self) -> bool:
        """The age distribution has no limit from most starts: the period is above 1."""
        return self.period > 1

    # -- distributions --

    @cached_property
    def stable_distribution(self) -> RealVector:
        """v > 0 with A v = lambda v, sum 1 for a low degree: the ages that stay in proportion.

        Raises:
            UndefinedError: nobody has offspring.
        """
        self._require_offspring()
        if self.perron.multiplicity > 1 or any(x != 1 for x in self.perron.right.signs):
            raise UndefinedError(
                "there is no stable distribution over all ages: those who remain in the last class have no "
                "offspring, and do not die out faster than the others."
            )
        return self.perron.right

    @cached_property
    def reproductive_values(self) -> RealVector:
        """u >= 0 with u^T A = lambda u^T: what an individual of each age adds in the long run.

        Raises:
            UndefinedError: nobody has offspring.
        """
        self._require_offspring()
        return self.perron.left

    def limit_cycle(self, start: Any) -> tuple[RealVector, ...]:
        """The age distributions, sum 1, that are approached in turn from a start, from t = 0 on.

        One if the distribution has a limit, else as many as the period says, some perhaps equal.

        With the period d, class k lies in phase k mod d, A takes each phase to the next one, and
        A^d/lambda^d on phase r tends to the projector on v_r: x is replaced by the sum of (u_r x) v_r. Those
        who remain in the last class without offspring keep a part mu = s_n/lambda < 1 from step to step, so
        that class mixes the phases with the weights 1, mu, .., mu^(d-1).

        Raises:
            InputError: the start is no list of n numbers, at least 0.
            UndefinedError: nobody has offspring, or the start has no descendants in the long run.
        """
        x = self._population(start)
        if field_of(x) is None:
            return self._cycle(x)
        f, s, x = in_one_field(self.fecundities, self.survivals, x)
        return Leslie(f, s, field_of(x))._cycle(x)

    def _cycle(self, x: tuple[Value, ...]) -> tuple[RealVector, ...]:
        """The limit cycle from numbers in the field of the matrix."""
        v, u, d = self.stable_distribution, self.reproductive_values, self.period
        phases = [[x[i] if i % d == r else Fraction(0) for i in range(self.order)] for r in range(d)]
        weights = [self._weight(u, phase) for phase in phases]
        if not any(any(w) for w in weights):
            raise UndefinedError("the start dies out: nobody in it will have offspring.")
        if all(w == weights[0] for w in weights):
            return (v,)
        return tuple(self._mixed(v, [weights[(r - t) % d] for r in range(d)]) for t in range(d))

    def limit_distribution(self, start: Any) -> RealVector:
        """The limit of the age distribution x(t)/|x(t)| from a start.

        Raises:
            UndefinedError: there is none, and the distribution oscillates; see limit_cycle.
        """
        found = self.limit_cycle(start)
        if len(found) > 1:
            raise UndefinedError(
                f"the age distribution has no limit: it oscillates with a period dividing {len(found)}."
            )
        return found[0]

    def population(self, start: Any, t: int) -> tuple[Value, ...]:
        """x(t) = A^t x(0), exactly."""
        x = column(self._population(start))
        return tuple(value for (value,) in self.analysis.power.times(whole("t", t), x).tolist())

    def _population(self, start: Any) -> tuple[Value, ...]:
        x = numbers("the start", start)
        if len(x) != self.order or any(sign(value) not in (0, 1) for value in x):
            raise InputError(f"the start needs {self.order} numbers, one for each age class, all at least 0.")
        return x

    def _require_offspring(self) -> None:
        if not any(self.fecundities):
            raise UndefinedError("nobody has offspring: there is no stable age distribution.")

    def _weight(self, u: RealVector, x: list[Value]) -> list[Any]:
        """u^T x in Q(lambda)."""
        columns = zip(*u.columns.tolist(), strict=True)
        return [sum((a * b for a, b in zip(column, x, strict=True)), Fraction(0)) for column in columns]

    def _mixed(self, v: RealVector, weights: list[list[Any]]) -> RealVector:
        """The vector with the entries weights[i mod d] v_i, divided by its sum."""
        p, like, d = v.polynomial, v.columns, len(weights)
        by_phase = [p.of_same(w) for w in weights]
        last = self._kept(p, [by_phase[(self.order - 1 + i) % d] for i in range(d)])
        factors = [multiplication(p, by_phase[i % d], like) for i in range(self.order - 1)]
        rows = [
            (like.with_entries([row]) @ factor).tolist()[0]
            for row, factor in zip(v.columns.tolist(), [*factors, multiplication(p, last, like)], strict=True)
        ]
        total = p.of_same([sum(column) for column in zip(*rows, strict=True)])
        return RealVector(v.value, p, like.with_entries(rows) @ multiplication(p, total.gcdex(p)[1], like))

    def _kept(self, p: Polynomial, weights: list[Polynomial]) -> Polynomial:
        """sum mu^i w_i / sum mu^i for mu = s_n/lambda: the last class, from those who came i steps ago."""
        if not self._remaining:
            return weights[0]
        mu = (p.of_same([0, 1]).gcdex(p)[1] * self._remaining) % p
        power, value, total = p.constant(1), p.constant(0), p.constant(0)
        for w in weights:
            value, total, power = value + power * w, total + power, (power * mu) % p
        return (value * total.gcdex(p)[1]) % p
