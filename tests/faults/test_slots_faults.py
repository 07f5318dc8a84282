"""The slots file under a full disk, a folder that may not be written to, and `kill -9`.

Each runs in a process of its own, which gets the limit or the lesser rights: permissions and the
room on the disk do not stop root.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from copingkit.core.errors import DiskFull
from copingkit.vault import slots_file
from tests.fakes import FakeKeyStore
from tests.support.vaults import PASSPHRASE, vault_in

ROOT = Path(__file__).parents[2]

BEGIN = """
import os, resource, sys
from pathlib import Path
from tests.fakes import FakeKeyStore
from tests.support.vaults import PASSPHRASE, vault_in
folder = Path(sys.argv[1])
vault = vault_in(folder, FakeKeyStore())
def named(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, getattr(error, "name", ""), flush=True)
    else:
        print("done", flush=True)
"""
CHANGE_ON_A_FULL_DISK = """
opened = vault.unlock_with_passphrase(PASSPHRASE)
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
named(lambda: opened.set_passphrase("another one"))
named(opened.replace_words)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
opened.lock()
"""
CHANGE_AS_NOBODY = """
opened = vault.unlock_with_passphrase(PASSPHRASE)
opened.prove_words(sys.argv[2])  # loads all that the lesser user may not be able to read
folder.chmod(0o500)
for path in (folder, *folder.iterdir()):
    os.chown(path, 65534, 65534)
os.seteuid(65534)
named(opened.replace_words)
named(lambda: vault_in(folder / "inner", FakeKeyStore()).create(keyring=True, passphrase=None))
os.seteuid(0)
opened.lock()
"""
CHANGE_FOR_EVER = """
opened = vault.unlock_with_passphrase(PASSPHRASE)
print("ready", flush=True)
while True:
    opened.replace_words()
"""


def run(program: str, *given: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + program, *given],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that any user can reach."""
    with tempfile.TemporaryDirectory(prefix="ck-faults-") as name:
        Path(name).chmod(0o755)
        yield Path(name) / "v"


def created(folder: Path) -> str:
    made = vault_in(folder, FakeKeyStore()).create(keyring=False, passphrase=PASSPHRASE)
    made.open.lock()
    return " ".join(made.words)


def test_a_full_disk_leaves_the_slots_as_they_were(folder: Path) -> None:
    words = created(folder)
    before = {path.name: path.read_bytes() for path in folder.glob("keyslots*")}
    shown = run(CHANGE_ON_A_FULL_DISK, str(folder))
    assert shown == ["DiskFull keyslots.json", "DiskFull keyslots.json"]
    assert {path.name: path.read_bytes() for path in folder.glob("*keyslots*")} == before
    vault_in(folder, FakeKeyStore()).unlock_with_words(words).lock()


@contextlib.contextmanager
def small_disk(kibibytes: int) -> Iterator[Path]:
    """A disk of that size, where tests may mount one."""
    with tempfile.TemporaryDirectory(prefix="ck-disk-") as place:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", place]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("may not mount a small disk here")
        try:
            yield Path(place)
        finally:
            subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("kibibytes", [4, 8, 16, 40, 64])
def test_a_full_disk_leaves_no_half_made_vault(kibibytes: int) -> None:
    with small_disk(kibibytes) as disk:
        keys = FakeKeyStore()
        vault = vault_in(disk / "v", keys)
        with pytest.raises(DiskFull):
            vault.create(keyring=True, passphrase=None)
        assert not vault.exists()
        assert list(vault.folder.iterdir()) == []
        assert keys.kept == {}


def test_a_disk_that_fills_up_later_leaves_every_way_in() -> None:
    with small_disk(256) as disk:
        words = created(disk / "v")
        vault = vault_in(disk / "v", FakeKeyStore())
        opened = vault.unlock_with_passphrase(PASSPHRASE)
        with contextlib.suppress(OSError), open(disk / "filler", "wb", buffering=0) as filler:
            while True:
                filler.write(b"x" * 4096)
        for change in (opened.replace_words, lambda: opened.set_passphrase("another one")):
            with pytest.raises(DiskFull):
                change()
        opened.lock()
        vault.unlock_with_words(words).lock()
        opened = vault.unlock_with_passphrase(PASSPHRASE)
        opened.erase()
        assert list(vault.folder.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="becomes another user, which root alone may")
def test_a_folder_that_may_not_be_written_to_is_said(folder: Path) -> None:
    words = created(folder)
    shown = run(CHANGE_AS_NOBODY, str(folder), words)
    assert shown == ["FolderNotWritable keyslots.json", "FolderNotWritable inner"]
    vault_in(folder, FakeKeyStore()).unlock_with_words(words).lock()


@pytest.mark.parametrize("seed", range(6))
def test_a_kill_between_two_changes_leaves_a_way_in(folder: Path, seed: int) -> None:
    created(folder)
    process = subprocess.Popen(
        [sys.executable, "-c", BEGIN + CHANGE_FOR_EVER, str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(random.Random(seed).uniform(0.0, 0.2))
        process.send_signal(signal.SIGKILL)
    vault = vault_in(folder, FakeKeyStore())
    assert len(vault.slots().slots) == 2
    vault.unlock_with_passphrase(PASSPHRASE).lock()
    whole = (folder / slots_file.NAME).read_bytes()
    assert (folder / slots_file.COPY_NAME).read_bytes() == whole
