"""The reference pages are those that the code makes now, and leave nothing out."""

from __future__ import annotations

import pytest

from symspec.certificate import CLAIM_NAMES
from symspec.exercises.tasks import TASKS
from symspec.theorems import THEOREMS
from tests.reference.answer_codes import WITHOUT, answer_codes, examples
from tests.reference.pages import FOLDER, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_fresh(name: str) -> None:
    shown = (FOLDER / name).read_text(encoding="utf-8")
    assert shown == PAGES[name](), "make reference"


def test_there_is_no_page_that_nobody_makes() -> None:
    assert {path.name for path in FOLDER.glob("*.md")} == set(PAGES)


def test_every_statement_claim_and_task_has_its_place() -> None:
    pages = {name: page() for name, page in PAGES.items()}
    assert all(f'<a id="{t.key}"></a>' in pages["theorems.md"] for t in THEOREMS)
    assert all(f"### `{name}`" in pages["certificates.md"] for name in CLAIM_NAMES.values())
    assert all(f"| `{task}` |" in pages["answers.md"] for task in TASKS)


def test_no_cell_and_no_description_is_empty() -> None:
    for page in PAGES.values():
        text = page()
        assert "|  |" not in text
        assert "```text\n\n```" not in text


def test_every_code_of_an_answer_has_an_example() -> None:
    assert set(answer_codes()) - examples().keys() == WITHOUT
