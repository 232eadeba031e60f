"""Newton's steps of the Dunford decomposition, with every matrix in them."""

from __future__ import annotations

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.proof.dunford import is_readable
from symspec.proof.formula import At, Expr, Literal, Named, Power, equal, minus, number, times
from symspec.proof.full.basis import inverse_steps
from symspec.proof.full.numbers import DUNFORD
from symspec.proof.steps import Display, Reason, Section, Sentence, Step
from symspec.spectral.dunford import newton_steps


def newton_sections(A: Named, p: Polynomial, because: tuple[Reason, ...]) -> tuple[Section, ...]:
    """One sub-section for each step from D_k to D_(k+1); () where the matrices would fill pages."""
    assert isinstance(A.value, ExactMatrix)
    iterates = newton_steps(A.value, p)
    slope = p.derivative
    if not all(is_readable(m) and is_readable(slope.at_matrix(m)) for m in iterates):
        return ()
    if not all(is_readable(slope.at_matrix(m).inverse) for m in iterates[:-1]):
        return ()
    names = [A, *(Named(f"D_{k}", m) for k, m in enumerate(iterates[1:], 1))]
    return tuple(
        _step(old, new, p, because, k) for k, (old, new) in enumerate(zip(names, names[1:], strict=False), 1)
    )


def _step(old: Named, new: Named, p: Polynomial, because: tuple[Reason, ...], k: int) -> Section:
    P, slope = Named("p", p), Named("p'", p.derivative)
    m = old.value
    assert isinstance(m, ExactMatrix)
    value, divisor = p.at_matrix(m), Named("M", p.derivative.at_matrix(m))
    correction: Expr = times(At(P, old), Power(divisor, number(-1)))
    whole = equal(new, minus(old, correction), Literal(new.value))
    steps: tuple[Step, ...] = (
        Sentence("newton_values", (("old", old), ("slope", equal(slope, Literal(slope.value)))), (DUNFORD,)),
        Display(
            (equal(At(P, old), Literal(value)), equal(divisor, At(slope, old), Literal(divisor.value))),
            because,
        ),
        *inverse_steps(divisor, (DUNFORD,)),
        Display((whole,), because),
    )
    return Section("newton_step", steps, (("k", k),))
