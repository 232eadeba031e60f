"""Each rule about a fact: named acceptances, and a rejection for each of its reasons."""

from __future__ import annotations

import pytest

from symspec.certificate import (
    Annihilator,
    Certificate,
    Charpoly,
    Claim,
    Dunford,
    Enclosure,
    Inverse,
    Jordan,
    Rank,
    RationalMatrix,
)
from symspec.checker import verify
from symspec.errors import CertificateRejected
from tests.checker.builder import rational
from tests.checker.matrices import FIBONACCI, MARKOV, NILPOTENT, SHEAR, SHEARED, STABLE, TWO_BLOCK_AT_I, UNIT

GOLDEN = (-1, -1, 1)
ZERO = rational([[0, 0], [0, 0]])
HALF = rational([["1/2", 0], [0, "1/2"]])
NILPART = rational([[0, 5], [0, 0]])
RANK_ONE = Rank((0, 1), 1, (0,), (1,), 7, ((1, 0),))  # of [[0, 1], [0, 0]]

ACCEPTED: dict[str, tuple[RationalMatrix, Claim]] = {
    "charpoly, monic": (FIBONACCI, Charpoly((-1, -1, 1))),
    "charpoly, negative factor": (FIBONACCI, Charpoly((2, 2, -2))),
    "charpoly over a denominator": (STABLE, Charpoly((1, -5, 6))),
    "charpoly of 1 x 1": (rational([["-2/3"]]), Charpoly((2, 3))),
    "annihilator": (STABLE, Annihilator((1, -5, 6))),
    "annihilator, larger than needed": (NILPOTENT, Annihilator((0, 0, 0, 0, 5))),
    "annihilator of the identity": (UNIT, Annihilator((-1, 1))),
    "rank of a nilpotent matrix": (NILPOTENT, RANK_ONE),
    "rank 0": (NILPOTENT, Rank((0, 0, 1), 0, (), (), 2, ((1, 0), (0, 1)))),
    "rank n": (STABLE, Rank((0, 1), 2, (0, 1), (0, 1), 7, ())),
    "rank of a constant": (NILPOTENT, Rank((3,), 2, (0, 1), (0, 1), 7, ())),
    "rank of A - I": (MARKOV, Rank((-1, 1), 1, (0,), (1,), 2, ((1, 1),))),
    "rank, composite modulus": (NILPOTENT, Rank((0, 1), 1, (0,), (1,), 15, ((1, 0),))),
    "dunford, one block": (SHEARED, Dunford(HALF, NILPART, 2, (-1, 2))),
    "dunford, N = 0": (STABLE, Dunford(STABLE, ZERO, 1, (1, -5, 6))),
    "dunford, D = 0": (NILPOTENT, Dunford(ZERO, NILPOTENT, 2, (0, 1))),
    "dunford, p with other roots": (NILPOTENT, Dunford(ZERO, NILPOTENT, 2, (0, -1, 1))),
    "jordan, two roots at once": (FIBONACCI, Jordan((GOLDEN,), (1,), ((0, 1), (1, 0)), 7)),
    "enclosure of the golden ratio": (FIBONACCI, Enclosure((-1, -1, 1), ((13, 0, 1, 3),), (1,))),
    "enclosure, nothing inside": (FIBONACCI, Enclosure((-1, -1, 1), ((0, 9, 8, 0),), (0,))),
    "enclosure, a double root": (SHEAR, Enclosure((2, -4, 2), ((1, 0, 1, 0), (1, 1, 5, 2)), (2, 2))),
    "enclosure of i": (
        rational([[0, -1], [1, 0]]),
        Enclosure((1, 0, 1), ((0, 2, 1, 1), (0, -512, 1, 9)), (1, 1)),
    ),
    "enclosure, no disc": (UNIT, Enclosure((1, -2, 1), (), ())),
    "jordan, one block": (SHEARED, Jordan(((-1, 2),), (2,), ((5, 0), (0, 1)), 7)),
    "jordan, two blocks": (UNIT, Jordan(((-1, 1), (-1, 1)), (1, 1), ((1, 1), (0, 1)), 7)),
    "jordan over a denominator": (STABLE, Jordan(((-1, 2), (-1, 3)), (1, 1), ((1, 0), (3, -2)), 7)),
    "jordan, p with other content": (FIBONACCI, Jordan(((2, 2, -2),), (1,), ((0, 1), (1, 0)), 7)),
    "jordan, p reducible": (STABLE, Jordan(((1, -5, 6),), (1,), ((1, -2), (0, 4)), 7)),
    "jordan, block of size 2 at i and -i": (
        TWO_BLOCK_AT_I,
        Jordan(((1, 0, 1),), (2,), ((-2, 4, 0, 0), (-2, 0, 0, 0), (1, -2, 0, -2), (-1, 2, -2, 2)), 7),
    ),
    "inverse": (FIBONACCI, Inverse(rational([[0, 1], [1, -1]]))),
    "inverse over a denominator": (rational([["2/3"]]), Inverse(RationalMatrix(((6,),), 4))),
}

REJECTED: dict[str, tuple[RationalMatrix, Claim, str, str]] = {
    "enclosure, another count": (
        FIBONACCI,
        Enclosure((-1, -1, 1), ((13, 0, 1, 3),), (2,)),
        "enclosure",
        "number",
    ),
    "enclosure, a multiple root counted once": (
        SHEAR,
        Enclosure((1, -2, 1), ((1, 0, 1, 0),), (1,)),
        "enclosure",
        "number",
    ),
    "enclosure, just beside": (
        FIBONACCI,
        Enclosure((-1, -1, 1), ((11, 0, 1, 3),), (1,)),
        "enclosure",
        "number",
    ),
    "enclosure, the conjugate instead": (
        rational([["1/2", -1], [1, "1/2"]]),
        Enclosure((5, -4, 4), ((0, 1, 5, 3), (0, -1, 5, 3)), (1, 2)),
        "enclosure",
        "number",
    ),
    "enclosure, root on the boundary": (
        UNIT,
        Enclosure((1, -2, 1), ((0, 0, 1, 0),), (0,)),
        "enclosure",
        "roots in a disc",
    ),
    "enclosure, root on the boundary, off the axis": (
        rational([[0, -1], [1, 0]]),
        Enclosure((1, 0, 1), ((1, 1, 1, 0),), (0,)),
        "enclosure",
        "roots in a disc",
    ),
    "enclosure, another polynomial": (
        UNIT,
        Enclosure((1, 2, 1), ((1, 0, 1, 0),), (0,)),
        "enclosure",
        "det(x I - A)",
    ),
    "enclosure, minpoly only": (UNIT, Enclosure((-1, 1), ((1, 0, 1, 0),), (1,)), "enclosure", "deg p"),
    "enclosure, a count too few": (
        UNIT,
        Enclosure((1, -2, 1), ((1, 0, 1, 0),), ()),
        "enclosure",
        "one count",
    ),
    "enclosure, radius 0": (UNIT, Enclosure((1, -2, 1), ((1, 0, 0, 0),), (2,)), "enclosure", "radius"),
    "enclosure, scale < 0": (UNIT, Enclosure((1, -2, 1), ((1, 0, 1, -1),), (2,)), "enclosure", "scale"),
    "enclosure, disc of three numbers": (
        UNIT,
        Enclosure((1, -2, 1), ((1, 0, 1),), (2,)),
        "enclosure",
        "disc",
    ),
    "enclosure, count > n": (UNIT, Enclosure((1, -2, 1), ((1, 0, 1, 0),), (3,)), "enclosure", "counts"),
    "enclosure, too many discs": (
        UNIT,
        Enclosure((1, -2, 1), ((1, 0, 1, 0),) * 3, (2,) * 3),
        "enclosure",
        "discs",
    ),
    "enclosure, a scale beyond the budget": (
        rational([[0] * 7 + [1]] + [[int(i == j) for j in range(8)] for i in range(7)]),
        Enclosure((-1, 0, 0, 0, 0, 0, 0, 0, 1), ((3**150000, 1, 1, 60000),), (0,)),
        "budget",
        "disc",
    ),
    "jordan, another eigenvalue": (SHEAR, Jordan(((-2, 1),), (2,), ((1, 0), (0, 1)), 7), "jordan", "alpha w"),
    "jordan, chain upside down": (SHEAR, Jordan(((-1, 1),), (2,), ((0, 1), (1, 0)), 7), "jordan", "alpha w"),
    "jordan, blocks too small": (
        SHEAR,
        Jordan(((-1, 1),) * 2, (1, 1), ((1, 0), (0, 1)), 7),
        "jordan",
        "alpha w",
    ),
    "jordan, blocks too large": (UNIT, Jordan(((-1, 1),), (2,), ((1, 0), (0, 1)), 7), "jordan", "alpha w"),
    "jordan, denominator forgotten": (
        STABLE,
        Jordan(((-3, 1), (-2, 1)), (1, 1), ((1, 0), (3, -2)), 7),
        "jordan",
        "alpha w",
    ),
    "jordan, leading coefficient forgotten": (
        rational([["1/2"]]),
        Jordan(((-1, 1),), (1,), ((1,),), 7),
        "jordan",
        "alpha w",
    ),
    "jordan, conjugates exchanged in one part": (
        FIBONACCI,
        Jordan((GOLDEN,), (1,), ((1, 0), (-1, 1)), 7),
        "jordan",
        "alpha w",
    ),
    "jordan, repeated vector": (
        UNIT,
        Jordan(((-1, 1),) * 2, (1, 1), ((1, 0), (1, 0)), 7),
        "jordan",
        "the vectors",
    ),
    "jordan, zero vectors": (
        UNIT,
        Jordan(((-1, 1),) * 2, (1, 1), ((1, 0), (0, 0)), 7),
        "jordan",
        "the vectors",
    ),
    "jordan, annihilators alone make no basis": (
        rational([[0, 1, 0], [0, 0, 0], [0, 0, 0]]),
        Jordan(((0, 1), (0, 1)), (2, 1), ((1, 0, 0), (0, 1, 0), (2, 0, 0)), 7),
        "jordan",
        "the vectors",
    ),
    "jordan, dependent modulo the modulus": (
        UNIT,
        Jordan(((-1, 1),) * 2, (1, 1), ((1, 0), (0, 7)), 7),
        "jordan",
        "the vectors",
    ),
    "jordan, p not squarefree": (
        rational([[0, 1], [0, 0]]),
        Jordan(((0, 0, 1),), (1,), ((0, 1), (1, 0)), 7),
        "jordan",
        "gcd",
    ),
    "jordan, too few vectors": (
        UNIT,
        Jordan(((-1, 1),) * 2, (1, 1), ((1, 0),), 7),
        "jordan",
        "number of vectors",
    ),
    "jordan, not the whole space": (UNIT, Jordan(((-1, 1),), (1,), ((1, 0), (0, 1)), 7), "jordan", "= n"),
    "jordan, sizes missing": (UNIT, Jordan(((-1, 1),) * 2, (1,), ((1, 0), (0, 1)), 7), "jordan", "sizes"),
    "jordan, size 0": (UNIT, Jordan(((-1, 1),) * 2, (2, 0), ((1, 0), (0, 1)), 7), "jordan", "sizes"),
    "jordan, constant p": (UNIT, Jordan(((1,),) * 2, (1, 1), ((1, 0), (0, 1)), 7), "jordan", "polynomials"),
    "jordan, zero p": (UNIT, Jordan(((0,),) * 2, (1, 1), ((1, 0), (0, 1)), 7), "jordan", "polynomials"),
    "jordan, short vectors": (UNIT, Jordan(((-1, 1),) * 2, (1, 1), ((1,), (0,)), 7), "jordan", "vectors"),
    "charpoly of another degree": (FIBONACCI, Charpoly((1, 1)), "charpoly", "deg p = n"),
    "minpoly is no charpoly": (UNIT, Charpoly((-1, 1)), "charpoly", "deg p = n"),
    "charpoly, another constant term": (FIBONACCI, Charpoly((1, -1, 1)), "charpoly", "det"),
    "charpoly, another trace": (FIBONACCI, Charpoly((-1, 1, 1)), "charpoly", "det"),
    "charpoly, denominator forgotten": (STABLE, Charpoly((6, -5, 1)), "charpoly", "det"),
    "charpoly, powers of a huge denominator": (
        RationalMatrix(((1,) + (0,) * 4,) + ((0,) * 5,) * 4, 2**250_000),
        Charpoly((0, 0, 0, 0, -1, 2**250_000)),
        "budget",
        "denominator",
    ),
    "annihilator of the diagonal part": (SHEARED, Annihilator((-1, 2)), "annihilator", "q(A) = 0"),
    "annihilator, constant": (UNIT, Annihilator((1,)), "annihilator", "q(A) = 0"),
    "annihilator of too low degree": (NILPOTENT, Annihilator((0, 1)), "annihilator", "q(A) = 0"),
    "rank too large": (NILPOTENT, Rank((0, 1), 2, (0, 1), (0, 1), 7, ()), "rank", "minor"),
    "rank too small": (UNIT, Rank((0, 1), 1, (0,), (0,), 7, ((0, 1),)), "rank", "kernel = 0"),
    "rank, minor of 0": (NILPOTENT, Rank((0, 1), 1, (1,), (1,), 7, ((1, 0),)), "rank", "minor"),
    "rank, kernel 0 modulo m": (MARKOV, Rank((-1, 1), 1, (0,), (1,), 7, ((7, 7),)), "rank", "kernel vectors"),
    "rank, minor 0 modulo m": (
        rational([[7, 0], [0, 0]]),
        Rank((0, 1), 1, (0,), (0,), 7, ((0, 1),)),
        "rank",
        "minor",
    ),
    "rank, minor not invertible modulo m": (
        rational([[2, 0], [0, 0]]),
        Rank((0, 1), 1, (0,), (0,), 4, ((0, 1),)),
        "rank",
        "minor",
    ),
    "rank, dependent kernel": (
        ZERO,
        Rank((0, 1), 0, (), (), 7, ((1, 2), (2, 4))),
        "rank",
        "kernel vectors",
    ),
    "rank, zero kernel": (NILPOTENT, Rank((0, 1), 1, (0,), (1,), 7, ((0, 0),)), "rank", "kernel vectors"),
    "rank, kernel of another matrix": (
        NILPOTENT,
        Rank((0, 1), 1, (0,), (1,), 7, ((0, 1),)),
        "rank",
        "kernel = 0",
    ),
    "rank, kernel modulo m only": (
        NILPOTENT,
        Rank((0, 1), 1, (0,), (1,), 7, ((1, 7),)),
        "rank",
        "kernel = 0",
    ),
    "rank, too few kernel vectors": (NILPOTENT, Rank((0, 1), 1, (0,), (1,), 7, ()), "rank", "n - rank"),
    "rank, too few rows": (NILPOTENT, Rank((0, 1), 1, (), (1,), 7, ((1, 0),)), "rank", "rows"),
    "rank, too few columns": (NILPOTENT, Rank((0, 1), 1, (0,), (), 7, ((1, 0),)), "rank", "columns"),
    "rank, repeated row": (ZERO, Rank((0, 1), 2, (0, 0), (0, 1), 7, ()), "rank", "rows"),
    "rank, rows in disorder": (UNIT, Rank((0, 1), 2, (1, 0), (0, 1), 7, ()), "rank", "rows"),
    "rank, row -1": (NILPOTENT, Rank((0, 1), 1, (-1,), (1,), 7, ((1, 0),)), "rank", "rows"),
    "rank, column n": (NILPOTENT, Rank((0, 1), 1, (0,), (2,), 7, ((1, 0),)), "rank", "columns"),
    "rank, rank > n": (UNIT, Rank((0, 1), 3, (0, 1), (0, 1), 7, ()), "rank", "rank"),
    "rank, rank < 0": (UNIT, Rank((0, 1), -1, (), (), 7, ()), "rank", "rank"),
    "rank, modulus 1": (UNIT, Rank((0, 1), 2, (0, 1), (0, 1), 1, ()), "rank", "modulus"),
    "rank, modulus 0": (UNIT, Rank((0, 1), 2, (0, 1), (0, 1), 0, ()), "rank", "modulus"),
    "rank, modulus huge": (UNIT, Rank((0, 1), 2, (0, 1), (0, 1), 3**200, ()), "rank", "modulus"),
    "dunford, another sum": (SHEARED, Dunford(HALF, ZERO, 1, (-1, 2)), "dunford", "D + N = A"),
    "dunford, DN != ND": (
        STABLE,
        Dunford(rational([["1/2", 0], [0, "1/3"]]), rational([[0, "1/4"], [0, 0]]), 2, (1, -5, 6)),
        "dunford",
        "DN = ND",
    ),
    "dunford, N not nilpotent": (STABLE, Dunford(ZERO, STABLE, 2, (0, 1)), "dunford", "N^index = 0"),
    "dunford, index too small": (SHEARED, Dunford(HALF, NILPART, 1, (-1, 2)), "dunford", "N^index = 0"),
    "dunford, index too large": (
        UNIT,
        Dunford(UNIT, ZERO, 2, (-1, 1)),
        "dunford",
        "N^(index - 1) != 0",
    ),
    "dunford, index 0": (UNIT, Dunford(UNIT, ZERO, 0, (-1, 1)), "dunford", "index"),
    "dunford, index > n": (UNIT, Dunford(UNIT, ZERO, 3, (-1, 1)), "dunford", "index"),
    "dunford, D not diagonalizable": (SHEAR, Dunford(SHEAR, ZERO, 1, (1, -2, 1)), "dunford", "gcd(p, p')"),
    "dunford, p(D) != 0": (SHEAR, Dunford(SHEAR, ZERO, 1, (-1, 1)), "dunford", "p(D) = 0"),
    "dunford, p with a double factor": (
        rational([[0, -1], [1, 0]]),
        Dunford(rational([[0, -1], [1, 0]]), ZERO, 1, (1, 0, 2, 0, 1)),
        "dunford",
        "gcd(p, p')",
    ),
    "inverse, of the transpose": (SHEAR, Inverse(rational([[1, 0], [-1, 1]])), "inverse", "A X = I"),
    "inverse of a singular matrix": (NILPOTENT, Inverse(NILPOTENT), "inverse", "A X = I"),
    "inverse up to a factor": (UNIT, Inverse(RationalMatrix(((1, 0), (0, 1)), 2)), "inverse", "A X = I"),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(name: str) -> None:
    matrix, claim = ACCEPTED[name]
    verified = verify(Certificate(matrix, (claim,)), matrix)
    assert (verified.claims, verified.behavior, verified.limit) == ((claim,), None, None)


@pytest.mark.parametrize("name", REJECTED)
def test_rejected(name: str) -> None:
    matrix, claim, rule, equation = REJECTED[name]
    with pytest.raises(CertificateRejected) as caught:
        verify(Certificate(matrix, (claim,)))
    assert caught.value.rule == rule and equation in caught.value.equation
    assert len(str(caught.value)) < 200


def test_at_least_as_many_rejections() -> None:
    assert len(REJECTED) >= len(ACCEPTED)
