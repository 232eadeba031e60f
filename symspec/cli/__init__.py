"""The command line: each command is one call and one renderer."""

OK, REJECTED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
