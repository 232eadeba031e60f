"""Facts about matrices over number fields, with their witnesses, for the certificate language."""

from __future__ import annotations

from symspec.algebra.fields.certified import field_parts, regular_form, root_of
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.modular import pivot_columns, witness_primes
from symspec.certificate import EmbeddedJordan, RootOf
from symspec.spectral.jordan import JordanForm

BITS = 64  # of the root: the fact speaks of the field, whichever root it has


def embedded_jordan_claim(form: JordanForm) -> EmbeddedJordan:
    """The fact `embedded_jordan`: A X = X R over K, with a prime that shows X and the p'(C) invertible."""
    rational = form.rational
    X, R = rational.X, rational.R
    assert isinstance(X, FieldMatrix) and isinstance(R, FieldMatrix)
    root = root_of(X.field, BITS)
    wanted = [_rows(X, root)]
    at = 0
    for chain in form.chains:
        d = chain.polynomial.degree
        C = R.with_entries([row[at : at + d] for row in R.tolist()[at : at + d]])
        slope = chain.polynomial.derivative.at_matrix(C)
        assert isinstance(slope, FieldMatrix)
        wanted.append(_rows(slope, root))
        at += d * chain.size
    degrees = tuple(chain.polynomial.degree for chain in form.chains)
    sizes = tuple(chain.size for chain in form.chains)
    prime = next(
        m for m in witness_primes() if all(len(pivot_columns(rows, m)) == len(rows) for rows in wanted)
    )
    return EmbeddedJordan(degrees, sizes, field_parts(X), field_parts(R), prime)


def _rows(a: ExactMatrix, root: RootOf) -> list[list[int]]:
    assert isinstance(a, FieldMatrix)
    return regular_form(field_parts(a), root).integers()[0]
