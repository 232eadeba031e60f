"""Lines that are equations: between matrices, numbers, vectors, and polynomials in one letter."""

from __future__ import annotations

from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.exercises.derivation.state import State
from symspec.exercises.derivation.values import letter_of, polynomial
from symspec.exercises.derivation.verdict import Step
from symspec.exercises.matrices import Scalar, Value, scaled
from symspec.exercises.polynomial_answer import letters
from symspec.exercises.properties.facts import as_data, first_difference
from symspec.exercises.values import is_number
from symspec.exercises.verdict import Evidence, Finding, found
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import Call, Name, Node, Number, Product, Relation, children

_CHARPOLY = frozenset(("chi", "p", "f", "q", "c", "P", "χ"))
_CONSTANTS = frozenset(("A", "I", "E", "Id", "O", "det", "tr", "trace", "rank"))
Coefficients = tuple[Scalar, ...]


def judged_relation(node: Relation, state: State, text: str) -> Step:
    """An equation, true as it stands, or true with the student's own earlier values."""
    reader = state.reader(text)
    letter = next((x for side in node.operands if (x := letter_of(side, reader))), "")
    if letter and any(len(letters(side)) and not isinstance(side, Name) for side in node.operands):
        return _of_polynomials(node, letter, state, text)
    return _of_values(node, state, text)


# -- matrices, vectors and numbers ----------------------------------------------------------------


def _of_values(node: Relation, state: State, text: str) -> Step:
    name = node.operands[0].name if isinstance(node.operands[0], Name) else ""
    defines = bool(name) and name not in _CONSTANTS
    sides = node.operands[1:] if defines else node.operands
    truly = [state.reader(text).value(side, ()) for side in sides]
    owned = [state.reader(text, own=True).value(side, ()) for side in sides]
    if defines:
        state.true.setdefault(name, sides[0])
        state.own[name] = sides[-1]
    last, right = state.reader(text, own=True).value(sides[-1], ()), _all_equal(truly, state)
    if not defines and len(sides) > 1 and not is_number(sides[0]):
        state.restated[sides[0]] = sides[-1]
    state.last = sides[-1]
    if isinstance(last, ExactMatrix) and last.shape[1] > 1:
        state.current, state.pending, state.tainted = last, (), not right
    if right:
        return _of_vector(name, last, state) if defines and len(sides) == 1 else Step("right")
    if _all_equal(owned, state):
        return Step("carried", (found("derivation.carried"),))
    return _difference(sides, owned, state)


def _all_equal(values: list[Value], state: State) -> bool:
    return all(_same(values[0], v, state) for v in values[1:])


def _same(x: Value, y: Value, state: State) -> bool:
    """Equal; 0 stands for a zero matrix or vector of any shape."""
    if isinstance(x, ExactMatrix) == isinstance(y, ExactMatrix):
        return bool(x == y)
    m, number = (x, y) if isinstance(x, ExactMatrix) else (y, x)
    return isinstance(m, ExactMatrix) and number == 0 and m.is_zero


def _difference(sides: tuple[Node, ...], values: list[Value], state: State) -> Step:
    k = next(i for i in range(1, len(values)) if not _same(values[0], values[i], state))
    x, y = values[k - 1], values[k]
    if _same(x, y, state):
        x = values[0]
    if isinstance(x, ExactMatrix) and isinstance(y, ExactMatrix):
        if x.shape != y.shape:
            fields = (("first", "{} x {}".format(*x.shape)), ("second", "{} x {}".format(*y.shape)))
            return Step("wrong", (found("derivation.sizes", *fields),))
        rest = x - y
        place = found("derivation.matrices_differ", ("place", first_difference(rest)))
        findings = (found("derivation.transposed"), place) if x == y.transpose else (place,)
        return Step("wrong", findings, (Evidence("left - right", as_data(rest)),))
    if isinstance(x, ExactMatrix) or isinstance(y, ExactMatrix):
        return Step("wrong", (found("derivation.number_for_matrix"),))
    reasons = tuple(_of_numbers(sides[k - 1], x, y, state))
    finding = found("derivation.numbers_differ", ("left", spelled(sides[k - 1])))
    difference = x - y
    data = difference if isinstance(difference, Fraction) else str(difference)
    return Step("wrong", (*reasons, finding), (Evidence("left - right", data),))


def _of_numbers(left: Node, x: Scalar, y: Scalar, state: State) -> list[Finding]:
    """The usual slips with determinant, trace and rank of a matrix written out or of A."""
    if not (isinstance(left, Call) and len(left.arguments) == 1 or isinstance(left, Name)):
        return []
    kind = left.function if isinstance(left, Call) else left.name
    m = state.reader("").value(left.arguments[0], ()) if isinstance(left, Call) else state.an.matrix
    if not isinstance(m, ExactMatrix) or m.shape[0] != m.shape[1]:
        return []
    rows, n = m.tolist(), m.order
    if y == -x and x != 0:
        return [found("derivation.sign")]
    if kind in ("det", "abs") and n == 2 and y == rows[0][0] * rows[1][1] + rows[0][1] * rows[1][0]:
        return [found("derivation.determinant_sum")]
    diagonal, product = [rows[i][i] for i in range(n)], Fraction(1)
    for d in diagonal:
        product = product * d
    if kind in ("det", "abs") and y == product:
        return [found("derivation.determinant_diagonal")]
    if kind in ("tr", "trace") and y == sum((rows[i][n - 1 - i] for i in range(n)), Fraction(0)):
        return [found("derivation.trace_antidiagonal")]
    if kind in ("rk", "rank", "rg") and y == n - x:
        return [found("derivation.rank_nullity")]
    return []


def _of_vector(name: str, v: Value, state: State) -> Step:
    """v_2 = (..) where lambda_2 is known: it must be an eigenvector for it; another definition is free."""
    letter, _, index = name.partition("_")
    value = state.own.get(f"lambda_{index}") if index and letter in ("v", "u", "w", "x", "e") else None
    if value is None or not isinstance(v, ExactMatrix) or v.shape[1] != 1:
        return Step("noted")
    if v.is_zero:
        return Step("wrong", (found("eigenvectors.zero"),))
    if v.shape[0] != state.an.matrix.order:
        fields = (("size", v.shape[0]), ("order", state.an.matrix.order))
        return Step("wrong", (found("eigenvectors.size", *fields),))
    reader = state.reader("", own=True)
    eigenvalue = reader.value(value, ())
    if isinstance(eigenvalue, ExactMatrix):
        return Step("noted")
    rest = state.an.matrix @ v - scaled(v, eigenvalue)
    if rest.is_zero:
        return Step("right")
    evidence = (Evidence(f"A v - ({eigenvalue}) v", as_data(rest)),)
    return Step("wrong", (found("derivation.not_an_eigenvector", ("value", eigenvalue)),), evidence)


# -- polynomials ----------------------------------------------------------------------------------


def _of_polynomials(node: Relation, letter: str, state: State, text: str) -> Step:
    """p(x) = .. = .., det(A - x I) = .., .. = 0: the sides agree; chi is the characteristic polynomial."""
    sides = list(node.operands)
    labelled = _is_label(sides[0], letter)
    sides = sides[1:] if labelled else sides
    equation = len(sides) > 1 and is_number(sides[-1])
    constant = sides.pop() if equation else None
    reader, owner = state.reader(text), state.reader(text, own=True)
    truly = [polynomial(side, letter, reader) for side in sides]
    owned = [polynomial(side, letter, owner) for side in sides]
    if constant is not None and constant != Number(Fraction(0)):
        owned[-1] = _lowered(owned[-1], owner.number(constant))
    about = (
        labelled or equation or any(_holds_determinant_of_a(x) for x in sides) or _goes_on(sides[0], state)
    )
    before, state.last = state.polynomial, sides[-1]
    if about:
        state.polynomial = owned[-1]
    if any(p != truly[0] for p in truly[1:]):
        if all(p == owned[0] for p in owned[1:]):
            return Step("carried", (found("derivation.carried"),))
        return _coefficients_differ(owned)
    return _of_charpoly(owned[-1], before, state, exact=not equation) if about else Step("right")


def _is_label(node: Node, letter: str) -> bool:
    """chi, chi_A, chi(x), p(lambda)."""
    if isinstance(node, Product) and len(node.factors) == 2 and node.factors[1] == Name(letter):
        node = node.factors[0]
    return isinstance(node, Name) and node.name.partition("_")[0] in _CHARPOLY and node.name != letter


def _holds_determinant_of_a(node: Node) -> bool:
    here = isinstance(node, Call) and node.function in ("det", "abs")
    return here or any(map(_holds_determinant_of_a, children(node)))


def _goes_on(node: Node, state: State) -> bool:
    return state.polynomial is not None and node is state.last


def _lowered(p: Coefficients, constant: Scalar) -> Coefficients:
    return ((p[0] if p else Fraction(0)) - constant, *p[1:])


def _coefficients_differ(sides: list[Coefficients]) -> Step:
    k = next(i for i in range(1, len(sides)) if sides[i] != sides[i - 1])
    p, q = sides[k - 1], sides[k]
    length = max(len(p), len(q))
    padded = [(*x, *[Fraction(0)] * (length - len(x))) for x in (p, q)]
    power = next(i for i in range(length) if padded[0][i] != padded[1][i])
    difference = padded[0][power] - padded[1][power]
    data = difference if isinstance(difference, Fraction) else str(difference)
    finding = found("derivation.coefficient", ("power", power))
    return Step("wrong", (finding,), (Evidence(f"left - right, coefficient of x^{power}", data),))


def _of_charpoly(p: Coefficients, before: Coefficients | None, state: State, *, exact: bool) -> Step:
    """It is det(x I - A) or det(A - x I); as an equation any multiple; or the student's own one again."""
    chi = state.an.charpoly.coefficients
    if _is_multiple(p, chi) and (not exact or p[-1] in (1, -1)):
        return Step("right")
    if before is not None and _is_multiple(p, before) or _from_own_trace(p, state):
        return Step("carried", (found("derivation.carried"),))
    return Step("wrong", (found("derivation.not_charpoly"),))


def _from_own_trace(p: Coefficients, state: State) -> bool:
    """For 2 x 2 matrices: x^2 - t x + d with the student's own trace and determinant."""
    if state.an.matrix.order != 2 or len(p) != 3 or not state.restated:
        return False
    reader = state.reader("", own=True)
    t, d = (reader.value(Call(name, (Name("A"),)), ()) for name in ("tr", "det"))
    return p[2] == 1 and p[1] * -1 == t and p[0] == d


def _is_multiple(p: Coefficients, q: Coefficients) -> bool:
    return len(p) == len(q) > 0 and all(x * q[-1] == y * p[-1] for x, y in zip(p, q, strict=True))
