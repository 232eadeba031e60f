"""The fact `gershgorin`: named acceptances, and a rejection for each of its reasons."""

from __future__ import annotations

import pytest

from symspec.certificate import Certificate, Gershgorin, RationalMatrix
from symspec.certificate_json import from_json, to_json
from symspec.checker import verify
from symspec.errors import CertificateRejected
from tests.checker.builder import rational

APART = rational([[1, "1/2"], [2, 9]])
TOUCHING = rational([[0, 1], [1, 2]])  # D(0, 1) and D(2, 1) have the point 1
SMALL = rational([["1/2", 4], ["1/100", "1/2"]])
PLAIN = Gershgorin((1, 1), 0, (2, 9), (1, 2), (2, 1), ((0,), (1,)))

ACCEPTED: dict[str, tuple[RationalMatrix, Gershgorin]] = {
    "discs apart": (APART, PLAIN),
    "discs apart, in one group": (APART, Gershgorin((1, 1), 0, (2, 9), (1, 2), (2, 1), ((0, 1),))),
    "by columns": (APART, Gershgorin((1, 1), 1, (1, 18), (2, 1), (1, 2), ((0,), (1,)))),
    "touching": (TOUCHING, Gershgorin((1, 1), 0, (0, 2), (1, 1), (1, 1), ((0, 1),))),
    "scaled": (SMALL, Gershgorin((16, 1), 0, (2, 25), (1, 8), (4, 50), ((0, 1),))),
    "scaled, by columns": (SMALL, Gershgorin((1, 16), 1, (25, 2), (8, 1), (50, 4), ((0, 1),))),
    "1 x 1": (rational([["-2/3"]]), Gershgorin((7,), 0, (-2,), (0,), (3,), ((0,),))),
    "groups in another order": (APART, Gershgorin((1, 1), 0, (2, 9), (1, 2), (2, 1), ((1,), (0,)))),
    "an empty group": (APART, Gershgorin((1, 1), 0, (2, 9), (1, 2), (2, 1), ((), (0, 1)))),
}
REJECTED: dict[str, tuple[RationalMatrix, Gershgorin, str]] = {
    "another centre": (APART, Gershgorin((1, 1), 0, (1, 9), (1, 2), (2, 1), ((0,), (1,))), "centre"),
    "a radius too small": (APART, Gershgorin((1, 1), 0, (2, 9), (1, 1), (2, 1), ((0,), (1,))), "radius"),
    "a radius too large": (APART, Gershgorin((1, 1), 0, (2, 9), (1, 3), (2, 1), ((0,), (1,))), "radius"),
    "a negative radius": (APART, Gershgorin((1, 1), 0, (2, 9), (-1, 2), (2, 1), ((0,), (1,))), "radius"),
    "rows for columns": (APART, Gershgorin((1, 1), 1, (2, 9), (1, 2), (2, 1), ((0,), (1,))), "radius"),
    "signs kept": (
        rational([[5, 1, -1], [0, 0, 0], [0, 0, 9]]),
        Gershgorin((1, 1, 1), 0, (5, 0, 9), (0, 0, 0), (1, 1, 1), ((0,), (1,), (2,))),
        "radius",
    ),
    "weights the other way": (
        SMALL,
        Gershgorin((1, 16), 0, (2, 25), (1, 8), (4, 50), ((0, 1),)),
        "radius",
    ),
    "weights forgotten": (SMALL, Gershgorin((1, 1), 0, (2, 25), (1, 8), (4, 50), ((0, 1),)), "radius"),
    "touching discs taken apart": (
        TOUCHING,
        Gershgorin((1, 1), 0, (0, 2), (1, 1), (1, 1), ((0,), (1,))),
        "different groups",
    ),
    "a group too few": (APART, Gershgorin((1, 1), 0, (2, 9), (1, 2), (2, 1), ((0,),)), "the groups"),
    "a disc twice": (APART, Gershgorin((1, 1), 0, (2, 9), (1, 2), (2, 1), ((0, 1), (1,))), "the groups"),
    "a disc that is none": (APART, Gershgorin((1, 1), 0, (2, 9), (1, 2), (2, 1), ((0,), (2,))), "groups"),
    "a weight of 0": (APART, Gershgorin((1, 0), 0, (2, 9), (1, 2), (2, 1), ((0,), (1,))), "weights"),
    "a negative weight": (APART, Gershgorin((-1, -1), 0, (2, 9), (1, 2), (2, 1), ((0,), (1,))), "weights"),
    "too few weights": (APART, Gershgorin((1,), 0, (2, 9), (1, 2), (2, 1), ((0,), (1,))), "weights"),
    "a scale of 0": (APART, Gershgorin((1, 1), 0, (0, 9), (0, 2), (0, 1), ((0,), (1,))), "scales"),
    "a negative scale": (APART, Gershgorin((1, 1), 0, (-2, 9), (-1, 2), (-2, 1), ((0,), (1,))), "scales"),
    "too few centres": (APART, Gershgorin((1, 1), 0, (2,), (1, 2), (2, 1), ((0,), (1,))), "centres"),
    "transposed 2": (APART, Gershgorin((1, 1), 2, (2, 9), (1, 2), (2, 1), ((0,), (1,))), "transposed"),
    "a truth value": (APART, Gershgorin((1, 1), False, (2, 9), (1, 2), (2, 1), ((0,), (1,))), "transposed"),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(name: str) -> None:
    matrix, claim = ACCEPTED[name]
    certificate = Certificate(matrix, (claim,))
    assert from_json(to_json(certificate)) == certificate
    verified = verify(to_json(certificate), matrix)
    assert (verified.claims, verified.behavior, verified.limit) == ((claim,), None, None)


@pytest.mark.parametrize("name", REJECTED)
def test_rejected(name: str) -> None:
    matrix, claim, equation = REJECTED[name]
    with pytest.raises(CertificateRejected) as caught:
        verify(Certificate(matrix, (claim,)))
    assert caught.value.rule == "gershgorin" and equation in caught.value.equation


def test_more_rejections() -> None:
    assert len(REJECTED) > 2 * len(ACCEPTED)
