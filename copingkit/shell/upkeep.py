"""What goes on beside an open vault: locking when idle, hearing a second start, the daily work."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QWindow

from copingkit.core.clock import Clock
from copingkit.shell.door import Door
from copingkit.shell.idle_lock import IdleLock
from copingkit.shell.knock import Knock
from copingkit.ui.tasks import Tasks

AFTERWARDS_MS = 3000  # what can wait until the plan has been painted
DAY_MS = 24 * 60 * 60 * 1000


class Upkeep(QObject):
    """Begins with an opened vault and stops when it is locked.

    `idle`: nobody has touched the window for long enough. `heard`: another copingkit was started
    and asks for this window (True: with Help me now). `failed` (an Exception): the daily work met
    a problem. `emptied`: some records have left Recently removed for good.
    """

    idle = Signal()
    heard = Signal(bool)
    failed = Signal(object)
    emptied = Signal()

    def __init__(self, door: Door, tasks: Tasks, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._door, self._tasks = door, tasks
        self._idle_lock = IdleLock(clock, self)
        self._idle_lock.idle.connect(self.idle)
        self._knock = Knock(self)
        self._knock.heard.connect(self.heard)
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._on_due)

    def watch(self, window: QWindow) -> None:
        """Take `window`'s input as a sign of use."""
        self._idle_lock.watch(window)

    def lock_after(self, minutes: int) -> None:
        """Count the idle minutes anew; 0 is never."""
        self._idle_lock.start(minutes)

    def begin(self) -> None:
        """A vault was opened: do the daily work as soon as that disturbs nobody."""
        self._due.start(AFTERWARDS_MS)

    def stop(self) -> None:
        """The vault is about to close."""
        self._due.stop()
        self._idle_lock.stop()
        self._knock.stop()

    def _on_due(self) -> None:
        opened = self._door.open
        if opened is None:
            return
        self._knock.listen(self._door.vault.folder)
        self._tasks.run(opened.tidy, self._on_tidied, self._on_failed)
        self._due.start(DAY_MS)

    def _on_tidied(self, gone: int) -> None:
        if gone:
            self.emptied.emit()

    def _on_failed(self, problem: Exception) -> None:
        if self._door.open is not None:
            self.failed.emit(problem)
