"""Reads a key from the Secret Service in five calls, without any question to the person.

Start-up waits for this. secretstorage needs twice as many calls, and twice as long to import.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

# jeepney has no type annotations: hence Any.
from jeepney import (
    DBusAddress,
    DBusErrorResponse,
    Properties,
    new_method_call,
)
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

from copingkit.core.errors import (
    EnvironmentProblem,
    KeyringDidNotAnswer,
    KeyringItemMissing,
    KeyringLocked,
    NoKeyringService,
)
from copingkit.vault.key_store import SERVICE, decode
from copingkit.vault.transfer import Transfer

_BUS_NAME = "org.freedesktop.secrets"
_SERVICE = ("/org/freedesktop/secrets", "org.freedesktop.Secret.Service")
_DEFAULT = ("/org/freedesktop/secrets/aliases/default", "org.freedesktop.Secret.Collection")
_ITEM = "org.freedesktop.Secret.Item"
_ENCRYPTED = "dh-ietf1024-sha256-aes128-cbc-pkcs7"
_NOT_ENCRYPTED = "org.freedesktop.DBus.Error.NotSupported"
_NOT_THERE = frozenset(
    f"org.freedesktop.{name}"
    for name in (
        "DBus.Error.UnknownMethod",
        "DBus.Error.UnknownObject",
        "Secret.Error.NoSuchObject",
    )
)


class Connection:
    """A connection to the session bus on which no answer is waited for longer than `patience`."""

    def __init__(self, bus: Any, patience: float) -> None:
        self._bus = bus
        self._patience = patience

    def send_and_get_reply(self, message: Any, *, timeout: float | None = None) -> Any:
        """Call a method; raises TimeoutError when no answer comes in time."""
        return self._bus.send_and_get_reply(message, timeout=timeout or self._patience)

    def call(self, at: tuple[str, str], method: str, signature: str, *values: Any) -> Any:
        """What a method of the keyring gives; `at` is a path and an interface."""
        message = new_method_call(_address(at), method, signature, values)
        return unwrap_msg(self.send_and_get_reply(message))

    def value_of(self, at: tuple[str, str], name: str) -> Any:
        """A property of something in the keyring."""
        message = Properties(_address(at)).get(name)
        (_signature, value), *_ = unwrap_msg(self.send_and_get_reply(message))
        return value

    def close(self) -> None:
        """End the connection."""
        self._bus.close()


def read(vault_id: str, patience: float) -> bytes:
    """The secret in the default collection; raises as `KeyStore.read_quietly` says."""
    with named_problems(), contextlib.closing(Connection(open_bus(), patience)) as connection:
        if connection.value_of(_DEFAULT, "Locked"):
            raise KeyringLocked
        return present(look_up(connection, vault_id))


def look_up(connection: Connection, vault_id: str) -> bytes | None:
    """The secret in the unlocked default collection; None when it holds none of ours."""
    (items,) = connection.call(_DEFAULT, "SearchItems", "a{ss}", attributes(vault_id))
    if not items:
        return None
    session, transfer = _agree(connection)
    for item in items:
        (sent,) = connection.call((item, _ITEM), "GetSecret", "o", session)
        _session, initial, sealed, _type = sent
        secret = decode(transfer.open(bytes(initial), bytes(sealed)))
        if secret is not None:
            return secret
    return None


def present(secret: bytes | None) -> bytes:
    """The secret, which must be there; raises KeyringItemMissing."""
    if secret is None:
        raise KeyringItemMissing
    return secret


def attributes(vault_id: str) -> dict[str, str]:
    """By what a vault's secret is found."""
    return {"service": SERVICE, "username": vault_id}


def open_bus() -> Any:
    """A connection to the session bus; raises NoKeyringService where there is none."""
    try:
        return open_dbus_connection()
    except (KeyError, ValueError):  # no address, one that is none, or it does not take us
        raise NoKeyringService from None


def problem(error: DBusErrorResponse) -> EnvironmentProblem:
    """What an error that came over the bus means here."""
    if error.name in _NOT_THERE:
        return KeyringItemMissing()
    return KeyringLocked() if error.name.endswith(".IsLocked") else NoKeyringService()


@contextlib.contextmanager
def named_problems() -> Iterator[None]:
    """Turn what goes wrong on the bus into problems by name."""
    try:
        yield
    except TimeoutError:
        raise KeyringDidNotAnswer from None
    except DBusErrorResponse as error:
        raise problem(error) from None
    except OSError:  # no bus at that address, or it went away
        raise NoKeyringService from None


def _agree(connection: Connection) -> tuple[str, Transfer]:
    """A session, and what opens its secrets; in the clear where the keyring cannot do better."""
    transfer = Transfer()
    try:
        offer = ("ay", transfer.offer)
        (_signature, answer), session = connection.call(
            _SERVICE, "OpenSession", "sv", _ENCRYPTED, offer
        )
    except DBusErrorResponse as error:
        if error.name != _NOT_ENCRYPTED:
            raise
        _, session = connection.call(_SERVICE, "OpenSession", "sv", "plain", ("s", ""))
    else:
        transfer.agree(bytes(answer))
    return session, transfer


def _address(at: tuple[str, str]) -> DBusAddress:
    path, interface = at
    return DBusAddress(path, bus_name=_BUS_NAME, interface=interface)
