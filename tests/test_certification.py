"""The cheapest certificate: by length, and by time where the checker is slow."""

from __future__ import annotations

import pytest

import symspec as ss
from symspec import certification
from symspec.certificate import Certificate, Contraction, StableAnnihilator, Trace
from symspec.certificate_json import to_json
from symspec.certification import NEAR, Certification, cheapest, checking_time
from symspec.errors import InternalError
from symspec.truth import Behavior

HALF = ss.matrix("[[1/2]]").as_rational_matrix()
SHORT = Certificate(HALF, (Contraction(1, 0),))
LONG = Certificate(HALF, (StableAnnihilator((-1, 2) + (0,) * 0),))
LONGER = Certificate(HALF, tuple(Contraction(k, 0) for k in range(1, 12)))
ZERO = Behavior.TENDS_TO_ZERO


def test_nothing_to_choose_from() -> None:
    assert cheapest([], ZERO) is None


def test_size_and_time_are_those_of_the_text_and_the_check() -> None:
    found = cheapest([SHORT], ZERO)
    assert found is not None
    assert found.certificate == SHORT and found.size == len(to_json(SHORT)) and found.seconds > 0


def test_length_decides_where_checking_is_quick() -> None:
    assert len(to_json(LONGER)) > len(to_json(Certificate(HALF, ()))) + NEAR
    found = cheapest([LONGER, SHORT], ZERO)
    assert found is not None and found.certificate == SHORT


def test_the_search_ends_at_a_short_one() -> None:
    def certificates():  # type: ignore[no-untyped-def]
        yield SHORT
        raise AssertionError("searched on")

    assert cheapest(certificates(), ZERO) is not None


def test_time_decides_where_checking_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    times = {LONGER: 0.01, SHORT: 5.0}
    monkeypatch.setattr(certification, "checking_time", lambda c, _: times[c])
    found = cheapest([SHORT, LONGER], ZERO)
    assert found is not None and found.certificate == LONGER


def test_price() -> None:
    assert Certification(SHORT, 200, 0.99).price == 200
    assert Certification(SHORT, 200, 2.5).price == 20_200


def test_what_the_checker_rejects_is_a_defect() -> None:
    with pytest.raises(InternalError, match="rejected"):
        checking_time(Certificate(HALF, (Trace(1, 0),)), Behavior.UNBOUNDED)
    with pytest.raises(InternalError, match="proves"):
        checking_time(SHORT, Behavior.CONVERGES)


def test_the_screen_prints_size_and_time() -> None:
    an = ss.analyze("1/10 [[9, 1], [2, 8]]")
    assert f"{an.certification.size} bytes, accepted in" in str(an)
