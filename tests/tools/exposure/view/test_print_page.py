"""Printing a ladder, a summary and a trial in the window; what is chosen is what comes out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDateEdit,
    QFileDialog,
    QLabel,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from copingkit.core.ids import new_id
from copingkit.tools.exposure import flow
from copingkit.tools.exposure.ladder import Contexts, Ladder
from copingkit.tools.exposure.pace import Tick
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import After, Before, CameTrue, Trial
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.overview import Overview
from copingkit.tools.exposure.view.print_page import PrintPage
from copingkit.tools.exposure.view.sheet_page import SheetPage
from copingkit.ui import theme
from copingkit.ui.widgets.print_preview import PrintPreview
from tests.support import pdfs
from tests.support.accessible import spoken, unnamed_controls
from tests.support.clock import HandClock
from tests.support.controls import buttons, field, press, show
from tests.support.pages import Around


@pytest.fixture(autouse=True)
def told() -> Iterator[None]:
    PrintPreview.told_unprotected = True
    yield
    PrintPreview.told_unprotected = False


@pytest.fixture
def page(qtbot: QtBot, service: ExposureService, around: Around) -> ExposurePage:
    return show(qtbot, ExposurePage(service, around.surroundings()))


def past(service: ExposureService, ladder: Ladder, clock: HandClock, count: int) -> list[Trial]:
    """So many trials, one a day until now, the newest first."""
    made = []
    for days in range(count):
        at = clock.now() - timedelta(days=days)
        trial = flow.plan(ladder, ladder.items[days % 2], new_id(), at)
        before = Before(f"A dog jumps at me, day {days}", 50, contexts=Contexts("park"))
        trial = flow.begin(flow.prepare(trial, before), at, 60)
        trial = flow.end(trial, Tick(300.0, at), 40)
        after = After(f"It sat there, day {days}", CameTrue.NO, learned=f"They wait, day {days}")
        made.append(service.save_trial(flow.close(flow.reflect(trial, after), at)))
    return made


def saved(page: ExposurePage, folder: Path) -> str:
    """What a PDF says that is saved now, in the order of the page."""
    press(page, "Save as PDF")
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    path = folder / "saved.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    QApplication.processEvents()
    return pdfs.flat(path.read_bytes(), folder)


def session(page: ExposurePage, ladder: Ladder) -> PrintPage:
    """The page of a ladder's prints, with the summary chosen."""
    page.show_target(f"print/{ladder.id}/session")
    shown = page.shown
    assert isinstance(shown, PrintPage)
    return shown


def leave_out(page: ExposurePage) -> None:
    next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName().startswith("Leave something out") and each.isVisible()
    ).click()


def boxes(page: ExposurePage) -> list[str]:
    found = [box for box in page.findChildren(QCheckBox) if box.isVisible()]
    return [box.accessibleName() for box in found]


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


def pictures(page: ExposurePage) -> list[str]:
    return [each.accessibleName() for each in drawn(page)]


def drawn(page: ExposurePage) -> list[QLabel]:
    labels = [each for each in page.findChildren(QLabel) if each.isVisible()]
    return [each for each in labels if not each.pixmap().isNull()]


def test_a_summary_has_the_last_ones(
    page: ExposurePage,
    service: ExposureService,
    ladder: Ladder,
    clock: HandClock,
    tmp_path: Path,
) -> None:
    past(service, ladder, clock, 8)
    page.show_target(f"print/{ladder.id}")
    press(page, "A summary for a session")
    said = saved(page, tmp_path)
    assert "5 trials" in said
    assert [f"It sat there, day {day}" in said for day in range(8)] == [True] * 5 + [False] * 3
    count = field(page, QSpinBox, "How many of the last")
    count.setValue(2)
    said = saved(page, tmp_path)
    assert [f"It sat there, day {day}" in said for day in range(8)] == [True] * 2 + [False] * 6


def test_a_summary_since_a_day(
    page: ExposurePage,
    service: ExposureService,
    ladder: Ladder,
    clock: HandClock,
    tmp_path: Path,
) -> None:
    made = past(service, ladder, clock, 6)
    session(page, ladder)
    press(page, "Since a day")
    day = made[3].at.astimezone().date()
    field(page, QDateEdit, "Since").setDate(QDate(day.year, day.month, day.day))
    said = saved(page, tmp_path)
    assert [f"It sat there, day {day}" in said for day in range(6)] == [True] * 4 + [False] * 2
    press(page, "The last ones")
    assert "day 4" in saved(page, tmp_path)


def test_a_part_and_a_trial_are_left_out_and_no_longer_counted(
    page: ExposurePage,
    service: ExposureService,
    ladder: Ladder,
    clock: HandClock,
    tmp_path: Path,
) -> None:
    past(service, ladder, clock, 5)
    session(page, ladder)
    leave_out(page)
    names = boxes(page)
    assert names[:4] == ["Trial by trial", "In numbers", "What I learned", "What I varied"]
    assert len(names) == 9
    field(page, QCheckBox, "What I learned").click()
    field(page, QCheckBox, names[5]).click()  # the second newest
    said = saved(page, tmp_path)
    assert "They wait" not in said
    assert "day 1" not in said
    assert "4 trials" in said
    assert "Where: park (4)" in said
    field(page, QCheckBox, "What I learned").click()
    field(page, QCheckBox, names[5]).click()
    assert "They wait, day 1" in saved(page, tmp_path)


def test_what_was_left_out_stays_out_when_the_span_changes(
    page: ExposurePage,
    service: ExposureService,
    ladder: Ladder,
    clock: HandClock,
    tmp_path: Path,
) -> None:
    past(service, ladder, clock, 6)
    session(page, ladder)
    leave_out(page)
    field(page, QCheckBox, boxes(page)[4]).click()
    field(page, QSpinBox, "How many of the last").setValue(6)
    assert len(boxes(page)) == 10
    said = saved(page, tmp_path)
    assert "day 0" not in said
    assert "day 5" in said


def test_many_trials_are_read_bit_by_bit_and_shown_some_at_a_time(
    qtbot: QtBot,
    page: ExposurePage,
    service: ExposureService,
    ladder: Ladder,
    clock: HandClock,
    around: Around,
) -> None:
    past(service, ladder, clock, 210)
    again = show(
        qtbot, ExposurePage(ExposureService(service._records, clock), around.surroundings())
    )
    session(again, ladder)
    assert "Earlier trials are still being read." in spoken(again)
    qtbot.waitUntil(lambda: "Earlier trials are still being read." not in spoken(again))
    press(again, "Since a day")
    assert "Only the newest" not in spoken(again)
    field(again, QDateEdit, "Since").setDate(QDate(2000, 1, 1))
    assert "Only the newest 200 of them are printed." in spoken(again)
    leave_out(again)
    assert len(boxes(again)) == 4 + 30
    (more,) = [
        each
        for each in again.findChildren(QAbstractButton)
        if each.isVisible() and each.text().startswith("Show ")
    ]
    assert "170" in more.text()
    more.click()
    assert len(boxes(again)) == 4 + 60


def test_without_a_trial_it_says_so(page: ExposurePage, ladder: Ladder) -> None:
    session(page, ladder)
    assert "No trial is done here." in spoken(page)


def test_it_is_read_once(page: ExposurePage, ladder: Ladder, tmp_path: Path) -> None:
    session(page, ladder)
    press(page, "My ladder")
    assert "What else I could try" in saved(page, tmp_path)
    press(page, "A summary for a session")
    assert "For our session" in saved(page, tmp_path)


def test_a_trial_is_printed_from_its_page(page: ExposurePage, done: Trial, tmp_path: Path) -> None:
    page.show_target(f"trial/{done.id}")
    press(page, "Print")
    assert isinstance(page.shown, SheetPage)
    said = saved(page, tmp_path)
    assert "Two dogs passed." in said
    assert "They do not care about me." in said
    press(page, "Large print")
    assert "Two dogs passed." in saved(page, tmp_path)
    press(page, "The trial")
    assert buttons(page, "Write more")


def test_a_trial_goes_to_a_printer(page: ExposurePage, done: Trial) -> None:
    page.show_target(f"print-trial/{done.id}")
    press(page, "Print")
    dialog = page.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    assert dialog.printer().docName() == "copingkit"
    dialog.reject()


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


def test_by_keyboard_alone_a_trial_is_left_out(
    page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock, tmp_path: Path
) -> None:
    past(service, ladder, clock, 2)
    session(page, ladder)
    leave_out(page)
    box = field(page, QCheckBox, boxes(page)[4])
    box.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert "day 0" not in saved(page, tmp_path)


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
    theme.apply("dark", text_size)
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
