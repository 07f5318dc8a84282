"""A breathing pattern of one's own: seconds for each part, a name, and the pace it makes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QWidget
from typing_extensions import override

from copingkit.tools.exercises.file_rules import findings
from copingkit.tools.exercises.model import Breathing, Exercise, Family, Kind, Need, Pattern
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column, holder
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import field_label, label

NEW = Exercise(
    id="",
    title="",
    kind=Kind.BREATHING,
    family=Family.BREATHING,
    purpose="",
    minutes=5,
    short_minutes=1,
    needs=(Need.TENSE, Need.PRACTISE),
    breath_focus=True,
    breathing=Breathing(Pattern(4, 6)),
)


class _Seconds(QDoubleSpinBox):
    def __init__(self, value: float) -> None:
        super().__init__()
        self.setRange(0, 20)
        self.setDecimals(1)
        self.setSingleStep(0.5)
        self.setSuffix(translate("Library", " s"))
        self.setValue(value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(theme.px(96), theme.px(36))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page must not change a number


class PatternEditor(Card):
    """`saved` (an Exercise) comes once the pattern can be breathed; `closed` without one.

    Holds are 0 unless somebody sets them.
    """

    saved = Signal(object)
    closed = Signal()

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(spacing=12)
        self._exercise = exercise
        pattern = exercise.breathing.pattern if exercise.breathing else Pattern(4, 6)
        self._title = QLineEdit(exercise.title)
        self._fields = {
            "breathe_in": _Seconds(pattern.breathe_in),
            "hold": _Seconds(pattern.hold),
            "breathe_out": _Seconds(pattern.breathe_out),
            "rest": _Seconds(pattern.rest),
        }
        self._pace, self._problem = label("", "strong"), label("", "warn")
        self._build()
        self._say_pace()

    def _build(self) -> None:
        words = {
            "breathe_in": translate("Library", "Breathe in"),
            "hold": translate("Library", "Hold (0: no hold)"),
            "breathe_out": translate("Library", "Breathe out"),
            "rest": translate("Library", "Rest (0: no rest)"),
        }
        caution = translate(
            "Library",
            "Leave the holds at 0 if you are pregnant, have heart or lung disease, high blood "
            "pressure or epilepsy, or if holding your breath makes you panic.",
        )
        self.body.addWidget(label(translate("Library", "A breathing pattern of my own"), "h2"))
        name = column(
            field_label(translate("Library", "Name"), self._title), self._title, spacing=4
        )
        self.body.addLayout(name)
        parts: list[QWidget] = []
        for key, field in self._fields.items():
            field.valueChanged.connect(self._say_pace)
            parts.append(holder(column(field_label(words[key], field), field, spacing=4)))
        self.body.addLayout(Flow(*parts, spacing=16))
        for each in (self._pace, label(caution, "small"), self._problem):
            self.body.addWidget(each)
        self._problem.hide()
        save = button(translate("Library", "Save"), self._on_save, look="primary")
        leave = button(translate("Library", "Leave it"), self.closed.emit)
        self.body.addLayout(Flow(save, leave))
        self.setFocusProxy(self._title)

    def _pattern(self) -> Pattern:
        return Pattern(**{key: field.value() for key, field in self._fields.items()})

    def _say_pace(self) -> None:
        seconds = self._pattern().seconds
        text = translate("Library", "{pace} breaths a minute")
        pace = f"{60 / seconds:.1f}".removesuffix(".0") if seconds else "–"
        self._pace.setText(text.replace("{pace}", pace))

    def worth_keeping(self) -> Exercise | None:
        """What can be kept when the vault closes now: with a name of its own where it has none."""
        made = self._made()
        if not made.title:
            made = replace(made, title=translate("Library", "A breathing pattern of my own"))
        unchanged = (made.breathing, self._title.text()) == (
            self._exercise.breathing,
            self._exercise.title,
        )
        return None if unchanged or any(findings(replace(made, id="own"))) else made

    def _on_save(self) -> None:
        made = self._made()
        if not made.title:
            self._tell(translate("Library", "Please give it a name."))
        elif list(findings(replace(made, id="own"))):
            self._tell(
                translate(
                    "Library",
                    "Between 4 and 12 breaths a minute, please, and at least half a second in and "
                    "out. With holds it may be a little slower.",
                )
            )
        else:
            self.saved.emit(made)

    def _made(self) -> Exercise:
        breathing = self._exercise.breathing or Breathing(self._pattern())
        title = self._title.text().strip()
        purpose = self._exercise.purpose or translate("Library", "My own breathing pattern.")
        return replace(
            self._exercise,
            title=title,
            purpose=purpose,
            breathing=replace(breathing, pattern=self._pattern()),
        )

    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()
        announce(self, text)
