"""What a trial is of, as it is on its ladder now: who should be there, how a body exposure goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from copingkit.tools.exposure import rungs
from copingkit.tools.exposure.body import shipped
from copingkit.tools.exposure.ladder import Item
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view.body_guide import BodyGuide
from copingkit.tools.exposure.view.company_card import first_words
from copingkit.ui.language import translate
from copingkit.ui.widgets.layout import Card
from copingkit.ui.widgets.text import label


class TriedItem:
    """Makes the parts of a trial's page that its item asks for; none where it is gone."""

    def __init__(self, service: ExposureService, trial: Trial) -> None:
        self._service, self._trial = service, trial
        self._item = _found(service, trial)

    def first(self, go: Callable[[str], object]) -> tuple[QWidget, ...]:
        """What is read before a trial begins; `go` leads to a place of the exposure page."""
        if self._item is None:
            return ()
        questions = partial(go, f"body/{self._trial.ladder}")
        first = first_words(self._item, self._service.health.all(), questions)
        notes = self._item.notes
        return (*first, _notes(notes)) if notes else first

    def guide(self, now: Callable[[], float]) -> BodyGuide | None:
        """How its body exposure goes; `now` gives the seconds since the trial began."""
        known = self._item.body_exposure if self._item is not None else ""
        exposure = shipped(self._trial.body_exposure or known)  # also once the item is removed
        return BodyGuide(exposure, now) if exposure is not None else None


def _found(service: ExposureService, trial: Trial) -> Item | None:
    try:
        return rungs.find(service.ladder(trial.ladder), trial.item)
    except KeyError:
        return None


def _notes(text: str) -> QWidget:
    """What the person wrote down for themselves, with the situation."""
    return Card(label(translate("Exposure", "Notes"), "small"), label(text), spacing=4)
