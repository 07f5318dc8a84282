"""The clock of a trial in the window: ticks while it is seen, asks for a number softly."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure import flow
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import PlannedEnd, Trial
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.trial_page import TrialPage
from copingkit.ui.hearing import SoundChoices, Tone
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.controls import buttons, press, show
from tests.support.pages import Around


def at(qtbot: QtBot, service: ExposureService, around: Around, trial: Trial) -> TrialPage:
    page = ExposurePage(service, around.surroundings())
    show(qtbot, page)
    page.show_target(f"trial/{trial.id}")
    shown = page.shown
    assert isinstance(shown, TrialPage)
    vars(qtbot)["whole_page"] = page
    return shown


def after_some(page: TrialPage, clock: HandClock, minutes: float) -> None:
    clock.go_on(minutes=minutes)
    page._look()


def ticks(page: TrialPage) -> bool:
    return page.clock.runs


def asks_aloud(page: TrialPage) -> bool:
    """Whether the question stands out."""
    questions = (
        each for each in page.findChildren(QLabel) if each.text().startswith("How strong is it")
    )
    return str(next(questions).property("look")) == "word"


def test_a_number_is_asked_for_at_the_chosen_interval_with_a_soft_tone(
    qtbot: QtBot, service: ExposureService, around: Around, planned: Trial, clock: HandClock
) -> None:
    around.sound = SoundChoices(tones=True)
    page = at(qtbot, service, around, planned)
    press(page, "Begin now")
    after_some(page, clock, 4.9)
    assert not around.ears.heard
    after_some(page, clock, 0.2)
    after_some(page, clock, 0.2)
    assert around.ears.heard == [(Tone.CUE, 0.0)]
    assert "How strong is it now?" in spoken(page)
    assert asks_aloud(page)
    press(page, "Distress 50")
    page._look()
    assert "Tap a number whenever you like" in spoken(page)
    assert not asks_aloud(page)


def test_without_consent_nothing_sounds(
    qtbot: QtBot, service: ExposureService, around: Around, planned: Trial, clock: HandClock
) -> None:
    page = at(qtbot, service, around, planned)
    press(page, "Begin now")
    after_some(page, clock, 6)
    assert not around.ears.opened()
    assert not around.ears.heard


def test_the_clock_ticks_only_while_it_is_seen(
    qtbot: QtBot, service: ExposureService, around: Around, planned: Trial
) -> None:
    page = at(qtbot, service, around, planned)
    assert not ticks(page)
    press(page, "Begin now")
    assert ticks(page)
    page.hide()
    assert not ticks(page)
    page.show()
    press(page, "End as planned")
    assert not ticks(page)


def test_the_end_stands_out_only_once_the_plan_lets_it_end(
    qtbot: QtBot, service: ExposureService, around: Around, planned: Trial, clock: HandClock
) -> None:
    before = replace(planned.before, end=PlannedEnd(10))
    trial = service.begin_trial(flow.prepare(planned, before))
    page = at(qtbot, service, around, trial)
    (end,) = buttons(page, "End as planned")
    assert end.property("look") == "answer"
    after_some(page, clock, 10.1)
    assert end.property("look") == "answer-primary"
