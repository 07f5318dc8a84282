"""What may be heard: soft tones and the computer's own voice, both off until they are wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSlider, QWidget
from typing_extensions import override

from copingkit.ui import theme
from copingkit.ui.hearing import Hearing, Lack, SoundChoices, Tone, Voice
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.calm_fields import CalmWheel, ChoiceField
from copingkit.ui.widgets.layout import column, holder, row
from copingkit.ui.widgets.text import field_label, label
from copingkit.ui.widgets.wrapping import TickBox


class SoundChoice(QWidget):
    """Each change is sent at once as `changed` (SoundChoices). Nothing sounds but by "Try it"."""

    changed = Signal(object)

    def __init__(self, choices: SoundChoices, hearing: Hearing) -> None:
        super().__init__()
        self.now = choices
        self._hearing = hearing
        self._asked = self._tried = False
        self.tones = TickBox(translate("Sound", "Soft tones"))
        self.voice = TickBox(translate("Sound", "A voice that reads each step"))
        self.volume = self._slider(translate("Sound", "How loud"), 0, 100, choices.volume)
        self.rate = self._slider(translate("Sound", "How fast the voice is"), -50, 50, choices.rate)
        self._voice_place = column()
        self._voice_box = holder(
            column(_named(self.rate), holder(self._voice_place), spacing=8, margins=(28, 0, 0, 0))
        )
        self._note = label("", "small")
        self._note.hide()
        self._loud_box = holder(column(_named(self.volume)))
        try_it = button(translate("Sound", "Try it"), self._try)
        self._try_line = holder(row(try_it, None))
        self.setLayout(
            column(
                row(self.tones, None),
                self._hint(
                    translate(
                        "Sound",
                        "Rising to breathe in, falling to breathe out. Bells in quiet times.",
                    )
                ),
                row(self.voice, None),
                self._voice_box,
                self._loud_box,
                self._try_line,
                self._note,
                spacing=8,
            )
        )
        self._take()
        self._connect()

    def _connect(self) -> None:
        self.tones.toggled.connect(lambda on: self._change(self.now._replace(tones=on)))
        self.voice.toggled.connect(lambda on: self._change(self.now._replace(voice=on)))
        self.volume.valueChanged.connect(lambda at: self._change(self.now._replace(volume=at)))
        self.rate.valueChanged.connect(lambda at: self._change(self.now._replace(rate=at)))

    # --- what is chosen

    def _change(self, choices: SoundChoices) -> None:
        self.now = choices
        self._take()
        self.changed.emit(choices)

    def _take(self) -> None:
        self.tones.setChecked(self.now.tones)
        self.voice.setChecked(self.now.voice)
        anything = self.now.tones or self.now.voice
        self._voice_box.setVisible(self.now.voice)
        self._loud_box.setVisible(anything)
        self._try_line.setVisible(anything)
        if self.now.voice and not self._asked:
            self._asked = True
            self._hearing.voices(self._on_voices)

    def _on_voices(self, voices: tuple[Voice, ...]) -> None:
        if not voices:
            self._say(words_for(Lack.NO_VOICE))
        if len(voices) < 2:
            return
        own = [voice for voice in voices if _same_language(voice.language, self.now.language)]
        others = [voice for voice in voices if voice not in own]  # for exercises of one's own
        field = ChoiceField(
            translate("Sound", "Voice"),
            [
                ("", translate("Sound", "The system's usual voice")),
                *((voice.name, voice.name) for voice in own),
                *((voice.name, f"{voice.name} · {voice.language}") for voice in others),
            ],
            self.now.voice_name,
            lambda name: self._change(self.now._replace(voice_name=name)),
        )
        self._voice_place.addWidget(field)
        field.show()  # in the same moment, not one turn of the event loop later

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """What was opened to try it is not kept open."""
        super().hideEvent(event)
        if self._tried:
            self._tried = False
            self._hearing.close()

    # --- what is heard

    def _try(self) -> None:
        self._note.hide()
        self._tried = True
        self._hearing.prepare(self.now, lambda lack: self._say(words_for(lack)))
        if self.now.voice:
            self._hearing.say(translate("Sound", "Breathe in. And slowly out."))
        if self.now.tones:
            self._hearing.play(Tone.BELL)

    def _say(self, text: str) -> None:
        self._note.setText(text)
        self._note.show()

    # --- its parts

    def _slider(self, name: str, low: int, high: int, value: int) -> QSlider:
        made = QSlider(Qt.Orientation.Horizontal)
        made.setRange(low, high)
        made.setSingleStep(10)
        made.setPageStep(20)
        made.setTracking(False)  # a choice is kept once the handle is let go
        made.setValue(value)
        made.setAccessibleName(name)
        made.setMinimumHeight(theme.px(36))
        CalmWheel(made).watch(made)
        return made

    def _hint(self, text: str) -> QWidget:
        return holder(column(label(text, "small"), margins=(28, 0, 0, 0)))


def words_for(lack: Lack) -> str:
    """One plain line for what cannot be heard here."""
    words = {
        Lack.NO_SOUND_LIBRARY: translate(
            "Sound", "This build of copingkit has no tones. Everything else works without them."
        ),
        Lack.NO_DEVICE: translate(
            "Sound", "No sound device was found, so there are no tones. Everything else works."
        ),
        Lack.NO_VOICE: translate(
            "Sound", "This computer has no voice that copingkit can use. The words stay on screen."
        ),
    }
    return words[lack]


def _named(slider: QSlider) -> QWidget:
    return holder(column(field_label(slider.accessibleName(), slider), slider, spacing=4))


def _same_language(first: str, second: str) -> bool:
    return first.replace("_", "-").partition("-")[0] == second.partition("-")[0].partition("_")[0]
