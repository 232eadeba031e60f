"""The least power with a positive column, against powers that are computed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from symspec.algebra.matrix import ExactMatrix
from symspec.proof.methods.mixing import LAST_POWER, mixing_power


@st.composite
def supports(draw: st.DrawFn) -> ExactMatrix:
    n = draw(st.integers(1, 4))
    rows = [[draw(st.sampled_from([0, 0, 1])) for _ in range(n)] for _ in range(n)]
    return ExactMatrix.from_integers([row if any(row) else [1] * n for row in rows])


@settings(max_examples=80)
@given(supports())
def test_least_power(p: ExactMatrix) -> None:
    power, least = p, None
    for k in range(1, LAST_POWER + 1):
        if any(all(column) for column in power.transpose.tolist()):
            least = k
            break
        power = power @ p
    assert mixing_power(p) == least
