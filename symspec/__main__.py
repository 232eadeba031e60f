"""The command line's door: `verify` runs on the trusted core alone, before anything heavy is imported."""

from __future__ import annotations

import sys

from symspec.cli import BAD_INPUT, INTERRUPTED, OK
from symspec.cli.streams import discard_output, make_printable

LONGEST_INTEGER = 1_000_000
"""Digits of an integer that is printed."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status of `symspec ..`: 0 done, 1 rejected or wrong, 2 bad input."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if argv is None:  # a process of our own: what was computed may be longer than what may be typed
        sys.set_int_max_str_digits(LONGEST_INTEGER)
    make_printable()
    try:
        status = _status(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        print("symspec: interrupted.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output went away
        discard_output()
        return OK
    except OSError as error:
        discard_output()
        print(f"symspec: reading or writing failed: {error.strerror or error}.", file=sys.stderr)
        return BAD_INPUT


def _status(arguments: list[str]) -> int:
    if arguments[:1] == ["verify"] and "--help" not in arguments and "-h" not in arguments:
        from symspec.cli.verify import verify_command

        return verify_command(arguments[1:])
    from symspec.cli.commands import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
