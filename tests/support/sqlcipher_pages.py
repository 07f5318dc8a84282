"""Decrypts a SQLCipher 4 file page by page, from its published design, without SQLCipher.

Source: Zetetic, "SQLCipher Design" (zetetic.net/sqlcipher/design): AES-256-CBC, HMAC-SHA512,
4096-byte pages that end in a 16-byte IV and a 64-byte HMAC; a raw key is used as it is.
"""

from __future__ import annotations

import hashlib
import hmac

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, SALT, IV, HMAC = 4096, 16, 16, 64


def decrypted(encrypted: bytes, key: bytes) -> bytes:
    """The plain SQLite file; raises ValueError when a page is not what the key wrote."""
    salt = encrypted[:SALT]
    hmac_salt = bytes(byte ^ 0x3A for byte in salt)
    hmac_key = hashlib.pbkdf2_hmac("sha512", key, hmac_salt, 2, 32)
    plain = bytearray()
    for number in range(1, len(encrypted) // PAGE + 1):
        page = encrypted[(number - 1) * PAGE : number * PAGE]
        skipped = SALT if number == 1 else 0
        body, initial = page[skipped : -IV - HMAC], page[-IV - HMAC : -HMAC]
        sealed = body + initial + number.to_bytes(4, "little")
        if not hmac.compare_digest(hmac.digest(hmac_key, sealed, "sha512"), page[-HMAC:]):
            raise ValueError("wrong key or damaged page")
        decryptor = Cipher(algorithms.AES(key), modes.CBC(initial)).decryptor()
        plain += b"SQLite format 3\0" if number == 1 else b""
        plain += decryptor.update(body) + decryptor.finalize() + bytes(IV + HMAC)
    plain[18:20] = b"\1\1"  # not in WAL mode, so that a copy in memory can be read
    return bytes(plain)
