"""The public proof: one tree, and every format it is written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from symspec.atomic import write_bytes
from symspec.certificate import Certificate
from symspec.errors import InputError
from symspec.proof.steps import ProofTree
from symspec.render.document import Document


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof about the powers of one matrix.

    Attributes:
        tree: its steps as plain data.
        lang: the language of its texts.
        notation: the name of the notation of its formulas; None for the usual one of the language.

    >>> from symspec import analyze
    >>> p = analyze("[[1/2]]").proof(detail="brief")
    >>> print(p.certificate.claims[0])
    Charpoly(p=(-1, 2))
    >>> print(p.to_latex(document=False).split("\\n")[-2])
    \\end{description}
    """

    tree: ProofTree
    lang: str = "en"
    notation: str | None = None

    @property
    def certificate(self) -> Certificate:
        """The matrix and the claims that the steps cite, accepted by symspec.verify."""
        return self.tree.certificate

    @property
    def document(self) -> Document:
        """The sentences and formulas in order, as the printers read them."""
        from symspec.render.proof_document import proof_document

        return proof_document(self.tree, self.lang, self.notation)

    @property
    def illustrated(self) -> Document:
        """The document with its pictures, for the formats that have them."""
        from symspec.render.plots.illustration import illustrations

        return replace(self.document, pictures=illustrations(self.tree, self.lang, self.notation))

    def to_text(self) -> str:
        """The proof as plain text, at most 80 columns wide."""
        from symspec.render.text import proof_text

        return proof_text(self.tree, self.lang, self.notation)

    def to_json(self) -> str:
        """The steps with their codes, exact objects and citations, and the certificate."""
        from symspec.render.proof_json import proof_json

        return proof_json(self.tree)

    def to_markdown(self, flavor: str = "github") -> str:
        """The proof in Markdown.

        Args:
            flavor: "github" (formulas as math fences, and between $` and `$) or "pandoc" ($$ and $).

        Raises:
            InputError: the flavor is another one.
        """
        from symspec.render.markdown import markdown_document

        return markdown_document(self.document, flavor)

    def to_latex(self, document: bool = True) -> str:
        """A complete LaTeX file, or a fragment for a file that loads amsmath and amssymb."""
        from symspec.render.latex import latex_document, latex_fragment

        return latex_document(self.document) if document else latex_fragment(self.document)

    def to_html(self) -> str:
        """One HTML file with MathML, without scripts, that loads nothing."""
        from symspec.render.html import html_document

        return html_document(self.illustrated)

    def to_pdf(self, path: str | Path) -> None:
        """Writes the proof as PDF, the same bytes each time.

        Raises:
            InputError: the file cannot be written, or the extra symspec[pdf] is not installed.
        """
        from symspec.render.typst import pdf

        write_bytes(path, pdf(self.illustrated))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return {"text/plain": self.to_text(), **document_bundle(self.document)}

    def __str__(self) -> str:
        return self.to_text()


def document_bundle(document: Document) -> dict[str, str]:
    """The document by media type, for notebooks."""
    from symspec.render.html import html_fragment
    from symspec.render.latex import latex_fragment
    from symspec.render.markdown import markdown_document

    return {
        "text/html": html_fragment(document),
        "text/latex": latex_fragment(document),
        "text/markdown": markdown_document(document, "pandoc"),
    }


# -- by name ---------------------------------------------------------------------------------


def _html(document: Document) -> str:
    from symspec.render.html import html_document

    return html_document(document)


def _latex(document: Document) -> str:
    from symspec.render.latex import latex_document

    return latex_document(document)


def _markdown(document: Document) -> str:
    from symspec.render.markdown import markdown_document

    return markdown_document(document)


FORMATS: Mapping[str, Callable[[Document], str]] = {"markdown": _markdown, "latex": _latex, "html": _html}
"""Formats of a document as text; "text" and "pdf" have ways of their own."""


def written(document: Document, text: str, name: str) -> str | bytes:
    """The document in the format of that name, where `text` is its plain text.

    Raises:
        InputError: there is no such format, or PDF cannot be made here.
    """
    if name == "text":
        return text
    if name == "pdf":
        from symspec.render.typst import pdf

        return pdf(document)
    if name not in FORMATS:
        raise InputError(f'there is no format "{name}"; use one of: text, {", ".join(FORMATS)}, pdf.')
    return FORMATS[name](document)
