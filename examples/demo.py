"""The main job on the matrices of two texts about eigenvalues: every verdict, then one whole proof.

Run by `make demo`. The matrices are those of a question-and-answer page on eigenvalues and recurrent
networks, and of the eigendecomposition chapter of a book on deep learning, with three more for the
fates and the trap that the texts do not show.
"""

from __future__ import annotations

import sys

import symspec as ss

MATRICES = (
    ("stretches x by 2, reverses y", "[[2, 0], [0, -1]]"),
    ("the worked example", "[[2, 1], [2, 3]]"),
    ("only one eigenvector", "[[1, 1], [0, 1]]"),
    (
        "Gershgorin's discs",
        "[[1.0, 0.1, 0.1, 0.1], [0.1, 3.0, 0.2, 0.3], [0.1, 0.2, 5.0, 0.5], [0.1, 0.3, 0.5, 9.0]]",
    ),
    ("exercise 1", "[[2, 1], [1, 2]]"),
    ("exercise 2", "[[2, 1], [0, 2]]"),
    (
        "exercise 3",
        "[[3.0, 0.1, 0.3, 1.0], [0.1, 1.0, 0.1, 0.2], [0.3, 0.1, 5.0, 0.0], [1.0, 0.2, 0.0, 1.8]]",
    ),
    ("rank 1, yet no eigenvalue but 0", "[[0, 1], [0, 0]]"),
    ("a Markov chain", "1/10 [[9, 1], [2, 8]]"),
    ("a Jordan block inside the circle", "1/6 [[-3, 6, 0], [-6, 9, 0], [-5, 5, -2]]"),
    ("a rotation that never returns", "[[3/5, -4/5], [4/5, 3/5]]"),
)
SHOWN_WHOLE = "1/6 [[-3, 6, 0], [-6, 9, 0], [-5, 5, -2]]"


def verdict(title: str, text: str) -> str:
    """The matrix, and below it what A^n does, with the limit where there is a non-zero one."""
    an = ss.analyze(text)
    fate = an.behavior.value.replace("_", " ")
    if an.behavior is ss.Behavior.CONVERGES:
        fate += f", to {an.limit}"
    return f"{text}    {title}\n    {fate}"


def heading(text: str) -> str:
    """The text, underlined, after an empty line."""
    return f"\n{text}\n{'=' * len(text)}\n"


def main() -> int:
    """Print the verdicts, one analysis, one proof; the proof's certificate is checked on the way."""
    print(heading("What happens to A^n"))
    for title, text in MATRICES:
        print(verdict(title, text))
    an = ss.analyze(SHOWN_WHOLE)
    print(heading("One analysis"))
    print(an)
    print(heading("One proof"))
    print(an.proof().to_text())
    checked = ss.verify(an.certificate, matrix=an.matrix)
    print(heading("The same, checked by the part that trusts nothing"))
    print(f"certificate accepted: {checked.behavior.value}, {len(checked.claims)} claims")
    return 0


if __name__ == "__main__":
    sys.exit(main())
