"""The command line: opens the window, or does one thing without it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run copingkit; returns the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given in ([], ["--crisis"]):
        # The way to the plan is the shortest in the program: no parser is loaded for it, and
        # nothing is thrown away yet that a search could find (20 ms; later `ui.collector` does it).
        gc.disable()
        from copingkit.ui import plain_imports

        plain_imports.restore()
        from copingkit.app import run

        return run(None, crisis=bool(given))
    from copingkit.commands import run_command

    return run_command(given)
