"""Words that deny that a matrix can be brought to a form: "not diagonalizable", "no, A is not symmetric"."""

from __future__ import annotations

import re

_CLAUSE = re.compile(r"[|;()]|:|\bbut\b|\bmais\b|\bdar\b")
_ANSWER = re.compile(r"^(?:so |hence |thus |donc |deci )?(no|non|nu|nope|none|never|yes|oui|da)$")
_NEGATION = re.compile(
    r"\b(?:not|no|none|never|neither|nor|nu|ne|n'est|pas|non|cannot|isn't|can't|doesn't|aren't|fails?)\b|n't\b|n'"
)
_REACH = 6
_FORMS = r"diagonali[sz]\w*|possible|posibil\w*|exist\w*|poate|peut"
_SYMMETRY = rf"{_FORMS}|sym+[eé]tri\w*|simetric\w*|normal\w*|sim[eé]tric\w*"
_AGAINST = re.compile(r"\b(?:impossible|imposibil\w*|defecti\w*|non-?diagonali[sz]\w*|non-?symmetric\w*)")
_NONE_SUCH = re.compile(
    r"\b(?:no|without|aucune?|niciun|nicio) (?:such|#|\[\]|matri\w*|basis|base|baz[aă]|pair)"
)
_BARE = re.compile(r"\b(?:cannot|can't|nu se poate)\b")


def denial(line: str, *, of_symmetry: bool = False) -> bool | None:
    """True: the form is denied; False: it is affirmed, or both; None: nothing is said about it.

    Args:
        line: the answer as words.line writes it.
        of_symmetry: to be symmetric or normal is what it depends on.

    >>> denial("no | A is not symmetric", of_symmetry=True), denial("A is not defective"), denial("A is #")
    (True, False, None)
    """
    told = {claim for clause in _CLAUSE.split(line) for claim in _claims(clause.strip(), of_symmetry)}
    return None if not told else told == {True}


def _claims(clause: str, of_symmetry: bool) -> set[bool]:
    if said := _ANSWER.match(clause):
        return {said[1] not in ("yes", "oui", "da")}
    told = set()
    for pattern, against in ((_AGAINST, True), (re.compile(_SYMMETRY if of_symmetry else _FORMS), False)):
        for match in pattern.finditer(clause):
            before = " ".join(clause[: match.start()].split()[-_REACH:])
            told.add(against != bool(_NEGATION.search(before)))
        clause = pattern.sub("#", clause)
    if not told and (_NONE_SUCH.search(clause) or _BARE.search(clause)):
        told.add(True)
    return told
