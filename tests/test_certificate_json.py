"""Certificates as JSON: round trips, and the rejection of everything that is not exactly of the format."""

from __future__ import annotations

import json
from collections.abc import Callable
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symspec.certificate import CLAIM_NAMES, EMBEDDED_CLAIMS, Certificate, Contraction, RationalMatrix
from symspec.certificate_json import MAX_DEPTH, from_json, to_json
from symspec.checker import verify
from symspec.errors import CertificateRejected
from tests.checker.builder import claims
from tests.checker.matrices import MARKOV, MARKOV_2, SHEARED, STABLE, TWO_BLOCK_AT_I

GOOD = to_json(Certificate(STABLE, (Contraction(10, 0),)))
PROJECTOR = to_json(Certificate(MARKOV, (MARKOV_2,)))


@pytest.mark.parametrize("a", [STABLE, MARKOV, SHEARED, TWO_BLOCK_AT_I])
def test_round_trip(a: Any) -> None:
    certificate = Certificate(a, tuple(claims(a)))
    text = to_json(certificate)
    assert from_json(text) == from_json(text.encode()) == certificate
    assert to_json(from_json(text)) == text


def test_integers_of_ten_thousand_digits() -> None:
    certificate = Certificate(RationalMatrix(((-(10**10_000),),), 7), ())
    assert verify(to_json(certificate)).matrix == from_json(to_json(certificate)).matrix == certificate.matrix


def test_every_claim_makes_the_round() -> None:
    every = [*claims(STABLE), *claims(MARKOV), *claims(TWO_BLOCK_AT_I)]
    # Those about matrices over number fields: tests/checker/test_field_certificates.py.
    assert {type(claim) for claim in every} == set(CLAIM_NAMES) - set(EMBEDDED_CLAIMS)
    certificate = Certificate(STABLE, tuple(every))
    assert from_json(to_json(certificate)) == certificate


def test_the_format() -> None:
    assert json.loads(GOOD) == {
        "format": "symspec certificate",
        "version": 1,
        "matrix": {"denominator": "c", "numerator": [["6", "3"], ["0", "4"]]},
        "claims": [{"claim": "contraction", "k": "a", "bits": "0"}],
    }


def test_the_checker_reads_text_and_bytes() -> None:
    for text in (GOOD, GOOD.encode(), json.dumps(json.loads(GOOD), indent=2)):
        assert verify(text, STABLE).claims == (Contraction(10, 0),)


def edited(edit: Callable[[Any], object], text: str = GOOD) -> str:
    """The good certificate with its document edited."""
    document = json.loads(text)
    edit(document)
    return json.dumps(document)


def put(*path: Any, value: Any, text: str = GOOD) -> str:
    """The good certificate with the value at the path replaced."""

    def edit(document: Any) -> None:
        for key in path[:-1]:
            document = document[key]
        document[path[-1]] = value

    return edited(edit, text)


ENTRY = ("matrix", "numerator", 0, 0)
CLAIM = ("claims", 0)
MEGABYTES_OF_BRACKETS = 10 * 2**20

REJECTED: dict[str, str | bytes] = {
    "empty": "",
    "blank": "  \n",
    "no JSON": "certificate",
    "cut in the middle": GOOD[: len(GOOD) // 2],
    "cut at the end": GOOD[:-1],
    "trailing text": GOOD + "{}",
    "two documents": GOOD + GOOD,
    "single quotes": GOOD.replace('"', "'"),
    "a trailing comma": GOOD[:-1] + ",}",
    "an array": f"[{GOOD}]",
    "null": "null",
    "a string": '"symspec certificate"',
    "a number": "7",
    "byte order mark": "\ufeff" + GOOD,
    "UTF-16": GOOD.encode("utf-16"),
    "not UTF-8": GOOD.encode() + b"\xff",
    "letters that look alike": GOOD.replace("contraction", "c\u043entraction"),
    "digits that look alike": GOOD.replace('"6"', '"\uff16"'),
    "a surrogate": GOOD.replace('"6"', '"\ud800"'),
    "escapes": GOOD.replace('"6"', '"\\u0036"'),
    "NUL": GOOD + "\x00",
    "wrong format": put("format", value="certificate"),
    "no format": edited(lambda d: d.pop("format")),
    "version 2": put("version", value=2),
    "version 0": put("version", value=0),
    "version as text": put("version", value="1"),
    "version as float": put("version", value=1.0),
    "version True": put("version", value=True),
    "version with 5000 digits": GOOD.replace('"version": 1', '"version": 1' + "0" * 5000),
    "no version": edited(lambda d: d.pop("version")),
    "no matrix": edited(lambda d: d.pop("matrix")),
    "no claims": edited(lambda d: d.pop("claims")),
    "an unknown key": put("field", value="Q"),
    "an unknown key in the matrix": put("matrix", "field", value="Q"),
    "an unknown key in a claim": put(*CLAIM, "note", value="ok"),
    "a duplicate key": GOOD[:-1] + ', "version": 1}',
    "a duplicate key in a claim": GOOD.replace('"k": "a"', '"k": "a", "k": "1"'),
    "no denominator": edited(lambda d: d["matrix"].pop("denominator")),
    "matrix as an array": put("matrix", value=[["6"]]),
    "rows as an object": put("matrix", "numerator", value={"0": ["6"]}),
    "a row as a string": put("matrix", "numerator", 0, value="63"),
    "an entry as a number": put(*ENTRY, value=6),
    "an entry as a float": put(*ENTRY, value=6.0),
    "an entry as a bool": put(*ENTRY, value=True),
    "an entry null": put(*ENTRY, value=None),
    "an entry NaN": put(*ENTRY, value=float("nan")),
    "an entry Infinity": put(*ENTRY, value=float("-inf")),
    "an entry 1e400": GOOD.replace('"6"', "1e400"),
    "an entry with 5000 decimal digits": GOOD.replace('"6"', "7" * 5000),
    "an entry empty": put(*ENTRY, value=""),
    "an entry with a prefix": put(*ENTRY, value="0x6"),
    "an entry with a leading zero": put(*ENTRY, value="06"),
    "an entry with a plus": put(*ENTRY, value="+6"),
    "an entry with a blank": put(*ENTRY, value=" 6"),
    "an entry with an underscore": put(*ENTRY, value="1_0"),
    "an entry in capitals": put(*ENTRY, value="A"),
    "an entry -0": put(*ENTRY, value="-0"),
    "an entry with a point": put(*ENTRY, value="6.0"),
    "an entry that is code": put(*ENTRY, value="__import__('os')"),
    "an integer of 100,000 digits": put(*ENTRY, value=f"{10**100_000:x}"),
    "denominator 0": put("matrix", "denominator", value="0"),
    "claims as an object": put("claims", value={}),
    "a claim as a string": put(*CLAIM, value="contraction"),
    "a claim without a name": edited(lambda d: d["claims"][0].pop("claim")),
    "a claim of unknown name": put(*CLAIM, "claim", value="miracle"),
    "a claim with a list as name": put(*CLAIM, "claim", value=["contraction"]),
    "a claim with the name of a type": put(*CLAIM, "claim", value="Contraction"),
    "a missing field": edited(lambda d: d["claims"][0].pop("k")),
    "a field of another claim": edited(lambda d: d["claims"][0].update(q=["1"])),
    "k as an array": put(*CLAIM, "k", value=["1"]),
    "k huge": put(*CLAIM, "k", value="f" * 10**6),
    "k as a power": put(*CLAIM, "k", value="9**9**9"),
    "s as a number": put(*CLAIM, "s", value="1", text=PROJECTOR),
    "L as a claim": put(*CLAIM, "L", value={"claim": "contraction", "k": "1", "bits": "0"}, text=PROJECTOR),
    "a rank that is another claim": put(
        *CLAIM, "rank_once", value={"claim": "contraction", "k": "1", "bits": "0"}, text=PROJECTOR
    ),
    "a rank that is null": put(*CLAIM, "rank_once", value=None, text=PROJECTOR),
    "10 MB of open brackets": "[" * MEGABYTES_OF_BRACKETS,
    "10 MB of open braces": '{"a":' * (MEGABYTES_OF_BRACKETS // 5),
    "10 MB of closed brackets": "]" * MEGABYTES_OF_BRACKETS,
    "10 MB of pairs": "[]" * (MEGABYTES_OF_BRACKETS // 2),
    "10 MB of nested pairs": "[" * (MEGABYTES_OF_BRACKETS // 2) + "]" * (MEGABYTES_OF_BRACKETS // 2),
    "10 MB of brackets hidden by strings": '["]",' * (MEGABYTES_OF_BRACKETS // 5),
    "10 MB of bytes": b"[" * MEGABYTES_OF_BRACKETS,
    "10 MB of quotes": '"' * MEGABYTES_OF_BRACKETS,
    "one level too deep": "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
    "100,000 levels": "[" * 100_000 + "]" * 100_000,
    "70 MB of blanks": " " * (70 * 2**20),
}


@pytest.mark.parametrize("name", REJECTED)
def test_rejected(name: str) -> None:
    text = REJECTED[name]
    started = process_time()
    with pytest.raises(CertificateRejected) as caught:
        verify(text)
    assert process_time() - started < 0.9
    assert caught.value.rule in ("reading", "contraction")
    assert len(str(caught.value)) < 250 and str(caught.value).isascii()


def test_only_text_is_read() -> None:
    for value in (None, 7, bytearray(GOOD.encode()), [GOOD], {"version": 1}):
        with pytest.raises(CertificateRejected):
            from_json(value)  # type: ignore[arg-type]


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats()
    | st.sampled_from(["0", "1", "-1f", "ff", "", "x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["claim", "k", "q"]), inner),
    max_leaves=8,
)


@given(st.data())
def test_a_changed_document_is_read_or_rejected(data: st.DataObject) -> None:
    document = json.loads(data.draw(st.sampled_from([GOOD, PROJECTOR])))
    here: Any = document
    while True:
        key = data.draw(st.sampled_from(list(here) if isinstance(here, dict) else list(range(len(here)))))
        if not isinstance(here[key], dict | list) or not here[key] or data.draw(st.integers(0, 3)) == 0:
            break
        here = here[key]
    here[key] = data.draw(JSON_VALUES)
    try:
        verify(json.dumps(document))
    except CertificateRejected as rejected:
        assert len(str(rejected)) < 250


@given(st.integers(0, len(PROJECTOR) - 1), st.binary(max_size=3), st.integers(0, 4))
def test_changed_bytes_are_read_or_rejected(at: int, inserted: bytes, dropped: int) -> None:
    raw = PROJECTOR.encode()
    try:
        verify(raw[:at] + inserted + raw[at + dropped :])
    except CertificateRejected as rejected:
        assert len(str(rejected)) < 250


@given(st.text(max_size=40) | st.binary(max_size=40))
def test_any_text_is_rejected(text: str | bytes) -> None:
    with pytest.raises(CertificateRejected):
        verify(text)
