from __future__ import annotations

import random

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from copingkit.core import errors
from copingkit.shell.recovery import same_word
from copingkit.shell.recovery_page import RecoveryPage
from copingkit.ui.widgets.unspoken import UnspokenLine, UnspokenText
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import buttons, field, press, show
from tests.support.words import WORDS


@pytest.fixture
def page(qtbot: QtBot) -> RecoveryPage:
    return show(qtbot, RecoveryPage("", lambda word: word in WORDS, random.Random(3)))


def type_words(page: RecoveryPage, typed: str) -> UnspokenText:
    box = field(page, UnspokenText, "The twelve recovery words")
    box.setPlainText(typed)
    return box


def test_right_words_are_said_to_be_right_and_forgotten(qtbot: QtBot, page: RecoveryPage) -> None:
    assert "Not proved yet" in spoken(page)
    box = type_words(page, " ".join(WORDS))
    with qtbot.waitSignal(page.words_entered) as caught:
        press(page, "Check them")
    assert caught.args == [" ".join(WORDS)]
    page.set_busy("Checking …")
    with qtbot.waitSignal(page.cancel_requested):
        press(page, "Cancel")
    page.show_proved("14 Mar 2026")
    assert box.toPlainText() == ""
    assert "Last proved on 14 Mar 2026." in spoken(page)
    assert "These are the right words." in spoken(page)


def test_wrong_words_stay_to_be_mended(page: RecoveryPage) -> None:
    box = type_words(page, "abandon abilty ")
    assert "Word 2 is not in the list" in spoken(page)
    page.show_problem(errors.WordsMistyped((2,)))
    assert box.toPlainText() == "abandon abilty "
    page.show_problem(errors.WrongWords())
    assert "not the ones for this vault" in spoken(page)


def test_new_words_are_asked_for_twice_and_asked_back(qtbot: QtBot, page: RecoveryPage) -> None:
    press(page, "Make new words")
    press(page, "Keep the old ones")
    press(page, "Make new words")
    with qtbot.waitSignal(page.new_words_requested):
        press(page, "Make them now")
    page.show_words(WORDS)
    assert not buttons(page, "Check them")
    with qtbot.waitSignal(page.print_words_requested):
        press(page, "Print the words")
    assert unnamed_controls(page) == []
    press(page, "I have written them down")
    press(page, "Back to the words")
    press(page, "I have written them down")
    assert unnamed_controls(page) == []
    for one in page.findChildren(UnspokenLine):
        if one.isVisible():
            QTest.keyClicks(one, WORDS[int(one.accessibleName().split()[1]) - 1])
    with qtbot.waitSignal(page.words_confirmed) as caught:
        press(page, "Check")
    assert caught.args == [True]
    assert "asked back just now" in spoken(page)
    assert buttons(page, "Check them")
    assert not page._shown.words


def test_new_words_can_wait_for_their_proof(qtbot: QtBot, page: RecoveryPage) -> None:
    page.show_proved("14 Mar 2026")
    page.show_words(WORDS)
    with qtbot.waitSignal(page.words_confirmed) as caught:
        press(page, "Later")
    assert caught.args == [False]
    assert "Not proved yet" in spoken(page)


@pytest.mark.parametrize(
    ("typed", "same"),
    [("accident", True), (" Acci ", True), ("acc", False), ("accent", False), ("", False)],
)
def test_four_letters_tell_a_word(typed: str, same: bool) -> None:
    assert same_word(typed, "accident") is same
