"""A note beside the database of how far its log was committed, so that a lost tail is noticed.

SQLite reads its log (`vault.db-wal`) up to the first frame whose checksum is off and takes that
for the end: one flipped byte would make later saves vanish without a word. After each commit this
note (32 bytes, written over, not synced: a few microseconds) says how many frames of which
generation of the log were on the disk by then. After a crash the log must reach at least as far.

Its limit: after a power cut the note itself may be older than the log; then damage to just the
newest saves looks like a save that was still in flight.
"""

from __future__ import annotations

import contextlib
import os
import struct
import zlib
from pathlib import Path

from copingkit.core.errors import DatabaseDamaged

_MARK = struct.Struct(">8s8sQ4xI")  # magic, generation, frames, CRC-32 of the bytes before it
_MAGIC = b"COPKMARK"
_LOG_HEADER = struct.Struct(">8I")  # SQLite's file format, section 4.1 (WAL header)
_LOG_MAGIC = 0x377F0682
_BIG_ENDIAN_SUMS = 1
_BINARY = getattr(os, "O_BINARY", 0)


class LogHeader:
    """The first 32 bytes of a log."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    @property
    def empty(self) -> bool:
        """Whether there is none yet."""
        return not self._content

    @property
    def whole(self) -> bool:
        """Whether it is all there and its checksum holds."""
        return len(self._content) == _LOG_HEADER.size and _checksum_holds(self._content)

    @property
    def generation(self) -> bytes:
        """What SQLite changes each time that it begins the log anew."""
        return self._content[16:24]


class CommitMark:
    """The note beside the database at `database`."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self.path = database.with_name(f"{database.name}-mark")
        self.log = database.with_name(f"{database.name}-wal")
        self._descriptor: int | None = None

    def promised(self) -> int:
        """How many frames the log must have, 0 when nothing is known.

        Raises DatabaseDamaged where the beginning of the log shows that it is not whole.
        """
        frames, generation = self._read()
        header = self._log_header()
        if not frames or (header.empty and self._written_back_since()):
            return 0
        if not header.whole:
            raise DatabaseDamaged(self.log.name)
        # Another generation: SQLite begins one only when the earlier log is in the database.
        return frames if generation == header.generation else 0

    def write(self, frames: int) -> None:
        """Note that `frames` frames of the present log are committed; trouble is not reported.

        The save is on the disk by now. Without the note only less damage would be noticed.
        """
        with contextlib.suppress(OSError):
            generation = self._log_header().generation
            start = _MARK.pack(_MAGIC, generation, frames, 0)[:-4]
            if self._descriptor is None:
                flags = os.O_RDWR | os.O_CREAT | _BINARY
                self._descriptor = os.open(self.path, flags, 0o600)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, start + zlib.crc32(start).to_bytes(4, "big"))

    def clear(self) -> None:
        """Take the note away: the log is about to be emptied."""
        self.release()
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def release(self) -> None:
        """Close the note and leave it where it is."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _log_header(self) -> LogHeader:
        try:
            log = os.open(self.log, os.O_RDONLY | _BINARY)
        except FileNotFoundError:
            return LogHeader(b"")
        try:
            return LogHeader(os.read(log, _LOG_HEADER.size))
        finally:
            os.close(log)

    def _read(self) -> tuple[int, bytes]:
        """Frames and generation that the note names; no frames when it is missing or broken."""
        try:
            content = self.path.read_bytes()
        except OSError:
            return 0, b""
        whole = len(content) == _MARK.size and content.startswith(_MAGIC)
        if not whole or zlib.crc32(content[:-4]) != int.from_bytes(content[-4:], "big"):
            return 0, b""
        _magic, generation, frames, _sum = _MARK.unpack(content)
        return frames, generation

    def _written_back_since(self) -> bool:
        """Whether another program (the stock `sqlcipher`) has put the log into the database."""
        return self._database.stat().st_mtime_ns >= self.path.stat().st_mtime_ns


def _checksum_holds(header: bytes) -> bool:
    magic, *_rest = _LOG_HEADER.unpack(header)
    if magic & ~_BIG_ENDIAN_SUMS != _LOG_MAGIC:
        return False
    words = struct.unpack(f"{'>' if magic & _BIG_ENDIAN_SUMS else '<'}6I", header[:24])
    first = second = 0
    for one, two in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return struct.pack(">2I", first, second) == header[24:32]
