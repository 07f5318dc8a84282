"""A second start is heard, and a signal that asks the program to end lets it save first."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from copingkit.shell.knock import Knock
from copingkit.vault import single_instance

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from copingkit.shell.knock import on_ending_signals
app = QCoreApplication([])
def close():
    Path(sys.argv[1]).write_text("saved")
    app.quit()
on_ending_signals(close, app)
QTimer.singleShot(0, lambda: print("ready", flush=True))
sys.exit(app.exec())
"""


@pytest.fixture
def knock(qapp: QObject) -> Iterator[Knock]:
    parent = QObject()
    yield Knock(parent)
    parent.deleteLater()


def test_each_second_start_is_heard(qtbot: QtBot, knock: Knock, tmp_path: Path) -> None:
    knock.listen(tmp_path)
    for help_now in (False, True, False):
        with qtbot.waitSignal(knock.heard) as told:
            single_instance.ask_to_raise(tmp_path, help_now=help_now)
        assert told.args == [help_now]
        assert single_instance.was_heard(tmp_path)


def test_one_that_was_there_before_is_not_heard(qtbot: QtBot, knock: Knock, tmp_path: Path) -> None:
    single_instance.ask_to_raise(tmp_path)
    with qtbot.assertNotEmitted(knock.heard, wait=50):
        knock.listen(tmp_path)


def test_after_stopping_nothing_is_heard(qtbot: QtBot, knock: Knock, tmp_path: Path) -> None:
    knock.listen(tmp_path)
    knock.stop()
    knock.stop()
    with qtbot.assertNotEmitted(knock.heard, wait=50):
        single_instance.ask_to_raise(tmp_path)


def test_a_folder_that_is_gone_is_simply_not_watched(
    qtbot: QtBot, knock: Knock, tmp_path: Path
) -> None:
    knock.listen(tmp_path / "gone")
    assert knock._watcher is None


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_an_ending_signal_saves_even_when_idle(tmp_path: Path, number: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "out")], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    with process:
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(number)
        assert process.wait(20) == 0
    assert (tmp_path / "out").read_text() == "saved"
