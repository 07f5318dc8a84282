"""The ring around a painted widget that has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from copingkit.ui import theme


def draw_focus_ring(widget: QWidget, corner: int) -> None:
    """Draw it over what `widget` has painted, in its paint event; `corner` is in units of 100 %."""
    if not widget.hasFocus():
        return
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme.px(corner)
    painter.drawRoundedRect(widget.rect().adjusted(1, 1, -1, -1), radius, radius)
    painter.end()
