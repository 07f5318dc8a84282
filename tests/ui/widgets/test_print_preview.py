from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui.print_text import Laid, Text
from copingkit.ui.printing import Printout
from copingkit.ui.widgets.notice_bar import NoticeBar
from copingkit.ui.widgets.print_preview import Leaving, PrintPreview
from tests.support import pdfs
from tests.support.controls import buttons, press, show, with_keyboard

WARNING = "Whoever opens the file can read it."


@pytest.fixture(autouse=True)
def not_told() -> Iterator[None]:
    PrintPreview.told_unprotected = False
    yield
    PrintPreview.told_unprotected = False


def draw(laid: Laid, painter: QPainter) -> None:
    laid.draw(painter, 72, 72)


def preview(qtbot: QtBot, *texts: str) -> tuple[PrintPreview, list[str]]:
    """A preview of a page for each text, in a list that a test may change."""
    said = list(texts)

    def made() -> Printout:
        laid = [Laid((Text(text, 40),), 400) for text in said]
        return Printout("A4", tuple(partial(draw, each) for each in laid))

    bar = NoticeBar()
    qtbot.addWidget(bar)
    return show(qtbot, PrintPreview(made, Leaving(WARNING, "mine.pdf"), bar)), said


def pages(shown: QWidget) -> list[str]:
    """The names of the pictures that are shown."""
    labels = [each for each in shown.findChildren(QLabel) if each.isVisible()]
    return [each.accessibleName() for each in labels if not each.pixmap().isNull()]


def test_the_pages_are_drawn_anew_when_something_else_is_chosen(qtbot: QtBot) -> None:
    shown, said = preview(qtbot, "one")
    assert pages(shown) == ["Picture of page 1 of 1"]
    said.append("two")
    shown.renew()
    qtbot.waitUntil(lambda: pages(shown) == [f"Picture of page {n} of 2" for n in (1, 2)])


def test_the_warning_is_said_once_whatever_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    plan, _ = preview(qtbot, "my plan")
    press(plan, "Save as PDF")
    assert WARNING in [each.text() for each in plan.findChildren(QLabel) if each.isVisible()]
    press(plan, "Choose where to save")
    choose(plan, tmp_path / "plan.pdf")
    ladder, _ = preview(qtbot, "my ladder")
    press(ladder, "Save as PDF")
    assert not buttons(ladder, "Choose where to save")
    choose(ladder, tmp_path / "ladder.pdf")
    assert "my ladder" in pdfs.flat((tmp_path / "ladder.pdf").read_bytes(), tmp_path)


def test_the_keyboard_stays_by_what_was_pressed(qtbot: QtBot) -> None:
    shown, _said = preview(qtbot, "one")
    with_keyboard(qtbot, shown)
    press(shown, "Save as PDF")
    buttons(shown, "Do not save")[0].setFocus()
    press(shown, "Do not save")
    assert buttons(shown, "Save as PDF")[0].hasFocus()


def choose(shown: QWidget, path: Path) -> None:
    dialog = shown.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["mine.pdf"]
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def test_nothing_is_written_but_the_file_that_was_chosen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty, out = tmp_path / "empty", tmp_path / "out"
    for folder in (empty, out):
        folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(empty))
    PrintPreview.told_unprotected = True
    shown, _ = preview(qtbot, "Mira")
    press(shown, "Save as PDF")
    choose(shown, out / "mine.pdf")
    assert list(empty.iterdir()) == []
    assert [path.name for path in out.iterdir()] == ["mine.pdf"]
