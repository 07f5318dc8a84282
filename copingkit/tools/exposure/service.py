"""Exposure in one open vault: ladders, trials, what was learned, and what was asked once.

Edits are pure (`rungs` for items, `flow` for trials); the service reads, and keeps their results:

    ladder = service.save_ladder(rungs.move(ladder, item.id, 0))
    trial = service.save_trial(flow.add_suds(trial, service.tick(trial), 60))
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from copingkit.core.clock import Clock
from copingkit.core.errors import RecordMissing
from copingkit.core.events import Event
from copingkit.core.ids import new_id
from copingkit.core.records import RecordStore
from copingkit.tools.exposure import flow, learning, rungs
from copingkit.tools.exposure.deck import Deck
from copingkit.tools.exposure.kept_choices import HealthAnswers, KeptChoices
from copingkit.tools.exposure.kept_ladders import KeptLadders
from copingkit.tools.exposure.kept_trials import KeptTrials
from copingkit.tools.exposure.ladder import Item, Ladder
from copingkit.tools.exposure.pace import Tick
from copingkit.tools.exposure.records import LADDER, REHEARSAL, TRIAL
from copingkit.tools.exposure.sittings import Sittings
from copingkit.tools.exposure.trial import State, Trial
from copingkit.tools.exposure.watch import Watch


class ExposureService:
    """Everything about exposure; what was said is on the disk when a method returns.

    `changed` comes after each change; `deck` has the cards, `health` the answers about health.
    Saving raises DiskFull, FolderGone and FolderNotWritable, and then nothing has changed here
    either. Everything raises VaultClosed after a lock.
    """

    def __init__(self, records: RecordStore, clock: Clock) -> None:
        self._records, self._clock = records, clock
        self._sittings = Sittings(clock)
        self._ladders = KeptLadders(records, self._sittings)
        self._trials = KeptTrials(records)
        self._choices = KeptChoices(records)
        self._watch = Watch(clock)
        self.changed: Event[None] = Event()
        self.deck = Deck(records, clock, self._trials, self.changed)
        self.health = HealthAnswers(self._choices, clock, self.changed)

    # --- ladders

    def ladders(self, *, archived: bool = False) -> tuple[Ladder, ...]:
        """All ladders, the newest first; archived ones only when asked."""
        known = self._ladders.all().values()
        return tuple(ladder for ladder in known if archived or not ladder.archived)

    def ladder(self, ladder_id: str) -> Ladder:
        """One of them, archived or not; raises KeyError."""
        return self._ladders.all()[ladder_id]

    def save_ladder(self, ladder: Ladder) -> Ladder:
        """Keep a new one (its id is empty; it gets one) or an edited one; gives what is kept.

        Edits of one sitting make one version.
        """
        kept = self._ladders.save(ladder)
        self.changed.emit(None)
        return kept

    def archive_ladder(self, ladder_id: str, *, archived: bool) -> Ladder:
        """Put a ladder away or bring it out; raises KeyError."""
        return self.save_ladder(replace(self.ladder(ladder_id), archived=archived))

    def remove_ladder(self, ladder_id: str) -> str:
        """Move a ladder with all its trials to Recently removed; gives the id for undo.

        Raises KeyError.
        """
        ladder = self.ladder(ladder_id)
        trials = tuple(trial.id for trial in self._trials.of(ladder_id))
        with self._records.transaction():
            self._records.save(LADDER, replace(ladder, removed_with=trials), ladder_id, amend=True)
            for record_id in (*trials, ladder_id):
                self._records.remove(record_id)
        self._trials.drop(*trials)
        self._ladders.forget()
        self.changed.emit(None)
        return ladder_id

    def restore_ladder(self, ladder_id: str) -> None:
        """Bring a ladder back, with the trials that went with it; raises RecordMissing."""
        with self._records.transaction():
            self._records.restore(ladder_id)
            ladder = self._records.get(LADDER, ladder_id).value
            for trial_id in ladder.removed_with:
                with suppress(RecordMissing):  # it was deleted for good, or is back already
                    self._records.restore(trial_id)
            self._records.save(LADDER, replace(ladder, removed_with=()), ladder_id, amend=True)
        self._trials.forget()
        self._ladders.forget()
        self.changed.emit(None)

    def add_item(self, ladder_id: str, item: Item, position: int | None = None) -> Item:
        """Put a new item into a ladder, with an id of its own; raises KeyError."""
        item = replace(item, id=new_id())
        self.save_ladder(rungs.add(self.ladder(ladder_id), item, position))
        return item

    def duplicate_item(self, ladder_id: str, item_id: str) -> Item:
        """A copy right after an item, as its variation; raises KeyError."""
        copy_id = new_id()
        ladder = self.save_ladder(rungs.vary(self.ladder(ladder_id), item_id, copy_id))
        return rungs.find(ladder, copy_id)

    def remove_item(self, ladder_id: str, item_id: str) -> str:
        """Move an item to Recently removed; gives the id for `restore_item`. Raises KeyError.

        Its trials stay with the ladder.
        """
        removed_id = self._ladders.remove_item(ladder_id, item_id)
        self.changed.emit(None)
        return removed_id

    def restore_item(self, removed_id: str) -> None:
        """Put an item back at its place; raises RecordMissing, also when its ladder is gone."""
        self._ladders.restore_item(removed_id)
        self.changed.emit(None)

    # --- trials

    def plan_trial(self, ladder_id: str, item_id: str) -> Trial:
        """A new trial of an item, or the one that has not begun yet; kept. Raises KeyError."""
        ladder = self.ladder(ladder_id)
        item, now = rungs.find(ladder, item_id), self._clock.now()
        for waiting in self._under_way(State.PLANNED):
            if (waiting.ladder, waiting.item) == (ladder_id, item_id):
                return self.save_trial(flow.plan_again(waiting, ladder, item, now))
        return self.save_trial(flow.plan(ladder, item, new_id(), now))

    def begin_trial(self, trial: Trial, suds: int | None = None) -> Trial:
        """Begin a planned trial now and keep it; see `running` before for one under way."""
        return self.save_trial(flow.begin(trial, self._clock.now(), suds))

    def close_trial(self, trial: Trial) -> Trial:
        """Close a trial now and keep it; raises OutcomeMissing."""
        return self.save_trial(flow.close(trial, self._clock.now()))

    def save_trial(self, trial: Trial) -> Trial:
        """Keep a trial in any state; gives what is kept.

        A reading is one write. A trial that is done for the first time gets its card. Later edits
        of it make versions, those of one sitting one.
        """
        closes = trial.state is State.DONE and not trial.rehearsal
        if closes:
            trial = replace(trial, rehearsal=new_id())
        unfinished = closes or trial.state is not State.DONE
        amend = unfinished or self._sittings.goes_on(trial.id)
        with self._records.transaction():
            self._records.save(TRIAL, trial, trial.id, amend=amend)
            if closes:
                first = learning.first(trial, self._clock.now())
                self._records.save(REHEARSAL, first, trial.rehearsal)
            self._choices.save(self._choices.with_trial(trial))
        if not unfinished:
            self._sittings.edited(trial.id)
        self._trials.keep(trial)
        self.changed.emit(None)
        return trial

    def tick(self, trial: Trial) -> Tick:
        """This moment in a trial: seconds since it began, and the wall time."""
        return self._watch.tick(trial)

    def running(self) -> Trial | None:
        """The trial in progress; the latest, should there be several."""
        return next(self._under_way(State.RUNNING), None)

    def to_reflect(self) -> tuple[Trial, ...]:
        """Trials that are over and still want their outcome, the latest first."""
        return tuple(self._under_way(State.TO_REFLECT))

    def prepared(self) -> tuple[Trial, ...]:
        """Trials that something was written for and that have not begun, the latest first."""
        return tuple(filter(flow.is_prepared, self._under_way(State.PLANNED)))

    def trial(self, trial_id: str) -> Trial:
        """One trial; raises RecordMissing."""
        return self._trials.get(trial_id)

    def trials(self, ladder_id: str, limit: int | None = None) -> tuple[Trial, ...]:
        """Trials of a ladder in any state, newest first: the first `limit`, or all.

        All of two thousand take a while: show the first ones, then call `read_more_trials` while
        nothing else is to be done, until it gives False.
        """
        return tuple(self._trials.of(ladder_id, limit))

    def known_trials(self, ladder_id: str) -> tuple[Trial, ...]:
        """The newest trials of a ladder, newest first, as far as they were read; reads none."""
        return tuple(self._trials.known(ladder_id))

    def read_more_trials(self) -> bool:
        """Read some more of the trials; whether there may be others."""
        return self._trials.read_more()

    def remove_trial(self, trial_id: str) -> str:
        """Move a trial to Recently removed; gives the id for undo. Raises RecordMissing."""
        self._records.remove(trial_id)
        self._trials.drop(trial_id)
        self.changed.emit(None)
        return trial_id

    def restore_trial(self, trial_id: str) -> None:
        """Bring a trial back, and its ladder with it where that is removed too."""
        self._records.restore(trial_id)
        trial = self._records.get(TRIAL, trial_id).value
        self._trials.keep(trial)
        if trial.ladder not in self._ladders.all():
            with suppress(RecordMissing):  # it was deleted for good
                self.restore_ladder(trial.ladder)
        self.changed.emit(None)

    def _under_way(self, state: State) -> Iterator[Trial]:
        for trial_id in reversed(self._choices.value.under_way):
            with suppress(RecordMissing):  # it is in Recently removed
                trial = self._trials.get(trial_id)
                if trial.state is state:
                    yield trial
