"""What a numbered statement consists of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theorem:
    """A statement with its proof, in plain text.

    Attributes:
        number: what proofs cite; it never changes.
        key: a short name for the command line, in lower case.
        name: the name as it is printed.
        short: the statement in one line, for lists.
        hypotheses: what is assumed; "" when there is nothing beyond the conventions.
        conclusion: what follows.
        proof: paragraphs; "[k]" refers to statement number k.
        reference: where it can be read, with numbers.
    """

    number: int
    key: str
    name: str
    short: str
    hypotheses: str
    conclusion: str
    proof: tuple[str, ...]
    reference: str

    @property
    def statement(self) -> str:
        """Hypotheses and conclusion in one line."""
        return f"{self.hypotheses} {self.conclusion}".strip()

    def __str__(self) -> str:
        head = f"[{self.number}] {self.name}. {self.statement}"
        return "\n\n".join((head, "Proof.", *self.proof, f"Reference: {self.reference}"))
