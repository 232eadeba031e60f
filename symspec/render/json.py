"""Facts as JSON for programs: every exact number is a string."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.certificate import Certificate
from symspec.certificate_json import to_json
from symspec.notation.text import number_text
from symspec.render.field_json import field_facts
from symspec.render.field_screen import FieldSummary
from symspec.render.numbers import radius_text
from symspec.render.screen import Summary
from symspec.spectral.profile import FactorProfile


def analysis_json(summary: Summary | FieldSummary, certificate: Certificate | None) -> str:
    """The facts of one analysis; "certificate" is what `symspec verify` reads, or null beyond its budget."""
    fields = dict(summary_fields(summary) if isinstance(summary, Summary) else field_facts(summary))
    fields["certificate"] = None if certificate is None else json.loads(to_json(certificate))
    return json.dumps(fields, indent=2)


def summary_fields(s: Summary) -> Mapping[str, Any]:
    """The facts as JSON values."""
    return {
        "matrix": matrix_rows(s.matrix),
        "behavior": s.behavior.value,
        "limit": None if s.limit is None else matrix_rows(s.limit),
        "charpoly": str(s.profile.charpoly),
        "minpoly": str(s.profile.minpoly),
        "factors": [_factor(f) for f in s.profile.factors],
        "ranks_at_one": list(s.ranks_at_one),
        "spectral_radius": radius_text(s.growth),
        "growth_degree": s.growth.degree,
        "zero_from": s.growth.zero_from,
        "dunford": {"D": matrix_rows(s.dunford.D), "N": matrix_rows(s.dunford.N), "index": s.dunford.index},
        "notes": list(s.notes),
    }


def matrix_rows(a: ExactMatrix) -> list[list[str]]:
    """The entries as strings."""
    return [[number_text(x) for x in row] for row in a.tolist()]


def _factor(f: FactorProfile) -> Mapping[str, Any]:
    return {
        "polynomial": _coefficients(f.polynomial),
        "text": str(f.polynomial),
        "multiplicity": f.multiplicity,
        "block_sizes": list(f.block_sizes),
        "roots": {"inside": f.counts.inside, "on": f.counts.on, "outside": f.counts.outside},
    }


def _coefficients(p: Polynomial) -> list[str]:
    return [number_text(c) for c in p.coefficients]
