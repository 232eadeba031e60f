"""What spaces, line breaks, bars and brackets mean, decided before the grammar sees the tokens.

Side by side is a product (2 x, n 3^(n-1)), except between the entries of a row: inside [..] without
commas, and in a bare text of rows, a space separates, and "1 -1" is two entries while "1 - 1" is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from symspec.errors import ParseError
from symspec.syntax.characters import SUPERSCRIPTS, decimal_comma
from symspec.syntax.limits import Limits, require_depth
from symspec.syntax.tokens import Token

_CLOSER = {
    "LPAR": "RPAR",
    "REMARK": "RPAR",
    "LSQB": "RSQB",
    "LBRACE": "RBRACE",
    "BEGIN": "END",
    "BAROPEN": "BARCLOSE",
}
_SPELLED = {
    "LPAR": "(", "REMARK": "(", "LSQB": "[", "LBRACE": "{", "BEGIN": "\\begin", "BAROPEN": "|",
    "RPAR": ")", "RSQB": "]", "RBRACE": "}", "END": "\\end",
}  # fmt: skip
_CLOSERS = frozenset(_CLOSER.values())
_STARTS = frozenset("NUMBER NAME FUNCTION ROOT LPAR LSQB LBRACE BEGIN BAROPEN".split())
_ENDS = frozenset("NUMBER NAME RPAR RSQB RBRACE END BARCLOSE TRANSPOSE".split())
_SIGNS = frozenset("PLUS MINUS PLUSMINUS".split())
_PROSE = frozenset("WORD CONJUNCTION COLON RELATION".split())
# After these, or before those, a line break separates nothing.
_OPEN_ENDED = frozenset("TIMES SLASH CARET COMMA SEMICOLON COLON RELATION CONJUNCTION ROOT FUNCTION".split())
_OPEN_ENDED |= _SIGNS | frozenset(_CLOSER) | {""}
_CONTINUING = (
    frozenset("TIMES SLASH CARET COMMA SEMICOLON COLON RELATION CONJUNCTION TRANSPOSE".split()) | _CLOSERS
)
_SUPERSCRIPT = {"+": "PLUS", "-": "MINUS"}


@dataclass(slots=True)
class _Level:
    """An open bracket: what it is, and whether a space inside it separates entries."""

    kind: str
    start: int
    spaced: bool = False


def laid_out(tokens: list[Token], limits: Limits, text: str, *, as_rows: bool) -> list[Token]:
    """The tokens of the grammar, with every product and every separator written out.

    Raises:
        ParseError: brackets that do not match or are nested too deep, two numbers side by side.
    """
    layout = _Layout(tokens, limits, text, as_rows)
    for at, token in enumerate(tokens):
        if token.type == "SPACE":
            layout.gap = layout.gap or "space"
        elif token.type == "NEWLINE":
            layout.gap = "newline"
        else:
            layout.take(at, token)
    return layout.finished()


class _Layout:
    def __init__(self, tokens: list[Token], limits: Limits, text: str, as_rows: bool) -> None:
        self.tokens = tokens
        self.text = text
        self.limits = limits
        self.out: list[Token] = []
        self.last = ""
        self.gap = ""
        self.skipped = 0  # up to here, tokens are already read
        self.prose, self.commas, self.brackets = self._surveyed()
        bare = as_rows and -1 not in self.brackets
        self.levels = [_Level("", 0, spaced=bare and -1 not in self.commas)]

    def refusal(self, message: str, position: int) -> ParseError:
        return ParseError(message, text=self.text, position=position)

    def _surveyed(self) -> tuple[set[int], set[int], set[int]]:
        """The openers (by index, -1 for the whole) that hold prose, commas, square brackets themselves."""
        prose: set[int] = set()
        commas: set[int] = set()
        brackets: set[int] = set()
        opened = [-1]
        for at, token in enumerate(self.tokens):
            kind = token.type
            if kind in _PROSE:
                prose.add(opened[-1])
            elif kind == "COMMA":
                commas.add(opened[-1])
            elif kind in ("LPAR", "LSQB", "LBRACE", "BEGIN"):
                if kind in ("LSQB", "BEGIN"):
                    brackets.add(opened[-1])
                opened.append(at)
            elif kind in ("RPAR", "RSQB", "RBRACE", "END") and len(opened) > 1:
                opened.pop()
        return prose, commas, brackets

    # -- one token --

    def take(self, at: int, token: Token) -> None:
        """Emit what this token means here."""
        if at < self.skipped:
            return
        kind = token.type
        if kind == "SUPERSCRIPT":
            self._superscript(token)
        elif kind == "VULGAR":
            self._vulgar(token)
        elif kind == "CARET" and self._is_transpose(at):
            self._put(Token("TRANSPOSE", "T", token.position), at)
        elif kind == "PRIME" and self.last in ("RSQB", "RPAR", "END"):
            self._put(Token("TRANSPOSE", "T", token.position), at)
        elif kind == "BAR":
            self._bar(at, token)
        elif kind == "LPAR" and at in self.prose and self.last != "FUNCTION":
            self._put(Token("REMARK", "(", token.position), at)
        elif kind == "RELATION" and self._joins_words(at, token):
            self._put(Token("WORD", token.value, token.position), at)
        elif kind == "DOT":
            self._dot(at, token)
        elif kind == "BANG":
            message = f"factorials are not read (at character {token.position + 1}). Write the number itself."
            raise self.refusal(message, token.position)
        elif not (kind == "CONJUNCTION" and self.last in ("COMMA", "SEMICOLON")):
            self._put(token, at)
        elif token.value in ("or", "ou", "sau"):  # "1, or 2" says more than "1, 2"
            self.out[-1] = token
            self.last = kind

    def finished(self) -> list[Token]:
        """All tokens, once every bracket is closed; a trailing `;` is dropped."""
        if len(self.levels) > 1:
            level = self.levels[-1]
            message = f'"{_SPELLED[level.kind]}" at character {level.start + 1} is never closed.'
            raise self.refusal(message, level.start)
        while self.out and self.out[-1].type == "SEMICOLON":
            self.out.pop()
        return self.out

    def _put(self, token: Token, at: int) -> None:
        kind = token.type
        if self.gap == "newline":
            self._line_break(kind, at, token.position)
        if self.last in _ENDS:
            if kind in _STARTS:
                self._side_by_side(token)
            elif kind in _SIGNS and self.gap and self.levels[-1].spaced and self._hugs_what_follows(at):
                self._emit("COMMA", ",", token.position)
        if kind in _CLOSERS:
            self._closed(token)
            return
        if kind in _CLOSER:
            spaced = kind == "LSQB" and at not in self.commas
            self.levels.append(_Level(kind, token.position, spaced))
        self.out.append(token)
        self.last = kind
        self.gap = ""

    def _emit(self, kind: str, value: str, position: int) -> None:
        self.out.append(Token(kind, value, position))
        self.last = kind

    def _closed(self, token: Token) -> None:
        level = self.levels[-1]
        if _CLOSER.get(level.kind) != token.type:
            where = f'"{_SPELLED[token.type]}" at character {token.position + 1}'
            if len(self.levels) == 1:
                raise self.refusal(f"{where} closes nothing.", token.position)
            opener = f'"{_SPELLED[level.kind]}" of character {level.start + 1}'
            raise self.refusal(f"{where} does not match the {opener}.", token.position)
        self.levels.pop()
        self.out.append(token)
        self.last = "END OF REMARK" if level.kind == "REMARK" else token.type
        self.gap = ""

    def _side_by_side(self, token: Token) -> None:
        """Two operands with nothing between them: entries of a row, or a product."""
        inside = self.levels[-1]
        rows_of_list = inside.kind == "LSQB" and self.last == "RSQB" and token.type == "LSQB"
        if (inside.spaced and self.gap) or rows_of_list:
            self._emit("COMMA", ",", token.position)
        elif self.last == "NUMBER" and token.type == "NUMBER" and not self._is_exponent():
            message = (
                f"two numbers stand side by side at character {token.position + 1}. "
                f"Put a comma between them, or * for a product.{decimal_comma(self.text)}"
            )
            raise self.refusal(message, token.position)
        else:
            self._emit("TIMES", "", token.position)

    def _is_exponent(self) -> bool:
        """The number that was just read is an exponent, and a space follows it: n^2 3^n."""
        return bool(self.gap) and len(self.out) > 1 and self.out[-2].type == "CARET"

    def _line_break(self, kind: str, at: int, position: int) -> None:
        inside = self.levels[-1]
        self.gap = "space"
        if inside.kind not in ("", "LSQB") or self.last in _OPEN_ENDED or kind in _CONTINUING:
            return
        if kind in _SIGNS and not self._hugs_what_follows(at):
            return
        if inside.kind == "LSQB" and self.last == "RSQB" and kind == "LSQB":
            return
        self._emit("SEMICOLON", "\n", position)

    def _hugs_what_follows(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and self.tokens[at + 1].type not in ("SPACE", "NEWLINE")

    # -- characters with more than one meaning --

    def _joins_words(self, at: int, token: Token) -> bool:
        """A sign beside a word, as in `multiplicity = 2` and `A^n -> zero`, and => between two statements."""
        if token.value == "=>" or self.last in ("WORD", "END OF REMARK"):
            return True
        after = next((t.type for t in self.tokens[at + 1 : at + 9] if t.type != "SPACE"), "")
        return after == "WORD"

    def _is_transpose(self, at: int) -> bool:
        """^T, ^(T): then the tokens after the caret are read, too."""
        after = [t for t in self.tokens[at + 1 : at + 7] if t.type != "SPACE"]
        bracketed = bool(after) and after[0].type == "LPAR"
        inner = after[1:3] if bracketed else after[:1]
        if not inner or inner[0].type != "NAME" or inner[0].value != "T":
            return False
        if bracketed and (len(inner) < 2 or inner[1].type != "RPAR"):
            return False
        self.skipped = self.tokens.index(inner[-1], at) + 1
        return True

    def _superscript(self, token: Token) -> None:
        spelled = "".join(SUPERSCRIPTS[c] for c in str(token.value))
        start = token.position
        if spelled == "T":
            self._put(Token("TRANSPOSE", "T", start), 0)
            return
        self.gap = ""
        self._put(Token("CARET", "^", start), 0)
        self._put(Token("LPAR", "(", start), 0)
        at = 0
        while at < len(spelled):
            end = at + 1
            while spelled[at].isdigit() and end < len(spelled) and spelled[end].isdigit():
                end += 1
            self._put(_raised(spelled[at:end], start + at), 0)
            at = end
        self._put(Token("RPAR", ")", start), 0)

    def _vulgar(self, token: Token) -> None:
        if self.last == "NUMBER":
            message = (
                f"a number stands directly before a fraction at character {token.position + 1}. "
                "Write their sum or product with + or *."
            )
            raise self.refusal(message, token.position)
        self._put(Token("NUMBER", (token.value, False), token.position), 0)

    def _bar(self, at: int, token: Token) -> None:
        closes = self.levels[-1].kind == "BAROPEN" and self.last in _ENDS
        if not closes:
            require_depth(len(self.levels), token.position, self.limits, self.text)
        self._put(Token("BARCLOSE" if closes else "BAROPEN", "|", token.position), at)

    def _dot(self, at: int, token: Token) -> None:
        at_end = all(t.type in ("SPACE", "NEWLINE") for t in self.tokens[at + 1 : at + 9])
        if not (at_end or self.last in ("WORD", "END OF REMARK")):
            raise self.refusal(f'"." at character {token.position + 1} has no meaning here.', token.position)


def _raised(spelled: str, position: int) -> Token:
    if spelled.isdigit():
        return Token("NUMBER", (Fraction(int(spelled)), False), position)
    if spelled in _SUPERSCRIPT:
        return Token(_SUPERSCRIPT[spelled], spelled, position)
    return Token("NAME", spelled, position)
