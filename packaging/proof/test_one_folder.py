"""The build of which all packages are made, on this machine: the short form of the proof, for CI.

This machine has a Python and a Qt, a bare root has none: here the kernel's calls show that the
program opens nothing of theirs.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import first_plan
import host_libraries
import kernel_calls
import layout
import pytest
from desktop import Desktop, session
from this_machine import ThisMachine

PROGRAM = str(layout.PROGRAM / "copingkit")
OF_PYTHON_OR_QT = re.compile(r"python|site-packages|PySide|shiboken|[Qq]t6?/|libQt|\.venv")


@pytest.fixture
def here_desktop() -> Iterator[Desktop]:
    """A session of whoever runs this."""
    with session(None) as made:
        yield made


@pytest.fixture
def here(tmp_path: Path) -> ThisMachine:
    """A new home on this machine."""
    return ThisMachine(tmp_path)


def test_it_tries_itself_and_opens_no_other_python_or_qt_and_no_network(
    here: ThisMachine, here_desktop: Desktop, tmp_path: Path
) -> None:
    command = here.enter([PROGRAM, "selftest", "--json"], here_desktop.variables)
    said, calls = kernel_calls.watch(command, tmp_path / "calls")
    found = {one["name"]: one for one in json.loads(said)["findings"]}
    assert {name for name, one in found.items() if one["ok"] is True} >= first_plan.WORKS
    assert "; packaged, data in the usual folder" in found["version"]["says"]
    assert "on xcb" in found["drawings"]["says"]
    opened = kernel_calls.opened(calls)
    assert any(path.endswith("libQt6Gui.so.6") for path in opened)  # else nothing would be seen
    others = {path for path in opened if not path.startswith(str(layout.PROGRAM))}
    assert {path for path in others if OF_PYTHON_OR_QT.search(path)} == set()
    assert kernel_calls.sockets(calls) <= {"AF_UNIX", "AF_LOCAL"}


def test_a_plan_is_written_and_read_after_a_restart(
    here: ThisMachine, here_desktop: Desktop
) -> None:
    first_plan.write(here_desktop, here, PROGRAM)
    first_plan.find_again(here_desktop, here, PROGRAM, "one-folder")


def test_it_asks_of_the_system_what_the_packages_declare() -> None:
    asked = host_libraries.debian(host_libraries.needs(layout.PROGRAM))  # ends where they differ
    assert asked.depends


SORTING = """
from PySide6.QtCore import QCollator, QLocale

words = "Zebra äpfel Apfel öl Ober čaj cukr chata ll lz ñu nz 10 9 ılık İzmir".split()
for language in ("ar", "cs", "da", "de", "en", "es", "ja", "sv", "th", "tr"):
    collator = QCollator(QLocale(language))
    collator.setNumericMode(True)
    print(language, *sorted(words, key=collator.sortKey), QLocale(language).toUpper("ißi"))
"""
LOADED = 'print({line.split()[-1] for line in open("/proc/self/maps") if "libicudata" in line})'


def test_text_is_sorted_by_the_smaller_data_as_by_all_of_them() -> None:
    smaller = next(layout.PROGRAM.rglob("libicudata.so.*")).resolve()

    def said(program: str, **more: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | more, check=True, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout

    by_smaller = said(SORTING + LOADED, LD_PRELOAD=str(smaller))
    assert by_smaller == said(SORTING) + f"{ {str(smaller)} }\n"


def test_no_library_is_looked_for_where_it_was_built() -> None:
    libraries = [path for path in layout.PROGRAM.rglob("*") if host_libraries.is_elf(path)]
    assert libraries
    assert [path.name for path in libraries if host_libraries.foreign_search_path(path)] == []
