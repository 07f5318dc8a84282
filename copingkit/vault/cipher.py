"""Seals keys under keys: AES-256-GCM, HKDF-SHA256 and Argon2id, and the holder of the data key."""

from __future__ import annotations

import os
import unicodedata
from typing import NamedTuple

# Argon2id is on no way to a plan that the keyring opens: its function imports it, so that start-up
# does not pay for it.
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256, Hash
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from typing_extensions import override

from copingkit.core.errors import VaultClosed

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
SALT_BYTES = 16


class WrongKey(Exception):
    """The key, or what it was bound to, is not what the thing was sealed with."""


class DataKey:
    """Holds the key of the database, shows it to nobody and lets go of it on `drop`.

    Python cannot wipe memory: dropping removes our references, not every trace.
    """

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        self._key: bytes | None = key

    @property
    def bytes(self) -> bytes:
        """The 32 bytes; raises VaultClosed once dropped."""
        if self._key is None:
            raise VaultClosed
        return self._key

    def drop(self) -> None:
        """Forget the key."""
        self._key = None

    @override
    def __repr__(self) -> str:
        return "DataKey(held)" if self._key is not None else "DataKey(dropped)"

    @override
    def __reduce__(self) -> str:
        raise TypeError("a key is not to be copied or pickled")


class Argon2Costs(NamedTuple):
    """What one guess at a passphrase costs (RFC 9106: memory in KiB, passes, lanes)."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


RFC_9106_SECOND = Argon2Costs()
"""The second recommended option of RFC 9106, section 4: 64 MiB, 3 passes, 4 lanes."""


def random_key() -> bytes:
    """32 bytes from the operating system's generator."""
    return os.urandom(KEY_BYTES)


def random_salt() -> bytes:
    """16 bytes from the operating system's generator."""
    return os.urandom(SALT_BYTES)


def wrap(key: bytes, secret: bytes, associated: bytes) -> tuple[bytes, bytes]:
    """`secret` sealed under `key` with AES-256-GCM, bound to `associated`.

    Returns the random 12-byte nonce and the ciphertext with its 16-byte tag at the end.
    """
    nonce = os.urandom(NONCE_BYTES)
    return nonce, AESGCM(key).encrypt(nonce, secret, associated)


def unwrap(key: bytes, nonce: bytes, sealed: bytes, associated: bytes) -> bytes:
    """What `wrap` sealed; raises WrongKey when key, bytes or `associated` differ in one bit."""
    try:
        return AESGCM(key).decrypt(nonce, sealed, associated)
    except InvalidTag:
        raise WrongKey from None


def digest(content: bytes) -> bytes:
    """The SHA-256 of `content`: 32 bytes."""
    # not hashlib's, which loads a second OpenSSL at start-up
    summed = Hash(SHA256())
    summed.update(content)
    return summed.finalize()


def derive(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    """A 32-byte key from a secret that is random already: HKDF-SHA256 (RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose).derive(secret)


def stretch(passphrase: str, salt: bytes, costs: Argon2Costs) -> bytes:
    """A 32-byte key from a passphrase: Argon2id (RFC 9106) over its NFC form in UTF-8.

    Takes about half a second and `costs.memory_kib` of memory: never in the main thread.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # late: see the top

    text = unicodedata.normalize("NFC", passphrase).encode()
    argon2 = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=costs.passes,
        lanes=costs.lanes,
        memory_cost=costs.memory_kib,
    )
    return argon2.derive(text)


def open_transfer(key: bytes, initial: bytes, sealed: bytes) -> bytes:
    """What the Secret Service sends: AES-128-CBC with PKCS #7 padding (its specification, 5.2)."""
    decryptor = Cipher(algorithms.AES(key), modes.CBC(initial)).decryptor()
    padded = decryptor.update(sealed) + decryptor.finalize()
    return padded[: -padded[-1]]
