"""How the Secret Service hides a secret on its way over the bus (its specification, 5.2).

The algorithm is dh-ietf1024-sha256-aes128-cbc-pkcs7.
"""

from __future__ import annotations

import os

from copingkit.vault import cipher

# The Second Oakley Group (RFC 2409, 6.2).
_PRIME = int(
    "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74"
    "020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437"
    "4fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed"
    "ee386bfb5a899fa5ae9f24117c4b1fe649286651ece65381ffffffffffffffff",
    16,
)
_PRIME_BYTES = 128
_AES_KEY_BYTES = 16

# Three times the 80 bits that a group of 1024 bits is worth: RFC 2631, 2.2 asks for twice. An
# exponent of 1024 bits would add nothing but 6 ms to each start.
_EXPONENT_BYTES = 32


class Transfer:
    """Our half of one agreement, and the key that comes of it."""

    def __init__(self) -> None:
        self._private = int.from_bytes(os.urandom(_EXPONENT_BYTES), "big")
        self._key = b""

    @property
    def offer(self) -> bytes:
        """What the keyring is told."""
        return pow(2, self._private, _PRIME).to_bytes(_PRIME_BYTES, "big")

    def agree(self, answer: bytes) -> None:
        """Take what the keyring answered."""
        shared = pow(int.from_bytes(answer, "big"), self._private, _PRIME)
        # A key of 16 bytes is the beginning of one of 32 (RFC 5869, 2.3).
        derived = cipher.derive(shared.to_bytes(_PRIME_BYTES, "big"), b"", b"")
        self._key = derived[:_AES_KEY_BYTES]

    def open(self, initial: bytes, sealed: bytes) -> bytes:
        """What the keyring sent; as it came where the keyring agreed on nothing."""
        return cipher.open_transfer(self._key, initial, sealed) if self._key else sealed
