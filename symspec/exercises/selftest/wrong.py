"""Every slip by task."""

from __future__ import annotations

from collections.abc import Mapping

from symspec.exercises.selftest import wrong_bases, wrong_powers, wrong_spectrum
from symspec.exercises.selftest.wrong_spectrum import Rule

WRONG: Mapping[str, tuple[Rule, ...]] = {**wrong_spectrum.RULES, **wrong_bases.RULES, **wrong_powers.RULES}
