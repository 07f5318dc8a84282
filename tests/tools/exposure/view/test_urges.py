"""The urge to do a ritual is asked for before and after, and only where there is a ritual."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QSlider
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure import flow
from copingkit.tools.exposure.ladder import Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import After, Before, Trial
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.paper import USUAL, Paper
from copingkit.tools.exposure.view.trial_sheet import trial_print
from copingkit.ui.printing import pdf
from tests.support import pdfs
from tests.support.accessible import spoken
from tests.support.controls import field, press
from tests.support.exposures import NOON, running, tick

URGE = "How strong is the urge to do a ritual now?"
HAPPENED = "What happened? What one could have seen"


def test_it_is_kept_before_and_after_and_told(
    page: ExposurePage, service: ExposureService, planned: Trial, qtbot: QtBot, tmp_path: Path
) -> None:
    page.show_target(f"trial/{planned.id}")
    QTest.keyClicks(field(page, QSlider, URGE), "80")
    press(page, "Begin now")
    press(page, "End as planned")
    QTest.keyClicks(field(page, QSlider, URGE), "30")
    field(page, QPlainTextEdit, HAPPENED).setPlainText("It sat.")
    press(page, "No")
    press(page, "Done")
    kept = service.trial(planned.id)
    assert (kept.before.urge, kept.after.urge) == (80, 30)
    said = spoken(page)
    on_paper = pdfs.flat(pdf(trial_print(kept, Paper("A4", USUAL, NOON))), tmp_path)
    for words in ("Urge before, 0 to 100: 80", "Urge after, 0 to 100: 30"):
        assert words in said
        assert words in on_paper


def test_without_a_ritual_nobody_asks(
    page: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    trial = service.plan_trial(ladder.id, ladder.items[0].id)
    page.show_target(f"trial/{trial.id}")
    assert URGE not in spoken(page)
    press(page, "Begin now")
    press(page, "Stop here")
    assert URGE not in spoken(page)
    field(page, QPlainTextEdit, HAPPENED).setPlainText("It sat.")
    press(page, "No")
    press(page, "Done")
    assert (service.trial(trial.id).before.urge, service.trial(trial.id).after.urge) == (None, None)


@pytest.mark.parametrize("number", [-1, 101])
def test_it_is_0_to_100(planned: Trial, number: int) -> None:
    ended = flow.end(running(), tick(1))
    with pytest.raises(ValueError, match="0-100"):
        flow.prepare(planned, replace(Before(), urge=number))
    with pytest.raises(ValueError, match="0-100"):
        flow.reflect(ended, replace(After(), urge=number))
