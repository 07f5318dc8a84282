"""One exercise in the library: what it is, how long, what it did so far, and Start."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from copingkit.tools.exercises.model import Exercise, Form
from copingkit.tools.exercises.view.library_words import works_words
from copingkit.tools.exercises.view.player_words import length
from copingkit.tools.exercises.works import Works
from copingkit.ui import icons
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button, icon_button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column, row
from copingkit.ui.widgets.text import label


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row is shown.

    `keeps`: there is a vault to keep things in; `own` ones can be changed; `put_away`: archived;
    `first`: its Start is the one that stands out; `helped`: it can go into the plan at once.
    """

    favourite: bool = False
    keeps: bool = True
    own: bool = False
    put_away: bool = False
    first: bool = False
    helped: bool = False


class ExerciseRow(Card):
    """Says what is wanted: `started` (a Form), `marked` (favourite or not), or one of the menu."""

    started = Signal(object)
    marked = Signal(bool)
    for_plan = Signal()
    copied = Signal()
    exported = Signal()
    edited = Signal()
    archived = Signal(bool)
    removed = Signal()

    def __init__(self, exercise: Exercise, state: RowState) -> None:
        super().__init__(spacing=6)
        self.exercise = exercise
        self._state, self._favourite = state, state.favourite
        self._works = label("", "small")
        self._works.hide()
        self._heart = icon_button("", "heart", self._on_heart, stays=True)
        self._heart.setChecked(state.favourite)
        more = icon_button(
            translate("Library", "More about: {title}").replace("{title}", exercise.title),
            "more",
            self._on_more,
        )
        self._more = more
        head = row(label(exercise.title, "strong"), self._heart, more, spacing=4)
        head.setStretch(0, 1)
        head.setAlignment(self._heart, Qt.AlignmentFlag.AlignTop)
        head.setAlignment(more, Qt.AlignmentFlag.AlignTop)
        for each in (self._heart, more):
            if not state.keeps:
                each.hide()
        self.body.addLayout(column(head, label(exercise.purpose), self._works, spacing=4))
        self.body.addLayout(self._starters(first=state.first))
        self._name_heart()

    def show_works(self, works: Works | None) -> None:
        """What is known of it by now; nothing where it was never used."""
        if works is not None:
            self._works.setText(works_words(works))
        self._works.setVisible(works is not None)

    def show_favourite(self, *, marked: bool) -> None:
        """Whether it is a favourite by now."""
        self._favourite = marked
        self._heart.setChecked(marked)
        self._name_heart()

    def shows(self, exercise: Exercise, *, first: bool) -> bool:
        """Whether it is the row of just this exercise, as it is now."""
        return self.exercise == exercise and self._state.first == first

    def _starters(self, *, first: bool) -> Flow:
        start = translate("Library", "Start · {length}")
        made = []
        for number, form in enumerate(self.exercise.forms):
            text = start.replace("{length}", length(self.exercise.minutes_of(form)))
            look = "primary" if first and not number else ""
            each = button(text, partial(self.started.emit, form), look=look)
            each.setAccessibleName(f"{text}: {self.exercise.title}")
            made.append(each)
        self.start = made[0]
        if self._state.helped:
            made.append(self._plan_button())
        return Flow(*made)

    def _plan_button(self) -> QPushButton:
        text = _into_plan()
        made = button(text, self.for_plan.emit, look="quiet")
        made.setAccessibleName(f"{text}: {self.exercise.title}")
        return made

    def _on_heart(self) -> None:
        self._favourite = self._heart.isChecked()
        self._name_heart()
        self.marked.emit(self._favourite)

    def _name_heart(self) -> None:
        text = translate("Library", "Mark as a favourite: {title}")
        if self._favourite:
            text = translate("Library", "A favourite: {title}")
        name = text.replace("{title}", self.exercise.title)
        self._heart.setAccessibleName(name)
        self._heart.setToolTip(name)
        shape, colour = ("heart-full", "accent") if self._favourite else ("heart", "muted")
        self._heart.setIcon(icons.icon(shape, colour))

    def menu(self) -> QMenu:
        """What else can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_into_plan(), self.for_plan.emit)
        menu.addAction(translate("Library", "Make a copy of my own"), self.copied.emit)
        menu.addAction(translate("Library", "Save as a file"), self.exported.emit)
        if self._state.own:
            menu.addSeparator()
            menu.addAction(translate("Library", "Change it"), self.edited.emit)
            if self._state.put_away:
                bring = translate("Library", "Bring it back to the list")
                menu.addAction(bring, lambda: self.archived.emit(False))
            else:
                put = translate("Library", "Put it away")
                menu.addAction(put, lambda: self.archived.emit(True))
            menu.addAction(translate("Library", "Remove"), self.removed.emit)
        return menu

    def _on_more(self) -> None:
        self.menu().popup(self._more.mapToGlobal(QPoint(0, self._more.height())))


def _into_plan() -> str:
    return translate("Library", "Put it into step 2 of my plan")


def play_target(exercise: Exercise, form: Form) -> str:
    """What a link to the player says."""
    short = "/short" if form is Form.SHORT else ""
    return f"play/{exercise.id}{short}"
