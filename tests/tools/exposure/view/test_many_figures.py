"""Very many trials: the newest at once, all of them while idle, the earlier ones a step away."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure import kept_trials
from copingkit.tools.exposure.ladder import Item, Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view import figures
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.figures_page import FiguresPage
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.controls import buttons, show
from tests.support.figures_pages import ALL, chart, many, opened, rows, titles, tried
from tests.support.pages import Around


@pytest.fixture
def page(qtbot: QtBot, service: ExposureService, around: Around) -> ExposurePage:
    return show(qtbot, ExposurePage(service, around.surroundings()))


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_trials, "AT_ONCE", 10)


def fresh(qtbot: QtBot, service: ExposureService, clock: HandClock, around: Around) -> ExposurePage:
    """A page over the same records with nothing read yet."""
    unread = ExposureService(service._records, clock)
    return show(qtbot, ExposurePage(unread, around.surroundings()))


def test_the_newest_are_there_at_once_and_all_of_them_later(
    qtbot: QtBot,
    service: ExposureService,
    ladder: Ladder,
    clock: HandClock,
    around: Around,
    few_at_once: None,
) -> None:
    many(service, ladder, 45, clock)
    page = fresh(qtbot, service, clock, around)
    page.show_target(f"figures/{ladder.id}")
    shown = page.shown
    assert isinstance(shown, FiguresPage)
    assert "Earlier trials are being read…" in spoken(page)
    assert titles(shown) == {"Trial by trial", "Before and after each trial"}
    assert "(n = 9" in chart(shown, "Before and after each trial").figure.summary
    qtbot.waitUntil(lambda: not shown._steps)
    assert titles(shown) == ALL
    assert "45 trials" in spoken(page)
    assert len(rows(shown, "All trials together")) == 45
    assert len(rows(shown, "Trial by trial")) == figures.AT_ONCE


def test_one_steps_to_the_earlier_trials_and_back(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    many(service, ladder, 45, clock)
    shown = opened(qtbot, page, ladder)
    (earlier,), (later,) = buttons(shown, "Earlier trials"), buttons(shown, "Later trials")
    assert "Trials 26 to 45 of 45" in spoken(page)
    assert earlier.isEnabled()
    assert not later.isEnabled()
    first = chart(shown, "Trial by trial").figure
    earlier.click()
    assert "Trials 6 to 25 of 45" in spoken(page)
    assert later.isEnabled()
    earlier.click()
    assert "Trials 1 to 20 of 45" in spoken(page)
    assert not earlier.isEnabled()
    later.click()
    later.click()
    assert "Trials 26 to 45 of 45" in spoken(page)
    assert chart(shown, "Trial by trial").figure == first


def test_few_trials_need_no_steps(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    tried(service, clock, ladder)
    shown = opened(qtbot, page, ladder)
    assert not buttons(shown, "Earlier trials")


def test_a_ladder_whose_trials_are_all_old_waits_without_a_word_of_none(
    qtbot: QtBot,
    service: ExposureService,
    ladder: Ladder,
    clock: HandClock,
    around: Around,
    few_at_once: None,
) -> None:
    """The newest that are read first are all of another ladder."""
    other = service.save_ladder(Ladder("", "Lifts"))
    service.add_item(other.id, Item("", "Two floors", 30))
    tried(service, clock, ladder)
    clock.go_on(minutes=100 * 60)
    many(service, service.ladder(other.id), 15, clock)
    page = fresh(qtbot, service, clock, around)
    page.show_target(f"figures/{ladder.id}")
    shown = page.shown
    assert isinstance(shown, FiguresPage)
    assert not titles(shown)
    assert "No trial of this ladder is done yet" not in spoken(page)
    qtbot.waitUntil(lambda: not shown._steps)
    assert titles(shown) == ALL
