"""Looking at earlier versions, comparing two and bringing one back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from copingkit.core.errors import DiskFull
from copingkit.tools.safety_plan.model import Item, Sort, Step, find
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.tools.safety_plan.view.plan_page import PlanPage
from copingkit.tools.safety_plan.view.versions_view import VersionsView
from tests.support.accessible import unnamed_controls
from tests.support.clock import HandClock
from tests.support.full_disk import FillableRecords
from tests.support.plan_page import on_disk, open_by_keyboard, press, press_button, write
from tests.support.plans import sample_plan
from tests.support.said import Said


@pytest.fixture
def versions(page: PlanPage, filled: SafetyPlanService, clock: HandClock) -> VersionsView:
    """Version 1 is the sample, 2 has other words and an entry more, 3 one less."""
    w1 = find(filled.plan, "w1").item
    filled.edit(replace(w1, text="I let messages wait"))
    filled.add(Step.COPING_STRATEGIES, Item("tea", Sort.ENTRY, "Mint tea"))
    filled.remove("w2")
    page.show_versions()
    view = page.currentWidget()
    assert isinstance(view, VersionsView)
    return view


def listed(view: VersionsView) -> list[str]:
    (found,) = view.findChildren(QListWidget)
    return [found.item(row).text() for row in range(found.count())]


def read(view: VersionsView) -> list[str]:
    """All labels that are shown, as they were made."""
    QApplication.processEvents()
    return [each.text() for each in view.findChildren(QLabel) if each.isVisible()]


def choose(view: VersionsView, row: int) -> None:
    view.findChildren(QListWidget)[0].setCurrentRow(row)


def compare_with(view: VersionsView, row: int) -> None:
    (box,) = view.findChildren(QComboBox)
    box.setFocus()
    for _ in range(3):
        QTest.keyClick(box, Qt.Key.Key_Up)
    for _ in range(row):
        QTest.keyClick(box, Qt.Key.Key_Down)


def test_versions_are_listed_newest_first(versions: VersionsView) -> None:
    assert [name.split(" · ")[0] for name in listed(versions)] == [
        "Version 3",
        "Version 2",
        "Version 1",
    ]
    assert [name.endswith("now") for name in listed(versions)] == [True, False, False]
    assert "14 Mar 2026" in listed(versions)[1]


def test_the_one_before_is_compared_with_the_present_at_first(versions: VersionsView) -> None:
    words = read(versions)
    assert "What changed from version 2 to 3" in words
    assert words[words.index("Removed") + 1] == sample_plan().warning_signs[1].text
    assert "Added" not in words


def test_what_was_added_removed_and_reworded_is_said_in_words(versions: VersionsView) -> None:
    choose(versions, 2)
    words = read(versions)
    assert "What changed from version 1 to 3" in words
    assert words[words.index("Added") + 1] == "Mint tea"
    old = sample_plan().warning_signs[0].text
    assert words[words.index("Reworded") + 1] == (
        f"Warning sign: was “{old}”, is “I let messages wait”"
    )


def test_any_two_can_be_compared(versions: VersionsView) -> None:
    choose(versions, 2)
    compare_with(versions, 1)
    words = read(versions)
    assert "What changed from version 1 to 2" in words
    assert "Removed" not in words
    choose(versions, 1)
    assert "Both say the same." in read(versions)
    choose(versions, 0)
    assert "What changed from version 2 to 3" in read(versions)
    assert "Removed" in read(versions)


def test_an_old_version_comes_back_and_can_be_undone(
    versions: VersionsView, page: PlanPage, records: FillableRecords, said: Said
) -> None:
    choose(versions, 2)
    press_button(versions, "Bring back version 1")
    assert on_disk(records) == sample_plan()
    assert page.currentWidget() is page.column
    assert len(page.column.cards[Step.WARNING_SIGNS].rows) == 3
    assert said.texts == ["Version 1 is back, as version 4."]
    said.undo()
    assert on_disk(records).coping_strategies[-1].text == "Mint tea"


def test_the_present_version_cannot_be_brought_back(versions: VersionsView) -> None:
    choose(versions, 0)
    press_button(versions, "Bring back version 3")
    assert "Both say the same." in read(versions)


def test_bringing_back_on_a_full_disk_is_said(
    versions: VersionsView, page: PlanPage, records: FillableRecords, said: Said
) -> None:
    records.full = True
    press_button(versions, "Bring back version 2")
    assert isinstance(said.problems[0], DiskFull)
    assert said.texts == []


def test_back_and_escape_lead_to_the_plan(page: PlanPage, versions: VersionsView) -> None:
    press_button(versions, "Back to my plan")
    assert page.currentWidget() is page.column
    page.show_target("versions")
    again = page.currentWidget()
    assert isinstance(again, VersionsView)
    press(Qt.Key.Key_Escape)
    assert page.currentWidget() is page.column
    page.show_target("versions")
    page.show_target("")
    assert page.currentWidget() is page.column
    assert page.count() == 1


def test_what_is_being_typed_is_a_version_too(
    qtbot: QtBot, page: PlanPage, records: FillableRecords
) -> None:
    open_by_keyboard(page, "w1")
    write("!")
    page.show_versions()
    view = page.currentWidget()
    assert isinstance(view, VersionsView)
    assert len(listed(view)) == 2


def test_every_control_has_a_name(versions: VersionsView) -> None:
    assert unnamed_controls(versions) == []


def test_other_keys_do_nothing(page: PlanPage, versions: VersionsView) -> None:
    QTest.keyClick(versions, Qt.Key.Key_F5)
    assert page.currentWidget() is versions
