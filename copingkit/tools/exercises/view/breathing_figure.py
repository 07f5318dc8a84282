"""A soft disc that grows and shrinks with the breath, in a thin ring; or a bar that only fills."""

from __future__ import annotations

from math import cos, pi

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from copingkit.tools.exercises.cues import Act
from copingkit.tools.exercises.view.player_words import word
from copingkit.ui import theme

_SMALL, _LARGE = 0.45, 0.82  # the disc's share of the ring with empty and with full lungs
_TOP_UP_FROM = 0.75  # how full the lungs are before the second breath in
_RING, _THIN = 6, 2


def lungs(act: Act, fraction: float, *, tops_up: bool) -> float:
    """How full the lungs are, 0 to 1, when `fraction` of a phase has gone by (sine eased)."""
    eased = (1 - cos(pi * min(max(fraction, 0.0), 1.0))) / 2
    before_top_up = _TOP_UP_FROM if tops_up else 1.0
    return {
        Act.BREATHE_IN: before_top_up * eased,
        Act.TOP_UP: _TOP_UP_FROM + (1 - _TOP_UP_FROM) * eased,
        Act.HOLD: 1.0,
        Act.BREATHE_OUT: 1.0 - eased,
    }.get(act, 0.0)


class BreathingFigure(QWidget):
    """Draws what `show_phase` says, and repaints only then; a click on it is `pressed`."""

    pressed = Signal()

    def __init__(self, *, still: bool, tops_up: bool) -> None:
        """`still`: a bar that fills in place of the disc that moves."""
        super().__init__()
        self._still, self._tops_up = still, tops_up
        self._act, self._word = Act.REST, ""
        self._full, self._fraction, self._count = 0.0, 0.0, ""
        self._down = False
        self._claim(QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_phase(self, act: Act, fraction: float, seconds_left: float) -> None:
        """The phase, how much of it has gone by (0 to 1), and what is left of it in seconds."""
        if act is not self._act:
            self.setAccessibleName(word(act))
        self._act, self._word = act, word(act)
        self._full = lungs(act, fraction, tops_up=self._tops_up)
        self._fraction = fraction
        self._count = str(max(1, round(seconds_left + 0.49)))
        self.update()

    def show_own(self, said: str, full: float, gone: float) -> None:
        """A breath that nobody leads: a word, how full the lungs are, how much time has gone by."""
        if said != self._word:
            self.setAccessibleName(said)
        self._word, self._full, self._fraction, self._count = said, full, gone, ""
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), theme.px(400))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(110), theme.px(110))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._claim(QSizePolicy.Policy.Expanding)
        super().showEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._claim(QSizePolicy.Policy.Ignored)  # words in its place may need the room
        super().hideEvent(event)

    def _claim(self, height: QSizePolicy.Policy) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, height)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._down = True

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of a shaking hand is still the first one."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._down:
            self._down = False
            self.pressed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._still:
            self._paint_bar(painter)
        else:
            self._paint_disc(painter)
        painter.end()

    def _paint_disc(self, painter: QPainter) -> None:
        side = min(self.width(), self.height(), theme.px(400)) - theme.px(_RING)
        middle = QPointF(self.width() / 2, self.height() / 2)
        ring = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        pen = QPen(theme.colour("line"), theme.px(_THIN if _is_stark() else _RING))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(ring)
        pen.setColor(theme.colour("accent"))
        pen.setWidth(theme.px(_RING))
        painter.setPen(pen)
        painter.drawArc(ring, 90 * 16, round(-360 * 16 * self._fraction))
        radius = side / 2 * (_SMALL + (_LARGE - _SMALL) * self._full)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawEllipse(middle, radius, radius)
        self._paint_words(painter, ring, "on_accent_soft")

    def _paint_bar(self, painter: QPainter) -> None:
        height = theme.px(28)
        width = min(self.width(), theme.px(520)) - theme.px(8)
        box = QRectF((self.width() - width) / 2, self.height() * 0.72, width, height)
        corner = height / 2
        if _is_stark():
            painter.setPen(QPen(theme.colour("line"), theme.px(_THIN)))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(box, corner, corner)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        box.setWidth(max(height, width * self._fraction))
        painter.drawRoundedRect(box, corner, corner)
        words = QRectF(0, 0, self.width(), self.height() * 0.68)
        self._paint_words(painter, words, "text")

    def _paint_words(self, painter: QPainter, box: QRectF, colour: str) -> None:
        painter.setPen(theme.colour(colour))
        text, count = QRectF(box), QRectF(box)
        text.setBottom(box.center().y() + theme.px(6 if self._count else 20))
        count.setTop(box.center().y() + theme.px(10))
        painter.setFont(
            _font(
                self.font(),
                self._fitting(painter, min(box.width(), self.width())),
                QFont.Weight.DemiBold,
            )
        )
        painter.drawText(
            text, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self._word
        )
        painter.setFont(_font(self.font(), theme.px(24), QFont.Weight.Normal))
        painter.drawText(
            count, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._count
        )

    def _fitting(self, painter: QPainter, room: float) -> int:
        """Pixels for the word: large, but never wider than the smallest disc in a small window."""
        longest = max((word(act) for act in Act), key=len)
        size = theme.px(32)
        while size > theme.px(14):
            painter.setFont(_font(self.font(), size, QFont.Weight.DemiBold))
            if painter.fontMetrics().horizontalAdvance(longest) <= room * (_LARGE - 0.12):
                break
            size -= 1
        return size


def _is_stark() -> bool:
    """In high contrast all lines are bright: what is still to come is then told by its width."""
    return theme.now().theme == "contrast"


def _font(base: QFont, pixels: int, weight: QFont.Weight) -> QFont:
    made = QFont(base)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made
