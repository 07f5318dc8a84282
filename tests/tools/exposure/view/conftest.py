"""The exposure pages in front of a real store, with a clock that a test moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure import flow
from copingkit.tools.exposure.health import Answer, Topic
from copingkit.tools.exposure.ladder import Contexts, Item, Ladder, SafetyBehaviour
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import After, CameTrue, Trial
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.ui.widgets.print_preview import PrintPreview
from tests.support.clock import HandClock
from tests.support.controls import show, with_keyboard
from tests.support.pages import Around


@pytest.fixture
def around(clock: HandClock) -> Around:
    return Around(clock)


@pytest.fixture
def whole(qtbot: QtBot, service: ExposureService, around: Around) -> ExposurePage:
    """The page of the tool, with the keyboard."""
    return with_keyboard(qtbot, show(qtbot, ExposurePage(service, around.surroundings())))


@pytest.fixture
def healthy(service: ExposureService) -> None:
    """No to every question about health."""
    for topic in Topic:
        service.health.answer(topic, Answer.NO)


@pytest.fixture
def ladder(service: ExposureService) -> Ladder:
    """Dogs: two situations, the second with a safety behaviour and a ritual."""
    made = service.save_ladder(Ladder("", "Dogs on the street"))
    behaviours = (
        SafetyBehaviour("phone", "holding my phone"),
        SafetyBehaviour("steps", "counting steps", ritual=True),
    )
    for item in (
        Item("", "Look at pictures of dogs", 20),
        Item(
            "",
            "Walk past a dog on a lead",
            60,
            contexts=Contexts("park"),
            safety_behaviours=behaviours,
        ),
    ):
        service.add_item(made.id, item)
    return service.ladder(made.id)


@pytest.fixture
def planned(service: ExposureService, ladder: Ladder) -> Trial:
    """A trial of the second situation that has not begun."""
    return service.plan_trial(ladder.id, ladder.items[1].id)


@pytest.fixture
def done(service: ExposureService, planned: Trial, clock: HandClock) -> Trial:
    """A trial that went through, with an outcome."""
    trial = service.begin_trial(planned, 60)
    clock.go_on(minutes=8)
    trial = service.save_trial(flow.end(trial, service.tick(trial), 40))
    after = After("Two dogs passed.", CameTrue.NO, 60, "They do not care about me.", 20, 40)
    return service.close_trial(flow.reflect(trial, after))


@pytest.fixture
def told() -> Iterator[None]:
    """It was said already that a PDF is not protected."""
    PrintPreview.told_unprotected = True
    yield
    PrintPreview.told_unprotected = False


@pytest.fixture
def page(qtbot: QtBot, service: ExposureService, around: Around) -> ExposurePage:
    """The page of the tool, shown."""
    return show(qtbot, ExposurePage(service, around.surroundings()))
