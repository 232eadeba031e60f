"""Every published case, at every level, in every language and format: built with all checks, and whole."""

from __future__ import annotations

import pytest

from symspec.languages import LANGUAGES
from symspec.render.html import html_document
from symspec.render.latex import latex_document
from symspec.render.markdown import markdown_document
from symspec.render.proof_document import proof_document
from symspec.render.text import WIDTH, proof_text
from symspec.render.typst import typst_document
from tests.cases.published import published_cases
from tests.proof.samples import proof_of
from tests.proof.test_build import is_rational_square, matrix_of
from tests.render.test_languages import MARKS, assert_whole

pytestmark = pytest.mark.heavy
CASES = [case for case in published_cases() if is_rational_square(case)]
SHARES = 8


def levels(order: int) -> tuple[str, ...]:
    """Larger matrices have no standard form, very large ones the brief form only."""
    return ("brief", "standard", "full") if order <= 5 else ("brief", "full") if order <= 8 else ("brief",)


@pytest.mark.parametrize("share", range(SHARES))
def test_every_case(share: int) -> None:
    for case in CASES[share::SHARES]:
        a = matrix_of(case.matrix)
        for detail in levels(a.order):
            tree = proof_of(a, detail=detail)
            for lang in LANGUAGES:
                text = proof_text(tree, lang)
                assert max(map(len, text.splitlines())) <= WIDTH
                if lang != "en":
                    assert_whole(text, lang)
                document = proof_document(tree, lang)
                for written in (html_document, latex_document, markdown_document, typst_document):
                    assert MARKS[lang] in written(document)
