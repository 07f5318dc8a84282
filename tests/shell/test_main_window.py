"""The window: what is seen first, what waits for nothing, and how it closes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from copingkit.core.links import Link
from copingkit.shell import main_window
from copingkit.shell.hidden_page import HiddenPage
from copingkit.shell.main_window import MainWindow
from copingkit.tools.safety_plan.view.crisis_run import CrisisRun
from copingkit.tools.safety_plan.view.plan_page import PlanPage
from copingkit.ui import theme
from copingkit.vault.key_store import KeyringState
from copingkit.vault.single_instance import InstanceLock, raise_request
from tests.fakes import FakeKeyStore
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.own_vault import MARKER, made, own_vault
from tests.support.real_keyring import RealKeyring
from tests.support.vaults import PASSPHRASE
from tests.support.windows import FullPage, make_window, wait_for

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def keyring() -> FakeKeyStore:
    return FakeKeyStore()


@pytest.fixture
def folder(tmp_path: Path, keyring: FakeKeyStore) -> Path:
    """A vault with one warning sign in it."""
    folder = tmp_path / "vault"
    made(own_vault(folder, keyring, HandClock()))
    return folder


@pytest.fixture
def window(qtbot: QtBot, folder: Path, keyring: FakeKeyStore) -> MainWindow:
    """The window, open on the plan."""
    window = make_window(qtbot, folder, keyring)
    window.start(crisis=False)
    wait_for(qtbot, window, "PlanPage")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def key(window: MainWindow, which: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(QApplication.focusWidget() or window, which, held)


def is_open(window: MainWindow) -> bool:
    return window.session.records is not None


def places(window: MainWindow) -> set[str]:
    """The words of the buttons in the sidebar."""
    found = window.stage.workspace.sidebar.findChildren(QPushButton)
    return {one.accessibleName() or one.text().strip() for one in found if one.isVisible()}


# --- the start ------------------------------------------------------------------------------------


def test_an_open_keyring_leads_straight_to_the_plan(window: MainWindow) -> None:
    assert MARKER in spoken(window)
    assert window.windowTitle() == "copingkit"


def test_an_empty_plan_leads_to_home(qtbot: QtBot, tmp_path: Path, keyring: FakeKeyStore) -> None:
    vault = own_vault(tmp_path / "vault", keyring)
    vault.create(keyring=True, passphrase=None).open.lock()
    window = make_window(qtbot, vault.folder, keyring)
    window.start(crisis=False)
    wait_for(qtbot, window, "HomePage")


def test_without_a_vault_the_first_run_is_seen(
    qtbot: QtBot, tmp_path: Path, keyring: FakeKeyStore
) -> None:
    window = make_window(qtbot, tmp_path / "none", keyring)
    window.start(crisis=False)
    wait_for(qtbot, window, "FirstRun")
    assert {"Help me now", "Helplines", "Set up"} == places(window)


def test_a_keyring_that_does_not_answer_holds_up_nothing(
    qtbot: QtBot, tmp_path: Path, real_keyring: RealKeyring
) -> None:
    vault = own_vault(tmp_path / "vault")
    made(vault)
    window = make_window(qtbot, vault.folder, vault.key_store)
    real_keyring.hang()
    window.start(crisis=False)
    wait_for(qtbot, window, "LockPage")
    assert window.door.trying
    assert "Opening …" in spoken(window)
    window.help_now()
    wait_for(qtbot, window, "CrisisRun")
    assert isinstance(window.current_view, CrisisRun)
    window.current_view.close_run()
    real_keyring.resume()
    wait_for(qtbot, window, "PlanPage")


def test_a_refusal_is_said_on_the_lock_page(
    qtbot: QtBot, folder: Path, keyring: FakeKeyStore
) -> None:
    keyring.kept.clear()
    window = make_window(qtbot, folder, keyring)
    window.start(crisis=False)
    wait_for(qtbot, window, "LockPage")
    assert "holds no key for this vault" in spoken(window)
    assert {"Help me now", "Helplines", "Unlock"} == places(window)


def test_a_locked_keyring_is_no_news(qtbot: QtBot, folder: Path, keyring: FakeKeyStore) -> None:
    keyring.now = KeyringState.LOCKED
    window = make_window(qtbot, folder, keyring)
    window.start(crisis=False)
    wait_for(qtbot, window, "LockPage")
    assert "keyring is locked" not in spoken(window)


def test_a_passphrase_is_not_tried_before_it_is_typed(
    qtbot: QtBot, tmp_path: Path, keyring: FakeKeyStore
) -> None:
    vault = own_vault(tmp_path / "vault", keyring)
    made(vault, keyring=False, passphrase=PASSPHRASE)
    window = make_window(qtbot, vault.folder, keyring)
    window.start(crisis=False)
    assert window.isVisible()
    assert not window.door.trying
    window.door.try_passphrase(PASSPHRASE)
    wait_for(qtbot, window, "PlanPage")


@pytest.mark.parametrize("page", range(1, 15))
def test_damage_anywhere_is_said_and_a_backup_offered(
    qtbot: QtBot, folder: Path, keyring: FakeKeyStore, page: int
) -> None:
    content = bytearray((folder / "vault.db").read_bytes())
    content[4096 * page + 500] ^= 1
    (folder / "vault.db").write_bytes(content)
    window = make_window(qtbot, folder, keyring)
    window.start(crisis=False)
    qtbot.waitUntil(window.isVisible)
    if type(window.current_view).__name__ == "LockPage":
        assert "damaged or missing: vault.db" in spoken(window)
        assert window.door.open is None
        assert not is_open(window)
    else:
        assert MARKER in spoken(window)


def test_some_damage_does_keep_the_plan_from_being_read(
    qtbot: QtBot, folder: Path, keyring: FakeKeyStore
) -> None:
    """The test above would pass, too, if no page of the file mattered."""
    content = (folder / "vault.db").read_bytes()
    for page in range(1, len(content) // 4096):
        damaged = bytearray(content)
        damaged[4096 * page + 500] ^= 1
        (folder / "vault.db").write_bytes(damaged)
        try:
            opened = own_vault(folder, keyring).unlock_with_keyring(quietly=True)
        except Exception:  # noqa: BLE001 - seen at opening already
            continue
        opened.lock()
        window = make_window(qtbot, folder, keyring)
        window.start(crisis=False)
        qtbot.waitUntil(window.isVisible)
        if type(window.current_view).__name__ == "LockPage":
            return
    pytest.fail("no page is read after the opening")


def test_a_second_copingkit_ends_and_the_first_is_asked_for(
    qtbot: QtBot, folder: Path, keyring: FakeKeyStore
) -> None:
    holder = InstanceLock(folder)
    holder.take()
    window = make_window(qtbot, folder, keyring)
    window.start(crisis=False)
    qtbot.waitUntil(lambda: not window.door.trying)
    qtbot.waitUntil(lambda: raise_request(folder).exists())
    assert not window.isVisible()
    holder.release()


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
    assert places(window) == {"Help me now", "Helplines", "Unlock"}
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


# --- looks ----------------------------------------------------------------------------------------


def test_larger_text_keeps_the_page(qtbot: QtBot, window: MainWindow) -> None:
    window.open_link(Link("preferences"))
    before = window.current_view
    try:
        key(window, Qt.Key.Key_Plus, CTRL)
        qtbot.waitUntil(lambda: window.current_view is not before)
        assert type(window.current_view).__name__ == "PreferencesPage"
        assert window.preferences.text_size == 110
        key(window, Qt.Key.Key_Minus, CTRL)
        qtbot.waitUntil(lambda: window.preferences.text_size == 100)
    finally:
        theme.apply("light", 100)


def test_a_new_look_keeps_the_first_run_as_it_stands(
    qtbot: QtBot, tmp_path: Path, keyring: FakeKeyStore
) -> None:
    window = make_window(qtbot, tmp_path / "none", keyring)
    window.start(crisis=False)
    page = wait_for(qtbot, window, "FirstRun")
    try:
        window.open_link(Link("helplines"))
        window.choices.larger()
        qtbot.wait(20)
        window.open_link(Link("entrance"))
        assert window.current_view is page
    finally:
        theme.apply("light", 100)


@pytest.mark.parametrize(
    ("which", "page"),
    [
        (Qt.Key.Key_F, "SearchPage"),
        (Qt.Key.Key_Comma, "PreferencesPage"),
        (Qt.Key.Key_P, "PrintPage"),
    ],
)
def test_keys_lead_to_pages_while_open_only(
    qtbot: QtBot, window: MainWindow, which: Qt.Key, page: str
) -> None:
    key(window, which, CTRL)
    wait_for(qtbot, window, page)
    window.lock()
    key(window, which, CTRL)
    assert type(window.current_view).__name__ == "LockPage"
    key(window, Qt.Key.Key_F1)
    wait_for(qtbot, window, "KeysPage")


def test_a_narrow_window_shows_icons_alone(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.stage.workspace.sidebar
    window.resize(880, 700)
    qtbot.waitUntil(lambda: bar.width() == 72)
    assert {one.text() for one in bar.findChildren(QPushButton)} == {""}
    assert "Help me now" in places(window)
    window.resize(920, 700)
    qtbot.waitUntil(lambda: bar.width() > 200)


def test_it_comes_forward_when_asked(qtbot: QtBot, window: MainWindow) -> None:
    window.showMinimized()
    window.come_forward()
    assert not window.isMinimized()
