"""The parts of one's own exercise under each other: added, moved, removed, brought back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exercises.model import Exercise, Kind
from copingkit.tools.exercises.own_parts import Piece, Said, piece, pieces, said_of, with_pieces
from copingkit.tools.exercises.view.part_row import PartRow, questions
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column, holder
from copingkit.ui.widgets.tab_order import follow_layout
from copingkit.ui.widgets.text import label


class PartList(QWidget):
    """One row for each part, at least one; an empty row is no part. `changed`: anything was."""

    changed = Signal()

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self._kind = exercise.kind
        self._asks = questions(exercise.kind)
        self._rows: list[PartRow] = []
        self._taken: list[tuple[int, PartRow]] = []
        self._column = column(spacing=8)
        add = button(translate("OwnExercise", "One more"), self.add, icon="plus")
        self._undo = button(translate("OwnExercise", "Bring it back"), self.undo)
        self._undo.hide()
        box = column(
            label(_title(exercise.kind), "strong"),
            self._column,
            holder(Flow(add, self._undo)),
            spacing=8,
        )
        self.setLayout(box)
        for known in pieces(exercise):
            self._insert(len(self._rows), PartRow(self._asks, said_of(known), known))
        if not self._rows:
            self.add()

    @property
    def parts(self) -> tuple[Piece, ...]:
        """The parts that say something, in their order."""
        return tuple(
            piece(self._kind, row.said, row.before, row.id)
            for row in self._rows
            if not row.said.is_empty
        )

    def take(self, exercise: Exercise) -> Exercise:
        """The exercise with these parts."""
        return with_pieces(exercise, self.parts)

    def add(self) -> None:
        """An empty part at the end."""
        empty = Said(tuple("" for _ in self._asks.texts), float(self._asks.usual))
        made = PartRow(self._asks, empty, None)
        self._insert(len(self._rows), made)
        made.setFocus()

    def undo(self) -> None:
        """Bring back what was removed last."""
        place, row = self._taken.pop()
        self._place(min(place, len(self._rows)), row)
        self._undo.setVisible(bool(self._taken))
        row.setFocus()

    def _insert(self, place: int, row: PartRow) -> None:
        row.move_requested.connect(partial(self._move, row))
        row.remove_requested.connect(partial(self._remove, row))
        row.changed.connect(self._tell)
        self._place(place, row)

    def _place(self, place: int, row: PartRow) -> None:
        self._rows.insert(place, row)
        self._column.insertWidget(place, row)
        row.show()  # in the same moment, not one turn of the event loop later
        self._number()

    def _move(self, row: PartRow, way: int) -> None:
        place = self._rows.index(row) + way
        if 0 <= place < len(self._rows):
            self._rows.remove(row)
            self._column.removeWidget(row)
            self._place(place, row)
            row.setFocus()

    def _remove(self, row: PartRow) -> None:
        place = self._rows.index(row)
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        self._taken.append((place, row))
        self._undo.show()
        self._number()
        self._undo.setFocus()

    def _number(self) -> None:
        for number, row in enumerate(self._rows, start=1):
            row.show_place(number, len(self._rows))
        follow_layout(self._column)
        self._tell()

    def _tell(self) -> None:
        targets = [
            (row.id, _step(number, row.name)) for number, row in enumerate(self._rows, start=1)
        ]
        for row in self._rows:
            row.show_targets(targets)
        self.changed.emit()


def _step(number: int, name: str) -> str:
    text = translate("OwnExercise", "To step {number}: {text}")
    return text.replace("{number}", str(number)).replace("{text}", name).removesuffix(": ")


def _title(kind: Kind) -> str:
    titles = {
        Kind.GUIDED: translate("OwnExercise", "What is said, one after the other"),
        Kind.GROUNDING: translate("OwnExercise", "What to notice, one after the other"),
        Kind.STEPS: translate("OwnExercise", "The steps"),
        Kind.MUSCLES: translate("OwnExercise", "Parts of the body, one after the other"),
    }
    return titles[kind]
