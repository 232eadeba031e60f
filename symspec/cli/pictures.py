"""What `plot` prints or writes: SVG, PDF or PNG."""

from __future__ import annotations

import argparse
import dataclasses
import json

from symspec.cli import OK


def plot_arguments(parser: argparse.ArgumentParser) -> None:
    """--kind, --steps, --lang, --notation and -o."""
    parser.add_argument("--kind", default="spectrum", help="spectrum, powers or ratios (default: spectrum)")
    parser.add_argument("--steps", type=int, default=30, metavar="N", help="the last n (default: 30)")
    parser.add_argument("--lang", default="en", help="the language: en, fr or ro (default: en)")
    parser.add_argument("--notation", help="of numbers: en, fr or ro (default: that of the language)")
    parser.add_argument("-o", "--output", metavar="FILE", help=".svg, .pdf or .png (default: print SVG)")


def plot_command(options: argparse.Namespace) -> int:
    """symspec plot MATRIX."""
    from symspec.analysis import analyze
    from symspec.cli.source import matrix_source

    found = analyze(matrix_source(options.matrix)).plot(
        options.kind, steps=options.steps, lang=options.lang, notation=options.notation
    )
    if options.json:
        print(json.dumps(dataclasses.asdict(found), ensure_ascii=False))
    if options.output:
        found.save(options.output)
    elif not options.json:
        print(found.to_svg(), end="")
    return OK
