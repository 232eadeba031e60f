"""Matrices and numbers of other libraries, recognized without importing them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from symspec.algebra.door import arrays
from symspec.algebra.door.found import require_matrix
from symspec.algebra.door.given import Rounded, not_finite, outside, place
from symspec.errors import InputError, NotExactError

LARGEST_BINARY_EXPONENT = 33_000
_FAMILIES = frozenset(("numpy", "sympy", "flint", "mpmath", "gmpy2"))


def family(value: object) -> str:
    """The library that the object's type, or a base of it, comes from; "" for every other one."""
    for base in type(value).__mro__:
        library = base.__module__.partition(".")[0]
        if library in _FAMILIES:
            return library
    return ""


def lists(source: Any) -> tuple[list[list[Any]], str]:
    """The entries, row by row, and the name of the library.

    Raises:
        InputError: the object is not a matrix.
    """
    library = family(source)
    if hasattr(source, "to_numpy") and not library:
        return _frame_lists(source), "frame"
    if hasattr(source, "toarray") and hasattr(source, "shape"):  # sparse
        require_matrix(source.shape, "this sparse matrix")
        source, library = source.toarray(), "numpy"
    if library == "numpy":
        return _numpy_lists(source), library
    if not library and arrays.is_tensor(source):
        return arrays.lists(source), "tensor"
    if library == "sympy":
        _require_small(source)
        source = source.as_explicit() if hasattr(source, "as_explicit") else source
        source = source.to_Matrix() if hasattr(source, "to_Matrix") else source
    for name in ("tolist", "table", "rows"):
        method = getattr(source, name, None)
        if callable(method):
            return [list(row) if hasattr(row, "__iter__") else [row] for row in method()], library or "lists"
    raise InputError(
        f"a matrix is expected, not something of type {type(source).__name__}: "
        "give nested lists, [[1, 2], [3, 4]], or the same as text."
    )


def _require_small(source: Any) -> None:
    shape = getattr(source, "shape", None)
    if not isinstance(shape, tuple) or len(shape) != 2:
        return
    letters = sorted({str(size) for size in shape if getattr(size, "free_symbols", None)})
    if letters:
        raise InputError(f"the size of this matrix is {letters[0]}. Give a matrix whose size is a number.")
    require_matrix(tuple(int(size) for size in shape), "this matrix")


def _frame_lists(frame: Any) -> list[list[Any]]:
    """The entries of a data frame, each column in its own precision."""
    require_matrix(tuple(map(int, frame.shape)), "this data frame")
    if not hasattr(frame, "iloc"):
        return _numpy_lists(frame.to_numpy())
    columns = [_column(frame.iloc[:, j].to_numpy()) for j in range(frame.shape[1])]
    return [list(row) for row in zip(*columns, strict=True)]


def _column(values: Any) -> list[Any]:
    return [row[0] for row in _numpy_lists(values.reshape(-1, 1))]


def _numpy_lists(array: Any) -> list[list[Any]]:
    require_matrix(array.shape, "this array")
    if array.dtype.name == "bfloat16":
        return arrays.lists(array)
    kind = array.dtype.kind
    if kind == "c" and not array.imag.any():
        array, kind = array.real, "f"
    if kind in "iuU" or array.dtype == float:
        listed: list[list[Any]] = array.tolist()
        return listed
    return [list(row) for row in array]


def scalar(value: Any, i: int, j: int) -> int | float | complex | bool | str | Fraction | Rounded:
    """A number of another library as one that the door knows."""
    library = family(value)
    if library == "numpy":
        return _numpy_scalar(value, i, j)
    if library == "sympy":
        return _sympy_scalar(value, i, j)
    if library == "mpmath":
        return _mpmath_scalar(value, i, j)
    if hasattr(value, "numerator") and hasattr(value, "denominator"):
        return Fraction(int(value.numerator), int(value.denominator))
    if hasattr(value, "p") and hasattr(value, "q"):
        return Fraction(int(value.p), int(value.q))
    if type(value).__name__ in ("fmpz", "mpz"):
        return int(value)
    raise NotExactError(f"the {type(value).__name__} in {place(i, j)} is not an exact rational number.")


def _numpy_scalar(value: Any, i: int, j: int) -> int | float | complex | bool | str | Rounded:
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    if kind in "iub" and kind:
        item: int | bool = value.item()
        return item
    if kind == "U":
        return str(value)
    if kind == "c":
        if value.imag:
            raise outside(value, i, j)
        value, kind = value.real, "f"
    if kind != "f":
        raise InputError(f"the {type(value).__name__} in {place(i, j)} is not a number.")
    if isinstance(value, float):
        return float(value)
    if str(value) in ("nan", "inf", "-inf"):
        raise not_finite(str(value), i, j)
    return Rounded(float(value), str(value), Fraction(*map(int, value.as_integer_ratio())))


def _sympy_scalar(value: Any, i: int, j: int) -> Fraction | Rounded | bool:
    if getattr(value, "is_Rational", False):
        return Fraction(int(value.p), int(value.q))
    if getattr(value, "is_Float", False):
        return _binary(value._mpf_, int(value._prec), i, j)
    letters = getattr(value, "free_symbols", None)
    if letters:
        from symspec.syntax.rational import without_value

        raise InputError(without_value(min(map(str, letters)), place(i, j)))
    if getattr(value, "is_Boolean", False):
        return bool(value)
    if getattr(value, "is_infinite", False) or str(value) == "nan":
        raise not_finite(value, i, j)
    if getattr(value, "is_transcendental", False):
        raise InputError(
            f"{value} in {place(i, j)} is not algebraic. Write an exact rational number instead."
        )
    raise outside(value, i, j)


def _mpmath_scalar(value: Any, i: int, j: int) -> Rounded:
    if hasattr(value, "_mpc_"):
        if value.imag:
            raise outside(value, i, j)
        value = value.real
    if not hasattr(value, "_mpf_"):
        raise InputError(f"the {type(value).__name__} in {place(i, j)} is not a number.")
    if hasattr(value, "name"):  # pi and the like, of every precision
        raise NotExactError(f"{value.name} in {place(i, j)} has no exact value in mpmath. Write it as text.")
    return _binary(value._mpf_, int(value.context.prec), i, j)


def _binary(mpf: tuple[Any, Any, Any, Any], precision: int, i: int, j: int) -> Rounded:
    """(-1)^sign mantissa 2^exponent, held with `precision` bits."""
    from mpmath import libmp

    sign, mantissa, exponent = int(mpf[0]), int(mpf[1]), int(mpf[2])
    if not mantissa and exponent:
        raise not_finite(libmp.to_str(mpf, 5), i, j)
    if abs(exponent) > LARGEST_BINARY_EXPONENT:
        raise InputError(f"the number in {place(i, j)} is larger or smaller than all that is read.")
    scaled = Fraction(2) ** exponent * mantissa
    shortest = next(
        (
            text
            for text in (libmp.to_str(mpf, d) for d in range(1, precision))
            if libmp.from_str(text, precision, "n") == mpf
        ),
        "",
    )
    value = -scaled if sign else scaled
    if not shortest:
        raise NotExactError(
            f"the number in {place(i, j)} has more digits than its precision. Write it as text."
        )
    return Rounded(float(libmp.to_float(mpf, rnd="n")), shortest, value)
