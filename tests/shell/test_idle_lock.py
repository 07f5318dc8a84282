"""Locking when nobody has touched the window: by the timer, and by the clock after a sleep."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from copingkit.shell.idle_lock import IdleLock
from tests.support.clock import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def lock(qtbot: QtBot, window: QWidget, clock: HandClock) -> IdleLock:
    lock = IdleLock(clock, window)
    lock.watch(window.windowHandle())
    return lock


def touch(window: QWidget) -> None:
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)


def test_the_timer_locks_after_the_minutes(qtbot: QtBot, lock: IdleLock, clock: HandClock) -> None:
    lock.start(10)
    assert lock._timer.interval() == 600_000
    assert lock._timer.isSingleShot()
    clock.go_on(minutes=10)
    with qtbot.waitSignal(lock.idle):
        lock._timer.timeout.emit()
    assert not lock._timer.isActive()


def test_use_puts_it_off(qtbot: QtBot, lock: IdleLock, clock: HandClock, window: QWidget) -> None:
    lock.start(10)
    clock.go_on(minutes=6)
    touch(window)
    clock.go_on(minutes=4)
    with qtbot.assertNotEmitted(lock.idle):
        lock._timer.timeout.emit()
    assert 359_000 < lock._timer.interval() < 361_000
    clock.go_on(minutes=6)
    with qtbot.waitSignal(lock.idle):
        lock._timer.timeout.emit()


def test_the_first_touch_after_a_sleep_locks_and_does_nothing_else(
    qtbot: QtBot, lock: IdleLock, clock: HandClock, window: QWidget
) -> None:
    lock.start(10)
    clock.go_on(minutes=11)  # the timer's own clock stood still
    seen: list[QObject] = []
    # a key: a press of the mouse soon after another test's comes as a double click as well
    window.keyPressEvent = seen.append  # type: ignore[assignment, method-assign]  # a window's own
    with qtbot.waitSignal(lock.idle):
        QTest.keyPress(window.windowHandle(), Qt.Key.Key_A)
    assert not seen


def test_a_clock_set_back_only_puts_it_off(qtbot: QtBot, lock: IdleLock, clock: HandClock) -> None:
    lock.start(10)
    clock.go_on(minutes=-600)
    with qtbot.assertNotEmitted(lock.idle):
        lock._timer.timeout.emit()
    assert lock._timer.interval() <= 600_001


@pytest.mark.parametrize("minutes", [0, None])
def test_never_has_no_timer(
    qtbot: QtBot, lock: IdleLock, clock: HandClock, window: QWidget, minutes: int | None
) -> None:
    lock.start(5)
    if minutes is None:
        lock.stop()
    else:
        lock.start(minutes)
    clock.go_on(minutes=600)
    with qtbot.assertNotEmitted(lock.idle):
        touch(window)
    assert not lock._timer.isActive()
