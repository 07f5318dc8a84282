"""The tables of the vault and how an older file becomes a present one.

Times are whole microseconds since 1970 in UTC. Bodies are JSON text, so that the stock `sqlcipher`
program shows them. `record.seq` is also the rowid of the record's row in `search`.

SQLCipher hands out a page whose HMAC is off as zeros and fails only at the next page. Pages of the
trees themselves show that at once; the last page of a long value does not. So the long value comes
last in each row and shows it itself: a body ends in "}", attachments have a CRC, and the search
index has nodes that fit a page (`pgsz`).
"""

from __future__ import annotations

APPLICATION_ID = 0x434F504B  # "COPK", shown by `file` on a decrypted copy

_FIRST = (
    """CREATE TABLE vault (
        id TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        seen_at INTEGER NOT NULL,
        age INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE record (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        format INTEGER NOT NULL,
        version INTEGER NOT NULL,
        note TEXT NOT NULL,
        occurred_at INTEGER,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        removed_at INTEGER,
        removed_age INTEGER,
        body TEXT NOT NULL
    ) STRICT""",
    """CREATE INDEX record_by_time ON record (kind, coalesce(occurred_at, created_at))
        WHERE removed_at IS NULL""",
    "CREATE INDEX record_removed ON record (removed_at) WHERE removed_at IS NOT NULL",
    """CREATE TABLE version (
        record INTEGER NOT NULL REFERENCES record (seq) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        format INTEGER NOT NULL,
        at INTEGER NOT NULL,
        note TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (record, number)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE attachment (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        record INTEGER NOT NULL REFERENCES record (seq) ON DELETE CASCADE,
        media_type TEXT NOT NULL,
        size INTEGER NOT NULL,
        crc32 INTEGER NOT NULL,
        bytes BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX attachment_of ON attachment (record)",
    # The words come folded by core.folding, so the tokenizer has only to split at spaces: what
    # the index finds and what `folding.matches` accepts are the same words.
    "CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'ascii', prefix = '2 3')",
    "INSERT INTO search (search, rank) VALUES ('pgsz', 3700)",
)

STEPS: tuple[tuple[str, ...], ...] = (_FIRST,)
"""`STEPS[n]` turns schema n into n + 1; `PRAGMA user_version` says which one a file has."""
