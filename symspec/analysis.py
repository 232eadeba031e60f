"""analyze(A): the table of contents of the house. Each fact is computed once, when it is first asked for."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from symspec.algebra.coerce import matrix
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.budget import Budget
from symspec.certificate import CLAIM_NAMES, Certificate
from symspec.certification import Certification, cheapest, checking_time
from symspec.decision.behavior import behavior
from symspec.decision.certify import candidates
from symspec.decision.field_certify import field_certificates, uncovered
from symspec.decision.notices import Notice, notices
from symspec.errors import (
    BudgetExceededError,
    UndecidedError,
    UndefinedError,
    UnsupportedFieldError,
)
from symspec.fact import Guard, fact, guarded
from symspec.render.field_screen import FieldSummary, field_screen
from symspec.render.notices import notice_text
from symspec.render.plots.facts import OrbitPictures
from symspec.render.screen import Summary, screen
from symspec.spectral.field_decompositions import FieldDecompositions
from symspec.spectral.functions.facts import MatrixFunctions
from symspec.spectral.gershgorin.facts import DiscFacts
from symspec.spectral.growth import Growth, growth
from symspec.spectral.iteration.facts import IterationFacts
from symspec.spectral.profile import minimal_polynomial
from symspec.spectral.projectors import projector_at_one
from symspec.spectral.rates import Rates
from symspec.spectral.spectrum import Spectrum, spectrum
from symspec.spectral.structure.facts import StructureFacts
from symspec.spectral.symmetric.facts import SymmetricFacts
from symspec.truth import Behavior

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber
    from symspec.numeric.crosscheck import Crosscheck
    from symspec.proof.steps import ProofTree
    from symspec.render.plots.plot import Plot
    from symspec.render.written import Proof


def analyze(source: Any, *, floats: str = "decimal", budget: Budget | None = None) -> Analysis:
    """What happens to A^n, exactly, with everything that proves it.

    Args:
        source: an n x n matrix in any form that symspec.matrix takes.
        floats: how floats are read; see symspec.matrix.
        budget: bounds of the work. A fact beyond them raises BudgetExceededError, whose `found` has the facts
            that were known by then. Reading the matrix counts; what a returned object computes when one of
            its own parts is asked for does not.

    Raises:
        InputError: the source is no square matrix of numbers.
        UnsupportedFieldError: its entries generate a number field of a degree beyond the budget.

    >>> an = analyze("1/10 [[9, 1], [2, 8]]")
    >>> print(an.behavior.value, an.limit, an.ranks_at_one)
    converges 1/3 [[2, 1], [2, 1]] (1, 1)
    """
    start = time.monotonic()
    a = matrix(source, floats=floats)
    guard = None if budget is None else _guard(a, budget, start)
    return FieldAnalysis(a, guard) if isinstance(a, FieldMatrix) else Analysis(a, guard)


def _guard(a: ExactMatrix, budget: Budget, start: float) -> Guard:
    from symspec.guard import Limit
    from symspec.spectral.cost import cost

    estimate = cost(a)
    return Limit(budget, estimate.refusal(budget), estimate.seconds, start)


@dataclass(frozen=True)
class Analysis(
    Rates, OrbitPictures, IterationFacts, DiscFacts, SymmetricFacts, MatrixFunctions, StructureFacts
):
    """The exact facts about one square matrix, computed when asked for.

    Attributes:
        matrix: A.
        guard: what keeps the budget, where there is one.

    >>> an = analyze("1/2 1; 0 1/2")
    >>> an.behavior.value, an.growth.degree, an.minpoly == an.charpoly
    ('tends_to_zero', 1, True)
    """

    matrix: ExactMatrix
    guard: Guard | None = field(default=None, compare=False, repr=False)

    @property
    def without_guard(self) -> Analysis:
        """The same analysis, nothing computed yet, without a budget."""
        return replace(self, guard=None)

    # -- facts --

    @fact
    def minpoly(self) -> Polynomial:
        """The monic generator of {q : q(A) = 0}."""
        return minimal_polynomial(self.matrix, self.charpoly, lambda: self.profile)

    @fact
    def spectrum(self) -> Spectrum:
        """The eigenvalues as exact algebraic numbers, with multiplicities."""
        return spectrum(self.profile)

    @property
    def spectral_radius(self) -> AlgebraicNumber:
        """rho = max |lambda|."""
        return self.growth.rate

    @fact
    def ranks_at_one(self) -> tuple[int, int]:
        """(rk(A - I), rk((A - I)^2))."""
        at_one, n = self.profile.at_one, self.matrix.order
        if at_one is None:
            return (n, n)
        blocks = at_one.block_sizes
        return (n - len(blocks), n - len(blocks) - sum(size > 1 for size in blocks))

    @fact
    def rank(self) -> int:
        """rk(A)."""
        return self.matrix.rank

    @fact
    def det(self) -> Any:
        """The determinant of A."""
        return self.matrix.det

    @property
    def trace(self) -> Any:
        """The trace of A."""
        return self.matrix.trace

    # -- decision --

    @fact
    def behavior(self) -> Behavior:
        """Which of the four fates A^n has."""
        return behavior(self.profile)

    @fact
    def limit(self) -> ExactMatrix:
        """lim A^n: the projector on ker(A - I) along im(A - I).

        Raises:
            UndefinedError: A^n has no limit.
        """
        if not self.behavior.has_limit:
            reason = "bounded but does not converge" if self.behavior.is_bounded else "unbounded"
            raise UndefinedError(f"A^n has no limit: it is {reason}.")
        return projector_at_one(self.matrix, self.profile)

    @fact
    def growth(self) -> Growth:
        """rate rho and degree k with c n^k rho^n <= |A^n| <= C n^k rho^n for n >= 1."""
        return growth(self.spectrum)

    @fact
    def certification(self) -> Certification:
        """The cheapest accepted certificate, by length and checking time."""
        a = self.matrix.as_rational_matrix()
        claims = candidates(self.matrix, self.profile, self.behavior)
        found = cheapest((Certificate(a, c) for c in claims), self.behavior)
        if found is None:
            raise BudgetExceededError(
                f"no certificate within the stated limits was found; the behavior is {self.behavior.value}."
            )
        return found

    @property
    def certificate(self) -> Certificate:
        """What symspec.verify accepts: the matrix, and claims from which the behavior follows.

        Raises:
            BudgetExceededError: every certificate would be longer than the stated limits.
        """
        return self.certification.certificate

    @guarded
    def crosscheck(self, digits: int = 50) -> Crosscheck:
        """Every exact claim again, numerically, with mpmath to that many digits."""
        from symspec.numeric.crosscheck import crosscheck

        return crosscheck(self.matrix, self.profile, self.dunford, self._limit_or_none, digits)

    # -- proof --

    @guarded
    def proof(
        self,
        *,
        method: str = "auto",
        detail: str = "standard",
        lang: str = "en",
        notation: str | None = None,
    ) -> Proof:
        """A proof of what A^n does, written step by step; its certificate is checked before it is returned.

        Args:
            method: "auto", the shortest honest one, or one of an.proof_methods.
            detail: "brief", "standard", or "full" with everything that is written by hand.
            lang: the language of the texts, "en", "fr" or "ro".
            notation: how formulas are written, "en", "fr" or "ro": rk or rg, 0.5 or 0,5, ..; as is usual in
                the language if it is not given.

        Raises:
            InputError: an option has another value, or the method does not apply to this matrix.
            BudgetExceededError: every certificate would be longer than the stated limits.
        """
        from symspec.languages import notation_of, require_language
        from symspec.render.written import Proof

        require_language(lang)
        notation_of(notation or lang)
        tree = self._proof_tree(method, detail)
        checking_time(tree.certificate, self.behavior)
        return Proof(tree, lang, notation)

    def _proof_tree(self, method: str, detail: str) -> ProofTree:
        from symspec.proof.build import proof

        return proof(
            self.matrix,
            self.profile,
            self.behavior,
            method=method,
            detail=detail,
            certified=self._behavior_claims,
        )

    def _behavior_claims(self) -> Any:
        return self.certification.certificate.claims

    @fact
    def proof_methods(self) -> tuple[str, ...]:
        """The methods that `proof` takes for this matrix, beside "auto", which chooses among them."""
        from symspec.proof.build import proof_methods

        return proof_methods(self.matrix, self.profile, self.behavior)

    # -- showing --

    @guarded
    def plot(
        self, kind: str = "spectrum", *, steps: int = 30, lang: str = "en", notation: str | None = None
    ) -> Plot:
        """A picture: .to_svg(), .save(path), .to_matplotlib(); it shows itself in notebooks.

        Args:
            kind: "spectrum" (eigenvalues, unit circle, Gershgorin discs), "powers" (|A^n| with its envelope
                c n^k rho^n, and |A^n - L| where there is a limit L other than 0) or "ratios"
                (|A^(n+1)| / |A^n| beside rho); the norm is the largest row sum of moduli.
            steps: the last n.
            lang, notation: as for proof.

        Raises:
            InputError: an option has another value.
        """
        from symspec.render.plots.build import plot

        return plot(self, kind, steps, lang, notation)

    @fact
    def notices(self) -> tuple[Notice, ...]:
        """How the input was read, and what is fragile about it, as data."""
        return notices(self.matrix, self.behavior)

    @property
    def notes(self) -> tuple[str, ...]:
        """The notices in whole sentences."""
        return tuple(map(notice_text, self.notices))

    @fact
    def summary(self) -> Summary | FieldSummary:
        """The key facts, as one record for the renderers."""
        return Summary(
            self.matrix,
            self.profile,
            self.behavior,
            self.ranks_at_one,
            self._limit_or_none,
            self.growth,
            self.dunford,
            self._certificate_text,
            self.notes,
        )

    @guarded
    def __str__(self) -> str:
        s = self.summary
        return screen(s) if isinstance(s, Summary) else field_screen(s)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.render.summary_document import summary_document
        from symspec.render.written import document_bundle

        s, plain = self.summary, {"text/plain": str(self)}
        return plain | document_bundle(summary_document(s)) if isinstance(s, Summary) else plain

    @property
    def certificate_or_none(self) -> Certificate | None:
        """The certificate, or None where a stated limit was met."""
        try:
            return self.certificate
        except UndecidedError:
            return None

    @property
    def _certificate_text(self) -> str:
        try:
            c = self.certification
        except UndecidedError as error:
            return f"none: {error}"
        names = " + ".join(CLAIM_NAMES[type(claim)] for claim in c.certificate.claims).replace("_", " ")
        return f"{names}, {c.size} bytes, accepted in {1000 * c.seconds:.1f} ms"

    @property
    def _limit_or_none(self) -> ExactMatrix | None:
        return self.limit if self.behavior.has_limit else None


@dataclass(frozen=True)
class FieldAnalysis(FieldDecompositions, Analysis):
    """The exact facts about one matrix over a number field K.

    >>> an = analyze("[[1/(1 + sqrt(2)), 1], [0, 1]]")
    >>> print(an.behavior.value, an.limit, an.charpoly)
    converges [[0, 1 + sqrt(2)/2], [0, 1]] x^2 - sqrt(2) x - 1 + sqrt(2)
    """

    matrix: FieldMatrix

    @fact
    def certification(self) -> Certification:
        """The cheapest accepted certificate, by length and checking time.

        Raises:
            UnsupportedFieldError: no claim of the certificate language covers this matrix.
        """
        found = cheapest(field_certificates(self.profile, self.behavior), self.behavior)
        if found is None:
            raise UnsupportedFieldError(
                f"no certificate covers this matrix over {self.matrix.field}: "
                f"{uncovered(self.matrix.field)}; the behavior is {self.behavior.value}."
            )
        return found

    @guarded
    def crosscheck(self, digits: int = 50) -> Crosscheck:
        """Every exact claim again, numerically, with mpmath to that many digits."""
        from symspec.numeric.crosscheck import crosscheck

        profile: Any = self.factor_profile  # answers what a JordanProfile does
        return crosscheck(self.matrix, profile, self.dunford, self._limit_or_none, digits)

    def _proof_tree(self, method: str, detail: str) -> ProofTree:
        from symspec.proof.over_fields import field_proof

        return field_proof(self.profile, self.behavior, method=method, detail=detail)

    @property
    def proof_methods(self) -> tuple[str, ...]:
        """The one that "auto" takes: over a number field each kind of certificate has one argument."""
        from symspec.proof.over_fields import field_proof_methods

        return field_proof_methods(self.profile, self.behavior)

    @fact
    def summary(self) -> FieldSummary:
        """The key facts, as one record for the renderers."""
        try:
            growth: Growth | None = self.growth
        except BudgetExceededError:
            growth = None
        return FieldSummary(
            self.matrix,
            self.profile,
            self.behavior,
            self.ranks_at_one,
            self._limit_or_none,
            growth,
            self.dunford,
            self._certificate_text,
            self.notes,
        )
