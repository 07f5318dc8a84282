"""What is said and noted while a trial is under way, kept step by step and read out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from copingkit.tools.exposure import flow
from copingkit.tools.exposure.pace import Tick
from copingkit.tools.exposure.trial import LogEntry, Trial
from copingkit.tools.exposure.view.trial_during import TrialDuring
from copingkit.tools.exposure.view.words import noticed
from copingkit.ui.language import translate
from copingkit.ui.widgets.notice_bar import announce


class TrialNoting:
    """`now` gives the trial as it is kept and the moment in it; `keep` saves a step of it."""

    def __init__(
        self,
        page: QWidget,
        now: Callable[[], tuple[Trial, Tick]],
        keep: Callable[[Callable[[], Trial]], bool],
    ) -> None:
        self._page, self._now, self._keep = page, now, keep

    def connect(self, section: TrialDuring) -> None:
        """Keep what this section says."""
        section.said.connect(self._on_suds)
        section.corrected.connect(self._on_corrected)
        section.guessed.connect(self._on_guess)
        section.noted.connect(self._on_noted)
        section.taken_back.connect(self._on_taken_back)

    def _on_suds(self, suds: int) -> None:
        self._read_number(suds, self._keep(lambda: flow.add_suds(*self._now(), suds)))

    def _on_corrected(self, suds: int) -> None:
        self._read_number(suds, self._keep(lambda: flow.correct_suds(*self._now(), suds)))

    def _read_number(self, suds: int, kept: bool) -> None:
        if kept:
            said = translate("Exposure", "{suds} noted")
            announce(self._page, said.replace("{suds}", str(suds)))

    def _on_guess(self, percent: int) -> None:
        self._keep(lambda: flow.add_expectancy(*self._now(), percent))

    def _on_noted(self, entry: LogEntry) -> None:
        if self._keep(lambda: flow.note(*self._now(), entry)):
            said = translate("Exposure", "Noted: {what}")
            announce(self._page, said.replace("{what}", self._last()))

    def _on_taken_back(self) -> None:
        last = self._last()
        if self._keep(lambda: flow.take_back(*self._now())):
            said = translate("Exposure", "Taken back: {what}")
            announce(self._page, said.replace("{what}", last))

    def _last(self) -> str:
        trial, _tick = self._now()
        return noticed(trial)[-1][1]
