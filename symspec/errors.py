"""The exceptions of symspec: undefined is not undecided, and bad input is neither.

SymspecError
├── InputError               what was given cannot be read; says where and what to write instead
│   ├── NotSquareError       powers need a square matrix
│   ├── NotExactError        NaN, infinity, or a float where floats were refused
│   └── ParseError           the text is not in the grammar; has .text and .position
├── UndefinedError           the mathematics says that the object does not exist
├── UndecidedError           it may exist; this engine met a stated limit
│   ├── UnsupportedFieldError    the entries lie outside the supported fields
│   └── BudgetExceededError      a stated budget was met
├── CertificateRejected      has .rule, .equation, .expected, .got
└── InternalError            a defect of symspec itself: please report it
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


class SymspecError(Exception):
    """Every exception that symspec raises on purpose.

    >>> issubclass(UndefinedError, SymspecError), issubclass(UndefinedError, UndecidedError)
    (True, False)
    """


class InputError(SymspecError, ValueError):
    """What was given cannot be read as what was asked for."""


class NotSquareError(InputError):
    """The matrix has different numbers of rows and columns."""


class NotExactError(InputError):
    """An entry stands for no exact number: NaN, infinity, or a refused float."""


class ParseError(InputError):
    """The text is not in the grammar.

    Attributes:
        text: the text as given.
        position: index of the first character that does not fit, from 0.
    """

    def __init__(self, message: str, *, text: str = "", position: int = 0) -> None:
        super().__init__(message)
        self.text = text
        self.position = position

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt_parse_error, (self.args[0], self.text, self.position)


class UndefinedError(SymspecError):
    """The object asked for does not exist, for the mathematical reason given."""


class UndecidedError(SymspecError):
    """The question has an answer, but this engine met a stated limit before finding it."""


class UnsupportedFieldError(UndecidedError):
    """The entries lie in a field that symspec does not compute in."""


class BudgetExceededError(UndecidedError):
    """A stated budget was met.

    Attributes:
        found: the facts that were known by then, as plain data under their names.
    """

    def __init__(self, message: str, *, found: Mapping[str, object] | None = None) -> None:
        super().__init__(message)
        self.found = dict(found or {})

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt_budget_error, (self.args[0], self.found)


class CertificateRejected(SymspecError):
    """A claim of a certificate does not hold, or the certificate is malformed.

    Attributes:
        rule: the claim or reading rule that failed, such as "limit_projector".
        equation: what was tested, such as "L^2 = L".
        expected: what the rule asks for.
        got: what was found instead.
    """

    def __init__(self, rule: str, equation: str, expected: str, got: str) -> None:
        super().__init__(f"{rule}: {equation}: expected {expected}, got {got}")
        self.rule = rule
        self.equation = equation
        self.expected = expected
        self.got = got

    def __reduce__(self) -> tuple[object, ...]:
        return CertificateRejected, (self.rule, self.equation, self.expected, self.got)


class InternalError(SymspecError):
    """symspec contradicted itself, for instance its own certificate was rejected."""


def _rebuilt_parse_error(message: str, text: str, position: int) -> ParseError:
    return ParseError(message, text=text, position=position)


def _rebuilt_budget_error(message: str, found: Mapping[str, object]) -> BudgetExceededError:
    return BudgetExceededError(message, found=found)
