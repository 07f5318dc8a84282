"""Slow work off the main thread: one piece at a time, answers by one queued signal."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Task:
    """A piece of work that was handed in."""

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
        dropped: Callable[[Any], None] | None,
    ) -> None:
        self.work = work
        self.done = done
        self.failed = failed
        self.dropped = dropped
        self.cancelled = False


class Tasks(QObject):
    """Runs one task after the other, never in the main thread.

    A task never touches a widget; its answer arrives in the main thread. A task that hangs (a
    keyring waiting for its prompt) can be cancelled: it is left behind and the next one starts.
    """

    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._waiting: deque[Task] = deque()
        self._current: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether some answer is still to come."""
        return self._current is not None

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        dropped: Callable[[T], None] | None = None,
    ) -> Task:
        """Do `work` off the main thread, then call `done` (or `failed`) in the main thread.

        `dropped` gets the answer of a task that was cancelled while it ran, so that what it
        opened can be closed; it runs where the work ran. Without `failed` an error is a bug and
        reaches the crash dialog.
        """
        task = Task(work, done, failed, dropped)
        self._waiting.append(task)
        self._start_next()
        return task

    def cancel(self, task: Task) -> None:
        """Give up on a task; others no longer wait for it."""
        task.cancelled = True
        if task in self._waiting:
            self._waiting.remove(task)
        if task is self._current:
            self._current = None
            self._start_next()

    def stop(self) -> None:
        """Give up on everything; called when the program closes."""
        self._waiting.clear()
        if self._current is not None:
            self.cancel(self._current)

    def _start_next(self) -> None:
        if self._current is None and self._waiting:
            self._current = self._waiting.popleft()
            threading.Thread(target=self._work, args=(self._current,), daemon=True).start()

    def _work(self, task: Task) -> None:
        answer: object = None
        error: Exception | None = None
        try:
            answer = task.work()
        except Exception as caught:  # noqa: BLE001 - handed to the main thread, whatever it is
            error = caught
        if not task.cancelled:
            self._answered.emit(task, answer, error)
        elif error is None and task.dropped is not None:
            task.dropped(answer)

    def _on_answered(self, task: Task, answer: object, error: Exception | None) -> None:
        if task is not self._current:
            if error is None and task.dropped is not None:
                task.dropped(answer)
            return
        self._current = None
        self._start_next()
        if error is None:
            task.done(answer)
        elif task.failed is not None:
            task.failed(error)
        else:
            raise error
