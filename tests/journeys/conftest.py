"""The person, the folder and a quiet start for each journey."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.print_preview import PrintPreview
from tests.support.journey import Person
from tests.support.stray_windows import StrayWindows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the vault and the preferences lie."""
    return tmp_path / "vault"


@pytest.fixture
def person(qtbot: QtBot, qapp: QApplication, folder: Path) -> Iterator[Person]:
    """Somebody in front of the computer; the program is not open yet."""
    PrintPreview.told_unprotected = False
    strays = StrayWindows(qapp)
    strays.watch()
    somebody = Person(qtbot, folder)
    yield somebody
    somebody.close()
    strays.stop()
    assert strays.seen == []
