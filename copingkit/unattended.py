"""The window with nobody in front of it: maybe without a screen, waited for, Qt's own messages."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)


def prepare() -> None:
    """Draw in memory where Linux has no screen; called before there is an application."""
    no_screen = "DISPLAY" not in os.environ and "WAYLAND_DISPLAY" not in os.environ
    if no_screen and sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_say)


def _say(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Qt's own messages, but for one: an offscreen window has no frame to tell its least size to.

    Qt complains of that whenever a window with a least size is made, which ours has.
    """
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def settle() -> None:
    """Let layouts and paints that are due happen."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def settle_for(milliseconds: int) -> None:
    """Let that much time pass with the event loop running."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(ready: Callable[[], bool], seconds: float = 30) -> None:
    """Run the event loop until `ready`; raises TimeoutError."""
    loop = QEventLoop()
    look = QTimer()
    look.setInterval(10)
    look.timeout.connect(lambda: loop.quit() if ready() else None)
    look.start()
    QTimer.singleShot(int(seconds * 1000), loop, loop.quit)
    if not ready():
        loop.exec()
    if not ready():
        raise TimeoutError("the program did not get there")
