"""Slow work leaves the main thread, its answer comes back to it, and a hang can be left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from copingkit.core.errors import KeyringLocked
from copingkit.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """Tasks that are stopped at the end."""
    made = Tasks()
    yield made
    made.stop()


def test_work_runs_elsewhere_and_the_answer_arrives_here(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[tuple[int, threading.Thread]] = []
    workers: list[threading.Thread] = []

    def work() -> int:
        workers.append(threading.current_thread())
        return 6 * 7

    tasks.run(work, lambda answer: seen.append((answer, threading.current_thread())))
    assert tasks.busy
    assert not seen
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(42, threading.main_thread())]
    assert workers[0] is not threading.main_thread()
    assert not tasks.busy


def test_one_runs_after_the_other(qtbot: QtBot, tasks: Tasks) -> None:
    running = threading.Lock()
    answers: list[int] = []

    def work(number: int) -> int:
        assert running.acquire(blocking=False)
        running.release()
        return number

    for number in range(5):
        tasks.run(partial(work, number), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 5)
    assert answers == [0, 1, 2, 3, 4]


def test_a_failure_arrives_in_the_main_thread(qtbot: QtBot, tasks: Tasks) -> None:
    failures: list[tuple[Exception, threading.Thread]] = []

    def work() -> None:
        raise KeyringLocked

    tasks.run(
        work,
        lambda _answer: pytest.fail("no answer"),
        lambda error: failures.append((error, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0][0], KeyringLocked)
    assert failures[0][1] is threading.main_thread()


def test_a_failure_nobody_expects_is_a_bug(qtbot: QtBot, tasks: Tasks) -> None:
    def work() -> None:
        raise ValueError("bug")

    with qtbot.captureExceptions() as caught:
        tasks.run(work, lambda _answer: None)
        qtbot.waitUntil(lambda: not tasks.busy)
    assert [kind for kind, _, _ in caught] == [ValueError]


def test_a_hanging_task_can_be_left_behind(qtbot: QtBot, tasks: Tasks) -> None:
    answered = threading.Event()
    dropped: list[str] = []
    answers: list[str] = []

    def hang() -> str:
        answered.wait(20)
        return "opened vault"

    hanging = tasks.run(hang, answers.append, dropped=dropped.append)
    tasks.run(lambda: "next", answers.append)
    qtbot.wait(50)
    assert answers == []
    tasks.cancel(hanging)
    qtbot.waitUntil(lambda: answers == ["next"])
    answered.set()
    qtbot.waitUntil(lambda: dropped == ["opened vault"])
    assert answers == ["next"]


def test_a_task_cancelled_before_its_turn_never_runs(qtbot: QtBot, tasks: Tasks) -> None:
    go_on = threading.Event()
    ran: list[str] = []
    tasks.run(lambda: go_on.wait(20), lambda _answer: None)
    waiting = tasks.run(lambda: ran.append("ran"), lambda _answer: None)
    tasks.cancel(waiting)
    go_on.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert ran == []


def test_an_answer_that_comes_with_the_cancel_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    finished = threading.Event()
    dropped: list[str] = []

    def work() -> str:
        finished.set()
        return "answer"

    task = tasks.run(work, lambda _answer: pytest.fail("cancelled"), dropped=dropped.append)
    finished.wait(20)
    while any(thread.name.endswith("(_work)") for thread in threading.enumerate()):
        pass  # the answer now waits in the queue of the main thread
    tasks.cancel(task)
    qtbot.waitUntil(lambda: dropped == ["answer"])


def test_errors_of_cancelled_tasks_go_nowhere(qtbot: QtBot, tasks: Tasks) -> None:
    go_on = threading.Event()

    def work() -> None:
        go_on.wait(20)
        raise ValueError("late")

    task = tasks.run(work, lambda _answer: pytest.fail("cancelled"))
    tasks.cancel(task)
    go_on.set()
    qtbot.wait(50)
    assert not tasks.busy


def test_stop_gives_up_on_everything(qtbot: QtBot, tasks: Tasks) -> None:
    go_on = threading.Event()
    ran: list[str] = []
    tasks.run(lambda: go_on.wait(20), lambda _answer: ran.append("first"))
    tasks.run(lambda: None, lambda _answer: ran.append("second"))
    tasks.stop()
    tasks.stop()
    go_on.set()
    qtbot.wait(50)
    assert not tasks.busy
    assert ran == []
