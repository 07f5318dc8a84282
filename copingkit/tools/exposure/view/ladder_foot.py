"""The foot of a ladder: where one can go from it, and what was put away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exposure.ladder import Item, Ladder
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import clear, column, holder
from copingkit.ui.widgets.text import label


class LadderFoot(QWidget):
    """`target_requested` is a place; `brought` an Item; `archive_requested`, `remove_requested`."""

    target_requested = Signal(str)
    archive_requested = Signal()
    remove_requested = Signal()
    brought = Signal(object)

    def __init__(self, ladder: Ladder) -> None:
        super().__init__()
        name, to = ladder.id, self.target_requested.emit
        away = translate("Exposure", "Put this ladder away")
        if ladder.archived:
            away = translate("Exposure", "Bring this ladder out")
        figures = translate("Exposure", "What I expected, what happened")
        remove = translate("Exposure", "Remove this ladder")
        ways = Flow(
            button(translate("Exposure", "A feeling in the body"), partial(to, f"body/{name}")),
            button(figures, partial(to, f"figures/{name}")),
            button(translate("Exposure", "What I learned"), partial(to, f"cards/{name}")),
            button(translate("Exposure", "Print"), partial(to, f"print/{name}"), icon="printer"),
            button(away, self.archive_requested.emit, look="quiet"),
            button(remove, self.remove_requested.emit, look="quiet"),
        )
        self._away = column(spacing=8)
        self.setLayout(column(ways, self._away, spacing=16))

    def show_away(self, items: tuple[Item, ...]) -> None:
        """Show what was put away, each with a way back."""
        clear(self._away)
        if items:
            self._away.addWidget(label(translate("Exposure", "Put away"), "h2"))
        for item in items:
            out = translate("Exposure", "Bring out: {item}").replace("{item}", item.situation)
            bring = button(out, partial(self.brought.emit, item), look="quiet")
            line = holder(Flow(bring))
            self._away.addWidget(line)
            line.show()  # in the same moment, not one turn of the event loop later
