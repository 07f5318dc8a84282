"""Hears another copingkit that found the vault open, and signals that ask the program to end."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QSocketNotifier, Signal

from copingkit.core.errors import EnvironmentProblem
from copingkit.vault import single_instance


class Knock(QObject):
    """Emits `heard` when a second process asks for this one's window (True: for Help me now)."""

    heard = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher: QFileSystemWatcher | None = None
        self._folder: Path | None = None

    def listen(self, folder: Path) -> None:
        """Watch the vault's folder; one that cannot be written to is simply not watched."""
        self.stop()
        path = single_instance.raise_request(folder)
        try:
            if not path.exists():
                single_instance.ask_to_raise(folder)  # a watcher needs a file to watch
        except EnvironmentProblem:
            return
        single_instance.take_request(folder)  # one from before is nobody's any more
        self._folder = folder
        self._watcher = QFileSystemWatcher([str(path)], self)
        self._watcher.fileChanged.connect(self._on_changed)

    def stop(self) -> None:
        """Listen no more."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
            self._folder = None

    def _on_changed(self, _path: str) -> None:
        asked = single_instance.take_request(self._folder) if self._folder else None
        if asked is not None:
            self.heard.emit(asked)


def on_ending_signals(call: Callable[[], object], parent: QObject) -> None:
    """Have `call` run in the main thread at SIGTERM, SIGINT or SIGHUP.

    Python runs its handlers only between its own steps, and an idle window takes none: the byte
    that a signal writes into a pipe wakes it.
    """
    if os.name == "nt":  # Windows has neither these signals nor pipes that can be watched
        return
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda _number, _frame: None)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, parent)

    def woken() -> None:
        os.read(reading, 64)
        call()

    notifier.activated.connect(woken)
