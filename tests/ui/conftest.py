"""Every test of the kit starts in the light theme at 100 %."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from copingkit.ui import theme


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The looks a person meets first; put back after a test that changed them."""
    theme.apply("light", 100)
    yield
    theme.apply("light", 100)
