"""The computer's clocks, as the program sees them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from copingkit.core.clock import SystemClock


def test_now_is_aware_and_in_utc() -> None:
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert abs(datetime.now(UTC) - now) < timedelta(seconds=5)


def test_steady_never_goes_back() -> None:
    clock = SystemClock()
    readings = [clock.steady() for _ in range(1000)]
    assert readings == sorted(readings)
