"""Similarity of A and B: P with its equation, or yes or no in words."""

from __future__ import annotations

from dataclasses import dataclass

from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis
from symspec.errors import InputError, ParseError
from symspec.exercises import words
from symspec.exercises.language import vocabulary
from symspec.exercises.language.prose import words_of
from symspec.exercises.matrices import MatrixReader
from symspec.exercises.parse import definitions, statements
from symspec.exercises.refusal import refused
from symspec.syntax.tree import Answer, Name, Node, Relation, Statement

_BASIS = ("P", "T", "S", "Q", "M", "U", "C", "X", "V", "W", "R", "G", "Z", "K", "H")


@dataclass(frozen=True, slots=True)
class SimilarityAnswer:
    """What the answer says about A and B.

    Attributes:
        B: the second matrix of the question.
        P: the matrix of the change of basis, if one is given.
        similar: yes or no, where no P is given.
        holds: whether the equation that the answer writes between A, B and P is true; None without one.
    """

    B: ExactMatrix
    P: ExactMatrix | None
    similar: bool
    holds: bool | None = None

    @property
    def echo(self) -> str:
        """How it was understood."""
        if self.P is not None:
            return f"A and B are similar by P = {self.P}"
        return "A and B are similar" if self.similar else "A and B are not similar"


def second_matrix(an: Analysis, about: object) -> object:
    """B, read through the one door.

    Raises:
        InputError: it is missing, or no square matrix.
    """
    from symspec.algebra.coerce import matrix

    if about is None:
        raise InputError(
            '"similarity" needs the second matrix: check_answer("similarity", A, text, about=B).'
        )
    read: ExactMatrix = matrix(about)
    return read


def similarity_answer(tree: Answer, reader: MatrixReader) -> SimilarityAnswer:
    """P = .., P^-1 A P = B with P = .., "similar", "not similar".

    Raises:
        ParseError: neither a matrix nor a verdict can be made out.
    """
    b = reader.about
    assert isinstance(b, ExactMatrix)
    parts = [p for s in statements(tree) for p in (s.parts if isinstance(s, Statement) else (s,))]
    named = {k: v for k, v in definitions(parts).items() if k not in ("A", "B", "I")}
    node = _basis(parts, named)
    reader.named = named
    if node is not None:
        p = reader.matrix(node)
        return SimilarityAnswer(b, p, True, _equation(parts, reader))
    spoken = {vocabulary.unaccented(w.text) for w in words_of(tree)}
    stems = any(w.startswith(("similar", "semblab", "asemen", "conjug", "equival")) for w in spoken)
    if stems or spoken & (vocabulary.YES | vocabulary.NO):
        return SimilarityAnswer(b, None, not spoken & (vocabulary.NEGATIONS | vocabulary.NO))
    raise refused("similarity.unreadable", reader.text, 0)


def _basis(parts: list[Node], named: dict[str, Node]) -> Node | None:
    for name in _BASIS:
        if name in named and words.is_matrix(named[name]):
            return named[name]
        if name in named and isinstance(named[name], Name):
            return named[name]
    return next((p for p in parts if words.is_matrix(p)), None)


def _equation(parts: list[Node], reader: MatrixReader) -> bool | None:
    """The truth of the equations that are written between A, B and the names; None if there is none."""
    found: bool | None = None
    for part in parts:
        if not isinstance(part, Relation) or set(part.signs) != {"="} or isinstance(part.operands[0], Name):
            if not (isinstance(part, Relation) and part.operands[0] in (Name("A"), Name("B"))):
                continue
        reader.used.append(part)
        try:
            values = [reader.matrix(x) for x in part.operands]
        except ParseError:
            return False
        found = found is not False and all(v == values[0] for v in values)
    return found
