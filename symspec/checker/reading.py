"""The door of the checker: exact types, shapes and sizes of every field, before any arithmetic.

`type(x) is int` and `type(x) is tuple`, never isinstance: a subclass, a bool or an integer of fixed
width may compute something else than the integer that it shows.
"""

from __future__ import annotations

from symspec.certificate import (
    BEHAVIOR_CLAIMS,
    CLAIM_NAMES,
    EMBEDDED_CLAIMS,
    Certificate,
    Contraction,
    Dunford,
    FieldParts,
    NumberFieldMatrix,
    Rank,
    RationalMatrix,
    RootOf,
    StableAnnihilator,
    SteinInequality,
)
from symspec.errors import CertificateRejected
from symspec.record import fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, NoReturn

MAX_SIZE = 256  # rows of the matrix
MAX_DEGREE = 256
MAX_CLAIMS = 256
MAX_FIELD_DEGREE = 64
MAX_EXPONENT = 1 << 40  # the k of contraction and trace
MAX_FRACTION_BITS = 1 << 16  # the bits of contraction and trace
MAX_PERIOD = 1 << 12
MAX_MODULUS = 1 << 256
MAX_INTEGER_BITS = 1 << 18  # of one integer of a certificate
MAX_TOTAL_BITS = 1 << 28  # of all integers of a certificate together

RATIONAL_CLAIMS = tuple([kind for kind in CLAIM_NAMES if kind not in EMBEDDED_CLAIMS])


def check_certificate(certificate: object) -> None:
    """Every field has its exact type, its shape and an admissible size."""
    if type(certificate) is not Certificate:
        refuse("reading", "certificate", "a Certificate or its JSON text", certificate)
    A = certificate.matrix
    _check_tuple("reading", "claims", certificate.claims, MAX_CLAIMS)
    if type(A) is NumberFieldMatrix:
        size, allowed = check_field_matrix("reading", "matrix", A), BEHAVIOR_CLAIMS + EMBEDDED_CLAIMS
    else:
        check_matrix("reading", "matrix", A)
        assert isinstance(A, RationalMatrix)
        size, allowed = len(A.numerator), RATIONAL_CLAIMS
    for claim in certificate.claims:
        check_claim(claim, size, allowed)
        if type(A) is NumberFieldMatrix and type(claim) in EMBEDDED_CLAIMS:
            _check_shapes(claim, A)
    check_bits(certificate)


def check_matrix(rule: str, name: str, A: object, n: int | None = None) -> None:
    """A square matrix, not empty, n x n where n is given, over a denominator > 0."""
    if type(A) is not RationalMatrix:
        refuse(rule, name, "a RationalMatrix", A)
    size = n or (len(A.numerator) if type(A.numerator) is tuple else 0)
    _check_rows(rule, name, A.numerator, size, size)
    _check_integer(rule, f"denominator of {name}", A.denominator, 1)


def check_field_matrix(rule: str, name: str, A: NumberFieldMatrix) -> int:
    """Parts of one shape over a denominator > 0, one for each power of theta; returns order times degree."""
    if type(A.field) is not RootOf:
        refuse(rule, f"field of {name}", "a RootOf", A.field)
    modulus, disc = A.field.modulus, A.field.disc
    _check_polynomial(rule, "modulus", modulus, 0)
    d = len(modulus) - 1
    if not 1 < d <= MAX_FIELD_DEGREE or modulus[-1] != 1:
        refuse(rule, "modulus", f"a monic polynomial of degree 2 to {MAX_FIELD_DEGREE}", d)
    _check_disc(rule, disc)
    _check_tuple(rule, f"parts of {name}", A.parts, d)
    n = len(A.parts[0]) if A.parts and type(A.parts[0]) is tuple else 0
    _check_parts(rule, name, A.parts, d, n)
    _check_integer(rule, f"denominator of {name}", A.denominator, 1)
    if n * d > MAX_SIZE:
        refuse(rule, f"order times degree of {name}", f"at most {MAX_SIZE}", n * d)
    return n * d


def _check_parts(rule: str, name: str, parts: object, d: int, n: int) -> None:
    _check_tuple(rule, f"parts of {name}", parts, d)
    if len(parts) != d:  # type: ignore[arg-type]
        refuse(rule, f"parts of {name}", f"{d} parts", len(parts))  # type: ignore[arg-type]
    for part in parts:  # type: ignore[attr-defined]
        _check_rows(rule, f"a part of {name}", part, n, n)


def _check_shapes(claim: object, A: NumberFieldMatrix) -> None:
    """The matrices of a claim at theta have the shape of A."""
    rule = CLAIM_NAMES[type(claim)]
    for name, field in fields(claim):
        if type(field) is FieldParts:
            _check_parts(rule, name, field.parts, len(A.parts), len(A.parts[0]))
            _check_integer(rule, f"denominator of {name}", field.denominator, 1)


def _check_field_parts(rule: str, name: str, value: object, n: int) -> None:
    if type(value) is not FieldParts:
        refuse(rule, name, "a FieldParts", value)


def _check_field_polynomial(rule: str, name: str, p: object, n: int) -> None:
    """Coefficients of one length; that it is the degree of the field is for the rule to see."""
    _check_tuple(rule, name, p, MAX_DEGREE + 1)
    if not p:
        refuse(rule, name, "coefficients", "none")
    for c in p:  # type: ignore[attr-defined]
        _check_tuple(rule, name, c, MAX_FIELD_DEGREE)
        _check_vector(rule, name, c, len(p[0]))  # type: ignore[index]


def _check_conjugate(rule: str, name: str, value: object, n: int) -> None:
    _check_tuple(rule, name, value, MAX_FIELD_DEGREE + 1)
    _check_vector(rule, name, value, len(value))  # type: ignore[arg-type]
    if value:
        _check_integer(rule, f"denominator of {name}", value[0], 1)  # type: ignore[index]


def check_bits(checked: object) -> None:
    """Neither one integer of a checked object nor all together have too many bits."""
    sizes = list(_sizes(checked))
    if max(sizes) > MAX_INTEGER_BITS:
        refuse("reading", "integers", f"at most {MAX_INTEGER_BITS} bits", f"{max(sizes)} bits")
    if sum(sizes) > MAX_TOTAL_BITS:
        refuse("reading", "certificate", f"at most {MAX_TOTAL_BITS} bits", f"{sum(sizes)} bits")


def check_claim(claim: object, n: int, allowed: tuple[type, ...] = tuple(CLAIM_NAMES)) -> None:
    """A claim of an allowed type, about an n x n matrix."""
    if not any(type(claim) is kind for kind in allowed):  # `in` would ask the foreign type
        refuse("reading", "claim", " or ".join(kind.__name__ for kind in allowed[:3]), claim)
    rule = CLAIM_NAMES[type(claim)]
    for name, field in fields(claim):
        _CHECKS[name](rule, name, field, n)


def refuse(rule: str, equation: str, expected: str, got: object) -> NoReturn:
    """Raise CertificateRejected with a short word for what was found."""
    raise CertificateRejected(rule, equation, expected, shown(got))


def shown(value: object) -> str:
    """A short word for any object; never asks a foreign object about itself."""
    if type(value) is int:
        return str(value) if value.bit_length() <= 64 else f"an integer of {value.bit_length()} bits"
    if type(value) is str:
        return value if len(value) <= 60 else value[:57] + "..."
    return f"{type(value).__name__}"


# -- kinds of fields -------------------------------------------------------------------------


def _check_integer(rule: str, name: str, value: object, low: int, high: int | None = None) -> None:
    if type(value) is not int:
        refuse(rule, name, "an int", value)
    if value < low or high is not None and value > high:
        upper = "" if high is None else f" and <= {shown(high)}"
        refuse(rule, name, f"an integer >= {low}{upper}", value)


def _check_tuple(rule: str, name: str, value: object, longest: int) -> None:
    if type(value) is not tuple:
        refuse(rule, name, "a tuple", value)
    if len(value) > longest:
        refuse(rule, name, f"at most {longest} entries", len(value))


def _check_vector(rule: str, name: str, value: object, n: int) -> None:
    _check_tuple(rule, name, value, n)
    if len(value) != n:  # type: ignore[arg-type]
        refuse(rule, name, f"{n} entries", len(value))  # type: ignore[arg-type]
    for x in value:  # type: ignore[attr-defined]
        if type(x) is not int:
            refuse(rule, name, "entries of type int", x)


def _check_rows(rule: str, name: str, rows: object, height: int, width: int) -> None:
    _check_tuple(rule, name, rows, MAX_SIZE)
    if not rows or len(rows) != height:  # type: ignore[arg-type]
        refuse(rule, name, f"{height or 'at least 1'} rows", len(rows))  # type: ignore[arg-type]
    for row in rows:  # type: ignore[attr-defined]
        _check_vector(rule, name, row, width)


def _check_polynomial(rule: str, name: str, p: object, n: int) -> None:
    _check_tuple(rule, name, p, MAX_DEGREE + 1)
    _check_vector(rule, name, p, len(p))  # type: ignore[arg-type]
    if not p or not p[-1]:  # type: ignore[index]
        refuse(rule, name, "a non-zero leading coefficient", "none")


def _check_indices(rule: str, name: str, indices: object, n: int) -> None:
    _check_tuple(rule, name, indices, n)
    _check_vector(rule, name, indices, len(indices))  # type: ignore[arg-type]
    previous = -1
    for i in indices:  # type: ignore[attr-defined]
        if not previous < i < n:
            refuse(rule, name, f"increasing indices from 0 to {n - 1}", i)
        previous = i


def _check_polynomials(rule: str, name: str, polynomials: object, n: int) -> None:
    _check_tuple(rule, name, polynomials, n)
    for p in polynomials:  # type: ignore[attr-defined]
        _check_polynomial(rule, name, p, n)
        if len(p) < 2:
            refuse(rule, name, "degrees >= 1", len(p) - 1)


def _check_sizes(rule: str, name: str, sizes: object, n: int) -> None:
    _check_tuple(rule, name, sizes, n)
    for size in sizes:  # type: ignore[attr-defined]
        _check_integer(rule, name, size, 1, n)


def _check_discs(rule: str, name: str, discs: object, n: int) -> None:
    _check_tuple(rule, name, discs, n)
    for disc in discs:  # type: ignore[attr-defined]
        _check_disc(rule, disc)


def _check_disc(rule: str, disc: Any) -> None:
    _check_vector(rule, "disc", disc, 4)
    _check_integer(rule, "radius of the disc", disc[2], 1)
    _check_integer(rule, "scale of the disc", disc[3], 0, MAX_FRACTION_BITS)


def _check_counts(rule: str, name: str, counts: object, n: int) -> None:
    _check_tuple(rule, name, counts, n)
    for count in counts:  # type: ignore[attr-defined]
        _check_integer(rule, name, count, 0, n)


def _check_positive(rule: str, name: str, vector: object, n: int) -> None:
    _check_vector(rule, name, vector, n)
    for x in vector:  # type: ignore[attr-defined]
        _check_integer(rule, name, x, 1)


def _check_groups(rule: str, name: str, groups: object, n: int) -> None:
    _check_tuple(rule, name, groups, n)
    for group in groups:  # type: ignore[attr-defined]
        _check_indices(rule, name, group, n)


def _check_kernel(rule: str, name: str, vectors: object, n: int) -> None:
    _check_tuple(rule, name, vectors, n)
    for vector in vectors:  # type: ignore[attr-defined]
        _check_vector(rule, name, vector, n)


def _check_ratio(rule: str, name: str, r: object, n: int) -> None:
    _check_vector(rule, name, r, 2)
    for x in r:  # type: ignore[attr-defined]
        _check_integer(rule, name, x, 1)


def _integer_between(low: int, high: int | None) -> Callable[[str, str, Any, int], None]:
    return lambda rule, name, value, n: _check_integer(rule, name, value, low, n if high is None else high)


def _claim_among(*allowed: type) -> Callable[[str, str, Any, int], None]:
    return lambda rule, name, value, n: check_claim(value, n, allowed)


_CHECKS: dict[str, Callable[[str, str, Any, int], None]] = (
    dict.fromkeys(("p", "q", "s", "u"), _check_polynomial)
    | dict.fromkeys(("v", "w", "centres", "radii"), _check_vector)
    | dict.fromkeys(("weights", "scales"), _check_positive)
    | dict.fromkeys(("D", "N", "X", "P", "L"), check_matrix)
    | dict.fromkeys(("rows", "columns"), _check_indices)
    | dict.fromkeys(("rank_once", "rank_twice"), _claim_among(Rank))
    | dict.fromkeys(("limit", "projector", "start", "basis", "form"), _check_field_parts)
    | {
        "period": _integer_between(1, MAX_PERIOD),
        "kernel": _check_kernel,
        "vectors": _check_kernel,
        "polynomials": _check_polynomials,
        "sizes": _check_sizes,
        "degrees": _check_sizes,
        "stable": _check_field_polynomial,
        "circular": _check_field_polynomial,
        "charpoly": _check_field_polynomial,
        "conjugate": _check_conjugate,
        "disc": lambda rule, name, disc, n: _check_disc(rule, disc),
        "count": _integer_between(1, None),
        "discs": _check_discs,
        "counts": _check_counts,
        "groups": _check_groups,
        "transposed": _integer_between(0, 1),
        "r": _check_ratio,
        "dunford": _claim_among(Dunford),
        "inner": _claim_among(Contraction, StableAnnihilator, SteinInequality),
        "k": _integer_between(1, MAX_EXPONENT),
        "bits": _integer_between(0, MAX_FRACTION_BITS),
        "modulus": _integer_between(2, MAX_MODULUS),
        "index": _integer_between(1, None),
        "rank": _integer_between(0, None),
    }
)


def _sizes(value: Any) -> Iterator[int]:
    """The bit lengths of all integers in a checked field, claim or matrix; at least 1 each."""
    if type(value) is int:
        yield value.bit_length() or 1
    elif type(value) is tuple:
        for item in value:
            yield from _sizes(item)
    else:
        for _, field in fields(value):
            yield from _sizes(field)
