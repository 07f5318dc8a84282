"""The safety plan in the vault: loads it late, saves each edit, keeps its versions."""

from __future__ import annotations

from datetime import datetime, timedelta

from copingkit.core.clock import Clock
from copingkit.core.errors import EnvironmentProblem
from copingkit.core.events import Event
from copingkit.core.records import Record, RecordStore, Version
from copingkit.tools.safety_plan import model
from copingkit.tools.safety_plan.model import Item, Plan, Step
from copingkit.tools.safety_plan.records import CRISIS_RUN, PLAN, REMOVED_ITEM, CrisisRun

SITTING = timedelta(minutes=15)


class SafetyPlanService:
    """One open vault's plan. Every edit is on the disk when its method returns.

    Edits of one sitting go into one version. A new version begins with the first edit of a
    service, after 15 minutes without one, with each removal, with the return to an old version,
    and after `mark_printed`.

    When a save fails its method raises the problem (DiskFull, FolderGone, ...) and `plan` keeps
    what was typed: `unsaved` is true until `save_again` or a later edit succeeds. Removals and
    restores that fail leave the plan as it was.
    """

    def __init__(self, records: RecordStore, clock: Clock) -> None:
        self._records = records
        self._clock = clock
        self._record: Record[Plan] | None = None
        self._loaded = False
        self._unsaved: Plan | None = None
        self._last_edit: datetime | None = None
        self.changed: Event[Plan] = Event()

    # --- reading

    @property
    def record(self) -> Record[Plan] | None:
        """The plan as it is on the disk; None before its first entry."""
        if not self._loaded:
            self._record = next(iter(self._records.find(PLAN, limit=1)), None)
            self._loaded = True
        return self._record

    @property
    def plan(self) -> Plan:
        """The plan as it was last typed."""
        if self._unsaved is not None:
            return self._unsaved
        return self.record.value if self.record else Plan()

    @property
    def unsaved(self) -> bool:
        """Whether something typed could not be written to the disk yet."""
        return self._unsaved is not None

    @property
    def version(self) -> int:
        """The number of the present version, from 1; 0 before the first entry."""
        return self.record.version if self.record else 0

    @property
    def changed_at(self) -> datetime | None:
        """When the plan was last saved (UTC)."""
        return self.record.changed_at if self.record else None

    def versions(self) -> list[Version[Plan]]:
        """All versions, newest (the present one) first."""
        return self._records.versions(PLAN, self.record.id) if self.record else []

    # --- editing

    def add(self, step: Step, item: Item, position: int | None = None) -> None:
        """Put a new entry into a step, as the last one or at `position`."""
        self._keep_typed(model.add(self.plan, step, item, position))

    def edit(self, item: Item) -> None:
        """Give the entry of that id new content; raises KeyError."""
        self._keep_typed(model.edit(self.plan, item))

    def move(self, item_id: str, position: int) -> None:
        """Put an entry elsewhere in its step; raises KeyError."""
        self._keep_typed(model.move(self.plan, item_id, position))

    def remove(self, item_id: str) -> str:
        """Move an entry to Recently removed; returns the id for `restore_removed`.

        Raises KeyError.
        """
        self.save_again()
        plan, taken = model.remove(self.plan, item_id)
        with self._records.transaction():
            removed_id = self._records.save(REMOVED_ITEM, taken).id
            self._records.remove(removed_id)
            record = self._write(plan, amend=False)
        self._keep(record)
        return removed_id

    def restore_removed(self, removed_id: str) -> None:
        """Put an entry from Recently removed back at its place; raises RecordMissing.

        One that is in the plan again (by the return to an old version) is left as it is there.
        """
        self.save_again()
        with self._records.transaction():
            self._records.restore(removed_id)
            taken = self._records.get(REMOVED_ITEM, removed_id).value
            self._records.purge(removed_id)
            record = self.record
            if not model.holds(self.plan, taken.item.id):
                plan = model.add(self.plan, taken.step, taken.item, taken.position)
                record = self._write(plan, amend=self._goes_on())
        self._keep(record)

    def restore_version(self, number: int) -> None:
        """Make an old version the present one, as a version of its own; raises KeyError."""
        self.save_again()
        plan = {version.number: version.value for version in self.versions()}[number]
        if plan != self.plan:
            self._keep(self._write(plan, amend=False))

    def mark_printed(self) -> None:
        """Let the next edit begin a new version: this one's number is on paper now."""
        self._last_edit = None

    def save_again(self) -> None:
        """Try once more to write what could not be saved; nothing to do is no error."""
        if self._unsaved is not None:
            self._keep_typed(self._unsaved)

    # --- going through it

    def record_run(self, run: CrisisRun) -> Record[CrisisRun]:
        """Keep a new crisis run."""
        return self._records.save(CRISIS_RUN, run)

    def amend_run(self, run_id: str, run: CrisisRun) -> Record[CrisisRun]:
        """Keep more of the same crisis run, without a version."""
        return self._records.save(CRISIS_RUN, run, run_id, amend=True)

    def runs(self, limit: int | None = None) -> list[Record[CrisisRun]]:
        """Crisis runs, latest first."""
        return self._records.find(CRISIS_RUN, limit=limit)

    # --- saving

    def _keep_typed(self, plan: Plan) -> None:
        if self.record is not None and plan == self.record.value:
            if self.unsaved:  # typed back to what the disk has
                self._keep(self.record)
            return
        try:
            record = self._write(plan, amend=self._goes_on())
        except EnvironmentProblem:
            self._unsaved = plan
            raise
        self._keep(record)

    def _write(self, plan: Plan, *, amend: bool) -> Record[Plan]:
        record_id = self.record.id if self.record else None
        return self._records.save(PLAN, plan, record_id, amend=amend)

    def _goes_on(self) -> bool:
        """Whether an edit now belongs to the present version."""
        if self._last_edit is None:
            return False
        # also when the computer's clock was set back
        return abs(self._clock.now() - self._last_edit) < SITTING

    def _keep(self, record: Record[Plan] | None) -> None:
        if record is not self._record:  # else nothing was written, and no sitting has begun
            self._last_edit = self._clock.now()
        self._record = record
        self._unsaved = None
        self.changed.emit(self.plan)
