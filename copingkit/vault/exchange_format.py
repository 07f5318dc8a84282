"""The export file as types: what `resources/schema/export.schema.json` says, for msgspec."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

FORMAT = 1

Name = Annotated[str, Meta(min_length=1, max_length=200)]
Moment = Annotated[datetime, Meta(tz=True)]
Count = Annotated[int, Meta(ge=0, le=2**31)]
Number = Annotated[int, Meta(ge=1, le=2**31)]


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the file; fields that the schema does not name are refused."""


class ExportedVersion(_Part, frozen=True):
    """How a record was before it was changed; `body` is the JSON object as it was stored."""

    number: Number
    format: Count
    at: Moment
    note: str
    body: msgspec.Raw


class ExportedAttachment(_Part, frozen=True):
    """A file kept with a record; its bytes stand in the JSON as base64."""

    id: Name
    media_type: str
    content: bytes


class ExportedRecord(_Part, frozen=True):
    """A record; `versions` are the earlier ones, oldest first."""

    id: Name
    kind: Annotated[str, Meta(pattern=r"^[a-z0-9_]+\.[a-z0-9_]+$")]
    format: Count
    version: Number
    note: str
    occurred_at: Moment | None
    created_at: Moment
    changed_at: Moment
    removed_at: Moment | None
    body: msgspec.Raw
    versions: tuple[ExportedVersion, ...]
    attachments: tuple[ExportedAttachment, ...]


class ExportedHead(msgspec.Struct, frozen=True):
    """What stands at the top of every format, so that a newer one can be told from a broken one."""

    program: Literal["copingkit"]
    format: Number


class Export(_Part, frozen=True):
    """The whole file."""

    program: Literal["copingkit"]
    format: Number
    exported_at: Moment
    records: tuple[ExportedRecord, ...]
