"""Which trials a summary is of, and what is left out: what is ticked is what is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDateEdit,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure.ladder import Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.controls import field, press, show
from tests.support.exposure_prints import boxes, leave_out, past, saved, session
from tests.support.pages import Around

pytestmark = pytest.mark.usefixtures("told")


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
