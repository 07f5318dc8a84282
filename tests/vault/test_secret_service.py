"""What the Secret Service may answer beyond the states that the contract goes through."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jeepney import (
    DBusErrorResponse,
)
from secretstorage.exceptions import (
    ItemNotFoundException,
    LockedException,
    PromptDismissedException,
    SecretServiceNotAvailableException,
    SecretStorageException,
)

from copingkit.core.errors import (
    KeyringDidNotAnswer,
    KeyringItemMissing,
    KeyringLocked,
    KeyringPromptDismissed,
    NoKeyringService,
)
from copingkit.vault import secret_service
from copingkit.vault.key_store import KeyringState
from copingkit.vault.secret_service import SecretService
from tests.support.real_keyring import RealKeyring


def answered(name: str) -> Exception:
    """An error that came over the bus."""
    error: Exception = DBusErrorResponse(
        SimpleNamespace(header=SimpleNamespace(fields={4: name}), body=())
    )
    return error


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (PromptDismissedException(), KeyringPromptDismissed),
        (LockedException(), KeyringLocked),
        (SecretServiceNotAvailableException(), NoKeyringService),
        (TimeoutError(), KeyringDidNotAnswer),
        (ItemNotFoundException(), KeyringItemMissing),
        (answered("org.freedesktop.Secret.Error.IsLocked"), KeyringLocked),
        (answered("org.freedesktop.DBus.Error.AccessDenied"), NoKeyringService),
        (SecretStorageException(), NoKeyringService),
        (ConnectionResetError(), NoKeyringService),
        (FileNotFoundError(), NoKeyringService),
    ],
)
def test_each_failure_has_its_name(error: Exception, problem: type[Exception]) -> None:
    with pytest.raises(problem), secret_service._named_problems():
        raise error


def test_no_bus_at_all_is_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert SecretService().state() is KeyringState.ABSENT


def test_a_bus_without_a_keyring_is_no_keyring(empty_session: RealKeyring) -> None:
    assert SecretService().state() is KeyringState.ABSENT
