"""Exposure's pages at large text and in a narrow window: nothing is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.exceptions import TimeoutError  # noqa: A004 - what its waits raise
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure.body import body_exposures
from copingkit.tools.exposure.ladder import Item, ItemKind, Ladder, SafetyBehaviour
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view.body_page import BodyPage
from copingkit.tools.exposure.view.cards_page import CardsPage
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.layout import PageColumn
from tests.support.controls import show
from tests.support.looks import dress
from tests.support.pages import Around

pytestmark = pytest.mark.usefixtures("dressed")

SIZES = [(100, 972), (200, 972), (100, 420), (200, 700)]


def body_trial(service: ExposureService, ladder: Ladder) -> str:
    longest = max(body_exposures().all, key=lambda each: len(each.title)).id
    item = Item("", "In the body", kind=ItemKind.IN_BODY, body_exposure=longest)
    item = service.add_item(ladder.id, item)
    return service.begin_trial(service.plan_trial(ladder.id, item.id)).id


def cut_off(page: PageColumn) -> list[str]:
    """What is wider than the page or shorter than its words need."""
    inside = page.widget()
    if inside is None or inside.width() > page.viewport().width():
        return ["the page"]
    found = []
    parts: list[QLabel | QAbstractButton] = [*page.findChildren(QLabel)]
    parts += page.findChildren(QAbstractButton)
    for shown in parts:
        right = shown.mapTo(inside, shown.rect().topRight()).x()
        short = shown.height() < shown.heightForWidth(shown.width())
        if shown.isVisible() and (right > inside.width() or short):
            found.append(shown.text())
    return found


def check(qtbot: QtBot, page: PageColumn) -> None:
    try:
        qtbot.waitUntil(lambda: not cut_off(page))
    except TimeoutError:
        raise AssertionError(cut_off(page)) from None


@pytest.mark.usefixtures("healthy")
@pytest.mark.parametrize(("size", "width"), SIZES)
def test_nothing_is_cut_off(
    qtbot: QtBot,
    service: ExposureService,
    around: Around,
    ladder: Ladder,
    done: Trial,
    size: int,
    width: int,
) -> None:
    dress("dark", size)
    whole = show(qtbot, ExposurePage(service, around.surroundings()), width, 820)
    for target in (f"cards/{ladder.id}/{done.id}", f"cards/{ladder.id}"):
        whole.show_target(target)
        cards = whole.shown
        assert isinstance(cards, CardsPage)
        check(qtbot, cards)
        cards.turn()
        check(qtbot, cards)
    whole.show_target(f"body/{ladder.id}")
    body = whole.shown
    assert isinstance(body, BodyPage)
    body.findChildren(Disclosure)[0].set_open(True)
    for card in body.cards:
        card.how.set_open(True)
    check(qtbot, body)
    whole.show_target(f"trial/{body_trial(service, ladder)}")
    check(qtbot, whole.shown)


@pytest.mark.parametrize(("size", "width"), SIZES)
def test_what_is_left_out_may_be_said_at_length(
    qtbot: QtBot,
    service: ExposureService,
    around: Around,
    ladder: Ladder,
    size: int,
    width: int,
) -> None:
    dress("light", size)
    words = "standing right beside the door & holding on to my phone so that I could leave " * 2
    item = Item("", "In a lift", safety_behaviours=(SafetyBehaviour("long", words),))
    item = service.add_item(ladder.id, item)
    whole = show(qtbot, ExposurePage(service, around.surroundings()), width, 820)
    whole.show_target(f"trial/{service.plan_trial(ladder.id, item.id).id}")
    check(qtbot, whole.shown)
