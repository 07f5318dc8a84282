"""The form for an exercise of one's own: its name, its parts, and what may be said of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QLineEdit, QPlainTextEdit, QWidget

from copingkit.tools.exercises.file_rules import findings
from copingkit.tools.exercises.model import Exercise, Kind, Need
from copingkit.tools.exercises.own_parts import with_pieces, with_timer
from copingkit.tools.exercises.view.library_words import finding_words, kind_words, need_words
from copingkit.tools.exercises.view.part_list import PartList
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.calm_fields import CalmWheel
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column, holder, row
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import field_label, label

_TEXTS = ("purpose", "not_for", "stop_if", "eyes_open", "without_breath")


class OwnEditor(Card):
    """`saved` (an Exercise) once it can be played; `closed` without one.

    Only the name and the parts are asked for; the rest lies behind a button.
    """

    saved = Signal(object)
    closed = Signal()

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(spacing=12)
        self._exercise = exercise
        self._title = QLineEdit(exercise.title)
        self._texts = {name: _paragraph(getattr(exercise, name)) for name in _TEXTS}
        self._needs = {need: QCheckBox(need_words(need)) for need in Need}
        self._parts = PartList(exercise) if exercise.kind is not Kind.TIMER else None
        timer = exercise.timer
        self._said = [
            _paragraph(text)
            for text in ((timer.begin, timer.during, timer.finish) if timer else ("", "", ""))
        ]
        self._minutes = _minutes(exercise.minutes, 0.5)
        self._bell = _minutes(timer.bell_minutes if timer else 0.0, 0.0)
        self._problem = label("", "warn")
        self._build()

    def _build(self) -> None:
        self.body.addWidget(label(kind_words(self._exercise.kind), "h2"))
        name = field_label(translate("OwnExercise", "Name"), self._title)
        self.body.addLayout(column(name, self._title, spacing=4))
        self.body.addWidget(self._parts if self._parts is not None else self._timer())
        more = Disclosure(
            translate("OwnExercise", "What it is for, and cautions"),
            translate("OwnExercise", "Hide"),
            translate("OwnExercise", "my exercise"),
            self._more,
            icon="pencil",
        )
        self.body.addLayout(Flow(more))
        self.body.addWidget(more.place)
        self.body.addWidget(self._problem)
        self._problem.hide()
        save = button(translate("OwnExercise", "Save"), self._on_save, look="primary")
        leave = button(translate("OwnExercise", "Leave it"), self.closed.emit)
        self.body.addLayout(Flow(save, leave))
        self.setFocusProxy(self._title)

    def _timer(self) -> QWidget:
        asks = (
            translate("OwnExercise", "What is said first"),
            translate("OwnExercise", "What stands there while it is quiet"),
            translate("OwnExercise", "What is said at the end"),
        )
        box = column(spacing=8)
        for question, field in zip(asks, self._said, strict=True):
            box.addLayout(column(field_label(question, field), field, spacing=4))
        for question, number in (
            (translate("OwnExercise", "Minutes in all"), self._minutes),
            (translate("OwnExercise", "A bell every so many minutes (0: none)"), self._bell),
        ):
            box.addLayout(column(field_label(question, number), row(number, None), spacing=4))
        return holder(box)

    def _more(self) -> QWidget:
        asks = {
            "purpose": translate("OwnExercise", "What it is for"),
            "not_for": translate("OwnExercise", "When not"),
            "stop_if": translate("OwnExercise", "Stop if"),
            "eyes_open": translate("OwnExercise", "With open eyes"),
            "without_breath": translate("OwnExercise", "Without the breath"),
        }
        box = column(spacing=8)
        for name, question in asks.items():
            field = self._texts[name]
            box.addLayout(column(field_label(question, field), field, spacing=4))
        box.addWidget(label(translate("OwnExercise", "I look for it when"), "small"))
        for need, check in self._needs.items():
            check.setChecked(need in self._exercise.needs)
            box.addLayout(row(check, None))
        return holder(box)

    # --- what is said

    @property
    def draft(self) -> Exercise:
        """What the form says now, playable or not."""
        texts = {name: field.toPlainText().strip() for name, field in self._texts.items()}
        usual = translate("OwnExercise", "My own exercise.")
        made = replace(
            self._exercise,
            title=self._title.text().strip(),
            needs=self._chosen_needs(),
            purpose=texts["purpose"] or usual,
            not_for=texts["not_for"],
            stop_if=texts["stop_if"],
            eyes_open=texts["eyes_open"],
            without_breath=texts["without_breath"],
        )
        if self._parts is not None:
            return with_pieces(made, self._parts.parts)
        begin, during, finish = (field.toPlainText() for field in self._said)
        made = replace(made, minutes=self._minutes.value())
        return with_timer(made, (begin, during, finish), self._bell.value())

    def _chosen_needs(self) -> tuple[Need, ...]:
        opened = any(check.isChecked() for check in self._needs.values())
        chosen = tuple(need for need, check in self._needs.items() if check.isChecked())
        return chosen if opened else self._exercise.needs

    def worth_keeping(self) -> Exercise | None:
        """What can be kept when the vault closes now: with a name of its own where it has none."""
        made = self.draft
        if not made.title:
            made = replace(made, title=kind_words(made.kind))
        unchanged = made == self._exercise
        return None if unchanged or any(findings(replace(made, id="own"))) else made

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


def _paragraph(text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setFixedHeight(theme.px(60))
    return made


def _minutes(value: float, least: float) -> QDoubleSpinBox:
    made = QDoubleSpinBox()
    made.setRange(least, 60.0)
    made.setDecimals(1)
    made.setSingleStep(0.5)
    made.setValue(value)
    made.setMinimumSize(theme.px(96), theme.px(36))
    made.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
    CalmWheel(made).watch(made)
    return made
