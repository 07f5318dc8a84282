"""What is seen as the vault opens and closes, over it and behind it, and with a full disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from copingkit.core.links import Link
from copingkit.shell import main_window
from copingkit.shell.hidden_page import HiddenPage
from copingkit.shell.main_window import MainWindow
from copingkit.tools.safety_plan.view.crisis_run import CrisisRun
from copingkit.tools.safety_plan.view.plan_page import PlanPage
from copingkit.vault.key_store import KeyringState
from tests.fakes import FakeKeyStore
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.own_vault import MARKER
from tests.support.windows import FullPage, is_open, key, make_window, places, wait_for

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


# --- Help me now and the neutral page -------------------------------------------------------------


def test_crisis_at_the_start_shows_the_run_with_the_plan(
    qtbot: QtBot, folder: Path, keyring: FakeKeyStore
) -> None:
    window = make_window(qtbot, folder, keyring)
    window.start(crisis=True)
    wait_for(qtbot, window, "CrisisRun")
    assert MARKER in spoken(window)
    key(window, Qt.Key.Key_Escape)
    wait_for(qtbot, window, "PlanPage")


def test_unlocking_from_the_run_goes_on_with_the_plan(
    qtbot: QtBot, folder: Path, keyring: FakeKeyStore
) -> None:
    keyring.now = KeyringState.LOCKED
    window = make_window(qtbot, folder, keyring)
    window.start(crisis=True)
    run = wait_for(qtbot, window, "CrisisRun")
    assert MARKER not in spoken(window)
    assert isinstance(run, CrisisRun)
    run.unlock_requested.emit()
    wait_for(qtbot, window, "LockPage")
    keyring.now = KeyringState.READY
    window.door.try_keyring(quietly=False)
    wait_for(qtbot, window, "CrisisRun")
    assert MARKER in spoken(window)


def test_the_neutral_page_keeps_the_run_below_it(qtbot: QtBot, window: MainWindow) -> None:
    key(window, Qt.Key.Key_H, CTRL, SHIFT)
    run = wait_for(qtbot, window, "CrisisRun")
    key(window, Qt.Key.Key_Space, CTRL, SHIFT)
    wait_for(qtbot, window, "HiddenPage")
    key(window, Qt.Key.Key_Space, CTRL, SHIFT)
    assert MARKER not in spoken(window)
    key(window, Qt.Key.Key_Escape)
    assert window.current_view is run
    key(window, Qt.Key.Key_Escape)
    wait_for(qtbot, window, "PlanPage")


def test_what_opens_behind_the_neutral_page_stays_behind_it(
    qtbot: QtBot, folder: Path, keyring: FakeKeyStore
) -> None:
    keyring.now = KeyringState.LOCKED
    window = make_window(qtbot, folder, keyring)
    window.start(crisis=False)
    wait_for(qtbot, window, "LockPage")
    window.hide_now()
    keyring.now = KeyringState.READY
    window.door.try_keyring(quietly=False)
    qtbot.waitUntil(lambda: window.session.records is not None)
    page = window.current_view
    assert isinstance(page, HiddenPage)
    page.back_requested.emit()
    wait_for(qtbot, window, "PlanPage")


# --- locking --------------------------------------------------------------------------------------


def test_locking_leaves_no_page_and_no_key(qtbot: QtBot, window: MainWindow) -> None:
    for place in ("home", "search", "removed", "preferences", "print", "safety_plan"):
        window.open_link(Link(place))
    opened = window.door.open
    key(window, Qt.Key.Key_L, CTRL)
    wait_for(qtbot, window, "LockPage")
    assert opened is not None
    assert opened.locked
    assert not is_open(window)
    assert places(window) == {"Help me now", "Exercises", "Helplines", "Unlock"}
    qtbot.waitUntil(lambda: not [w for w in QApplication.allWidgets() if isinstance(w, PlanPage)])
    window.lock()  # again is harmless


def test_idle_minutes_lock_by_the_clock(qtbot: QtBot, folder: Path, keyring: FakeKeyStore) -> None:
    clock = HandClock()
    window = make_window(qtbot, folder, keyring, clock)
    window.start(crisis=False)
    wait_for(qtbot, window, "PlanPage")
    clock.go_on(minutes=11)  # the computer slept
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    wait_for(qtbot, window, "LockPage")


def test_behind_the_neutral_page_idle_locks_unseen(
    qtbot: QtBot, folder: Path, keyring: FakeKeyStore
) -> None:
    clock = HandClock()
    window = make_window(qtbot, folder, keyring, clock)
    window.start(crisis=False)
    wait_for(qtbot, window, "PlanPage")
    window.hide_now()
    clock.go_on(minutes=11)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    assert not is_open(window)
    assert isinstance(window.current_view, HiddenPage)


def test_a_crisis_run_is_left_open_for_an_hour(
    qtbot: QtBot, folder: Path, keyring: FakeKeyStore
) -> None:
    clock = HandClock()
    window = make_window(qtbot, folder, keyring, clock)
    window.start(crisis=True)
    wait_for(qtbot, window, "CrisisRun")
    clock.go_on(minutes=59)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert is_open(window)
    clock.go_on(minutes=61)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert not is_open(window)


# --- a full disk ----------------------------------------------------------------------------------


def with_full_page(window: MainWindow) -> FullPage:
    page = FullPage()
    window.stage.workspace._pages["full"] = page
    return page


def test_with_a_full_disk_locking_says_so_and_tries_again(qtbot: QtBot, window: MainWindow) -> None:
    page = with_full_page(window)
    window.help_now()
    window.lock()
    assert "The disk is full" in spoken(window)
    assert is_open(window)
    page.full = False
    window.lock()
    assert not is_open(window)
    assert page.saved == 1


def test_the_first_close_tells_what_would_be_lost_the_second_closes(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = with_full_page(window)
    assert not window.close()
    assert "The disk is full" in spoken(window)
    assert window.isVisible()
    clock = window.clock
    assert isinstance(clock, HandClock)
    clock.seconds += main_window.SECOND_CLOSE_S + 1
    assert not window.close()  # an hour later it is news again
    assert page.saved == 0
    assert window.close()
    assert window.door.open is None
