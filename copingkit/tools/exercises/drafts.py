"""Exercises that are being written, kept as they are typed: no lock and no crash loses them."""

from __future__ import annotations

from copingkit.core.errors import VaultClosed
from copingkit.core.records import RecordStore
from copingkit.tools.exercises.model import Exercise
from copingkit.tools.exercises.records import DRAFT, Draft


class Drafts:
    """Forms that are not saved, each in a place of its own; without records there are none."""

    def __init__(self, records: RecordStore | None) -> None:
        self._records = records

    def newest(self) -> tuple[str, Exercise] | None:
        """The place of the form that was begun last, and what it said; None where there is none."""
        if self._records is None:
            return None
        for record in self._records.find(DRAFT):
            if record.value.exercise is not None:
                return record.id, record.value.exercise
        return None

    def keep(self, exercise: Exercise, place: str = "") -> str:
        """Keep what a form says now, playable or not; gives its place. Raises what saving raises.

        Without a place it gets one.
        """
        return self._save(Draft(exercise), place)

    def drop(self, place: str) -> None:
        """The form was saved or left; nothing where it has no place. Raises what saving raises."""
        if place:
            self._save(Draft(), place)

    def _save(self, draft: Draft, place: str) -> str:
        if self._records is None:
            raise VaultClosed
        return self._records.save(DRAFT, draft, place or None, amend=True).id
