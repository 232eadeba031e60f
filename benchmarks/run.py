"""Runs the benchmarks and prints one table; exit status 1 if a limit is missed.

    python benchmarks/run.py [--seed N] [NAME ...]

A benchmark is a module of this folder with a function rows(seed), which yields measure.Row.
"""

from __future__ import annotations

import argparse
import importlib
import platform
import sys

from measure import table

BENCHMARKS = ("spine", "decompositions")


def main() -> int:
    """Run what was named, or everything."""
    parser = argparse.ArgumentParser(description="Speed, as ratios within one run.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)} (default: all)")
    parser.add_argument("--seed", type=int, default=1, help="of the random matrices (default 1)")
    options = parser.parse_args()
    unknown = sorted(set(options.names) - set(BENCHMARKS))
    if unknown:
        parser.error(f"no benchmark is called {unknown[0]}; there are {', '.join(BENCHMARKS)}")
    found = [
        r for name in options.names or BENCHMARKS for r in importlib.import_module(name).rows(options.seed)
    ]
    print(f"Python {platform.python_version()}, seed {options.seed}; medians of alternating runs\n")
    print(table(found))
    return 0 if all(row.holds for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
