"""The lines of a country and the person's own additions, with or without an open vault."""

from __future__ import annotations

from dataclasses import replace

from copingkit.core.errors import EnvironmentProblem, VaultClosed
from copingkit.core.events import Event
from copingkit.core.records import Change, Record, RecordStore
from copingkit.tools.helplines import catalogue
from copingkit.tools.helplines.model import Helpline, OwnLine
from copingkit.tools.helplines.records import OWN_LINE


class HelplinesService:
    """Shipped lines need no vault; own lines need `records`, which is None while none is open.

    `changed` tells that own lines changed, here or from Recently removed. Edits raise VaultClosed
    without an open vault, and what `RecordStore.save` raises.
    """

    def __init__(self, records: RecordStore | None) -> None:
        self._records = records
        self.problem: EnvironmentProblem | None = None
        self.changed: Event[None] = Event()
        if records is not None:
            records.changed.subscribe(self._on_record_changed)

    # --- the table

    def lines(self, country: str) -> tuple[Helpline, ...]:
        """The shipped lines of a country in the order to show them; raises ContentDamaged."""
        return catalogue.lines(country)

    def countries(self) -> tuple[catalogue.Country, ...]:
        """The countries of the shipped table by name; raises ContentDamaged."""
        return catalogue.countries()

    # --- own lines

    @property
    def keeps_own_lines(self) -> bool:
        """Whether a vault is open to keep the person's own lines in."""
        return self._records is not None

    def own_lines(self) -> tuple[Record[OwnLine], ...]:
        """The person's own lines in their order; none where they cannot be read.

        `problem` then says why: a damaged or locked vault must not keep the shipped lines away.
        """
        self.problem = None
        if self._records is None:
            return ()
        try:
            return self._find()
        except EnvironmentProblem as problem:
            self.problem = problem
            return ()

    def add(self, line: OwnLine, record_id: str | None = None) -> Record[OwnLine]:
        """Keep a new line after the others; raises ValueError when it says nothing.

        `record_id` is a new id, for a caller that must know it before `changed` tells of it.
        """
        others = self._find()
        position = others[-1].value.position + 1 if others else 0
        return self._save(replace(line, position=position), record_id)

    def edit(self, record_id: str, line: OwnLine, *, amend: bool = False) -> Record[OwnLine]:
        """Keep `line` in place of an earlier value, at its place; raises ValueError as `add`.

        `amend` says that it goes on with the same edit, so that typing makes one version.
        """
        position = self._store.get(OWN_LINE, record_id).value.position
        return self._save(replace(line, position=position), record_id, amend=amend)

    def remove(self, record_id: str) -> None:
        """Move a line to Recently removed."""
        self._store.remove(record_id)

    def restore(self, record_id: str) -> None:
        """Bring a line back from Recently removed, to where it was."""
        self._store.restore(record_id)

    def move(self, record_id: str, index: int) -> None:
        """Put a line at `index` (from 0, clamped) among the person's own lines."""
        others = [record for record in self._find() if record.id != record_id]
        moved = self._store.get(OWN_LINE, record_id)
        others.insert(max(0, index), moved)
        with self._store.transaction():
            for position, record in enumerate(others):
                if record.value.position != position:
                    at_place = replace(record.value, position=position)
                    self._store.save(OWN_LINE, at_place, record.id, amend=True)

    def _find(self) -> tuple[Record[OwnLine], ...]:
        found = self._store.find(OWN_LINE)
        return tuple(sorted(found, key=lambda record: (record.value.position, record.created_at)))

    @property
    def _store(self) -> RecordStore:
        if self._records is None:
            raise VaultClosed
        return self._records

    def _save(
        self, line: OwnLine, record_id: str | None, *, amend: bool = False
    ) -> Record[OwnLine]:
        if line.is_empty:
            raise ValueError("a line needs a name or a number")
        return self._store.save(OWN_LINE, line.tidied(), record_id, amend=amend)

    def _on_record_changed(self, change: Change) -> None:
        if change.kind == OWN_LINE.name:
            self.changed.emit(None)
