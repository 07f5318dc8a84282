"""Start-up knows only one file of the exercises, whatever it opens, until somebody opens them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.made_vault import make_vault
from tests.support.real_keyring import RealKeyring

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from copingkit.app import assemble
from copingkit.core.links import Link

program = assemble(Path(sys.argv[1]))
window = program.window

def loaded():
    ours = [n for n in sys.modules if n.startswith("copingkit.tools.exercises")]
    heard = [n for n in sys.modules if n.startswith(("copingkit.ui.sound", "copingkit.ui.voice"))]
    return sorted(ours + heard)

def tell():
    print(type(window.current_view).__name__, *loaded())
    window.open_link(Link("exercises"))
    print(type(window.current_view).__name__, *loaded())
    program.application.exit(0)

window.door.opened.connect(lambda _opened: QTimer.singleShot(100, tell))
window.start(crisis=sys.argv[2] == "crisis")
program.application.exec()
"""


@pytest.mark.parametrize(("what", "page"), [("plan", "PlanPage"), ("crisis", "CrisisRun")])
def test_nothing_of_them_is_loaded_before_they_are_opened(
    folder: Path, real_keyring: RealKeyring, what: str, page: str
) -> None:
    make_vault(folder)
    done = subprocess.run(
        [sys.executable, "-c", START, str(folder), what],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    before, after = (line.split() for line in done.stdout.splitlines())
    assert before == [page, "copingkit.tools.exercises", "copingkit.tools.exercises.tool"]
    assert "copingkit.tools.exercises.service" in after
