"""Brings every catalogue in step with the templates: python -m tests.languages.update, or make languages.

New templates get an empty msgstr, changed ones are marked fuzzy, translations stay; then .mo files are made.
"""

from __future__ import annotations

from symspec.languages.po import merged, mo_bytes, po_text
from tests.languages.catalogues import CATALOGUES, known, path, wanted


def update(lang: str, domain: str) -> int:
    """Rewrites one catalogue; how many of its messages have no translation."""
    entries = merged(wanted(domain), known(lang, domain), lang)
    file = path(lang, domain)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(po_text(entries, lang), "utf-8")
    file.with_suffix(".mo").write_bytes(mo_bytes(entries, lang))
    return sum(not entry.is_translated for entry in entries)


if __name__ == "__main__":
    for lang, domain in CATALOGUES:
        print(f"{lang} {domain}: {update(lang, domain)} missing")
