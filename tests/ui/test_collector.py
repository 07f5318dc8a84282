"""Garbage in circles is searched for in the main thread alone: Qt objects may be part of it."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from copingkit.ui import collector
from copingkit.ui.collector import collect_due


@pytest.fixture
def searches() -> Iterator[list[tuple[int, threading.Thread]]]:
    """Each search as it happens: its generation and its thread."""
    seen: list[tuple[int, threading.Thread]] = []

    def note(phase: str, told: dict[str, int]) -> None:
        if phase == "start":
            seen.append((told["generation"], threading.current_thread()))

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


class Circle:
    """Holds itself, and a Qt object."""

    def __init__(self) -> None:
        self.qt = QObject()
        self.myself = self


def circles(count: int) -> None:
    for _ in range(count):
        Circle()


@pytest.fixture
def kept_here(qapp: QApplication) -> Iterator[None]:
    """As in the program; the tests otherwise search at the end of each."""
    gc.enable()
    collector.keep_to_this_thread()
    yield
    loop = QAbstractEventDispatcher.instance()
    assert loop is not None
    loop.aboutToBlock.disconnect(collect_due)


def test_a_worker_never_searches_and_the_main_thread_does(
    qtbot: QtBot, kept_here: None, searches: list[tuple[int, threading.Thread]]
) -> None:
    assert not gc.isenabled()
    mine = Circle()
    alive = weakref.ref(mine)
    del mine
    worker = threading.Thread(target=circles, args=(5 * gc.get_threshold()[0],))
    worker.start()
    worker.join()
    assert searches == []
    assert alive() is not None
    qtbot.waitUntil(lambda: alive() is None)
    assert {thread for _generation, thread in searches} == {threading.main_thread()}


def test_older_generations_are_searched_less_often(
    searches: list[tuple[int, threading.Thread]],
) -> None:
    gc.collect()
    searches.clear()
    collect_due()
    assert searches == []
    youngest, middle, _oldest = gc.get_threshold()
    kept: list[Circle] = []
    for _ in range(middle + 2):
        kept = [Circle() for _ in range(youngest + 1)]
        collect_due()
    assert kept
    assert [generation for generation, _thread in searches] == [0] * (middle + 1) + [1]


def test_the_program_has_one_from_its_first_moment() -> None:
    program = "import gc; from copingkit import app; app.application(); print(gc.isenabled())"
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert said.stdout == "False\n"
