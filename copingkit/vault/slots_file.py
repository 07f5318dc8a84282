"""The slots file: the slots and the state of the recovery words, with no secret in it.

SECURITY.md gives the format so exactly that other programs can read it.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from copingkit.core.errors import FileUnreadable, NewerFormat, SlotsDamaged
from copingkit.core.files import read, set_aside, write_atomically
from copingkit.vault.cipher import digest
from copingkit.vault.keyslots import (
    FORMAT,
    Derivation,
    Json,
    JsonMap,
    Slot,
    SlotKind,
    Slots,
    canonical,
    derivation_to_json,
)

NAME = "keyslots.json"
COPY_NAME = "keyslots.copy.json"
LIMIT = 256 * 1024  # bytes; a file with a hundred slots has about a quarter of that


def checksum(content: JsonMap) -> str:
    """SHA-256 of the canonical form of all but the checksum itself, in hex."""
    bare = {name: value for name, value in content.items() if name != "checksum"}
    return digest(canonical(bare)).hex()


def serialise(slots: Slots) -> bytes:
    """The slots file as bytes."""
    content: dict[str, Json] = {
        "program": "copingkit",
        "format": FORMAT,
        "vault": slots.vault_id,
        "created_at": slots.created_at.isoformat(),
        "words_confirmed_at": _moment_to_json(slots.words_confirmed_at),
        "words_proved_at": _moment_to_json(slots.words_proved_at),
        "slots": [_slot_to_json(slot) for slot in slots.slots],
    }
    content["checksum"] = checksum(content)
    return (json.dumps(content, indent=2) + "\n").encode()


def parse(raw: bytes, name: str = NAME) -> Slots:
    """The slots in the bytes of a slots file called `name`.

    Raises SlotsDamaged unless everything in it is as it was written, and NewerFormat when it is
    whole but of a later format.
    """
    try:
        return _parse(raw, name)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        raise SlotsDamaged(name) from None


def load(folder: Path) -> Slots:
    """The slots of the vault in `folder`, from the file or, where that is damaged, its copy.

    Raises SlotsDamaged when neither is whole, NewerFormat, and FileUnreadable when the file
    belongs to somebody else.
    """
    try:
        return _load(folder / NAME)
    except SlotsDamaged as damage:
        try:
            return _load(folder / COPY_NAME)
        except SlotsDamaged:
            raise damage from None


def damaged(folder: Path) -> tuple[str, ...]:
    """Which of the file and its copy are missing or not whole; raises NewerFormat, FileUnreadable.

    One of the two is enough to open the vault, and opening it mends the other.
    """
    found = []
    for name in (NAME, COPY_NAME):
        try:
            _load(folder / name)
        except SlotsDamaged:
            found.append(name)
    return tuple(found)


def save(folder: Path, slots: Slots) -> None:
    """Write the file, then its copy, each atomically.

    Raises DiskFull, FolderGone or FolderNotWritable; the vault then opens as before.
    """
    content = serialise(slots)
    write_atomically(folder / NAME, content)
    write_atomically(folder / COPY_NAME, content)


def mend(folder: Path, slots: Slots) -> None:
    """Make file and copy hold exactly `slots` again; what was damaged is set aside, not lost.

    Raises DiskFull, FolderGone or FolderNotWritable.
    """
    content = serialise(slots)
    for path in (folder / NAME, folder / COPY_NAME):
        try:
            present = read(path, LIMIT)
        except FileUnreadable:
            write_atomically(path, content)
            continue
        if present != content:
            if not _is_whole(present):
                set_aside(path)
            write_atomically(path, content)


def _is_whole(raw: bytes) -> bool:
    try:
        parse(raw)
    except SlotsDamaged:
        return False
    return True


def _load(path: Path) -> Slots:
    try:
        return parse(read(path, LIMIT), path.name)
    except FileUnreadable as problem:
        if isinstance(problem.__cause__, PermissionError):
            raise
        raise SlotsDamaged(path.name) from None


def _parse(raw: bytes, name: str) -> Slots:
    content = _map(json.loads(raw.decode("ascii"), object_pairs_hook=_unique))
    # The checksum comes before the format number, so that a flipped bit in the number is damage
    # and no newer format; every later format keeps "checksum" and "format" as they are.
    if content["checksum"] != checksum(content):
        raise ValueError("checksum")
    if _number(content, "format", 1_000_000) > FORMAT:
        raise NewerFormat(name)
    slots = content["slots"]
    if not isinstance(slots, list) or content["program"] != "copingkit":
        raise ValueError("content")
    return Slots(
        vault_id=_hex(content, "vault", 16).hex(),
        created_at=_moment(content["created_at"]),
        slots=tuple(_slot(_map(slot)) for slot in slots),
        words_confirmed_at=_moment_or_none(content["words_confirmed_at"]),
        words_proved_at=_moment_or_none(content["words_proved_at"]),
    )


def _slot(content: JsonMap) -> Slot:
    kind = SlotKind(_text(content["kind"]))
    return Slot(
        id=_hex(content, "id", 16).hex(),
        kind=kind,
        derivation=_derivation(kind, _map(content["kdf"])),
        nonce=_hex(content, "nonce", 12),
        wrapped=_hex(content, "wrapped", 48),
    )


def _slot_to_json(slot: Slot) -> dict[str, Json]:
    return {
        "id": slot.id,
        "kind": str(slot.kind),
        "kdf": derivation_to_json(slot.derivation),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
    }


def _derivation(kind: SlotKind, content: JsonMap) -> Derivation:
    if kind is SlotKind.KEYRING:
        return Derivation()
    salt = _hex(content, "salt", 16)
    if kind is SlotKind.WORDS:
        return Derivation(salt)
    return Derivation(
        salt,
        memory_kib=_number(content, "memory_kib", 4 * 1024 * 1024),
        passes=_number(content, "passes", 1024),
        lanes=_number(content, "lanes", 64),
        check=_hex(content, "check", 16) if kind is SlotKind.KEYRING_AND_PASSPHRASE else b"",
    )


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    content = dict(pairs)
    if len(content) != len(pairs):
        raise ValueError("a name twice")
    return content


def _map(value: Json) -> JsonMap:
    if not isinstance(value, dict):
        raise TypeError("no object")
    return value


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _number(content: JsonMap, name: str, most: int) -> int:
    value = content[name]
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        raise ValueError("number")
    return value


def _hex(content: JsonMap, name: str, size: int) -> bytes:
    value = bytes.fromhex(_text(content[name]))
    if len(value) != size:
        raise ValueError("length")
    return value


def _moment(value: Json) -> datetime:
    return datetime.fromisoformat(_text(value)).astimezone(UTC)


def _moment_or_none(value: Json) -> datetime | None:
    return None if value is None else _moment(value)


def _moment_to_json(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
