"""A list whose rows are moved by a grip or by Alt+Up and Alt+Down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from copingkit.ui import icons, theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.focus_ring import draw_focus_ring

_MIME = "application/x-copingkit-row"


class Grip(QLabel):
    """The handle a row is dragged by; what is dragged carries no text."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self._row = row
        self._pressed: QPoint | None = None
        side = theme.px(16)
        self.setPixmap(icons.icon("grip", "border").pixmap(side, side))
        self.setFixedWidth(theme.px(24))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(translate("Rows", "Drag to move, or press Alt+Up and Alt+Down"))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position().toPoint() - self._pressed
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            mime = QMimeData()
            mime.setData(_MIME, str(self._row.index).encode())
            drag.setMimeData(mime)
            drag.setPixmap(self._row.grab())
            drag.exec(Qt.DropAction.MoveAction)


class Row(QFrame):
    """One row: focusable as a whole, so that it can be moved and opened by keyboard."""

    move_requested = Signal(int)  # -1 up, +1 down
    open_requested = Signal()
    remove_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "row")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.index = 0

    @property
    def is_open(self) -> bool:
        """Whether it is being edited: a click then is for a field."""
        return False

    def menu(self) -> QMenu:
        """What can be done with the row, for mouse and touch; the caller shows it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("Rows", "Edit"), self.open_requested.emit)
        menu.addAction(translate("Rows", "Move up"), lambda: self.move_requested.emit(-1))
        menu.addAction(translate("Rows", "Move down"), lambda: self.move_requested.emit(1))
        menu.addSeparator()
        menu.addAction(translate("Rows", "Remove"), self.remove_requested.emit)
        return menu

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if alt and event.key() in ways:
            self.move_requested.emit(ways[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.open_requested.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self.is_open:
            self.open_requested.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_focus_ring(self, 8)


class Rows(QWidget):
    """Rows under each other; `moved(index, index)` says where one should go and moves nothing."""

    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._rows: list[Row] = []
        self._drop_at: int | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(2))

    @property
    def rows(self) -> list[Row]:
        """The rows from top to bottom."""
        return list(self._rows)

    def fill(self, rows: list[Row]) -> None:
        """Show `rows` instead of what is there; rows that stay keep their focus.

        The keyboard of a row that goes is handed to the one in its place.
        """
        left = next((old.index for old in self._rows if old not in rows and _has_focus(old)), None)
        for old in self._rows:
            if old not in rows:
                self._box.removeWidget(old)
                old.hide()
                old.deleteLater()
        for index, row in enumerate(rows):
            if row not in self._rows:
                row.move_requested.connect(lambda way, moving=row: self._on_key(moving, way))
                row.installEventFilter(self)
            row.index = index
            if self._box.indexOf(row) != index:
                self._box.insertWidget(index, row)
                row.show()  # in the same moment, not one turn of the event loop later
        self._rows = list(rows)
        self._tell_in_order()
        if left is not None and rows:
            rows[min(left, len(rows) - 1)].setFocus()

    def _tell_in_order(self) -> None:
        """Let a screen reader meet the rows as they are seen, not as they were made."""
        if [child for child in self.children() if child in self._rows] != self._rows:
            for row in self._rows:
                row.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut} and isinstance(watched, Row):
            watched.update()
        return super().eventFilter(watched, event)

    def _on_key(self, row: Row, way: int) -> None:
        if 0 <= row.index + way < len(self._rows):
            self.moved.emit(row.index, row.index + way)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        source = event.source()
        if (
            event.mimeData().hasFormat(_MIME)
            and isinstance(source, QWidget)
            and self.isAncestorOf(source)
        ):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drop_at = self._gap_at(event.position().toPoint().y())
        event.acceptProposedAction()
        self.update()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_at = None
        self.update()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        source = int(bytes(event.mimeData().data(_MIME).data()))
        gap = self._gap_at(event.position().toPoint().y())
        self._drop_at = None
        self.update()
        target = gap - 1 if gap > source else gap
        event.acceptProposedAction()
        if target != source:
            self.moved.emit(source, target)

    def _gap_at(self, y: int) -> int:
        middles = [row.geometry().center().y() for row in self._rows]
        return sum(1 for middle in middles if middle < y)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_at is None or not self._rows:
            return
        below = self._drop_at < len(self._rows)
        y = self._rows[self._drop_at].y() - 1 if below else self._rows[-1].geometry().bottom()
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawLine(0, max(y, 1), self.width(), max(y, 1))
        painter.end()


def _has_focus(row: Row) -> bool:
    """Whether the keyboard is in a row or in something inside it."""
    focus = QApplication.focusWidget()
    return isinstance(focus, QWidget) and (focus is row or row.isAncestorOf(focus))
