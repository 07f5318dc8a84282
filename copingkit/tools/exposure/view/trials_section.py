"""Trial by trial, and before and after: the newest trials, and the earlier ones a step away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exposure import insight
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view import figures
from copingkit.tools.exposure.view.figure_card import FigureCard
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column, holder
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import label


class TrialsSection(QWidget):
    """`trial_requested` is the id of a trial that was opened in a table."""

    trial_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._done: Sequence[Trial] = ()
        self._end = 0
        self._earlier = button(
            translate("Exposure", "Earlier trials"), lambda: self._step(-1), icon="back"
        )
        self._later = button(
            translate("Exposure", "Later trials"), lambda: self._step(1), icon="forward"
        )
        self._where = label("", "muted", wrap=False)
        self._where.setMinimumHeight(self._earlier.sizeHint().height())
        self._ways = holder(Flow(self._earlier, self._later, self._where))
        self.each = FigureCard(
            translate("Exposure", "Trial by trial"),
            translate(
                "Exposure",
                "Once trials say how likely it seems, or how much of a surprise it was, they "
                "stand here one by one.",
            ),
        )
        self.changes = FigureCard(
            translate("Exposure", "Before and after each trial"),
            translate(
                "Exposure",
                "Once trials say how likely it seems both before and after, both stand here side "
                "by side.",
            ),
        )
        self.each.row_opened.connect(lambda row: self._open(self._rows(), row))
        self.changes.row_opened.connect(
            lambda row: self._open(insight.expectancy_changes(self._shown()).rows, row)
        )
        self.setLayout(column(self._ways, self.each, self.changes, spacing=16))

    def show_trials(self, done: Sequence[Trial]) -> None:
        """Show the newest of these, which are done, the oldest first."""
        self._done, self._end = done, len(done)
        self._show()

    def _shown(self) -> Sequence[Trial]:
        return self._done[max(self._end - figures.AT_ONCE, 0) : self._end]

    def _rows(self) -> Sequence[insight.Outcome]:
        return insight.outcomes(self._shown())

    def _step(self, way: int) -> None:
        count = len(self._done)
        first = min(figures.AT_ONCE, count)
        self._end = min(max(self._end + way * figures.AT_ONCE, first), count)
        self._show()
        announce(self, self._where.text())

    def _show(self) -> None:
        shown, count = self._shown(), len(self._done)
        self._ways.setVisible(count > figures.AT_ONCE)
        self._earlier.setEnabled(self._end > len(shown))
        self._later.setEnabled(self._end < count)
        text = translate("Exposure", "Trials {first} to {last} of {count}")
        text = text.replace("{first}", str(self._end - len(shown) + 1))
        text = text.replace("{last}", str(self._end)).replace("{count}", str(count))
        self._where.setText(text)
        self.each.show_figure(figures.trial_by_trial(self._rows(), count))
        self.changes.show_figure(figures.before_and_after(shown, count))

    def _open(self, rows: Sequence[insight.Outcome], row: int) -> None:
        self.trial_requested.emit(rows[row].trial)
