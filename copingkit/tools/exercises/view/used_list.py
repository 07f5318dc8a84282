"""Everything that was used, in numbers: what helped most first, what is too few to tell last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from copingkit.tools.exercises.model import Exercise
from copingkit.tools.exercises.view.library_words import works_words
from copingkit.tools.exercises.works import Works
from copingkit.ui.language import translate
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, clear, column, holder
from copingkit.ui.widgets.text import label


class UsedList(QWidget):
    """Behind a button, since it can be long; nothing in it is a grade."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(spacing=10)
        self._found: list[tuple[str, str]] = []
        self._opened = False
        self._button = Disclosure(
            translate("Library", "All that I used, in numbers"),
            translate("Library", "Hide the numbers"),
            translate("Library", "what I used"),
            lambda: Card(self._lines),
        )
        self._button.built.connect(self._on_built)
        self.setLayout(column(Flow(self._button), self._button.place, spacing=4))

    def show_works(self, exercises: Sequence[Exercise], works: Mapping[str, Works]) -> None:
        """Of those of `exercises` that were used."""
        used = [each for each in exercises if each.id in works]
        used.sort(key=lambda each: (works[each.id].place, each.title))
        self._found = [(each.title, works_words(works[each.id])) for each in used]
        self.setVisible(bool(used))
        self._fill()

    def _on_built(self) -> None:
        self._opened = True
        self._fill()

    def _fill(self) -> None:
        if not self._opened:
            return
        clear(self._lines)
        for title, said in self._found:
            line = holder(column(label(title, "strong"), label(said, "small"), spacing=0))
            self._lines.addWidget(line)
            line.show()  # in the same moment, not one turn of the event loop later
