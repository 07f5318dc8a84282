"""The look under which every page of the shell is tried."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from copingkit.ui import theme


@pytest.fixture(autouse=True)
def dressed(qtbot: QtBot) -> None:
    """The light theme at 100 %; dressing takes a while, so only where it is not on already."""
    look = theme.now()
    if not look.colours or (look.theme, look.scale, look.reduced_motion) != ("light", 1.0, False):
        theme.apply("light", 100)
