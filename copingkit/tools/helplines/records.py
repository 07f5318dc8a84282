"""What the helplines keep in the vault: the lines that the person added."""

from __future__ import annotations

from collections.abc import Iterator

from copingkit.core.records import Line, RecordKind
from copingkit.tools.helplines.model import OwnLine


def _lines(line: OwnLine) -> Iterator[Line]:
    yield Line(" · ".join(part for part in (line.name, line.phone) if part))
    for text in (line.hours, line.note):
        if text:
            yield Line(text)


OWN_LINE = RecordKind("helplines.own_line", OwnLine, _lines)
