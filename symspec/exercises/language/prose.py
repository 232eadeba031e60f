"""What the words of an answer do: letters that are words, reasons, alternatives, unknown words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from symspec.errors import ParseError
from symspec.exercises import words
from symspec.exercises.language import vocabulary
from symspec.exercises.refusal import refused
from symspec.syntax.tree import Answer, Call, Name, Node, Remark, SetOf, Statement, Word

_VERBS = frozenset(
    "think have get got getting find found don't do did didn't know am would believe guess can can't cannot "
    "obtain obtained see need compute computed calculate calculated used multiplied solved solve say claim "
    "conclude had was just also".split()
)
_ARTICLES = frozenset(("a", "o", "à", "y", "e", "ă", "î", "é", "l", "d", "s", "n"))
_RESTATES = frozenset(("i.e.", "ie", "meaning", "namely", "viz"))
_NO_TEXT = frozenset(("?", "??", "???", "-", "--", "...", "n/a", "na", "x?"))


@dataclass(frozen=True, slots=True)
class Prose:
    """An answer taken apart.

    Attributes:
        main: the tree without its reasons.
        reasons: what follows "because", or stands before it at the very beginning.
    """

    main: Answer
    reasons: tuple[Node, ...]


def require_an_answer(text: str) -> None:
    """Refuse "I don't know", "?" and the like, where no digit is given beside it.

    Raises:
        AnswerError: it is that.
    """
    plain = vocabulary.unaccented(text[:400].lower().replace("’", "'")).strip()
    phrase = next((p for p in vocabulary.NO_ANSWER if p in plain), "")
    if plain in _NO_TEXT or (phrase and not any(c.isdigit() for c in text)):
        raise refused("answer.none", text, 0)


def normalised(tree: Answer) -> Answer:
    """The tree with "I" before a verb and articles of one letter as words.

    >>> from symspec.syntax import answer
    >>> normalised(answer("I don't know")).statements[0].parts[0]
    Word(text='i', position=0)
    """
    if not any(isinstance(s, Statement | SetOf) for s in tree.statements):
        return tree
    return Answer(tuple(map(_normalised, tree.statements)), tree.separators, tree.position)


def _normalised(node: Node) -> Node:
    if isinstance(node, SetOf):
        return SetOf(tuple(map(_normalised, node.items)), node.position)
    if not isinstance(node, Statement):
        return node
    parts = node.parts
    following = (*parts[1:], None)
    made = tuple(_as_word(x, y, i) for i, (x, y) in enumerate(zip(parts, following, strict=True)))
    return Statement(made, node.position)


def _as_word(node: Node, following: Node | None, index: int) -> Node:
    if not isinstance(node, Name):
        return node
    if not isinstance(following, Word) or following.text in (":", "="):
        return node
    pronoun = node.name in ("I", "i") and following.text in _VERBS
    article = node.name in _ARTICLES and not (node.name in ("e", "n") and index == 0)
    return Word(node.name.lower(), node.position) if pronoun or article else node


# -- reasons --------------------------------------------------------------------------------------


def apart(tree: Answer, *, conclusions: bool = False) -> Prose:
    """The answer and its reasons.

    Args:
        tree: the answer.
        conclusions: what stands before "so", and what a remark or a colon adds, are reasons, too.
    """
    cutter = _Cutter(conclusions)
    for i, statement in enumerate(tree.statements):
        cutter.take(statement, "" if i == 0 else tree.separators[i - 1])
    if not cutter.main or not cutter.reasons:
        return Prose(tree, ())
    separators = tuple(cutter.glue[1:])
    return Prose(Answer(tuple(cutter.main), separators, tree.position), tuple(cutter.reasons))


class _Cutter:
    """Goes through the statements and remembers whether a reason is being given."""

    def __init__(self, conclusions: bool) -> None:
        self.conclusions = conclusions
        self.main: list[Node] = []
        self.glue: list[str] = []
        self.reasons: list[Node] = []
        self.in_reason = False

    def take(self, statement: Node, separator: str) -> None:
        if self.in_reason and not self.main and separator in (",", ";"):
            self.in_reason = False  # because the trace is 5, 1 and 4
        parts = statement.parts if isinstance(statement, Statement) else (statement,)
        kept: list[Node] = []
        for i, part in enumerate(parts):
            following = parts[i + 1] if i + 1 < len(parts) else None
            if isinstance(part, Word) and _is_so(part):
                if self.conclusions:
                    self.reasons += [*self.main, *kept]
                    self.main, self.glue, kept = [], [], []
                self.in_reason = False
            elif isinstance(part, Word) and _is_because(part, following):
                self.in_reason = True
            aside = isinstance(part, Remark) and kept and not is_restated(parts[i:])
            told = self.conclusions and isinstance(part, Word) and part.text == ":" and _is_verdict(kept)
            self.in_reason = self.in_reason or told
            if self.in_reason or (self.conclusions and aside) or _is_reason(part):
                self.reasons.append(part)
            else:
                kept.append(part)
        if kept:
            self.main.append(kept[0] if len(kept) == 1 else Statement(tuple(kept), kept[0].position))
            self.glue.append(separator or ",")


def is_restated(following: tuple[Node, ...]) -> bool:
    """4 (i.e. [[4, -2], [6, -3]]): the remark says again what stands before it."""
    match following:
        case (Remark(content), *_):
            first = content.statements[0]
            first = first.parts[0] if isinstance(first, Statement) else first
            return isinstance(first, Word) and first.text in _RESTATES
    return False


def _is_verdict(parts: list[Node]) -> bool:
    """What stands before a colon says by itself what becomes of A^n."""
    return bool(parts) and words.verdict(words.claims(words.line(Statement(tuple(parts))))) is not None


def _is_reason(part: Node) -> bool:
    """(because ..)"""
    if not isinstance(part, Remark):
        return False
    first = part.content.statements[0]
    first = first.parts[0] if isinstance(first, Statement) else first
    return isinstance(first, Word) and _is_because(first, None)


def _is_so(word: Word) -> bool:
    return word.text == "=>" or vocabulary.unaccented(word.text) in vocabulary.SO


def _is_because(word: Word, following: Node | None) -> bool:
    plain = vocabulary.unaccented(word.text)
    if plain in ("pentru", "given", "for", "as"):
        return isinstance(following, Word) and vocabulary.unaccented(following.text) in ("ca", "that", "the")
    return plain in vocabulary.BECAUSE_ALWAYS


# -- words ----------------------------------------------------------------------------------------


def require_known_words(node: Node, text: str) -> None:
    """Every word is in the vocabulary.

    Raises:
        AnswerError: the first one that is not, with the known word that is spelled most like it.
    """
    for word in words_of(node):
        if len(word.text) > 1 and word.text not in _SIGNS and not vocabulary.is_known(word.text):
            other = vocabulary.suggested(word.text)
            code = "answer.unknown_word_like" if other else "answer.unknown_word"
            raise refused(code, text, word.position, ("word", word.text[:40]), ("other", other))
    end = node.statements[-1] if isinstance(node, Answer) else node
    end = end.parts[-1] if isinstance(end, Statement) else end
    if isinstance(end, Word) and end.text == "not":  # .. or maybe not
        raise refused("answer.alternatives", text, end.position)


_SIGNS = frozenset(("->", "=>", "<=", ">=", "!=", "~", "in"))


def words_of(node: Node) -> Iterator[Word]:
    """The words, in the order written."""
    match node:
        case Word():
            yield node
        case Answer(parts) | Statement(parts) | SetOf(parts):
            for part in parts:
                if isinstance(part, Word | Statement | SetOf | Remark | Answer):
                    yield from words_of(part)
        case Remark(content):
            yield from words_of(content)
        case Call(_, (SetOf() as inner,)):
            yield from words_of(inner)


# -- alternatives ---------------------------------------------------------------------------------


def alternatives(tree: Answer) -> tuple[Answer, ...]:
    """What stands between the words "or"; the whole tree where there is none.

    >>> from symspec.syntax import answer
    >>> len(alternatives(answer("0 or 1")))
    2
    """
    if "or" not in tree.separators:
        return (tree,)
    found: list[Answer] = []
    start = 0
    for i, separator in enumerate((*tree.separators, "or")):
        if separator == "or":
            found.append(
                Answer(
                    tree.statements[start : i + 1], tree.separators[start:i], tree.statements[start].position
                )
            )
            start = i + 1
    return tuple(found)


def is_a_claim(error: ParseError, part: Answer) -> bool:
    """An alternative that cannot be read may still take the first one back: "or maybe not"."""
    spoken = {vocabulary.unaccented(w.text) for w in words_of(part)}
    return bool(spoken & vocabulary.NEGATIONS) or not spoken
