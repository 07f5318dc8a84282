"""Printing a ladder or a summary in the window; what is chosen is what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFileDialog,
)
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure.health import Answer, Topic
from copingkit.tools.exposure.ladder import Item, Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.overview import Overview
from copingkit.ui.widgets.print_preview import PrintPreview
from tests.support import pdfs
from tests.support.accessible import spoken, unnamed_controls
from tests.support.clock import HandClock
from tests.support.controls import buttons, field, press, show
from tests.support.exposure_prints import drawn, leave_out, past, pictures, saved, session
from tests.support.looks import dress
from tests.support.pages import Around

pytestmark = pytest.mark.usefixtures("told", "dressed")


def test_a_ladder_is_printed_from_its_page(
    page: ExposurePage, ladder: Ladder, tmp_path: Path
) -> None:
    page.show_target(f"ladder/{ladder.id}")
    press(page, "Print")
    said = saved(page, tmp_path)
    assert "Dogs on the street" in said
    assert "60 Walk past a dog on a lead park without: holding my phone, counting steps" in said
    assert "What else I could try" in said
    field(page, QCheckBox, "With lines to write on").click()
    assert "What else I could try" not in saved(page, tmp_path)
    press(page, "The ladder")
    assert buttons(page, "All ladders")


@pytest.mark.parametrize(("answer", "alone"), [(Answer.NO, True), (Answer.YES, False)])
def test_what_the_answers_about_health_say_goes_on_paper(
    page: ExposurePage,
    service: ExposureService,
    ladder: Ladder,
    tmp_path: Path,
    answer: Answer,
    alone: bool,
) -> None:
    straw = Item("", "Through a straw", 90, body_exposure="straw-breathing")
    service.add_item(ladder.id, straw)
    for topic in Topic:
        service.health.answer(topic, answer)
    page.show_target(f"print/{ladder.id}")
    said = saved(page, tmp_path)
    assert "90 Through a straw" in said
    assert ("90 Through a straw with my clinician" in said) is not alone


def test_size_and_paper_are_as_chosen(page: ExposurePage, ladder: Ladder, tmp_path: Path) -> None:
    page.show_target(f"print/{ladder.id}")
    saved(page, tmp_path)
    usual = height_of("Dogs", tmp_path)
    press(page, "Large print")
    press(page, "Letter")
    saved(page, tmp_path)
    assert height_of("Dogs", tmp_path) == pytest.approx(1.5 * usual, rel=0.02)
    info = pdfs.info((tmp_path / "saved.pdf").read_bytes(), tmp_path)
    assert info["Page size"].startswith("612 x 792")


def height_of(word: str, folder: Path) -> float:
    words = pdfs.words((folder / "saved.pdf").read_bytes(), folder)
    return next(bottom - top for said, _, top, _, bottom in words if said == word)


def test_the_pictures_follow_what_is_chosen(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    past(service, ladder, clock, 5)
    page.show_target(f"print/{ladder.id}")
    assert pictures(page) == ["Picture of page 1 of 1"]
    press(page, "A summary for a session")
    qtbot.waitUntil(lambda: len(pictures(page)) == 2)
    press(page, "Letter")
    qtbot.waitUntil(lambda: [each.pixmap().height() for each in drawn(page)] == [621, 621])


def test_it_is_read_once(page: ExposurePage, ladder: Ladder, tmp_path: Path) -> None:
    session(page, ladder)
    press(page, "My ladder")
    assert "What else I could try" in saved(page, tmp_path)
    press(page, "A summary for a session")
    assert "For our session" in saved(page, tmp_path)


def test_figures_are_printed_and_said_to_be_missing(
    page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock, tmp_path: Path
) -> None:
    page.show_target(f"print/{ladder.id}/figures")
    assert "No trial has numbers to draw yet." in spoken(page)
    past(service, ladder, clock, 3)
    page.show_target(f"print/{ladder.id}")
    press(page, "My figures")
    assert "No trial has numbers to draw yet." not in spoken(page)
    said = saved(page, tmp_path)
    for words in ("My figures My fear Dogs on the street", "All trials together", "3 trials"):
        assert words in said
    assert not buttons(page, "Which trials")


def test_what_is_gone_is_said(page: ExposurePage) -> None:
    for target in ("print/none", "print-trial/none"):
        page.show_target(target)
        assert isinstance(page.shown, Overview)


def test_the_name_of_the_file_is_a_date(page: ExposurePage, ladder: Ladder) -> None:
    page.show_target(f"print/{ladder.id}")
    press(page, "Save as PDF")
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    (name,) = [Path(each).name for each in dialog.selectedFiles()]
    dialog.reject()
    assert name.startswith("copingkit-20")
    assert "og" not in name.removeprefix("copingkit")


def test_no_word_of_it_is_left_in_the_temporary_folder(
    qtbot: QtBot,
    page: ExposurePage,
    service: ExposureService,
    ladder: Ladder,
    clock: HandClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    empty, out = tmp_path / "empty", tmp_path / "out"
    for folder in (empty, out):
        folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(empty))
    past(service, ladder, clock, 5)
    session(page, ladder)
    qtbot.waitUntil(lambda: len(pictures(page)) == 2)
    press(page, "Save as PDF")
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(out / "mine.pdf"))
    dialog.reject()
    assert list(empty.rglob("*")) == []
    assert [path.name for path in out.iterdir()] == ["mine.pdf"]


@pytest.mark.parametrize(("text_size", "width"), [(100, 972), (200, 692)])
def test_everything_has_a_name_and_stays_inside(
    qtbot: QtBot,
    service: ExposureService,
    ladder: Ladder,
    clock: HandClock,
    around: Around,
    text_size: int,
    width: int,
) -> None:
    dress("dark", text_size)
    PrintPreview.told_unprotected = False
    past(service, ladder, clock, 3)
    page = show(qtbot, ExposurePage(service, around.surroundings()))
    shown = session(page, ladder)
    leave_out(page)
    press(page, "Save as PDF")
    page.resize(width, 640)
    QApplication.processEvents()
    assert unnamed_controls(page) == []
    for each in page.findChildren(QAbstractButton):
        if each.isVisible():
            right = each.mapTo(shown, each.rect().topRight()).x()
            assert right < shown.viewport().width(), each.accessibleName()
