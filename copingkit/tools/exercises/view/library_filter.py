"""Which exercises the list shows: words, family, time, with or without the breath."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from copingkit.core.folding import matches
from copingkit.tools.exercises.model import Exercise, Family
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.library_words import family_words, need_words
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column, holder
from copingkit.ui.widgets.text import field_label
from copingkit.ui.widgets.wrapping import TickBox

TYPING_MS = 200


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked for; `minutes` is the most that the shorter form takes, 0 for any."""

    words: str = ""
    family: Family | None = None
    minutes: float = 0.0
    without_breath: bool = False
    archived: bool = False


def wanted(service: ExercisesService, chosen: Filter) -> list[Exercise]:
    """The exercises that fit: the person's own, newest first, then the others by their titles."""
    found = [
        each
        for each in service.all(archived=chosen.archived)
        if (not chosen.archived or service.is_archived(each.id)) and _fits(each, chosen)
    ]
    return sorted(found, key=lambda each: "" if service.is_own(each.id) else each.title.casefold())


def _fits(exercise: Exercise, chosen: Filter) -> bool:
    minutes = exercise.short_minutes or exercise.minutes
    return (
        (not chosen.words.strip() or matches(chosen.words, _words(exercise)))
        and chosen.family in {None, exercise.family}
        and (not chosen.minutes or minutes <= chosen.minutes)
        and not (chosen.without_breath and exercise.breath_focus)
    )


def _words(exercise: Exercise) -> str:
    needs = (need_words(need) for need in exercise.needs)
    source = exercise.source
    names = (source.author, source.work) if source is not None else ()  # "DBT", "TIPP"
    said = (exercise.title, exercise.purpose, family_words(exercise.family), *needs, *names)
    return " ".join(said)


class _Box(QComboBox):
    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FilterBar(QWidget):
    """Fields for a Filter; `changed` gives it a moment after the last letter."""

    changed = Signal(object)

    def __init__(self, *, archive: bool) -> None:
        """`archive`: there can be exercises that were put away."""
        super().__init__()
        self.now = Filter()
        self._words = QLineEdit()
        self._words.setMinimumWidth(theme.px(200))
        self.setFocusProxy(self._words)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._on_typed)
        self._words.textChanged.connect(lambda _text: self._typing.start())
        self._family = self._families()
        self._time = self._times()
        self._breath = TickBox(translate("Library", "Without paying attention to the breath"))
        self._breath.toggled.connect(lambda on: self._change(replace(self.now, without_breath=on)))
        self._archived = TickBox(translate("Library", "Only what I put away"))
        self._archived.toggled.connect(lambda on: self._change(replace(self.now, archived=on)))
        fields = (
            _named(translate("Library", "Words in it"), self._words),
            _named(translate("Library", "Kind of exercise"), self._family),
            _named(translate("Library", "Time"), self._time),
        )
        self._all = button(
            translate("Library", "Show all again"), partial(self.look_for, ""), look="quiet"
        )
        self._all.hide()
        boxes = (self._breath, self._archived) if archive else (self._breath,)
        self.setLayout(
            column(Flow(*fields, spacing=16), Flow(*boxes, self._all, spacing=16), spacing=8)
        )

    def look_for(self, words: str) -> None:
        """Look for these words alone, at once."""
        self._family.setCurrentIndex(0)
        self._time.setCurrentIndex(0)
        self._breath.setChecked(False)
        self._archived.setChecked(False)
        self._words.setText(words)
        self._typing.stop()
        self._on_typed()

    def _families(self) -> QComboBox:
        made = _Box()
        made.addItem(translate("Library", "All"), None)
        for family in Family:
            made.addItem(family_words(family), family)
        made.currentIndexChanged.connect(
            lambda _index: self._change(replace(self.now, family=_family(made.currentData())))
        )
        return made

    def _times(self) -> QComboBox:
        made = _Box()
        for minutes, text in (
            (0.0, translate("Library", "Any")),
            (1.0, translate("Library", "Up to 1 minute")),
            (5.0, translate("Library", "Up to 5 minutes")),
            (15.0, translate("Library", "Up to 15 minutes")),
        ):
            made.addItem(text, minutes)
        made.currentIndexChanged.connect(
            lambda _index: self._change(replace(self.now, minutes=made.currentData()))
        )
        return made

    def _on_typed(self) -> None:
        self._change(replace(self.now, words=self._words.text()))

    def _change(self, to: Filter) -> None:
        self.now = to
        if to == Filter() and self._all.hasFocus():
            self._words.setFocus()  # the button that brought it about goes
        self._all.setVisible(to != Filter())
        self.changed.emit(to)


def _family(data: object) -> Family | None:
    return Family(data) if isinstance(data, str) else None


def _named(text: str, field: QWidget) -> QWidget:
    return holder(column(field_label(text, field), field, spacing=4))
