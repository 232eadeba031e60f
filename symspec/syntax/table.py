"""The parse table: Lark makes it from grammar.lark, the package ships it, nobody waits for it.

`python -m symspec.syntax.table` writes it again after a change of the grammar; a test compares.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

STARTS = ("rows", "answer")
_HERE = Path(__file__).parent
GRAMMAR, TABLE = _HERE / "grammar.lark", _HERE / "grammar.json"


def generated() -> dict[str, Any]:
    """The table of the grammar, numbered in one order whatever the order of Lark's sets.

    Returns:
        start: for each start symbol, its first state.
        rules: (origin, length, method of the Builder, may it be left out for a single child, is it a helper).
        states: for each state, symbol -> k + 1 to go to state k, or -k - 1 to reduce by rule k.
    """
    made = _lark()
    found = made.parser.parser._parse_table
    rules = sorted(made.rules, key=_spelled)
    reduce = {rule: -k - 1 for k, rule in enumerate(rules)}
    order = _reached(found)
    number = {state: k + 1 for k, state in enumerate(order)}
    states = [
        {
            symbol: number[arg] if arg in number else reduce[arg]
            for symbol, (_, arg) in found.states[k].items()
        }
        for k in order
    ]
    start = {name: number[found.start_states[name]] - 1 for name in STARTS}
    return {"start": start, "rules": [_described(rule) for rule in rules], "states": states}


def _lark() -> Any:
    from lark import Lark
    from lark.lexer import Lexer

    class NoLexer(Lexer):
        def __init__(self, _configuration: object) -> None:
            pass

        def lex(self, *_: object) -> Any:
            raise NotImplementedError("the table is not for parsing here")

    text = GRAMMAR.read_text("utf-8")
    return Lark(text, parser="lalr", lexer=NoLexer, start=list(STARTS), keep_all_tokens=True)


def _reached(found: Any) -> list[int]:
    """Every state but the final ones' successors, in breadth-first order by symbol."""
    order = [found.start_states[name] for name in STARTS]
    for state in order:  # grows while it is read
        shifts = sorted(
            (symbol, arg) for symbol, (action, arg) in found.states[state].items() if str(action) == "Shift"
        )
        order += [
            arg
            for k, (_, arg) in enumerate(shifts)
            if arg not in order and arg not in {a for _, a in shifts[:k]}
        ]
    return order


def _spelled(rule: Any) -> tuple[str, str]:
    return rule.origin.name, " ".join(symbol.name for symbol in rule.expansion)


def _described(rule: Any) -> list[Any]:
    origin = rule.origin.name
    left_out = bool(rule.options.expand1) and rule.alias is None
    return [origin, len(rule.expansion), rule.alias or origin, left_out, origin.startswith("_")]


def written(table: dict[str, Any]) -> str:
    """The table as text, one rule or state a line."""
    states = ",\n".join(json.dumps(entry, sort_keys=True) for entry in table["states"])
    rules = ",\n".join(json.dumps(entry) for entry in table["rules"])
    start = json.dumps(table["start"], sort_keys=True)
    return f'{{\n"start": {start},\n"rules": [\n{rules}\n],\n"states": [\n{states}\n]\n}}\n'


if __name__ == "__main__":
    TABLE.write_text(written(generated()), "utf-8")
