from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from copingkit.core.records import Removed
from copingkit.shell.removed_page import RemovedPage
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import buttons, press, show

NOW = datetime(2026, 3, 14, 9, tzinfo=UTC)


def removed(text: str, *, days: float) -> Removed:
    return Removed("safety_plan.removed_item", f"id-{text}", text, NOW - timedelta(days=days))


def page_with(qtbot: QtBot, *these: Removed) -> RemovedPage:
    page = RemovedPage({"safety_plan.removed_item": "From the safety plan"})
    page.show_removed(these, NOW)
    return show(qtbot, page)


def test_each_says_what_it_is_and_how_long_it_stays(qtbot: QtBot) -> None:
    page = page_with(qtbot, removed("Walk to the river", days=2), removed("Tea", days=29.5))
    said = spoken(page)
    assert "From the safety plan" in said
    assert "Removed 12 Mar 2026 · 28 days left" in said
    assert "one day left" in said
    assert unnamed_controls(page) == []


def test_restore_names_its_record(qtbot: QtBot) -> None:
    one = removed("Walk to the river", days=2)
    page = page_with(qtbot, one, removed("Tea", days=3))
    with qtbot.waitSignal(page.restore_requested) as caught:
        press(page, "Restore: Walk to the river")
    assert caught.args == [one]


def test_deleting_for_good_asks_in_place(qtbot: QtBot) -> None:
    one = removed("Tea", days=3)
    page = page_with(qtbot, one)
    assert not buttons(page, "Yes, delete it for good: Tea")
    with qtbot.assertNotEmitted(page.purge_requested):
        press(page, "Delete for good: Tea")
        press(page, "Keep it here: Tea")
    assert not buttons(page, "Yes, delete it for good: Tea")
    press(page, "Delete for good: Tea")
    assert "Nothing can bring it back" in spoken(page)
    with qtbot.waitSignal(page.purge_requested) as caught:
        press(page, "Yes, delete it for good: Tea")
    assert caught.args == [one]


def test_an_empty_list_says_so_and_a_long_one_stays_short(qtbot: QtBot) -> None:
    page = page_with(qtbot)
    assert "Nothing here." in spoken(page)
    page.show_removed([removed(str(n), days=1) for n in range(300)], NOW)
    assert "latest 100" in spoken(page)
    assert len([one for one in page.findChildren(QPushButton) if one.text() == " Restore"]) == 100
