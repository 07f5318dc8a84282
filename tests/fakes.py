"""Fakes of what the operating system offers, held to the same contracts as the real things."""

from __future__ import annotations

import threading

from copingkit.core.errors import (
    KeyringDidNotAnswer,
    KeyringItemMissing,
    KeyringLocked,
    KeyringPromptDismissed,
    NoKeyringService,
)
from copingkit.vault.key_store import KeyringState, must_not_overwrite


class FakeKeyStore:
    """A KeyStore in memory. `now` is its state; `answer` what a prompt would be given.

    `answer` None leaves the prompt open until the caller gives up.
    """

    def __init__(self, now: KeyringState = KeyringState.READY, answer: bool | None = True) -> None:
        self.kept: dict[str, bytes] = {}
        self.now = now
        self.answer = answer

    def state(self) -> KeyringState:
        return self.now

    def read_quietly(self, vault_id: str) -> bytes:
        self._must_answer()
        if self.now is KeyringState.LOCKED:
            raise KeyringLocked
        return self._kept(vault_id)

    def read(self, vault_id: str, abandoned: threading.Event | None = None) -> bytes:
        self._must_answer()
        if self.now is KeyringState.LOCKED:
            self._prompt(abandoned)
        return self._kept(vault_id)

    def set(self, vault_id: str, secret: bytes, abandoned: threading.Event | None = None) -> None:
        self._must_answer()
        if self.now is not KeyringState.READY:
            self._prompt(abandoned)
        if not must_not_overwrite(self.kept.get(vault_id), secret):
            self.kept[vault_id] = secret

    def delete(self, vault_id: str) -> None:
        self._must_answer()
        if self.now is KeyringState.LOCKED:
            raise KeyringLocked
        self.kept.pop(vault_id, None)

    def _must_answer(self) -> None:
        if self.now is KeyringState.ABSENT:
            raise NoKeyringService
        if self.now is KeyringState.SILENT:
            raise KeyringDidNotAnswer

    def _prompt(self, abandoned: threading.Event | None) -> None:
        answer = self.answer  # of this prompt; the next one may have another
        if answer is None:
            assert abandoned is not None, "nobody would ever end this wait"
            abandoned.wait()
        if not answer or (abandoned is not None and abandoned.is_set()):
            raise KeyringPromptDismissed
        self.now = KeyringState.READY

    def _kept(self, vault_id: str) -> bytes:
        if vault_id not in self.kept:
            raise KeyringItemMissing
        return self.kept[vault_id]
