"""What a sentence says about the powers A^n: "diverges", "does not converge to 0", "bornée", "mărginit"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from symspec.syntax.tree import (
    Answer,
    Call,
    ListOf,
    Name,
    Neg,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Remark,
    Rows,
    SetOf,
    Statement,
    Sum,
    TupleOf,
    Word,
)

# -- an answer as a line of words ---------------------------------------------------------------


def line(node: Node) -> str:
    """Words as they are, 0 as "0", other mathematics as "#", a matrix as "[]", clauses apart by " | ".

    >>> from symspec.syntax import answer
    >>> line(answer("spectral radius 0.7 < 1, so A^n -> 0"))
    'spectral radius # < # | so A^n -> 0'
    """
    return " ".join(_spoken(node))


def _spoken(node: Node) -> Iterator[str]:
    match node:
        case Word(text):
            yield "|:|" if text == ":" else text.replace("’", "'")
        case Answer(statements):
            for i, statement in enumerate(statements):
                yield from ("|",) if i else ()
                yield from _spoken(statement)
        case Statement(parts):
            for part in parts:
                yield from _spoken(part)
        case Remark(content):
            yield from ("(", *_spoken(content), ")")
        case Relation(operands, signs):
            yield from _spoken(operands[0])
            for sign, operand in zip(signs, operands[1:], strict=True):
                yield sign
                yield from _spoken(operand)
        case _:
            yield _symbol(node)


def _symbol(node: Node) -> str:
    match node:
        case Number(value) if not value:
            return "0"
        case Name("infinity" | "oo") | Neg(Name("infinity" | "oo")):
            return "infinity"
        case Power(Name("A"), Name("n" | "k" | "m" | "N" | "infinity")):
            return "A^n"
        case Name("O"):
            return "0"
        case Name("A" | "I" | "a" as name):
            return name
        case Call("abs", (Power(Name("A"), Name()),)):
            return "A^n"
    return "[]" if is_matrix(node) else "#"


def is_matrix(node: Node) -> bool:
    """Rows or lists of lists are written somewhere in the expression."""
    match node:
        case Rows():
            return True
        case Call("diag", _):
            return True
        case ListOf(items) | TupleOf(items) | SetOf(items):
            return bool(items) and all(isinstance(x, ListOf | TupleOf | SetOf) for x in items)
        case Neg(inner) | Power(inner, _) | Quotient(inner, _):
            return is_matrix(inner)
        case Sum(items) | Product(items):
            return any(map(is_matrix, items))
    return False


# -- what it claims -----------------------------------------------------------------------------

_ZERO = r"(?:0|zero|null|zéro|nul[lă]*)\b"
_TO = r"(?:to|towards?|vers|la|c[aă]tre|->|=>|=)"
_THE = r"(?:the |la |le |l')?"
_MOVES = (
    r"(?:converg\w*|tends?|tending|goes|go|going|decays?|shrinks?|approach\w*|limit|tend|tinde|tind|lim|A\^n)"
)
_THING = r"(?:\[\]|I|A|#)"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


# In this order: what matches is taken out of the line, so that "diverges to infinity" is not also "diverges".
_CLAIMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "unbounded",
        _any(
            rf"\b(?:diverg\w*|{_MOVES})(?: (?:is|to|towards|vers|la|spre|->|=>|=|plus|\+))* "
            r"(?:l')?infini(?:ty|te?)?\b",
            r"(?:->|=>|=|\bto) infinity\b",
            r"\b(?:unbounded|explod\w*|blows? up|infinite)\b",
            r"\b(?:grow(?:s|ing)?(?: without (?:bound|limit))?|increas(?:es?|ing) without (?:bound|limit))\b",
            r"\barbitrarily large\b",
            r"\bnem[aă]rginit\w*",
            r"^\W*infinity\W*$",
        ),
    ),
    (
        "non-zero",
        _any(
            r"\b(?:non|not)-?zero (?:limit|matrix)",
            r"\b(?:exist|converg)\w*(?: (?:and|but|it|which|the|limit|et|mais|la|limite|și|dar|limita|\|))*"
            rf" (?:is not|isn't|n'est pas|nu este|nu e) {_ZERO}",
            r"\blimit\w*(?: (?:is|est|este|e|[aà]))? (?:non-?zero|nenul\w*|non nul\w*)",
            r"\b(?:limit|matri)\w*(?: (?:that|which|it|is|qui|n'est|care|nu|este|e|but|and|mais|dar))*"
            rf" (?:not|pas|nu|e|este|other than|different from|diff[ée]rente? de|diferit[aă]? de|!=) {_ZERO}",
        ),
    ),
    (
        "zero",
        _any(
            rf"{_MOVES}(?: (?:of|A\^n|is|it|equals?|powers?))*(?: {_TO})? {_THE}{_ZERO}(?: matrix)?",
            rf"(?:->|\b(?:to|vers|la|spre|c[aă]tre)\b) {_THE}{_ZERO}",
            r"\bvanish\w*|\bdies? (?:out|away|off)\b|\bdisappears?\b",
        ),
    ),
    ("bounded", _any(r"\b(?:power[- ])?bounded\b", r"\bborn[ée]+s?\b", r"\bm[aă]rginit[eăi]*\b")),
    (
        "oscillates",
        _any(r"\boscil\w*", r"\balternat\w*", r"\bp[eé]riod\w*", r"\bcycl\w*", r"\bflips?\b", r"\bjumps?\b"),
    ),
    ("diverges", _any(r"\bdiverg\w*", r"\bdne\b", r"\bundefined\b")),
    (
        "converges",
        _any(
            r"\bconverg\w*",
            r"(?:\b(?:limits?|limite|limit[aă]|it|lim|A\^n) (?:(?:A\^n|of) )*)?"
            r"(?:\b(?:does|do|did|doesn't|don't|nu|ne|not|never) |\bn')*(?:\b|(?<='))exist(?:s|e|[aă])?\b",
            r"\b(?:has|have|had|a|are|admet|admite|possesses)"
            r"(?: no| not| a| une| o| pas| de)*(?: finite)? limit\w*\b",
            r"\b(?:no|without(?: an?y?)?|sans|f[aă]r[aă]|pas de) limit\w*",
            r"^\W*none\W*$",
            r"\bsettles?(?: down)?\b|\bstabili[sz]es?\b",
            rf"\btends?(?: to)? {_THING}|A\^n -> {_THING}|\btinde la {_THING}",
        ),
    ),
)
_NOT = re.compile(
    r"\b(?:not|no|none|never|nu|ne|pas|non|without|sans|f[aă]r[aă]|fails?|cannot|isn't|doesn't|don't|won't|can't|aren't|neither)\b|n'"
)
_NEGATION_REACH = 5
_REFUSED_VALUE = re.compile(
    rf"(?:\b(?:not|never|pas|nu|neither|isn't|doesn't|don't|can't|won't)\b|n't)"
    rf"(?: (?:{_MOVES}|{_TO}|be|is|est|este|equals?|a|o|the|la|le))* (?:\[\]|{_ZERO})"
    r"|(?:\[\]|\b0)[^|;]*\b(?:wrong|false|incorrect|faux|fals)\b"
)
MOST_WORDS = 200
_BECAUSE = re.compile(
    r"\b(?:because|since|as|due to|for|car|parce|puisque|deoarece|pentru|fiindc[aă]|[iî]ntruc[aâ]t|given)\b"
)
_SO = re.compile(
    r"\b(?:so|hence|thus|therefore|consequently|donc|deci|a[sș]adar|conclusion|it follows that)\b|=>"
)
_YES, _NO = re.compile(r"^(?:yes|oui|da|true)\b"), re.compile(r"^(?:no|non|nu|false)\b")


def claims(text: str) -> frozenset[str]:
    """The claims of a line, with "not " before a denied one.

    >>> sorted(claims("bounded but does not converge"))
    ['bounded', 'not converges']
    """
    told = set()
    for name, pattern in _CLAIMS:
        for match in pattern.finditer(text):
            if name != "non-zero":
                told.add("not " * _is_denied(text, match) + name)
            elif _is_negated(text[: match.start()]):
                told.add("not zero")
            else:
                told |= {"not zero", "converges"}
        text = pattern.sub(" ; ", text)
    return frozenset(told)


def refused_value(text: str) -> str | None:
    """Where a line says only what the limit is not: "does not tend to 0", "[] is wrong".

    >>> refused_value("the limit is not 0"), refused_value("A^n does not tend to 0 but to []")
    ('not 0', None)
    """
    matrix_given = "[]" in text
    found = (match.group() for match in _REFUSED_VALUE.finditer(text))
    return next((words for words in found if "[]" in words or not matrix_given), None)


def _is_denied(text: str, match: re.Match[str]) -> bool:
    said = match.group().removesuffix(" without bound").removesuffix(" without limit")  # grows without bound
    return bool(_NOT.search(said)) or _is_negated(text[: match.start()])


def _is_negated(before: str) -> bool:
    """One of the last words of the clause is a negation."""
    clause = re.split(r"[|;()]|\bbut\b|\bmais\b|\bdar\b", before)[-1].split()
    return bool(_NOT.search(" ".join(clause[-_NEGATION_REACH:])))


def verdict(told: frozenset[str]) -> str | None:
    """One fate from the claims; None if there is none, or if they contradict each other.

    >>> verdict(frozenset({"bounded", "not converges"}))
    'bounded_divergent'
    """
    has_limit = bool(told & {"converges", "zero", "not diverges"})
    has_none = bool(told & {"diverges", "not converges", "oscillates", "unbounded", "not bounded"})
    if has_limit and has_none or told >= {"bounded", "unbounded"}:
        return None
    if told & {"unbounded", "not bounded"}:
        return "unbounded"
    if "zero" in told:
        return None if "not zero" in told else "tends_to_zero"
    if has_limit:
        return "converges_not_to_zero" if "not zero" in told else "converges"
    if told & {"bounded", "not unbounded"}:
        return "bounded_divergent" if has_none else "bounded"
    if has_none:
        return "oscillates" if told == {"oscillates"} else "diverges"
    return None


def fate(text: str) -> tuple[str | None, str]:
    """(the verdict of the main clause, the rest of the line, where its reason stands).

    >>> fate("diverges | because an entry is larger than #")
    ('diverges', 'because an entry is larger than #')
    """
    if text.count(" ") >= MOST_WORDS:
        return None, ""
    for main, rest in _clauses(text):
        told = verdict(claims(main)) or _yes_or_no(main)
        if told:
            return told, rest.strip(" |:()")
    return None, text


def _yes_or_no(main: str) -> str | None:
    text = main.strip(" |:")
    if _YES.match(text):
        return None if _NOT.search(text) else "converges"
    return "diverges" if _NO.match(text) and text.split("|")[0].split()[1:] == [] else None


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    """Ways to split the line into what is concluded and why, the most telling first."""
    conclusions = list(_SO.finditer(text))
    if conclusions:
        last = conclusions[-1]
        yield text[last.end() :], text[: last.start()]
    reason = _BECAUSE.search(text)
    if reason:
        if text[: reason.start()].strip(" |:,("):
            yield text[: reason.start()], text[reason.start() :]
        elif "|" in text:
            clause, _, conclusion = text.partition("|")
            yield conclusion, clause
    if "|:|" in text:
        head, _, tail = text.partition("|:|")
        yield head, tail
    if "(" in text and text.partition("(")[0].strip():
        head, _, tail = text.partition("(")
        yield head, tail
    yield text, ""
