"""A trial that is done: its card, and what one may want to do with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view.words import came_true_name
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column
from copingkit.ui.widgets.text import label


class TrialDone(QWidget):
    """`edit_requested`, `again_requested`, `print_requested`, `figures_requested`, `removed`."""

    edit_requested = Signal()
    again_requested = Signal()
    print_requested = Signal()
    figures_requested = Signal()
    removed = Signal()

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        before, after = trial.before, trial.after
        came = came_true_name(after.came_true) if after.came_true is not None else ""
        rows = (
            (translate("Exposure", "I expected"), before.feared),
            (translate("Exposure", "What happened"), after.happened),
            (translate("Exposure", "Did it come true?"), came),
            (translate("Exposure", "I learned"), after.learned),
        )
        card = Card(look="soft-card", spacing=12)
        for title, text in rows:
            if text:
                card.body.addLayout(column(label(title, "small"), label(text, "word"), spacing=2))
        said = translate(
            "Exposure",
            "If you like, look away and say to yourself once what you expected and what happened. "
            "The card comes back in a while.",
        )
        ways = Flow(
            button(translate("Exposure", "Once more, or elsewhere"), self.again_requested.emit),
            button(translate("Exposure", "Write more"), self.edit_requested.emit),
            button(
                translate("Exposure", "What I expected, what happened"),
                self.figures_requested.emit,
            ),
            button(translate("Exposure", "Print"), self.print_requested.emit, icon="printer"),
            button(translate("Exposure", "Remove this trial"), self.removed.emit, look="quiet"),
        )
        self.setLayout(column(card, label(said), ways, spacing=16))

    def flush(self) -> None:
        """Nothing is typed here."""
