"""A player and a library in front of a real store, with a clock that a test moves."""

from __future__ import annotations

import pytest

from copingkit.ui import theme
from tests.support.clock import HandClock
from tests.support.pages import Around


@pytest.fixture(autouse=True)
def light(qapp: object) -> None:
    theme.apply("light", 100)


@pytest.fixture
def around(clock: HandClock) -> Around:
    return Around(clock)
