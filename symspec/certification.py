"""Which of several certificates is offered: the cheapest one by length and measured checking time."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass

from symspec.certificate import Certificate
from symspec.certificate_json import to_json
from symspec.checker import verify
from symspec.errors import BudgetExceededError, CertificateRejected, InternalError
from symspec.truth import Behavior

# What a second of checking is worth.
BYTES_PER_SECOND = 10_000
# The search ends when a certificate is that close to the length of the matrix alone, which must be written.
NEAR = 256


@dataclass(frozen=True, slots=True)
class Certification:
    """An accepted certificate with its cost.

    Attributes:
        certificate: the certificate.
        size: length of its JSON text, in bytes.
        seconds: what the checker took to accept it.
    """

    certificate: Certificate
    size: int
    seconds: float

    @property
    def price(self) -> int:
        """The length in bytes, and 10,000 more for each whole second of checking.

        Whole seconds: where the checker is quick, length alone decides, the same on every run.
        """
        return self.size + BYTES_PER_SECOND * int(self.seconds)


def cheapest(certificates: Iterable[Certificate], behavior: Behavior) -> Certification | None:
    """The certificate of least price; it is checked before it is returned, and so is each one weighed.

    Args:
        certificates: certificates of the behavior, what is quick to find and to check first.
        behavior: what A^n does.

    Returns:
        None if there are no certificates.

    Raises:
        InternalError: the checker rejected what the engine found.

    Algorithm: what is longer than the price of the best one is not checked, for it cannot be cheaper.
    """
    best: Certification | None = None
    for certificate in certificates:
        size = len(to_json(certificate))
        if best is None or size < best.price:
            new = Certification(certificate, size, checking_time(certificate, behavior))
            best = new if best is None or new.price < best.price else best
        if best.price <= len(to_json(Certificate(best.certificate.matrix, ()))) + NEAR:
            break
    return best


def checking_time(certificate: Certificate, expected: Behavior) -> float:
    """Seconds that the checker takes to accept a certificate of the expected behavior.

    Raises:
        InternalError: it does not accept it, or concludes something else.
        BudgetExceededError: the certificate is larger than what the checker takes.
    """
    start = time.perf_counter()
    try:
        verified = verify(certificate)
    except CertificateRejected as error:
        if error.rule == "budget":
            raise BudgetExceededError(
                "a certificate was found, but it is larger than the checker takes: "
                f"{error.equation}: {error.got}; expected {error.expected}."
            ) from error
        raise InternalError(f"the checker rejected symspec's own certificate: {error}") from error
    if verified.behavior is not expected:
        raise InternalError(f"the certificate proves {verified.behavior}, the engine says {expected}.")
    return time.perf_counter() - start
