"""A trial that was written down beforehand waits on the overview, and is taken up again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from copingkit.core.errors import RecordMissing
from copingkit.tools.exposure.ladder import Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.trial_page import TrialPage
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import buttons, field, press
from tests.support.pages import Around

FEARED = "What do I expect to happen? As something one could check"
TRY = "Try it: Walk past a dog on a lead"


def prepare(page: ExposurePage, ladder: Ladder) -> str:
    """Write what is expected, and leave; gives the id of the trial."""
    page.show_target(f"ladder/{ladder.id}")
    press(page, TRY)
    field(page, QPlainTextEdit, FEARED).setPlainText("It runs at me.")
    assert isinstance(page.shown, TrialPage)
    trial_id = page.shown.trial.id
    page.show_target("")
    return trial_id


def test_it_waits_on_the_overview_and_opens_with_its_words(
    page: ExposurePage, ladder: Ladder
) -> None:
    prepare(page, ladder)
    assert "Planned: Walk past a dog on a lead" in spoken(page)
    assert not unnamed_controls(page)
    press(page, "Go to it")
    assert field(page, QPlainTextEdit, FEARED).toPlainText() == "It runs at me."
    press(page, "Begin now")
    page.show_target("")
    assert not buttons(page, "Go to it")
    assert "Under way: Walk past a dog on a lead" in spoken(page)


def test_trying_it_again_opens_the_same(
    page: ExposurePage, ladder: Ladder, service: ExposureService
) -> None:
    trial_id = prepare(page, ladder)
    page.show_target(f"ladder/{ladder.id}")
    press(page, TRY)
    assert field(page, QPlainTextEdit, FEARED).toPlainText() == "It runs at me."
    assert [trial.id for trial in service.trials(ladder.id)] == [trial_id]


def test_one_that_was_only_looked_at_does_not_wait(page: ExposurePage, ladder: Ladder) -> None:
    page.show_target(f"ladder/{ladder.id}")
    press(page, TRY)
    page.show_target("")
    assert "Planned:" not in spoken(page)


def test_it_is_removed_and_brought_back(
    qtbot: QtBot, page: ExposurePage, ladder: Ladder, service: ExposureService, around: Around
) -> None:
    trial_id = prepare(page, ladder)
    press(page, "Go to it")
    press(page, "Remove this trial")
    with pytest.raises(RecordMissing):
        service.trial(trial_id)
    assert service.prepared() == ()
    around.notices.undo()
    assert [trial.id for trial in service.prepared()] == [trial_id]
