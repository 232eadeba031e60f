"""What a proof is made of: a closed union of frozen records. Words are made in symspec.render only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.certificate import Certificate, Claim, NumberFieldMatrix
from symspec.errors import InternalError
from symspec.proof.elimination import Combination, Reduction, is_right
from symspec.proof.evaluation import holds
from symspec.proof.formula import Expr, Literal, Relation, equal
from symspec.truth import Behavior

Reason = Claim | int
"""What a leaf stands on: a claim of the proof's certificate, or the number of a theorem."""


@dataclass(frozen=True, slots=True)
class Roots:
    """The two roots of a quadratic polynomial, in radicals."""

    polynomial: Polynomial


@dataclass(frozen=True, slots=True)
class Eigenvalue:
    """A rational eigenvalue with its algebraic multiplicity."""

    value: Fraction
    multiplicity: int


@dataclass(frozen=True, slots=True)
class Approximate:
    """A number that illustrates and proves nothing, to be written with a few digits: real + imag i."""

    real: Fraction
    imag: Fraction = Fraction(0)


Item = int | Expr | Relation | Roots | Eigenvalue | Approximate | Combination
Field = Item | tuple[Item, ...]
Fields = tuple[tuple[str, Field], ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence `code` about the exact objects in `fields`.

    Attributes:
        code: names the sentence in the tables of symspec.render.phrases.
        fields: the objects by the names that the sentence gives them.
        because: the claims and theorems it stands on.
        checks: relations that make it true, evaluated when the proof is built.
    """

    code: str
    fields: Fields
    because: tuple[Reason, ...]
    checks: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A tempting conclusion that is wrong, and why it is wrong; fields as in Sentence."""

    code: str
    fields: Fields
    because: tuple[Reason, ...]
    checks: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What has been proved; fields as in Sentence."""

    code: str
    fields: Fields
    because: tuple[Reason, ...]
    checks: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Display:
    """Formulas that are set off from the text; each is evaluated when the proof is built."""

    checks: tuple[Relation, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """A line that repeats by arithmetic what was just said."""

    checks: tuple[Relation, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class SchurCohnTable:
    """All roots of `rows[0]` have modulus < 1.

    Attributes:
        rows: integer coefficients, constant term first; each row is, up to a factor, the reduction
            (a_d p - a_0 p*) / x of the row p above it, and |a_0| < |a_d| in every row.
        because: as in Sentence.
    """

    rows: tuple[tuple[int, ...], ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class RowReduction:
    """A row reduction, each matrix before and after its named operations; changed entries are marked.

    Attributes:
        reduction: the matrices.
        because: as in Sentence.
        name: what the first matrix is called; None for no name.
    """

    reduction: Reduction
    because: tuple[Reason, ...]
    name: Expr | None = None


@dataclass(frozen=True, slots=True)
class Division:
    """p divided by x - root with remainder 0, by Horner's scheme."""

    polynomial: Polynomial
    root: Fraction
    because: tuple[Reason, ...]


Leaf = Sentence | Remark | Conclusion | Display | Check | SchurCohnTable | RowReduction | Division


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of steps; a section inside another one holds its sub-steps.

    Attributes:
        code: names the title.
        steps: what is in it.
        fields: the objects in the title.
        hint: what a reader who wants to find the steps alone is told first; None for no hint.
    """

    code: str
    steps: tuple[Step, ...]
    fields: Fields = ()
    hint: Sentence | None = None


Step = Leaf | Section


@dataclass(frozen=True, slots=True)
class ProofTree:
    """A proof about the powers of one matrix.

    Attributes:
        given: A.
        behavior: the fate of A^n that is proved.
        method, detail: how it is proved, and how much is written.
        goal: the sentence to be proved.
        steps: the argument.
        certificate: A and exactly the claims that the leaves cite, in order of first use.
    """

    given: ExactMatrix
    behavior: Behavior
    method: str
    detail: str
    goal: Sentence
    steps: tuple[Step, ...]
    certificate: Certificate


def leaves(steps: tuple[Step, ...]) -> Iterator[Leaf]:
    """Every leaf, in reading order."""
    for step in steps:
        if isinstance(step, Section):
            yield from (step.hint,) if step.hint else ()
            yield from leaves(step.steps)
        else:
            yield step


def claims_cited(steps: tuple[Step, ...]) -> tuple[Claim, ...]:
    """The claims that the leaves cite, each once, in order of first use."""
    cited = (reason for leaf in leaves(steps) for reason in leaf.because if not isinstance(reason, int))
    return tuple(dict.fromkeys(cited))


def theorems_cited(steps: tuple[Step, ...]) -> tuple[int, ...]:
    """The numbers of the theorems that the leaves cite, in increasing order."""
    return tuple(
        sorted({reason for leaf in leaves(steps) for reason in leaf.because if isinstance(reason, int)})
    )


def proof_tree(
    given: ExactMatrix,
    behavior: Behavior,
    *,
    method: str,
    detail: str,
    goal: Sentence,
    steps: tuple[Step, ...],
    matrix: NumberFieldMatrix | None = None,
) -> ProofTree:
    """The proof, after every relation and table in it has been evaluated again.

    Args:
        matrix: A in the certificate language, where it has entries in a number field.

    Raises:
        InternalError: a step is false, or a leaf stands on nothing.
    """
    for leaf in leaves(steps):
        require(leaf)
    certificate = Certificate(matrix or given.as_rational_matrix(), claims_cited(steps))
    return ProofTree(given, behavior, method, detail, goal, steps, certificate)


def require(leaf: Leaf) -> None:
    """Nothing, if the leaf is true and stands on something.

    Raises:
        InternalError: otherwise.
    """
    name = getattr(leaf, "code", type(leaf).__name__)
    if not leaf.because:
        raise InternalError(f"the proof step {name} cites nothing.")
    if isinstance(leaf, SchurCohnTable):
        if not leaf.rows or leaf.rows != schur_cohn_rows(leaf.rows[0]):
            raise InternalError("a Schur-Cohn table in a proof is wrong.")
        return
    if isinstance(leaf, RowReduction):
        named = leaf.name is None or holds(equal(leaf.name, Literal(leaf.reduction.start)))
        if not (named and is_right(leaf.reduction)):
            raise InternalError("a row reduction in a proof is wrong.")
        return
    if isinstance(leaf, Division):
        if horner_row(leaf.polynomial, leaf.root)[-1] != 0:
            raise InternalError("a division in a proof leaves a remainder.")
        return
    for relation in leaf.checks:
        if not holds(relation):
            raise InternalError(f"a relation of the proof step {name} is false: {relation}.")


def schur_cohn_rows(p: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """The rows of the Schur-Cohn table of p, down to degree 1; () unless |a_0| < |a_d| in every row.

    >>> schur_cohn_rows((1, 0, 2, 4)), schur_cohn_rows((1, 2, 1))
    (((1, 0, 2, 4), (-2, 8, 15), (8, 13)), ())
    """
    rows = [p]
    while abs(rows[-1][0]) < abs(rows[-1][-1]):
        row = rows[-1]
        if len(row) <= 2:
            return tuple(rows)
        reduced = [row[-1] * a - row[0] * b for a, b in zip(row, reversed(row), strict=True)][1:]
        content = gcd(*reduced)
        rows.append(tuple(a // content for a in reduced))
    return ()


def horner_row(p: Polynomial, r: Fraction) -> tuple[Fraction, ...]:
    """The coefficients of the quotient of p by x - r, leading coefficient first, and the remainder p(r).

    >>> horner_row(Polynomial.of([-2, 3, -1]), Fraction(1))
    (Fraction(-1, 1), Fraction(2, 1), Fraction(0, 1))
    """
    found: list[Fraction] = []
    for c in reversed(p.coefficients):
        found.append(c + r * found[-1] if found else c)
    return tuple(found)
