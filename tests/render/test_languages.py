"""Proofs and statements in French and Romanian, and the notation that is chosen apart from the words."""

from __future__ import annotations

import re

import pytest

from symspec import analyze
from symspec.cli.commands import run
from symspec.errors import InputError
from symspec.languages import LANGUAGES, NOTATIONS, Plural, Vocabulary, notation_of, require_language
from symspec.notation.formula import Binomial, Number, Script, Symbol, Upright
from symspec.notation.latex import latex
from symspec.notation.localized import localized
from symspec.notation.typst import typst
from symspec.render.html import html_document
from symspec.render.latex import latex_document
from symspec.render.markdown import markdown_document
from symspec.render.phrases import phrases
from symspec.render.proof_document import proof_document
from symspec.render.text import WIDTH, proof_text
from symspec.render.theorem_document import theorem_document, theorem_lines
from symspec.theorems import THEOREMS
from tests.proof.samples import SAMPLES, proof_of, sample

OTHERS = LANGUAGES[1:]
MARKS = {"en": "QED", "fr": "CQFD", "ro": "Q.E.D."}
# Words that English has and neither of the others.
ENGLISH_WORDS = re.compile(r"\b(the|and|with|which|every|because|eigenvalues?|roots?|rank|so|for|is)\b")


def assert_whole(text: str, lang: str) -> None:
    """Nothing is left of templates, of other languages, or of the marks of an unfinished page."""
    assert text.count(MARKS[lang]) == 1
    assert not set("{}\u00a0\ue000𝓍") & set(text)
    assert not ENGLISH_WORDS.search(text), ENGLISH_WORDS.findall(text)


@pytest.mark.parametrize("name", SAMPLES)
def test_proofs_in_every_language(name: str) -> None:
    for detail in ("brief", "standard"):
        tree = proof_of(sample(name), detail=detail)
        for lang in OTHERS:
            text = proof_text(tree, lang)
            assert_whole(text, lang)
            assert max(map(len, text.splitlines())) <= WIDTH


def test_full_proofs_in_every_language() -> None:
    for name in ("dunford", "block of size 3", "chain of two", "quintic", "never returns", "block of i"):
        tree = proof_of(sample(name), detail="full")
        for lang in OTHERS:
            assert_whole(proof_text(tree, lang), lang)


@pytest.mark.parametrize("lang", OTHERS)
def test_every_format(lang: str) -> None:
    for name in ("dunford", "chain of two", "never returns"):
        document = proof_document(proof_of(sample(name)), lang)
        page = html_document(document)
        assert f'<html lang="{lang}">' in page and MARKS[lang] in page
        prose = re.sub(r"<style>.*?</style>|<math.*?</math>|<[^>]*>", " ", page, flags=re.DOTALL)
        assert not ENGLISH_WORDS.search(prose), ENGLISH_WORDS.findall(prose)
        for text in (latex_document(document), markdown_document(document)):
            assert MARKS[lang] in text and "{x}" not in text


@pytest.mark.parametrize("lang", OTHERS)
def test_statements(lang: str) -> None:
    for t in THEOREMS:
        lines = theorem_lines(t.number, lang)
        assert lines[0].startswith(f"[{t.number}] ") and len(lines) == len(t.proof) + 3
        head, *proof = lines[:-1]
        assert not ENGLISH_WORDS.search(" ".join((head, *proof))), t.number
        assert theorem_document(t.number, lang).lang == lang


def test_notation_apart_from_the_language() -> None:
    tree = proof_of(sample("chain of two"))
    assert "rg(A - I)" in proof_text(tree, "fr") and "rang(A - I)" in proof_text(tree, "ro")
    assert "n -> ∞" in proof_text(tree, "fr", "en") and "n -> infinity" in proof_text(tree, "en", "fr")
    assert "rk(A - I)" in proof_text(tree, "fr", "en") and "rg(A - I)" in proof_text(tree, "en", "fr")
    assert "det(X I - A)" in proof_text(tree, "en", "fr") and "det(x I - A)" in proof_text(tree, "ro", "en")
    decimals = proof_of(sample("quintic"))
    assert re.search(r"\d,\d{3}", proof_text(decimals, "fr")) and re.search(
        r"\d\.\d{3}", proof_text(decimals)
    )
    transposes = proof_of(sample("never returns"))
    assert "ᵗA A = I" in proof_text(transposes, "fr") and "A^T A = I" in proof_text(transposes, "ro")


def test_formulas_in_a_notation() -> None:
    french, romanian = notation_of("fr"), notation_of("ro")
    assert latex(localized(Script(Symbol("A"), above=Symbol("T")), french)) == "{}^{t} A"
    assert (
        localized(Upright("ker"), french) == Upright("Ker")
        and localized(Number("0.5"), french).digits == "0,5"
    )
    assert latex(Number("0,5")) == "0{,}5" and typst(Number("0,5")) == '"0,5"'
    assert latex(localized(Binomial(Symbol("n"), Symbol("k")), romanian)) == "C_{n}^{k}"
    for notation in NOTATIONS:
        box = Script(Symbol("A"), above=Symbol("T"))
        assert localized(localized(box, notation), notation) == localized(box, notation)


def test_plural_forms() -> None:
    words = {lang: phrases(lang) for lang in LANGUAGES}
    counted = {
        (lang, n): words[lang].template("nilpotent", {"index": n}).rpartition(" ")[2]
        for lang in LANGUAGES
        for n in (1, 3)
    }
    assert counted["en", 1] == "step." and counted["en", 3] == "steps."
    assert counted["fr", 1] == "pas." and counted["ro", 1] == "pas." and counted["ro", 3] == "pași."
    assert words["ro"].template("nilpotent", {"index": 20}).endswith("{index} de pași.")
    assert words["fr"].template("binomial", {"count": 2}).count("{count}") == 1


def test_what_is_not_translated_is_english() -> None:
    words = Vocabulary("proofs", {"new": "A new sentence.", "many": Plural("n", "one", "{n}")}, "fr")
    assert words["new"] == "A new sentence." and words.template("many", {"n": 1}) == "one"
    assert Vocabulary("no such domain", {"new": "New."}, "ro")["new"] == "New."


def test_unknown_names() -> None:
    an = analyze("[[1/2]]")
    for options in ({"lang": "de"}, {"notation": "de"}):
        with pytest.raises(InputError, match="use one of: en, fr, ro"):
            an.proof(**options)
    with pytest.raises(InputError, match='"FR"'):
        require_language("FR")


def test_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    for lang, word in (("fr", "Démonstration."), ("ro", "Demonstrație.")):
        assert run(["theorem", "cayley-hamilton", "--lang", lang]) == 0
        assert word in capsys.readouterr().out
        assert run(["prove", "[[1/2]]", "--lang", lang, "--format", "latex"]) == 0
        assert MARKS[lang] in capsys.readouterr().out
    assert (
        run(["prove", "[[1/2, 0], [1, 1/2]]", "--lang", "fr", "--notation", "en", "--method", "dunford"]) == 0
    )
    assert "det(x I - A)" in capsys.readouterr().out
    assert run(["theorem", "1", "--lang", "xx"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
