"""The keyring of Linux desktops over D-Bus: GNOME Keyring, KWallet, KeePassXC and others.

The only importer of secretstorage. Items look exactly like those of the `keyring` package's own
Secret Service backend, whose import alone takes longer than reading an item does here.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from typing import Any

import secretstorage
from jeepney import DBusErrorResponse  # type: ignore[import-untyped]  # it has no annotations
from secretstorage.dhcrypto import Session
from secretstorage.exceptions import (
    ItemNotFoundException,
    LockedException,
    PromptDismissedException,
    SecretServiceNotAvailableException,
    SecretStorageException,
)
from secretstorage.item import ITEM_IFACE
from secretstorage.util import DBusAddressWrapper, open_session

from copingkit.core.errors import (
    KeyringDidNotAnswer,
    KeyringItemMissing,
    KeyringLocked,
    KeyringPromptDismissed,
    NoKeyringService,
)
from copingkit.vault.cipher import open_transfer
from copingkit.vault.key_store import (
    SERVICE,
    KeyringState,
    decode,
    encode,
    must_be_kept,
    must_not_overwrite,
)

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
        with self._connected() as connection:
            return _present(_look_up(connection, _open_collection(connection), vault_id))

    def read(self, vault_id: str, abandoned: threading.Event | None = None) -> bytes:
        """The secret; lets the keyring prompt and waits; raises as KeyStore says."""
        with self._connected(abandoned) as connection:
            collection = _default_collection(connection)
            if collection is None:
                raise KeyringItemMissing
            _unlock(collection)
            for item in collection.search_items(_attributes(vault_id)):
                _unlock(item)  # KeePassXC asks for each item on its own
            return _present(_look_up(connection, collection, vault_id))

    def set(self, vault_id: str, secret: bytes, abandoned: threading.Event | None = None) -> None:
        """Keep `secret` and read it back over a new connection; raises as KeyStore says."""
        with self._connected(abandoned) as connection:
            collection = _default_collection(connection)
            if collection is None:  # asks the person for a new password
                collection = secretstorage.create_collection(connection, "Default", "default")
            _unlock(collection)
            if must_not_overwrite(_look_up(connection, collection, vault_id), secret):
                return
            collection.create_item(
                f"Password for '{vault_id}' on '{SERVICE}'",
                {**_attributes(vault_id), "application": _APPLICATION},
                encode(secret).encode(),
                replace=True,
            )
        with self._connected() as connection:
            must_be_kept(_look_up(connection, _open_collection(connection), vault_id), secret)

    def delete(self, vault_id: str) -> None:
        """Remove the secret; never prompts; raises as KeyStore says."""
        with self._connected() as connection:
            for item in _open_collection(connection).search_items(_attributes(vault_id)):
                item.delete()

    @contextlib.contextmanager
    def _connected(self, abandoned: threading.Event | None = None) -> Iterator[_Connection]:
        with _named_problems():
            connection = _Connection(
                secretstorage.dbus_init(), self._patience, abandoned or threading.Event()
            )
            with contextlib.closing(connection):
                if not secretstorage.check_service_availability(connection):
                    raise NoKeyringService
                yield connection


class _Connection:
    """A D-Bus connection on which nothing waits for ever: what secretstorage uses of one."""

    # jeepney, which secretstorage builds on, has no type annotations: hence Any.
    def __init__(self, bus: Any, patience: float, abandoned: threading.Event) -> None:
        self._bus = bus
        self._patience = patience
        self._abandoned = abandoned

    def send_and_get_reply(self, message: Any, *, timeout: float | None = None) -> Any:
        """Calls a method; raises TimeoutError when no answer comes in time."""
        return self._bus.send_and_get_reply(message, timeout=timeout or self._patience)

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

    def close(self) -> None:
        """Ends the connection."""
        self._bus.close()


def _attributes(vault_id: str) -> dict[str, str]:
    return {"service": SERVICE, "username": vault_id}


def _default_collection(connection: _Connection) -> secretstorage.Collection | None:
    try:
        return secretstorage.Collection(connection)
    except ItemNotFoundException:
        return None


def _open_collection(connection: _Connection) -> secretstorage.Collection:
    collection = _default_collection(connection)
    if collection is None:
        raise KeyringItemMissing
    if collection.is_locked():
        raise KeyringLocked
    return collection


def _unlock(locked: secretstorage.Collection | secretstorage.Item) -> None:
    if locked.is_locked():
        locked.unlock()
        if locked.is_locked():
            raise KeyringPromptDismissed


def _look_up(
    connection: _Connection, collection: secretstorage.Collection, vault_id: str
) -> bytes | None:
    session = None
    for item in collection.search_items(_attributes(vault_id)):
        session = session or open_session(connection)
        secret = decode(_transfer(connection, item.item_path, session))
        if secret is not None:
            return secret
    return None


def _transfer(connection: _Connection, item_path: str, session: Session) -> bytes:
    # Not Item.get_secret: it loads all of OpenSSL's asymmetric algorithms, a third of the time
    # that the whole reading takes.
    item = DBusAddressWrapper(item_path, ITEM_IFACE, connection)
    ((_session, initial, sealed, _type),) = item.call("GetSecret", "o", session.object_path)
    if session.aes_key is None:  # a keyring that offers no encryption on the way
        return bytes(sealed)
    return open_transfer(session.aes_key, bytes(initial), bytes(sealed))


def _present(secret: bytes | None) -> bytes:
    if secret is None:
        raise KeyringItemMissing
    return secret


@contextlib.contextmanager
def _named_problems() -> Iterator[None]:
    try:
        yield
    except PromptDismissedException:
        raise KeyringPromptDismissed from None
    except LockedException:
        raise KeyringLocked from None
    except SecretServiceNotAvailableException:
        raise NoKeyringService from None
    except TimeoutError:
        raise KeyringDidNotAnswer from None
    except ItemNotFoundException:  # taken away between two calls
        raise KeyringItemMissing from None
    except DBusErrorResponse as error:
        raise (KeyringLocked if error.name.endswith(".IsLocked") else NoKeyringService) from None
    except (SecretStorageException, OSError):  # no bus at that address, or it went away
        raise NoKeyringService from None
