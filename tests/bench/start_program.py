"""Start-up as a person has it: from nothing to the painted, decrypted plan or its crisis run."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from copingkit.ui import plain_imports

gc.disable()  # as copingkit.cli does
plain_imports.restore()

from copingkit.app import assemble  # noqa: E402
from tests.bench.start_empty import Painted  # noqa: E402

if __name__ == "__main__":
    folder, what, *rest = sys.argv[1:]
    program = assemble(Path(folder))
    window = program.window
    painted = Painted("stay" in rest)

    def watch(_opened: object) -> None:
        shown = window.current_view
        name = type(shown).__name__
        if name != ("CrisisRun" if what == "crisis" else "PlanPage"):
            sys.exit(f"not what was to be measured: {name}")
        shown.installEventFilter(painted)

    window.door.opened.connect(watch)
    window.start(crisis=what == "crisis")
    program.application.exec()
