"""The door: exact types, shapes, sizes; another matrix; hostile objects. Rejected, and no other exception."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from time import process_time
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from symspec.certificate import (
    CLAIM_NAMES,
    Annihilator,
    Certificate,
    Contraction,
    EigenvalueNotInside,
    EigenvalueOutside,
    LimitProjector,
    Proposition1,
    Rank,
    RationalMatrix,
    SteinInequality,
)
from symspec.checker import _verified, verify
from symspec.errors import CertificateRejected
from symspec.record import fields
from tests.checker.builder import claims
from tests.checker.matrices import DOUBLING, MARKOV, MARKOV_2, STABLE, SWAP

GOOD = Certificate(STABLE, (Contraction(1, 0),))


class Liar(int):
    """An int that computes something else than it shows."""

    def __mul__(self, other: object) -> int:
        return 0


class Row(tuple):  # type: ignore[type-arg]
    """A tuple that is none exactly."""


class ClaimsToBeEqual(type):
    """A type that says to be every other type."""

    def __eq__(cls, other: object) -> bool:
        return True

    def __hash__(cls) -> int:
        return hash(Contraction)


class Impostor(metaclass=ClaimsToBeEqual):
    k, bits = 1, 0


class Explosive:
    """Raises whatever is asked of it."""

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("__"):  # pytest asks for these
            return object.__getattribute__(self, name)
        raise RuntimeError(name)


OUTSIDE = EigenvalueOutside((-2, 1), (1, 0), 7, (3, 2))  # true of DOUBLING


def unfilled(kind: type) -> Any:
    """A record whose fields were never set."""
    return object.__new__(kind)


def with_entry(x: Any) -> Certificate:
    """The good certificate with one entry of another kind."""
    return replace(GOOD, matrix=RationalMatrix(((x, 3), (0, 4)), 12))


def nested(depth: int) -> Any:
    """A deep tuple."""
    value: Any = ()
    for _ in range(depth):
        value = (value,)
    return value


# 2^62 + 2^62 wraps around to -2^63 in 64 bits, so that the norm would seem small
WRAPPING = RationalMatrix(((np.int64(2**62), np.int64(2**62)), (0, 0)), 1)  # type: ignore[arg-type]

MALFORMED: dict[str, Any] = {
    "None": None,
    "an int": 7,
    "a list": [GOOD],
    "a dict": {"matrix": STABLE, "claims": ()},
    "a matrix": STABLE,
    "a bytearray": bytearray(b"{}"),
    "the type itself": Certificate,
    "an explosive object": Explosive(),
    "an unfilled certificate": unfilled(Certificate),
    "an unfilled matrix": Certificate(unfilled(RationalMatrix), ()),
    "an unfilled claim": replace(GOOD, claims=(unfilled(Contraction),)),
    "an explosive matrix": Certificate(Explosive(), ()),  # type: ignore[arg-type]
    "an explosive claim": replace(GOOD, claims=(Explosive(),)),  # type: ignore[arg-type]
    "an explosive entry": with_entry(Explosive()),
    "an impostor of every type": replace(GOOD, claims=(Impostor(),)),  # type: ignore[arg-type]
    "numpy integers": with_entry(np.int64(6)),
    "numpy integers that wrap around": Certificate(WRAPPING, (Contraction(1, 0),)),
    "a numpy array": Certificate(RationalMatrix(np.eye(2, dtype=int), 1), ()),  # type: ignore[arg-type]
    "a bool": with_entry(True),
    "a float": with_entry(6.0),
    "NaN": with_entry(float("nan")),
    "infinity": with_entry(float("inf")),
    "a complex number": with_entry(6j),
    "a Fraction": with_entry(Fraction(6)),
    "a Decimal": with_entry(Decimal(6)),
    "a string": with_entry("6"),
    "a subclass of int": with_entry(Liar(6)),
    "a subclass of tuple": Certificate(RationalMatrix(Row([(1,)]), 2), ()),
    "a row that is a list": Certificate(RationalMatrix(([1],), 2), ()),  # type: ignore[arg-type]
    "rows that are a list": Certificate(RationalMatrix([(1,)], 2), ()),  # type: ignore[arg-type]
    "a deep entry": with_entry(nested(10**5)),
    "an empty matrix": Certificate(RationalMatrix((), 1), ()),
    "an empty row": Certificate(RationalMatrix(((),), 1), ()),
    "not square": Certificate(RationalMatrix(((1, 2),), 1), ()),
    "ragged": Certificate(RationalMatrix(((1, 2), (3,)), 1), ()),
    "too large": Certificate(RationalMatrix(((0,) * 257,) * 257, 1), ()),
    "denominator 0": Certificate(RationalMatrix(((1,),), 0), ()),
    "denominator -2": Certificate(RationalMatrix(((1,),), -2), ()),
    "denominator True": Certificate(RationalMatrix(((1,),), True), ()),
    "an integer of 10^5 digits": with_entry(10**100_000),
    "more bits than all may have": Certificate(RationalMatrix(((2**200_000,) * 40,) * 40, 1), ()),
    "claims that are a list": replace(GOOD, claims=[Contraction(1, 0)]),  # type: ignore[arg-type]
    "too many claims": replace(GOOD, claims=(Contraction(1, 0),) * 257),
    "a claim that is a dict": replace(GOOD, claims=({"k": 1},)),  # type: ignore[arg-type]
    "a claim that is a matrix": replace(GOOD, claims=(STABLE,)),  # type: ignore[arg-type]
    "a claim that is a certificate": replace(GOOD, claims=(GOOD,)),  # type: ignore[arg-type]
    "k is True": replace(GOOD, claims=(Contraction(True, 0),)),
    "k is 1.0": replace(GOOD, claims=(Contraction(1.0, 0),)),  # type: ignore[arg-type]
    "k is a huge power": replace(GOOD, claims=(Contraction(9**9**5, 0),)),
    "polynomial 0": replace(GOOD, claims=(Annihilator((0,)),)),
    "polynomial of no coefficient": replace(GOOD, claims=(Annihilator(()),)),
    "polynomial with leading 0": replace(GOOD, claims=(Annihilator((1, -5, 6, 0)),)),
    "polynomial of floats": replace(GOOD, claims=(Annihilator((1, -5, 6.0)),)),  # type: ignore[arg-type]
    "polynomial of huge degree": replace(GOOD, claims=(Annihilator((1,) * 258),)),
    "polynomial of deep tuples": replace(GOOD, claims=(Annihilator(nested(10**5)),)),
    "vector too short": Certificate(SWAP, (EigenvalueNotInside((1, 1), (1,), 7),)),
    "vector too long": Certificate(SWAP, (EigenvalueNotInside((1, 1), (1, -1, 0), 7),)),
    "vector of bools": Certificate(SWAP, (EigenvalueNotInside((1, 1), (True, -1), 7),)),
    "P of another size": replace(GOOD, claims=(SteinInequality(RationalMatrix(((1,),), 1)),)),
    "L of another size": replace(
        GOOD, claims=(LimitProjector(RationalMatrix(((0,),), 1), Contraction(1, 0)),)
    ),
    "kernel of another height": Certificate(SWAP, (Rank((0, 1), 1, (0,), (0,), 7, ((1,),)),)),
    "kernel too wide": Certificate(SWAP, (Rank((0, 1), 1, (0,), (0,), 7, ((1, 0),) * 3),)),
    "kernel that is a list": Certificate(SWAP, (Rank((0, 1), 2, (0, 1), (0, 1), 7, []),)),  # type: ignore[arg-type]
    "kernel of floats": Certificate(SWAP, (Rank((1, 1), 1, (0,), (0,), 7, ((1.0, -1.0),)),)),  # type: ignore[arg-type]
    "kernel vectors that are lists": Certificate(SWAP, (Rank((1, 1), 1, (0,), (0,), 7, ([1, -1],)),)),  # type: ignore[arg-type]
    "minor rows that are a list": Certificate(SWAP, (Rank((1, 1), 1, [0], (0,), 7, ((1, -1),)),)),  # type: ignore[arg-type]
    "rows of floats": Certificate(SWAP, (Rank((1, 1), 1, (0.0,), (0,), 7, ((1, -1),)),)),  # type: ignore[arg-type]
    "columns of bools": Certificate(SWAP, (Rank((1, 1), 1, (0,), (False,), 7, ((1, -1),)),)),
    "too many rows": Certificate(SWAP, (Rank((1, 1), 1, (0, 1, 2), (0,), 7, ((1, -1),)),)),
    "rank True": Certificate(SWAP, (Rank((1, 1), True, (0,), (0,), 7, ((1, -1),)),)),
    "r with three numbers": Certificate(DOUBLING, (replace(OUTSIDE, r=(3, 2, 1)),)),  # type: ignore[arg-type]
    "r with one number": Certificate(DOUBLING, (replace(OUTSIDE, r=(2,)),)),  # type: ignore[arg-type]
    "r of floats": Certificate(DOUBLING, (replace(OUTSIDE, r=(1.5, 1.0)),)),  # type: ignore[arg-type]
    "r that is a list": Certificate(DOUBLING, (replace(OUTSIDE, r=[3, 2]),)),  # type: ignore[arg-type]
    "r that is a Fraction": Certificate(DOUBLING, (replace(OUTSIDE, r=Fraction(3, 2)),)),  # type: ignore[arg-type]
    "r of numpy integers": Certificate(DOUBLING, (replace(OUTSIDE, r=(np.int64(3), np.int64(2))),)),  # type: ignore[arg-type]
    "modulus a float": Certificate(DOUBLING, (replace(OUTSIDE, modulus=7.0),)),  # type: ignore[arg-type]
    "dunford that is none": replace(GOOD, claims=(Proposition1(Contraction(1, 0)),)),  # type: ignore[arg-type]
    "dunford that is None": replace(GOOD, claims=(Proposition1(None),)),  # type: ignore[arg-type]
    "ranks that are none": Certificate(MARKOV, (replace(MARKOV_2, rank_twice=Contraction(1, 0)),)),
    "inner in inner": Certificate(
        MARKOV,
        (LimitProjector(MARKOV_2.L, LimitProjector(MARKOV_2.L, Contraction(2, 0))),),  # type: ignore[arg-type]
    ),
}


HOSTILE = {name for name in MALFORMED if name.startswith(("an explosive", "an unfilled"))}


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed(name: str) -> None:
    started = process_time()
    with pytest.raises(CertificateRejected) as caught:
        # The door itself must say no; only what raises when it is looked at may need the guard behind it.
        (verify if name in HOSTILE else _verified)(MALFORMED[name], None)
    assert len(str(caught.value)) < 250
    assert process_time() - started < 1


def test_only_the_malformed_field_is_at_fault() -> None:
    verify(GOOD)
    verify(Certificate(DOUBLING, (OUTSIDE,)))
    verify(
        Certificate(
            SWAP, (Rank((1, 1), 1, (0,), (0,), 7, ((1, -1),)), EigenvalueNotInside((1, 1), (1, -1), 7))
        )
    )
    verify(Certificate(MARKOV, (MARKOV_2,)))


def test_the_reason_is_named() -> None:
    for name, equation, expected in [
        ("an integer of 10^5 digits", "integers", "262144 bits"),
        ("more bits than all may have", "certificate", "268435456 bits"),
        ("numpy integers", "matrix", "entries of type int"),
        ("denominator True", "denominator of matrix", "an int"),
        ("ragged", "matrix", "2 entries"),
        ("polynomial with leading 0", "q", "a non-zero leading coefficient"),
        ("r with three numbers", "r", "at most 2 entries"),
    ]:
        with pytest.raises(CertificateRejected) as caught:
            verify(MALFORMED[name])
        assert caught.value.equation == equation and expected in caught.value.expected


# -- the matrix that the certificate must be about ----------------------------------------------------


@dataclass
class Converts:
    """Anything with the method as_rational_matrix."""

    result: Any

    def as_rational_matrix(self) -> Any:
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


@pytest.mark.parametrize(
    "same",
    [
        STABLE,
        RationalMatrix(((12, 6), (0, 8)), 24),
        Converts(STABLE),
        Converts(RationalMatrix(((60, 30), (0, 40)), 120)),
    ],
)
def test_the_matrix_up_to_common_factors(same: Any) -> None:
    assert verify(GOOD, same).matrix == STABLE


@pytest.mark.parametrize(
    "other",
    [
        RationalMatrix(((6, 3), (0, 4)), 13),
        RationalMatrix(((6, 3), (1, 4)), 12),
        RationalMatrix(((-6, 3), (0, 4)), 12),
        RationalMatrix(((6,),), 12),
        MARKOV,
        Converts(MARKOV),
        Converts(None),
        Converts(ValueError("no")),
        Converts(((6, 3), (0, 4))),
        WRAPPING,
        RationalMatrix(((6.0, 3), (0, 4)), 12),  # type: ignore[arg-type]
        ((6, 3), (0, 4)),
        RationalMatrix(((10**100_000, 3), (0, 4)), 12),
        "STABLE",
        np.eye(2),
        Explosive(),
        False,
        RationalMatrix,
    ],
)
def test_a_certificate_of_another_matrix(other: Any) -> None:
    hostile = isinstance(other, Explosive | Converts)
    with pytest.raises(CertificateRejected):
        (verify if hostile else _verified)(GOOD, other)


# -- arbitrary values ---------------------------------------------------------------------------------

INTEGERS = st.integers(-3, 9) | st.integers()
ODD_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | INTEGERS
    | st.floats()
    | st.text(max_size=3)
    | st.sampled_from([np.int64(3), Liar(2)]),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.lists(inner, max_size=2),
    max_leaves=8,
)
ROWS = st.lists(st.lists(INTEGERS, min_size=2, max_size=2).map(tuple), min_size=2, max_size=2).map(tuple)
MATRICES = st.builds(RationalMatrix, ROWS, st.integers(1, 9))
FIELDS = INTEGERS | st.lists(INTEGERS, max_size=4).map(tuple) | ROWS | MATRICES | ODD_VALUES


@st.composite
def claim_like(draw: st.DrawFn) -> Any:
    """A claim of any type with fields of any kind."""
    kind = draw(st.sampled_from(list(CLAIM_NAMES)))
    inner = FIELDS if draw(st.booleans()) else claim_like() | FIELDS
    return kind(*(draw(inner) for _ in kind.__match_args__))


@st.composite
def nearly_right(draw: st.DrawFn) -> Any:
    """A certificate with one field of one claim replaced by something else."""
    matrix = draw(MATRICES)
    claim = draw(st.sampled_from(list(claims(matrix))))
    name, _ = draw(st.sampled_from(fields(claim)))
    return Certificate(matrix, (replace(claim, **{name: draw(FIELDS)}),))


@given(
    st.builds(Certificate, MATRICES | FIELDS, st.lists(claim_like() | FIELDS, max_size=2).map(tuple) | FIELDS)
    | nearly_right()
    | FIELDS,
    st.none() | MATRICES | FIELDS,
)
def test_nothing_but_a_rejection(certificate: Any, matrix: Any) -> None:
    try:
        _verified(certificate, matrix)  # without the guard against hostile objects
    except CertificateRejected as rejected:
        assert len(str(rejected)) < 250
