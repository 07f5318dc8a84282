"""How a secret is written into a keyring."""

from __future__ import annotations

import pytest

from copingkit.core.errors import KeyringDoesNotKeep
from copingkit.vault.key_store import (
    WouldOverwriteKey,
    decode,
    encode,
    must_be_kept,
    must_not_overwrite,
)

SECRET = bytes(range(32))


def test_a_secret_comes_back_from_text_and_bytes() -> None:
    assert decode(encode(SECRET)) == SECRET
    assert decode(encode(SECRET).encode()) == SECRET


@pytest.mark.parametrize("text", ["", "hunter2", "AAAA", "ä", b"\xff", "A" * 43])
def test_anything_else_is_no_secret(text: str | bytes) -> None:
    assert decode(text) is None


def test_only_32_bytes_are_a_secret() -> None:
    with pytest.raises(ValueError, match="32"):
        encode(b"short")


def test_what_did_not_come_back_the_same_was_not_kept() -> None:
    must_be_kept(SECRET, SECRET)
    for present in (None, SECRET[::-1]):
        with pytest.raises(KeyringDoesNotKeep):
            must_be_kept(present, SECRET)


def test_only_the_same_secret_may_be_there() -> None:
    assert must_not_overwrite(SECRET, SECRET)
    assert not must_not_overwrite(None, SECRET)
    with pytest.raises(WouldOverwriteKey):
        must_not_overwrite(SECRET[::-1], SECRET)
