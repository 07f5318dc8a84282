"""The library: what do you need, what helped before, and everything there is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget
from typing_extensions import override

from copingkit.tools.exercises.model import Exercise, Need
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.exercise_list import ExerciseList
from copingkit.tools.exercises.view.handing_on import HandingOn
from copingkit.tools.exercises.view.library_filter import Filter, FilterBar, wanted
from copingkit.tools.exercises.view.library_rows import LibraryRows
from copingkit.tools.exercises.view.library_words import need_words
from copingkit.tools.exercises.view.own_writing import OwnWriting
from copingkit.tools.exercises.view.used_list import UsedList
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.kept_place import KeptPlace
from copingkit.ui.widgets.layout import PageColumn, column, holder, row
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.tab_order import follow_layout
from copingkit.ui.widgets.text import label

_NEED, _FEW = "need/", 3
_LARGE_TEXT: Final = 1.5


class LibraryPage(PageColumn):
    """By need first, then what the person marked and used, then all of it with filters."""

    def __init__(self, service: ExercisesService, surroundings: Surroundings) -> None:
        super().__init__(translate("Library", "Exercises"))
        self._service = service
        self._rows = LibraryRows(service, surroundings, self)
        self._rows.refused.connect(self._show)
        self._need: Need | None = None
        self._seen = False
        self.writing = OwnWriting(service, surroundings.notices)
        self._rows.edited.connect(self.writing.change)
        self._needs = {need: self._need_button(need) for need in Need}
        self._for_need = ExerciseList(self._rows.make, at_once=_FEW)
        self._mine_title = label(translate("Library", "Marked and last used"), "h2")
        self._mine = ExerciseList(self._rows.make)
        self._best_title = label(translate("Library", "What works for me"), "h2")
        self._best, self._used = ExerciseList(self._rows.make_helped), UsedList()
        self._filters = FilterBar(archive=service.keeps)
        self._all = ExerciseList(self._rows.make)
        self._none = label(translate("Library", "Nothing fits. Try fewer filters."), "muted")
        self._place = KeptPlace(self)
        above = dict.fromkeys(self._lists(), self._needs[Need.PANIC])
        self._handing = HandingOn(self, {**above, self._all: self._filters})
        self._build()
        self._connect()
        for known in self._known():
            known.hide()
        unsubscribe = service.changed.subscribe(lambda _none: self._show())
        self.destroyed.connect(lambda: unsubscribe())  # noqa: PLW0108 - own methods are gone by then
        self._show()

    def _build(self) -> None:
        self.body.addWidget(label(translate("Library", "Exercises"), "h1"))
        self.body.addWidget(self.writing.resume)
        if not self._service.keeps:
            said = translate(
                "Library",
                "Everything can be played now. Your own exercises and what you marked are there "
                "when your vault is open.",
            )
            self.body.addWidget(label(said, "muted"))
        self.body.addWidget(label(translate("Library", "What do you need?"), "h2"))
        self.body.addWidget(holder(Flow(*self._needs.values(), spacing=8)))
        for part in (self._for_need, self._mine_title, self._mine, *self._known()):
            self.body.addWidget(part)
        self.body.addLayout(_head_of_all(self._to_writing if self._service.keeps else None))
        for below in (self._filters, self._none, self._all, self.writing):
            self.body.addWidget(below)
        self.writing.setVisible(self._service.keeps)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._filters.changed.connect(self._on_filtered)
        self.writing.kept.connect(lambda made: self._filters.look_for(made.title))
        self.writing.opened.connect(self._on_opened)
        for shown in self._lists():
            shown.grown.connect(self._order_tabs)

    def _lists(self) -> tuple[ExerciseList, ...]:
        return (self._for_need, self._mine, self._best, self._all)

    def _known(self) -> tuple[QWidget, ...]:
        """What tells what the runs say: there once they are read."""
        return (self._best_title, self._best, self._used)

    def _need_button(self, need: Need) -> QPushButton:
        return button(need_words(need), partial(self.show_need, need), look="choice", stays=True)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._seen:  # what was played meanwhile is the last used one by now
            self._show()
        self._seen = True
        self._handing.go_on()

    @override
    def flush(self) -> None:
        """Keep what is being written: the vault is about to close."""
        self.writing.flush()

    def _to_writing(self) -> None:
        self.writing.setFocus()
        self._bring_up(self.writing)

    def _on_opened(self, part: QWidget) -> None:
        self._order_tabs()
        QTimer.singleShot(0, part, lambda: self._bring_up(part))

    def _bring_up(self, part: QWidget) -> None:
        """Its head at the top of what is seen: it may be taller than that."""
        inside = self.widget()
        if inside is not None:
            at = part.mapTo(inside, QPoint(0, 0)).y()
            self.verticalScrollBar().setValue(at - theme.px(16))

    # --- what is shown

    @override
    def show_target(self, target: str) -> None:
        """Go to a need ("need/panic"), to one exercise (its id), or to the top."""
        super().show_target(target)
        if target.startswith(_NEED):
            self.show_need(Need(target.removeprefix(_NEED)))
        elif target:
            known = {each.id: each.title for each in self._service.all(archived=True)}
            self._filters.look_for(known.get(target, ""))

    def show_need(self, need: Need) -> None:
        """The few that fit a need best; the first one's Start stands out."""
        self._need = need
        for each, made in self._needs.items():
            made.setChecked(each is need)
        found = self._service.suggested(need)
        self._for_need.fill(found, first=True)
        self._for_need.show_works(self._service.works())
        self._order_tabs()
        titles = ", ".join(each.title for each in found[:_FEW])
        announce(self, f"{need_words(need)}. {titles}")
        self._see_first()

    def _see_first(self) -> None:
        """In a small window what was asked for comes up, where a press would seem to do nothing."""
        if self._for_need.rows and self.isVisible():
            self.scroll_to_opened(self._for_need.rows[0])

    def _show(self) -> None:
        self._place.remember()
        self._handing.around(self._fill_all)
        QTimer.singleShot(0, self, self._show_works)

    def _fill_all(self) -> None:
        if self._need is not None:
            found = self._service.suggested(self._need)
            self._for_need.fill(found, first=True, again=True)
        self._show_mine(self._service.last_used())
        self._show_all(self._filters.now, again=True)
        for shown in self._lists():
            shown.show_favourites(self._service.favourites())
        self.writing.refresh()

    def _show_mine(self, last: Exercise | None) -> None:
        marked = self._service.favourites()
        mine = [each for each in self._service.all() if each.id in marked]
        if last is not None and last not in mine:
            mine.append(last)
        self._mine.fill(mine, again=True)
        for part in (self._mine_title, self._mine):
            part.setVisible(bool(mine))

    def _on_filtered(self, chosen: Filter) -> None:
        self._show_all(chosen)
        QTimer.singleShot(0, self, self._bring_up_found)

    def _bring_up_found(self) -> None:
        """What was looked for is seen without scrolling to it."""
        found = self._all.rows[0] if self._all.rows else self._none
        below = found.mapTo(self, QPoint(0, 0)).y() + found.height()
        if below > self.viewport().height():
            self._bring_up(self._filters)

    def _show_all(self, chosen: Filter, *, again: bool = False) -> None:
        found = wanted(self._service, chosen)
        self._all.fill(found, again=again)
        self._none.setVisible(not found)
        self._order_tabs()

    def _show_works(self) -> None:
        """What the runs say; read once the page is there, a thousand runs at a time."""
        if self._service.read_more_runs():
            QTimer.singleShot(0, self, self._show_works)
            return
        works = self._service.works()
        known = self._service.all()
        last = self._service.last_used()
        if last is not None and not self._service.still_offered(last.id):
            self._handing.around(lambda: self._show_mine(None))
        helped = [each for each in known if each.id in works and works[each.id].recommended]
        self._best.fill(sorted(helped, key=lambda each: works[each.id].place), again=True)
        self._used.show_works(known, works)
        self._best_title.setVisible(not self._used.isHidden())
        self._best.setVisible(bool(helped))
        for shown in self._lists():
            shown.show_works(works)
        self._order_tabs()
        self._place.return_to()

    def _order_tabs(self) -> None:
        follow_layout(self.body)


def _head_of_all(to_writing: Callable[[], None] | None) -> QBoxLayout:
    title = label(translate("Library", "All exercises"), "h2")
    if to_writing is None:
        return row(title)
    text = translate("Library", "Write one of my own")
    own = button(text, to_writing, look="quiet", icon="plus")
    if theme.now().scale >= _LARGE_TEXT:  # side by side they would be wider than the window
        made = column(title, own)
        made.setAlignment(own, Qt.AlignmentFlag.AlignLeft)
        return made
    beside = row(title, own)
    beside.setStretch(0, 1)
    return beside
