"""A closed subset of LaTeX, token by token, into the plain grammar."""

from __future__ import annotations

from symspec.errors import ParseError
from symspec.syntax.tokens import BRACKETED, FUNCTIONS, GREEK_NAMES, SPELLINGS, Token

MATRICES = frozenset(("matrix", "pmatrix", "bmatrix", "smallmatrix", "array"))
_SPACES = {"\\ "} | frozenset(
    "\\, \\; \\: \\! \\> \\quad \\qquad \\left \\right \\big \\Big \\bigl \\bigr "
    "\\displaystyle \\limits".split()
)
_TRANSPARENT = frozenset("\\text \\mathrm \\mathbf \\mathit \\textbf \\operatorname \\boxed \\mbox".split())
_SIGNS = {
    "\\cdot": ("TIMES", "*"), "\\times": ("TIMES", "*"), "\\ast": ("TIMES", "*"), "\\div": ("SLASH", "/"),
    "\\pm": ("PLUSMINUS", "±"), "\\{": ("LBRACE", "{"), "\\}": ("RBRACE", "}"), "\\lbrace": ("LBRACE", "{"),
    "\\rbrace": ("RBRACE", "}"), "\\mid": ("BAR", "|"), "\\vert": ("BAR", "|"), "\\lvert": ("BAR", "|"),
    "\\rvert": ("BAR", "|"), "\\le": ("RELATION", "<="), "\\leq": ("RELATION", "<="),
    "\\ge": ("RELATION", ">="), "\\geq": ("RELATION", ">="), "\\lt": ("RELATION", "<"),
    "\\gt": ("RELATION", ">"), "\\ne": ("RELATION", "!="), "\\neq": ("RELATION", "!="),
    "\\to": ("RELATION", "->"), "\\rightarrow": ("RELATION", "->"), "\\longrightarrow": ("RELATION", "->"),
    "\\implies": ("RELATION", "=>"), "\\Rightarrow": ("RELATION", "=>"), "\\in": ("RELATION", "in"),
    "\\approx": ("RELATION", "~"), "\\infty": ("NAME", "infinity"), "\\varepsilon": ("NAME", "epsilon"),
    "\\vartheta": ("NAME", "theta"), "\\varphi": ("NAME", "phi"), "\\top": ("NAME", "T"),
    "\\intercal": ("NAME", "T"), "\\imath": ("NAME", "i"), "\\lim": ("WORD", "lim"),
    "\\prime": ("NAME", "T"), "\\oplus": ("PLUS", "+"), "\\colon": ("COLON", ":"),
}  # fmt: skip


class _Reader:
    """A cursor over the tokens; braces are remembered by what their closing one means."""

    def __init__(self, tokens: list[Token], text: str) -> None:
        self.tokens = tokens
        self.text = text
        self.at = 0
        self.out: list[Token] = []
        self.open: list[tuple[str, Token]] = []

    def emit(self, type: str, value: object, position: int) -> None:
        self.out.append(Token(type, value, position))

    def refusal(self, message: str, position: int) -> ParseError:
        return ParseError(f"{message} (at character {position + 1}).", text=self.text, position=position)

    def peek(self) -> Token | None:
        """The next token that is not a space."""
        while self.at < len(self.tokens) and self.tokens[self.at].type in ("SPACE", "NEWLINE"):
            self.at += 1
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def starts(self, type: str) -> bool:
        """The next token has this type; then it is taken."""
        token = self.peek()
        if token is None or token.type != type:
            return False
        self.at += 1
        return True


def translated(tokens: list[Token], text: str) -> list[Token]:
    """The tokens with every LaTeX command replaced by its meaning.

    Raises:
        ParseError: a command outside the closed list, or a brace that does not match.
    """
    reader = _Reader(tokens, text)
    while reader.at < len(tokens):
        token = tokens[reader.at]
        reader.at += 1
        if token.type == "COMMAND":
            _command(reader, token)
        elif token.type == "LBRACE":
            _open(reader, "set", token)
            reader.emit("LBRACE", "{", token.position)
        elif token.type == "RBRACE":
            _close(reader, token)
        elif token.type in ("CARET", "UNDERSCORE"):
            _script(reader, token)
        elif token.type == "AMPERSAND":
            reader.emit("COMMA", "&", token.position)
        elif token.type != "DOLLAR":
            reader.out.append(token)
    if reader.open:
        raise reader.refusal("this { is never closed", reader.open[-1][1].position)
    return reader.out


def _open(reader: _Reader, meaning: str, token: Token) -> None:
    reader.open.append((meaning, token))


def _close(reader: _Reader, token: Token) -> None:
    """A closing brace ends a set, a group, or one half of a fraction."""
    position = token.position
    if not reader.open:
        raise reader.refusal("this } closes nothing", position)
    meaning, _ = reader.open.pop()
    if meaning == "set":
        reader.emit("RBRACE", "}", position)
    elif meaning == "group":
        reader.emit("RPAR", ")", position)
    elif meaning == "numerator":
        reader.emit("RPAR", ")", position)
        reader.emit("SLASH", "/", position)
        if not reader.starts("LBRACE"):
            raise reader.refusal("\\frac needs two braces: \\frac{1}{2}", position)
        reader.emit("LPAR", "(", position)
        _open(reader, "denominator", token)
    elif meaning == "denominator":
        reader.emit("RPAR", ")", position)
        reader.emit("RPAR", ")", position)
    elif meaning.startswith("index "):
        reader.emit("COMMA", ",", position)
        reader.emit("NUMBER", (int(meaning[6:]), False), position)
        reader.emit("RPAR", ")", position)


def _script(reader: _Reader, token: Token) -> None:
    """^{..} is a group; _{..} that belongs to no name is skipped after lim and refused elsewhere."""
    position = token.position
    if token.type == "CARET":
        reader.emit("CARET", "^", position)
        if reader.starts("LBRACE"):
            reader.emit("LPAR", "(", position)
            _open(reader, "group", token)
        return
    if not (reader.out and reader.out[-1].type == "WORD" and reader.out[-1].value == "lim"):
        raise reader.refusal('"_" is only read as an index: lambda_1, v_2', position)
    depth = 0
    while reader.at < len(reader.tokens):
        kind = reader.tokens[reader.at].type
        depth += (kind == "LBRACE") - (kind == "RBRACE")
        reader.at += 1
        if depth == 0 and kind != "SPACE":
            return


def _command(reader: _Reader, token: Token) -> None:
    name = str(token.value)
    position = token.position
    bare = name[1:]
    if name in _SPACES:
        if bare not in ("left", "right") or not reader.starts("DOT"):
            reader.emit("SPACE", " ", position)
    elif name in ("\\frac", "\\dfrac", "\\tfrac"):
        _fraction(reader, token)
    elif name == "\\sqrt":
        _root(reader, token)
    elif name in ("\\begin", "\\end"):
        _environment(reader, token)
    elif name == "\\\\":
        reader.emit("SEMICOLON", "\\\\", position)
    elif name in ("\\{", "\\}"):
        _signed_brace(reader, token)
    elif name in _SIGNS:
        reader.emit(*_SIGNS[name], position)
    elif bare in GREEK_NAMES and bare not in ("oo", "infinity", "inf", "nan"):
        reader.emit("NAME", bare, position)
        _index(reader)
    elif SPELLINGS.get(bare, bare) in FUNCTIONS | BRACKETED:
        reader.emit("FUNCTION", SPELLINGS.get(bare, bare), position)
    elif name in _TRANSPARENT:
        if reader.starts("LBRACE"):
            _open(reader, "transparent", token)
    else:
        known = "\\frac, \\sqrt, \\cdot, \\pm, \\lambda, pmatrix, bmatrix"
        raise reader.refusal(
            f"the command {name[:40]} is not known; write plain text, or use {known}", position
        )


def _signed_brace(reader: _Reader, token: Token) -> None:
    if token.value == "\\{":
        _open(reader, "set", token)
        reader.emit("LBRACE", "{", token.position)
    else:
        _close(reader, token)


def _listed_index(tokens: list[Token], at: int, value: object) -> tuple[int, object]:
    """1,2 in \\lambda_{1,2}: where it ends, and its text."""
    while [t.type for t in tokens[at + 1 : at + 3]] == ["COMMA", "NUMBER"]:
        following = tokens[at + 2].value
        value = f"{value},{following[0] if isinstance(following, tuple) else following}"
        at += 2
    return at, value


def _index(reader: _Reader) -> None:
    """The index of a Greek command: \\lambda_1, \\lambda_{12}."""
    tokens, at = reader.tokens, reader.at
    if at >= len(tokens) or tokens[at].type != "UNDERSCORE":
        return
    braced = at + 1 < len(tokens) and tokens[at + 1].type == "LBRACE"
    at += 2 if braced else 1
    token = tokens[at] if at < len(tokens) else None
    if token is None or token.type not in ("NUMBER", "NAME"):
        return
    value = token.value[0] if isinstance(token.value, tuple) else token.value
    if braced:
        at, value = _listed_index(tokens, at, value)
    last = reader.out.pop()
    reader.emit("NAME", f"{last.value}_{value}", last.position)
    reader.at = at + 1
    if braced and not reader.starts("RBRACE"):
        raise reader.refusal("an index is one number or one letter", token.position)


def _fraction(reader: _Reader, token: Token) -> None:
    position = token.position
    if reader.starts("LBRACE"):
        reader.emit("LPAR", "(", position)
        reader.emit("LPAR", "(", position)
        _open(reader, "numerator", token)
        return
    number = reader.peek()
    digits = reader.text[number.position : number.position + 3].rstrip() if number else ""
    if number is None or number.type != "NUMBER" or len(digits[:2]) != 2 or not digits[:2].isdigit():
        raise reader.refusal("\\frac needs two braces: \\frac{1}{2}", position)
    if len(digits) == 3 and (digits[2].isdigit() or digits[2] in ".eE"):
        raise reader.refusal("\\frac needs braces here: \\frac{1}{23}", position)
    reader.at += 1
    pieces = (
        ("LPAR", "("),
        ("NUMBER", (int(digits[0]), False)),
        ("SLASH", "/"),
        ("NUMBER", (int(digits[1]), False)),
    )
    for piece in (*pieces, ("RPAR", ")")):
        reader.emit(piece[0], piece[1], position)


def _root(reader: _Reader, token: Token) -> None:
    position = token.position
    index = ""
    if reader.starts("LSQB"):
        number = reader.peek()
        if number is None or not isinstance(number.value, tuple) or number.value[0].denominator != 1:
            raise reader.refusal("the index of a root is a number: \\sqrt[3]{2}", position)
        index = str(number.value[0])
        reader.at += 1
        if not reader.starts("RSQB"):
            raise reader.refusal("the index of a root is a number: \\sqrt[3]{2}", position)
    if reader.starts("LBRACE"):
        reader.emit("FUNCTION", "root" if index else "sqrt", position)
        reader.emit("LPAR", "(", position)
        _open(reader, f"index {index}" if index else "group", token)
    elif index:
        raise reader.refusal("a root with an index needs braces: \\sqrt[3]{2}", position)
    else:
        reader.emit("ROOT", "√", position)


def _environment(reader: _Reader, token: Token) -> None:
    position = token.position
    opened = reader.text.find("{", position)
    closed = reader.text.find("}", position)
    name = reader.text[opened + 1 : closed].strip() if 0 <= opened < closed < position + 40 else ""
    if name == "vmatrix":
        raise reader.refusal(
            "vmatrix is a determinant; a matrix is written with bmatrix or pmatrix", position
        )
    if name not in MATRICES:
        raise reader.refusal(f'the environment "{name}" is not known; use bmatrix or pmatrix', position)
    while reader.at < len(reader.tokens) and reader.tokens[reader.at].position <= closed:
        reader.at += 1
    if token.value == "\\end":
        _end(reader, position)
        return
    if name == "array" and reader.starts("LBRACE"):
        while reader.at < len(reader.tokens) and not reader.starts("RBRACE"):
            reader.at += 1
    reader.emit("BEGIN", name, position)


def _end(reader: _Reader, position: int) -> None:
    while reader.out and reader.out[-1].type in ("SPACE", "NEWLINE", "SEMICOLON"):
        reader.out.pop()
    reader.emit("END", "end", position)
