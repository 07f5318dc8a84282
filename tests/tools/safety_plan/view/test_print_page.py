from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from copingkit.tools.safety_plan.model import Item, Plan, Sort
from copingkit.tools.safety_plan.view.print_page import PrintPage
from copingkit.tools.safety_plan.view.sheet_text import Material
from copingkit.ui.widgets.notice_bar import NoticeBar
from copingkit.ui.widgets.print_preview import PrintPreview
from tests.support import pdfs
from tests.support.accessible import unnamed_controls
from tests.support.controls import buttons, field, press, show
from tests.support.looks import dress
from tests.support.plans import sample_plan

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture(autouse=True)
def fresh_session(qapp: QApplication) -> Iterator[None]:
    PrintPreview.told_unprotected = False
    yield
    PrintPreview.told_unprotected = False


def page(qtbot: QtBot, plan: Plan | None = None, paper: str = "A4") -> tuple[PrintPage, NoticeBar]:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    material = Material(plan or sample_plan(), 7, datetime(2026, 3, 14, 12, tzinfo=UTC))
    return show(qtbot, PrintPage(material, paper, bar)), bar


def pictures(shown: QWidget) -> list[QLabel]:
    return [
        label
        for label in shown.findChildren(QLabel)
        if label.isVisible() and not label.pixmap().isNull()
    ]


def said(bar: NoticeBar) -> str:
    return " ".join(label.text() for label in bar.findChildren(QLabel))


def choose(shown: PrintPage, path: Path) -> None:
    """Answer the file dialog as a person would."""
    dialog = shown.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def test_it_shows_the_page_that_will_be_printed(qtbot: QtBot) -> None:
    shown, _ = page(qtbot)
    (picture,) = pictures(shown)
    assert picture.accessibleName() == "Picture of page 1 of 1"
    assert picture.pixmap().width() == 480
    assert picture.pixmap().height() == 679


def test_the_kind_and_the_paper_change_the_picture(qtbot: QtBot) -> None:
    signs = tuple(Item(f"w{n}", Sort.ENTRY, f"Sign {n}") for n in range(12))
    shown, _ = page(qtbot, replace(sample_plan(), warning_signs=signs), paper="Letter")
    assert pictures(shown)[0].pixmap().height() == 621
    press(shown, "Large print")
    qtbot.waitUntil(lambda: len(pictures(shown)) == 2)
    press(shown, "A4")
    # while they are drawn anew there is none for a moment
    qtbot.waitUntil(lambda: 679 in [each.pixmap().height() for each in pictures(shown)])


def test_many_pages_are_counted_not_drawn(qtbot: QtBot) -> None:
    many = tuple(Item(f"w{n}", Sort.ENTRY, "many words " * 60) for n in range(90))
    shown, _ = page(qtbot, replace(sample_plan(), warning_signs=many))
    assert len(pictures(shown)) == 8
    assert any("more pages" in label.text() for label in shown.findChildren(QLabel))


def test_saving_says_once_that_the_file_is_not_protected(qtbot: QtBot, tmp_path: Path) -> None:
    shown, bar = page(qtbot)
    path = tmp_path / "mine.pdf"
    press(shown, "Save as PDF")
    assert not shown.findChildren(QFileDialog)
    press(shown, "Choose where to save")
    with qtbot.waitSignal(shown.printed):
        choose(shown, path)
    assert "Mira, 0170 555 0199" in pdfs.flat(path.read_bytes(), tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "Saved" in said(bar)
    again, _ = page(qtbot)
    press(again, "Save as PDF")
    choose(again, tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").exists()


def test_one_may_decide_not_to_save(qtbot: QtBot) -> None:
    shown, _ = page(qtbot)
    press(shown, "Save as PDF")
    press(shown, "Do not save")
    assert not shown.findChildren(QFileDialog)
    assert not buttons(shown, "Choose where to save")
    assert not PrintPreview.told_unprotected


def test_the_name_that_is_offered_says_nothing(qtbot: QtBot) -> None:
    PrintPreview.told_unprotected = True
    shown, _ = page(qtbot)
    press(shown, "Save as PDF")
    dialog = shown.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["copingkit-v7.pdf"]
    dialog.reject()


def test_a_folder_that_is_gone_is_said_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    PrintPreview.told_unprotected = True
    shown, bar = page(qtbot)
    press(shown, "Save as PDF")
    with qtbot.assertNotEmitted(shown.printed):
        choose(shown, tmp_path / "gone" / "mine.pdf")
    assert "cannot be reached" in said(bar)


def test_the_card_asks_for_the_word_outside(qtbot: QtBot, tmp_path: Path) -> None:
    PrintPreview.told_unprotected = True
    shown, _ = page(qtbot)
    assert not [each for each in shown.findChildren(QLineEdit) if each.isVisible()]
    press(shown, "Card for the wallet")
    title = field(shown, QLineEdit, "What the outside of the card says")
    assert title.text() == "My card"
    title.setText("Library notes")
    press(shown, "Save as PDF")
    choose(shown, tmp_path / "card.pdf")
    assert "Library notes" in pdfs.flat((tmp_path / "card.pdf").read_bytes(), tmp_path)


def test_print_opens_the_print_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    shown, bar = page(qtbot)
    press(shown, "Print")
    dialog = shown.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "printer.pdf"))
    with qtbot.waitSignal(shown.printed):
        dialog.accepted.emit(dialog.printer())
    dialog.reject()
    assert "Mira, 0170 555 0199" in pdfs.flat((tmp_path / "printer.pdf").read_bytes(), tmp_path)
    assert "printer" in said(bar)


def test_an_empty_plan_is_not_printed(qtbot: QtBot) -> None:
    shown, _ = page(qtbot, Plan())
    assert any("Nothing written here yet." in each.text() for each in shown.findChildren(QLabel))
    assert not buttons(shown, "Print")
    assert buttons(shown, "Back to my plan")


def test_back_closes_it(qtbot: QtBot) -> None:
    shown, _ = page(qtbot)
    with qtbot.waitSignal(shown.closed):
        press(shown, "Back to my plan")


@pytest.mark.parametrize(("text_size", "width"), [(100, 972), (200, 692)])
def test_everything_has_a_name_and_stays_inside(qtbot: QtBot, text_size: int, width: int) -> None:
    dress("dark", text_size)
    shown, _ = page(qtbot)
    press(shown, "Card for the wallet")
    press(shown, "Save as PDF")
    shown.resize(width, 640)
    QApplication.processEvents()
    assert unnamed_controls(shown) == []
    for name in ("Print", "Save as PDF", "Card for the wallet", "Back to my plan"):
        (one,) = buttons(shown, name)
        right = one.mapTo(shown, one.rect().topRight()).x()
        assert right < shown.viewport().width(), name


def test_a_plan_with_nothing_but_own_words_prints_them_as_they_are(
    qtbot: QtBot, tmp_path: Path
) -> None:
    PrintPreview.told_unprotected = True
    plan = Plan(warning_signs=(Item("w", Sort.ENTRY, "<b>5 < 6</b> & \nso on"),))
    shown, _ = page(qtbot, plan)
    press(shown, "Save as PDF")
    choose(shown, tmp_path / "x.pdf")
    assert "<b>5 < 6</b> & so on" in pdfs.flat((tmp_path / "x.pdf").read_bytes(), tmp_path)
