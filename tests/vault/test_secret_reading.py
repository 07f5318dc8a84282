"""What a keyring may answer while a key is read, beyond what the contract goes through."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from jeepney import DBusErrorResponse, MessageType
from secretstorage.dhcrypto import Session
from secretstorage.util import format_secret

from copingkit.core.errors import EnvironmentProblem, KeyringItemMissing, NoKeyringService
from copingkit.vault import secret_reading
from copingkit.vault.key_store import encode
from copingkit.vault.secret_reading import Connection
from copingkit.vault.transfer import Transfer

VAULT = "ab" * 16
SECRET = bytes(range(32))
KEPT = encode(SECRET).encode()
MEMBER, ERROR_NAME = 3, 4  # header fields of a D-Bus message

Answer = tuple[Any, ...] | str  # a body, or the name of an error
Asked = Callable[..., Answer]


class Bus:
    """Answers each method by a function of its arguments."""

    def __init__(self, **answers: Asked) -> None:
        self._answers = answers

    def send_and_get_reply(self, message: Any, *, timeout: float) -> Any:
        answer = self._answers[message.header.fields[MEMBER]](*message.body)
        failed = isinstance(answer, str)
        header = SimpleNamespace(
            message_type=MessageType.error if failed else MessageType.method_return,
            fields={ERROR_NAME: answer} if failed else {},
        )
        return SimpleNamespace(header=header, body=() if failed else answer)


def found(*paths: str) -> Asked:
    return lambda _attributes: (list(paths),)


def in_the_clear(algorithm: str, _offer: object) -> Answer:
    if algorithm == "plain":
        return (("s", ""), "/session")
    return "org.freedesktop.DBus.Error.NotSupported"


def sent(content: bytes, initial: bytes = b"") -> Asked:
    return lambda _session: (("/session", initial, content, "text/plain"),)


def read(**answers: Asked) -> bytes | None:
    return secret_reading.look_up(Connection(Bus(**answers), 1.0), VAULT)


def test_a_keyring_without_encryption_on_the_way_is_read_too() -> None:
    secret = read(
        SearchItems=found("/item"),
        OpenSession=in_the_clear,
        GetSecret=sent(KEPT),
    )
    assert secret == SECRET


def test_a_keyring_that_opens_no_session_at_all_is_not() -> None:
    with pytest.raises(DBusErrorResponse):
        read(SearchItems=found("/item"), OpenSession=lambda *_: "org.freedesktop.DBus.Error.Failed")


def test_an_item_that_is_no_key_is_passed_over() -> None:
    of = {"/session": iter([b"a password of somebody", KEPT])}
    secret = read(
        SearchItems=found("/one", "/two"),
        OpenSession=in_the_clear,
        GetSecret=lambda session: ((session, b"", next(of[session]), "text/plain"),),
    )
    assert secret == SECRET


def test_where_all_items_are_no_keys_there_is_none() -> None:
    secret = read(SearchItems=found("/one"), OpenSession=in_the_clear, GetSecret=sent(b"?"))
    assert secret is None


@pytest.mark.parametrize(
    ("address", "problem"),
    [("", NoKeyringService), ("unix:path=/nonexistent/bus", NoKeyringService)],
)
def test_an_address_that_leads_nowhere_is_no_keyring(
    address: str, problem: type[EnvironmentProblem], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    with pytest.raises(problem):
        secret_reading.read(VAULT, 1.0)


@pytest.mark.parametrize(
    "name", ["DBus.Error.UnknownMethod", "DBus.Error.UnknownObject", "Secret.Error.NoSuchObject"]
)
def test_what_is_not_there_is_missing(name: str) -> None:
    error = DBusErrorResponse(
        SimpleNamespace(header=SimpleNamespace(fields={4: f"org.freedesktop.{name}"}), body=())
    )
    with pytest.raises(KeyringItemMissing), secret_reading.named_problems():
        raise error


def test_it_agrees_with_another_program_on_the_key() -> None:
    ours, theirs = Transfer(), Session()
    theirs.object_path = "/session"
    theirs.set_server_public_key(int.from_bytes(ours.offer, "big"))
    ours.agree(theirs.my_public_key.to_bytes(128, "big"))
    _session, initial, sealed, _type = format_secret(theirs, SECRET, "text/plain")
    assert SECRET not in sealed
    assert ours.open(initial, sealed) == SECRET


def test_each_agreement_is_another() -> None:
    assert Transfer().offer != Transfer().offer
