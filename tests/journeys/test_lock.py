"""Locking by key and by leaving: all is saved, nothing private stays, and it opens again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from copingkit import app, sample_exposure
from copingkit.core.links import Link
from copingkit.shell.idle_lock import IdleLock
from copingkit.tools.exposure.ladder import Contexts
from copingkit.tools.exposure.tool import TOOL as EXPOSURE
from tests.support.clock import HandClock
from tests.support.journey import CTRL, Person, settle
from tests.support.made_vault import make_vault, plan_in
from tests.support.real_keyring import RealKeyring

MARKER = "zebra-and-lighthouse"


def texts_of(widget: QWidget) -> str:
    """Everything that a widget holds in words."""
    said = [widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
    said.append(widget.toolTip())
    for name in ("text", "toPlainText", "currentText", "title"):
        call = getattr(widget, name, None)
        if callable(call):
            said.append(str(call()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        said += [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    return "\n".join(said)


def widgets_with(marker: str) -> list[str]:
    """The classes of all widgets of the program, shown or not, that hold the marker."""
    return [type(one).__name__ for one in QApplication.allWidgets() if marker in texts_of(one)]


def begin_to_type(person: Person) -> None:
    person.wait_for_page("PlanPage")
    person.press("Add a warning sign: Warning signs")
    person.write(MARKER)


def test_locked_by_key_in_the_middle_of_a_word(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    begin_to_type(person)
    opened = person.window.door.open
    assert opened is not None
    assert widgets_with(MARKER)
    person.key(Qt.Key.Key_L, CTRL)
    person.wait_for_page("LockPage")
    settle()
    assert widgets_with(MARKER) == []
    assert widgets_with("Mira") == []
    assert opened.locked
    assert person.window.session.records is None
    assert [sign.text for sign in plan_in(folder).warning_signs][-1] == MARKER

    person.press("Open")
    person.wait_for_page("PlanPage")
    person.reads(MARKER)


@pytest.mark.parametrize("page", ["search", "removed", "preferences", "helplines", "home", "print"])
def test_no_page_survives_the_lock(
    person: Person, folder: Path, real_keyring: RealKeyring, page: str
) -> None:
    make_vault(folder)
    person.open()
    begin_to_type(person)
    person.press("Done")
    keys = {"search": "Search", "removed": "Recently removed", "preferences": "Preferences"}
    if page == "print":
        person.press("Print")
    else:
        person.press(keys.get(page, page.capitalize()))
    if page == "search":
        person.write("zebra")
        person.reads("Found: 1")
    person.key(Qt.Key.Key_L, CTRL)
    person.wait_for_page("LockPage")
    settle()
    assert widgets_with(MARKER) == []
    person.key(Qt.Key.Key_F, CTRL)
    person.key(Qt.Key.Key_P, CTRL)
    person.key(Qt.Key.Key_Z, CTRL)
    settle()
    assert person.page == "LockPage"


def test_nothing_of_a_ladder_survives_the_lock(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    """Pages that were only looked at leave no field behind that was made and not shown."""
    make_vault(folder)
    before = QApplication.topLevelWidgets()
    person.open()
    person.wait_for_page("PlanPage")
    service = person.window.session.service(EXPOSURE)
    ladder, done = sample_exposure.fill(service, datetime.now(UTC))
    first = service.plan_trial(ladder.id, ladder.items[1].id)
    place = replace(first.before, contexts=Contexts(MARKER, MARKER))
    service.save_trial(replace(first, before=place))
    person.window.open_link(Link("helplines"))
    person.window.open_link(Link("exercises"))
    targets = ("ladder", "figures", "body", "cards", "print")
    for target in ("", *(f"{name}/{ladder.id}" for name in targets)):
        person.window.open_link(Link("exposure", target))
        settle()
    for target in (f"print/{ladder.id}/session", f"trial/{done.id}", f"trial/{first.id}"):
        person.window.open_link(Link("exposure", target))
        settle()
    assert widgets_with(MARKER)
    person.key(Qt.Key.Key_L, CTRL)
    person.wait_for_page("LockPage")
    settle()
    assert widgets_with(MARKER) == []
    known = [*before, person.window]
    left = [one for one in QApplication.topLevelWidgets() if one not in known]
    assert [type(one).__name__ for one in left] == []


def test_the_crisis_run_and_the_neutral_page_do_not_survive_the_lock_either(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    begin_to_type(person)
    person.press("Help me now")
    person.wait_for_page("CrisisRun")
    person.key(Qt.Key.Key_Space, CTRL | Qt.KeyboardModifier.ShiftModifier)
    person.wait_for_page("HiddenPage")
    assert MARKER not in person.all_read()
    person.key(Qt.Key.Key_L, CTRL)
    settle()
    assert person.window.session.records is None
    assert person.page == "HiddenPage"  # somebody is looking
    assert widgets_with(MARKER) == []
    person.key(Qt.Key.Key_Escape)
    person.wait_for_page("LockPage")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> HandClock:
    """The program's clock, moved by hand."""
    made = HandClock()
    monkeypatch.setattr(app, "SystemClock", lambda: made)
    return made


def test_the_first_touch_after_a_long_sleep_locks(
    person: Person, folder: Path, real_keyring: RealKeyring, clock: HandClock
) -> None:
    make_vault(folder)
    person.open()
    begin_to_type(person)
    clock.go_on(minutes=9)
    person.write("!")
    clock.go_on(minutes=9)
    person.write("!")
    assert person.page == "PlanPage"
    clock.go_on(minutes=11)
    person.touch_mouse()
    person.wait_for_page("LockPage")
    assert [sign.text for sign in plan_in(folder).warning_signs][-1] == MARKER + "!!"


def test_left_alone_it_locks_when_the_time_is_over(
    person: Person, folder: Path, real_keyring: RealKeyring, clock: HandClock
) -> None:
    make_vault(folder)
    person.open()
    begin_to_type(person)
    idle = person.window.findChild(IdleLock)
    assert idle is not None
    timer = idle.findChild(QTimer)
    assert timer is not None
    assert timer.isActive()
    assert timer.interval() == 10 * 60_000
    clock.go_on(minutes=10)
    timer.setInterval(1)  # the ten minutes
    person.wait_for_page("LockPage")
    settle()
    assert widgets_with(MARKER) == []
    assert not timer.isActive()


def test_a_crisis_run_is_not_locked_away_after_ten_minutes(
    person: Person, folder: Path, real_keyring: RealKeyring, clock: HandClock
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.press("Help me now")
    clock.go_on(minutes=30)
    person.touch_mouse()
    settle()
    assert person.page == "CrisisRun"
    person.key(Qt.Key.Key_Escape)
    person.wait_for_page("PlanPage")
    clock.go_on(minutes=11)
    person.touch_mouse()
    person.wait_for_page("LockPage")
