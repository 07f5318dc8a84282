"""Wires the page of preferences: choices at once, the passphrase by the worker."""

from __future__ import annotations

import threading
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from copingkit.core.errors import EnvironmentProblem
from copingkit.shell import folders
from copingkit.shell.country_field import known_countries
from copingkit.shell.pages import Host
from copingkit.shell.preferences_page import PreferencesPage
from copingkit.shell.protection_cards import ProtectionState
from copingkit.ui import language
from copingkit.ui.heard import hearing
from copingkit.ui.language import short_date, translate
from copingkit.ui.tasks import Task
from copingkit.vault.keyslots import SlotKind
from copingkit.vault.open_vault import OpenVault


class PreferencesHost(QObject):
    """One page of preferences, while a vault is open."""

    def __init__(self, host: Host) -> None:
        page = PreferencesPage(
            host.preferences,
            known_countries(),
            language.available(),
            replace(_state(host.door.open), travels=folders.travels(host.door.vault.folder)),
            hearing(),
        )
        super().__init__(page)
        self._host = host
        self._abandoned = threading.Event()
        self._task: Task | None = None
        self.page = page
        page.preferences_changed.connect(host.choices.take)
        page.link_requested.connect(host.open_link)
        card = page.passphrase
        card.passphrase_chosen.connect(self._on_chosen)
        card.removal_requested.connect(lambda: self._change(None))
        card.cancel_requested.connect(self._on_cancel)
        page.keyring.keyring_requested.connect(self._use_keyring)
        page.keyring.cancel_requested.connect(self._give_up)

    def _on_chosen(self, passphrase: str) -> None:
        self._change(passphrase)

    def _change(self, passphrase: str | None) -> None:
        opened = self._host.door.open
        if opened is None:
            return
        abandoned = self._abandoned = threading.Event()
        self.page.passphrase.set_busy(translate("Preferences", "Changing the locks …"))
        self._task = self._host.tasks.run(
            lambda: opened.set_passphrase(passphrase, abandoned),
            lambda _done: self._on_changed(passphrase is not None),
            self._on_failed,
        )

    def _on_changed(self, is_set: bool) -> None:
        done = (
            translate("Preferences", "From now on the passphrase is asked for.")
            if is_set
            else translate("Preferences", "The passphrase is gone.")
        )
        self.page.passphrase.show_done(done, _state(self._host.door.open))

    def _use_keyring(self) -> None:
        opened = self._host.door.open
        if opened is None:
            return
        abandoned = self._abandoned = threading.Event()
        self._task = self._host.tasks.run(
            lambda: opened.add_keyring_slot(None, abandoned),
            lambda _done: self.page.keyring.show_done(_state(self._host.door.open)),
            self._on_keyring_failed,
        )

    def _on_keyring_failed(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentProblem):
            raise error
        self.page.keyring.show_problem(error)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentProblem):
            raise error
        self.page.passphrase.show_problem(error)

    def _on_cancel(self) -> None:
        self._give_up()
        self.page.passphrase.clear()

    def _give_up(self) -> None:
        self._abandoned.set()
        if self._task is not None:
            self._host.tasks.cancel(self._task)


def preferences_page(host: Host) -> QWidget:
    """The page, wired."""
    return PreferencesHost(host).page


def _state(opened: OpenVault | None) -> ProtectionState:
    if opened is None:
        return ProtectionState()
    slots = opened.slots
    by_keyring = slots.has(SlotKind.KEYRING) or slots.has(SlotKind.KEYRING_AND_PASSPHRASE)
    has_passphrase = slots.has(SlotKind.PASSPHRASE) or slots.has(SlotKind.KEYRING_AND_PASSPHRASE)
    proved = opened.words_proved_at or slots.words_confirmed_at
    return ProtectionState(
        words_proved=short_date(proved) if proved else "",
        has_passphrase=has_passphrase,
        can_remove_passphrase=has_passphrase and by_keyring,
        keyring_says=(
            translate("Preferences", "It keeps a key for this vault.")
            if by_keyring
            else _keyring_unused(has_passphrase=has_passphrase)
        ),
        can_use_keyring=not by_keyring,
    )


def _keyring_unused(*, has_passphrase: bool) -> str:
    if has_passphrase:
        return translate(
            "Preferences",
            "It is not used for this vault. With it, whoever is logged in here opens the vault "
            "without the passphrase.",
        )
    return translate(
        "Preferences",
        "It is not used for this vault. With it, whoever is logged in here opens the vault "
        "without the words.",
    )
