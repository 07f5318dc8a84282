"""A ladder with two thousand trials and its figures: how soon they are there, how long one waits.

Drawn by Qt offscreen, that is by software. `python -m tests.bench.figures_bench` prints all.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from copingkit.core.clock import SystemClock
from copingkit.tools.exposure.view.figures_page import FiguresPage
from copingkit.tools.exposure.view.ladder_page import LadderPage
from copingkit.vault.database import Database
from tests.bench import exposure_bench
from tests.support.looks import bring_in, dressed_window, take_out
from tests.support.pages import Around
from tests.support.vault_files import KEY, VAULT_ID

RUNS = 9
SIZE = (972, 820)


class Timed(FiguresPage):
    """Notes how long each turn took in which the window could not answer."""

    turns: tuple[float, ...] = ()

    @override
    def _step(self) -> None:
        start = time.perf_counter()
        super()._step()
        self.turns = (*self.turns, time.perf_counter() - start)


def opening(folder: Path) -> tuple[float, float]:
    """Milliseconds until the page is painted, and the longest turn of all; medians."""
    application = _application()
    window = dressed_window(*SIZE)
    opened, longest = [], []
    with closing(Database.create(folder / "many.db", KEY, VAULT_ID)) as database:
        ladder = exposure_bench.fill(database)
        for _run in range(RUNS):
            service = exposure_bench.over(database)
            start = time.perf_counter()
            page = Timed(service, ladder.id)
            bring_in(window, page)
            opened.append(time.perf_counter() - start)
            while page._steps:
                application.processEvents()
            longest.append(max(page.turns))
            take_out(window, page)
    return statistics.median(opened) * 1000, statistics.median(longest) * 1000


def opening_ladder(folder: Path) -> float:
    """Milliseconds until a ladder of 40 situations is painted; the median."""
    application = _application()
    window = dressed_window(*SIZE)
    opened = []
    with closing(Database.create(folder / "long.db", KEY, VAULT_ID)) as database:
        ladder = exposure_bench.fill(database)
        for _run in range(RUNS):
            service, around = exposure_bench.over(database), Around(SystemClock())
            start = time.perf_counter()
            page = LadderPage(service, around.surroundings(), ladder.id)
            bring_in(window, page)
            opened.append(time.perf_counter() - start)
            for _turn in range(50):
                application.processEvents()
            take_out(window, page)
    return statistics.median(opened) * 1000


def figures(folder: Path) -> dict[str, dict[str, object]]:
    """All with their targets, for build/bench.json."""
    opened, longest = opening(folder)
    return {
        "open the page of a ladder with 40 situations and 2,000 trials, ms": {
            "value": round(opening_ladder(folder), 1),
            "target": "100 or less",
        },
        "open the figures of 2,000 trials, ms": {
            "value": round(opened, 1),
            "target": "100 or less",
        },
        "longest turn while all of them are read and drawn, ms": {
            "value": round(longest, 1),
            "target": "50 or less",
        },
    }


def _application() -> QCoreApplication:
    return QApplication.instance() or QApplication([])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="copingkit-bench-") as name:
        for what, figure in figures(Path(name)).items():
            print(f"{what}: {figure['value']} (target {figure['target']})")
