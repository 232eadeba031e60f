"""Lines about eigenvalues, the spectral radius, A^n, its limit and its fate."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from symspec.errors import ParseError
from symspec.exercises import parse, words
from symspec.exercises.derivation.state import State
from symspec.exercises.derivation.verdict import Step
from symspec.exercises.language import vocabulary
from symspec.exercises.language.prose import words_of
from symspec.exercises.matrices import Scalar
from symspec.exercises.power_answer import PowerAnswer, power_answer
from symspec.exercises.properties.convergence import judged_convergence
from symspec.exercises.properties.facts import multiplicity
from symspec.exercises.properties.limit import judged_limit
from symspec.exercises.properties.power import judged_power, value_at
from symspec.exercises.properties.reasons import false_reasons
from symspec.exercises.spectrum_answer import EigenvaluesAnswer, eigenvalues_answer
from symspec.exercises.values import is_number
from symspec.exercises.verdict import Evidence, Judgement, found
from symspec.syntax.tree import (
    Answer,
    Call,
    Name,
    Node,
    Power,
    Product,
    Relation,
    Remark,
    SetOf,
    Statement,
    Word,
)

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber

_VALUE_LETTERS = frozenset(("lambda", "mu", "x", "t", "z", "X", "l"))
_STEMS = ("eigen", "valeur", "valori", "valoare", "spectr", "root", "racine", "radacin", "solution")
_MIDDLE = ("D", "J", "Lambda")


def whole_line(tree: Answer, state: State, text: str) -> Step | None:
    """The judgement of a line of one of these kinds; None for another."""
    parts = [p for s in tree.statements for p in (s.parts if isinstance(s, Statement) else (s,))]
    relation = next((p for p in parts if isinstance(p, Relation)), None)
    if relation is not None and _is_power(relation.operands[0]):
        return _of_power(tree, relation, state, text)
    if relation is not None and _is_radius(relation.operands[0]):
        return _of_radius(tree, state)
    if _names_values(parts):
        return _of_eigenvalues(tree, state, text)
    line = words.line(tree)
    told, reason = words.fate(line)
    if told is not None and any(isinstance(w, Word) for w in words_of(tree)):
        return _of_fate(told, reason, tree, state)
    return None


def _names_values(parts: list[Node]) -> bool:
    """lambda = 1, 4; x = 1 or x = 4; eigenvalues: 1, 4."""
    labelled = [p for p in parts if isinstance(p, Relation) and _is_value(p)]
    spoken = any(isinstance(p, Word) and vocabulary.unaccented(p.text).startswith(_STEMS) for p in parts)
    rest = [p for p in parts if not isinstance(p, Word | Remark) and p not in labelled]
    numbers = all(is_number(p) or isinstance(p, SetOf) for p in rest)
    return bool(labelled or (spoken and rest)) and numbers


def _is_value(node: Relation) -> bool:
    first, last = node.operands[0], node.operands[-1]
    if not isinstance(first, Name) or first.name.partition("_")[0] not in _VALUE_LETTERS:
        return False
    return set(node.signs) <= {"=", "in", "~"} and (is_number(last) or isinstance(last, SetOf))


# -- eigenvalues ----------------------------------------------------------------------------------


def _of_eigenvalues(tree: Answer, state: State, text: str) -> Step:
    """Every number is an eigenvalue, or a root of the student's own polynomial."""
    given = eigenvalues_answer(tree, state.reader(text))
    for name, node in parse.definitions(list(parse.statements(tree))).items():
        if is_number(node):
            state.true.setdefault(name, node)
            state.own[name] = node
    values = tuple(e.value for e in given.eigenvalues)
    before, state.values = state.values, values
    chi = state.an.matrix.charpoly
    strangers = [v for v in values if not multiplicity(chi, v)]
    if not strangers:
        return _counted(given, state, tree)
    own = state.polynomial
    if own is not None and all(_is_root(own, v) for v in values):
        return Step("carried", (found("derivation.carried"),))
    if before is not None and set(map(str, values)) <= set(map(str, before)):
        return Step("carried", (found("derivation.carried"),))
    findings = tuple(found("derivation.not_a_root", ("value", v)) for v in strangers)
    evidence = tuple(Evidence(f"det({v} I - A)", chi(v)) for v in strangers if isinstance(v, Fraction))
    return Step("wrong", findings, evidence)


def _counted(given: EigenvaluesAnswer, state: State, tree: Answer) -> Step:
    """Multiplicities that are stated are right, and a list in braces or words leaves none out."""
    chi = state.an.matrix.charpoly
    for e in given.eigenvalues:
        times = sum(f.times for f in given.eigenvalues if f.value == e.value)
        if times > multiplicity(chi, e.value) or (e.multiplicity and times != multiplicity(chi, e.value)):
            fields = (("value", e.value), ("times", times))
            return Step("wrong", (found("eigenvalues.multiplicity", *fields),))
    distinct = len({str(e.value) for e in given.eigenvalues})
    spoken = any(vocabulary.unaccented(w.text).startswith(_STEMS) for w in words_of(tree))
    if (given.as_set or spoken) and distinct < chi.squarefree_part.degree and distinct > 0:
        return Step("wrong", (found("derivation.roots_missing"),))
    return Step("right")


def _is_root(p: tuple[Scalar, ...], z: Fraction | AlgebraicNumber) -> bool:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber

    total: Fraction | AlgebraicNumber = Fraction(0)
    for c in reversed(p):
        if not isinstance(c, Fraction):
            return False
        total = total * z + c
    return total == 0 if isinstance(total, Fraction) else total == AlgebraicNumber.of(Fraction(0))


# -- the powers -----------------------------------------------------------------------------------


def _is_power(node: Node) -> bool:
    match node:
        case Power(Name("A"), Name("n" | "k" | "m" | "N" | "t" | "infinity")):
            return True
        case Call("lim", _) | Name("lim"):
            return True
    return False


def _of_power(tree: Answer, relation: Relation, state: State, text: str) -> Step:
    """A^n = .., or A^n -> .. for the limit."""
    if "->" in relation.signs or relation.operands[0] == Power(Name("A"), Name("infinity")):
        reader = state.reader(text, own=True)
        return _step(judged_limit(state.an, parse.limit_answer(tree, reader)))
    reader = state.reader(text, own=True)
    given = power_answer(tree, reader)
    given = replace(given, named={**state.own, **given.named})
    reader.named = dict(given.named)
    judgement = judged_power(state.an, given)
    if judgement.status == "correct" or {f.code for f in judgement.findings} == {"power.not_closed"}:
        return Step("right", tuple(f for f in judgement.findings if f.code == "power.from_one"))
    if _follows_from_own(given, state, text):
        return Step("carried", (found("derivation.carried"),))
    return _step(judgement)


def _follows_from_own(given: PowerAnswer, state: State, text: str) -> bool:
    """It agrees with P D^n P^-1 for the student's own P and D, as far as it is tried."""
    reader = state.reader(text, own=True)
    middle = next((x for x in _MIDDLE if x in state.own), None)
    if middle is None or "P" not in state.own:
        return False
    try:
        p, d = reader.matrix(state.own["P"]), reader.matrix(state.own[middle])
        if p.shape != d.shape or p.shape[0] != p.shape[1] or p.rank < p.order:
            return False
        tried = range(1, 2 * p.order + 4)
        return all(value_at(given, n) == p @ d**n @ p.inverse for n in tried)
    except ParseError:
        return False


def _is_radius(node: Node) -> bool:
    match node:
        case Name("rho"):
            return True
        case Product((Name("rho"), Name("A"))):
            return True
    return False


def _of_radius(tree: Answer, state: State) -> Step:
    given = parse.ConvergenceAnswer("", "", None, tree)
    findings = false_reasons(state.an, given)
    if not findings:
        return Step("right")
    if state.values and _own_radius_holds(tree, state):
        return Step("carried", (found("derivation.carried"),))
    return Step("wrong", findings)


def _own_radius_holds(tree: Answer, state: State) -> bool:
    """rho = .. is the largest modulus of the student's own eigenvalues."""
    from symspec.algebra.numbers.algebraic import compare_modulus
    from symspec.exercises.values import values

    relation = next(s for s in tree.statements if isinstance(s, Relation))
    number = relation.operands[1]
    if relation.signs[0] != "=" or not is_number(number):
        return False
    (x, *_) = values(number, "")
    orders = [compare_modulus(v, x) for v in state.values or ()]
    return bool(orders) and max(orders) == 0


def _of_fate(told: str, reason: str, tree: Answer, state: State) -> Step:
    """converges, diverges, tends to 0: as the task "convergence" judges it, or from the student's values."""
    judgement = judged_convergence(state.an, parse.ConvergenceAnswer(told, reason, None, tree))
    if judgement.status in ("correct", "partial"):
        remarks = tuple(f for f in judgement.findings if f.code.startswith("convergence.reason_"))
        return Step("right", remarks)
    if state.values and _own_fate(state.values) == told:
        return Step("carried", (found("derivation.carried"),))
    return _step(judgement)


def _own_fate(values: tuple[Fraction | AlgebraicNumber, ...]) -> str:
    from symspec.algebra.numbers.algebraic import compare_modulus

    orders = [compare_modulus(v, Fraction(1)) for v in values]
    if max(orders) < 0:
        return "tends_to_zero"
    return "unbounded" if max(orders) > 0 else ""


def _step(judgement: Judgement) -> Step:
    if judgement.status == "correct":
        return Step("right")
    return Step("wrong", judgement.findings, judgement.evidence)
