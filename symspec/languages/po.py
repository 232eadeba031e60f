"""Catalogues as text (.po) and as gettext reads them (.mo): written here, without tools from outside."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from symspec.errors import InputError

PLURAL_FORMS = {
    "fr": "nplurals=2; plural=n>1;",
    "ro": "nplurals=3; plural=n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2;",
}
MAGIC = 0x950412DE
_LINE = re.compile(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)?\s*"(.*)"$')
_ESCAPE = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One message.

    Attributes:
        code: its context, the code of the template.
        english: the template; its form for 1 where there is a plural.
        plural: the English form for other counts; "" where there is none.
        translations: one, or one for each plural form of the language; "" for what is missing.
        is_stale: the English has changed since it was translated.
    """

    code: str
    english: str
    plural: str
    translations: tuple[str, ...]
    is_stale: bool = False

    @property
    def is_translated(self) -> bool:
        """Nothing is missing, and the translation is of this English."""
        return all(self.translations) and not self.is_stale


def forms(lang: str) -> int:
    """The number of plural forms.

    >>> forms("ro")
    3
    """
    return int(PLURAL_FORMS[lang][len("nplurals=")])


def merged(wanted: Iterable[Entry], known: Iterable[Entry], lang: str) -> tuple[Entry, ...]:
    """The wanted messages in their order, with the known translations; changed English makes them stale."""
    by_code = {entry.code: entry for entry in known}
    return tuple(_merged(entry, by_code.get(entry.code), lang) for entry in wanted)


def _merged(entry: Entry, old: Entry | None, lang: str) -> Entry:
    size = forms(lang) if entry.plural else 1
    if old is None or len(old.translations) != size or not any(old.translations):
        return Entry(entry.code, entry.english, entry.plural, ("",) * size)
    changed = (old.english, old.plural) != (entry.english, entry.plural)
    return Entry(entry.code, entry.english, entry.plural, old.translations, old.is_stale or changed)


# -- text ------------------------------------------------------------------------------------


def po_text(entries: Iterable[Entry], lang: str) -> str:
    """The catalogue as text."""
    return "\n".join((_header(lang), *map(_entry_text, entries)))


def _header(lang: str) -> str:
    lines = "".join(f'"{line}\\n"\n' for line in _header_lines(lang))
    return f'msgid ""\nmsgstr ""\n{lines}'


def _header_lines(lang: str) -> tuple[str, ...]:
    return (
        f"Language: {lang}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {PLURAL_FORMS[lang]}",
    )


def _entry_text(entry: Entry) -> str:
    lines = ["#, fuzzy"] if entry.is_stale else []
    lines += [f"msgctxt {_quoted(entry.code)}", f"msgid {_quoted(entry.english)}"]
    if not entry.plural:
        return "\n".join((*lines, f"msgstr {_quoted(entry.translations[0])}", ""))
    lines.append(f"msgid_plural {_quoted(entry.plural)}")
    lines += [f"msgstr[{k}] {_quoted(text)}" for k, text in enumerate(entry.translations)]
    return "\n".join((*lines, ""))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def po_entries(text: str) -> tuple[Entry, ...]:
    """The messages of a catalogue, without its header.

    Raises:
        InputError: a line is not understood.
    """
    entries = [_entry(block, number) for number, block in _blocks(text)]
    return tuple(entry for entry in entries if entry.english)


def _blocks(text: str) -> Iterable[tuple[int, list[str]]]:
    """The lines of each message, with the number of the first."""
    block: list[str] = []
    start = 1
    for number, line in enumerate((*text.splitlines(), ""), 1):
        if line.strip():
            start = start if block else number
            block.append(line.strip())
        elif block:
            yield start, block
            block = []


def _entry(block: Sequence[str], number: int) -> Entry:
    found: dict[str, str] = {}
    key = ""
    for offset, line in enumerate(block):
        if line.startswith("#"):
            continue
        match = _LINE.match(line)
        if match is None or not (match[1] or key):
            raise InputError(f"line {number + offset} of a catalogue is not understood: {line[:60]}")
        key = match[1] or key
        found[key] = found.get(key, "") + _ESCAPE.sub(_unescaped, match[2])
    translations = tuple(text for name, text in found.items() if name.startswith("msgstr"))
    stale = any(line.startswith("#,") and "fuzzy" in line for line in block)
    return Entry(
        found.get("msgctxt", ""), found.get("msgid", ""), found.get("msgid_plural", ""), translations, stale
    )


def _unescaped(match: re.Match[str]) -> str:
    return {"n": "\n", "t": "\t"}.get(match[1], match[1])


# -- bytes -----------------------------------------------------------------------------------


def mo_bytes(entries: Iterable[Entry], lang: str) -> bytes:
    """The catalogue for gettext: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html."""
    header = "".join(f"{line}\n" for line in _header_lines(lang))
    table = {b"": header.encode()}
    table |= {_key(entry): "\0".join(entry.translations).encode() for entry in entries if entry.is_translated}
    keys = sorted(table)
    values = [table[key] for key in keys]
    start = 28 + 16 * len(keys)
    key_table, after = _offsets(keys, start)
    value_table, _ = _offsets(values, after)
    head = struct.pack("<7I", MAGIC, 0, len(keys), 28, 28 + 8 * len(keys), 0, 0)
    return head + key_table + value_table + b"".join(text + b"\0" for text in (*keys, *values))


def _key(entry: Entry) -> bytes:
    plural = f"\0{entry.plural}" if entry.plural else ""
    return f"{entry.code}\4{entry.english}{plural}".encode()


def _offsets(texts: Sequence[bytes], start: int) -> tuple[bytes, int]:
    """The table of lengths and offsets, and where the texts end."""
    table = b""
    for text in texts:
        table += struct.pack("<2I", len(text), start)
        start += len(text) + 1
    return table, start
