"""The breathing figure beside an empty 60 Hz timer, and the library with much in it.

Both drawn by Qt offscreen, that is by software. `python -m tests.bench.exercises_bench` prints all.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QObject,
    Qt,
    QTimer,
)
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from copingkit.core.clock import SystemClock
from copingkit.tools.exercises.catalogue import shipped
from copingkit.tools.exercises.model import Form
from copingkit.tools.exercises.records import CHOICES, DRAFT, OWN, RUN, Run
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.library_page import LibraryPage
from copingkit.tools.exercises.view.player import Player
from copingkit.tools.exercises.view.playing_view import FRAME_MS
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.clock import HandClock
from tests.support.looks import bring_in, dress, dressed_window
from tests.support.pages import Around
from tests.support.playing import figure_of
from tests.support.vault_files import KEY, VAULT_ID

RUNS = 9
SECONDS = 2.0
SIZE = (1000, 700)


@dataclass(frozen=True)
class Frames:
    """Medians: pictures a second, and per cent of one processor."""

    rate: float
    cpu: float


class Counter(QObject):
    """Counts the paintings of one widget."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.painted += event.type() == QEvent.Type.Paint
        return False


class Empty(QWidget):
    """Repaints nothing at 60 Hz."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.update)
        self._timer.start(FRAME_MS)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        pass


def frames() -> tuple[Frames, Frames]:
    """The player while it breathes, and the empty widget; interleaved."""
    exercise = next(each for each in shipped() if each.id == "extended-exhale")
    ours, theirs = [], []
    for _ in range(RUNS):
        clock = SystemClock()
        player = Player(
            exercise, Form.FULL, ExercisesService(None, clock), Around(clock).surroundings()
        )
        figure = figure_of(player)
        player.resize(*SIZE)
        player.show()
        player.start(Form.FULL)
        player.skip()
        ours.append(_measured(figure))
        player.hide()
        player.deleteLater()
        empty = Empty()
        empty.resize(*SIZE)
        empty.show()
        theirs.append(_measured(empty))
        empty.hide()
        empty.deleteLater()
    return _median(ours), _median(theirs)


def _measured(widget: QWidget) -> Frames:
    counter = Counter()
    widget.installEventFilter(counter)
    loop = QEventLoop()
    QTimer.singleShot(int(SECONDS * 1000), loop.quit)
    wall, cpu = time.perf_counter(), time.process_time()
    loop.exec()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    widget.removeEventFilter(counter)
    return Frames(counter.painted / wall, 100 * cpu / wall)


def _median(of: list[Frames]) -> Frames:
    return Frames(
        statistics.median(each.rate for each in of), statistics.median(each.cpu for each in of)
    )


def library(folder: Path) -> list[list[float]]:
    """Seconds until the library is painted, and seconds of the processor in it.

    First with 200 own and 10,000 runs, then with what ships.
    """
    clock = HandClock()
    database = Database.create(folder / "vault.db", KEY, VAULT_ID)
    records = SqlRecordStore(database, (OWN, RUN, CHOICES, DRAFT), clock)
    service = ExercisesService(records, clock)
    known = shipped()
    with records.transaction():
        for number in range(200):
            service.save_own(replace(known[number % len(known)], title=f"Mine {number}"))
        for number in range(10_000):
            clock.go_on(minutes=30)
            exercise = known[number % len(known)]
            run = Run(exercise.id, exercise.title, Form.FULL, clock.now(), 60, True, 7, 4)
            records.save(RUN, run)
    full, empty = [], []
    for _ in range(RUNS):
        full.append(_opened(ExercisesService(records, clock), clock))
        empty.append(_opened(ExercisesService(None, clock), clock))
    database.close()
    return [
        [statistics.median(each[kind] for each in found) for kind in (0, 1)]
        for found in (full, empty)
    ]


def _opened(service: ExercisesService, clock: HandClock) -> tuple[float, float]:
    shipped.cache_clear()  # as when it is opened for the first time
    window = dressed_window(*SIZE)
    start, cpu = time.perf_counter(), time.process_time()
    page = LibraryPage(service, Around(clock).surroundings())
    bring_in(window, page)
    took = time.perf_counter() - start, time.process_time() - cpu
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return took


def figures() -> dict[str, dict[str, object]]:
    """All of it, as `make bench` writes it."""
    application = QApplication.instance() or QApplication([])
    dress()
    ours, theirs = frames()
    with tempfile.TemporaryDirectory(prefix="copingkit-bench-") as name:
        full, empty = library(Path(name))
    del application
    return {
        "breathing figure, pictures a second / empty 60 Hz widget": {
            "value": round(ours.rate / theirs.rate, 2),
            "target": "0.95 or more",
            "ours": round(ours.rate, 1),
            "baseline": round(theirs.rate, 1),
            "cpu_percent_ours": round(ours.cpu, 1),
            "cpu_percent_baseline": round(theirs.cpu, 1),
        },
        "library with 200 own and 10,000 runs / with what ships": {
            "value": round(full[0] / empty[0], 2),
            "target": "100 ms or less",
            "ours_ms": round(full[0] * 1000),
            "baseline_ms": round(empty[0] * 1000),
            "ours_processor_ms": round(full[1] * 1000),
            "baseline_processor_ms": round(empty[1] * 1000),
        },
    }


if __name__ == "__main__":
    for what, figure in figures().items():
        print(what, figure)
