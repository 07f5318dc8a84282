"""Keys under keys, against published vectors where there are any."""

from __future__ import annotations

import pickle

import pytest

from copingkit.core.errors import VaultClosed
from copingkit.vault import cipher

KEY = bytes(range(32))
SECRET = b"thirty-two bytes of a secret key"


def test_what_is_wrapped_is_unwrapped() -> None:
    nonce, sealed = cipher.wrap(KEY, SECRET, b"slot")
    assert len(nonce) == 12
    assert len(sealed) == len(SECRET) + 16
    assert cipher.unwrap(KEY, nonce, sealed, b"slot") == SECRET


def test_no_two_wraps_are_the_same() -> None:
    assert cipher.wrap(KEY, SECRET, b"") != cipher.wrap(KEY, SECRET, b"")


@pytest.mark.parametrize("part", ["key", "nonce", "sealed", "associated"])
def test_one_changed_bit_anywhere_is_refused(part: str) -> None:
    nonce, sealed = cipher.wrap(KEY, SECRET, b"slot")
    parts = {"key": KEY, "nonce": nonce, "sealed": sealed, "associated": b"slot"}
    for place in range(len(parts[part])):
        changed = bytearray(parts[part])
        changed[place] ^= 1
        with pytest.raises(cipher.WrongKey):
            cipher.unwrap(*{**parts, part: bytes(changed)}.values())


def test_derive_is_hkdf_sha256() -> None:
    # RFC 5869, test case 1, its first 32 bytes.
    got = cipher.derive(b"\x0b" * 22, bytes(range(13)), bytes(range(0xF0, 0xFA)))
    assert got.hex() == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"


def test_stretch_depends_on_everything_that_goes_in() -> None:
    costs = cipher.Argon2Costs(64, 1, 1)
    outcomes = {
        cipher.stretch("heron", b"s" * 16, costs),
        cipher.stretch("Heron", b"s" * 16, costs),
        cipher.stretch("heron", b"t" * 16, costs),
        cipher.stretch("heron", b"s" * 16, cipher.Argon2Costs(128, 1, 1)),
        cipher.stretch("heron", b"s" * 16, cipher.Argon2Costs(64, 2, 1)),
        cipher.stretch("heron", b"s" * 16, cipher.Argon2Costs(64, 1, 2)),
    }
    assert len(outcomes) == 6
    assert {len(outcome) for outcome in outcomes} == {32}


def test_a_letter_typed_in_two_ways_is_the_same_passphrase() -> None:
    costs = cipher.Argon2Costs(64, 1, 1)
    composed, decomposed = "M\u00e9lanie", "Me\u0301lanie"
    assert cipher.stretch(composed, b"s" * 16, costs) == cipher.stretch(
        decomposed, b"s" * 16, costs
    )


def test_the_costs_are_those_of_the_rfc() -> None:
    assert cipher.Argon2Costs(memory_kib=65536, passes=3, lanes=4) == cipher.RFC_9106_SECOND


def test_a_data_key_shows_itself_to_nobody() -> None:
    key = cipher.DataKey(SECRET)
    assert key.bytes == SECRET
    assert "secret" not in f"{key} {key!r}"
    with pytest.raises(TypeError):
        pickle.dumps(key)


def test_a_dropped_key_is_gone() -> None:
    key = cipher.DataKey(SECRET)
    key.drop()
    key.drop()
    assert "dropped" in repr(key)
    with pytest.raises(VaultClosed):
        _ = key.bytes


def test_a_data_key_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="32"):
        cipher.DataKey(b"short")


def test_random_keys_and_salts_differ() -> None:
    assert len({cipher.random_key() for _ in range(50)}) == 50
    assert len({cipher.random_salt() for _ in range(50)}) == 50
    assert (len(cipher.random_key()), len(cipher.random_salt())) == (32, 16)
