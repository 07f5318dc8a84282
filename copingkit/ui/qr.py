"""QR codes, drawn on this computer, black on white in every theme so that phones can read them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from copingkit.ui import theme

QUIET: Final = 4  # light modules around the code (ISO/IEC 18004)
SIDE: Final = 150  # pixels at 100 %

Matrix = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=64)
def matrix(content: str) -> Matrix:
    """The dark modules of a QR code that holds `content`, row by row, without quiet zone.

    Error correction is level M or better. Raises ValueError when the content is too long.
    """
    import segno  # late: only where a code is really shown

    code = segno.make_qr(content, error="m")
    return tuple(tuple(module == 1 for module in row) for row in code.matrix)


def draw(painter: QPainter, box: QRectF, content: str) -> None:
    """Draw a code with its quiet zone as large as fits into `box` (any unit of the painter)."""
    rows = matrix(content)
    side = min(box.width(), box.height())
    module = side / (len(rows) + 2 * QUIET)
    left = box.center().x() - side / 2 + QUIET * module
    top = box.center().y() - side / 2 + QUIET * module
    painter.fillRect(box, QColor("white"))
    for y, row in enumerate(rows):
        for x, length in _runs(row):
            painter.fillRect(
                QRectF(left + x * module, top + y * module, length * module, module),
                QColor("black"),
            )


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Where dark modules begin and how many follow: whole bars leave no hairlines between them."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and x and row[x - 1]:
            start, length = runs[-1]
            runs[-1] = (start, length + 1)
        elif dark:
            runs.append((x, 1))
    return runs


class QrCode(QLabel):
    """A code of `side` pixels (at 100 %) whose modules are whole pixels of the screen.

    `name` is what a screen reader says of it, such as "QR code to call Mira". The code itself is
    made right after the first painting: a number must not wait for its code.
    """

    def __init__(self, content: str, name: str, side: int = SIDE) -> None:
        super().__init__()
        self._content = content
        self._modules = 0  # not made yet
        self.setAccessibleName(name)
        self.setFixedSize(theme.px(side), theme.px(side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._modules:
            self._draw(painter)
        else:
            QTimer.singleShot(0, self, self._make)
        painter.end()

    def _make(self) -> None:
        self._modules = len(matrix(self._content)) + 2 * QUIET
        self.update()

    def _draw(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)  # from here on one unit is one pixel of the screen
        pixels = int(min(self.width(), self.height()) * ratio)
        side = max(1, pixels // self._modules) * self._modules
        start = (pixels - side) // 2
        draw(painter, QRectF(QRect(start, start, side, side)), self._content)
