"""What `plot` and `gaussian` print or write: SVG, PDF or PNG."""

from __future__ import annotations

import argparse
import dataclasses
import json
from typing import TYPE_CHECKING

from symspec.cli import OK
from symspec.errors import InputError

if TYPE_CHECKING:
    from symspec.render.plots.plot import Plot


def plot_arguments(parser: argparse.ArgumentParser) -> None:
    """--kind, --start, --rescale, --steps, --lang, --notation and -o."""
    parser.add_argument(
        "--kind", help="spectrum, powers or ratios (default: spectrum); with --start: norms or ratios"
    )
    parser.add_argument("--start", metavar="V", help='|A^n V| for a vector such as "[1, 0]"')
    parser.add_argument(
        "--rescale", action="store_true", help="with --start: divide A by its spectral radius"
    )
    parser.add_argument("--steps", type=int, default=30, metavar="N", help="the last n (default: 30)")
    _language_arguments(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help=".svg, .pdf or .png (default: print SVG)")


def gaussian_arguments(parser: argparse.ArgumentParser) -> None:
    """N .., --seed, --samples, --lang, --notation and -o."""
    parser.add_argument("orders", metavar="N", type=int, nargs="+", help="the orders of the matrices")
    parser.add_argument(
        "--seed", type=int, required=True, metavar="S", help="the same seed, the same samples"
    )
    parser.add_argument(
        "--samples", type=int, default=10, help="how many matrices of each order (default: 10)"
    )
    _language_arguments(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="a picture: .svg, .pdf or .png")


def _language_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", default="en", help="the language: en, fr or ro (default: en)")
    parser.add_argument("--notation", help="of numbers: en, fr or ro (default: that of the language)")


def plot_command(options: argparse.Namespace) -> int:
    """symspec plot MATRIX."""
    found = _plot(options)
    if options.json:
        print(json.dumps(dataclasses.asdict(found), ensure_ascii=False))
    if options.output:
        found.save(options.output)
    elif not options.json:
        print(found.to_svg(), end="")
    return OK


def _plot(options: argparse.Namespace) -> Plot:
    from symspec.analysis import analyze
    from symspec.cli.source import matrix_source

    an, steps = analyze(matrix_source(options.matrix)), options.steps
    named = {"lang": options.lang, "notation": options.notation}
    if options.start is not None:
        kind = options.kind or "norms"
        return an.orbit_plot(options.start, kind, steps=steps, rescale=options.rescale, **named)
    if options.rescale:
        raise InputError('--rescale is about an orbit: give its start, --start "[1, 0]".')
    return an.plot(options.kind or "spectrum", steps=steps, **named)


def gaussian_command(options: argparse.Namespace) -> int:
    """symspec gaussian N ..: the largest moduli, and their picture."""
    from symspec.numeric.gaussian import gaussian_moduli
    from symspec.render.plots.gaussian import gaussian_plot

    sampled = {"seed": options.seed, "samples": options.samples}
    found = gaussian_moduli(options.orders, **sampled)
    if options.json:
        print(json.dumps([dataclasses.asdict(s) for s in found]))
    else:
        print(*found, sep="\n")
    if options.output:
        named = {"lang": options.lang, "notation": options.notation}
        gaussian_plot(options.orders, **sampled, **named).save(options.output)
    return OK
