"""symspec: what happens to the powers A^n of an exact matrix, with a proof that anyone can check.

Each public name is loaded when it is first used, so that importing symspec costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from symspec._version import __version__

if TYPE_CHECKING:
    from symspec.affine_maps import AffineMap, affine
    from symspec.algebra.coerce import matrix, read_matrix
    from symspec.algebra.matrix import ExactMatrix
    from symspec.algebra.polynomial import Polynomial
    from symspec.analysis import Analysis, analyze
    from symspec.budget import Budget
    from symspec.bulk.many import analyze_many
    from symspec.bulk.pool import SerialExecutor
    from symspec.bulk.record import BulkRecord
    from symspec.certificate import Certificate
    from symspec.checker import Verified, verify
    from symspec.errors import (
        BudgetExceededError,
        CertificateRejected,
        InputError,
        InternalError,
        NotExactError,
        NotSquareError,
        ParseError,
        SymspecError,
        UndecidedError,
        UndefinedError,
        UnsupportedFieldError,
    )
    from symspec.exercises.derivation.check import check_derivation
    from symspec.exercises.derivation.verdict import DerivationVerdict
    from symspec.exercises.hints import hints
    from symspec.exercises.mark import check_answer
    from symspec.exercises.policy import Policy
    from symspec.exercises.verdict import AnswerVerdict
    from symspec.numeric.gaussian import gaussian_eigenvalues, gaussian_matrix, gaussian_moduli
    from symspec.recurrences.graphs import Walks, walks
    from symspec.recurrences.linear import Recurrence, recurrence
    from symspec.recurrences.populations import Leslie, leslie
    from symspec.render.plots.gaussian import gaussian_plot
    from symspec.spectral.frobenius.similarity import Similarity, similarity
    from symspec.truth import Behavior, Truth

_HOME = {
    "AffineMap": "symspec.affine_maps",
    "affine": "symspec.affine_maps",
    "matrix": "symspec.algebra.coerce",
    "read_matrix": "symspec.algebra.coerce",
    "ExactMatrix": "symspec.algebra.matrix",
    "Polynomial": "symspec.algebra.polynomial",
    "Analysis": "symspec.analysis",
    "analyze": "symspec.analysis",
    "Budget": "symspec.budget",
    "analyze_many": "symspec.bulk.many",
    "SerialExecutor": "symspec.bulk.pool",
    "BulkRecord": "symspec.bulk.record",
    "Certificate": "symspec.certificate",
    "Verified": "symspec.checker",
    "verify": "symspec.checker",
    "BudgetExceededError": "symspec.errors",
    "CertificateRejected": "symspec.errors",
    "InputError": "symspec.errors",
    "InternalError": "symspec.errors",
    "NotExactError": "symspec.errors",
    "NotSquareError": "symspec.errors",
    "ParseError": "symspec.errors",
    "SymspecError": "symspec.errors",
    "UndecidedError": "symspec.errors",
    "UndefinedError": "symspec.errors",
    "UnsupportedFieldError": "symspec.errors",
    "AnswerVerdict": "symspec.exercises.verdict",
    "check_answer": "symspec.exercises.mark",
    "gaussian_eigenvalues": "symspec.numeric.gaussian",
    "gaussian_matrix": "symspec.numeric.gaussian",
    "gaussian_moduli": "symspec.numeric.gaussian",
    "gaussian_plot": "symspec.render.plots.gaussian",
    "check_derivation": "symspec.exercises.derivation.check",
    "DerivationVerdict": "symspec.exercises.derivation.verdict",
    "hints": "symspec.exercises.hints",
    "Policy": "symspec.exercises.policy",
    "Leslie": "symspec.recurrences.populations",
    "Recurrence": "symspec.recurrences.linear",
    "Walks": "symspec.recurrences.graphs",
    "leslie": "symspec.recurrences.populations",
    "recurrence": "symspec.recurrences.linear",
    "walks": "symspec.recurrences.graphs",
    "Similarity": "symspec.spectral.frobenius.similarity",
    "similarity": "symspec.spectral.frobenius.similarity",
    "Behavior": "symspec.truth",
    "Truth": "symspec.truth",
}

__all__ = [
    "AffineMap",
    "Analysis",
    "AnswerVerdict",
    "Behavior",
    "Budget",
    "BudgetExceededError",
    "BulkRecord",
    "Certificate",
    "CertificateRejected",
    "DerivationVerdict",
    "ExactMatrix",
    "InputError",
    "InternalError",
    "Leslie",
    "NotExactError",
    "NotSquareError",
    "ParseError",
    "Policy",
    "Polynomial",
    "Recurrence",
    "SerialExecutor",
    "Similarity",
    "SymspecError",
    "Truth",
    "UndecidedError",
    "UndefinedError",
    "UnsupportedFieldError",
    "Verified",
    "Walks",
    "__version__",
    "affine",
    "analyze",
    "analyze_many",
    "check_answer",
    "gaussian_eigenvalues",
    "gaussian_matrix",
    "gaussian_moduli",
    "gaussian_plot",
    "check_derivation",
    "hints",
    "leslie",
    "matrix",
    "read_matrix",
    "recurrence",
    "similarity",
    "verify",
    "walks",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'symspec' has no attribute {name!r}")
    import importlib

    value: object = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
