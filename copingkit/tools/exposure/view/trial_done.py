"""A trial that is done: its card, and what one may want to do with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view.card_face import learned_rows, shown_row
from copingkit.tools.exposure.view.trial_numbers import told_numbers
from copingkit.tools.exposure.view.words import clock_text, noticed
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column
from copingkit.ui.widgets.text import label


class TrialDone(QWidget):
    """`target_requested` is a place of the exposure page; the others say what is wanted."""

    target_requested = Signal(str)
    edit_requested = Signal()
    again_requested = Signal()
    removed = Signal()

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        before, after = trial.before, trial.after
        card = Card(look="soft-card", spacing=12)
        rows = learned_rows(before.feared, after.happened, after.came_true, after.learned)
        for shown in rows:
            card.body.addLayout(shown_row(shown))
        said = translate(
            "Exposure",
            "If you like, call it to mind once now, without looking. It is kept among your cards.",
        )
        to = self.target_requested.emit
        recall = button(
            translate("Exposure", "Call it to mind"),
            partial(to, f"cards/{trial.ladder}/{trial.id}"),
            look="primary",
        )
        ways = Flow(
            button(translate("Exposure", "Once more, or elsewhere"), self.again_requested.emit),
            button(translate("Exposure", "Write more"), self.edit_requested.emit),
            button(
                translate("Exposure", "What I expected, what happened"),
                partial(to, f"figures/{trial.ladder}"),
            ),
            button(
                translate("Exposure", "Print"),
                partial(to, f"print-trial/{trial.id}"),
                icon="printer",
            ),
            button(translate("Exposure", "Remove this trial"), self.removed.emit, look="quiet"),
        )
        below = [*_told(trial), *_course(trial)]
        self.setLayout(column(card, label(said), Flow(recall), ways, *below, spacing=16))

    def flush(self) -> None:
        """Nothing is typed here."""


def _told(trial: Trial) -> list[QWidget]:
    """The circumstances, the numbers, and all that was noticed, as it can be looked at later."""
    numbers = told_numbers(trial)
    lines = [f"{clock_text(at)}   {what}" for at, what in noticed(trial)]
    parts = [label("\n".join(part)) for part in (numbers, lines) if part]
    title = label(translate("Exposure", "What I noticed"), "h2")
    return [Card(title, *parts, spacing=12)] if parts else []


def _course(trial: Trial) -> list[QWidget]:
    """How the distress went, where there are numbers enough for a course."""
    # late: charts are not needed for a trial that is not done yet
    from copingkit.tools.exposure.view import figures
    from copingkit.tools.exposure.view.suds_section import no_measure
    from copingkit.ui.charts.chart_panel import ChartPanel

    figure = figures.of_trial(trial)
    return [] if figure is None else [Card(ChartPanel(figure), no_measure(), spacing=12)]
