"""The sentences of proofs: one whole sentence for each code, with named places for the exact objects.

Each template stands by itself: no sentence is glued together from others, so that another language may order
its words as it wants. The place {x} is the variable of polynomials in the notation that was chosen. A
template that depends on a count is a Plural. French and Romanian: symspec/languages/locale, domain "proofs".
"""

from __future__ import annotations

from collections.abc import Mapping

from symspec.languages import Template, Vocabulary
from symspec.render.phrases.frame import FRAME
from symspec.render.phrases.full import FULL
from symspec.render.phrases.limits import LIMITS
from symspec.render.phrases.methods import METHODS
from symspec.render.phrases.no_limits import NO_LIMITS
from symspec.render.phrases.over_fields import OVER_FIELDS
from symspec.render.phrases.short import SHORT
from symspec.render.phrases.spectrum import SPECTRUM

ENGLISH: Mapping[str, Template] = {
    **FRAME,
    **SPECTRUM,
    **LIMITS,
    **NO_LIMITS,
    **SHORT,
    **METHODS,
    **FULL,
    **OVER_FIELDS,
}

STANDING_PLACES = frozenset({"x"})
"""Places that every template may have, filled by the notation."""


def phrases(lang: str) -> Vocabulary:
    """The sentences of proofs in that language."""
    return Vocabulary("proofs", ENGLISH, lang)
