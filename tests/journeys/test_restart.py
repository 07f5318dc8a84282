"""The program as a process: ended in the middle of a word, opened twice, opened again."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from copingkit.shell import upkeep
from copingkit.vault.single_instance import InstanceLock
from tests.support.journey import Person
from tests.support.made_vault import make_vault, plan_in
from tests.support.real_keyring import RealKeyring
from tests.support.source_tree import ROOT

TYPIST = ROOT / "tests" / "support" / "typist.py"
OFFSET = "."  # what the typist writes, a letter every 50 ms


def start(*command: str) -> subprocess.Popen[str]:
    """A process of the project, with its output in pipes."""
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def program(folder: Path, *more: str) -> subprocess.Popen[str]:
    """The program itself, as a person starts it."""
    return start("-m", "copingkit", "--vault", str(folder), *more)


def typed_so_far(typist: subprocess.Popen[str], letters: int) -> list[float]:
    """When each letter was typed; returns after so many."""
    assert typist.stdout is not None
    return [float(typist.stdout.readline()) for _ in range(letters)]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_ended_in_the_middle_of_a_word(
    folder: Path, real_keyring: RealKeyring, how: signal.Signals
) -> None:
    make_vault(folder)
    typist = start(str(TYPIST), str(folder))
    times = typed_so_far(typist, 35)
    ended_at = time.time()
    typist.send_signal(how)
    rest, said = typist.communicate(timeout=20)
    times += [float(line) for line in rest.splitlines()]
    assert said == ""
    kept = len(plan_in(folder).warning_signs[-1].text)
    if how is signal.SIGTERM:
        assert typist.returncode == 0
        assert kept == len(times)
    else:
        # Steady typing without a pause is saved once a second; 0.3 s are for this machine.
        assert kept >= sum(at < ended_at - 1.3 for at in times) > 0


def test_ended_by_a_signal_while_nothing_happens(folder: Path, real_keyring: RealKeyring) -> None:
    make_vault(folder)
    running = program(folder)
    wait_until_held(folder)
    running.send_signal(signal.SIGTERM)
    said = running.communicate(timeout=20)
    assert (running.returncode, said) == (0, ("", ""))


def wait_until_held(folder: Path) -> None:
    """Until another process has the vault open."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        lock = InstanceLock(folder)
        try:
            lock.take()
        except Exception:  # noqa: BLE001 - AlreadyOpen is what is waited for
            return
        lock.release()
        time.sleep(0.05)
    raise TimeoutError("the program did not open the vault")


def test_a_second_process_brings_the_first_to_the_front(
    person: Person, folder: Path, real_keyring: RealKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "AFTERWARDS_MS", 0)
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.run_for(milliseconds=100)
    person.window.showMinimized()
    second = program(folder)
    person.wait_until(lambda: second.poll() is not None, "the second process to end")
    said = second.communicate()
    assert (second.returncode, said) == (0, ("", ""))
    person.wait_until(lambda: not person.window.isMinimized(), "the first window")
    person.wait_for_page("PlanPage")


def test_a_second_process_may_open_what_is_locked_in_the_first(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.press("Lock")
    person.wait_for_page("LockPage")
    second = program(folder)
    wait_until_held(folder)
    person.press("Open")
    person.reads("copingkit is open already.")
    second.send_signal(signal.SIGTERM)
    second.communicate(timeout=20)
    person.press("Open")
    person.wait_for_page("PlanPage")
