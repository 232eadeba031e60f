"""The frame of a proof, its titles, its goals, and the remarks before it."""

from __future__ import annotations

from collections.abc import Mapping

from symspec.languages import Plural, Template

FRAME: Mapping[str, Template] = {
    # -- frame --
    "document": "What the powers of a matrix do: a proof",
    "given": "Given",
    "claim": "Claim.",
    "proof": "Proof.",
    "check": "check:",
    "for_n": "for n = {values}",
    "two": "{first} and {second}",
    "also": "; ",
    "more": "{first}, {second}",
    "last": "{first}, and {second}",
    "times_two": "{value} (twice)",
    "times_many": Plural("count", "{value} (once)", "{value} ({count} times)"),
    "with": "with {names}",
    "too_large": "{order} x {order} matrix, written out in the certificate",
    "qed": "QED",
    # in plain text
    "infinity": "infinity",
    "reference": "Reference:",
    "theorems": "Theorems used",
    "claims": "Claims in the certificate, each checked independently",
    "remark": "Remark.",
    "hint": "Hint:",
    "entry": "{name}: {text}",
    "statement": "[{number}] {name}. {text}",
    # -- sections --
    "section.spectrum": "Spectrum",
    "section.diagonalizable": "Is A diagonalizable?",
    "section.decomposition": "The decomposition A = D + N",
    "section.powers": "Powers",
    "section.limit": "Limit",
    "section.ranks": "Ranks",
    "section.projector": "The limit",
    "section.why": "Why it is the limit",
    "section.eigenvector": "An eigenvector",
    "section.eigenvalue_outside": "An eigenvalue outside the unit circle",
    "section.chain": "A chain of length 2",
    "section.no_limit": "No limit",
    "section.bounded": "Bounded",
    "section.periodic": "Periodic",
    "section.not_periodic": "Not periodic",
    "section.conclusion": "Conclusion",
    # -- goals --
    "tends_to_zero": "{power} -> 0 as n -> infinity.",
    "converges": "{power} -> {limit} as n -> infinity, where",
    "bounded_divergent": "{power} stays bounded as n -> infinity, and has no limit.",
    "unbounded": "{power} is unbounded as n -> infinity; so it has no limit.",
    # -- what decides nothing --
    "entries_decide_nothing": "{entry} is an entry of A, and larger than 1 in modulus. That decides "
    "nothing: entries are not eigenvalues.",
    "small_entries_decide_nothing": "No entry of A is larger than 1 in modulus. That decides nothing: "
    "entries are not eigenvalues.",
    "one_is_not_enough": "All eigenvalues are 1, but that is not enough for a limit: the ranks decide.",
    "no_eigenvalue_outside": "No eigenvalue has modulus larger than 1. That is not enough for bounded "
    "powers: at modulus 1 the sizes of the Jordan blocks decide.",
    "circle_is_not_enough": "An eigenvalue of modulus 1 decides nothing by itself: the sizes of its "
    "Jordan blocks do.",
    "circle_decides_nothing": "The spectral radius is 1, and that alone decides nothing: A^n may "
    "converge, turn for ever or grow.",
}
