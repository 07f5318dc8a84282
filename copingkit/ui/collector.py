"""Python's search for garbage in circles, kept in the main thread.

By itself Python searches in whichever thread happens to need memory. In a worker it would destroy
Qt objects that belong to the main thread, and the program would crash.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 2000


class Collector(QObject):
    """Turns Python's own searching off, and searches when the event loop comes to it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect_due)
        timer.start(EVERY_MS)


def collect_due() -> None:
    """Search those generations that Python by itself would search now."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [number for number in range(3) if limits[number] and counts[number] > limits[number]]
    if due:
        gc.collect(max(due))
