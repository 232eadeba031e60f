"""The trusted checker: a certificate in, the proved conclusion out, or CertificateRejected.

It computes with integers alone, searches for nothing and shares no code with what writes certificates.
To trust a verified conclusion it is enough to trust symspec/errors.py, truth.py, record.py,
certificate.py, certificate_json.py, this folder, and Python.
"""

from __future__ import annotations

from symspec.certificate import (
    Annihilator,
    Certificate,
    Charpoly,
    Claim,
    Dunford,
    Enclosure,
    Gershgorin,
    Inverse,
    Jordan,
    NumberFieldMatrix,
    Rank,
    RationalMatrix,
)
from symspec.certificate_json import from_json
from symspec.checker import behaviors, facts
from symspec.checker.arithmetic import reduced
from symspec.checker.reading import check_bits, check_certificate, check_field_matrix, check_matrix, refuse
from symspec.errors import CertificateRejected
from symspec.record import record
from symspec.truth import Behavior

__all__ = ["Verified", "verify"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_FACTS: dict[type, Callable[[RationalMatrix, Any], None]] = {
    Charpoly: facts.charpoly,
    Annihilator: facts.annihilator,
    Rank: facts.rank,
    Dunford: facts.dunford,
    Inverse: facts.inverse,
    Jordan: facts.jordan,
    Enclosure: facts.enclosure,
    Gershgorin: facts.gershgorin,
}


@record
class Verified:
    """Claims that were proved about a matrix, and what they say together about its powers.

    Attributes:
        matrix: the matrix of the certificate.
        claims: all of its claims; each one is proved.
        behavior: what A^n does, or None where the claims leave it open.
        limit: lim A^n in lowest terms when a claim proves it (0 included), else None.

    >>> from symspec.certificate import Contraction, RationalMatrix
    >>> half = Certificate(RationalMatrix(((1,),), 2), (Contraction(k=1, bits=0),))
    >>> verify(half).behavior.value
    'tends_to_zero'
    """

    matrix: RationalMatrix | NumberFieldMatrix
    claims: tuple[Claim, ...]
    behavior: Behavior | None
    limit: RationalMatrix | NumberFieldMatrix | None


def verify(certificate: object, matrix: object = None) -> Verified:
    """Every claim of the certificate is true of its matrix (which is `matrix`, if given).

    Args:
        certificate: a Certificate, or its JSON text as str or bytes.
        matrix: a RationalMatrix, or an object with a method as_rational_matrix(); equal up to common
            factors of numerator and denominator.

    Returns:
        The proved claims and their common conclusion.

    Raises:
        CertificateRejected: for everything else, whatever the arguments are. No other exception.

    >>> from symspec.certificate import Certificate, Contraction, RationalMatrix
    >>> half = RationalMatrix(((1,),), 2)
    >>> verify(Certificate(half, (Contraction(k=1, bits=0),))).behavior
    <Behavior.TENDS_TO_ZERO: 'tends_to_zero'>
    """
    try:
        return _verified(certificate, matrix)
    except CertificateRejected:
        raise
    except Exception as error:  # a hostile object, or memory: not proved, hence rejected
        refuse("reading", "certificate", "one that can be checked", type(error).__name__)


def _verified(certificate: object, matrix: object) -> Verified:
    if type(certificate) is str or type(certificate) is bytes:
        certificate = from_json(certificate)
    check_certificate(certificate)
    assert isinstance(certificate, Certificate)
    if isinstance(certificate.matrix, NumberFieldMatrix):
        return _verified_over_field(certificate, certificate.matrix, matrix)
    A = reduced(certificate.matrix)
    if matrix is not None and _given(matrix) != A:
        refuse("matrix", "the matrix of the certificate", "the given matrix", "another one")
    conclusions = []
    for claim in certificate.claims:
        if type(claim) in _FACTS:
            _FACTS[type(claim)](A, claim)
        else:
            conclusions.append(behaviors.conclusion_of(A, claim))
    return Verified(certificate.matrix, certificate.claims, *_together(A, conclusions))


def _verified_over_field(certificate: Certificate, given: NumberFieldMatrix, matrix: object) -> Verified:
    from symspec.checker import field_behaviors, fields

    A = fields.in_lowest_terms(given)
    if not fields.isolates(A.field):
        refuse(
            "field",
            "the disc around theta",
            "exactly one root of the modulus, by Rouche",
            "perhaps another number",
        )
    if matrix is not None:
        _check_same(A, matrix)
    found = [field_behaviors.field_conclusion(A, claim) for claim in certificate.claims]
    fates = frozenset(Behavior).intersection(*(c.fates for c in found))
    limits = {c.limit for c in found} - {None}
    if not fates or len(limits) > 1:  # only an unsound rule could come here
        refuse("consistency", "the conclusions together", "one possible fate", "a contradiction")
    behavior = next(iter(fates)) if len(fates) == 1 else None
    limit = next(iter(limits), None)
    if behavior is Behavior.TENDS_TO_ZERO:
        limit = NumberFieldMatrix(
            1, A.field, tuple([((0,) * len(A.parts[0]),) * len(A.parts[0])] * len(A.parts))
        )
    return Verified(certificate.matrix, certificate.claims, behavior, limit)


def _check_same(A: NumberFieldMatrix, matrix: object) -> None:
    """The given matrix has the same entries at the same root."""
    from symspec.checker import fields

    convert = getattr(matrix, "as_number_field_matrix", None)
    found = convert() if callable(convert) else matrix
    if type(found) is not NumberFieldMatrix:
        refuse("matrix", "the given matrix", "one over a number field", found)
    check_field_matrix("matrix", "the given matrix", found)
    check_bits(found)
    B = fields.in_lowest_terms(found)
    same = A.parts == B.parts and A.denominator == B.denominator
    if not (same and fields.isolates(B.field) and fields.same_root(A.field, B.field)):
        refuse("matrix", "the matrix of the certificate", "the given matrix", "another one")


def _given(matrix: object) -> RationalMatrix:
    """The matrix that the certificate must be about, in lowest terms."""
    if type(matrix) is not RationalMatrix:
        convert = getattr(matrix, "as_rational_matrix", None)
        matrix = convert() if callable(convert) else matrix
    if type(matrix) is not RationalMatrix:
        refuse("matrix", "the given matrix", "a RationalMatrix, or what symspec.matrix returns", matrix)
    check_matrix("matrix", "the given matrix", matrix)
    check_bits(matrix)
    assert isinstance(matrix, RationalMatrix)
    return reduced(matrix)


def _together(
    A: RationalMatrix, conclusions: list[behaviors.Conclusion]
) -> tuple[Behavior | None, RationalMatrix | None]:
    """The only fate that all conclusions allow, if it is one, and the limit."""
    fates = frozenset(Behavior).intersection(*(c.fates for c in conclusions))
    limits = {c.limit for c in conclusions} - {None}
    if not fates or len(limits) > 1:  # only an unsound rule could come here
        refuse("consistency", "the conclusions together", "one possible fate", "a contradiction")
    behavior = next(iter(fates)) if len(fates) == 1 else None
    if behavior is Behavior.TENDS_TO_ZERO:
        return behavior, RationalMatrix(tuple([(0,) * len(A.numerator)] * len(A.numerator)), 1)
    return behavior, next(iter(limits), None)
