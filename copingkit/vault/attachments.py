"""Files kept with records."""

from __future__ import annotations

import zlib

from copingkit.core.errors import AttachmentTooLarge, DatabaseDamaged, RecordMissing
from copingkit.core.ids import new_id
from copingkit.core.records import Attachment
from copingkit.vault.database import Database

LARGEST = 20 * 1024 * 1024
"""Bytes of the largest attachment."""

_LIST = """SELECT attachment.id, media_type, size FROM attachment
    JOIN record ON record.seq = attachment.record WHERE record.id = ? ORDER BY attachment.seq"""
_ADD = """INSERT INTO attachment (id, record, media_type, size, crc32, bytes)
    VALUES (?, ?, ?, ?, ?, ?)"""
_CONTENT = "SELECT crc32, bytes FROM attachment WHERE id = ?"
_OWNER = """SELECT record.id, record.kind FROM attachment
    JOIN record ON record.seq = attachment.record WHERE attachment.id = ?"""


class Attachments:
    """The attachment table; the caller brings the transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, seq: int, record_id: str, media_type: str, content: bytes) -> Attachment:
        """Keep `content` with the record in row `seq`; raises AttachmentTooLarge."""
        if len(content) > LARGEST:
            raise AttachmentTooLarge
        added = Attachment(new_id(), record_id, media_type, len(content))
        self.put(seq, added, content)
        return added

    def put(self, seq: int, attachment: Attachment, content: bytes) -> None:
        """Keep an attachment that has its id already, with the record in row `seq`."""
        head = (attachment.id, seq, attachment.media_type, attachment.size)
        self._database.write(_ADD, (*head, zlib.crc32(content), content))

    def is_there(self, attachment_id: str) -> bool:
        """Whether there is an attachment with this id."""
        return bool(self._database.read(_OWNER, (attachment_id,)))

    def of(self, record_id: str) -> list[Attachment]:
        """The attachments of a record in the order in which they came."""
        rows = self._database.read(_LIST, (record_id,))
        return [Attachment(id_, record_id, kind, size) for id_, kind, size in rows]

    def content(self, attachment_id: str) -> bytes:
        """The bytes of an attachment; raises RecordMissing, DatabaseDamaged."""
        rows = self._database.read(_CONTENT, (attachment_id,))
        if not rows:
            raise RecordMissing
        checksum, content = rows[0]
        if zlib.crc32(content) != checksum:
            raise DatabaseDamaged(self._database.path.name)
        return bytes(content)

    def owner(self, attachment_id: str) -> tuple[str, str]:
        """Id and kind of the record it is kept with; raises RecordMissing."""
        rows = self._database.read(_OWNER, (attachment_id,))
        if not rows:
            raise RecordMissing
        record_id, kind = rows[0]
        return record_id, kind

    def delete(self, attachment_id: str) -> None:
        """Delete an attachment for good."""
        self._database.write("DELETE FROM attachment WHERE id = ?", (attachment_id,))
