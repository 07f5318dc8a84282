"""Our own icons: one 24-unit grid, drawn in a colour of the theme at the moment of painting."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from copingkit.core import assets
from copingkit.ui import theme


class _Engine(QIconEngine):
    def __init__(self, name: str, tone: str, checked: str) -> None:
        super().__init__()
        self._name, self._token, self._checked = name, tone, checked

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        corner = QRectF(rect).center() - QPointF(side / 2, side / 2)
        _renderer(self._name, self._colour(mode, state)).render(
            painter, QRectF(corner.x(), corner.y(), side, side)
        )

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        # the same few are asked for again and again: a page has one of most kinds on each row
        key = f"{self._name} {self._colour(mode, state)} {size.width()} {size.height()}"
        kept = QPixmap()
        if QPixmapCache.find(key, kept):
            return kept
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        QPixmapCache.insert(key, drawn)
        return drawn

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        tone = self._checked if state == QIcon.State.On else self._token
        return theme.colour("muted" if mode == QIcon.Mode.Disabled else tone).name()

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token, self._checked)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = assets.read_bytes(f"icons/{name}.svg").replace(b"currentColor", colour.encode())
    return QSvgRenderer(QByteArray(drawing))


def icon(name: str, tone: str = "muted", checked: str = "") -> QIcon:
    """The icon `name`, in the colour `tone`, and in `checked` on a checked button."""
    return QIcon(_Engine(name, tone, checked or tone))
