"""The standard proof of a 4 x 4 matrix, built and rendered to text, against analysis and one SymPy import.

- proof: `an.proof().to_text()` in a fresh process, its analysis included, against a fresh process that makes
  the analysis, prints it, and imports sympy. At most 3 times is asked.
- another proof: a second `an.proof().to_text()` of a known analysis, against making and printing the analysis
  (for information).
"""

from __future__ import annotations

from collections.abc import Iterator

from measure import Row, process, side_by_side

import symspec as ss

MATRICES = {
    "dunford": "1/6 [[-3, 6, 0, 0], [-6, 9, 0, 0], [-5, 5, -2, 0], [0, 0, 0, 1]]",
    "ranks": "1/10 [[7, 1, 1, 1], [2, 5, 2, 1], [1, 1, 6, 2], [3, 3, 3, 1]]",
    "table": "[[0, 0, 0, 1/4], [1, 0, 0, 1/3], [0, 1, 0, 0], [0, 0, 1, 1/8]]",
    "unbounded": "[[2, -1, 3, 0], [1, 4, -2, 5], [0, 3, 1, -1], [2, 2, 0, 1]]",
}
PROCESSES, WARM = 9, 41
SLOWER_AT_MOST = 3.0

PROOF = "import symspec as ss; ss.analyze({!r}).proof().to_text()"
ANALYSIS = "import symspec as ss; str(ss.analyze({!r})); import sympy"


def rows(seed: int) -> Iterator[Row]:
    """Two comparisons for each matrix; nothing is drawn."""
    for name, text in MATRICES.items():
        ours, theirs = process("-c", PROOF.format(text)), process("-c", ANALYSIS.format(text))
        medians = side_by_side(ours, theirs, [text] * PROCESSES)
        yield Row(f"proof, 4 x 4, {name}", *medians, limit=SLOWER_AT_MOST)
    for name, text in MATRICES.items():
        an = ss.analyze(text)
        an.proof()
        yield Row(f"another proof, 4 x 4, {name}", *side_by_side(_proof, _analysis, [an] * WARM))


def _proof(an: ss.Analysis) -> str:
    return an.proof().to_text()


def _analysis(an: ss.Analysis) -> str:
    return str(ss.analyze(an.matrix))
