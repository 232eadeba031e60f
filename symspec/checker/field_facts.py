"""What a claim of a fact about a matrix over a number field demands; nothing follows about its powers."""

from __future__ import annotations

from symspec.certificate import EmbeddedJordan, FieldParts, NumberFieldMatrix
from symspec.checker.arithmetic import are_independent, product, scaled
from symspec.checker.facts import demand
from symspec.checker.field_polynomials import applied, as_parts, derivative, unit
from symspec.checker.fields import regular_form


def jordan(A: NumberFieldMatrix, claim: EmbeddedJordan) -> None:
    """A X = X R over the field, X invertible, R made of blocks for monic squarefree polynomials.

    The block of (p, k) has k copies of the transposed companion matrix C of p on its diagonal and identities
    above them. For a root z of p at theta, C (1, z, ..)^T = z (1, z, ..)^T, so columns of X, combined with
    the powers of z, are a Jordan chain of length k for z. p is squarefree, so the Vandermonde matrix of its
    roots is invertible, and the chains of all roots together are a basis of C^n: there A is in Jordan form.
    X and p'(C) are invertible at theta, because their regular forms are, even modulo `modulus`.
    """
    n, m = len(A.parts[0]), A.field.modulus
    degrees, sizes = claim.degrees, claim.sizes
    demand(len(degrees) == len(sizes), claim, "sizes", f"{len(degrees)} of them", len(sizes))
    total = sum(d * k for d, k in zip(degrees, sizes, strict=True))
    demand(total == n, claim, "sum of degree times size = n", str(n), total)
    at = 0
    for d, k in zip(degrees, sizes, strict=True):
        _demand_block(A, claim, at, d, k)
        at += d * k
    demand(_is_block_diagonal(claim), claim, "R between its blocks", "0", "another entry")
    S, X, R = (regular_form(m, B) for B in (A, claim.basis, claim.form))
    left = scaled(R.denominator, product(S.numerator, X.numerator))
    right = scaled(S.denominator, product(X.numerator, R.numerator))
    demand(left == right, claim, "A X = X R", got="another product")
    independent = are_independent(X.numerator, claim.modulus)
    demand(independent, claim, "X", "invertible modulo the modulus", "perhaps not")


def _demand_block(A: NumberFieldMatrix, claim: EmbeddedJordan, at: int, d: int, k: int) -> None:
    """k copies of C on the diagonal, identities above, where C has the coefficients of p in its last row."""
    form = claim.form
    for copy in range(k):
        row = at + copy * d
        for i in range(d):
            for j in range(d):
                if i + 1 < d:
                    demand(_is(form, row + i, row + j, int(j == i + 1)), claim, "C", "ones beside", "another")
                else:
                    same = _entry(form, row + i, row + j) == _entry(form, at + i, at + j)
                    demand(same, claim, "the copies of C", "equal", "different ones")
                if copy + 1 < k:
                    above = _is(form, row + i, row + d + j, int(i == j))
                    demand(above, claim, "between two copies of C", "I", "another block")
    C = FieldParts(
        form.denominator, tuple([tuple([r[at : at + d] for r in part[at : at + d]]) for part in form.parts])
    )
    p = [_negated(_entry(form, at + d - 1, at + j)) for j in range(d)]
    p.append((form.denominator,) + (0,) * (len(form.parts) - 1))
    block = NumberFieldMatrix(C.denominator, A.field, C.parts)
    X, _ = applied(derivative(p), block, unit(d, len(form.parts)))
    whole = regular_form(A.field.modulus, as_parts(X, len(form.parts), 1)).numerator
    squarefree = are_independent(whole, claim.modulus)
    demand(squarefree, claim, "p'(C)", "invertible modulo the modulus", "perhaps not")


def _is_block_diagonal(claim: EmbeddedJordan) -> bool:
    """Outside of the blocks and what _demand_block looked at, R is 0."""
    allowed: set[tuple[int, int]] = set()
    at = 0
    for d, k in zip(claim.degrees, claim.sizes, strict=True):
        for copy in range(k):
            row = at + copy * d
            end = row + (2 * d if copy + 1 < k else d)
            allowed.update([(i, j) for i in range(row, row + d) for j in range(row, end)])
        at += d * k
    n = at
    return all((i, j) in allowed or not any(_entry(claim.form, i, j)) for i in range(n) for j in range(n))


def _entry(B: FieldParts, i: int, j: int) -> tuple[int, ...]:
    return tuple([part[i][j] for part in B.parts])


def _is(B: FieldParts, i: int, j: int, value: int) -> bool:
    return _entry(B, i, j) == (value * B.denominator,) + (0,) * (len(B.parts) - 1)


def _negated(c: tuple[int, ...]) -> tuple[int, ...]:
    return tuple([-x for x in c])
