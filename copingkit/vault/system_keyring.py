"""The operating system's own keyring, chosen by class: never plaintext, never by configuration.

The only importer of the `keyring` package, whose own choice (`keyring.get_keyring()`) follows an
environment variable or a file and may end at a store in plain text or one that keeps nothing.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from copingkit.core.errors import (
    EnvironmentProblem,
    KeyringDoesNotKeep,
    KeyringItemMissing,
    KeyringPromptDismissed,
    NoKeyringService,
)
from copingkit.vault.key_store import (
    SERVICE,
    KeyringState,
    KeyStore,
    decode,
    encode,
    must_be_kept,
    must_not_overwrite,
)

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

_HERE: str = sys.platform

_NATIVE = {
    "linux": ("keyring.backends.SecretService", "Keyring"),
    "win32": ("keyring.backends.Windows", "WinVaultKeyring"),
    "darwin": ("keyring.backends.macOS", "Keyring"),
}
_NAMES = {
    "linux": "Secret Service",
    "win32": "Windows Credential Locker",
    "darwin": "macOS Keychain",
}
_REAL = frozenset(
    {
        *_NATIVE.values(),
        ("keyring.backends.libsecret", "Keyring"),
        ("keyring.backends.kwallet", "DBusKeyring"),
        ("keyring.backends.kwallet", "DBusKeyringKWallet4"),
    }
)
_CHAINER = ("keyring.backends.chainer", "ChainerBackend")


def accept(backend: object) -> bool:
    """Whether a backend is a real keyring of an operating system, judged by its exact class.

    Null, fail, plain files and whatever is unknown are refused; a chainer is accepted when every
    backend inside it is, and there is one.
    """
    name = (type(backend).__module__, type(backend).__qualname__)
    if name == _CHAINER:
        inside: Iterable[object] = tuple(getattr(backend, "backends", ()))
        return any(True for _ in inside) and all(accept(one) for one in inside)
    return name in _REAL


class SystemKeyring:
    """The KeyStore of this computer; each call raises NoKeyringService where there is none.

    `patience`: seconds that an answer may take which needs nobody to type anything.
    """

    def __init__(self, patience: float = 3.0) -> None:
        self._patience = patience
        self._chosen: KeyStore | None = None

    def state(self) -> KeyringState:
        """How the keyring is; never prompts."""
        try:
            return self._store().state()
        except NoKeyringService:
            return KeyringState.ABSENT

    def read_quietly(self, vault_id: str) -> bytes:
        """The secret, without any prompt."""
        if _HERE == "linux":
            # Late, and less than all of `secret_service`: start-up waits for this.
            with _whole_installation():
                from copingkit.vault import secret_reading

            return secret_reading.read(vault_id, self._patience)
        return self._store().read_quietly(vault_id)

    def read(self, vault_id: str, abandoned: threading.Event | None = None) -> bytes:
        """The secret; lets the keyring prompt and waits."""
        return self._store().read(vault_id, abandoned)

    def set(self, vault_id: str, secret: bytes, abandoned: threading.Event | None = None) -> None:
        """Keep `secret` and read it back."""
        self._store().set(vault_id, secret, abandoned)

    def delete(self, vault_id: str) -> None:
        """Remove the secret."""
        self._store().delete(vault_id)

    def _store(self) -> KeyStore:
        if self._chosen is None:
            self._chosen = _choose(self._patience, _HERE)
        return self._chosen


class BackendStore:
    """A KeyStore over one backend of the `keyring` package: Windows and macOS.

    Their stores are open while the person is logged in. Windows never prompts; macOS may ask
    once after an update of the program.
    """

    def __init__(self, backend: KeyringBackend) -> None:
        if not accept(backend):
            raise NoKeyringService
        self._backend = backend

    def state(self) -> KeyringState:
        """Ready, as far as it can be known without touching an item."""
        return KeyringState.READY

    def read_quietly(self, vault_id: str) -> bytes:
        """The secret; raises as KeyStore says."""
        secret = self._look_up(vault_id)
        if secret is None:
            raise KeyringItemMissing
        return secret

    def read(self, vault_id: str, abandoned: threading.Event | None = None) -> bytes:
        """The secret; `abandoned` has no effect, since nothing waits."""
        del abandoned
        return self.read_quietly(vault_id)

    def set(self, vault_id: str, secret: bytes, abandoned: threading.Event | None = None) -> None:
        """Keep `secret` and read it back; raises as KeyStore says."""
        del abandoned
        if must_not_overwrite(self._look_up(vault_id), secret):
            return
        _ask(lambda: self._backend.set_password(SERVICE, vault_id, encode(secret)))
        must_be_kept(self._look_up(vault_id), secret)

    def delete(self, vault_id: str) -> None:
        """Remove the secret."""
        if _ask(lambda: self._backend.get_password(SERVICE, vault_id)) is not None:
            _ask(lambda: self._backend.delete_password(SERVICE, vault_id))

    def _look_up(self, vault_id: str) -> bytes | None:
        text = _ask(lambda: self._backend.get_password(SERVICE, vault_id))
        return None if text is None else decode(text)


def _ask(question: Callable[[], T]) -> T:
    try:
        return question()
    except Exception as error:  # noqa: BLE001 - backends raise what their systems raise
        raise _problem(error) from None


def _problem(error: Exception) -> EnvironmentProblem:
    from keyring import errors  # late: not on Linux's way to the plan

    if isinstance(error, errors.KeyringLocked):  # what macOS raises when a question is denied
        return KeyringPromptDismissed()
    if isinstance(error, errors.PasswordSetError):
        return KeyringDoesNotKeep()
    return NoKeyringService()


def _choose(patience: float, platform: str) -> KeyStore:
    if platform == "linux":
        with _whole_installation():
            # Late, and not `keyring`: its import alone costs more than reading the item.
            from copingkit.vault.secret_service import SecretService

        return SecretService(patience)
    return BackendStore(native_backend(platform))


@contextlib.contextmanager
def _whole_installation() -> Iterator[None]:
    try:
        yield
    except ImportError:
        raise NoKeyringService from None


def keyring_name(platform: str = _HERE) -> str:
    """What this system calls the keyring that is used here, or "none"."""
    try:
        _choose(1, platform)
    except NoKeyringService:
        return "none"
    return _NAMES[platform]


def native_backend(platform: str) -> KeyringBackend:
    """The `keyring` package's backend for a platform, where it can work.

    Raises NoKeyringService where it cannot, and for platforms that we know no keyring of.
    """
    name = _NATIVE.get(platform)
    if name is None:
        raise NoKeyringService
    try:
        backend_class = getattr(importlib.import_module(name[0]), name[1])
        backend_class.priority  # noqa: B018 - raises RuntimeError where it cannot work
        backend: KeyringBackend = backend_class()
    except (ImportError, RuntimeError, OSError):
        raise NoKeyringService from None
    return backend
