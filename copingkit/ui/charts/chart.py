"""A figure on the screen, read by pointing or by arrow keys."""

from __future__ import annotations

from heapq import nlargest

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from copingkit.ui import theme
from copingkit.ui.charts import drawing, ink
from copingkit.ui.charts.chart_voice import Readable
from copingkit.ui.charts.figure import Bars, Figure
from copingkit.ui.charts.lettering import Lettering, width_of
from copingkit.ui.charts.reading import readings
from copingkit.ui.language import translate
from copingkit.ui.widgets.focus_ring import draw_focus_ring
from copingkit.ui.widgets.notice_bar import announce

_MARGIN = 8  # pixels at 100 %, around everything
_SIZE = 13
_REMEMBERED = 8  # widths
_TRIED = 3  # long readings
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class Chart(Readable):
    """`table_requested` comes with Enter or Space. `chosen` is the stop that is read, or None.

    Room for the longest reading is kept free below, so that nothing moves while one reads.
    """

    table_requested = Signal()

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.figure, self._readings = figure, readings(figure)
        self.chosen: int | None = None
        self._known: dict[tuple[object, ...], tuple[drawing.Measured, float]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_figure(figure)

    def show_figure(self, figure: Figure) -> None:
        """Show this one in its place; nothing of it is chosen."""
        self.figure, self._known, self._readings = figure, {}, readings(figure)
        self.setAccessibleName(figure.title)
        self.setAccessibleDescription(f"{figure.summary} {figure.note}. {_hint()}")
        self.choose(None)
        self.updateGeometry()

    def choose(self, stop: int | None) -> None:
        """Bring a stop out and write what it says below; None for none."""
        self.chosen = stop
        self.reading = "" if stop is None else self._readings[stop]
        self.update()

    # --- reading it

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.table_requested.emit()
            return
        stop = self._stop_after(key)
        if stop is None:
            super().keyPressEvent(event)
            return
        self.choose(stop)
        announce(self, self.reading)

    def _stop_after(self, key: Qt.Key) -> int | None:
        """Where a key leads; None for keys that lead nowhere."""
        last = len(self._readings) - 1
        if last < 0:
            return None
        here = self.chosen
        onward, back = self._ways()
        if key in onward:
            return 0 if here is None else min(here + 1, last)
        if key in back:
            return last if here is None else max(here - 1, 0)
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(key)

    def _ways(self) -> tuple[set[Qt.Key], set[Qt.Key]]:
        right, left = {Qt.Key.Key_Right}, {Qt.Key.Key_Left}
        if self._mirrored:
            right, left = left, right
        if isinstance(self.figure, Bars):
            return right | {Qt.Key.Key_Down}, left | {Qt.Key.Key_Up}
        return right, left

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        margin = theme.px(_MARGIN)
        at = self._measured(self.width())[0].stop_near(event.position() - QPointF(margin, margin))
        if at != self.chosen:
            self.choose(at)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.choose(None)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.choose(None)

    # --- its size

    @override
    def heightForWidth(self, width: int) -> int:
        what, below = self._measured(width)
        return round(what.height + below) + 2 * theme.px(_MARGIN)

    @override
    def sizeHint(self) -> QSize:
        width = theme.px(theme.COLUMN)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(120))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.updateGeometry()

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _measured(self, width: int) -> tuple[drawing.Measured, float]:
        """The figure in a width, and the room below it for what is read.

        A layout asks for several widths before it settles, so some are remembered.
        """
        inner, font = max(width - 2 * theme.px(_MARGIN), theme.px(80)), self._font()
        known = (inner, font.pixelSize(), font.family(), self._mirrored)
        if known not in self._known:
            if len(self._known) == _REMEMBERED:
                self._known.clear()
            what = drawing.measured(self.figure, inner, font, mirrored=self._mirrored)
            self._known[known] = what, self._room_to_read(inner, font)
        return self._known[known]

    def _room_to_read(self, width: int, font: QFont) -> float:
        """The height of the longest reading; a few long ones are tried, since words break."""
        said = (_hint(), *self._readings)
        longest = nlargest(_TRIED, said, key=lambda text: width_of(text, font))
        return max(self._lettering(text, width).height for text in longest) + theme.px(6)

    def _lettering(self, text: str, width: int) -> Lettering:
        return Lettering(text, self._font(), width, mirrored=self._mirrored)

    def _font(self) -> QFont:
        made = QFont(self.font())
        made.setPixelSize(theme.px(_SIZE))
        return made

    # --- drawing it

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        margin, colours = theme.px(_MARGIN), ink.screen()
        what, _below = self._measured(self.width())
        painter = QPainter(self)
        drawing.draw(painter, what, QPointF(margin, margin), colours, self.chosen)
        painter.setPen(colours.text if self.reading else colours.muted)
        words = self._lettering(self.reading or _hint(), self.width() - 2 * margin)
        words.draw(painter, margin, margin + what.height + theme.px(6))
        painter.end()
        draw_focus_ring(self, 8)


def _hint() -> str:
    return translate("Chart", "Point at it or use the arrow keys to read each number.")
