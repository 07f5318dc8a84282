"""Where files are asked for, and what is left of the asking."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui import file_dialogs
from tests.support.journey import answered


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's home, without anything in it yet."""
    made = tmp_path / "home"
    made.mkdir()
    monkeypatch.setenv("HOME", str(made))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(made / ".config"))
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def directory(window: QWidget) -> Path:
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    return Path(dialog.directory().absolutePath())


def test_it_begins_among_the_documents_else_at_home(home: Path, window: QWidget) -> None:
    file_dialogs.ask_for_file(window, "Choose", str)
    assert directory(window) == home
    for dialog in window.findChildren(QFileDialog):
        dialog.setParent(None)
    (home / "Documents").mkdir()
    file_dialogs.ask_for_file(window, "Choose", str)
    assert directory(window) == home / "Documents"


def test_what_is_chosen_is_given_with_its_ending(home: Path, window: QWidget, qtbot: QtBot) -> None:
    chosen: list[Path] = []
    ask = file_dialogs.ask_where_to_save
    ask(window, "Save", "mine.pdf", chosen.append, kinds="PDF (*.pdf)")
    assert answered(window, home / "yours", "Save")
    assert chosen == [home / "yours.pdf"]


def test_nothing_is_called_when_it_is_closed(home: Path, window: QWidget) -> None:
    chosen: list[Path] = []
    file_dialogs.ask_for_file(window, "Choose", chosen.append)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.reject()
    assert not chosen


def test_no_trace_is_left_of_where_one_looked(home: Path, window: QWidget, qtbot: QtBot) -> None:
    (home / "letters").mkdir()
    ask = file_dialogs.ask_where_to_save
    ask(window, "Save", "mine.pdf", str, kinds="PDF (*.pdf)")
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    assert answered(window, home / "letters" / "mine.pdf", "Save")
    qtbot.waitUntil(lambda: bool(gone))
    assert [path.name for path in home.rglob("*") if path.is_file()] == []
