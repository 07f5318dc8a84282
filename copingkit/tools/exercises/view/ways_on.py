"""The ways on from a step of one's own: what is chosen, and which step it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from copingkit.tools.exercises.model import Choice
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.calm_fields import CalmWheel
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column
from copingkit.ui.widgets.tab_order import follow_layout
from copingkit.ui.widgets.text import field_label

Target = tuple[str, str]  # a step's id, and what it is called in the list


class _Way(Card):
    """One way; an empty one is none."""

    changed = Signal()
    removed = Signal()

    def __init__(self, choice: Choice, targets: Sequence[Target]) -> None:
        super().__init__(spacing=8)
        self.text, self.to = QLineEdit(choice.text), QComboBox()
        self._wanted = choice.to  # also while that step is taken out, for when it comes back
        self.text.setMinimumWidth(theme.px(200))
        self.to.setMinimumWidth(theme.px(200))
        CalmWheel(self).watch(self.to)
        self.remove = button(translate("OwnExercise", "Remove"), self.removed.emit, look="quiet")
        said = field_label(translate("OwnExercise", "What one can choose"), self.text)
        leads = field_label(translate("OwnExercise", "Where it leads"), self.to)
        self.body.addLayout(column(said, self.text, spacing=4))
        self.body.addLayout(column(leads, self.to, spacing=4))
        self.body.addLayout(Flow(self.remove))
        self.show_targets(targets)
        self.text.textChanged.connect(lambda _text: self.changed.emit())
        self.to.currentIndexChanged.connect(lambda _index: self._on_chosen())
        self.setFocusProxy(self.text)

    def show_targets(self, targets: Sequence[Target]) -> None:
        """The steps there are by now; what was chosen stays, or leads to the end without them."""
        self.to.blockSignals(True)
        self.to.clear()
        self.to.addItem(translate("OwnExercise", "To the end"), "")
        for step, name in targets:
            self.to.addItem(name, step)
        self.to.setCurrentIndex(max(self.to.findData(self._wanted), 0))
        self.to.blockSignals(False)

    def _on_chosen(self) -> None:
        self._wanted = str(self.to.currentData())
        self.changed.emit()

    @property
    def choice(self) -> Choice:
        """What the fields say."""
        return Choice(self.text.text().strip(), str(self.to.currentData()))


class WaysOn(QWidget):
    """Without any way the next step follows. `changed`: something was typed, added or removed."""

    changed = Signal()

    def __init__(self, choices: Sequence[Choice], about: str) -> None:
        """`about` says for a screen reader what the ways belong to."""
        super().__init__()
        self._about = about
        self._targets: tuple[Target, ...] = ()
        self._ways: list[_Way] = []
        self._add = button("", self._on_add, look="quiet", icon="plus")
        self._column = column(self._add, spacing=8)
        self.setLayout(self._column)
        for choice in choices:
            self._insert(choice)
        self._name()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The ways that say something, in their order."""
        return tuple(way.choice for way in self._ways if way.choice.text)

    def show_targets(self, targets: Sequence[Target], about: str) -> None:
        """The steps that a way can lead to, without the end."""
        self._targets, self._about = tuple(targets), about
        for way in self._ways:
            way.show_targets(targets)
        self._name()

    def _on_add(self) -> None:
        self._insert(Choice("", "")).setFocus()
        self._tell()

    def _insert(self, choice: Choice) -> _Way:
        way = _Way(choice, self._targets)
        way.changed.connect(self.changed)
        way.removed.connect(partial(self._remove, way))
        self._column.insertWidget(len(self._ways), way)
        way.show()  # in the same moment, not one turn of the event loop later
        self._ways.append(way)
        return way

    def _remove(self, way: _Way) -> None:
        self._ways.remove(way)
        self._column.removeWidget(way)
        way.hide()
        way.deleteLater()
        self._add.setFocus()
        self._tell()

    def _tell(self) -> None:
        self._name()
        follow_layout(self._column)
        self.changed.emit()

    def _name(self) -> None:
        first = translate("OwnExercise", "Let me choose how to go on")
        text = translate("OwnExercise", "One more way") if self._ways else first
        self._add.setText(f" {text}")
        self._add.setAccessibleName(f"{text}: {self._about}")
        for number, way in enumerate(self._ways, start=1):
            _say_number(way.remove, number, self._about)


def _say_number(remove: QPushButton, number: int, about: str) -> None:
    name = translate("OwnExercise", "Remove: way {number}, {about}")
    remove.setAccessibleName(name.replace("{number}", str(number)).replace("{about}", about))
