"""Reasons that can be tested: eigenvalues, their moduli, the spectral radius, sizes of entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus
from symspec.analysis import Analysis
from symspec.errors import ParseError, UndecidedError
from symspec.exercises.decimals import is_decimal, places
from symspec.exercises.parse import ConvergenceAnswer
from symspec.exercises.properties.facts import centre, is_near, multiplicity
from symspec.exercises.values import is_number, values
from symspec.exercises.verdict import Finding, found
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import Answer, Call, Name, Node, Product, Relation, Remark, Statement, Word

_ENTRIES = re.compile(
    r"\b(?:entr(?:y|ies)|coefficients?|elements?|éléments?|element(?:e|ele)?|components?)\b"
)
_EIGEN = re.compile(
    r"^(?:eigenvalues?|eigenvalue's|valeurs?|valor(?:i|ile)|valoare|spectrum|spectre|spectrul)$"
)
_RADIUS = re.compile(r"\b(?:spectral radius|rayon spectral|raza spectral[aă])\b")
_SKIPPED = frozenset(
    "not isn't aren't no nu pas less more smaller greater larger below above inside outside modulus".split()
)
Value = Fraction | AlgebraicNumber


def false_reasons(an: Analysis, answer: ConvergenceAnswer) -> tuple[Finding, ...]:
    """The reasons that are false, or true but without bearing; what cannot be tested is passed over."""
    findings: list[Finding] = []
    if _ENTRIES.search(answer.reason):
        findings.append(found("convergence.reason_entries"))
    try:
        findings += [f for statement in _clauses(answer.tree) for f in _tested(an, statement)]
        findings += _tested_eigenvalues(an, answer.tree)
    except (ParseError, UndecidedError):
        pass  # a reason that cannot be computed is no reason to doubt the verdict
    return tuple(dict.fromkeys(findings))


def _clauses(node: Node) -> Iterator[tuple[str, Relation]]:
    """Each relation, with the words before it in its statement."""
    match node:
        case Answer(parts):
            for part in parts:
                yield from _clauses(part)
        case Statement(parts):
            before = ""
            for part in parts:
                if isinstance(part, Word):
                    before += " " + part.text
                elif isinstance(part, Relation):
                    yield before, part
                else:
                    yield from _clauses(part)
        case Remark(content):
            yield from _clauses(content)
        case Relation():
            yield "", node


def _tested(an: Analysis, clause: tuple[str, Relation]) -> Iterator[Finding]:
    """rho = 1/2 < 1, spectral radius 0.7 < 1, |lambda| = 1, |lambda| < 1."""
    before, relation = clause
    operands, signs = relation.operands, relation.signs
    about_radius = _is_radius(operands[0]) or (bool(_RADIUS.search(before)) and is_number(operands[0]))
    if about_radius:
        chain = operands[1:] if _is_radius(operands[0]) else operands
        used = signs if _is_radius(operands[0]) else ("=", *signs)
        if not all(
            _holds(an.spectral_radius, sign, x) for sign, x in zip(used, chain, strict=True) if is_number(x)
        ):
            yield found("convergence.reason_spectral_radius", ("said", spelled(relation)))
    elif _is_modulus(operands[0]) and is_number(operands[1]):
        moduli = [e.value.modulus for e in an.spectrum.eigenvalues]
        some = signs[0] == "="
        held = [_holds(m, signs[0], operands[1]) for m in moduli]
        if not (any(held) if some else all(held)):
            yield found("convergence.reason_moduli", ("said", spelled(relation)))


def _is_radius(node: Node) -> bool:
    match node:
        case Name("rho" | "r"):
            return True
        case Product((Name("rho" | "r"), Name("A"))):
            return True
    return False


def _is_modulus(node: Node) -> bool:
    return isinstance(node, Call) and node.function == "abs" and _is_letter(node.arguments[0])


def _is_letter(node: Node) -> bool:
    return isinstance(node, Name) and node.name.split("_")[0] in ("lambda", "z", "mu", "x")


def _holds(z: AlgebraicNumber, sign: str, node: Node) -> bool:
    """z compares with the number as the sign says; a decimal may be rounded."""
    (x, *_) = values(node, "")
    order = compare_modulus(z, x) if _is_positive(x) else 1
    if sign in ("=", "~"):
        return order == 0 or (is_decimal(node) and is_near(centre(z), centre(x), places(node)))
    return {"<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0, "!=": order != 0}.get(
        sign, True
    )


def _is_positive(x: Value) -> bool:
    return (isinstance(x, Fraction) or x.is_real) and x >= 0


def _tested_eigenvalues(an: Analysis, tree: Answer) -> Iterator[Finding]:
    """Numbers that are called eigenvalues: "eigenvalues 1 and 2/5", "-1 is an eigenvalue", "all equal 1"."""
    chi = an.matrix.charpoly
    is_list = False
    for statement in _leaves(tree):
        spoken = [p.text for p in statement if isinstance(p, Word)]
        numbers = [p for p in statement if is_number(p)] + [
            p.operands[-1]
            for p in statement
            if isinstance(p, Relation)
            and p.signs == ("=",)
            and _is_letter(p.operands[0])
            and is_number(p.operands[-1])
        ]
        named = any(map(_EIGEN.match, spoken)) or any(
            isinstance(p, Relation) and _is_letter(p.operands[0]) for p in statement
        )
        is_list = named or (is_list and not spoken)
        if not is_list or _SKIPPED & set(spoken):
            continue
        for node in numbers:
            for z in values(node, ""):
                if not multiplicity(chi, z) and not _is_rounded(an, z, node):
                    yield found("convergence.reason_eigenvalues", ("value", spelled(node)))
                elif {"all", "only", "every", "toutes", "toate"} & set(spoken) and len(numbers) == 1:
                    if multiplicity(chi, z) < an.matrix.order:
                        yield found("convergence.reason_all_eigenvalues", ("value", spelled(node)))


def _is_rounded(an: Analysis, z: Value, node: Node) -> bool:
    if not is_decimal(node):
        return False
    return any(is_near(centre(z), centre(e.value), places(node)) for e in an.spectrum.eigenvalues)


def _leaves(node: Node) -> Iterator[tuple[Node, ...]]:
    """The statements as tuples of their parts, those of remarks after their own."""
    match node:
        case Answer(parts):
            for part in parts:
                yield from _leaves(part)
        case Statement(parts):
            yield parts
            for part in parts:
                if isinstance(part, Remark):
                    yield from _leaves(part.content)
        case _:
            yield (node,)
