"""What the checks of a self-test share: a folder that goes with it, and how a check tells."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from copingkit.findings import Report
from copingkit.selftest.outside import Watch

PASSPHRASE = "a passphrase for the self-test alone"  # noqa: S105 - opens a vault of made-up words
SENTENCE = "A made-up sentence of the self-test"


@dataclass(frozen=True)
class Trial:
    """One self-test: `folder` is its own, `watch` sees what is done outside of it."""

    folder: Path
    application: QApplication
    watch: Watch

    @property
    def vault(self) -> Path:
        """Where its vault lies: a name with spaces and letters of other alphabets."""
        return self.folder / "Größe und Weite – Ćwiczenie"


class Failed(Exception):
    """The check found something that does not work; the text says what."""


class Missing(Exception):
    """Something that is not on this computer, without which copingkit works all the same."""


Check = Callable[[Trial], str]


def look(report: Report, name: str, check: Check, trial: Trial) -> None:
    """Add what the check finds; nothing that it meets keeps the others from being made."""
    try:
        with report.problems_of(name):
            report.add(name, ok=True, says=check(trial))
    except Missing as missing:
        report.add(name, ok=None, says=str(missing))
    except Failed as failed:
        report.add(name, ok=False, says=str(failed))
    except Exception as error:  # noqa: BLE001 - a part that is broken breaks in its own way
        report.add(name, ok=False, says=_where(error))


def _where(error: Exception) -> str:
    """The kind of an error and the line it came from; not its text, which may hold a path."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    missing = f" of {error.name}" if isinstance(error, ImportError) and error.name else ""
    return f"{type(error).__name__}{missing} at {Path(last.filename).name}:{last.lineno}."


def must(holds: bool, otherwise: str) -> None:
    """Raise Failed with `otherwise` unless it holds."""
    if not holds:
        raise Failed(otherwise)
