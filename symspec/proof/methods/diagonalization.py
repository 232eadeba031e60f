"""Direct diagonalization: A = W Sigma W^-1, so A^n = W Sigma^n W^-1."""

from __future__ import annotations

from symspec.decision.witnesses import charpoly_claim
from symspec.proof.facts import Facts, N
from symspec.proof.formula import Power, equal, number, times
from symspec.proof.methods.basis import Basis, basis_of, factorization
from symspec.proof.methods.ending import ending
from symspec.proof.methods.jordan import where
from symspec.proof.methods.method import Method, Writer
from symspec.proof.spectrum import spectrum_section
from symspec.proof.steps import Leaf, Section, Sentence, Step
from symspec.proof.zero import diagonalizable_section

DIAGONALIZABLE = 3


def found(facts: Facts) -> Writer | str:
    """The proof by eigenvectors, for diagonalizable matrices; it decides every fate."""
    defective = next((f for f in facts.profile.factors if f.index > 1), None)
    if defective is not None:
        return f"A is not diagonalizable: the roots of {defective.polynomial} have too few eigenvectors"
    return lambda detail: _steps(facts)


METHOD = Method(
    "diagonalization", "A = W Sigma W^-1 with eigenvectors as columns, so A^n = W Sigma^n W^-1", found
)


def _steps(facts: Facts) -> tuple[Step, ...]:
    basis = basis_of(facts, names=("W", "Sigma"))
    chi = charpoly_claim(facts.profile.charpoly)
    section = diagonalizable_section(facts, basis.claim)
    return (
        spectrum_section(facts, chi, *where(facts)),
        section,
        *_eigenvectors(facts, basis),
        *ending(facts, basis, "Sigma"),
    )


def _eigenvectors(facts: Facts, basis: Basis) -> tuple[Section, ...]:
    W, Sigma = basis.P, basis.J
    if W is None or Sigma is None:
        return (Section("powers", (Sentence("diagonal_over_c", (), (DIAGONALIZABLE, basis.claim)),)),)
    inverse = Power(W, number(-1))
    whole = equal(facts.power, times(W, Power(Sigma, N), inverse), at=(0, 1, 2, 3))
    leaves: tuple[Leaf, ...] = (
        Sentence("eigenvector_columns", (("W", W),), (DIAGONALIZABLE, basis.claim)),
        *factorization(facts, basis),
    )
    powers = Sentence("diagonal_powers_shown", (("whole", whole),), (DIAGONALIZABLE, basis.claim), (whole,))
    return (Section("eigenvectors", leaves), Section("powers", (powers,)))
