"""The languages of symspec's texts: templates, their translations, and the notation apart from both.

English stands in the source, one template for each code. French and Romanian stand in the gettext catalogues
of locale/, one for each domain: msgctxt is the code, msgid the English template, msgstr the translation.
"""

from __future__ import annotations

from symspec.errors import InputError
from symspec.languages.notation import NOTATIONS, Notation, notation_of
from symspec.languages.vocabulary import Plural, Template, Vocabulary, places

__all__ = [
    "LANGUAGES",
    "NOTATIONS",
    "Notation",
    "Plural",
    "Template",
    "Vocabulary",
    "notation_of",
    "places",
    "require_language",
]

LANGUAGES: tuple[str, ...] = ("en", "fr", "ro")
"""The tags of the languages: English, French, Romanian."""


def require_language(lang: str) -> None:
    """Nothing, if there are texts in that language.

    Raises:
        InputError: otherwise.
    """
    if lang not in LANGUAGES:
        raise InputError(f'there are no texts in the language "{lang}"; use one of: {", ".join(LANGUAGES)}.')
