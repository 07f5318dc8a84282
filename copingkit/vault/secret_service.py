"""The keyring of Linux desktops over D-Bus: GNOME Keyring, KWallet, KeePassXC and others.

The only importer of secretstorage. Items look exactly like those of the `keyring` package's own
Secret Service backend. What start-up needs of it is in `secret_reading`.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from typing import Any

import secretstorage
from secretstorage.exceptions import (
    ItemNotFoundException,
    LockedException,
    PromptDismissedException,
    SecretStorageException,
)
from secretstorage.util import add_match_rules

from copingkit.core.errors import (
    KeyringDidNotAnswer,
    KeyringItemMissing,
    KeyringLocked,
    KeyringPromptDismissed,
    NoKeyringService,
)
from copingkit.vault import secret_reading
from copingkit.vault.key_store import (
    SERVICE,
    KeyringState,
    encode,
    must_be_kept,
    must_not_overwrite,
)
from copingkit.vault.secret_reading import attributes, look_up, present

_POLL = 0.1  # seconds between two looks at whether the person gave up on a prompt
_APPLICATION = "Python keyring library"  # what the `keyring` package calls itself


class SecretService:
    """A KeyStore over the Secret Service of the session bus.

    `patience` is how long, in seconds, one answer may take that needs nobody to type anything.
    """

    def __init__(self, patience: float = 3.0) -> None:
        self._patience = patience

    def state(self) -> KeyringState:
        """How the keyring is; never prompts."""
        try:
            with self._connected() as connection:
                collection = _default_collection(connection)
                if collection is None:
                    return KeyringState.NOT_SET_UP
                return KeyringState.LOCKED if collection.is_locked() else KeyringState.READY
        except NoKeyringService:
            return KeyringState.ABSENT
        except KeyringDidNotAnswer:
            return KeyringState.SILENT

    def read_quietly(self, vault_id: str) -> bytes:
        """The secret, without any prompt; raises as KeyStore says."""
        return secret_reading.read(vault_id, self._patience)

    def read(self, vault_id: str, abandoned: threading.Event | None = None) -> bytes:
        """The secret; lets the keyring prompt and waits; raises as KeyStore says."""
        with self._connected(abandoned) as connection:
            collection = _default_collection(connection)
            if collection is None:
                raise KeyringItemMissing
            _unlock(collection)
            for item in collection.search_items(attributes(vault_id)):
                _unlock(item)  # KeePassXC asks for each item on its own
            return present(look_up(connection, vault_id))

    def set(self, vault_id: str, secret: bytes, abandoned: threading.Event | None = None) -> None:
        """Keep `secret` and read it back over a new connection; raises as KeyStore says."""
        with self._connected(abandoned) as connection:
            collection = _default_collection(connection)
            if collection is None:  # asks the person for a new password
                collection = secretstorage.create_collection(connection, "Default", "default")
            _unlock(collection)
            if must_not_overwrite(look_up(connection, vault_id), secret):
                return
            collection.create_item(
                f"Password for '{vault_id}' on '{SERVICE}'",
                {**attributes(vault_id), "application": _APPLICATION},
                encode(secret).encode(),
                replace=True,
            )
        must_be_kept(secret_reading.read(vault_id, self._patience), secret)

    def delete(self, vault_id: str) -> None:
        """Remove the secret; never prompts; raises as KeyStore says."""
        with self._connected() as connection:
            collection = _default_collection(connection)
            if collection is None:
                return
            if collection.is_locked():
                raise KeyringLocked
            for item in collection.search_items(attributes(vault_id)):
                item.delete()

    @contextlib.contextmanager
    def _connected(self, abandoned: threading.Event | None = None) -> Iterator[_Connection]:
        with _named_problems():
            bus = secret_reading.open_bus()
            connection = _Connection(bus, self._patience, abandoned or threading.Event())
            with contextlib.closing(connection):
                add_match_rules(connection)
                if not secretstorage.check_service_availability(connection):
                    raise NoKeyringService
                yield connection


class _Connection(secret_reading.Connection):
    """A connection that may also wait for a prompt, as long as the person wants it."""

    def __init__(self, bus: Any, patience: float, abandoned: threading.Event) -> None:
        super().__init__(bus, patience)
        self._abandoned = abandoned

    def filter(self, rule: Any) -> Any:
        """Collects signals, as the bus connection does."""
        return self._bus.filter(rule)

    def recv_until_filtered(self, queue: Any, *, timeout: None = None) -> Any:
        """Waits for a signal (a prompt's end) until it comes or the person gives up."""
        del timeout  # secretstorage gives none for a prompt
        while not self._abandoned.is_set():
            with contextlib.suppress(TimeoutError):
                return self._bus.recv_until_filtered(queue, timeout=_POLL)
        # The keyring's question stays on the screen: asking GNOME Keyring 42 to take it back
        # (Prompt.Dismiss) makes the daemon crash, with all that is unlocked in it.
        raise KeyringPromptDismissed


def _default_collection(connection: _Connection) -> secretstorage.Collection | None:
    try:
        return secretstorage.Collection(connection)
    except ItemNotFoundException:
        return None


def _unlock(locked: secretstorage.Collection | secretstorage.Item) -> None:
    if locked.is_locked():
        locked.unlock()
        if locked.is_locked():
            raise KeyringPromptDismissed


@contextlib.contextmanager
def _named_problems() -> Iterator[None]:
    try:
        with secret_reading.named_problems():
            yield
    except PromptDismissedException:
        raise KeyringPromptDismissed from None
    except LockedException:
        raise KeyringLocked from None
    except ItemNotFoundException:  # taken away between two calls
        raise KeyringItemMissing from None
    except SecretStorageException:
        raise NoKeyringService from None
