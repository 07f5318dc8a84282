"""How far what is heard lags behind what is seen, on a device and with a voice of its own.

`python -m tests.bench.step_bench` prints it.
"""

from __future__ import annotations

import os
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from copingkit.core.clock import SystemClock
from copingkit.tools.exercises.cues import Act, Cue
from copingkit.tools.exercises.view.cue_view import CueView
from copingkit.tools.exercises.view.playing_view import PlayingView
from copingkit.tools.exercises.view.sounding import Sounding
from copingkit.ui.heard import SystemHearing
from copingkit.ui.hearing import SoundChoices
from tests.support.ears import ScreenSwitch
from tests.support.looks import dress
from tests.support.private_sound import PrivateSound

CUES = 12
EACH_S = 1.6  # long enough for a short word and for the quiet after it


class Seen(QObject):
    """When a cue was painted for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.moments: list[float] = []
        self.due = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.due:
            self.due = False
            self.moments.append(time.monotonic())
        return False


def lag(sound: PrivateSound, choices: SoundChoices) -> list[float]:
    """Seconds from the painting of each cue to the first sample that is heard of it."""
    hearing, seen = SystemHearing(), Seen()
    hearing.prepare(choices, print)
    view = PlayingView(
        SystemClock(), Sounding(hearing, choices), ScreenSwitch(), still=False, tops_up=False
    )
    shown = view.findChild(CueView)
    if shown is None:
        raise LookupError("nothing to look at")
    shown.viewport().installEventFilter(seen)
    view.resize(1000, 700)
    view.show()
    _wait(1.0)
    view.start(tuple(Cue(Act.SAY, f"Part {number}", EACH_S) for number in range(CUES)))
    last, found = -1, []
    end = time.monotonic() + CUES * EACH_S
    while time.monotonic() < end:
        if view.playback.index != last:
            last, seen.due = view.playback.index, True
            shown.viewport().update()
        _wait(0.005)
    for moment in seen.moments:
        first = sound.first_sound(moment - 0.05, wait=0.0)
        if first is None or first > EACH_S:
            raise LookupError("a cue was seen and never heard")
        found.append(first - 0.05)
    view.hide()
    hearing.close()
    return found


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def figures() -> dict[str, dict[str, object]]:
    """For tones and for the voice: the median and the greatest distance, milliseconds."""
    app = QApplication.instance() or QApplication([])
    dress("light", 100)
    before = dict(os.environ)
    made = {}
    with PrivateSound() as sound:
        os.environ.update(sound.variables)
        sound.start_voice()
        for what, choices in (
            ("tones", SoundChoices(tones=True)),
            ("the voice", SoundChoices(voice=True)),
        ):
            apart = [abs(each) * 1000 for each in lag(sound, choices)]
            made[f"{what} beside the picture, ms"] = {
                "value": round(statistics.median(apart)),
                "target": "100 or less",
                "greatest_ms": round(max(apart)),
                "cues": len(apart),
            }
    os.environ.clear()
    os.environ.update(before)
    del app
    return made


if __name__ == "__main__":
    for name, figure in figures().items():
        print(name, figure)
