"""The page for everything one can choose: looks, language, country, locking, protection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from copingkit.core.links import Link
from copingkit.preferences.preferences import PAPERS, Preferences
from copingkit.shell.about_card import about_card
from copingkit.shell.choices import sound_of, with_sound
from copingkit.shell.country_field import Country, CountryField
from copingkit.shell.preference_fields import IdleField, TextSizeField
from copingkit.shell.protection_cards import (
    KeyringStateCard,
    PassphraseStateCard,
    ProtectionState,
    WordsStateCard,
)
from copingkit.ui.hearing import Hearing
from copingkit.ui.language import translate
from copingkit.ui.widgets.calm_fields import CalmWheel, Choice, ChoiceField
from copingkit.ui.widgets.layout import Card, PageColumn
from copingkit.ui.widgets.sound_choice import SoundChoice
from copingkit.ui.widgets.text import label
from copingkit.ui.widgets.wrapping import TickBox


class PreferencesPage(PageColumn):
    """Each change is sent at once as `preferences_changed`, with all the others as they are.

    `passphrase` and `keyring` are cards whose signals and answers the host uses.
    """

    preferences_changed = Signal(Preferences)
    link_requested = Signal(Link)

    def __init__(
        self,
        preferences: Preferences,
        countries: Sequence[Country],
        languages: Sequence[Choice],
        protection: ProtectionState,
        hearing: Hearing,
    ) -> None:
        """`countries` and `languages` are (code, name); the system's language is added here."""
        super().__init__(translate("Preferences", "Preferences"), width=640)
        self._now = preferences
        self._fields: dict[str, QWidget] = {}
        self.passphrase = PassphraseStateCard(protection)
        self.keyring = KeyringStateCard(protection)
        words = WordsStateCard(protection)
        words.recovery_requested.connect(lambda: self.link_requested.emit(Link("recovery")))
        self.body.addWidget(label(translate("Preferences", "Preferences"), "h1"))
        self.body.addWidget(self._looks())
        self.body.addWidget(self._sound(hearing))
        self.body.addWidget(self._place(countries, languages))
        self.body.addWidget(self._locking())
        for name, card in (
            ("words", words),
            ("passphrase", self.passphrase),
            ("keyring", self.keyring),
        ):
            self._fields[name] = card
            self.body.addWidget(card)
        self.body.addWidget(about_card(protection.travels))
        self.body.addStretch(1)

    @property
    def focused(self) -> str:
        """The target that names the field with the focus; empty when none has it.

        A host that builds the page anew after a change gives it back to `show_target`.
        """
        for name, field in self._fields.items():
            if any(part.hasFocus() for part in field.findChildren(QWidget)) or field.hasFocus():
                return name
        return ""

    @override
    def show_target(self, target: str) -> None:
        super().show_target(target)
        field = self._fields.get(target)
        if field is not None:
            field.setFocus()
            # The page has its size only after the layout ran.
            QTimer.singleShot(0, field, lambda: self.ensureWidgetVisible(field))

    def clear(self) -> None:
        """Empty what was typed for a passphrase."""
        self.passphrase.clear()

    # --- its cards

    def _looks(self) -> Card:
        themes = (
            ("system", translate("Preferences", "Like the system")),
            ("light", translate("Preferences", "Light")),
            ("dark", translate("Preferences", "Dark")),
            ("contrast", translate("Preferences", "High contrast")),
        )
        size = TextSizeField(self._now.text_size)
        size.chosen.connect(lambda value: self._change(replace(self._now, text_size=value)))
        motion = TickBox(translate("Preferences", "Less motion"))
        motion.setChecked(self._now.reduced_motion)
        motion.toggled.connect(lambda on: self._change(replace(self._now, reduced_motion=on)))
        self._fields |= {
            "theme": ChoiceField(
                translate("Preferences", "Colours"),
                themes,
                self._now.theme,
                lambda code: self._change(replace(self._now, theme=code)),
            ),
            "text_size": size,
            "motion": motion,
        }
        return self._card(translate("Preferences", "Looks"), "theme", "text_size", "motion")

    def _place(self, countries: Sequence[Country], languages: Sequence[Choice]) -> Card:
        country = CountryField(countries, self._now.country)
        CalmWheel(country).watch(country.box)
        country.chosen.connect(lambda code: self._change(self._now.with_country(code)))
        usual = translate("Preferences", "As usual in the country ({paper})")
        by_country = replace(self._now, paper="").paper_size
        papers = [("", usual.replace("{paper}", by_country)), *((name, name) for name in PAPERS)]
        system = ("", translate("Preferences", "The system's language"))
        self._fields |= {
            "language": ChoiceField(
                translate("Preferences", "Language"),
                [system, *languages],
                self._now.language,
                lambda code: self._change(replace(self._now, language=code)),
                translate("Preferences", "Changes fully when copingkit is started again."),
            ),
            "country": country,
            "paper": ChoiceField(
                translate("Preferences", "Paper for printing"),
                papers,
                self._now.paper,
                lambda code: self._change(replace(self._now, paper=code)),
            ),
        }
        return self._card(
            translate("Preferences", "Language and country"), "language", "country", "paper"
        )

    def _sound(self, hearing: Hearing) -> Card:
        sound = SoundChoice(sound_of(self._now), hearing)
        sound.changed.connect(lambda chosen: self._change(with_sound(self._now, chosen)))
        self._fields["sound"] = sound
        return self._card(translate("Preferences", "Sound in exercises"), "sound")

    def _locking(self) -> Card:
        idle = IdleField(self._now.idle_minutes)
        idle.chosen.connect(lambda value: self._change(replace(self._now, idle_minutes=value)))
        self._fields["idle"] = idle
        return self._card(translate("Preferences", "Locking"), "idle")

    def _card(self, title: str, *names: str) -> Card:
        return Card(label(title, "h2"), *(self._fields[name] for name in names), spacing=12)

    def _change(self, preferences: Preferences) -> None:
        self._now = preferences
        self.preferences_changed.emit(preferences)
