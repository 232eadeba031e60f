"""False rejects and false accepts, counted over many answers that are right or wrong by construction.

    python benchmarks/answers_campaign.py [--count 100000] [--seed 1] [--workers 2]

Prints how many answers there were for each task and slip, and every misjudged one; exit 1 if there is any.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from symspec.exercises.selftest.run import SelfTest, campaign, selftest


def share(task: tuple[int, int]) -> SelfTest:
    return selftest(campaign(*task))


def main() -> int:
    """Run the campaign in equal shares, each with a seed of its own."""
    parser = argparse.ArgumentParser(description="The judge against answers whose truth is known.")
    parser.add_argument("--count", type=int, default=100_000, help="right answers, and wrong ones")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    shares = [(options.seed * 1000 + i, -(-options.count // 20)) for i in range(20)]
    counts: Counter[tuple[str, str, str]] = Counter()
    misjudged = []
    with ProcessPoolExecutor(options.workers, get_context("spawn")) as pool:
        for found in pool.map(share, shares):
            counts.update(dict(found.counts))
            misjudged += found.misjudged
            done = sum(counts.values())
            print(f"{done:,} answers, {len(misjudged)} misjudged", file=sys.stderr, flush=True)
    for (kind, task, rule), count in sorted(counts.items()):
        print(f"{kind:8} {task:28} {rule:34} {count:8,}")
    for kind in ("right", "wrong", "invalid"):
        total = sum(n for (k, _, _), n in counts.items() if k == kind)
        print(f"{kind}: {total:,} answers, {sum(s.kind == kind for s in misjudged)} misjudged")
    for sample in misjudged[:50]:
        print(sample)
    return 1 if misjudged else 0


if __name__ == "__main__":
    sys.exit(main())
