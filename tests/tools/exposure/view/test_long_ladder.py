"""A ladder of forty situations: the first are there at once, the others follow by themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure import rungs
from copingkit.tools.exposure.ladder import Item, Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.ladder_page import LadderPage
from tests.support.controls import show
from tests.support.pages import Around

MANY = 40


def long_ladder(service: ExposureService) -> Ladder:
    items = tuple(Item(f"item-{n}", f"Situation {n}", 100 - 2 * n) for n in range(MANY))
    return service.save_ladder(Ladder("", "Heights", items=items))


def opened(qtbot: QtBot, service: ExposureService, around: Around, target: str) -> LadderPage:
    whole = show(qtbot, ExposurePage(service, around.surroundings()))
    whole.show_target(target)
    assert isinstance(whole.shown, LadderPage)
    return whole.shown


def shown(page: LadderPage) -> list[str]:
    return [row.accessibleName().partition(".")[0] for row in page._rows.rows]


def in_order(service: ExposureService, ladder: Ladder) -> list[str]:
    return [item.situation for item in rungs.in_order(service.ladder(ladder.id))]


def test_the_first_come_at_once_and_all_come(
    qtbot: QtBot, service: ExposureService, around: Around
) -> None:
    ladder = long_ladder(service)
    page = opened(qtbot, service, around, f"ladder/{ladder.id}")
    assert 0 < len(shown(page)) < MANY
    assert shown(page) == in_order(service, ladder)[: len(shown(page))]
    qtbot.waitUntil(lambda: len(shown(page)) == MANY)
    assert shown(page) == in_order(service, ladder)


def test_a_situation_far_below_is_there_when_it_is_asked_for(
    qtbot: QtBot, service: ExposureService, around: Around
) -> None:
    ladder = long_ladder(service)
    page = opened(qtbot, service, around, f"item/{ladder.id}/item-0")  # the hardest, the last
    row = page._shown["item-0"]
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())


def test_what_is_moved_and_added_meanwhile_is_in_its_place(
    qtbot: QtBot, service: ExposureService, around: Around
) -> None:
    ladder = long_ladder(service)
    page = opened(qtbot, service, around, f"ladder/{ladder.id}")
    row = page._rows.rows[2]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    page._add.added.emit(Item("", "Situation in between", 41))
    assert shown(page) == in_order(service, ladder)
    assert shown(page)[3] == f"Situation {MANY - 3}"
    qtbot.wait(50)
    assert shown(page) == in_order(service, ladder)
