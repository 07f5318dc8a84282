"""The look of the program for what is tested or measured outside of its window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from copingkit.ui import theme


def dress(name: str = "light", text_size: int = 100, *, reduced_motion: bool = False) -> None:
    """Give whatever is shown the look that it has in the program, until the test ends."""
    theme.prepare(name, text_size, reduced_motion=reduced_motion)
    _application().setStyleSheet(theme.style_sheet())


def dressed_window(width: int, height: int) -> QStackedWidget:
    """A window that wears the light look, on the screen, for pages to be brought into."""
    theme.prepare("light", 100)
    _application().setStyleSheet("")
    window = QStackedWidget()
    theme.wear(window)
    window.resize(width, height)
    window.show()
    return window


def bring_in(window: QStackedWidget, page: QWidget) -> None:
    """Show a page in such a window, laid out and painted, as the program does."""
    window.addWidget(page)
    window.setCurrentWidget(page)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    window.repaint()


def take_out(window: QStackedWidget, page: QWidget) -> None:
    """Destroy a page of such a window."""
    window.removeWidget(page)
    page.setParent(None)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
