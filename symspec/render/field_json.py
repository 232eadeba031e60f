"""Facts about a matrix over a number field as JSON values: every exact number is a string."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.render.field_screen import FieldSummary
from symspec.render.numbers import radius_text


def field_facts(s: FieldSummary) -> Mapping[str, Any]:
    """The facts as JSON values."""
    return {
        "matrix": _strings(s.matrix),
        "field": str(s.matrix.field),
        "behavior": s.behavior.value,
        "limit": None if s.limit is None else _strings(s.limit),
        "charpoly": str(s.profile.charpoly),
        "minpoly": str(s.profile.minpoly),
        "eigenvalues": [
            {
                "value": str(f.value),
                "minpoly": [str(c) for c in f.value.minpoly.coefficients],
                "multiplicity": f.multiplicity,
                "block_sizes": list(f.block_sizes),
                "position": f.value.position,
            }
            for f in s.profile.factors
        ],
        "ranks_at_one": list(s.ranks_at_one),
        "spectral_radius": None if s.growth is None else radius_text(s.growth),
        "growth_degree": None if s.growth is None else s.growth.degree,
        "zero_from": None if s.growth is None else s.growth.zero_from,
        "dunford": {"D": _strings(s.dunford.D), "N": _strings(s.dunford.N), "index": s.dunford.index},
        "notes": list(s.notes),
    }


def _strings(a: ExactMatrix) -> list[list[str]]:
    return [[str(x) for x in row] for row in a.tolist()]
