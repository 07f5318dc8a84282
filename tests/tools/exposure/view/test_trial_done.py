"""A trial that is done can be looked at: its circumstances, numbers and all that was noticed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from copingkit.tools.exposure import flow, rungs
from copingkit.tools.exposure.ladder import Contexts, Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import After, Before, CameTrue, LogEntry, LogKind, Trial
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.trial_numbers import told_numbers
from tests.support.accessible import spoken
from tests.support.controls import field, press
from tests.support.exposures import done as closed
from tests.support.exposures import running, tick


def test_what_was_noticed_is_there_to_be_looked_at(
    page: ExposurePage, service: ExposureService, planned: Trial
) -> None:
    before = replace(planned.before, expectancy=80)
    trial = service.begin_trial(flow.prepare(planned, before), 60)
    entry = LogEntry(LogKind.SAFETY_BEHAVIOUR, behaviour="phone")
    trial = flow.note(trial, service.tick(trial), entry)
    trial = flow.stop(trial, service.tick(trial))
    after = After("It sat.", CameTrue.NO, surprise=70, expectancy=40, suds=35)
    service.close_trial(flow.reflect(trial, after))
    page.show_target(f"trial/{trial.id}")
    said = spoken(page)
    for words in (
        "park · 1 minute · it ended before its planned end",
        "How likely it seemed: 80 %",
        "Likely the next time: 40 %",
        "Surprise, 0 to 100: 70",
        "Distress at the end, 0 to 100: 35",
        "0:00   Distress 60",
        "0:00   Used after all: holding my phone",
    ):
        assert words in said


def test_what_nobody_said_is_left_out() -> None:
    unsaid = After("I stood there", CameTrue.NO)
    silent = closed(before=Before(), after=unsaid)
    assert told_numbers(silent) == ["10 minutes"]
    assert told_numbers(replace(silent, clock=None)) == []
    assert told_numbers(closed(before=Before(peak=90), after=unsaid))[1:] == [
        "Highest distress expected, 0 to 100: 90"
    ]
    assert "before its planned end" in told_numbers(flow.stop(running(), tick(3)))[0]


def test_the_notes_of_a_situation_are_read_before_it_is_tried(
    page: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    item = replace(ladder.items[0], notes="Ask Mira for her album")
    service.save_ladder(rungs.edit(ladder, item))
    page.show_target(f"ladder/{ladder.id}")
    press(page, "Try it: Look at pictures of dogs")
    assert "Ask Mira for her album" in spoken(page)
    page.show_target(f"ladder/{ladder.id}")
    press(page, "Try it: Walk past a dog on a lead")
    assert "Notes" not in spoken(page)


def test_how_much_of_it_is_said_anew_for_each_trial(
    page: ExposurePage, service: ExposureService, planned: Trial
) -> None:
    page.show_target(f"trial/{planned.id}")
    press(page, "Where, when, and more: Walk past a dog on a lead")
    field(page, QLineEdit, "How much of it (near, long, loud)").setText("a big one")
    press(page, "Begin now")
    assert service.trial(planned.id).before.contexts == Contexts("park", intensity="a big one")
