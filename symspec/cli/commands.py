"""Every command but verify: read the arguments, call one thing, render it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from symspec.budget import Budget
from symspec.cli import BAD_INPUT, OK
from symspec.cli.answers import check_arguments, check_command, grade_arguments, grade_command
from symspec.cli.export import export_arguments, export_command
from symspec.cli.formats import format_arguments, prove_command, theorem_command
from symspec.cli.pictures import gaussian_arguments, gaussian_command, plot_arguments, plot_command
from symspec.cli.practice import (
    derivation_arguments,
    derivation_command,
    hints_arguments,
    hints_command,
    selftest_arguments,
    selftest_command,
)
from symspec.cli.texts import parsed
from symspec.cli.tour import tour_arguments, tour_command
from symspec.cli.verify import verify_command
from symspec.errors import InputError, SymspecError, UndecidedError

EPILOG = """MATRIX is text such as "1/2 1/4; 0 1/3" or "[[1/2, 1/4], [0, 1/3]]",
a file (.csv, .json, .npy, .npz, .mtx, .safetensors, .tex, .txt, ..; a.npz:W names one array),
or "-" for standard input.
Exit status: 0 done, 1 certificate rejected or answer not correct, 2 bad input or undecided."""

MATRIX = "text, a file or -"

CHECK_TASKS = (
    "charpoly, minpoly, eigenvalues, eigenvectors, eigenvector, eigenspace, diagonalization, "
    "orthogonal_diagonalization, jordan_form, dunford, ranks, limit, convergence, spectral_radius, growth, "
    "gershgorin, similarity, true_false or power"
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise InputError(f"{message}; see: {self.prog} --help")


def run(arguments: Sequence[str]) -> int:
    """The exit status of one command; every error is one sentence on standard error."""
    try:
        options = parsed(_parser(), arguments)
        if options.version:
            print(version_text())
            return OK
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except SymspecError as error:
        print(f"symspec: {_kind(error)}{error}", file=sys.stderr)
    except (KeyboardInterrupt, OSError):
        raise
    except RecursionError:
        print("symspec: this input is nested too deeply.", file=sys.stderr)
    except Exception as error:  # noqa: BLE001 - the outermost door: no traceback ever reaches a user
        print(
            f"symspec: internal error ({type(error).__name__}: {error}); please report it.", file=sys.stderr
        )
    return BAD_INPUT


def _kind(error: SymspecError) -> str:
    return "not decided: " if isinstance(error, UndecidedError) else ""


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="symspec", description="What happens to A^n: exactly, and with proof.", epilog=EPILOG
    )
    parser.add_argument("--version", action="store_true", help="the version, and the libraries beneath")
    parser.set_defaults(command=lambda options: _no_command(parser))
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    analyze = _command(commands, "analyze", "the verdict, the reason and the key facts", _analyze)
    analyze.add_argument("matrix", metavar="MATRIX", nargs="?", help=MATRIX)
    analyze.add_argument("--certificate", metavar="FILE", help="also write the certificate to FILE")
    analyze.add_argument(
        "--structure", action="store_true", help="print which properties A has, each with its reason, instead"
    )
    _budget_arguments(analyze)
    _many_arguments(analyze)

    _proof_commands(commands)
    verify = _command(commands, "verify", "check a certificate, trusting nobody", _verify)
    verify.add_argument("file", metavar="FILE", help="a certificate, as analyze writes it")

    _exercise_commands(commands)

    tour = _command(commands, "tour", "lessons in the terminal, from zero to certificates", tour_command)
    tour_arguments(tour)
    return parser


def _proof_commands(commands: argparse._SubParsersAction[_Parser]) -> None:
    prove = _command(commands, "prove", "a proof of the verdict, step by step", prove_command)
    prove.add_argument("matrix", metavar="MATRIX", help=MATRIX)
    prove.add_argument(
        "--method", default="auto", metavar="NAME", help="which argument to use (default: auto, a short one)"
    )
    prove.add_argument(
        "--methods", action="store_true", help="list the methods, and why some do not apply to MATRIX"
    )
    prove.add_argument("--detail", default="standard", help="brief, standard or full (default: standard)")
    format_arguments(prove)

    theorem = _command(commands, "theorem", "a statement with its proof, or all of them", theorem_command)
    theorem.add_argument("name", metavar="NAME", nargs="?", help="a number or a short name")
    theorem.add_argument(
        "--whole", action="store_true", help="with every statement that the proof rests on, and their proofs"
    )
    format_arguments(theorem)

    plot = _command(commands, "plot", "a picture: the spectrum, powers, an orbit, or ratios", plot_command)
    plot.add_argument("matrix", metavar="MATRIX", help=MATRIX)
    plot_arguments(plot)

    gaussian = _command(
        commands,
        "gaussian",
        "the largest modulus of random Gaussian matrices beside sqrt(n)",
        gaussian_command,
    )
    gaussian_arguments(gaussian)


def _exercise_commands(commands: argparse._SubParsersAction[_Parser]) -> None:
    check = _command(commands, "check", "judge an answer to an exercise", check_command)
    check_arguments(check, CHECK_TASKS)

    hints = _command(commands, "hints", "what to do next in an exercise, in steps", hints_command)
    hints_arguments(hints, CHECK_TASKS)

    derivation = _command(commands, "derivation", "judge a derivation line by line", derivation_command)
    derivation_arguments(derivation)

    grade = _command(commands, "grade", "judge the answers of a class to a question", grade_command)
    grade_arguments(grade)

    selftest = _command(commands, "selftest", "let a question judge answers of its own", selftest_command)
    selftest_arguments(selftest)

    export = _command(commands, "export", "questions for Moodle, PrairieLearn or paper", export_command)
    export_arguments(export)


def _command(
    commands: argparse._SubParsersAction[_Parser],
    name: str,
    summary: str,
    call: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=summary, description=summary.capitalize() + ".", epilog=EPILOG)
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")
    parser.set_defaults(command=call)
    return parser


def _budget_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("budget", "bounds of the work on each matrix (default: none)")
    group.add_argument(
        "--seconds", type=float, metavar="S", help="stop after S seconds, whatever it is doing"
    )
    group.add_argument("--bits", type=int, metavar="B", help="refuse work on integers of more than B bits")
    group.add_argument("--degree", type=int, metavar="D", help="refuse a det(x I - A) of degree over D")


def _many_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("many matrices", "resumed where it was left, if OUT.jsonl has records")
    group.add_argument(
        "--many", metavar="FILE.jsonl", help='a matrix on each line, or {"id": .., "matrix": ..}'
    )
    group.add_argument("-o", "--output", metavar="OUT.jsonl", help="where the records go, one on each line")
    group.add_argument("--workers", type=int, metavar="N", help="processes (default: one for each core)")
    group.add_argument("--with-certificates", action="store_true", help="a certificate in each record")


def _no_command(parser: argparse.ArgumentParser) -> int:
    parser.print_help()
    return BAD_INPUT


def _source(text: str) -> str | Path:
    from symspec.cli.source import matrix_source

    return matrix_source(text)


def _analyze(options: argparse.Namespace) -> int:
    from symspec.analysis import analyze
    from symspec.atomic import write_whole
    from symspec.certificate_json import to_json
    from symspec.render.json import analysis_json

    if options.many or options.output:
        return _analyze_many(options)
    if options.matrix is None:
        raise InputError(
            "analyze takes a MATRIX, or --many FILE.jsonl -o OUT.jsonl; see: symspec analyze --help"
        )
    an = analyze(_source(options.matrix), budget=_budget(options))
    if options.structure and options.json:
        raise InputError("--structure prints text; leave out --json, or --structure.")
    if options.certificate:
        write_whole(options.certificate, [to_json(an.certificate)])
    if options.structure:
        print(an.structure)
        return OK
    print(analysis_json(an.summary, an.certificate_or_none) if options.json else str(an))
    return OK


def _budget(options: argparse.Namespace) -> Budget | None:
    bounds = (options.seconds, options.bits, options.degree)
    return None if bounds == (None, None, None) else Budget(*bounds)


def _analyze_many(options: argparse.Namespace) -> int:
    from symspec.bulk.record import Options
    from symspec.cli.many import analyze_file

    if not (options.many and options.output) or options.matrix is not None or options.certificate:
        raise InputError(
            "write symspec analyze --many FILE.jsonl -o OUT.jsonl, without MATRIX or --certificate."
        )
    if options.workers is not None and options.workers < 1:
        raise InputError("--workers takes a positive number.")
    wanted = Options(budget=_budget(options), certificate=options.with_certificates)
    print(analyze_file(options.many, options.output, wanted, options.workers), file=sys.stderr)
    return OK


def _verify(options: argparse.Namespace) -> int:
    return verify_command([options.file] + ["--json"] * options.json)


def version_text() -> str:
    """symspec and the libraries beneath it, with their versions."""
    from importlib import metadata

    from symspec._version import __version__

    found = []
    for name in ("python-flint", "sympy", "mpmath"):
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            found.append(f"{name} not installed")
    return f"symspec {__version__} ({', '.join(found)})"
