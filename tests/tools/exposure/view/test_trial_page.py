"""A trial in the window: both modes, interrupted, stopped, with rituals, reflected on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure import flow
from copingkit.tools.exposure.ladder import Ladder, Mode
from copingkit.tools.exposure.records import REHEARSAL
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import CameTrue, Ending, LogKind, Ritual, State, Trial
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.trial_page import TrialPage
from tests.support.accessible import spoken, unnamed_controls
from tests.support.clock import HandClock
from tests.support.controls import buttons, field, press, show
from tests.support.full_disk import FillableRecords
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


def disclose(page: TrialPage, text: str) -> None:
    next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName().startswith(text) and each.isVisible()
    ).click()


def write_before(page: TrialPage) -> None:
    assert not unnamed_controls(page)
    feared = "What do I expect to happen? As something one could check"
    field(page, QPlainTextEdit, feared).setPlainText("It runs at me.")
    likely = field(page, QSlider, "How likely does it seem, in percent?")
    QTest.keyClicks(likely, "80")
    QTest.keyClicks(field(page, QLineEdit, "What would show me that I was wrong?"), "It walks on")
    field(page, QSpinBox, "It is over after").setValue(10)
    box = next(each for each in page.findChildren(QCheckBox) if each.text() == "holding my phone")
    box.click()
    press(page, "Begin now")


def notice_things(page: TrialPage, clock: HandClock) -> None:
    assert "It runs at me. · 80 % · park" in spoken(page)
    assert not unnamed_controls(page)
    QTest.keyClicks(page._section, "6")
    after_some(page, clock, 4)
    assert "4:00" in spoken(page)
    press(page, "Distress 40")
    QTest.keyClicks(
        field(page, QLineEdit, "What is there? A word or two for the feeling"), "fear, and anger"
    )
    press(page, "Note it")
    press(page, "counting steps: Resisted")
    press(page, "holding my phone")
    disclose(page, "How likely now, and more")
    QTest.keyClicks(
        field(page, QSlider, "How likely does what I expected seem now, in percent?"), "50"
    )
    QTest.keyClicks(field(page, QSlider, "How strong is the urge?"), "30")
    page.flush()
    assert "fear, and anger" in spoken(page)
    assert "counting steps: resisted" in spoken(page)
    assert "Used after all: holding my phone" in spoken(page)
    after_some(page, clock, 7)
    assert "The time is over. You can end here, or stay." in spoken(page)
    press(page, "End as planned")


def write_after(page: TrialPage) -> None:
    (done,) = buttons(page, "Done")
    assert not done.isEnabled()
    assert "Still to say before it is done: what happened, whether it came true" in spoken(page)
    field(page, QPlainTextEdit, "What happened? What one could have seen").setPlainText("It sat.")
    press(page, "No")
    QTest.keyClicks(
        field(page, QSlider, "How much did it surprise me? 0 not at all, 100 completely"), "70"
    )
    field(page, QPlainTextEdit, "What did I learn? One sentence").setPlainText("It waits too.")
    press(page, "Done")
    said = spoken(page)
    for words in ("It runs at me.", "It sat.", "It waits too."):
        assert words in said


def test_the_whole_way_in_learning_mode(
    qtbot: QtBot,
    service: ExposureService,
    around: Around,
    planned: Trial,
    clock: HandClock,
    records: FillableRecords,
) -> None:
    page = at(qtbot, service, around, planned)
    write_before(page)
    notice_things(page, clock)
    write_after(page)
    trial = service.trial(planned.id)
    before, during, after = trial.before, trial.during, trial.after
    assert (before.feared, before.expectancy, before.wrong_if) == (
        "It runs at me.",
        80,
        "It walks on",
    )
    assert (before.end.minutes, [each.id for each in before.dropped]) == (10, ["steps"])
    assert [(reading.at, reading.value) for reading in during.suds] == [(0, 60), (240, 40)]
    assert [reading.value for reading in during.expectancy] == [50]
    assert [entry.urge for entry in during.log if entry.urge is not None] == [30]
    assert {entry.kind for entry in during.log} == set(LogKind)
    assert [each.ritual for each in during.log if each.ritual] == [Ritual.RESISTED]
    assert (after.came_true, after.surprise, after.ending) == (CameTrue.NO, 70, Ending.BY_PLAN)
    assert trial.state is State.DONE
    assert records.count(REHEARSAL) == 1


def test_habituation_says_when_it_has_halved_and_lets_one_stay(
    qtbot: QtBot,
    service: ExposureService,
    around: Around,
    ladder: Ladder,
    clock: HandClock,
) -> None:
    service.save_ladder(replace(service.ladder(ladder.id), mode=Mode.HABITUATION))
    page = at(qtbot, service, around, service.plan_trial(ladder.id, ladder.items[1].id))
    assert "How strong will the distress get?" in spoken(page)
    assert "that is after 30 minutes" in spoken(page)
    press(page, "Begin now")
    press(page, "Distress 80")
    after_some(page, clock, 5)
    assert "half of the highest" not in spoken(page)
    press(page, "Distress 40")
    after_some(page, clock, 1)
    assert "It is at half of the highest now. You can end here, or stay." in spoken(page)
    assert page.trial.state is State.RUNNING
    after_some(page, clock, 40)
    assert page.trial.state is State.RUNNING


def test_a_trial_in_progress_is_found_again_with_its_clock(
    qtbot: QtBot,
    service: ExposureService,
    around: Around,
    planned: Trial,
    clock: HandClock,
    records: FillableRecords,
) -> None:
    page = at(qtbot, service, around, planned)
    press(page, "Begin now")
    press(page, "Distress 70")
    page.flush()
    page.hide()
    clock.go_on(minutes=12)
    again = ExposureService(records, clock)  # as after a restart
    whole = show(qtbot, ExposurePage(again, around.surroundings()))
    assert "Under way: Walk past a dog on a lead" in spoken(whole)
    press(whole, "Go back to it")
    assert "12:00" in spoken(whole)
    assert "Noted last, at 0:00: Distress 70" in spoken(whole)
    press(whole, "Stop here")
    kept = again.trial(planned.id)
    assert kept.after.ending is Ending.STOPPED
    assert kept.clock is not None
    assert kept.clock.seconds == pytest.approx(720, abs=1)
    whole.show_target("")
    assert "It is over: Walk past a dog on a lead" in spoken(whole)
    assert "failed" not in spoken(whole).lower()


def test_a_ritual_that_was_done_starts_nothing_anew(
    qtbot: QtBot, service: ExposureService, around: Around, planned: Trial, clock: HandClock
) -> None:
    page = at(qtbot, service, around, planned)
    press(page, "Begin now")
    after_some(page, clock, 9)
    press(page, "counting steps: Did it")
    assert "9:00" in spoken(page)
    assert page.trial.during.log[-1].ritual is Ritual.DID
    assert page.trial.state is State.RUNNING


def test_an_outcome_can_wait_and_is_kept_as_it_is_typed(
    qtbot: QtBot, service: ExposureService, around: Around, planned: Trial, clock: HandClock
) -> None:
    page = at(qtbot, service, around, planned)
    press(page, "Begin now")
    press(page, "Stop here")
    field(page, QPlainTextEdit, "What happened? What one could have seen").setPlainText("Rain.")
    press(page, "The ladder")
    kept = service.trial(planned.id)
    assert (kept.state, kept.after.happened) == (State.TO_REFLECT, "Rain.")


def test_more_can_be_written_to_a_trial_that_is_done(
    qtbot: QtBot, service: ExposureService, around: Around, done: Trial
) -> None:
    page = at(qtbot, service, around, done)
    press(page, "Write more")
    happened = field(page, QPlainTextEdit, "What happened? What one could have seen")
    happened.setPlainText("")
    page.flush()
    assert service.trial(done.id).after.happened == "Two dogs passed."
    happened.setPlainText("Three dogs passed.")
    press(page, "Done")
    assert service.trial(done.id).after.happened == "Three dogs passed."
    assert "Three dogs passed." in spoken(page)


def test_a_second_trial_waits_for_the_first(
    qtbot: QtBot, service: ExposureService, around: Around, ladder: Ladder, planned: Trial
) -> None:
    service.begin_trial(service.plan_trial(ladder.id, ladder.items[0].id))
    page = at(qtbot, service, around, planned)
    press(page, "Begin now")
    assert page.trial.state is State.PLANNED
    assert "Another trial is still under way" in spoken(around.notices)


def test_once_more_plans_another_and_removing_can_be_undone(
    qtbot: QtBot, service: ExposureService, around: Around, done: Trial, ladder: Ladder
) -> None:
    page = at(qtbot, service, around, done)
    press(page, "Once more, or elsewhere")
    assert len(service.trials(ladder.id)) == 2
    page = at(qtbot, service, around, done)
    press(page, "Remove this trial")
    assert len(service.trials(ladder.id)) == 1
    around.notices.undo()
    assert len(service.trials(ladder.id)) == 2


def test_a_number_that_could_not_be_saved_is_said(
    qtbot: QtBot,
    service: ExposureService,
    around: Around,
    planned: Trial,
    records: FillableRecords,
) -> None:
    page = at(qtbot, service, around, planned)
    press(page, "Begin now")
    records.full = True
    press(page, "Distress 50")
    assert "full" in spoken(around.notices).lower()
    records.full = False
    press(page, "Distress 50")
    assert [reading.value for reading in service.trial(planned.id).during.suds] == [50]


def test_digits_count_after_a_click(
    qtbot: QtBot, service: ExposureService, around: Around, planned: Trial
) -> None:
    page = at(qtbot, service, around, planned)
    press(page, "Begin now")
    (number,) = buttons(page, "Distress 30")
    QTest.mouseClick(number, Qt.MouseButton.LeftButton)
    focus = page.window().focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "8")
    values = [reading.value for reading in service.trial(planned.id).during.suds]
    assert values == [30, 80]


def test_flow_is_the_only_way_through(service: ExposureService, planned: Trial) -> None:
    with pytest.raises(flow.WrongState):
        flow.end(planned, service.tick(planned))
