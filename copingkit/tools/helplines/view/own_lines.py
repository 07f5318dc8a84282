"""The person's own lines: added, edited in place, put in order, removed with undo."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from copingkit.core.errors import EnvironmentProblem
from copingkit.core.ids import new_id
from copingkit.tools.helplines.model import OwnLine
from copingkit.tools.helplines.service import HelplinesService
from copingkit.tools.helplines.view.own_row import OwnRow
from copingkit.ui import messages
from copingkit.ui.language import translate
from copingkit.ui.tool import Notices
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import Card, column, row
from copingkit.ui.widgets.rows import Row, Rows
from copingkit.ui.widgets.text import label


class OwnLines(Card):
    """A card with the person's own lines; without an open vault it says where they are.

    `laid_out` says that there are other things for the Tab key to go through now.
    """

    laid_out = Signal()
    opened = Signal(object)  # OwnRow

    def __init__(self, service: HelplinesService, notices: Notices) -> None:
        super().__init__(label(translate("Helplines", "My own lines"), "h2"))
        self._service = service
        self._notices = notices
        self._known: dict[str, OwnRow] = {}
        self._rows = Rows()
        self._rows.setAccessibleName(translate("Helplines", "My own lines"))
        if not service.keeps_own_lines:
            self.body.addLayout(column(label(_in_the_vault(), "muted"), self._rows))
            self._rows.hide()
            return
        self._add = button(
            translate("Helplines", "Add a line"), self.add_line, look="quiet", icon="plus"
        )
        self.body.addWidget(label(_what_for(), "small"))
        self.body.addWidget(self._rows)
        self.body.addLayout(row(self._add, None))
        self._rows.moved.connect(self._on_moved)
        stop = service.changed.subscribe(lambda _: self._refresh())
        self.destroyed.connect(stop)
        self._refresh()
        if service.problem is not None:
            words = messages.words_for(service.problem)
            said = " ".join(part for part in (words.what, words.safe, words.next) if part)
            self.body.insertWidget(1, label(said, "warn"))

    @property
    def rows(self) -> list[OwnRow]:
        """The rows from top to bottom."""
        return [each for each in self._rows.rows if isinstance(each, OwnRow)]

    def add_line(self) -> None:
        """Open an empty line; it is kept with the first thing that is typed."""
        empty = next((each for each in self.rows if not each.saved), None)
        made = empty or self._new_row(new_id(), OwnLine(""))
        self._place([*(each for each in self.rows if each is not made), made])
        self._open(made)

    def flush(self) -> None:
        """Save what is being typed, now."""
        for shown in self.rows:
            shown.flush()

    def show_target(self, record_id: str) -> QWidget | None:
        """The row of a record, with the keyboard in it; None when it is not here."""
        shown = self._known.get(record_id)
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        return shown

    def _new_row(self, record_id: str, line: OwnLine) -> OwnRow:
        made = OwnRow(record_id, line, self._notices.say)
        made.edited.connect(lambda typed: self._on_edited(made, typed))
        made.closed.connect(lambda: self._on_closed(made))
        made.open_requested.connect(lambda: self._open(made))
        made.remove_requested.connect(lambda: self._on_remove(made))
        self._known[record_id] = made
        return made

    def _refresh(self) -> None:
        kept = self._service.own_lines()
        if self._service.problem is not None:
            return  # what is shown and typed stays
        shown = []
        for record in kept:
            line = self._known.get(record.id) or self._new_row(record.id, record.value)
            line.show_line(record.value)
            shown.append(line)
        shown += [each for each in self.rows if not each.saved and each not in shown]
        self._place(shown)

    def _place(self, shown: list[OwnRow]) -> None:
        self._known = {each.record_id: each for each in shown}
        rows: list[Row] = list(shown)
        self._rows.fill(rows)
        self._rows.setVisible(bool(rows))
        for place, each in enumerate(shown, 1):
            each.say_place(place, len(shown))
        self.laid_out.emit()

    def _open(self, opened: OwnRow) -> None:
        opened.open()
        self.laid_out.emit()
        self.opened.emit(opened)

    def _on_edited(self, edited: OwnRow, line: OwnLine) -> None:
        edited.unsaved = not line.is_empty
        if line.is_empty:
            return
        try:
            if edited.saved:
                self._service.edit(edited.record_id, line, amend=edited.typed)
            else:
                self._service.add(line, edited.record_id)
            edited.typed, edited.unsaved = True, False
        except EnvironmentProblem as problem:
            self._notices.report(problem)

    def _on_closed(self, closed: OwnRow) -> None:
        if closed.line.is_empty:
            self._on_remove(closed)
        else:
            self._refresh()

    def _on_remove(self, removed: OwnRow) -> None:
        if not removed.saved:
            self._place([each for each in self.rows if each is not removed])
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        removed.flush()  # what Undo brings back is what was typed last
        try:
            self._service.remove(removed.record_id)
        except EnvironmentProblem as problem:
            self._notices.report(problem)
            return
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        record_id = removed.record_id
        self._notices.offer_undo(
            translate("Helplines", "Line removed."), lambda: self._restore(record_id)
        )

    def _restore(self, record_id: str) -> None:
        try:
            self._service.restore(record_id)
        except EnvironmentProblem as problem:
            self._notices.report(problem)

    def _on_moved(self, index: int, to: int) -> None:
        self.flush()
        moving = self.rows[index]
        if not moving.saved:
            return
        try:
            self._service.move(moving.record_id, to)
        except EnvironmentProblem as problem:
            self._notices.report(problem)


def _what_for() -> str:
    return translate(
        "Helplines", "A local team, a night line, a person to ring. Only you see these."
    )


def _in_the_vault() -> str:
    return translate(
        "Helplines", "Lines that you add yourself are kept in your vault. Open it to see them."
    )
