"""The second wall: tokens to tree, by the LALR(1) table of grammar.lark; no recursion, linear time."""

from __future__ import annotations

import json
import pkgutil
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from symspec.errors import ParseError
from symspec.syntax.build import Builder
from symspec.syntax.tokens import Token

_NAMED = {
    "$END": "the end of the text", "COMMA": '","', "SEMICOLON": '";"', "RPAR": '")"', "RSQB": '"]"',
    "RBRACE": '"}"', "TIMES": '"*"', "SLASH": '"/"', "CARET": '"^"', "PLUS": '"+"', "MINUS": '"-"',
    "BARCLOSE": '"|"', "BAROPEN": '"|"', "TRANSPOSE": '"^T"', "END": "\\end", "BEGIN": "\\begin",
    "PRIME": "\"'\"", "LPAR": '"("', "LSQB": '"["', "LBRACE": '"{"', "REMARK": '"("', "ROOT": '"√"',
    "PLUSMINUS": '"±"',
}  # fmt: skip
_LEADING = re.compile(r"[0-9.]{1,20}|\w{1,20}|.")


@dataclass(frozen=True, slots=True)
class _Rule:
    origin: str
    length: int
    make: Any  # a method of the Builder
    is_unit: bool  # one child, passed up as it is
    is_helper: bool


class _Spliced(list[Any]):
    """What a helper rule holds: its parts belong to the rule above."""


@dataclass(frozen=True, slots=True)
class _Table:
    start: dict[str, int]
    rules: tuple[_Rule, ...]
    states: list[dict[str, int]]
    shortcuts: dict[tuple[int, str, str], int]  # filled as they are met; see _after


def tree(tokens: list[Token], start: str, text: str) -> Any:
    """What the Builder makes of the tokens, read as the start symbol "rows" or "answer".

    Raises:
        ParseError: they are not in the grammar.

    Algorithm:
        The LALR(1) automaton: shift, or reduce by a rule and go on; every token is shifted once and
        every reduction makes one node of the tree or passes one up.
    """
    table = _table()
    states, rules, shortcuts = table.states, table.rules, table.shortcuts
    stack = [table.start[start]]
    values: list[Any] = []
    end = Token("$END", "", len(text.rstrip()))
    for token in (*tokens, end):
        while True:
            action = states[stack[-1]].get(token.type)
            if action is None:
                raise _refusal(token, tokens, text)
            if action > 0:
                stack.append(action - 1)
                values.append(token)
                break
            rule = rules[-action - 1]
            _reduce(rule, stack, values)
            if token is end and len(stack) == 1 and rule.origin == start:
                return values[0]
            key = (stack[-1], rule.origin, token.type)
            stack.append(shortcuts.get(key) or _after(table, key))
    raise AssertionError("the end of the tokens is always refused or accepted")


def _after(table: _Table, key: tuple[int, str, str]) -> int:
    """The state after the symbol, once the rules that only pass it up are behind; remembered."""
    below, symbol, following = key
    while True:
        state = table.states[below][symbol] - 1
        action = table.states[state].get(following, 0)
        if action >= 0 or not table.rules[-action - 1].is_unit:
            break
        symbol = table.rules[-action - 1].origin
    table.shortcuts[key] = state
    return state


def _reduce(rule: _Rule, stack: list[int], values: list[Any]) -> None:
    length = rule.length
    parts: list[Any] = []
    if length:
        parts = values[-length:]
        del stack[-length:]
        del values[-length:]
    values.append(_helped(parts) if rule.is_helper else rule.make(_flat(parts)))


def _helped(parts: list[Any]) -> _Spliced:
    """Grows the list of a left-recursive helper in place, which keeps long rows linear."""
    first, rest = (parts[0], parts[1:]) if type(parts[0]) is _Spliced else (_Spliced(), parts)
    first.extend(_flat(rest))
    return first


def _flat(parts: list[Any]) -> list[Any]:
    for part in parts:
        if type(part) is _Spliced:
            break
    else:
        return parts
    flat: list[Any] = []
    for part in parts:
        if type(part) is _Spliced:
            flat.extend(part)
        else:
            flat.append(part)
    return flat


@cache
def _table() -> _Table:
    data = json.loads(pkgutil.get_data("symspec.syntax", "grammar.json") or b"")
    builder = Builder()
    rules = tuple(
        _Rule(origin, length, getattr(builder, make, None), left_out and length == 1, helper)
        for origin, length, make, left_out, helper in data["rules"]
    )
    return _Table(data["start"], rules, data["states"], {})


def _refusal(token: Token, tokens: list[Token], text: str) -> ParseError:
    at_end = token.type == "$END"
    before = tokens[-1] if at_end else tokens[max(tokens.index(token) - 1, 0)]
    position = token.position
    if before.type == "FUNCTION":
        message = f"{before.value} needs brackets: {before.value}(..)."
        return ParseError(message, text=text, position=before.position)
    if token.type == "WORD":
        message = f'"{token.value}" at character {position + 1} is no number and no known function.'
        return ParseError(message, text=text, position=position)
    what = _spelled(token, text)
    if token.type in ("RELATION", "COLON", "CONJUNCTION"):
        message = f"{what} at character {position + 1} has no place in a matrix or a number."
        return ParseError(message, text=text, position=position)
    where = "" if at_end else f" at character {position + 1}"
    after = "" if before is token else f" after {_spelled(before, text)}"
    message = f"{what}{where} does not fit{after}. Something is missing there."
    return ParseError(message, text=text, position=position)


def _spelled(token: Token, text: str) -> str:
    if token.value in ("\n", "\\\\"):
        return "the end of the row"
    if token.type in _NAMED:
        return _NAMED[token.type]
    written = _LEADING.match(text, token.position)
    return f'"{written.group() if written else token.value}"'
