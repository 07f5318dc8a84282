"""Core dumps are off while a key is in memory, so that a crash writes none to the disk."""

from __future__ import annotations

import contextlib
import sys

if sys.platform == "win32":  # pragma: no cover - Windows writes no dumps of its own accord

    class CoreDumpsOff:
        """Nothing to switch off here."""

        def restore(self) -> None:
            """Nothing to restore."""

else:
    import resource

    class CoreDumpsOff:
        """Switches core dumps off for this process until `restore`.

        The limit is one byte, not none: Linux ignores a limit of 0 where dumps are piped into a
        collector (systemd-coredump, apport), but takes 1 as "write nothing" for both.
        """

        def __init__(self) -> None:
            self._before: tuple[int, int] | None = resource.getrlimit(resource.RLIMIT_CORE)
            hard = self._before[1]
            soft = 1 if hard == resource.RLIM_INFINITY else min(1, hard)
            resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))

        def restore(self) -> None:
            """Back to how it was; twice is harmless."""
            if self._before is not None:
                with contextlib.suppress(ValueError, OSError):  # lowered from outside since
                    resource.setrlimit(resource.RLIMIT_CORE, self._before)
                self._before = None
