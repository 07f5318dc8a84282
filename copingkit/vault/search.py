"""The words of all records and the lines that a query finds among them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from copingkit.core.errors import NewerFormat
from copingkit.core.folding import begun, words
from copingkit.core.records import Hit, Line, RecordKind
from copingkit.vault import record_codec
from copingkit.vault.database import Database

_PUT = "INSERT OR REPLACE INTO search (rowid, words) VALUES (?, ?)"
_WORDS = "SELECT words FROM search WHERE rowid = ?"
_FIND = """SELECT record.id, record.kind, record.format, record.body
    FROM search JOIN record ON record.seq = search.rowid
    WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT ?"""
_MOST_WORDS = 20  # of a query, in the index; the lines are then compared with all


class SearchIndex:
    """The search table: one row of folded words per record that is not removed."""

    def __init__(self, database: Database, kinds: Mapping[str, RecordKind[Any]]) -> None:
        self._database = database
        self._kinds = kinds

    def put(self, seq: int, text: str) -> None:
        """Make `text` (folded words) what finds the record in row `seq`."""
        if self._database.read(_WORDS, (seq,)) != [(text,)]:  # numbers change more often than words
            self._database.write(_PUT, (seq, text))

    def drop(self, seq: int) -> None:
        """Let no search find the record in row `seq`."""
        self._database.write("DELETE FROM search WHERE rowid = ?", (seq,))

    def forget_dropped(self) -> None:
        """Take the words of dropped and replaced rows out of the file; a moment per 10,000 rows.

        Until then the index only passes over them. (Its option secure-delete would do it with
        every save, which then takes more than twice as long.)
        """
        self._database.write("INSERT INTO search (search) VALUES ('optimize')")

    def find(self, query: str, limit: int) -> list[Hit]:
        """At most `limit` lines, those of the newest record first."""
        wanted = words(query)
        if not wanted or limit < 1:
            return []
        expression = " ".join(f'"{word}"*' for word in wanted[:_MOST_WORDS])
        hits: list[Hit] = []
        for record_id, kind_name, format_, body in self._database.read(_FIND, (expression, limit)):
            kind = self._kinds.get(kind_name)
            if kind is None:
                continue
            for line in _found(kind, format_, body, wanted):
                hits.append(Hit(kind_name, record_id, line.target, line.shown))
                if len(hits) == limit:
                    return hits
        return hits


def _found(kind: RecordKind[Any], format_: int, body: str, wanted: list[str]) -> list[Line]:
    """The lines with all `wanted` words, as `folding.matches` has it, which would fold anew.

    Where the words are spread over several lines: the first line with one of them.
    """
    try:
        lines = record_codec.lines(kind, record_codec.decode(kind, format_, body))
    except NewerFormat:
        return []
    each = [(line, begun(wanted, words(line.text))) for line in lines]
    whole = [line for line, has in each if len(has) == len(set(wanted))]
    if whole:
        return whole
    if set().union(*(has for _, has in each)) != set(wanted):
        return []  # the query is longer than what the index was asked for
    return [line for line, has in each if has][:1]
