"""A field for a sentence or two."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from copingkit.ui import theme


def paragraph(text: str) -> QPlainTextEdit:
    """Two lines high; Tab leaves it."""
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setFixedHeight(theme.px(60))
    return made
