from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from copingkit.shell.crash_dialog import CrashDialog
from copingkit.shell.crash_report import report
from copingkit.shell.crash_watch import CrashWatch
from copingkit.ui import theme
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import press

MARK = "xq-private-marker"


def broken_step(written: str) -> None:
    """Fails with what somebody wrote in its message, its cause and its locals."""
    try:
        int(written)
    except ValueError as error:
        raise KeyError(f"cannot save {written}") from error


def caught() -> BaseException:
    try:
        broken_step(MARK)
    except KeyError as error:
        return error
    raise AssertionError


@pytest.fixture
def hooks() -> Iterator[None]:
    before = (sys.excepthook, threading.excepthook)
    yield
    sys.excepthook, threading.excepthook = before


def test_a_report_has_classes_and_places_and_nothing_written() -> None:
    text = report(caught())
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "broken_step" in text
    assert "test_crash_dialog.py:" in text
    assert MARK not in text
    assert "/" not in text


def test_a_circle_of_causes_ends() -> None:
    first, second = ValueError(MARK), ValueError(MARK)
    first.__cause__, second.__cause__ = second, first
    assert report(first).count("ValueError") == 2


def test_a_suppressed_cause_is_left_out() -> None:
    error = ValueError()
    error.__context__ = KeyError()
    error.__suppress_context__ = True
    assert "KeyError" not in report(error)


def test_the_dialog_shows_and_copies_the_details(qtbot: QtBot) -> None:
    dialog = CrashDialog(report(caught()))  # not handed to qtbot: it deletes itself when closed
    dialog.resize(520, 320)
    dialog.show()
    assert "What was saved before is safe." in spoken(dialog)
    assert unnamed_controls(dialog) == []
    press(dialog, "Show the details")
    details = dialog.findChild(QPlainTextEdit)
    assert details is not None
    assert details.isVisible()
    assert unnamed_controls(dialog) == []
    press(dialog, "Copy the details")
    assert "broken_step" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(dialog.close_requested):
        press(dialog, "Close copingkit")


def test_one_dialog_for_many_errors_and_none_printed_in_full(
    qtbot: QtBot, hooks: None, capsys: pytest.CaptureFixture[str]
) -> None:
    closed: list[bool] = []
    watch = CrashWatch(lambda: None, lambda: closed.append(True))
    watch.install()
    error = caught()
    sys.excepthook(KeyError, error, error.__traceback__)
    sys.excepthook(KeyError, error, error.__traceback__)
    qtbot.waitUntil(lambda: watch.dialog is not None)
    assert MARK not in capsys.readouterr().err
    assert watch.dialog is not None
    assert watch.dialog.styleSheet() == theme.style_sheet()  # there may be no window yet
    press(watch.dialog, "Go on")
    qtbot.waitUntil(lambda: watch.dialog is None)
    assert not closed


def test_an_error_in_a_thread_is_shown_too(
    qtbot: QtBot, hooks: None, capsys: pytest.CaptureFixture[str]
) -> None:
    closed: list[bool] = []
    watch = CrashWatch(lambda: None, lambda: closed.append(True))
    watch.install()
    worker = threading.Thread(target=broken_step, args=(MARK,))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: watch.dialog is not None)
    assert MARK not in capsys.readouterr().err
    assert watch.dialog is not None
    press(watch.dialog, "Close copingkit")
    assert closed == [True]


def test_an_interrupt_closes_without_a_dialog(hooks: None) -> None:
    closed: list[bool] = []
    watch = CrashWatch(lambda: None, lambda: closed.append(True))
    watch.on_error(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert closed == [True]
    assert watch.dialog is None
