"""A look for parts of the program that are tested outside of its window."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from copingkit.ui import theme


def dress(name: str = "light", text_size: int = 100, *, reduced_motion: bool = False) -> None:
    """Give whatever is shown the look that it has in the program, until the test ends."""
    theme.prepare(name, text_size, reduced_motion=reduced_motion)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyleSheet(theme.style_sheet())
