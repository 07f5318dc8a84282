"""The figures of a ladder: what is there without a trial, with few, with very many."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure.ladder import Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.print_page import PrintPage
from copingkit.tools.exposure.view.trial_page import TrialPage
from copingkit.ui import printing
from copingkit.ui.charts.chart import Chart
from copingkit.ui.charts.numbers_table import NumbersTable
from copingkit.ui.language import short_moment
from copingkit.ui.widgets.print_preview import PrintPreview
from tests.support import pdfs
from tests.support.accessible import spoken, unnamed_controls
from tests.support.clock import HandClock
from tests.support.controls import buttons, press, show
from tests.support.figures_pages import ALL, chart, opened, rows, titles, tried
from tests.support.looks import dress
from tests.support.pages import Around

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def page(qtbot: QtBot, service: ExposureService, around: Around) -> ExposurePage:
    return show(qtbot, ExposurePage(service, around.surroundings()))


# --- what is there


def test_without_a_trial_it_says_what_will_be_here(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    service.plan_trial(ladder.id, ladder.items[0].id)  # one that is not done counts for nothing
    shown = opened(qtbot, page, ladder)
    said = spoken(page)
    assert "No trial of this ladder is done yet" in said
    assert "Dogs on the street" in said
    assert not titles(shown)
    assert not unnamed_controls(page)


def test_one_trial_is_shown_and_called_too_few(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    tried(service, clock, ladder)
    shown = opened(qtbot, page, ladder)
    assert titles(shown) == ALL
    said = spoken(page)
    assert "No trial of this ladder is done yet" not in said
    assert "1 trial is too few to tell." in said
    assert "It came true in 0 of 1 trials" in said
    assert not unnamed_controls(page)


def test_the_tables_say_the_same_numbers(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    tried(service, clock, ladder, likely=None, after=None)
    tried(service, clock, ladder, item=1, likely=90, after=20, place="market")
    shown = opened(qtbot, page, ladder)
    (newest, oldest) = rows(shown, "All trials together")
    assert newest[1:] == ("Walk past a dog on a lead", "90 %", "No", "40", "20 %", "80", "60")
    assert oldest[1:] == ("Look at pictures of dogs", "–", "No", "40", "–", "80", "60")
    assert [row[1] for row in rows(shown, "Trial by trial")] == [
        "not said, it did not come true",
        "90 %, it did not come true",
    ]
    ((_trial, before, after),) = rows(shown, "Before and after each trial")
    assert (before, after) == ("90 %", "20 %")
    assert rows(shown, "Distress within a trial") == [
        ("0:00", "50"),
        ("1:00", "60"),
        ("2:00", "30"),
    ]
    assert rows(shown, "Where, with whom, when") == [
        ("Where: park", "1 trial"),
        ("Where: market", "1 trial"),
    ]
    assert not unnamed_controls(page)


def test_what_trials_do_not_say_yet_is_told_in_its_place(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    tried(service, clock, ladder, likely=None, after=None, suds=(50,), place="")
    shown = opened(qtbot, page, ladder)
    assert titles(shown) == {"Trial by trial"}  # the surprise was said
    said = spoken(page)
    for words in (
        "Once trials say beforehand how likely it seems, what happened is set against it here.",
        "Once trials say how likely it seems both before and after, both stand here side by side.",
        "Once a trial has two numbers of distress, their course stands here.",
        "Once trials say where, with whom or when they were, it is counted here.",
    ):
        assert words in said
    assert "Which trial" not in said
    assert not unnamed_controls(page)


def test_trials_without_a_guess_stand_in_the_table_of_all(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    tried(service, clock, ladder, likely=None)
    shown = opened(qtbot, page, ladder)
    (numbers,) = [each for each in shown.findChildren(NumbersTable) if each.isVisible()]
    assert numbers.accessibleName() == "All trials together"
    row = [numbers.model().index(0, column).data() for column in range(1, 5)]
    assert row == ["Look at pictures of dogs", "–", "No", "40"]
    tried(service, clock, ladder, likely=90)
    qtbot.waitUntil(lambda: "All trials together" in titles(shown))
    assert not numbers.isVisible()


def test_a_row_of_a_trial_without_a_guess_leads_to_it(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    trial = tried(service, clock, ladder, likely=None)
    opened(qtbot, page, ladder).findChildren(NumbersTable)[0].row_opened.emit(0)
    assert isinstance(page.shown, TrialPage)
    assert page.shown.trial.id == trial.id


def test_a_fall_of_distress_is_not_praised(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    for _ in range(6):
        tried(service, clock, ladder, suds=(90, 10))
    opened(qtbot, page, ladder)
    said = spoken(page).lower()
    assert "whether distress falls or stays says little about what you found out." in said
    for word in ("success", "well done", "great", "better", "progress", "improve", "streak"):
        assert word not in said


# --- going through it


def test_the_newest_trial_is_shown_first_and_another_can_be_chosen(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    older = tried(service, clock, ladder, suds=(20, 30))
    newer = tried(service, clock, ladder, item=1, suds=(70, 80, 90))
    tried(service, clock, ladder, suds=(10,))  # no course
    shown = opened(qtbot, page, ladder)
    choice = shown.findChild(QComboBox)
    assert isinstance(choice, QComboBox)
    names = [choice.itemText(at) for at in range(choice.count())]
    assert names == [f"{short_moment(one.at)} · {one.situation}" for one in (newer, older)]
    distress = chart(shown, "Distress within a trial")
    assert "First 70, highest 90, last 90." in spoken(distress)
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert "First 20, highest 30, last 30." in spoken(distress)
    assert "First 20, highest 30, last 30." in spoken(page)


def test_the_trial_that_is_shown_stays_when_another_is_done(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    tried(service, clock, ladder, suds=(20, 30))
    tried(service, clock, ladder, suds=(70, 80))
    shown = opened(qtbot, page, ladder)
    choice = shown.findChild(QComboBox)
    assert isinstance(choice, QComboBox)
    choice.setCurrentIndex(1)
    removed = tried(service, clock, ladder, suds=(40, 45))
    qtbot.waitUntil(lambda: choice.count() == 3 and not shown._steps)
    assert choice.currentIndex() == 2
    assert "First 20" in spoken(chart(shown, "Distress within a trial"))
    assert len(rows(shown, "All trials together")) == 3
    service.remove_trial(removed.id)
    qtbot.waitUntil(lambda: choice.count() == 2 and not shown._steps)
    assert len(rows(shown, "All trials together")) == 2


def test_a_row_leads_to_its_trial(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    older = tried(service, clock, ladder)
    tried(service, clock, ladder, likely=None)
    for title, row in (("All trials together", 1), ("Trial by trial", 0)):
        shown = opened(qtbot, page, ladder)
        rows(shown, title)
        (table,) = (
            one for one in shown.findChildren(NumbersTable) if title in one.accessibleName()
        )
        table.setCurrentIndex(table.model().index(row, 0))
        QTest.keyClick(table, Qt.Key.Key_Return)
        reached = page.shown
        assert isinstance(reached, TrialPage)
        assert reached.trial.id == older.id
    shown = opened(qtbot, page, ladder)
    shown._trials.changes.row_opened.emit(0)
    assert isinstance(page.shown, TrialPage)
    assert page.shown.trial.id == older.id


def test_one_comes_from_the_ladder_and_goes_back_to_it(
    qtbot: QtBot, page: ExposurePage, ladder: Ladder
) -> None:
    page.show_target(f"ladder/{ladder.id}")
    press(page, "What I expected, what happened")
    assert "No trial of this ladder is done yet" in spoken(page)
    assert not buttons(page, "Print")  # there is nothing yet
    press(page, "The ladder")
    assert "Situations" in spoken(page)
    page.show_target("figures/nowhere")
    assert "A new ladder" in spoken(page)


def test_the_figures_are_printed_as_they_are_shown(
    qtbot: QtBot,
    page: ExposurePage,
    service: ExposureService,
    ladder: Ladder,
    clock: HandClock,
    tmp_path: Path,
) -> None:
    tried(service, clock, ladder)
    shown = opened(qtbot, page, ladder)
    said = [
        chart(shown, title).figure.summary for title in sorted(ALL - {"Distress within a trial"})
    ]
    press(page, "Print")
    assert isinstance(page.shown, PrintPage)
    preview = page.shown.findChild(PrintPreview)
    assert isinstance(preview, PrintPreview)
    printed = pdfs.flat(printing.pdf(preview._printout()), tmp_path)
    assert all(summary in printed for summary in said)
    assert ladder.fear in printed


@pytest.mark.parametrize(("size", "width"), [(80, 560), (100, 560), (200, 760)])
def test_at_any_text_size_nothing_is_wider_than_the_page(
    qtbot: QtBot,
    service: ExposureService,
    around: Around,
    ladder: Ladder,
    clock: HandClock,
    size: int,
    width: int,
) -> None:
    dress("light", size)
    tried(service, clock, ladder, item=1)
    page = show(qtbot, ExposurePage(service, around.surroundings()), width, 700)
    shown = opened(qtbot, page, ladder)
    rows(shown, "All trials together")
    for one in [*shown.findChildren(Chart), *shown.findChildren(NumbersTable)]:
        if one.isVisible():
            right = one.mapTo(shown, one.rect().topRight()).x()
            assert right <= shown.width()
    charts = shown.findChildren(Chart)
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in charts))


# --- on the page of a trial


def test_a_done_trial_shows_its_course(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    trial = tried(service, clock, ladder, suds=(20, 30))
    page.show_target(f"trial/{trial.id}")
    assert "First 20, highest 30, last 30." in spoken(page)
    assert "says little about what you found out" in spoken(page)
    assert not unnamed_controls(page)
    bare = tried(service, clock, ladder, suds=(20,))
    page.show_target(f"trial/{bare.id}")
    assert not titles(page)
