"""The closed vocabulary of answers in English, French and Romanian, grouped by what the words mean.

Every reader takes its words from here. A word outside all groups is refused with its place; it is never
passed over, because "1, 4 lol" and "none of your business" are not answers.
"""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from functools import lru_cache

from symspec.exercises.language.general import ENGLISH, FRENCH, ROMANIAN


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# -- counting -----------------------------------------------------------------------------------

_TIMES = {
    1: "simple simples simplă simpla once distinct distincte distinctes unique",
    2: "double doubles dublă dubla dublu twice repeated doubled dbl doublé duble",
    3: "triple triplă tripla triplu thrice",
    4: "quadruple cvadruplă cvadrupla",
    5: "quintuple",
}
MULTIPLICITY = {word: k for k, spellings in _TIMES.items() for word in spellings.split()}
NUMERALS = {
    word: k
    for k, spellings in enumerate(
        ("one un une", "two deux doi două doua", "three trois trei", "four quatre patru", "five cinq cinci"),
        1,
    )
    for word in spellings.split()
}
BEFORE_A_COUNT = _set(
    "multiplicity multiplicities mult. mult multiplicité multiplicités multiplicitate multiplicitatea",
    "order ordre ordin ordinul am",
)
AFTER_A_COUNT = _set("times fois ori fold -fold x")
GEOMETRIC = _set("gm geometric geom. geom géométrique geometrică geometrica")
EACH = _set("each both all chacune fiecare toate toutes ambele")

# -- yes, no, nothing ---------------------------------------------------------------------------

NO_VALUES = _set("no none nothing empty aucune aucun niciuna nicio nu")
DENIED = _set(
    "not isn't aren't except neither nor never pas wrong false incorrect opposite anything faux fals fausse",
)
NEGATIONS = _set(
    "not no none never nu ne pas non without sans fara fails fail cannot isn't doesn't don't won't can't",
    "aren't neither didn't couldn't wasn't impossible",
)
YES, NO = _set("yes oui da true vrai adevarat right correct yep yeah"), _set("no non nu false faux fals nope")

# -- reasons and conclusions --------------------------------------------------------------------

BECAUSE = _set(
    "because since as due for car parce puisque deoarece pentru fiindca intrucat given cum caci cf"
)
BECAUSE_ALWAYS = _set("because since due car parce puisque deoarece fiindca intrucat caci")
"""Those of BECAUSE that introduce nothing else."""
SO = _set("so hence thus therefore consequently donc deci asadar conclusion ergo")

# -- objects ------------------------------------------------------------------------------------

ZERO_WORDS = _set("zero null nul nulle nula")
IDENTITY_WORDS = _set("identity identité identite identitatea identitate unit")
ROWS = _set("row rows line lines ligne lignes linie linii linia liniile rând rânduri rand randuri row-wise")
COLUMNS = _set("column columns col cols colonne colonnes coloană coloana coloane coloanele column-wise")
CENTRE = _set("centre centres center centers centru centrul centrele centrée centered centred c a at")
RADIUS = _set("radius radii rayon rayons rază raza raze razele r")
BACKWARD = _set(
    "for pour pentru corresponding corresponds associated belongs eigenvalue of with to associé à a la",
)
"""Before an eigenvalue whose vector stands in front of it."""

# -- what is no answer at all -------------------------------------------------------------------

NO_ANSWER = (
    "don't know", "dont know", "do not know", "no idea", "idk", "not sure", "unsure", "dunno", "no clue",
    "je ne sais pas", "sais pas", "aucune idee", "nu stiu", "habar n-am", "habar nu", "nici o idee",
    "nicio idee", "can't do", "cannot do", "give up", "skip this", "pass on", "impossible to say",
    "impossible to tell", "cannot tell", "can't tell", "cannot say", "can't say", "impossible a dire",
    "imposibil de spus", "cannot decide", "can't decide",
)  # fmt: skip
"""Phrases, without accents."""

# -- everything else that is understood or of no weight -----------------------------------------

_GENERAL = _set(ENGLISH, FRENCH, ROMANIAN)

_STEMS = tuple(
    """
converg diverg oscil alternat period bounded unbound eigen diagonali multiplic orthogon ortogon nilpot
invers invert stochast stocast symmetr simetric triang polynom polinom explod blow grow increas decreas
decay shrink vanish approach stabili settl tend margin nemargin cycl cicl exist undefin multipl proport
similar semblab asemen linear liniar correspond corespun spann generat gener characterist caracterist
determin repeat disappear arbitrar approx aproxim rotat flip jump bound born indepen depend distinct conjug
infini normali defect project proiect idempot permut transpos semisimpl nondiagonali divis bloc
""".split()
)

KNOWN: frozenset[str]


@lru_cache(maxsize=4096)
def unaccented(word: str) -> str:
    """The word without accents: mărginită as marginita.

    >>> unaccented("mărginită")
    'marginita'
    """
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _all_known() -> frozenset[str]:
    groups = (
        MULTIPLICITY, NUMERALS, BEFORE_A_COUNT, AFTER_A_COUNT, GEOMETRIC, EACH, NO_VALUES, DENIED, NEGATIONS,
        YES, NO, BECAUSE, SO, ZERO_WORDS, IDENTITY_WORDS, ROWS, COLUMNS, CENTRE, RADIUS, BACKWARD, _GENERAL,
    )  # fmt: skip
    return frozenset(unaccented(word) for group in groups for word in group)


KNOWN = _all_known()


@lru_cache(maxsize=4096)
def is_known(word: str) -> bool:
    """The word, or each of its parts between apostrophes and hyphens, is in the vocabulary.

    >>> is_known("doesn't"), is_known("l'infini"), is_known("lol")
    (True, True, False)
    """
    plain = unaccented(word).rstrip(".")
    if plain in KNOWN or plain + "." in KNOWN or plain.startswith(_STEMS):
        return True
    pieces = [p for p in plain.replace("'", "-").split("-") if p]
    return len(pieces) > 1 and all(p in KNOWN or p in _ENDINGS or p.startswith(_STEMS) for p in pieces)


_ENDINGS = _set("t s re ve ll m d n l qu j c isn doesn don won can aren couldn didn wasn hasn haven")


@lru_cache(maxsize=1024)
def suggested(word: str) -> str:
    """The known word that is spelled most like it; "" if none is close.

    >>> suggested("eigenvlaues"), suggested("lol")
    ('eigenvalues', '')
    """
    pool = (
        x
        for x in (*KNOWN, "eigenvalue", "eigenvalues", "converges", "diverges", "diagonalizable")
        if len(x) > 3
    )
    close = get_close_matches(unaccented(word), pool, 1, 0.8) if len(word) > 3 else []
    return close[0] if close else ""
