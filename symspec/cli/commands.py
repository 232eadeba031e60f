"""Every command but verify: read the arguments, call one thing, render it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from symspec.cli import BAD_INPUT, OK, REJECTED
from symspec.cli.verify import verify_command
from symspec.errors import InputError, SymspecError, UndecidedError

EPILOG = """MATRIX is text such as "1/2 1/4; 0 1/3" or "[[1/2, 1/4], [0, 1/3]]",
a .json file, or "-" for standard input.
Exit status: 0 done, 1 certificate rejected or answer not correct, 2 bad input or undecided."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise InputError(f"{message}; see: {self.prog} --help")


def run(arguments: Sequence[str]) -> int:
    """The exit status of one command; every error is one sentence on standard error."""
    try:
        options = _parser().parse_args(arguments)
        if options.version:
            print(version_text())
            return OK
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except SymspecError as error:
        print(f"symspec: {_kind(error)}{error}", file=sys.stderr)
    except (KeyboardInterrupt, BrokenPipeError):
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
    analyze.add_argument("matrix", metavar="MATRIX")
    analyze.add_argument("--certificate", metavar="FILE", help="also write the certificate to FILE")

    prove = _command(commands, "prove", "a proof of the verdict, step by step", _prove)
    prove.add_argument("matrix", metavar="MATRIX")
    prove.add_argument("--method", default="auto", help="which argument to use (default: auto)")
    prove.add_argument("--detail", default="standard", help="brief, standard or full (default: standard)")
    prove.add_argument("--lang", default="en", help="the language (default: en)")

    verify = _command(commands, "verify", "check a certificate, trusting nobody", _verify)
    verify.add_argument("file", metavar="FILE")

    check = _command(commands, "check", "judge an answer to an exercise", _check)
    check.add_argument("task", metavar="TASK", help="eigenvalues, dunford, limit or convergence")
    check.add_argument("matrix", metavar="MATRIX")
    check.add_argument("answer", metavar="ANSWER", help='the answer as text, or "-" for standard input')
    check.add_argument("--lang", default="en", help="the language of the feedback (default: en)")
    return parser


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


def _no_command(parser: argparse.ArgumentParser) -> int:
    parser.print_help()
    return BAD_INPUT


def _source(text: str) -> str | Path:
    if text == "-":
        return sys.stdin.read()
    looks_like_a_file = len(text) < 256 and "\n" not in text and text.endswith(".json")
    return Path(text) if looks_like_a_file else text


def _analyze(options: argparse.Namespace) -> int:
    from symspec.analysis import analyze
    from symspec.certificate_json import to_json
    from symspec.render.json import analysis_json

    an = analyze(_source(options.matrix))
    if options.certificate:
        _written(options.certificate, to_json(an.certificate))
    print(analysis_json(an.summary, an.certificate_or_none) if options.json else str(an))
    return OK


def _prove(options: argparse.Namespace) -> int:
    from symspec.analysis import analyze

    proof = analyze(_source(options.matrix)).proof(
        method=options.method, detail=options.detail, lang=options.lang
    )
    print(proof.to_json() if options.json else proof.to_text())
    return OK


def _verify(options: argparse.Namespace) -> int:
    return verify_command([options.file] + ["--json"] * options.json)


def _check(options: argparse.Namespace) -> int:
    from symspec.exercises.mark import check_answer

    answer = sys.stdin.read() if options.answer == "-" else options.answer
    verdict = check_answer(options.task, _source(options.matrix), answer, lang=options.lang)
    print(verdict.to_json() if options.json else verdict)
    return {"correct": OK, "partial": REJECTED, "incorrect": REJECTED}.get(verdict.status, BAD_INPUT)


def _written(path: str, text: str) -> None:
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f'cannot write "{path}": {error.strerror}.') from None


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
