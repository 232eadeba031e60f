"""Every template has its translations, with the same places; compiled catalogues are those of the text."""

from __future__ import annotations

import re
import string
from gettext import GNUTranslations

import pytest

from symspec.languages.po import Entry, forms, merged, mo_bytes, po_entries, po_text
from tests.languages.catalogues import CATALOGUES, UNFINISHED, known, path, wanted

CEDILLAS = re.compile("[ŞşŢţ]")
FRENCH_SIGN = re.compile(r"\w[:;?!»](?= |$)")


def current(lang: str, domain: str) -> tuple[Entry, ...]:
    return merged(wanted(domain), known(lang, domain), lang)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def is_template(domain: str) -> bool:
    return domain != "theorems"


@pytest.mark.parametrize(("lang", "domain"), [c for c in CATALOGUES if c[1] not in UNFINISHED])
def test_nothing_is_missing(lang: str, domain: str) -> None:
    missing = [entry.code for entry in current(lang, domain) if not entry.is_translated]
    assert not missing, f"{lang} {domain}: no translation, or one of older English: {', '.join(missing)}"


@pytest.mark.parametrize(("lang", "domain"), CATALOGUES)
def test_catalogues_are_in_step(lang: str, domain: str) -> None:
    """make languages was run after the last change of a template or of a translation."""
    entries = current(lang, domain)
    assert path(lang, domain).read_text("utf-8") == po_text(entries, lang)
    assert path(lang, domain).with_suffix(".mo").read_bytes() == mo_bytes(entries, lang)


@pytest.mark.parametrize(("lang", "domain"), CATALOGUES)
def test_places_are_the_same(lang: str, domain: str) -> None:
    """Each form names the places of the English; a form for one count may leave the count out."""
    for entry in known(lang, domain):
        english = entry.plural or entry.english
        for k, text in enumerate(entry.translations if is_template(domain) else ()):
            optional = places(english) - places(entry.english) if entry.plural and k == 0 else set()
            if text:
                assert places(english) - optional <= places(text) <= places(english), (lang, entry.code)


@pytest.mark.parametrize(("lang", "domain"), CATALOGUES)
def test_citations_are_the_same(lang: str, domain: str) -> None:
    for entry in known(lang, domain):
        for text in filter(None, entry.translations if domain == "theorems" else ()):
            cited = [sorted(re.findall(r"\[\d+\]", found)) for found in (entry.english, text)]
            assert cited[0] == cited[1], (lang, entry.code)


@pytest.mark.parametrize(("lang", "domain"), CATALOGUES)
def test_letters_and_signs_of_the_language(lang: str, domain: str) -> None:
    """Romanian has a comma under s and t, not a cedilla; French a space before double signs."""
    for entry in known(lang, domain):
        for text in entry.translations:
            if lang == "ro":
                assert not CEDILLAS.search(text), entry.code
            else:
                assert not FRENCH_SIGN.search(text), entry.code
            assert "'" not in text or lang == "fr" or re.search(r"\w'", text), entry.code


# -- the format ------------------------------------------------------------------------------

SAMPLE = (
    Entry("plain", 'An "a" and a \\ and\na line.', "", ("Un « a ».",)),
    Entry("steps", "{n} step", "{n} steps", ("{n} pas", "{n} pași", "{n} de pași")),
    Entry("empty", "Not yet.", "", ("",)),
    Entry("stale", "Changed.", "", ("Vechi.",), True),
)


def test_text_and_back() -> None:
    assert po_entries(po_text(SAMPLE, "ro")) == SAMPLE


def test_gettext_reads_what_is_written(tmp_path: object) -> None:
    import io

    found = GNUTranslations(io.BytesIO(mo_bytes(SAMPLE, "ro")))
    assert found.pgettext("plain", SAMPLE[0].english) == "Un « a »."
    assert found.pgettext("stale", "Changed.") == "Changed."
    assert found.pgettext("other", SAMPLE[0].english) == SAMPLE[0].english
    counted = [found.npgettext("steps", "{n} step", "{n} steps", n) for n in (1, 0, 2, 19, 20, 101, 102, 120)]
    pas, few, many = SAMPLE[1].translations
    # https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
    assert counted == [pas, few, few, few, many, few, few, many]


def test_changed_english_makes_a_translation_stale() -> None:
    (entry,) = merged([Entry("a", "New.", "", ("",))], [Entry("a", "Old.", "", ("Vieux.",))], "fr")
    assert entry.is_stale and not entry.is_translated and entry.translations == ("Vieux.",)
    (entry,) = merged([Entry("a", "New.", "", ("",))], [], "fr")
    assert not entry.is_translated and not entry.is_stale
    assert forms("fr") == 2 and forms("ro") == 3
