"""What every argument starts from: the matrix, its profile, and the formulas that all of them use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.certificate import BehaviorClaim, Certificate
from symspec.certificate_json import to_json
from symspec.decision.certify import candidates
from symspec.errors import BudgetExceededError, InternalError
from symspec.proof.formula import Expr, Index, Named, Power, minus, plus, times
from symspec.spectral.profile import FactorProfile, JordanProfile
from symspec.truth import Behavior

N = Index()
"""The variable n."""


Claims = tuple[BehaviorClaim, ...]
Certified = Callable[[], Claims]


@dataclass(frozen=True, slots=True)
class Facts:
    """A with its Jordan profile and the fate of its powers.

    Attributes:
        a, profile, behavior: A, its Jordan profile, and what A^n does.
        certified: gives claims that prove the behavior, where they are known already.
    """

    a: ExactMatrix
    profile: JordanProfile
    behavior: Behavior
    certified: Certified | None = field(default=None, compare=False)

    @property
    def A(self) -> Named:
        """The formula A."""
        return Named("A", self.a)

    @property
    def order(self) -> int:
        """The number of rows of A."""
        return self.a.order

    @property
    def power(self) -> Expr:
        """The formula A^n."""
        return Power(self.A, N)

    @property
    def is_nilpotent(self) -> bool:
        """The only eigenvalue is 0."""
        return all(f.is_zero for f in self.profile.factors)

    @property
    def rational(self) -> tuple[FactorProfile, ...]:
        """The factors of degree 1."""
        return tuple(f for f in self.profile.factors if f.polynomial.degree == 1)

    @property
    def claims(self) -> Claims:
        """Claims from which the checker concludes the behavior.

        Raises:
            BudgetExceededError: there are none within the limits of symspec.decision.certify.
        """
        return self.certified() if self.certified else shortest_claims(self.a, self.profile, self.behavior)

    @property
    def splits(self) -> bool:
        """Every eigenvalue is rational."""
        return len(self.rational) == len(self.profile.factors)


def shifted(m: Named, value: Fraction | int) -> Expr:
    """The formula M - value I; M itself when value = 0."""
    if not isinstance(m.value, ExactMatrix) or value == 0:
        return m
    unit = Named("I", m.value.identity())
    return minus(m, times(value, unit)) if value > 0 else plus(m, times(-value, unit))


def root(p: Polynomial) -> Fraction:
    """The root of a monic polynomial of degree 1."""
    return -p.coefficients[0]


def vector(a: ExactMatrix, entries: tuple[int, ...]) -> ExactMatrix:
    """The n x 1 matrix with these entries, on the arithmetic of a."""
    return ExactMatrix.from_integers([[x] for x in entries], backend=a.backend)


def matrix(named: Named) -> ExactMatrix:
    """The matrix that the symbol stands for."""
    if not isinstance(named.value, ExactMatrix):
        raise InternalError(f"{named.symbol} stands for no matrix.")
    return named.value


def shortest_claims(a: ExactMatrix, profile: JordanProfile, behavior: Behavior) -> Claims:
    """The shortest certificate of the behavior.

    Raises:
        BudgetExceededError: there is none within the limits of symspec.decision.certify.
    """
    whole = a.as_rational_matrix()
    found = list(candidates(a, profile, behavior))
    if not found:
        raise BudgetExceededError(
            "no certificate within the limits on degree and bits was found, so no proof is written."
        )
    return min(found, key=lambda claims: len(to_json(Certificate(whole, claims))))
