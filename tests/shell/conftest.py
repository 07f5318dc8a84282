"""The looks under which every page of the shell is tried."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from copingkit.ui import theme


@pytest.fixture(autouse=True)
def dressed(qtbot: QtBot) -> None:
    """The light theme at 100 %."""
    theme.apply("light", 100)
