"""The numbered statements that proofs cite, each with its full proof.

Conventions: A is a complex n x n matrix, n >= 1; z is an eigenvalue of A if A v = z v for a vector v != 0.
The index of z, the size of its largest Jordan block, is the smallest m >= 1 with
ker (A - z I)^m = ker (A - z I)^(m+1). |.| is a norm of vectors and the operator norm that belongs to it; all
norms on a space of finite dimension are equivalent, so limits and growth do not depend on the choice.
A^0 = I and 0^0 = 1; C(n, j) = 0 for j > n, and a term with this factor is 0. A polynomial is strictly stable
if all its roots have modulus < 1. p*(x) = x^d p(1/x) for a polynomial p of degree d.

Numbers never change; new statements take new numbers.
"""

from __future__ import annotations

import re

from symspec.errors import InputError
from symspec.theorems.by_hand import BY_HAND
from symspec.theorems.decomposition import DECOMPOSITION
from symspec.theorems.discs import DISCS
from symspec.theorems.forms import FORMS
from symspec.theorems.nonnegative import NONNEGATIVE
from symspec.theorems.over_fields import OVER_FIELDS
from symspec.theorems.powers import POWERS
from symspec.theorems.roots import ROOTS
from symspec.theorems.statement import Theorem

__all__ = ["THEOREMS", "Theorem", "cited", "foundations", "theorem"]

THEOREMS: tuple[Theorem, ...] = tuple(
    sorted(
        (*POWERS, *DECOMPOSITION, *ROOTS, *BY_HAND, *FORMS, *DISCS, *NONNEGATIVE, *OVER_FIELDS),
        key=lambda t: t.number,
    )
)
"""All statements, by number."""

_BY_NUMBER = {t.number: t for t in THEOREMS}
_BY_KEY = {t.key: t for t in THEOREMS}


def theorem(name: int | str) -> Theorem:
    """The statement with that number or short name.

    Raises:
        InputError: there is none.

    >>> theorem(1).name, theorem("cayley-hamilton").number
    ('Proposition 1', 12)
    """
    text = str(name).strip().lower()
    found = (
        _BY_NUMBER.get(int(text))
        if text.isascii() and text.isdecimal() and len(text) < 4
        else _BY_KEY.get(text)
    )
    if found is None:
        known = f"a number from 1 to {len(THEOREMS)} or one of: {', '.join(_BY_KEY)}"
        raise InputError(f'there is no statement "{text[:40]}"; use {known}.')
    return found


def cited(t: Theorem) -> tuple[int, ...]:
    """The numbers of the statements that its text and its proof cite, each once, in order.

    >>> cited(theorem("proposition-1"))
    (4, 6, 5, 8)
    """
    found = (number for text in (t.statement, *t.proof) for number in re.findall(r"\[(\d+)\]", text))
    return tuple(dict.fromkeys(map(int, found)))


def foundations(name: int | str) -> tuple[Theorem, ...]:
    """The statement, and then all that its proof rests on, in the order in which a reader meets them.

    Raises:
        InputError: there is no such statement.

    >>> [t.number for t in foundations("eigenvector")], [t.number for t in foundations(1)]
    ([8], [1, 4, 6, 5, 8, 12, 3])
    """
    found = [theorem(name)]
    for t in found:
        found += [theorem(k) for k in cited(t) if all(k != known.number for known in found)]
    return tuple(found)
