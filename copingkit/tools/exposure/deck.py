"""The cards of what was learned: all of a ladder, those that are due, and recalling one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from itertools import islice

from copingkit.core.clock import Clock
from copingkit.core.errors import RecordMissing
from copingkit.core.events import Event
from copingkit.core.records import RecordStore
from copingkit.tools.exposure import learning
from copingkit.tools.exposure.kept_trials import KeptTrials
from copingkit.tools.exposure.learning import Card, Rehearsal
from copingkit.tools.exposure.records import REHEARSAL

_TICK = timedelta(microseconds=1)


class Deck:
    """Cards of one open vault. Their words are the trials' own: there is nothing else to edit."""

    def __init__(
        self, records: RecordStore, clock: Clock, trials: KeptTrials, changed: Event[None]
    ) -> None:
        self._records, self._clock = records, clock
        self._trials, self._changed = trials, changed

    def of(self, ladder_id: str) -> tuple[Card, ...]:
        """One card for each trial of a ladder that is done, the newest first."""
        done = (trial for trial in self._trials.of(ladder_id) if trial.rehearsal)
        return tuple(self.card(trial.id) for trial in done)

    def card(self, trial_id: str) -> Card:
        """The card of a trial; raises RecordMissing, also where the trial is not done yet."""
        trial = self._trials.get(trial_id)
        return learning.card(trial, self._records.get(REHEARSAL, trial.rehearsal).value)

    def ids(self, ladder_id: str = "") -> tuple[str, ...]:
        """The trials that have a card, the newest first: of a ladder, or of all (reads them all).

        Their cards are read one at a time by `card`: a deck is looked through card by card.
        """
        trials = self._trials.of(ladder_id) if ladder_id else self._trials.all()
        return tuple(trial.id for trial in trials if trial.rehearsal)

    def due(self, limit: int = 10, ladder_id: str = "") -> tuple[Card, ...]:
        """Cards to recall now, of a ladder or of all, the latest due first.

        What waited longer does not pile up: there are never more than `limit`.
        """
        cards = (card for card in self._due() if ladder_id in {"", card.ladder})
        return tuple(islice(cards, limit))

    def rehearsed(self, trial_id: str, *, recalled: bool) -> Card:
        """Keep that a card was recalled, or read where it did not come back."""
        rehearsal = self.card(trial_id).rehearsal
        now = self._clock.now()
        return self._save(trial_id, learning.rehearsed(rehearsal, now, recalled=recalled))

    def rest(self, trial_id: str) -> Card:
        """Ask for a card no more; it stays in the deck."""
        return self._save(trial_id, learning.at_rest(self.card(trial_id).rehearsal))

    def wake(self, trial_id: str) -> Card:
        """Ask for a card again."""
        return self._save(
            trial_id, learning.woken(self.card(trial_id).rehearsal, self._clock.now())
        )

    def _due(self) -> Iterator[Card]:
        now = self._clock.now()
        for record in self._records.find(REHEARSAL, until=now + _TICK):
            if learning.is_due(record.value, now):
                with suppress(RecordMissing):  # its trial is in Recently removed, or gone
                    yield learning.card(self._trials.get(record.value.trial), record.value)

    def _save(self, trial_id: str, rehearsal: Rehearsal) -> Card:
        trial = self._trials.get(trial_id)
        self._records.save(REHEARSAL, rehearsal, trial.rehearsal, amend=True)
        self._changed.emit(None)
        return learning.card(trial, rehearsal)
