"""When power iteration finds an eigenvalue of largest modulus, how fast, and from which starts not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from symspec.algebra.column import column_vector
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus
from symspec.errors import UndefinedError
from symspec.spectral.iteration.brief import brief, brief_quotient
from symspec.spectral.iteration.parts import SpectralParts, largest, over_common_field
from symspec.spectral.spectral_projectors import SpectralProjector, root_projector
from symspec.spectral.spectrum import Eigenvalue, Spectrum

Hypothesis = Literal["single", "defective", "opposite", "conjugate", "several", "nilpotent"]
_SENTENCES: dict[str, str] = {
    "single": "one eigenvalue has the largest modulus, and its Jordan blocks have size 1",
    "defective": "one eigenvalue has the largest modulus, with a Jordan block of size {} > 1",
    "opposite": "two opposite real eigenvalues have the largest modulus",
    "conjugate": "a conjugate pair has the largest modulus",
    "several": "{} eigenvalues have the largest modulus",
    "nilpotent": "every eigenvalue is 0: {} = 0",
}
# Where other eigenvalues of the largest modulus have smaller Jordan blocks.
_LARGEST = "of largest modulus have the largest Jordan blocks there"
_LEADING_SENTENCES: dict[str, str] = {
    "defective": "one eigenvalue of largest modulus has the largest Jordan block there, of size {}",
    "opposite": f"two opposite real eigenvalues {_LARGEST}",
    "conjugate": "a conjugate pair of largest modulus has the largest Jordan blocks there",
    "several": f"{{}} eigenvalues {_LARGEST}",
}


@dataclass(frozen=True)  # without slots: projectors are formed when they are first asked for
class PowerIteration:
    """v -> A v/|A v|, again and again: its hypotheses, decided exactly.

    Attributes:
        dominant: the eigenvalues of largest modulus.
        second: one of the next smaller modulus, or None.
        parts: the decomposition of A from which exceptional starts are found.
    """

    dominant: tuple[Eigenvalue, ...]
    second: Eigenvalue | None
    parts: SpectralParts

    @cached_property
    def leading(self) -> tuple[Eigenvalue, ...]:
        """The dominant eigenvalues with the largest Jordan block among them.

        With blocks of size k, C(n, k-1) alpha^(n-k+1) leads in A^n: all others fade against it.
        """
        size = max(e.index for e in self.dominant)
        return tuple(e for e in self.dominant if e.index == size)

    @property
    def hypothesis(self) -> Hypothesis:
        """What leads in A^n.

        "single": one eigenvalue of largest modulus, with blocks of size 1, the one case of the textbook;
        "defective": one that has a larger block, larger also than those of all others of that modulus;
        "opposite", "conjugate", "several": more than one; "nilpotent": all eigenvalues are 0.
        """
        values = [e.value for e in self.leading]
        if values[0] == 0:
            return "nilpotent"
        if len(values) == 1:
            return "single" if self.leading[0].index == 1 else "defective"
        if len(values) == 2 and values[0] == values[1].conjugate:
            return "conjugate"
        if len(values) == 2 and values[0] == -values[1] and values[0].is_real:
            return "opposite"
        return "several"

    @property
    def converges(self) -> bool:
        """One eigenvalue leads: the direction of A^n v comes to its eigenspace from almost every start.

        Then the quotient of successive norms tends to its modulus. The other starts lie in a subspace of the
        dimension `unsettled_dimension`.
        """
        return self.hypothesis in {"single", "defective"}

    @property
    def factor(self) -> AlgebraicNumber | None:
        """|lambda_2|/|lambda_1| < 1: by this factor the distance of the directions falls in each step.

        None where it falls like 1/n only ("defective"), or where there is no convergence.
        """
        if self.hypothesis != "single":
            return None
        if self.second is None or self.second.value == 0:
            return AlgebraicNumber.of(0)
        return self.second.value.modulus / self.dominant[0].value.modulus

    @property
    def unsettled_dimension(self) -> int:
        """dim {v : N^m Pi v = 0} over C; from all other starts the leading eigenvalues lead in A^n v alone.

        Pi is the sum of their projectors, and m the size of the largest block of the dominant eigenvalues
        that do not lead; for m = 0, where all lead, these are the exceptional starts.
        """
        if self.hypothesis == "nilpotent":
            return self.parts.matrix.order
        size = self.leading[0].index
        m = max((e.index for e in self.dominant if e.index < size), default=0)
        return self.parts.matrix.order - sum(max(b - m, 0) for e in self.leading for b in e.block_sizes)

    # -- exceptional starts --

    @cached_property
    def _dominant_projectors(self) -> tuple[SpectralProjector, ...]:
        values = [e.value for e in self.dominant]
        pairs = zip(self.parts.factors, self.parts.projectors, strict=True)
        return tuple(pi for f, pi in pairs if any(z == w for z in f.roots for w in values))

    @cached_property
    def exceptional_basis(self) -> ExactMatrix | None:
        """A basis, as columns, of the starts over the field of A with no component at a dominant eigenvalue.

        The kernel of the sum of the Pi_p over the irreducible factors p of the dominant eigenvalues; None
        where it is {0}. Over K a start has components at all roots of p or at none: over C there are more
        exceptional starts where p has other roots; `exceptional_equations` has them all.
        """
        if self.hypothesis == "nilpotent":
            return None
        total = self.parts.matrix * 0
        for pi in self._dominant_projectors:
            total = total + pi.matrix
        kernel = total.kernel
        return kernel if kernel.shape[1] else None

    @cached_property
    def exceptional_equations(self) -> tuple[tuple[ExactMatrix, ...], ...]:
        """(S_0, S_1, ..) for each factor p: v is exceptional iff (sum of S_l alpha^l) v = 0 for the dominant
        roots alpha of each p. These sums are the projectors Pi_alpha.
        """
        d = self.parts.dunford
        return tuple(root_projector(d, pi) for pi in self._dominant_projectors)

    @property
    def exceptional_dimension(self) -> int:
        """Of the exceptional starts in C^n: n less the multiplicities of the dominant eigenvalues."""
        if self.hypothesis == "nilpotent":
            return self.parts.matrix.order
        return self.parts.matrix.order - sum(e.algebraic_multiplicity for e in self.dominant)

    def is_exceptional(self, v: Any) -> bool:
        """v has no component at any dominant eigenvalue; exact. It is given as `iteration` takes it."""
        start = column_vector("v", v, self.parts.matrix)
        parts, wide = over_common_field(self.parts, start)
        values = [e.value for e in self.dominant]
        pairs = zip(parts.factors, parts.projectors, strict=True)
        own = [pi for f, pi in pairs if any(z == w for z in f.roots for w in values)]
        return all((pi.matrix @ wide).is_zero for pi in own)

    def __str__(self) -> str:
        h, first = self.hypothesis, self.leading[0]
        if h == "nilpotent":
            zero = "A" if first.index == 1 else f"A^{first.index}"
            return f"{_SENTENCES[h].format(zero)}: the iteration ends at 0."
        if not self.converges:
            return f"{self._head}: the direction of A^n v does not settle from almost any start."
        rate = "its distance falls like 1/n" if h == "defective" else self._rate_text
        return f"{self._head}: the direction of A^n v tends to its eigenspace, {rate}, {self._starts_text}."

    @property
    def _head(self) -> str:
        """What leads, with the eigenvalues."""
        alone = len(self.leading) == len(self.dominant)
        sentence = (_SENTENCES if alone else _LEADING_SENTENCES)[self.hypothesis]
        number = len(self.leading) if self.hypothesis == "several" else self.leading[0].index
        head = f"{sentence.format(number)} ({_listed(self.leading)}"
        others = [e for e in self.dominant if e not in self.leading]
        return f"{head})" if alone else f"{head}; smaller ones at {_listed(others)})"

    @property
    def _starts_text(self) -> str:
        dimension = self.unsettled_dimension
        if not dimension:
            return "from every start but 0"
        which = "those" if len(self.leading) == len(self.dominant) else "some"
        return f"from every start but {which} in a subspace of dimension {dimension}"

    @property
    def _rate_text(self) -> str:
        if self.second is None or self.second.value == 0:
            return "in finitely many steps"
        return f"with the factor {brief_quotient(self.second.value, self.dominant[0].value)} in each step"


def _listed(eigenvalues: Sequence[Eigenvalue]) -> str:
    return ", ".join(brief(e.value) for e in eigenvalues)


def power_iteration(parts: SpectralParts, spectrum: Spectrum) -> PowerIteration:
    """The dominant eigenvalues, the next ones, and what they mean for the iteration."""
    eigenvalues = spectrum.eigenvalues
    top = largest([e.value for e in eigenvalues])
    assert top is not None
    order = [compare_modulus(e.value, top) for e in eigenvalues]
    dominant = tuple(e for e, s in zip(eigenvalues, order, strict=True) if s == 0)
    rest = [e for e, s in zip(eigenvalues, order, strict=True) if s]
    return PowerIteration(dominant, _first_of(rest), parts)


def _first_of(rest: Sequence[Eigenvalue]) -> Eigenvalue | None:
    top = largest([e.value for e in rest])
    return next((e for e in rest if e.value is top), None)


def require_not_nilpotent(iteration: PowerIteration) -> None:
    """Raise UndefinedError where rho = 0."""
    if iteration.hypothesis == "nilpotent":
        raise UndefinedError("A is nilpotent: rho = 0, and A/rho is not defined.")
