"""Certificates as JSON text, and back.

    {"format": "symspec certificate", "version": 1, "matrix": MATRIX, "claims": [CLAIM, ..]}
    MATRIX = {"denominator": INT, "numerator": [[INT, ..], ..]}, or over a number field
             {"denominator": INT, "field": {"modulus": [INT, ..], "disc": [INT, INT, INT, INT]},
              "parts": [[[INT, ..], ..], ..]}
    CLAIM  = {"claim": "limit_projector", .. its fields by name ..}
    INT    = a string in lower-case hexadecimal: "0", "-1f"; no prefix, no leading zeros

Reading costs at most a few passes over the text: length, nesting and the number of strings are
bounded before a parser sees it. Whatever is not exactly of this form is rejected.
"""

from __future__ import annotations

import json

from symspec.certificate import (
    CLAIM_NAMES,
    SCHEMA_VERSION,
    Certificate,
    Contraction,
    Dunford,
    FieldParts,
    NumberFieldMatrix,
    Rank,
    RationalMatrix,
    RootOf,
    StableAnnihilator,
    SteinInequality,
)
from symspec.errors import CertificateRejected
from symspec.record import fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn

FORMAT = "symspec certificate"
MAX_TEXT = 1 << 26  # characters
MAX_STRINGS = 1 << 20
MAX_BRACKETS = 1 << 20
MAX_DEPTH = 16

CLAIM_TYPES = {name: kind for kind, name in CLAIM_NAMES.items()}


def to_json(certificate: Certificate) -> str:
    """The JSON text of a certificate: from_json(to_json(c)) == c."""
    document = {"format": FORMAT, "version": SCHEMA_VERSION, **_written_fields(certificate)}
    return json.dumps(document)


def from_json(text: str | bytes) -> Certificate:
    """The certificate that a JSON text stands for, every field of its declared type.

    Raises:
        CertificateRejected: rule "reading", for any text that is not exactly of the format.
    """
    document = _document(_bounded(text))
    if document.get("format") != FORMAT:
        _refuse("format", repr(FORMAT), document.get("format"))
    version = document.get("version")
    if type(version) is not int or version != SCHEMA_VERSION:
        _refuse("version", str(SCHEMA_VERSION), version)
    _check_keys("certificate", document, {"format", "version", "matrix", "claims"})
    claims = _list(document["claims"], "claims")
    return Certificate(
        _any_matrix(document["matrix"], "matrix"),
        tuple(_claim(claim, f"claims[{i}]") for i, claim in enumerate(claims)),
    )


# -- writing ---------------------------------------------------------------------------------


def _written(value: object) -> object:
    if isinstance(value, int):
        return f"{value:x}"
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    if type(value) in CLAIM_NAMES:
        return {"claim": CLAIM_NAMES[type(value)], **_written_fields(value)}
    return _written_fields(value)


def _written_fields(record: Any) -> dict[str, object]:
    return {name: _written(value) for name, value in fields(record)}


# -- reading ---------------------------------------------------------------------------------


def _bounded(text: object) -> str:
    if type(text) is not str and type(text) is not bytes:
        _refuse("text", "str or bytes", text)
    if len(text) > MAX_TEXT:
        _refuse("text", f"at most {MAX_TEXT} characters", f"{len(text)}")
    if not text.isascii():
        _refuse("text", "ASCII", "other characters")
    plain = text.decode("ascii") if isinstance(text, bytes) else text
    if "\\" in plain:
        _refuse("text", "strings without a backslash", "a backslash")
    if plain.count('"') > 2 * MAX_STRINGS:
        _refuse("text", f"at most {MAX_STRINGS} strings", "more")
    brackets = "".join(plain.split('"')[::2]).encode().translate(_BRACKETS, _NOT_BRACKETS)
    if len(brackets) > MAX_BRACKETS:
        _refuse("text", f"at most {MAX_BRACKETS} brackets", "more")
    if not _is_shallow(brackets):
        _refuse("text", f"balanced brackets, at most {MAX_DEPTH} deep", "deeper or unbalanced ones")
    return plain


def _is_shallow(brackets: bytes) -> bool:
    """All brackets vanish when innermost pairs are removed MAX_DEPTH times; each pass is linear."""
    for _ in range(MAX_DEPTH):
        brackets = brackets.replace(b"[]", b"")
    return not brackets


_BRACKETS = bytes.maketrans(b"{}", b"[]")
_NOT_BRACKETS = bytes(c for c in range(256) if c not in b"[]{}")


def _document(text: str) -> dict[str, Any]:
    try:
        document = json.loads(
            text,
            object_pairs_hook=_without_duplicates,
            parse_int=_small_integer,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
    except json.JSONDecodeError as error:
        _refuse(f"JSON at character {error.pos}", "JSON text", error.msg)
    if type(document) is not dict:
        _refuse("certificate", "an object", document)
    return document


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        _refuse("object", "each key once", "a duplicate key")
    return found


def _small_integer(digits: str) -> int:
    if len(digits) > 9:
        _refuse("number", "integers as hexadecimal strings", digits)
    return int(digits)


def _no_number(literal: str) -> NoReturn:
    _refuse("number", "integers as hexadecimal strings", literal)


def _check_keys(where: str, found: dict[str, Any], wanted: set[str]) -> None:
    if missing := wanted - found.keys():
        _refuse(where, f"the key {min(missing)!r}", "none")
    if unknown := found.keys() - wanted:
        _refuse(where, f"only the keys {', '.join(sorted(wanted))}", min(unknown))


def _list(value: object, where: str) -> list[Any]:
    if type(value) is not list:
        _refuse(where, "an array", value)
    return value


def _integer(value: object, where: str) -> int:
    if type(value) is not str:
        _refuse(where, "a hexadecimal string", value)
    try:
        read = int(value, 16)
    except ValueError:
        _refuse(where, "a hexadecimal string", value)
    if f"{read:x}" != value:
        _refuse(where, f"the canonical form {f'{read:x}'[:20]!r}", value)
    return read


def _integers(value: object, where: str) -> tuple[int, ...]:
    return tuple([_integer(item, where) for item in _list(value, where)])


def _rows(value: object, where: str) -> tuple[tuple[int, ...], ...]:
    return tuple([_integers(item, where) for item in _list(value, where)])


def _matrix(value: object, where: str) -> RationalMatrix:
    if type(value) is not dict:
        _refuse(where, "an object", value)
    _check_keys(where, value, {"denominator", "numerator"})
    return RationalMatrix(
        _rows(value["numerator"], f"{where}.numerator"),
        _integer(value["denominator"], f"{where}.denominator"),
    )


def _any_matrix(value: object, where: str) -> RationalMatrix | NumberFieldMatrix:
    if type(value) is not dict or "field" not in value:
        return _matrix(value, where)
    _check_keys(where, value, {"denominator", "field", "parts"})
    field = value["field"]
    if type(field) is not dict:
        _refuse(f"{where}.field", "an object", field)
    _check_keys(f"{where}.field", field, {"modulus", "disc"})
    root = RootOf(
        _integers(field["modulus"], f"{where}.field.modulus"),
        _integers(field["disc"], f"{where}.field.disc"),  # type: ignore[arg-type]  # counted by the checker
    )
    entries = _field_parts({name: value[name] for name in ("denominator", "parts")}, where)
    return NumberFieldMatrix(entries.denominator, root, entries.parts)


def _field_parts(value: object, where: str) -> FieldParts:
    if type(value) is not dict:
        _refuse(where, "an object", value)
    _check_keys(where, value, {"denominator", "parts"})
    parts = _list(value["parts"], f"{where}.parts")
    return FieldParts(
        _integer(value["denominator"], f"{where}.denominator"),
        tuple([_rows(part, f"{where}.parts") for part in parts]),
    )


def _claim(value: object, where: str, *allowed: type) -> Any:
    if type(value) is not dict:
        _refuse(where, "an object", value)
    name = value.get("claim")
    kind = CLAIM_TYPES.get(name) if type(name) is str else None
    if kind is None or allowed and kind not in allowed:
        wanted = [CLAIM_NAMES[kind] for kind in allowed] or ["the name of a claim"]
        _refuse(f"{where}.claim", " or ".join(wanted), name)
    annotations = kind.__annotations__
    _check_keys(where, value, {"claim", *annotations})
    return kind(*(_READERS[shape](value[key], f"{where}.{key}") for key, shape in annotations.items()))


_READERS: dict[str, Callable[[object, str], Any]] = {  # by the annotation of the field
    "int": _integer,
    "Polynomial": _integers,
    "Vector": _integers,
    "Indices": _integers,
    "Ratio": _integers,
    "Disc": _integers,
    "tuple[Vector, ...]": _rows,
    "tuple[Indices, ...]": _rows,
    "tuple[Polynomial, ...]": _rows,
    "tuple[Disc, ...]": _rows,
    "RationalMatrix": _matrix,
    "FieldParts": _field_parts,
    "Rank": lambda value, where: _claim(value, where, Rank),
    "Dunford": lambda value, where: _claim(value, where, Dunford),
    "Inner": lambda value, where: _claim(value, where, Contraction, StableAnnihilator, SteinInequality),
}


def _refuse(equation: str, expected: str, got: object) -> NoReturn:
    shown = repr(got[:40]) if type(got) is str else type(got).__name__
    raise CertificateRejected("reading", equation, expected, shown)
