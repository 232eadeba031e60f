"""A student's own derivation, line by line: the first line that does not follow, and why."""
