"""One process a vault, with real processes."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from copingkit.core.errors import AlreadyOpen, FolderGone
from copingkit.vault.single_instance import (
    InstanceLock,
    ask_to_raise,
    raise_request,
    take_request,
    was_heard,
)

HOLD = """
import sys
from pathlib import Path
from copingkit.vault.single_instance import InstanceLock
InstanceLock(Path(sys.argv[1])).take()
print("held", flush=True)
sys.stdin.read()
"""


def other_process(folder: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock on `folder`."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_process_is_told(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path)
    with other_process(tmp_path) as process:
        with pytest.raises(AlreadyOpen):
            lock.take()
        assert not lock.held
        process.kill()


def test_after_a_kill_the_vault_is_free_again(tmp_path: Path) -> None:
    with other_process(tmp_path) as process:
        process.kill()
    lock = InstanceLock(tmp_path)
    lock.take()
    assert lock.held
    assert (tmp_path / "lock").exists()


def test_the_lock_may_be_taken_and_let_go_again_and_again(tmp_path: Path) -> None:
    first, second = InstanceLock(tmp_path), InstanceLock(tmp_path)
    first.take()
    first.take()
    with pytest.raises(AlreadyOpen):
        second.take()
    first.release()
    first.release()
    second.take()
    assert (first.held, second.held) == (False, True)


def test_the_lock_is_open_to_its_owner_alone(tmp_path: Path) -> None:
    InstanceLock(tmp_path).take()
    ask_to_raise(tmp_path)
    assert (tmp_path / "lock").stat().st_mode & 0o777 == 0o600
    assert raise_request(tmp_path).stat().st_mode & 0o777 == 0o600


def test_each_request_changes_the_file(tmp_path: Path) -> None:
    ask_to_raise(tmp_path)
    first = raise_request(tmp_path)
    before, inode = first.read_bytes(), first.stat().st_ino
    ask_to_raise(tmp_path)
    assert first.read_bytes() != before
    assert first.stat().st_ino == inode


@pytest.mark.parametrize("help_now", [False, True])
def test_a_request_is_taken_once_and_the_asker_sees_it(tmp_path: Path, help_now: bool) -> None:
    assert take_request(tmp_path) is None
    assert not was_heard(tmp_path)
    ask_to_raise(tmp_path, help_now=help_now)
    assert not was_heard(tmp_path)
    assert take_request(tmp_path) is help_now
    assert was_heard(tmp_path)
    assert take_request(tmp_path) is None


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(FolderGone):
        InstanceLock(tmp_path / "gone").take()
    with pytest.raises(FolderGone):
        ask_to_raise(tmp_path / "gone")


def test_tries_of_one_process_do_not_take_each_other_for_another(tmp_path: Path) -> None:
    """One that was given up may still take the lock while the next one does."""
    at_once = Barrier(8)

    def take(lock: InstanceLock) -> None:
        at_once.wait()
        lock.take()

    with ThreadPoolExecutor(8) as threads:
        for _ in range(40):
            lock = InstanceLock(tmp_path)
            list(threads.map(take, [lock] * 8))
            assert lock.held
            lock.release()
