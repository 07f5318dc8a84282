"""A test is run again when its keyring broke off in it, and for no other reason."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.source_tree import ROOT

CONFTEST = """
import pytest
from tests.support.fixtures import real_keyring
from tests.support.keyring_broke_off import pytest_runtest_protocol, pytest_terminal_summary

@pytest.fixture
def no_real_keyring():
    pass

@pytest.fixture
def asked_for(request):
    return request.getfixturevalue("real_keyring")
"""
TEST = """
import os, pathlib, signal

def test_it({keyring}):
    tries = pathlib.Path(__file__).with_name("tries")
    tries.write_text(tries.read_text() + "1" if tries.exists() else "1")
    {breaks}
    assert len(tries.read_text()) > {failing}
"""
BREAKS = "os.kill({keyring}._daemon.pid, signal.SIGABRT)"


def _written(keyring: str, breaks: str, failing: int) -> str:
    return TEST.format(keyring=keyring, breaks=breaks.format(keyring=keyring), failing=failing)


@pytest.mark.parametrize(
    ("keyring", "breaks", "failing", "said", "tries"),
    [
        ("real_keyring", BREAKS, 1, "1 passed", 2),
        ("asked_for", BREAKS, 1, "1 passed", 2),
        ("asked_for", BREAKS, 2, "1 failed", 2),
        ("asked_for", BREAKS, 0, "1 passed", 1),
        ("asked_for", "", 1, "1 failed", 1),
    ],
)
def test_once_and_only_then(
    tmp_path: Path, keyring: str, breaks: str, failing: int, said: str, tries: int
) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "test_it.py").write_text(_written(keyring, breaks, failing))
    plain = ["-q", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *plain, "-c", os.devnull, "--rootdir", ".", "test_it.py"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said in done.stdout
    assert len((tmp_path / "tries").read_text()) == tries
    assert ("Run again, as its keyring broke off" in done.stdout) == (tries == 2)
