"""One vector whose orbit has no limit: an eigenvector, or a chain of length 2."""

from __future__ import annotations

from symspec.proof import bounded, unbounded
from symspec.proof.facts import Facts
from symspec.proof.methods.method import Method, Writer, only
from symspec.truth import Behavior


def found(facts: Facts) -> Writer | str:
    """The proof by a vector v for which A^n v has no limit."""
    match facts.behavior:
        case Behavior.UNBOUNDED:
            return lambda detail: unbounded.steps(facts)
        case Behavior.BOUNDED_DIVERGENT:
            return lambda detail: bounded.steps(facts)
    return only("that A^n has no limit", facts)


METHOD = Method("eigenvector", "a vector v for which A^n v grows, alternates or turns for ever", found)
