"""The exercises of one open vault: those that ship, the person's own, and what came of them."""

from __future__ import annotations

from dataclasses import replace

from copingkit.core.clock import Clock
from copingkit.core.errors import VaultClosed
from copingkit.core.events import Event
from copingkit.core.ids import new_id
from copingkit.core.records import Record, RecordStore
from copingkit.tools.exercises import catalogue
from copingkit.tools.exercises.drafts import Drafts
from copingkit.tools.exercises.model import Exercise, Form, HealthQuestion, Need
from copingkit.tools.exercises.records import (
    CHOICES,
    OWN,
    Answer,
    Choices,
    Felt,
    HealthAnswer,
    OwnExercise,
    Run,
)
from copingkit.tools.exercises.runs import Runs
from copingkit.tools.exercises.suggestions import suggested
from copingkit.tools.exercises.works import Works


class ExercisesService:
    """Everything about exercises; what was said is on the disk when a method returns.

    Without records (a locked vault) the shipped exercises can be played, nothing is kept and
    whatever would change something raises VaultClosed. Saving raises DiskFull, FolderGone and
    FolderNotWritable.
    """

    def __init__(self, records: RecordStore | None, clock: Clock) -> None:
        self._records, self._clock = records, clock
        self._own: dict[str, Record[OwnExercise]] | None = None
        self._choices: Record[Choices] | None = None
        self._choices_read = False
        self._runs = Runs(records)
        self.drafts = Drafts(records)
        self.changed: Event[None] = Event()

    @property
    def keeps(self) -> bool:
        """Whether there is a vault to keep things in."""
        return self._records is not None

    # --- the exercises

    def all(self, *, archived: bool = False) -> tuple[Exercise, ...]:
        """The person's own, newest first, then those that ship; archived own ones when asked."""
        own = [each.value for each in self._read_own().values()]
        wanted = [each.exercise for each in own if archived or not each.archived]
        return (*wanted, *catalogue.shipped())

    def exercise(self, exercise_id: str) -> Exercise:
        """One of them, archived or not; raises KeyError."""
        own = self._read_own().get(exercise_id)
        if own is not None:
            return own.value.exercise
        for each in catalogue.shipped():
            if each.id == exercise_id:
                return each
        raise KeyError(exercise_id)

    def is_own(self, exercise_id: str) -> bool:
        """Whether the person wrote it or took it in."""
        return exercise_id in self._read_own()

    def is_archived(self, exercise_id: str) -> bool:
        """Whether it is one's own and put away."""
        own = self._read_own().get(exercise_id)
        return own is not None and own.value.archived

    def save_own(self, exercise: Exercise) -> Exercise:
        """Keep a new one (its id is not one's own yet; it gets a fresh one) or an edited one."""
        own = self._read_own().get(exercise.id)
        if own is None:
            exercise = replace(exercise, id=f"own-{new_id()}")
            self._save_own(OwnExercise(exercise), None)
        else:
            self._save_own(replace(own.value, exercise=exercise), own.id)
        return exercise

    def duplicate(self, exercise_id: str, title: str) -> Exercise:
        """A copy of one's own, under a new title; raises KeyError."""
        return self.save_own(replace(self.exercise(exercise_id), id="", title=title))

    def archive(self, exercise_id: str, *, archived: bool) -> None:
        """Put one's own away or bring it out; raises KeyError."""
        own = self._read_own()[exercise_id]
        self._save_own(replace(own.value, archived=archived), own.id)

    def remove_own(self, exercise_id: str) -> str:
        """Move one's own to Recently removed; gives the id for `restore_own`. Raises KeyError."""
        record_id = self._read_own()[exercise_id].id
        self._store.remove(record_id)
        self._forget()
        return record_id

    def restore_own(self, record_id: str) -> None:
        """Bring one's own back from Recently removed."""
        self._store.restore(record_id)
        self._forget()

    def put_back(self, draft: Exercise, place: str) -> None:
        """Keep a draft that was dropped, and say so."""
        self.drafts.keep(draft, place)
        self.changed.emit(None)

    # --- choices

    def favourites(self) -> frozenset[str]:
        """The ids of those that the person marked."""
        return frozenset(self._read_choices().favourites)

    def set_favourite(self, exercise_id: str, *, on: bool) -> None:
        """Mark one, or take the mark away."""
        others = [each for each in self._read_choices().favourites if each != exercise_id]
        chosen = (exercise_id, *others) if on else tuple(others)
        self._save_choices(replace(self._read_choices(), favourites=chosen))

    def health_answer(self, question: HealthQuestion) -> Answer | None:
        """What was answered; None when it was not asked yet, or nothing can be kept."""
        given = (each for each in self._read_choices().health if each.question is question)
        return next((each.answer for each in given), None)

    def answer_health(self, question: HealthQuestion, answer: Answer) -> None:
        """Keep an answer; without a vault it holds for the moment only."""
        if self.keeps:
            given = HealthAnswer(question, answer, self._clock.now())
            self._save_choices(self._read_choices().answered(given))

    # --- runs

    def start_run(self, exercise: Exercise, form: Form, before: int | None = None) -> str:
        """Keep that it was begun; gives the run's id, empty where nothing can be kept."""
        run = Run(exercise.id, exercise.title, form, self._clock.now(), before=before)
        return self._runs.start(run)

    def amend_run(
        self,
        run_id: str,
        *,
        played: float,
        finished: bool,
        after: int | None = None,
        felt: Felt | None = None,
    ) -> None:
        """Keep how far it got and what was said; nothing for an empty id."""
        if not run_id:
            return
        self._runs.amend(run_id, played=played, finished=finished, after=after, felt=felt)
        if felt is not None:
            self.changed.emit(None)

    def read_more_runs(self) -> bool:
        """Read some of the runs for `works`; whether there may be more of them."""
        return self._runs.read_more()

    def works(self) -> dict[str, Works]:
        """What the runs say, by the exercise's id; only of those that were used."""
        return self._runs.works()

    def last_used(self) -> Exercise | None:
        """The one that was played last and is still there."""
        run = self._runs.last()
        known = {each.id: each for each in self.all()}
        return known.get(run.exercise) if run is not None else None

    def still_offered(self, exercise_id: str) -> bool:
        """Whether it is offered by itself; not what was "worse" twice."""
        known = self.works().get(exercise_id)
        return known is None or not known.worse_twice

    def suggested(self, need: Need) -> tuple[Exercise, ...]:
        """Those for a need, the likeliest to help first."""
        unsafe = {
            question
            for question in HealthQuestion
            if self.health_answer(question) in {Answer.YES, Answer.DONT_KNOW}
        }
        return suggested(self.all(), need, self.works(), self.favourites(), unsafe)

    # --- the store

    @property
    def _store(self) -> RecordStore:
        if self._records is None:
            raise VaultClosed
        return self._records

    def _read_own(self) -> dict[str, Record[OwnExercise]]:
        if self._own is None:
            found = self._records.find(OWN) if self._records is not None else []
            self._own = {record.value.exercise.id: record for record in found}
        return self._own

    def _save_own(self, own: OwnExercise, record_id: str | None) -> None:
        self._store.save(OWN, own, record_id)
        self._forget()

    def _forget(self) -> None:
        self._own = None
        self.changed.emit(None)

    def _read_choices(self) -> Choices:
        if not self._choices_read:
            found = self._records.find(CHOICES, limit=1) if self._records is not None else []
            self._choices = found[0] if found else None
            self._choices_read = True
        return self._choices.value if self._choices is not None else Choices()

    def _save_choices(self, choices: Choices) -> None:
        self._read_choices()
        record_id = self._choices.id if self._choices is not None else None
        self._choices = self._store.save(CHOICES, choices, record_id)
        self.changed.emit(None)
