"""What could be varied next, with its reason, offered on a ladder."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure import flow
from copingkit.tools.exposure.ladder import Contexts, Item, Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import After, CameTrue, Trial
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.ladder_page import LadderPage
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.controls import press, show
from tests.support.pages import Around

CTRL_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, service: ExposureService, around: Around) -> ExposurePage:
    return show(qtbot, ExposurePage(service, around.surroundings()))


def opened(page: ExposurePage, ladder: Ladder) -> LadderPage:
    page.show_target(f"ladder/{ladder.id}")
    shown = page.shown
    assert isinstance(shown, LadderPage)
    return shown


def tried(
    service: ExposureService, clock: HandClock, ladder: Ladder, item: Item, contexts: Contexts
) -> Trial:
    trial = service.plan_trial(ladder.id, item.id)
    trial = flow.prepare(trial, replace(trial.before, contexts=contexts))
    trial = service.begin_trial(trial, 50)
    clock.go_on(minutes=5)
    trial = service.save_trial(flow.end(trial, service.tick(trial), 30))
    return service.close_trial(flow.reflect(trial, After("Nothing.", CameTrue.NO)))


def test_a_variation_is_offered_with_its_reason_and_put_on_the_ladder_by_a_click(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    for _ in range(2):
        tried(service, clock, ladder, ladder.items[0], Contexts("at home"))
    shown = opened(page, ladder)
    qtbot.waitUntil(lambda: "If you like to vary it" in spoken(page))
    said = spoken(page)
    assert "Look at pictures of dogs, in another place" in said
    assert "In 2 trials it was always: at home." in said
    assert "should" not in said.lower().replace("who should", "")
    press(page, "Put it on the ladder: Look at pictures of dogs, in another place")
    assert len(service.ladder(ladder.id).items) == 3
    assert len(shown._rows.rows) == 3


def test_a_combination_is_marked_for_a_clinician(
    qtbot: QtBot, page: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    for item in ladder.items:
        for place in ("here", "there"):
            tried(service, clock, ladder, item, Contexts(place))
    opened(page, ladder)
    qtbot.waitUntil(lambda: "If you like to vary it" in spoken(page))
    (put,) = [
        one
        for one in page.findChildren(QAbstractButton)
        if "together with" in one.accessibleName() and one.isVisible()
    ]
    assert "(with my clinician)" in put.accessibleName()
    put.click()
    kept = service.ladder(ladder.id).items[-1]
    assert kept.clinician_led
    assert set(kept.combines) == {item.id for item in ladder.items}
