"""The choice of what may be heard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from copingkit.ui.hearing import Lack, SoundChoices, Tone, Voice
from copingkit.ui.widgets.sound_choice import SoundChoice
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import buttons, field, press, show
from tests.support.ears import Ears


@pytest.fixture
def ears(qapp: object) -> Ears:
    made = Ears()
    made.known = (
        Voice("Anna", "de-DE"),
        Voice("Fiona", "en_GB"),
        Voice("Samantha", "en-US"),
    )
    return made


def made(qtbot: QtBot, ears: Ears, choices: SoundChoices) -> tuple[SoundChoice, list[SoundChoices]]:
    box, sent = SoundChoice(choices, ears), list[SoundChoices]()
    box.changed.connect(sent.append)
    return show(qtbot, box, 600, 500), sent


def test_all_is_off_and_nothing_more_is_asked(qtbot: QtBot, ears: Ears) -> None:
    box, _ = made(qtbot, ears, SoundChoices())
    assert not box.tones.isChecked()
    assert not box.voice.isChecked()
    assert not box.volume.isVisible()
    assert not buttons(box, "Try it")
    assert not unnamed_controls(box)


def test_each_choice_is_sent_with_the_others(qtbot: QtBot, ears: Ears) -> None:
    box, sent = made(qtbot, ears, SoundChoices())
    box.tones.click()
    QTest.keyClick(box.volume, Qt.Key.Key_Right)
    box.voice.click()
    QTest.keyClick(box.rate, Qt.Key.Key_Left)
    assert sent[-1] == SoundChoices(tones=True, volume=70, voice=True, rate=-10)
    assert len(sent) == 4
    assert not unnamed_controls(box)


def test_the_voices_of_the_language_come_first(qtbot: QtBot, ears: Ears) -> None:
    box, sent = made(qtbot, ears, SoundChoices(voice=True))
    choice = field(box, QComboBox, "Voice")
    entries = [choice.itemText(at) for at in range(choice.count())]
    assert entries == ["The system's usual voice", "Fiona", "Samantha", "Anna · de-DE"]
    choice.setCurrentText("Samantha")
    assert sent[-1].voice_name == "Samantha"


def test_where_there_is_one_voice_there_is_nothing_to_choose(qtbot: QtBot, ears: Ears) -> None:
    ears.known = (Voice("Fiona", "en"),)
    box, _ = made(qtbot, ears, SoundChoices(voice=True))
    assert not box.findChildren(QComboBox)


def test_no_voice_is_one_plain_line(qtbot: QtBot, ears: Ears) -> None:
    ears.known = ()
    box, _ = made(qtbot, ears, SoundChoices())
    box.voice.click()
    assert "This computer has no voice that copingkit can use" in spoken(box)


def test_it_can_be_tried_and_is_let_go_afterwards(qtbot: QtBot, ears: Ears) -> None:
    box, _ = made(qtbot, ears, SoundChoices(tones=True, voice=True, volume=20))
    assert not ears.heard
    press(box, "Try it")
    assert ears.choices.volume == 20
    assert ears.heard == ["Breathe in. And slowly out.", (Tone.BELL, 0.0)]
    box.hide()
    assert not ears.is_open


@pytest.mark.parametrize("lack", list(Lack))
def test_what_cannot_be_tried_is_said(qtbot: QtBot, ears: Ears, lack: Lack) -> None:
    ears.missing = (lack,)
    box, _ = made(qtbot, ears, SoundChoices(tones=True))
    press(box, "Try it")
    assert box._note.isVisible()
    assert len(box._note.text()) > 30
