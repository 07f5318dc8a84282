"""Typing is saved after a pause, once a second while it goes on, and at once when asked."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.typing_saver import LONGEST_MS, PAUSE_MS, TypingSaver


def test_a_pause_saves_once(qtbot: QtBot) -> None:
    saves: list[float] = []
    parent = QObject()
    saver = TypingSaver(lambda: saves.append(time.monotonic()), parent)
    began = time.monotonic()
    saver.touch()
    saver.touch()
    waiting = saver.pending
    assert waiting
    assert not saves
    qtbot.waitUntil(lambda: bool(saves), timeout=3000)
    assert saves[0] - began >= PAUSE_MS / 1000 * 0.9
    assert not saver.pending
    qtbot.wait(LONGEST_MS - PAUSE_MS + 100)
    assert len(saves) == 1


def test_steady_typing_is_saved_once_a_second(qtbot: QtBot) -> None:
    saves: list[float] = []
    parent = QObject()
    saver = TypingSaver(lambda: saves.append(time.monotonic()), parent)
    began = time.monotonic()
    while not saves and time.monotonic() - began < 5:
        saver.touch()
        qtbot.wait(20)
    assert 0.9 <= saves[0] - began < 2


def test_flush_saves_now_and_only_what_is_pending(qtbot: QtBot) -> None:
    saves: list[str] = []
    parent = QObject()
    saver = TypingSaver(lambda: saves.append("saved"), parent)
    saver.flush()
    assert saves == []
    saver.touch()
    saver.flush()
    saver.flush()
    assert saves == ["saved"]
