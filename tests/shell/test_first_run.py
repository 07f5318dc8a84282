from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from copingkit.core import errors
from copingkit.shell.first_run import FirstRun, Protection
from copingkit.ui.widgets.unspoken import UnspokenLine
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import buttons, field, press, show
from tests.support.words import WORDS


@pytest.fixture
def page(qtbot: QtBot) -> FirstRun:
    countries = [("DE", "Germany"), ("GB", "United Kingdom")]
    return show(qtbot, FirstRun(countries, "GB", random.Random(5)))


def go_to_protection(page: FirstRun) -> None:
    press(page, "Go on")
    press(page, "Go on")


def type_passphrase(page: FirstRun, first: str, second: str) -> None:
    for name, typed in (("New passphrase", first), ("The same again", second)):
        one = field(page, UnspokenLine, name)
        one.wipe()
        QTest.keyClicks(one, typed)


def test_the_first_step_says_what_it_is_not(page: FirstRun) -> None:
    said = spoken(page)
    assert "gives no medical advice" in said
    assert "never uses the network" in said
    assert not buttons(page, "Back")


def test_a_country_is_chosen_or_not_and_back_works(qtbot: QtBot, page: FirstRun) -> None:
    press(page, "Go on")
    box = page.findChild(QComboBox)
    assert box is not None
    assert box.currentText() == "United Kingdom"
    box.setCurrentIndex(0)
    assert "no numbers of ours" in spoken(page)
    with qtbot.waitSignal(page.country_chosen) as caught:
        press(page, "Go on")
    assert caught.args == [""]
    press(page, "Back")
    box.setCurrentText("Germany")
    assert "no numbers of ours" not in spoken(page)
    with qtbot.waitSignal(page.country_chosen) as caught:
        press(page, "Go on")
    assert caught.args == ["DE"]
    assert page.step == 3
    press(page, "Back")
    with qtbot.waitSignal(page.country_chosen):
        QTest.keyClick(box, Qt.Key.Key_Return)


def test_a_found_keyring_is_the_default(qtbot: QtBot, page: FirstRun) -> None:
    page.set_keyring(None)
    go_to_protection(page)
    assert not any(one.isVisible() for one in page.findChildren(UnspokenLine))
    with qtbot.waitSignal(page.protect_requested) as caught:
        press(page, "Protect it this way")
    assert caught.args == [Protection(keyring=True)]


def test_enter_leads_through_the_choice_of_protection(qtbot: QtBot, page: FirstRun) -> None:
    go_to_protection(page)
    page.set_keyring(None)
    (keyring,) = buttons(page, "This computer's keyring")
    (both,) = buttons(page, "The keyring and a passphrase")
    (alone,) = buttons(page, "A passphrase only")
    assert keyring.hasFocus()
    with qtbot.waitSignal(page.protect_requested) as caught:
        QTest.keyClick(keyring, Qt.Key.Key_Return)
    assert caught.args == [Protection(keyring=True)]
    QTest.keyClick(keyring, Qt.Key.Key_Down)
    QTest.keyClick(both, Qt.Key.Key_Down)
    assert alone.isChecked()
    with qtbot.assertNotEmitted(page.protect_requested):
        QTest.keyClick(alone, Qt.Key.Key_Return)
    assert field(page, UnspokenLine, "New passphrase").hasFocus()
    assert "at least 8 characters" not in spoken(page)


def test_where_the_data_travel_a_passphrase_is_the_default(qtbot: QtBot) -> None:
    page = show(qtbot, FirstRun([("DE", "Germany")], travels=True))
    assert "in the folder copingkit-data beside the program" in spoken(page)
    assert "on this computer only" not in spoken(page)
    go_to_protection(page)
    page.set_keyring(None)
    assert "A passphrase opens it on any of them" in spoken(page)
    (keyring,) = buttons(page, "This computer's keyring")
    (alone,) = buttons(page, "A passphrase only")
    assert keyring.isEnabled()
    assert alone.isChecked()
    assert unnamed_controls(page) == []


def test_without_a_keyring_only_a_passphrase_is_offered(page: FirstRun) -> None:
    go_to_protection(page)
    assert "Looking for" in spoken(page)
    page.set_keyring(errors.NoKeyringService())
    assert "offers no keyring that copingkit trusts" in spoken(page)
    (keyring,) = buttons(page, "This computer's keyring")
    (alone,) = buttons(page, "A passphrase only")
    assert not keyring.isEnabled()
    assert alone.isChecked()


def test_a_passphrase_has_some_length_and_is_typed_twice(qtbot: QtBot, page: FirstRun) -> None:
    go_to_protection(page)
    page.set_keyring(None)
    press(page, "The keyring and a passphrase")
    with qtbot.assertNotEmitted(page.protect_requested):
        type_passphrase(page, "short", "short")
        press(page, "Protect it this way")
        assert "at least 8 characters" in spoken(page)
        type_passphrase(page, "green tea and rain", "green tea")
        press(page, "Protect it this way")
        assert "not the same yet" in spoken(page)
    type_passphrase(page, "green tea and rain", "green tea and rain")
    with qtbot.waitSignal(page.protect_requested) as caught:
        QTest.keyClick(field(page, UnspokenLine, "The same again"), Qt.Key.Key_Return)
    assert caught.args == [Protection(keyring=True, passphrase="green tea and rain")]
    assert "green" not in repr(caught.args)
    assert "green" not in spoken(page, hidden=True)


def test_what_was_refused_is_replaced_by_what_is_typed_next(qtbot: QtBot, page: FirstRun) -> None:
    go_to_protection(page)
    page.set_keyring(None)
    press(page, "A passphrase only")
    first = field(page, UnspokenLine, "New passphrase")
    second = field(page, UnspokenLine, "The same again")
    type_passphrase(page, "short", "short")
    QTest.keyClick(second, Qt.Key.Key_Return)
    QTest.keyClicks(first, "green tea and rain")
    QTest.keyClick(first, Qt.Key.Key_Return)
    QTest.keyClicks(second, "green tea and rain")
    with qtbot.waitSignal(page.protect_requested) as caught:
        QTest.keyClick(second, Qt.Key.Key_Return)
    assert caught.args == [Protection(keyring=False, passphrase="green tea and rain")]


def test_a_typed_passphrase_survives_a_keyring_found_late(page: FirstRun) -> None:
    go_to_protection(page)
    type_passphrase(page, "green tea and rain", "")
    page.set_keyring(None)
    (alone,) = buttons(page, "A passphrase only")
    assert alone.isChecked()


def test_making_the_vault_is_shown_and_its_failure_told(page: FirstRun) -> None:
    page.set_keyring(None)
    go_to_protection(page)
    page.set_busy("Making your vault …")
    (go,) = buttons(page, "Protect it this way")
    assert not go.isEnabled()
    page.show_problem(errors.DiskFull("vault.db"))
    assert go.isEnabled()
    assert "disk is full" in spoken(page)


def test_words_are_silent_until_a_person_asks(qtbot: QtBot, page: FirstRun) -> None:
    page.show_words(WORDS)
    assert page.step == 4
    assert "Word 3 of 12" in spoken(page)
    assert not [word for word in WORDS if word in spoken(page, hidden=True).split()]
    press(page, "Let the screen reader read them")
    assert "Word 5 of 12: above" in spoken(page)
    with qtbot.waitSignal(page.print_words_requested):
        press(page, "Print the words")


def asked(page: FirstRun) -> dict[int, UnspokenLine]:
    shown = [one for one in page.findChildren(UnspokenLine) if one.isVisible()]
    return {int(one.accessibleName().split()[1]): one for one in shown}


def test_three_words_are_asked_back_with_a_kind_correction(qtbot: QtBot, page: FirstRun) -> None:
    page.show_words(WORDS)
    press(page, "I have written them down")
    fields = asked(page)
    assert len(fields) == 3
    wrong, *right = fields
    for place in right:
        QTest.keyClicks(fields[place], WORDS[place - 1][:4].upper() + " ")
    with qtbot.assertNotEmitted(page.words_confirmed):
        press(page, "Check")
    assert f"Word {wrong} is a different one." in spoken(page)
    QTest.keyClicks(fields[wrong], WORDS[wrong - 1])
    with qtbot.waitSignal(page.words_confirmed) as caught:
        QTest.keyClick(fields[wrong], Qt.Key.Key_Return)
    assert caught.args == [True]
    assert page.step == 5
    assert not buttons(page, "Back")


def test_enter_leads_from_word_to_word_and_a_wrong_one_is_typed_over(
    qtbot: QtBot, page: FirstRun
) -> None:
    page.show_words(WORDS)
    press(page, "I have written them down")
    typed = {place: WORDS[place - 1] for place in asked(page)}
    last = max(typed)
    for place, field_of in asked(page).items():
        assert QApplication.focusWidget() is field_of
        assert "is a different one" not in spoken(page)
        QTest.keyClicks(field_of, "wrong" if place == last else typed[place])
        QTest.keyClick(field_of, Qt.Key.Key_Return)
    assert f"Word {last} is a different one." in spoken(page)
    QTest.keyClicks(asked(page)[last], typed[last])
    with qtbot.waitSignal(page.words_confirmed):
        QTest.keyClick(asked(page)[last], Qt.Key.Key_Return)


def test_one_can_go_back_to_the_words(page: FirstRun) -> None:
    page.show_words(WORDS)
    press(page, "I have written them down")
    press(page, "Back")
    assert buttons(page, "I have written them down")
    assert not asked(page)


def test_later_keeps_the_way_back_until_the_end(qtbot: QtBot, page: FirstRun) -> None:
    page.show_words(WORDS)
    with qtbot.waitSignal(page.words_confirmed) as caught:
        press(page, "Later")
    assert caught.args == [False]
    press(page, "Back")
    assert page.step == 4
    assert page._words._card.words == WORDS
    press(page, "Later")
    press(page, "Someone is doing this with me")
    assert page.with_clinician
    with qtbot.waitSignal(page.finished) as caught:
        press(page, "Look around first")
    assert caught.args == ["home"]
    assert not page._words._card.words


def test_the_plan_comes_first(qtbot: QtBot, page: FirstRun) -> None:
    page.show_words(WORDS)
    press(page, "Later")
    with qtbot.waitSignal(page.finished) as caught:
        press(page, "Write the first step")
    assert caught.args == ["plan"]


def test_every_control_of_every_step_has_a_name(page: FirstRun) -> None:
    found = unnamed_controls(page)
    go_to_protection(page)
    press(page, "A passphrase only")
    found += unnamed_controls(page)
    page.show_words(WORDS)
    found += unnamed_controls(page)
    press(page, "I have written them down")
    found += unnamed_controls(page)
    press(page, "Later")
    assert found + unnamed_controls(page) == []
