from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copingkit.core import errors
from copingkit.shell.lock_page import LockPage
from copingkit.ui.widgets.unspoken import UnspokenLine, UnspokenText
from tests.support.accessible import spoken, unnamed_controls

EVERY_WAY = frozenset({"keyring", "passphrase", "words"})


def shown(qtbot: QtBot, *ways: str) -> LockPage:
    page = LockPage(frozenset(ways), lambda word: word != "rivver")
    qtbot.addWidget(page)
    page.resize(972, 820)
    page.show()
    qtbot.waitExposed(page)
    return page


def buttons(page: QWidget, name: str) -> list[QPushButton]:
    found = page.findChildren(QPushButton)
    return [one for one in found if one.accessibleName() == name and one.isVisible()]


def press(page: QWidget, name: str) -> None:
    (one,) = buttons(page, name)
    one.click()


def test_the_keyring_comes_first_and_opens_with_enter(qtbot: QtBot) -> None:
    page = shown(qtbot, "keyring", "passphrase", "words")
    (go,) = buttons(page, "Open")
    assert go.focusPolicy() != Qt.FocusPolicy.NoFocus
    with qtbot.waitSignal(page.keyring_requested):
        QTest.keyClick(go, Qt.Key.Key_Space)
    assert not page.findChild(UnspokenLine).isVisible()  # type: ignore[union-attr]  # it is there


def test_the_other_ways_are_behind_one_button(qtbot: QtBot) -> None:
    page = shown(qtbot, "keyring", "passphrase", "words")
    assert not buttons(page, "With the passphrase")
    press(page, "Another way to open it")
    assert not buttons(page, "With this computer's keyring")
    press(page, "With the passphrase")
    line = page.findChild(UnspokenLine)
    assert line is not None
    QTest.keyClicks(line, "green tea 7")
    with qtbot.waitSignal(page.passphrase_entered) as caught:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert caught.args == ["green tea 7"]


def test_an_empty_passphrase_is_not_tried(qtbot: QtBot) -> None:
    page = shown(qtbot, "passphrase")
    with qtbot.assertNotEmitted(page.passphrase_entered):
        press(page, "Open")


def test_one_way_alone_offers_no_other(qtbot: QtBot) -> None:
    assert not buttons(shown(qtbot, "words"), "Another way to open it")


def test_a_shared_computer_says_that_the_keyring_is_needed_too(qtbot: QtBot) -> None:
    page = shown(qtbot, "keyring+passphrase", "words")
    assert "keyring is needed as well" in spoken(page)


def test_words_are_counted_and_misfits_named_when_finished(qtbot: QtBot) -> None:
    page = shown(qtbot, "words")
    box = page.findChild(UnspokenText)
    assert box is not None
    box.setPlainText("apple rivver")
    assert "not in the list" not in spoken(page)
    box.setPlainText("apple rivver ")
    assert "Word 2 is not in the list" in spoken(page)
    assert "2 of 12 words" in spoken(page)
    with qtbot.waitSignal(page.words_entered) as caught:
        press(page, "Open")
    assert caught.args == ["apple rivver "]


def test_the_host_names_mistyped_words(qtbot: QtBot) -> None:
    page = shown(qtbot, "words")
    page.show_problem(errors.WordsMistyped((3, 7)))
    assert "Words 3, 7 are not in the list" in spoken(page)


def test_secrets_are_not_spoken_even_when_seen(qtbot: QtBot) -> None:
    page = shown(qtbot, "passphrase", "words")
    line, box = page.findChild(UnspokenLine), page.findChild(UnspokenText)
    assert line is not None
    assert box is not None
    line.setText("hush-hush")
    box.setPlainText("abandon ability")
    (show,) = buttons(page, "Show what is typed on the screen: Passphrase")
    assert line.displayText() != "hush-hush"
    show.click()
    assert line.displayText() == "hush-hush"
    said = spoken(page, hidden=True)
    assert "hush" not in said
    assert "abandon" not in said
    page.clear()
    assert (line.text(), box.toPlainText()) == ("", "")
    assert not line.isUndoAvailable()
    assert not show.isChecked()


def test_keyring_trouble_opens_the_other_ways(qtbot: QtBot) -> None:
    page = shown(qtbot, *EVERY_WAY)
    page.show_problem(errors.KeyringPromptDismissed())
    assert "was closed" in spoken(page)
    assert buttons(page, "With the twelve recovery words")


@pytest.mark.parametrize(
    ("ways", "asked"),
    [
        (("keyring", "words"), "The twelve recovery words"),
        (("keyring", "passphrase", "words"), "Passphrase"),
        (("keyring+passphrase", "words"), "The twelve recovery words"),
    ],
)
def test_a_keyring_without_the_key_brings_the_way_that_needs_none(
    qtbot: QtBot, ways: tuple[str, ...], asked: str
) -> None:
    page = shown(qtbot, *ways)
    page.show_problem(errors.KeyringItemMissing())
    assert "holds no key" in spoken(page)
    assert asked in spoken(page)
    assert "keyring keeps the key" not in spoken(page)


def test_enter_behind_the_twelfth_word_opens(qtbot: QtBot) -> None:
    page = shown(qtbot, "words")
    box = page.findChild(UnspokenText)
    assert box is not None
    QTest.keyClicks(box, " ".join(["able"] * 11))
    with qtbot.assertNotEmitted(page.words_entered):
        QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "able")
    with qtbot.waitSignal(page.words_entered) as caught:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert caught.args == [" ".join(["able"] * 11) + "\nable"]


def test_a_wrong_passphrase_does_not_push_other_ways(qtbot: QtBot) -> None:
    page = shown(qtbot, "passphrase", "words")
    line = page.findChild(UnspokenLine)
    assert line is not None
    QTest.keyClicks(line, "gren tea")
    page.show_problem(errors.WrongPassphrase())
    assert not buttons(page, "With the twelve recovery words")
    QTest.keyClicks(line, "green tea")  # in place of the wrong one
    assert line.text() == "green tea"


def test_work_can_be_cancelled_and_keeps_the_rest_quiet(qtbot: QtBot) -> None:
    page = shown(qtbot, *EVERY_WAY)
    page.set_busy("Waiting for the keyring")
    (go,) = buttons(page, "Open")
    assert not go.isEnabled()
    with qtbot.waitSignal(page.cancel_requested):
        press(page, "Cancel")
    page.set_idle()
    assert go.isEnabled()
    assert not buttons(page, "Cancel")


def test_a_damaged_vault_offers_its_backup_even_without_any_way(qtbot: QtBot) -> None:
    page = shown(qtbot)
    page.show_problem(errors.SlotsDamaged("keyslots.json"))
    page.offer_backup("12 Mar 2026")
    assert "(from 12 Mar 2026)" in spoken(page)
    assert "Nothing is overwritten" in spoken(page)
    with qtbot.waitSignal(page.backup_requested):
        press(page, "Bring it back")


@pytest.mark.parametrize("way", sorted(EVERY_WAY))
def test_every_control_has_a_name(qtbot: QtBot, way: str) -> None:
    page = shown(qtbot, way)
    page.set_busy("…")
    page.offer_backup("12 Mar 2026")
    assert unnamed_controls(page) == []
