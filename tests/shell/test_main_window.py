"""The window: what is seen first, what waits for nothing, and how it closes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from copingkit.core.links import Link
from copingkit.shell.knock import Knock
from copingkit.shell.main_window import MainWindow
from copingkit.tools.safety_plan.view.crisis_run import CrisisRun
from copingkit.vault.key_store import KeyringState
from copingkit.vault.single_instance import InstanceLock
from tests.fakes import FakeKeyStore
from tests.support.accessible import spoken
from tests.support.own_vault import MARKER, made, own_vault
from tests.support.real_keyring import RealKeyring
from tests.support.vaults import PASSPHRASE
from tests.support.windows import is_open, key, make_window, places, wait_for

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


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
    assert {"Help me now", "Exercises", "Helplines", "Set up"} == places(window)


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
    assert {"Help me now", "Exercises", "Helplines", "Unlock"} == places(window)


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


@pytest.mark.parametrize("crisis", [False, True])
def test_a_second_copingkit_ends_when_the_first_has_heard_it(
    qtbot: QtBot, folder: Path, keyring: FakeKeyStore, crisis: bool
) -> None:
    holder = InstanceLock(folder)
    holder.take()
    window = make_window(qtbot, folder, keyring)
    first = QObject()
    knock = Knock(first)
    knock.listen(folder)
    with qtbot.waitSignal(knock.heard) as heard:
        window.start(crisis=crisis)
    assert heard.args == [crisis]
    with qtbot.waitSignal(window._custody.needless):
        pass
    assert not window.isVisible()
    holder.release()
    first.deleteLater()


@pytest.mark.parametrize("crisis", [False, True])
def test_one_that_nobody_hears_shows_itself(
    qtbot: QtBot, folder: Path, keyring: FakeKeyStore, crisis: bool
) -> None:
    """The other one hangs, or is a command that just makes a backup."""
    holder = InstanceLock(folder)
    holder.take()
    window = make_window(qtbot, folder, keyring)
    window.start(crisis=crisis)
    run = wait_for(qtbot, window, "CrisisRun" if crisis else "LockPage")
    if isinstance(run, CrisisRun):
        run.close_run()
    assert "copingkit is open already." in spoken(window)
    holder.release()


@pytest.mark.parametrize("for_help", [False, True])
def test_a_second_start_brings_this_one_forward(
    qtbot: QtBot, window: MainWindow, for_help: bool
) -> None:
    window.showMinimized()
    window._custody.upkeep.heard.emit(for_help)
    assert not window.isMinimized()
    wait_for(qtbot, window, "CrisisRun" if for_help else "PlanPage")


# --- looks ----------------------------------------------------------------------------------------


def test_larger_text_keeps_the_page(qtbot: QtBot, window: MainWindow) -> None:
    window.open_link(Link("preferences"))
    before = window.current_view
    key(window, Qt.Key.Key_Plus, CTRL)
    qtbot.waitUntil(lambda: window.current_view is not before)
    assert type(window.current_view).__name__ == "PreferencesPage"
    assert window.preferences.text_size == 110
    key(window, Qt.Key.Key_Minus, CTRL)
    qtbot.waitUntil(lambda: window.preferences.text_size == 100)


def test_a_new_look_keeps_the_first_run_as_it_stands(
    qtbot: QtBot, tmp_path: Path, keyring: FakeKeyStore
) -> None:
    window = make_window(qtbot, tmp_path / "none", keyring)
    window.start(crisis=False)
    page = wait_for(qtbot, window, "FirstRun")
    window.open_link(Link("helplines"))
    window.choices.larger()
    qtbot.wait(20)
    window.open_link(Link("entrance"))
    assert window.current_view is page


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


def test_a_narrow_window_shows_icons_and_the_one_word(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.stage.workspace.sidebar
    window.resize(880, 700)
    qtbot.waitUntil(lambda: bar.width() == 72)
    assert {one.text() for one in bar.findChildren(QPushButton)} == {"", "Help"}
    assert "Help me now" in places(window)
    word = next(one for one in bar.findChildren(QPushButton) if one.text())
    assert (word.accessibleName(), word.toolTip()) == ("Help me now", "Help me now")
    assert word.fontMetrics().horizontalAdvance("Help") < word.contentsRect().width()
    window.resize(920, 700)
    qtbot.waitUntil(lambda: bar.width() > 200)
    assert word.text() == " Help me now"
    assert not word.icon().isNull()


def test_it_comes_forward_when_asked(qtbot: QtBot, window: MainWindow) -> None:
    window.showMinimized()
    window.come_forward()
    assert not window.isMinimized()
