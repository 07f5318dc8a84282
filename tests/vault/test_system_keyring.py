"""Only real keyrings count, whatever the environment says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from keyring import errors
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, fail, null
from typing_extensions import override

from copingkit.core.errors import (
    KeyringDoesNotKeep,
    KeyringPromptDismissed,
    NoKeyringService,
)
from copingkit.vault import system_keyring
from copingkit.vault.key_store import KeyringState, encode
from copingkit.vault.secret_service import SecretService as OurSecretService
from copingkit.vault.system_keyring import (
    BackendStore,
    SystemKeyring,
    accept,
    keyring_name,
    native_backend,
)
from tests.support.real_keyring import RealKeyring

VAULT = "ab" * 16
SECRET = bytes(range(32))


def made(backend_class: Callable[[], KeyringBackend]) -> KeyringBackend:
    """A backend; the classes of the `keyring` package have no annotations."""
    return backend_class()


def named(module: str, name: str) -> object:
    """An object whose class says that it comes from `module`."""
    return type(name, (), {"__module__": module})()


def chain(*backends: object) -> object:
    """A chainer, by its class, with backends of our choice inside."""
    inside = {"__module__": "keyring.backends.chainer", "backends": backends}
    return type("ChainerBackend", (), inside)()


REAL = [
    named("keyring.backends.SecretService", "Keyring"),
    named("keyring.backends.libsecret", "Keyring"),
    named("keyring.backends.kwallet", "DBusKeyring"),
    named("keyring.backends.Windows", "WinVaultKeyring"),
    named("keyring.backends.macOS", "Keyring"),
]
REFUSED = [
    made(null.Keyring),
    made(fail.Keyring),
    named("keyrings.alt.file", "PlaintextKeyring"),
    named("keyrings.alt.file", "EncryptedKeyring"),
    named("somewhere.else", "Keyring"),
    None,
]


@pytest.mark.parametrize("backend", REAL)
def test_real_keyrings_are_accepted(backend: object) -> None:
    assert accept(backend)
    assert accept(chain(backend, *REAL))


@pytest.mark.parametrize("backend", REFUSED)
def test_others_are_refused(backend: object) -> None:
    assert not accept(backend)
    assert not accept(chain(REAL[0], backend))


def test_a_chainer_of_nothing_is_refused() -> None:
    assert not accept(chain())


def test_a_subclass_is_not_the_class() -> None:
    class Logging(SecretService.Keyring):
        """Might do anything with what it is given."""

    assert not accept(made(Logging))


@pytest.mark.parametrize("backend", ["null", "fail"])
def test_the_environment_does_not_choose(
    real_keyring: RealKeyring, monkeypatch: pytest.MonkeyPatch, backend: str
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"keyring.backends.{backend}.Keyring")
    store = SystemKeyring()
    store.set(VAULT, SECRET)
    assert store.read_quietly(VAULT) == SECRET
    assert native_backend("linux").get_password("copingkit", VAULT) == encode(SECRET)


def test_without_a_keyring_nothing_else_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    store = SystemKeyring()
    assert store.state() is KeyringState.ABSENT
    with pytest.raises(NoKeyringService):
        store.set(VAULT, SECRET)


def test_an_installation_without_its_library_has_no_keyring(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "copingkit.vault.secret_service", None)
    monkeypatch.setitem(sys.modules, "copingkit.vault.secret_reading", None)
    assert SystemKeyring().state() is KeyringState.ABSENT
    with pytest.raises(NoKeyringService):
        SystemKeyring().read_quietly(VAULT)


def test_a_system_that_we_do_not_know_has_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_keyring, "_HERE", "plan9")
    assert SystemKeyring().state() is KeyringState.ABSENT
    with pytest.raises(NoKeyringService):
        SystemKeyring().read_quietly(VAULT)


def test_keyrings_own_backend_and_ours_read_each_others_items(real_keyring: RealKeyring) -> None:
    theirs, ours = native_backend("linux"), OurSecretService()
    theirs.set_password("copingkit", VAULT, encode(SECRET))
    assert ours.read_quietly(VAULT) == SECRET
    ours.delete(VAULT)
    assert theirs.get_password("copingkit", VAULT) is None
    ours.set(VAULT, SECRET)
    assert theirs.get_password("copingkit", VAULT) == encode(SECRET)
    theirs.delete_password("copingkit", VAULT)
    assert ours.state() is KeyringState.READY


def test_an_item_that_is_no_key_of_ours_makes_way(real_keyring: RealKeyring) -> None:
    native_backend("linux").set_password("copingkit", VAULT, "hunter2")
    store = OurSecretService()
    store.set(VAULT, SECRET)
    assert store.read_quietly(VAULT) == SECRET


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux", "plan9"])
def test_a_platform_without_its_keyring_has_none(platform: str) -> None:
    with pytest.raises(NoKeyringService):
        native_backend(platform)


def test_elsewhere_the_platforms_own_backend_is_used(
    real_keyring: RealKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(system_keyring._NATIVE, "win32", system_keyring._NATIVE["linux"])
    assert isinstance(system_keyring._choose(1.0, "win32"), BackendStore)


def test_the_keyring_is_called_what_its_system_calls_it(
    real_keyring: RealKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(system_keyring._NATIVE, "win32", system_keyring._NATIVE["linux"])
    assert keyring_name("linux") == "Secret Service"
    assert keyring_name("win32") == "Windows Credential Locker"
    assert keyring_name("darwin") == keyring_name("plan9") == "none"  # not on this computer


def test_a_backend_that_is_not_accepted_makes_no_store() -> None:
    with pytest.raises(NoKeyringService):
        BackendStore(made(null.Keyring))


class Failing(KeyringBackend):
    """A backend that raises, or loses, whatever a test wants."""

    priority = 5
    error: Exception | None = None

    @override
    def get_password(self, service: str, username: str) -> str | None:
        if self.error is not None:
            raise self.error
        return None

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        return


Failing.__module__, Failing.__qualname__ = "keyring.backends.macOS", "Keyring"


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (errors.KeyringLocked(), KeyringPromptDismissed),
        (errors.PasswordSetError(), KeyringDoesNotKeep),
        (errors.KeyringError(), NoKeyringService),
        (OSError(), NoKeyringService),
    ],
)
def test_what_a_backend_raises_gets_its_name(error: Exception, problem: type[Exception]) -> None:
    backend = made(Failing)
    vars(backend)["error"] = error
    store = BackendStore(backend)
    for call in (store.read_quietly, store.read, store.delete):
        with pytest.raises(problem):
            call(VAULT)


def test_a_backend_that_keeps_nothing_is_found_out() -> None:
    with pytest.raises(KeyringDoesNotKeep):
        BackendStore(made(Failing)).set(VAULT, SECRET)


def test_only_what_reading_takes_is_loaded_for_it(real_keyring: RealKeyring) -> None:
    SystemKeyring().set(VAULT, SECRET)
    program = (
        "import sys; from copingkit.vault.system_keyring import SystemKeyring;"
        f"SystemKeyring().read_quietly('{VAULT}');"
        "print({'keyring', 'secretstorage', 'hashlib', 'hmac'} & set(sys.modules))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "set()"
