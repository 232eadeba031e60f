"""Runs the benchmarks and prints one table; exit status 1 if a limit is missed.

    python benchmarks/run.py [--seed N] [NAME ...]

A benchmark is a module of this folder with a function rows(seed), which yields measure.Row.
"""

from __future__ import annotations

import argparse
import importlib
import platform
import sys
from collections.abc import Sequence

import regression
from measure import Row, table

BENCHMARKS = ("spine", "decompositions", "irrational", "fields", "symmetric", "structure", "bulk", "proofs")


def collected(names: Sequence[str], seed: int) -> list[Row]:
    """The rows of these benchmarks."""
    return [row for name in names for row in importlib.import_module(name).rows(seed)]


def main() -> int:
    """Run what was named, or everything."""
    parser = argparse.ArgumentParser(description="Speed, as ratios within one run.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)} (default: all)")
    parser.add_argument("--seed", type=int, default=1, help="of the random matrices (default 1)")
    options = parser.parse_args()
    unknown = sorted(set(options.names) - set(BENCHMARKS))
    if unknown:
        parser.error(f"no benchmark is called {unknown[0]}; there are {', '.join(BENCHMARKS)}")
    found = collected(options.names or BENCHMARKS, options.seed)
    print(f"Python {platform.python_version()}, seed {options.seed}; medians of alternating runs\n")
    print(table(found))
    for sentence in regression.warnings(regression.ratios(found), regression.kept()):
        print(f"slower: {sentence}", file=sys.stderr)
    return 0 if all(row.holds for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
