"""A text with formulas before it is set: a closed union of blocks that every format prints."""

from __future__ import annotations

from dataclasses import dataclass

from symspec.notation.formula import RELATIONS, Box, Fence, Operator, Row, Upright, row, width
from symspec.notation.sentence import Formula, Piece, Words
from symspec.render.plots.data import Drawing

# The width of a line in digits, as symspec.notation.formula.width counts them.
LINE = 66
# A formula in a sentence that is wider is set off.
WIDEST_INLINE = 48
SIGNS = (Operator("+"), Operator("-"))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words and formulas.

    Attributes:
        pieces: the text.
        role: "plain", "goal", "remark", "check", "conclusion" or "ending" (both followed by the end
            mark; a conclusion stands out), "names", or "hint" (folded where that is possible).
        head: a word set off in front; "" for none.
    """

    pieces: tuple[Piece, ...]
    role: str = "plain"
    head: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """a = b = c in lines: (left of the sign, from the sign on); the left is None on later lines."""

    lines: tuple[tuple[Box | None, Box], ...]


@dataclass(frozen=True, slots=True)
class Displayed:
    """Formulas set off from the text, in rows of short ones side by side, with what they stand on."""

    rows: tuple[tuple[Chain, ...], ...]
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A titled group of blocks; the number "" is not printed."""

    number: str
    title: tuple[Piece, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """What the labels stand for."""

    title: str
    entries: tuple[tuple[str, tuple[Piece, ...]], ...]


Block = Paragraph | Displayed | Part | Legend


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text.

    Attributes:
        title: in plain words.
        lang: its language, as a tag for browsers.
        blocks: its parts.
        qed: the mark at the end of a proof.
        pictures: stand before the legends, where the format has pictures.
    """

    title: str
    lang: str
    blocks: tuple[Block, ...]
    qed: str
    pictures: tuple[Drawing, ...] = ()

    @property
    def text(self) -> tuple[Block, ...]:
        """Everything before the legends."""
        return tuple(block for block in self.blocks if not isinstance(block, Legend))

    @property
    def legends(self) -> tuple[Block, ...]:
        """What the labels stand for."""
        return tuple(block for block in self.blocks if isinstance(block, Legend))


# -- wide formulas in sentences --------------------------------------------------------------


def set_off(paragraph: Paragraph) -> list[Block]:
    """The paragraph, with its formulas that are too wide for a line of text on lines of their own."""
    blocks: list[Block] = []
    running: list[Piece] = []
    for piece in paragraph.pieces:
        if isinstance(piece, Formula) and width(piece.box) > WIDEST_INLINE:
            blocks += [Paragraph(tuple(running), paragraph.role, paragraph.head)] if running else []
            blocks.append(Displayed(((chain(*sides_of(piece.box)),),)))
            running = []
        elif isinstance(piece, Words) and not running and blocks:
            # A full stop or a comma after a formula on its own line is left out.
            text = piece.text.lstrip(".,;: ")
            running += [Words(text)] if text else []
        else:
            running.append(piece)
    return [*blocks, Paragraph(tuple(running), paragraph.role, paragraph.head)] if running else blocks


def sides_of(box: Box) -> tuple[list[Box], tuple[str, ...]]:
    """The sides of a relation and the signs between them."""
    parts = box.parts if isinstance(box, Row) else (box,)
    sides: list[list[Box]] = [[]]
    signs: list[str] = []
    for part in parts:
        if isinstance(part, Operator) and part.sign in RELATIONS and sides[-1]:
            signs.append(part.sign)
            sides.append([])
        else:
            sides[-1].append(part)
    return [row(*side) for side in sides], tuple(signs)


# -- formulas in lines -----------------------------------------------------------------------


def chain(sides: list[Box], signs: tuple[str, ...], room: int = LINE) -> Chain:
    """The sides with their signs, on one line if they fit, else one line for each and more where needed."""
    if len(sides) == 1:
        return Chain(tuple((None, line) for line in broken(sides[0], room)))
    tails = [row(Operator(sign), side) for sign, side in zip(signs, sides[1:], strict=True)]
    if width(sides[0]) + sum(map(width, tails)) <= room:
        return Chain(((sides[0], row(*tails)),))
    left = width(sides[0])
    if left > room // 2:
        lines = [line for box in (sides[0], *tails) for line in broken(box, room)]
        return Chain(tuple((None, line) for line in lines))
    cut = [line for tail in tails for line in broken(tail, room - left)]
    return Chain(((sides[0], cut[0]), *((None, line) for line in cut[1:])))


def broken(box: Box, room: int) -> list[Box]:
    """The formula in lines no wider than that, as far as it can be broken: before signs, between factors."""
    if not isinstance(box, Row | Fence) or width(box) <= room:
        return [box]
    box = _opened(box, room)
    is_sum = any(part in SIGNS for part in box.parts[1:])
    lines: list[list[Box]] = [[]]
    used = 0
    for group in _groups(box.parts, is_sum=is_sum):
        size = sum(map(width, group))
        if lines[-1] and used + size > room and not _is_sign(lines[-1]):
            lines.append([])
            used = 0
        lines[-1] += group
        used += size
    return [row(*line) for line in lines]


def _opened(box: Row | Fence, room: int) -> Row:
    """The formula in which brackets around what is wider than the room may be parted by the end of a line."""
    parts: list[Box] = []
    for part in box.parts if isinstance(box, Row) else (box,):
        if isinstance(part, Fence) and part.kind == "(" and width(part) > room:
            inside = part.inside.parts if isinstance(part.inside, Row) else (part.inside,)
            parts += [Upright("("), *inside, Upright(")")]
        else:
            parts.append(part)
    return Row(tuple(parts))


def _groups(parts: tuple[Box, ...], *, is_sum: bool) -> list[list[Box]]:
    """Parts that stay together: a sign and its term, or each factor."""
    groups: list[list[Box]] = [[]]
    for part in parts:
        starts = part in SIGNS or _is_relation(part) if is_sum else True
        if starts and groups[-1] and not _is_sign(groups[-1]):
            groups.append([])
        groups[-1].append(part)
    return groups


def _is_sign(parts: list[Box]) -> bool:
    return len(parts) == 1 and (_is_relation(parts[0]) or parts[0] in SIGNS)


def _is_relation(part: Box) -> bool:
    return isinstance(part, Operator) and part.sign in RELATIONS


def side_by_side(chains: list[Chain], room: int = LINE) -> tuple[tuple[Chain, ...], ...]:
    """Short chains share a row; a chain of several lines has its own."""
    rows: list[list[Chain]] = []
    used = room + 1
    for item in chains:
        size = chain_width(item) + 4
        if len(item.lines) > 1 or used + size > room:
            rows.append([])
            used = 0
        rows[-1].append(item)
        used += size if len(item.lines) == 1 else room + 1
    return tuple(map(tuple, rows))


def chain_width(item: Chain) -> int:
    """The width of its widest line."""
    left = max((width(a) for a, _ in item.lines if a is not None), default=0)
    return left + max(width(b) for _, b in item.lines)
