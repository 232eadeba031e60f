"""SymPy's domains ZZ and QQ on Python's own integers, whatever else is installed.

SymPy's default ZZ and QQ are FLINT's types wherever python-flint is installed, so that a SymPy backend on
them would repeat the FLINT backend instead of confirming it; and some of SymPy's number theory takes
math.log of such integers, which overflows beyond 1e308. PythonIntegerRing and PythonRationalField are meant
to avoid the default types, but what is set below, as inherited, gives them back.
"""

from __future__ import annotations

import math
from typing import Any

from sympy.polys.domains import PythonIntegerRing, PythonRationalField


class _Integers(PythonIntegerRing):  # type: ignore[misc]  # SymPy has no types
    tp = int  # what `convert` leaves alone

    def gcd(self, a: int, b: int) -> int:
        """The greatest common divisor, >= 0."""
        return math.gcd(a, b)

    def lcm(self, a: int, b: int) -> int:
        """The least common multiple, >= 0."""
        return math.lcm(a, b)

    def sqrt(self, a: int) -> int:
        """The integer part of the square root."""
        return math.isqrt(a)


class _Rationals(PythonRationalField):  # type: ignore[misc]
    tp = PythonRationalField.dtype

    def exquo(self, a: Any, b: Any) -> Any:
        """a / b."""
        return a / b

    quo = exquo


ZZ, QQ = _Integers(), _Rationals()
