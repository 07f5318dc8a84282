from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QSlider, QSpinBox
from pytestqt.qtbot import QtBot

from copingkit import __version__
from copingkit.core import errors
from copingkit.core.links import Link
from copingkit.preferences.preferences import Preferences
from copingkit.shell.preferences_page import PreferencesPage
from copingkit.shell.protection_cards import ProtectionState
from copingkit.ui.widgets.unspoken import UnspokenLine
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import buttons, field, press, show
from tests.support.ears import Ears

pytestmark = pytest.mark.usefixtures("dressed")

START = Preferences(theme="light", country="GB", idle_minutes=10)
LANGUAGES = [("de", "Deutsch"), ("en", "English")]
COUNTRIES = [("DE", "Germany"), ("GB", "United Kingdom"), ("US", "United States")]
STATE = ProtectionState("14 Mar 2026", keyring_says="The keyring opens it on this computer.")


@pytest.fixture
def page(qtbot: QtBot) -> PreferencesPage:
    made = PreferencesPage(START, COUNTRIES, LANGUAGES, STATE, Ears())
    return show(qtbot, made)


@pytest.mark.parametrize("travels", [False, True])
def test_it_says_which_version_this_is_and_where_the_data_lie(qtbot: QtBot, travels: bool) -> None:
    state = replace(STATE, travels=travels)
    page = show(qtbot, PreferencesPage(START, COUNTRIES, LANGUAGES, state, Ears()))
    assert f"Version {__version__}" in spoken(page)
    assert ("copingkit-data beside the program" in spoken(page)) is travels
    assert ("stay when copingkit is updated or removed" in spoken(page)) is not travels


@pytest.mark.parametrize(
    ("name", "entry", "expected"),
    [
        ("Colours", "High contrast", replace(START, theme="contrast")),
        ("Language", "Deutsch", replace(START, language="de")),
        ("Country", "Germany", replace(START, country="DE")),
        ("Country", "Not chosen, or not in this list", replace(START, country="")),
        ("Paper for printing", "Letter", replace(START, paper="Letter")),
    ],
)
def test_a_choice_is_sent_at_once(
    qtbot: QtBot, page: PreferencesPage, name: str, entry: str, expected: Preferences
) -> None:
    box = field(page, QComboBox, name)
    with qtbot.waitSignal(page.preferences_changed) as caught:
        box.setCurrentText(entry)
    assert caught.args == [expected]


def test_text_size_goes_in_tens_by_slider_and_number(qtbot: QtBot, page: PreferencesPage) -> None:
    slider = field(page, QSlider, "Text size")
    number = field(page, QSpinBox, "Text size in per cent")
    with qtbot.waitSignal(page.preferences_changed) as caught:
        QTest.keyClick(slider, Qt.Key.Key_Right)
    assert caught.args == [replace(START, text_size=110)]
    assert number.value() == 110
    number.setFocus()
    number.selectAll()
    QTest.keyClicks(number, "164")
    with qtbot.waitSignal(page.preferences_changed) as caught:
        QTest.keyClick(number, Qt.Key.Key_Return)
    assert caught.args == [replace(START, text_size=160)]
    assert (slider.value(), number.value()) == (160, 160)


def test_changes_add_up(qtbot: QtBot, page: PreferencesPage) -> None:
    field(page, QComboBox, "Colours").setCurrentText("Dark")
    with qtbot.waitSignal(page.preferences_changed) as caught:
        next(box for box in page.findChildren(QCheckBox) if box.text() == "Less motion").click()
    assert caught.args == [replace(START, theme="dark", reduced_motion=True)]


def test_never_locking_is_zero_minutes(qtbot: QtBot, page: PreferencesPage) -> None:
    number = field(page, QSpinBox, "Lock when nobody types or clicks for")
    with qtbot.waitSignal(page.preferences_changed) as caught:
        number.setValue(0)
    assert caught.args == [replace(START, idle_minutes=0)]
    assert number.text() == "Never"


def test_the_wheel_changes_nothing_in_passing(page: PreferencesPage) -> None:
    box = field(page, QComboBox, "Country")
    field(page, QComboBox, "Colours").setFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert box.currentText() == "United Kingdom"


def test_a_link_brings_a_field_into_view_with_the_focus(
    qtbot: QtBot, page: PreferencesPage
) -> None:
    page.activateWindow()
    page.show_target("country")
    assert page.focused == "country"
    page.show_target("passphrase")
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    assert page.focused == "passphrase"


def test_words_and_keyring_tell_their_state(qtbot: QtBot, page: PreferencesPage) -> None:
    assert "Last proved on 14 Mar 2026." in spoken(page)
    assert "The keyring opens it on this computer." in spoken(page)
    with qtbot.waitSignal(page.link_requested) as caught:
        press(page, "Check them or make new ones")
    assert caught.args == [Link("recovery")]


def test_the_keyring_is_taken_into_use_or_says_why_not(qtbot: QtBot) -> None:
    state = ProtectionState(keyring_says="It is not used for this vault.", can_use_keyring=True)
    page = show(qtbot, PreferencesPage(START, COUNTRIES, [], state, Ears()))
    with qtbot.waitSignal(page.keyring.keyring_requested):
        press(page, "Use it for this vault")
    assert "Asking the keyring …" in spoken(page)
    with qtbot.waitSignal(page.keyring.cancel_requested):
        press(page, "Cancel")
    press(page, "Use it for this vault")
    page.keyring.show_problem(errors.NoKeyringService())
    assert "Asking the keyring …" not in spoken(page)
    press(page, "Use it for this vault")
    page.keyring.show_done(replace(state, keyring_says="It keeps a key.", can_use_keyring=False))
    assert "It keeps a key." in spoken(page)
    assert not buttons(page, "Use it for this vault")


def test_words_never_proved_say_so(qtbot: QtBot) -> None:
    page = show(qtbot, PreferencesPage(START, COUNTRIES, [], ProtectionState(), Ears()))
    assert "Not proved yet" in spoken(page)
    assert "This computer's keyring" not in spoken(page).splitlines()


def test_a_passphrase_is_set_in_place(qtbot: QtBot, page: PreferencesPage) -> None:
    card = page.passphrase
    assert not buttons(card, "Remove it")
    press(card, "Set a passphrase")
    press(card, "Save this passphrase")
    assert "at least 8 characters" in spoken(card)
    for name in ("New passphrase", "The same again"):
        QTest.keyClicks(field(card, UnspokenLine, name), "green tea and rain")
    with qtbot.waitSignal(card.passphrase_chosen) as caught:
        press(card, "Save this passphrase")
    assert caught.args == ["green tea and rain"]
    card.set_busy("Saving …")
    assert not any(one.isEnabled() for one in buttons(card, "Save this passphrase"))
    with qtbot.waitSignal(card.cancel_requested):
        press(card, "Cancel")
    card.show_problem(errors.DiskFull("keyslots.json"))
    assert "disk is full" in spoken(card)
    card.show_done("Saved.", ProtectionState(has_passphrase=True, can_remove_passphrase=True))
    assert "Saved. A passphrase is set." in spoken(card)
    assert not any(line.text() for line in card.findChildren(UnspokenLine))


def test_a_passphrase_is_removed_after_one_question(qtbot: QtBot) -> None:
    state = ProtectionState(has_passphrase=True, can_remove_passphrase=True)
    page = show(qtbot, PreferencesPage(START, COUNTRIES, [], state, Ears()))
    card = page.passphrase
    press(card, "Remove it")
    press(card, "Keep it")
    press(card, "Remove it")
    with qtbot.waitSignal(card.removal_requested):
        press(card, "Remove the passphrase")


def test_every_control_has_a_name(page: PreferencesPage) -> None:
    press(page.passphrase, "Set a passphrase")
    assert unnamed_controls(page) == []


def test_giving_up_folds_the_passphrase_card(page: PreferencesPage) -> None:
    card = page.passphrase
    press(card, "Set a passphrase")
    QTest.keyClicks(field(card, UnspokenLine, "New passphrase"), "green tea")
    card.set_busy("Saving …")
    page.clear()
    assert not buttons(card, "Cancel")
    press(card, "Set a passphrase")
    assert field(card, UnspokenLine, "New passphrase").text() == ""


def test_sound_is_kept_with_the_other_choices(qtbot: QtBot, page: PreferencesPage) -> None:
    tones = next(one for one in page.findChildren(QCheckBox) if one.text() == "Soft tones")
    with qtbot.waitSignal(page.preferences_changed) as caught:
        tones.click()
    assert caught.args == [replace(START, tones=True)]
    motion = next(one for one in page.findChildren(QCheckBox) if one.text() == "Less motion")
    with qtbot.waitSignal(page.preferences_changed) as caught:
        motion.click()
    assert caught.args == [replace(START, tones=True, reduced_motion=True)]
