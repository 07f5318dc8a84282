"""The form for an exercise of one's own, of every kind: its name, its parts, what is said of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from copingkit.tools.exercises.file_rules import findings
from copingkit.tools.exercises.model import Exercise, Kind
from copingkit.tools.exercises.view.library_words import finding_words, kind_words
from copingkit.tools.exercises.view.own_about import OwnAbout
from copingkit.tools.exercises.view.part_list import PartList
from copingkit.tools.exercises.view.pattern_fields import PatternFields
from copingkit.tools.exercises.view.timer_fields import TimerFields
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import field_label, label

Fields = PartList | PatternFields | TimerFields


class OwnEditor(Card):
    """`saved` (an Exercise) once it can be played; `left` without that; `typed` with each change.

    Only the name and the parts are asked for; the rest lies behind a button.
    """

    saved = Signal(object)
    left = Signal()
    typed = Signal()

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(spacing=12)
        self._exercise = exercise
        self._title = QLineEdit(exercise.title)
        self._fields = _fields(exercise)
        self._about: OwnAbout | None = None
        self._problem = label("", "warn")
        self._build()
        self._untouched = self.draft
        self._title.textChanged.connect(lambda _text: self.typed.emit())
        self._fields.changed.connect(self.typed)
        self.typed.connect(self._problem.hide)  # it was said of what stood there before

    def _build(self) -> None:
        self.body.addWidget(label(kind_words(self._exercise.kind), "h2"))
        name = field_label(translate("OwnExercise", "Name"), self._title)
        self.body.addLayout(column(name, self._title, spacing=4))
        self.body.addWidget(self._fields)
        more = Disclosure(
            translate("OwnExercise", "What it is for, and cautions"),
            translate("OwnExercise", "Hide"),
            translate("OwnExercise", "my exercise"),
            self._build_about,
            icon="pencil",
        )
        self.body.addLayout(Flow(more))
        self.body.addWidget(more.place)
        self.body.addWidget(self._problem)
        self._problem.hide()
        save = button(translate("OwnExercise", "Save"), self._on_save, look="primary")
        leave = button(translate("OwnExercise", "Leave it"), self.left.emit)
        self.body.addLayout(Flow(save, leave))
        self.setFocusProxy(self._title)

    def _build_about(self) -> QWidget:
        self._about = OwnAbout(self._exercise)
        self._about.changed.connect(self.typed)
        return self._about

    @property
    def draft(self) -> Exercise:
        """What the form says now, playable or not."""
        made = replace(self._exercise, title=self._title.text().strip())
        if self._about is not None:
            made = self._about.take(made)
        made = replace(made, purpose=made.purpose or translate("OwnExercise", "My own exercise."))
        return self._fields.take(made)

    @property
    def is_touched(self) -> bool:
        """Whether it says anything else than when it was opened."""
        return self.draft != self._untouched

    def _on_save(self) -> None:
        made = self.draft
        if not made.title:
            self._tell(translate("OwnExercise", "Please give it a name."))
            self._title.setFocus()
            return
        found = list(findings(replace(made, id="own")))
        if not found:
            self.saved.emit(made)
            return
        self._tell(" ".join(finding_words(each) for each in found[:3]))

    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()
        announce(self, text)


def _fields(exercise: Exercise) -> Fields:
    if exercise.kind is Kind.BREATHING:
        return PatternFields(exercise)
    if exercise.kind is Kind.TIMER:
        return TimerFields(exercise)
    return PartList(exercise)
