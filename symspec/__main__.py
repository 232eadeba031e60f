"""The command line's door: `verify` runs on the trusted core alone, before anything heavy is imported."""

from __future__ import annotations

import sys

from symspec.cli import INTERRUPTED, OK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status of `symspec ..`: 0 done, 1 rejected or wrong, 2 bad input."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        if arguments[:1] == ["verify"] and "--help" not in arguments and "-h" not in arguments:
            from symspec.cli.verify import verify_command

            return verify_command(arguments[1:])
        from symspec.cli.commands import run

        return run(arguments)
    except KeyboardInterrupt:
        print("symspec: interrupted.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away; point stdout elsewhere so that closing it stays silent.
        import os

        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


if __name__ == "__main__":
    sys.exit(main())
