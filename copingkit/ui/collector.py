"""Python's search for garbage in circles, kept in the main thread.

By itself Python searches in whichever thread happens to need memory. In a worker it would destroy
Qt objects that belong to the main thread, and the program would crash.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher


def keep_to_this_thread() -> None:
    """Turn Python's own searching off; this thread's event loop does it between its events."""
    gc.disable()
    loop = QAbstractEventDispatcher.instance()
    if loop is None:
        raise RuntimeError("there is no event loop without an application")
    loop.aboutToBlock.connect(collect_due)


def collect_due() -> None:
    """Search those generations that Python by itself would search now."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [number for number in range(3) if limits[number] and counts[number] > limits[number]]
    if due:
        gc.collect(max(due))
