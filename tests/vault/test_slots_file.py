"""The slots file: what is written is read, and nothing else is."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.core.errors import FileUnreadable, NewerFormat, SlotsDamaged
from copingkit.vault import slots_file
from copingkit.vault.keyslots import (
    Slots,
    seal_with_both,
    seal_with_keyring,
    seal_with_passphrase,
    seal_with_words,
)
from tests.support.vaults import CHEAP, PASSPHRASE

VAULT = "ab" * 16
KEY = bytes(range(32))
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
SLOTS = Slots(
    VAULT,
    NOON,
    (
        seal_with_keyring(VAULT, KEY, KEY),
        seal_with_both(VAULT, KEY, PASSPHRASE, KEY, CHEAP),
        seal_with_passphrase(VAULT, PASSPHRASE, KEY, CHEAP),
        seal_with_words(VAULT, bytes(16), KEY),
    ),
    words_confirmed_at=NOON + timedelta(minutes=1),
)
RAW = slots_file.serialise(SLOTS)


def rewritten(**changes: Any) -> bytes:
    """The file with other content and a checksum that fits."""
    content = {**json.loads(RAW), **changes}
    content["checksum"] = slots_file.checksum(content)
    return json.dumps(content).encode()


def slot_rewritten(place: int, **changes: Any) -> bytes:
    slots = json.loads(RAW)["slots"]
    slots[place].update(changes)
    return rewritten(slots=slots)


def test_what_is_written_is_read() -> None:
    assert slots_file.parse(RAW) == SLOTS
    assert slots_file.parse(rewritten()) == SLOTS


def test_each_flipped_byte_is_harmless_or_damage() -> None:
    for place in range(len(RAW)):
        for flip in (0x01, 0x20, 0x80, 0xFF):
            raw = bytearray(RAW)
            raw[place] ^= flip
            try:
                slots = slots_file.parse(bytes(raw))
            except SlotsDamaged:
                continue
            assert slots == SLOTS, place


@given(st.integers(0, len(RAW) - 1))
def test_a_truncated_file_is_damage(length: int) -> None:
    if RAW[:length].strip() != RAW.strip():
        with pytest.raises(SlotsDamaged):
            slots_file.parse(RAW[:length])


@given(st.binary())
def test_anything_else_is_damage(raw: bytes) -> None:
    with pytest.raises(SlotsDamaged) as caught:
        slots_file.parse(raw)
    assert caught.value.name == "keyslots.json"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"[" * 200_000,
        RAW[:-3] + b', "vault": "00"}',
        rewritten(program="other"),
        rewritten(vault="ab"),
        rewritten(vault=7),
        rewritten(slots={}),
        rewritten(slots=[1]),
        rewritten(created_at=None),
        rewritten(created_at="yesterday"),
        rewritten(format=0),
        rewritten(format=True),
        rewritten(format="1"),
        slot_rewritten(0, kind="blood"),
        slot_rewritten(0, nonce="00"),
        slot_rewritten(0, kdf=None),
        slot_rewritten(2, kdf={}),
        slot_rewritten(2, kdf={"salt": "00" * 16, "memory_kib": 0, "passes": 1, "lanes": 1}),
        slot_rewritten(2, kdf={"salt": "00" * 16, "memory_kib": 9**9, "passes": 1, "lanes": 1}),
    ],
)
def test_what_cannot_be_is_damage(raw: bytes) -> None:
    with pytest.raises(SlotsDamaged):
        slots_file.parse(raw)


def test_a_whole_file_of_a_later_format_is_newer_and_no_damage() -> None:
    with pytest.raises(NewerFormat) as caught:
        slots_file.parse(rewritten(format=2, slots="something else"))
    assert caught.value.name == "keyslots.json"


def test_file_and_copy_are_written_for_their_owner_alone(tmp_path: Path) -> None:
    slots_file.save(tmp_path, SLOTS)
    assert slots_file.load(tmp_path) == SLOTS
    for name in (slots_file.NAME, slots_file.COPY_NAME):
        assert (tmp_path / name).read_bytes() == RAW
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", [b"", RAW[:100], None])
def test_the_copy_stands_in_for_a_damaged_file(tmp_path: Path, damage: bytes | None) -> None:
    slots_file.save(tmp_path, SLOTS)
    file = tmp_path / slots_file.NAME
    file.unlink()
    if damage is not None:
        file.write_bytes(damage)
    assert slots_file.load(tmp_path) == SLOTS
    slots_file.mend(tmp_path, SLOTS)
    assert file.read_bytes() == RAW
    broken = tmp_path / "keyslots.json.broken-1"
    assert (broken.read_bytes() if broken.exists() else None) == damage


def test_both_damaged_is_damage_of_the_file(tmp_path: Path) -> None:
    slots_file.save(tmp_path, SLOTS)
    for name in (slots_file.NAME, slots_file.COPY_NAME):
        (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(SlotsDamaged) as caught:
        slots_file.load(tmp_path)
    assert caught.value.name == "keyslots.json"


def test_the_file_counts_where_file_and_copy_differ(tmp_path: Path) -> None:
    slots_file.save(tmp_path, SLOTS)
    old = slots_file.serialise(SLOTS.without(*{slot.kind for slot in SLOTS.slots}))
    (tmp_path / slots_file.COPY_NAME).write_bytes(old)
    assert slots_file.load(tmp_path) == SLOTS
    slots_file.mend(tmp_path, SLOTS)
    assert (tmp_path / slots_file.COPY_NAME).read_bytes() == RAW
    assert not list(tmp_path.glob("*broken*"))


def test_a_newer_file_is_not_passed_over_for_its_copy(tmp_path: Path) -> None:
    slots_file.save(tmp_path, SLOTS)
    (tmp_path / slots_file.NAME).write_bytes(rewritten(format=2))
    with pytest.raises(NewerFormat):
        slots_file.load(tmp_path)


def test_a_file_that_may_not_be_read_is_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slots_file.save(tmp_path, SLOTS)

    def denied(path: Path, limit: int) -> bytes:
        raise FileUnreadable(path.name) from PermissionError()

    monkeypatch.setattr(slots_file, "read", denied)  # root may read everything
    with pytest.raises(FileUnreadable):
        slots_file.load(tmp_path)


def test_a_file_or_copy_that_is_not_whole_is_named(tmp_path: Path) -> None:
    slots_file.save(tmp_path, SLOTS)
    assert slots_file.damaged(tmp_path) == ()
    (tmp_path / slots_file.COPY_NAME).write_bytes(RAW[:-9])
    assert slots_file.damaged(tmp_path) == ("keyslots.copy.json",)
    (tmp_path / slots_file.NAME).unlink()
    assert slots_file.damaged(tmp_path) == ("keyslots.json", "keyslots.copy.json")
