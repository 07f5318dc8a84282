"""What holds for the exposure tool as a whole, in the vault: health answers, trials under way."""

from __future__ import annotations

from copingkit.core.clock import Clock
from copingkit.core.events import Event
from copingkit.core.records import Record, RecordStore
from copingkit.tools.exposure.body import marked, standing_of
from copingkit.tools.exposure.health import Answer, Standing, Topic
from copingkit.tools.exposure.ladder import Item, Ladder
from copingkit.tools.exposure.records import CHOICES, Choices, HealthAnswer
from copingkit.tools.exposure.trial import State, Trial

_UNDER_WAY = {State.PLANNED, State.RUNNING, State.TO_REFLECT}


class KeptChoices:
    """The one record of choices; read when it is first asked for, and after each change."""

    def __init__(self, records: RecordStore) -> None:
        self._records = records
        self._record: Record[Choices] | None = None
        self._read = False

    @property
    def value(self) -> Choices:
        """What was chosen so far."""
        if not self._read:
            self._record = next(iter(self._records.find(CHOICES, limit=1)), None)
            self._read = True
        return self._record.value if self._record is not None else Choices()

    def save(self, choices: Choices) -> None:
        """Keep them, where they changed."""
        if choices != self.value:
            record_id = self._record.id if self._record is not None else None
            self._records.save(CHOICES, choices, record_id, amend=True)
            self._read = False  # what is saved in a transaction may be taken back with it

    def with_trial(self, trial: Trial) -> Choices:
        """Them with the trial among those under way, or without it, as its state says.

        One that has not begun is among them: it is to be taken up again.
        """
        return self.value.with_trial(trial.id, under_way=trial.state in _UNDER_WAY)


class HealthAnswers:
    """What was answered once about health, before body exposures."""

    def __init__(self, choices: KeptChoices, clock: Clock, changed: Event[None]) -> None:
        self._choices, self._clock, self._changed = choices, clock, changed

    def all(self) -> dict[Topic, Answer]:
        """The answers so far."""
        return {given.topic: given.answer for given in self._choices.value.health}

    def standing(self, item: Item) -> Standing:
        """Whether an item of a ladder may be tried by oneself, after the answers so far."""
        return standing_of(item, self.all())

    def marked(self, ladder: Ladder) -> Ladder:
        """A ladder as it goes on paper: what is not for oneself is marked."""
        return marked(ladder, self.all())

    def answer(self, topic: Topic, answer: Answer) -> None:
        """Keep the answer to one topic, in place of an earlier one."""
        given = HealthAnswer(topic, answer, self._clock.now())
        self._choices.save(self._choices.value.answered(given))
        self._changed.emit(None)
