"""The proofs that are set, validated and looked at: 24 matrices, each in one language and at one level."""

from __future__ import annotations

from functools import cache
from itertools import cycle

from symspec import analyze
from symspec.languages import LANGUAGES
from symspec.proof.build import DETAILS
from symspec.render.written import Proof
from tests.proof.samples import SAMPLES

EIGHT = "; ".join(" ".join(f"{100 + 7 * i + j}/{4 * (997 - 11 * j)}" for j in range(8)) for i in range(8))
MATRICES = {
    # of the sources
    "dunford": "1/6 [[-3, 6, 0], [-6, 9, 0], [-5, 5, -2]]",
    "not diagonalizable": "[[0, 1], [0, 0]]",
    "stochastic": "1/10 [[9, 1], [2, 8]]",
    # traps
    "all eigenvalues 1": "[[3, -4], [1, -1]]",
    "on the circle": "1/5 [[3, -4], [4, 3]]",
    "chain top": "[[2, -1, 0, 1], [0, 3, -1, 0], [0, 1, 1, 0], [0, -1, 0, 3]]",
    "chain top, inside": "1/4 [[2, -1, 0, 1], [0, 3, -1, 0], [0, 1, 1, 0], [0, -1, 0, 3]]",
    "long entries": "[[12345678901234567890123/98765432109876543210987, 1], [0, 1/3]]",
    "8 x 8 with fractions of three digits": EIGHT,
    "Fibonacci": "[[1, 1], [1, 0]]",
}
FROM_SAMPLES = (
    "block of size 3",
    "repeated pair",
    "quintic",
    "degree 7",
    "pair 10^-40 inside",
    "irrational rest",
    "rational and irrational",
    "cycle",
    "period with a decaying part",
    "on the circle, degree 4, no root of unity",
    "bounded by columns",
    "block of i",
    "block of (3 + 4i)/5",
    "product",
)
ALL = MATRICES | {name: SAMPLES[name][0] for name in FROM_SAMPLES}
NAMES = tuple(ALL)
assert len(NAMES) == 24

_LEVELS = dict(zip(NAMES, cycle(DETAILS), strict=False))
# Seven steps in four, so that every language meets every level.
_LANGUAGES = {name: LANGUAGES[(k // len(DETAILS) + k) % len(LANGUAGES)] for k, name in enumerate(NAMES)}


@cache
def page(name: str) -> Proof:
    """The proof about that matrix."""
    return analyze(ALL[name]).proof(detail=_LEVELS[name], lang=_LANGUAGES[name])


def file_name(name: str) -> str:
    """A plain name for its files."""
    return f"page{NAMES.index(name):02d}"
