"""How large a number field an answer may ask for, found before any arithmetic."""

from __future__ import annotations

from symspec.errors import BudgetExceededError
from symspec.syntax.tree import Call, Name, Node, Number, Power, Quotient, children

MOST_IRRATIONAL_DEGREE = 16


def require_degree(node: Node) -> None:
    """A bound on the degree of the number before any arithmetic: each root and angle counts once.

    Raises:
        BudgetExceededError: it is beyond the budget.
    """
    bound = 1
    for root in set(_roots(node)):
        match root:
            case Call("root", (_, Number(k))) | Power(_, Quotient(_, Number(k))):
                bound *= max(2, int(k))
            case Call("cbrt"):
                bound *= 3
            case Call("sqrt") | Name() | Power():
                bound *= 2
            case _:
                bound *= 4
    if bound > 4 * MOST_IRRATIONAL_DEGREE:
        raise too_large()


def _roots(node: Node) -> list[Node]:
    here = isinstance(node, Call) or node in (Name("i"), Name("j"))
    if isinstance(node, Power) and isinstance(node.exponent, Quotient):
        here = True
    return [node] * here + [x for child in children(node) for x in _roots(child)]


def too_large() -> BudgetExceededError:
    """The refusal of numbers of high degree."""
    return BudgetExceededError(
        f"the irrational numbers of the answer generate a field of degree above {MOST_IRRATIONAL_DEGREE}."
    )
