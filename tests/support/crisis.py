"""A crisis run in front of a host that remembers what it was told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from copingkit.tools.safety_plan.model import Plan
from copingkit.tools.safety_plan.records import CrisisRun as Run
from copingkit.tools.safety_plan.view.crisis_run import CrisisRun
from copingkit.tools.safety_plan.view.numbers import NumberToCall
from tests.support.clock import HandClock
from tests.support.controls import show

LINES = (
    NumberToCall("Lifeline", "116 555", "24/7"),
    NumberToCall("Emergency services", "112", "24/7", emergency=True),
    NumberToCall("Night line", "0800 555 0100", "20 to 6", check_first=True),
)
NOTE = "What helped? A few words for next time, if you like."


class Host:
    """What the window around a run sees of it."""

    def __init__(self) -> None:
        self.saved: list[Run] = []
        self.added: list[str] = []
        self.closed = 0

    def run(self, plan: Plan | None, **more: object) -> CrisisRun:
        kept = {"record": self.saved.append, "add_strategy": self.added.append}
        made = CrisisRun(plan, LINES, HandClock(), **{**kept, **more})  # type: ignore[arg-type]  # keywords of a test
        made.closed.connect(self._on_closed)
        return made

    def _on_closed(self) -> None:
        self.closed += 1


def texts(run: CrisisRun) -> list[str]:
    """Every text that can be seen."""
    return [label.text() for label in run.findChildren(QLabel) if label.isVisible()]


def says(run: CrisisRun, text: str) -> bool:
    """Whether some text that can be seen holds this."""
    return any(text in each for each in texts(run))


def key(run: CrisisRun, which: Qt.Key) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or run, which)


def title(run: CrisisRun) -> str:
    """The heading of what is shown."""
    (found,) = (
        label
        for label in run.findChildren(QLabel)
        if label.property("look") == "huge" and label.isVisible()
    )
    return found.text()


def shown(qtbot: QtBot, run: CrisisRun, width: int = 1180, height: int = 820) -> CrisisRun:
    """The run in a window that has the focus."""
    show(qtbot, run, width, height)
    run.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return run
