"""Elements of number fields as text: one closed form for each generator, read back to the same element."""

from __future__ import annotations

import pytest

import symspec as ss
from symspec.algebra.fields import labels
from symspec.algebra.fields.matrix import FieldMatrix

FIELDS = ("exp(2 pi i/35)", "2^(1/5) + sqrt(3)", "cos(2 pi/11) i", "CRootOf(x^5 - x - 1, 0) + i")


@pytest.mark.parametrize("text", FIELDS)
def test_one_closed_form_for_each_generator(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    a = ss.matrix([[text]])
    assert isinstance(a, FieldMatrix)
    known, asked = labels.closed_form, []
    monkeypatch.setattr(labels, "closed_form", lambda z: asked.append(z) or known(z))
    labels.basis_labels.cache_clear()
    assert len(labels.basis_labels(a.field)) == a.field.degree
    assert 1 <= len(asked) <= len(a.field.generators)


@pytest.mark.parametrize("text", FIELDS)
def test_powers_are_read_back(text: str) -> None:
    a = ss.matrix([[text]])
    for k in (2, 3, 7):
        assert ss.matrix([[str((a**k)[0, 0])]]) == a**k
