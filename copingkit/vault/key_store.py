"""What the vault asks of a keyring, whichever one the operating system has."""

from __future__ import annotations

import base64
import binascii
import threading
from enum import Enum
from typing import Protocol

from copingkit.core.errors import KeyringDoesNotKeep

SERVICE = "copingkit"
SECRET_BYTES = 32


class KeyringState(Enum):
    """How the keyring is right now, found out without asking the person anything."""

    READY = "ready"
    LOCKED = "locked"
    NOT_SET_UP = "not set up"  # there, but it has to be given a password at first use
    ABSENT = "absent"
    SILENT = "silent"  # there, but it does not answer


class WouldOverwriteKey(ValueError):
    """The keyring holds another key under this name; a key is never overwritten."""


class KeyStore(Protocol):
    """Keeps one 32-byte secret a vault. May be called from any thread, one call at a time."""

    def state(self) -> KeyringState:
        """How the keyring is; never prompts, answers within a few seconds."""
        ...

    def read_quietly(self, vault_id: str) -> bytes:
        """The secret, without any prompt and within a few seconds.

        Raises KeyringItemMissing, KeyringLocked, NoKeyringService, KeyringDidNotAnswer.
        """
        ...

    def read(self, vault_id: str, abandoned: threading.Event | None = None) -> bytes:
        """The secret; lets the keyring ask for its password and waits for that without limit.

        Setting `abandoned` (from another thread) ends the waiting with KeyringPromptDismissed.
        Raises KeyringItemMissing, KeyringPromptDismissed, NoKeyringService, KeyringDidNotAnswer.
        """
        ...

    def set(self, vault_id: str, secret: bytes, abandoned: threading.Event | None = None) -> None:
        """Keep `secret` and read it back; may prompt and wait like `read`.

        Raises KeyringDoesNotKeep when it does not come back the same, WouldOverwriteKey when
        another key is there, KeyringPromptDismissed, NoKeyringService, KeyringDidNotAnswer.
        """
        ...

    def delete(self, vault_id: str) -> None:
        """Remove the secret; none being there is fine. Never prompts; raises as read_quietly."""
        ...


def encode(secret: bytes) -> str:
    """A secret as the text that keyrings keep: base64."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a keyring secret has 32 bytes")
    return base64.b64encode(secret).decode()


def decode(text: str | bytes) -> bytes | None:
    """The secret in what a keyring gave, or None when that is no secret of ours."""
    try:
        secret = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return secret if len(secret) == SECRET_BYTES else None


def must_not_overwrite(present: bytes | None, secret: bytes) -> bool:
    """Whether `secret` is there already; raises WouldOverwriteKey when another one is."""
    if present is not None and present != secret:
        raise WouldOverwriteKey
    return present is not None


def must_be_kept(present: bytes | None, secret: bytes) -> None:
    """Raise KeyringDoesNotKeep unless what was read back is what was stored."""
    if present != secret:
        raise KeyringDoesNotKeep
