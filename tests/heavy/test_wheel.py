"""The wheel holds the catalogues and everything else that is no module, and works from where it is put."""

from __future__ import annotations

import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.heavy.tools import absent, run
from tests.languages.catalogues import CATALOGUES

pytestmark = pytest.mark.heavy
ROOT = Path(__file__).parent.parent.parent
CODE = """
import sys
sys.path.insert(0, "site")
import symspec
from symspec.render.theorem_words import theorem_in
print(theorem_in(1, "ro").name, symspec.__file__)
from symspec.cli.tour import lessons
assert lessons("ro")[0].path.parts[-3:-1] == ("lessons", "ro")
"""


def test_wheel(tmp_path: Path) -> None:
    if find_spec("build") is None:
        absent("the package build is not installed")
    done = run(sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path, ROOT, seconds=300)
    assert done.returncode == 0, done.stderr[-2000:]
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for lang, domain in CATALOGUES:
        assert f"symspec/languages/locale/{lang}/LC_MESSAGES/{domain}.mo" in names
    data = {str(p.relative_to(ROOT)) for p in (ROOT / "symspec").rglob("*") if p.is_file()}
    assert {name for name in data if "__pycache__" not in name} <= names
    lessons = {
        f"symspec/lessons/{p.relative_to(ROOT / 'examples')}" for p in (ROOT / "examples").rglob("*.md")
    }
    assert len(lessons) > 10 and lessons <= names
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    started = run(sys.executable, "-c", CODE, where=tmp_path)
    assert started.stdout.startswith("Propoziția 1 ") and "site" in started.stdout, started.stderr
