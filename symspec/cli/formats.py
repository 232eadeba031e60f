"""What `prove` and `theorem` print or write: text, Markdown, LaTeX, HTML or PDF."""

from __future__ import annotations

import argparse
import dataclasses
import json
import textwrap

from symspec.cli import OK
from symspec.errors import InputError
from symspec.theorems import THEOREMS, Theorem, theorem


def format_arguments(parser: argparse.ArgumentParser) -> None:
    """--format and -o."""
    parser.add_argument(
        "--format",
        default="text",
        metavar="FORMAT",
        help="text, markdown, latex, html or pdf (default: text)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE; a PDF needs it")


def prove_command(options: argparse.Namespace) -> int:
    """symspec prove MATRIX."""
    from symspec.analysis import analyze
    from symspec.cli.source import matrix_source
    from symspec.render.written import written

    chosen = {"method": options.method, "detail": options.detail, "lang": options.lang}
    proof = analyze(matrix_source(options.matrix)).proof(**chosen)
    if options.json:
        return _put(proof.to_json(), options.output)
    if options.format == "text":
        return _put(proof.to_text(), options.output)
    return _put(written(proof.document, "", options.format), options.output)


def theorem_command(options: argparse.Namespace) -> int:
    """symspec theorem [NAME]: one statement with its proof, or the list of all."""
    if options.name is None:
        return _put(_theorems_json() if options.json else "\n".join(map(_line, THEOREMS)), options.output)
    found = theorem(options.name)
    if options.json:
        return _put(_theorem_json(found), options.output)
    if options.format == "text":
        return _put(_theorem_text(found), options.output)
    from symspec.render.theorem_document import theorem_document
    from symspec.render.written import written

    return _put(written(theorem_document(found), "", options.format), options.output)


def _put(content: str | bytes, path: str | None) -> int:
    if path is None:
        if isinstance(content, bytes):
            raise InputError("a PDF is not printed; name a file by: -o FILE.pdf")
        print(content)
    elif isinstance(content, bytes):
        from symspec.render.written import write_bytes

        write_bytes(path, content)
    else:
        from symspec.atomic import write_whole

        write_whole(path, [content, "" if content.endswith("\n") else "\n"])
    return OK


def _line(found: Theorem) -> str:
    head = f"{found.number:>3}  {found.key}: "
    return textwrap.fill(head + found.short, 80, subsequent_indent=" " * 5, break_on_hyphens=False)


def _theorem_text(found: Theorem) -> str:
    paragraphs = str(found).split("\n\n")
    return "\n\n".join(textwrap.fill(p, 80, break_on_hyphens=False) for p in paragraphs)


def _theorem_json(found: Theorem) -> str:
    return json.dumps(dataclasses.asdict(found), indent=2)


def _theorems_json() -> str:
    return json.dumps(
        [{"number": t.number, "key": t.key, "name": t.name, "short": t.short} for t in THEOREMS]
    )
