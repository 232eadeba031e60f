"""P with D or J: "P = .., D = ..", "P^-1 A P = D with P = ..", "J = diag(J2(2), 1), v1 = (..)"."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import ParseError
from symspec.exercises import words
from symspec.exercises.decimals import is_decimal
from symspec.exercises.language.denials import denial
from symspec.exercises.matrices import MatrixReader
from symspec.exercises.parse import GivenMatrix, definitions, stands_for_matrix, statements
from symspec.exercises.polynomial_answer import letters
from symspec.exercises.refusal import refused
from symspec.exercises.values import is_number
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import (
    Answer,
    Call,
    ListOf,
    Name,
    Neg,
    Node,
    Number,
    Power,
    Product,
    Relation,
    Rows,
    SetOf,
    Statement,
    Sum,
    Transpose,
    TupleOf,
    Word,
)

MOST_WORDS = 30  # of an answer that denies that there is such a pair
_MIDDLE = ("D", "J", "Lambda", "Delta", "Sigma", "L", "J_A", "D_A", "Λ")
_BASIS = tuple("PQSTVUXWMCBRGZH")


@dataclass(frozen=True, slots=True)
class PairAnswer:
    """P and the diagonal or Jordan matrix beside it.

    Attributes:
        P: the matrix of the change of basis, if it is given.
        middle: D or J, if it is given.
        inverted: the answer writes A = P^-1 D P or an equation that says the same.
        transposed: it writes P^T in the place of P^-1.
        denied: it says that there is no such pair.
        false_equation: an equation between A, P and D that the answer writes and that does not hold.
    """

    P: GivenMatrix | None
    middle: GivenMatrix | None
    inverted: bool = False
    transposed: bool = False
    denied: bool = False
    false_equation: str = ""

    def echo(self, letter: str) -> str:
        """How it was understood."""
        if self.denied:
            return "A is not diagonalizable"
        inverse = "P^T" if self.transposed else "P^-1"
        equation = f"{inverse} {letter} P" if self.inverted else f"P {letter} {inverse}"
        parts = [f"{name} = {m.matrix}" for name, m in (("P", self.P), (letter, self.middle)) if m]
        return ", ".join([*parts, f"A = {equation}"] if self.P else parts)


def pair_answer(tree: Answer, reader: MatrixReader, letter: str, *, of_symmetry: bool = False) -> PairAnswer:
    """P and D, or P and J, by their names, by the equation that is written, or in this order.

    Args:
        tree: the answer.
        reader: reads the matrices.
        letter: D or J.
        of_symmetry: "A is not symmetric" says that there is no such pair.

    Raises:
        ParseError: neither can be made out.
    """
    parts = [p for s in statements(tree) for p in (s.parts if isinstance(s, Statement) else (s,))]
    named = {k: v for k, v in definitions(parts).items() if k != "A"}
    reader.named = named
    reader.used += [p for p in parts if isinstance(p, Relation) and len(letters(p)) > 1 and "A" in letters(p)]
    single = reader.a.order == 1
    first = _first(named, _MIDDLE, numbers=single)
    basis = _first(named, _BASIS, numbers=single)
    equation = _equation(parts, basis or "P", first)
    if first is None and basis is not None and equation is not None and equation.middle is not None:
        return _with_middle(reader, named[basis], equation, letter)
    spoken = words.line(tree)
    denied = spoken.count(" ") < MOST_WORDS and denial(spoken, of_symmetry=of_symmetry)
    if (basis or first) and denied and letter == "D":
        raise refused("answer.alternatives", reader.text, 0)
    if basis or first:
        return PairAnswer(
            _given(reader, named[basis]) if basis else _columns(reader, named),
            _given(reader, named[first], as_sum=letter == "J")
            if first
            else _implied(reader, basis, equation),
            equation is not None and equation.inverted,
            equation is not None and equation.transposed,
            false_equation="" if equation else _false_equation(parts, reader),
        )
    found = _unnamed(tree, parts, reader, letter)
    if found:
        return found
    if denied:
        return PairAnswer(None, None, denied=True)
    example = "J = diag(J2(3), 1)" if letter == "J" else "D = diag(3, 1)"
    raise refused("pair.unreadable", reader.text, 0, ("letter", letter), ("example", example))


def _first(named: dict[str, Node], names: tuple[str, ...], *, numbers: bool) -> str | None:
    """The first of the names that stands for a matrix; with `numbers` a number is one, too."""
    known = [x for x in names if x in named]
    return next(
        (x for x in known if _is_matrix_like(named[x], named) or (numbers and is_number(named[x]))), None
    )


def _is_matrix_like(node: Node, named: dict[str, Node]) -> bool:
    return (
        stands_for_matrix(node, named)
        or is_block_sum(node)
        or isinstance(node, ListOf | TupleOf)
        or (isinstance(node, Name) and node.name in ("I", "E", "Id"))
        or node == Number(Fraction(0))
    )


def _given(reader: MatrixReader, node: Node, *, as_sum: bool = False) -> GivenMatrix:
    if as_sum and is_block_sum(node):
        return GivenMatrix(reader.diagonal(blocks_of(node)), is_decimal(node))
    return GivenMatrix(reader.matrix(node), is_decimal(node))


def is_block_sum(node: Node) -> bool:
    """J_2(3) + J_1(3), a direct sum, or one block."""
    blocks = blocks_of(node)
    return bool(blocks) and all(isinstance(x, Call) and x.function.startswith("J_") for x in blocks)


def blocks_of(node: Node) -> tuple[Node, ...]:
    """The terms of a sum; the node itself if it is none."""
    return node.terms if isinstance(node, Sum) else (node,)


def _columns(reader: MatrixReader, named: dict[str, Node]) -> GivenMatrix | None:
    """P from v_1 = (..), v_2 = (..), .. where no name was given to it."""
    n = reader.a.order
    for letter in ("v", "u", "w", "x", "p"):
        keys = [f"{letter}_{i}" for i in range(1, n + 1)]
        if all(key in named for key in keys):
            node = TupleOf(tuple(Name(key) for key in keys))
            return _given(reader, node)
    return None


def _with_middle(reader: MatrixReader, basis: Node, equation: _Equation, letter: str) -> PairAnswer:
    assert equation.middle is not None
    middle = _given(reader, equation.middle, as_sum=letter == "J")
    return PairAnswer(_given(reader, basis), middle, equation.inverted, equation.transposed)


def _implied(reader: MatrixReader, basis: str | None, equation: _Equation | None) -> GivenMatrix | None:
    """With P and an equation but without D: D is what the equation says."""
    if basis is None or equation is None:
        return None
    p = reader.matrix(Name(basis))
    if p.shape != reader.a.shape or p.rank < p.order:
        return None
    return GivenMatrix(_conjugate(reader.a, p, inverted=equation.inverted), False)


def _conjugate(a: ExactMatrix, p: ExactMatrix, *, inverted: bool) -> ExactMatrix:
    """P^-1 A P, or P A P^-1."""
    return p @ a @ p.inverse if inverted else p.inverse @ a @ p


# -- two matrices without names -------------------------------------------------------------------


def _unnamed(tree: Answer, parts: list[Node], reader: MatrixReader, letter: str) -> PairAnswer | None:
    """[[..]], diag(..); J alone; a list of blocks J_2(3), J_1(2); A = [[..]] [[..]] [[..]]^-1."""
    for part in parts:
        if isinstance(part, Relation) and part.operands[0] == Name("A"):
            value = part.operands[-1]
            if isinstance(value, Product) and len(value.factors) == 3:
                return _triple(reader, value.factors, letter)
    if letter == "J":
        blocks = [x for part in parts for x in _block_list(part)]
        if blocks and all(_is_part_of_blocks(x) for x in parts):
            return PairAnswer(None, GivenMatrix(reader.diagonal(tuple(blocks)), False))
    values = [p.operands[-1] if isinstance(p, Relation) else p for p in parts]
    pair = [x for x in values if words.is_matrix(x)]
    if len(pair) == 1 and isinstance(pair[0], TupleOf) and len(pair[0].items) == 2:
        if all(map(words.is_matrix, pair[0].items)):
            pair = list(pair[0].items)
    if len(pair) == 2:
        return PairAnswer(_given(reader, pair[0]), _given(reader, pair[1]))
    if len(pair) == 1:
        return PairAnswer(None, _given(reader, pair[0]))
    return None


def _block_list(node: Node) -> tuple[Node, ...]:
    if isinstance(node, SetOf | ListOf | TupleOf):
        return tuple(x for item in node.items for x in _block_list(item))
    if isinstance(node, Relation):
        return _block_list(node.operands[-1])
    return blocks_of(node) if is_block_sum(node) else ()


def _is_part_of_blocks(node: Node) -> bool:
    return isinstance(node, Word) or bool(_block_list(node))


def _triple(reader: MatrixReader, factors: tuple[Node, ...], letter: str) -> PairAnswer:
    """A = P D P^-1 with the matrices written out: the third factor must be the inverse of the first."""
    p, middle, last = (reader.matrix(x) for x in factors)
    if p.shape == last.shape == reader.a.shape and p @ last != reader.a.identity():
        raise refused("pair.not_inverse", reader.text, factors[2].position, ("letter", letter))
    return PairAnswer(GivenMatrix(p, False), GivenMatrix(middle, False))


# -- the equation -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Equation:
    """A = P D P^-1, or A = P^-1 D P; with D where the equation itself writes it out."""

    inverted: bool
    transposed: bool
    middle: Node | None


def _equation(parts: list[Node], basis: str, middle: str | None) -> _Equation | None:
    for part in parts:
        if isinstance(part, Relation) and set(part.signs) == {"="}:
            for left, right in zip(part.operands, part.operands[1:], strict=False):
                found = _oriented(left, right, basis, middle) or _oriented(right, left, basis, middle)
                if found:
                    return found
    return None


def _false_equation(parts: list[Node], reader: MatrixReader) -> str:
    """The first equation between A and the named matrices that is false."""
    known = reader.named.keys() | {"A", "I"}
    for part in parts:
        if isinstance(part, Relation) and set(part.signs) == {"="} and len(letters(part)) > 1:
            if "A" in letters(part) <= known and not isinstance(part.operands[-1], Rows):
                if not _holds(part, reader):
                    return spelled(part)
    return ""


def _holds(relation: Relation, reader: MatrixReader) -> bool:
    """All sides are equal matrices; False also where one cannot be computed."""
    try:
        first, *rest = [reader.matrix(x) for x in relation.operands]
    except ParseError:
        return False
    return all(first == x for x in rest)


def _oriented(left: Node, right: Node, basis: str, middle: str | None) -> _Equation | None:
    """The equation, if it relates A, the basis and the middle in one of the usual ways."""
    p, q = f"{basis}", f"{basis}^-1"
    names = {"A": "A", p: "p", q: "q", f"{basis}^T": "q", middle or "D": "d"}
    sides = []
    written = None
    for side in (left, right):
        letters = []
        for factor in _factors(side):
            symbol = names.get(_symbol(factor), "")
            if not symbol and middle is None and (words.is_matrix(factor) or isinstance(factor, Name)):
                symbol, written = "d", factor if words.is_matrix(factor) else written
            letters.append(symbol or "?")
        sides.append("".join(letters))
    transposed = any(_symbol(f) == f"{basis}^T" for side in (left, right) for f in _factors(side))
    if tuple(sides) in (("A", "pdq"), ("d", "qAp"), ("Ap", "pd"), ("qA", "dq")):
        return _Equation(False, transposed, written)
    if tuple(sides) in (("A", "qdp"), ("d", "pAq"), ("pA", "dp"), ("Aq", "qd")):
        return _Equation(True, transposed, written)
    return None


def _factors(node: Node) -> tuple[Node, ...]:
    return node.factors if isinstance(node, Product) else (node,)


def _symbol(node: Node) -> str:
    match node:
        case Name(name):
            return name
        case Power(Name(name), Neg(Number(k))) if k == 1:
            return f"{name}^-1"
        case Power(Name(name), Number(k)) if k == -1:
            return f"{name}^-1"
        case Power(Name(name), Name("n" | "k")):
            return name
        case Transpose(Name(name)) | Power(Name(name), Name("T")):
            return f"{name}^T"
    return ""
