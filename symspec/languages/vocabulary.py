"""The templates of one domain in one language: English from the source, others from gettext catalogues."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

GLUE = "\u00a0"
_BEFORE_SIGNS, _AFTER_QUOTE = re.compile(r" (?=[:;?!»])"), re.compile(r"(?<=«) ")


@dataclass(frozen=True, slots=True)
class Plural:
    """A template that depends on a count: `one` for 1, `other` else; languages may have more forms.

    Attributes:
        place: the place in the template that holds the count.
    """

    place: str
    one: str
    other: str


Template = str | Plural


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Templates by their codes.

    Attributes:
        domain: names the catalogue.
        english: the templates in English.
        lang: the language; what has no translation yet stays English.

    >>> words = Vocabulary("proofs", {"proof": "Proof."}, "fr")
    >>> words["proof"], words["proof"] == Vocabulary("proofs", words.english, "en")["proof"]
    ('Démonstration.', False)
    """

    domain: str
    english: Mapping[str, Template]
    lang: str

    def __getitem__(self, code: str) -> str:
        return self.template(code, {})

    def __contains__(self, code: object) -> bool:
        return code in self.english

    def template(self, code: str, counts: Mapping[str, int]) -> str:
        """The template in this language, in the form that the count in its place asks for.

        Args:
            code: names the template.
            counts: the integers by the places that they fill.
        """
        english = self.english[code]
        if isinstance(english, Plural):
            return self._counted(code, english, counts.get(english.place, 2))
        if self.lang == "en":
            return english
        return _spaced(_catalogue(self.lang, self.domain).pgettext(code, english), self.lang)

    def _counted(self, code: str, english: Plural, count: int) -> str:
        if self.lang == "en":
            return english.one if count == 1 else english.other
        found = _catalogue(self.lang, self.domain).npgettext(code, english.one, english.other, count)
        return _spaced(found, self.lang)


@cache
def _catalogue(lang: str, domain: str) -> NullTranslations:
    """The compiled catalogue of the package; an empty one where there is none."""
    found = files("symspec.languages").joinpath("locale", lang, "LC_MESSAGES", f"{domain}.mo")
    if not found.is_file():
        return NullTranslations()
    with found.open("rb") as file:
        return GNUTranslations(file)


def _spaced(text: str, lang: str) -> str:
    """French sets double signs off by a space that is never broken."""
    return _AFTER_QUOTE.sub(GLUE, _BEFORE_SIGNS.sub(GLUE, text)) if lang == "fr" else text


def places(template: str) -> frozenset[str]:
    """The names of the places of a template.

    >>> sorted(places("{a} and {b}"))
    ['a', 'b']
    """
    return frozenset(_names(template))


def _names(template: str) -> Iterator[str]:
    return (name for _, name, _, _ in string.Formatter().parse(template) if name)
