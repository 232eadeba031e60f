"""Ratios that are kept: what a run compares itself with, so that nothing gets slower unseen.

    python benchmarks/regression.py            # runs everything and compares with regression.json
    python benchmarks/regression.py --write    # rewrites regression.json by this run

Only ratios are kept, of symspec to a peer within one run, because seconds are another machine's. A ratio that
is more than 1.5 times the kept one is a warning on standard error and exit status 1.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from measure import Row

KEPT = Path(__file__).with_name("regression.json")
WORSE = 1.5


def ratios(rows: Sequence[Row]) -> dict[str, float]:
    """The ratio of each comparison, by its name."""
    return {row.name: float(f"{row.ratio:.3g}") for row in rows}


def kept() -> dict[str, float]:
    """The ratios in the file; none if there is no file."""
    return dict(json.loads(KEPT.read_text("utf-8"))) if KEPT.exists() else {}


def warnings(found: Mapping[str, float], before: Mapping[str, float]) -> list[str]:
    """One sentence for each ratio that is more than 1.5 times what it was."""
    return [
        f"{name}: {found[name]:g}, which is {found[name] / before[name]:.2f} times the kept {before[name]:g}"
        for name in found
        if name in before and found[name] > WORSE * before[name]
    ]


def write(found: Mapping[str, float]) -> None:
    """Rewrites what is kept; comparisons that were not run stay as they are."""
    KEPT.write_text(json.dumps(dict(sorted({**kept(), **found}.items())), indent=2) + "\n", "utf-8")


def main() -> int:
    """Run what was named, or everything, and compare or write."""
    from run import BENCHMARKS, collected

    parser = argparse.ArgumentParser(description="Ratios, compared with the ones that are kept.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)} (default: all)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="rewrite regression.json")
    options = parser.parse_args()
    found = ratios(collected(options.names or BENCHMARKS, options.seed))
    if options.write:
        write(found)
        return 0
    worse = warnings(found, kept())
    print(
        "\n".join(worse) or f"{len(found)} ratios, none more than {WORSE} times what it was", file=sys.stderr
    )
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
