"""The preferences in use: kept in their file, applied to the whole program at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from copingkit.core.errors import EnvironmentProblem
from copingkit.preferences.preferences import Preferences, PreferencesFile
from copingkit.ui import theme
from copingkit.ui.hearing import SoundChoices

# a change of one of these is seen on every page
_SEEN = ("theme", "text_size", "language", "country", "paper", "reduced_motion", "first_run_done")


class Choices(QObject):
    """The preferences and what follows from a change of them.

    `changed` comes with every change, `dressed` once the program looks different and pages have
    to be built anew, `unsaved` (an EnvironmentProblem) when the file could not be written.
    `was_broken` says that the file could not be understood and was set aside.
    """

    changed = Signal()
    dressed = Signal()
    unsaved = Signal(object)

    def __init__(self, file: PreferencesFile) -> None:
        super().__init__()
        self._file = file
        self.now = file.load()
        self.was_broken = file.was_broken

    def prepare(self) -> None:
        """Choose the look; `theme.wear` completes it once there is something to see."""
        theme.prepare(self.now.theme, self.now.text_size, reduced_motion=self.now.reduced_motion)

    def dress(self) -> None:
        """Give the program its look."""
        theme.apply(self.now.theme, self.now.text_size, reduced_motion=self.now.reduced_motion)

    def follow_system(self) -> None:
        """Dress anew when the system's colours or its wish for contrast change."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    def _on_system_changed(self) -> None:
        if theme.resolved(self.now.theme) != theme.now().theme:
            self.dress()
            self.dressed.emit()

    def take(self, preferences: Preferences) -> None:
        """Use and keep new preferences; those that could not be kept hold until the end."""
        if preferences == self.now:
            return
        before, self.now = self.now, preferences
        try:
            self._file.save(preferences)
        except EnvironmentProblem as problem:
            self.unsaved.emit(problem)
        self.changed.emit()
        if any(getattr(before, name) != getattr(preferences, name) for name in _SEEN):
            self.dress()
            self.dressed.emit()

    def take_country(self, country: str) -> None:
        """Take a country for helplines and paper."""
        self.take(self.now.with_country(country))

    @property
    def sound(self) -> SoundChoices:
        """What may be heard."""
        return sound_of(self.now)

    def take_sound(self, sound: SoundChoices) -> None:
        """Take what may be heard from now on."""
        self.take(with_sound(self.now, sound))

    def larger(self) -> None:
        """The next larger text."""
        self.take(self.now.with_text_size(self.now.text_size + 10))

    def smaller(self) -> None:
        """The next smaller text."""
        self.take(self.now.with_text_size(self.now.text_size - 10))


def sound_of(preferences: Preferences) -> SoundChoices:
    """What may be heard, by these preferences."""
    return SoundChoices(
        tones=preferences.tones,
        volume=preferences.volume,
        voice=preferences.voice,
        voice_name=preferences.voice_name,
        language=preferences.language or "en",
        rate=preferences.voice_rate,
    )


def with_sound(preferences: Preferences, sound: SoundChoices) -> Preferences:
    """The preferences with other choices of what may be heard."""
    return replace(
        preferences,
        tones=sound.tones,
        volume=sound.volume,
        voice=sound.voice,
        voice_name=sound.voice_name,
        voice_rate=sound.rate,
    )
