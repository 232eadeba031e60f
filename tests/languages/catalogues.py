"""What is translated: every domain with its templates in English, and where its catalogues stand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from symspec.exercises.export.words import ENGLISH as EXPORTS
from symspec.exercises.feedback import SENTENCES
from symspec.exercises.questions.prompts import ENGLISH as QUESTIONS
from symspec.languages import LANGUAGES, Plural, Template
from symspec.languages.po import Entry, po_entries
from symspec.render.phrases import ENGLISH
from symspec.render.plots.phrases import ENGLISH as PICTURES
from symspec.render.theorem_words import statement_texts

LOCALE = Path(__file__).parent.parent.parent / "symspec" / "languages" / "locale"
DOMAINS: Mapping[str, Mapping[str, Template]] = {
    "proofs": ENGLISH,
    "theorems": statement_texts(),
    "plots": PICTURES,
    "exercises": SENTENCES,
    "questions": QUESTIONS,
    "exports": EXPORTS,
}
TRANSLATED = LANGUAGES[1:]
UNFINISHED: frozenset[str] = frozenset()
"""Domains that are still being translated; what is missing there is shown in English."""
CATALOGUES = [(lang, domain) for lang in TRANSLATED for domain in DOMAINS]


def path(lang: str, domain: str) -> Path:
    """The catalogue as text; the compiled one stands beside it."""
    return LOCALE / lang / "LC_MESSAGES" / f"{domain}.po"


def known(lang: str, domain: str) -> tuple[Entry, ...]:
    """What the catalogue has."""
    file = path(lang, domain)
    return po_entries(file.read_text("utf-8")) if file.exists() else ()


def wanted(domain: str) -> tuple[Entry, ...]:
    """The messages of the domain, untranslated, in the order of the source."""
    return tuple(_entry(code, template) for code, template in DOMAINS[domain].items())


def _entry(code: str, template: Template) -> Entry:
    if isinstance(template, Plural):
        return Entry(code, template.one, template.other, ("",))
    return Entry(code, template, "", ("",))
