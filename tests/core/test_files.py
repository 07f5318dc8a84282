"""Files are whole or as they were, open to nobody else, and every failure has a name."""

from __future__ import annotations

import errno
import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copingkit.core import errors, files


def mode(path: Path) -> int:
    """The permission bits."""
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.binary(max_size=4000), min_size=1, max_size=3))
def test_the_last_content_is_what_is_there(tmp_path: Path, contents: list[bytes]) -> None:
    path = tmp_path / "keyslots.json"
    for content in contents:
        files.write_atomically(path, content)
    assert path.read_bytes() == contents[-1]
    assert mode(path) == 0o600
    assert names(tmp_path) == ["keyslots.json"]


def test_a_private_folder_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    files.make_private_folder(folder)
    assert mode(folder) == 0o700
    folder.chmod(0o755)
    files.make_private_folder(folder)
    assert mode(folder) == 0o700


def test_a_folder_where_a_file_lies_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(errors.FileProblem) as caught:
        files.make_private_folder(tmp_path / "taken" / "inside")
    assert caught.value.name == "inside"


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, errors.DiskFull),
        (errno.EDQUOT, errors.DiskFull),
        (errno.EFBIG, errors.DiskFull),
        (errno.ENOENT, errors.FolderGone),
        (errno.EIO, errors.FolderGone),
        (errno.EACCES, errors.FolderNotWritable),
        (errno.EROFS, errors.FolderNotWritable),
        (None, errors.FolderNotWritable),
    ],
)
def test_what_the_system_says_gets_a_name(
    number: int | None, kind: type[errors.FileProblem]
) -> None:
    error = OSError() if number is None else OSError(number, "private words")
    found = files.problem(error, Path("/home/someone/vault.db"))
    assert type(found) is kind
    assert found.args == ("vault.db",)


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from copingkit.core import errors, files
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    files.write_atomically(Path(sys.argv[1]), b"n" * 100_000)
except errors.DiskFull as problem:
    print("full", problem.name)
"""


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 4096
    path = tmp_path / "vault.db"
    files.write_atomically(path, b"old")
    said = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)], capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == ["full", "vault.db"]
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["vault.db"]


KILLED = """
import os, sys
from pathlib import Path
from copingkit.core import files
def die(descriptor):
    os.kill(os.getpid(), 9)
os.fsync = die
files.write_atomically(Path(sys.argv[1]), b"new")
"""


def test_a_process_killed_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "vault.db"
    files.write_atomically(path, b"old")
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert done.returncode == -9
    assert path.read_bytes() == b"old"


def test_a_folder_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    with pytest.raises(errors.FolderGone):
        files.write_atomically(tmp_path / "gone" / "vault.db", b"x")


def test_an_interruption_cleans_up_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.write_atomically(tmp_path / "vault.db", b"x")
    assert names(tmp_path) == []


def test_the_file_and_then_its_folder_are_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []
    monkeypatch.setattr(
        os, "fsync", lambda descriptor: synced.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))
    )
    files.write_atomically(tmp_path / "vault.db", b"x")
    assert synced == [False, True]


def test_windows_folders_are_not_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "name", "nt")
        files.sync_folder(tmp_path / "gone")
    with pytest.raises(FileNotFoundError):
        files.sync_folder(tmp_path / "gone")


def test_reading_stops_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "pack.json"
    path.write_bytes(b"12345")
    assert files.read(path, 5) == b"12345"
    with pytest.raises(errors.FileUnreadable) as caught:
        files.read(path, 4)
    assert caught.value.name == "pack.json"


def test_reading_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(errors.FileUnreadable):
            files.read(path, 10)


def test_a_broken_file_is_set_aside_and_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "keyslots.json"
    for content in (b"first", b"second"):
        path.write_bytes(content)
        files.set_aside(path)
    assert not path.exists()
    assert (tmp_path / "keyslots.json.broken-1").read_bytes() == b"first"
    assert (tmp_path / "keyslots.json.broken-2").read_bytes() == b"second"


def test_setting_aside_what_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(errors.FolderGone):
        files.set_aside(tmp_path / "none")


def test_setting_aside_ends_when_all_names_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "x"
    for number in range(1, 1000):
        (tmp_path / f"x.broken-{number}").touch()
    path.touch()
    with pytest.raises(errors.FileProblem):
        files.set_aside(path)
    assert path.exists()
