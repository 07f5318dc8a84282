"""The program in a process of its own, with somebody who types into it until it is ended.

`python typist.py FOLDER` opens the vault there, adds a warning sign and types a letter every
50 ms; each line of output is the time at which a letter was typed.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from copingkit import app
from copingkit.shell.main_window import MainWindow
from copingkit.tools.safety_plan.model import Sort, Step
from copingkit.tools.safety_plan.view.plan_page import PlanPage


class Typist:
    """Begins when the plan is there."""

    def __init__(self) -> None:
        self._begun = False
        self._timer = QTimer()
        self._timer.setInterval(50)
        self._timer.timeout.connect(self._type)
        self._timer.start()

    def _type(self) -> None:
        window = next(
            (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)), None
        )
        if (
            window is None
            or not window.isVisible()
            or not isinstance(page := window.current_view, PlanPage)
        ):
            return
        if not self._begun:
            self._begun = True
            page.column.cards[Step.WARNING_SIGNS].add_buttons[Sort.ENTRY].click()
        focus = QApplication.focusWidget()
        if focus is not None:
            QTest.keyClicks(focus, "a")
            os.write(1, f"{time.time()}\n".encode())


if __name__ == "__main__":
    app.application()
    somebody = Typist()
    sys.exit(app.run(Path(sys.argv[1]), crisis=False))
