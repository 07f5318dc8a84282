from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from copingkit.core.links import Link
from copingkit.core.records import Hit
from copingkit.shell.search_page import SearchPage
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import show

pytestmark = pytest.mark.usefixtures("dressed")

HITS = [
    Hit("safety_plan.plan", "r1", "w1", "I stop answering\nMira"),
    Hit("helplines.own", "r2", "", "Night line"),
]


class Records:
    """Answers every query and remembers it."""

    def __init__(self, hits: list[Hit]) -> None:
        self.hits = hits
        self.queries: list[str] = []

    def search(self, query: str) -> list[Hit]:
        self.queries.append(query)
        return self.hits


def page_over(qtbot: QtBot, records: Records) -> SearchPage:
    return show(qtbot, SearchPage(records.search, {"safety_plan": "Safety plan"}))


def test_typing_searches_once_after_a_pause(qtbot: QtBot) -> None:
    records = Records(HITS)
    page = page_over(qtbot, records)
    QTest.keyClicks(page.field, "mir a")
    assert records.queries == []
    qtbot.waitUntil(lambda: records.queries == ["mir a"])
    assert page.model.index(0, 0).data() == "I stop answering Mira\nSafety plan"
    assert page.model.index(1, 0).data() == "Night line\nhelplines"
    assert "Found: 2" in spoken(page)
    assert unnamed_controls(page) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_enter_goes_to_the_list_and_opens_a_hit(qtbot: QtBot, key: Qt.Key) -> None:
    page = page_over(qtbot, Records(HITS))
    QTest.keyClicks(page.field, "x")
    QTest.keyClick(page.field, key)
    for link in (Link("safety_plan", "w1"), Link("helplines", "r2")):
        with qtbot.waitSignal(page.open_requested) as caught:
            QTest.keyClick(page.view, Qt.Key.Key_Return)
        assert caught.args == [link]
        QTest.keyClick(page.view, Qt.Key.Key_Down)


def test_a_click_opens_a_hit(qtbot: QtBot) -> None:
    page = page_over(qtbot, Records(HITS))
    page.show_target("night")
    qtbot.waitUntil(page.view.isVisible)
    spot = page.view.visualRect(page.model.index(1, 0)).center()
    with qtbot.waitSignal(page.open_requested) as caught:
        QTest.mouseClick(
            page.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
        )
    assert caught.args == [Link("helplines", "r2")]


def test_at_most_fifty_are_shown_without_a_widget_each(qtbot: QtBot) -> None:
    page = page_over(qtbot, Records(HITS * 5000))
    before = len(page.findChildren(QWidget))
    page.show_target("x")
    qtbot.waitUntil(page.view.isVisible)
    assert page.model.rowCount() == 50
    assert "first 50" in spoken(page)
    assert len(page.findChildren(QWidget)) == before


def test_nothing_found_says_what_to_try(qtbot: QtBot) -> None:
    page = page_over(qtbot, Records([]))
    page.show_target("zzz")
    qtbot.waitUntil(lambda: "Nothing found" in spoken(page))


def test_clear_forgets_query_and_hits(qtbot: QtBot) -> None:
    records = Records(HITS)
    page = page_over(qtbot, records)
    page.show_target("mira")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.clear()
    assert (page.field.text(), page.model.rowCount()) == ("", 0)
    assert records.queries == ["mira"]
    assert not page.field.isUndoAvailable()


def test_the_list_is_as_high_as_what_was_found(qtbot: QtBot) -> None:
    records = Records(HITS)
    page = page_over(qtbot, records)
    page.field.setText("x")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: 0 < page.view.height() < page.height() / 3)
    records.hits = HITS * 25
    page.field.setText("y")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.view.height() > page.height() / 2)
    assert page.view.geometry().bottom() <= page.height()
