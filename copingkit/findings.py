"""What `doctor` and `selftest` tell: findings, and whether all of them are good."""

from __future__ import annotations

import contextlib
import platform
from collections.abc import Iterator
from dataclasses import dataclass, field

import PySide6

from copingkit import __version__
from copingkit.core.errors import AlreadyOpen, EnvironmentProblem
from copingkit.ui import messages
from copingkit.vault.connection import engine_version


@dataclass
class Finding:
    """One thing that was looked at; `ok` is None where it could not be."""

    name: str
    ok: bool | None
    says: str


@dataclass
class Report:
    """All findings; all is well only when each of them is."""

    findings: list[Finding] = field(default_factory=list)

    @property
    def well(self) -> bool:
        """Whether every finding is good."""
        return all(finding.ok is True for finding in self.findings)

    @property
    def failed(self) -> bool:
        """Whether some finding is bad, those apart that could not be looked at."""
        return any(finding.ok is False for finding in self.findings)

    @property
    def verdict(self) -> str:
        """One sentence over all findings."""
        if self.well:
            return "All is well."
        if self.failed:
            return "Not all is well; see above."
        return "What was looked at is well, but not everything could be looked at; see above."

    def add(self, name: str, ok: bool | None, says: str) -> None:
        """One more finding."""
        self.findings.append(Finding(name, ok, says))

    @contextlib.contextmanager
    def problems_of(self, name: str) -> Iterator[None]:
        """Add the words of a problem that is met inside as a finding."""
        try:
            yield
        except AlreadyOpen:
            self.add(name, ok=None, says="copingkit is open; close it and look again.")
        except EnvironmentProblem as problem:
            self.add(name, ok=False, says=messages.words_for(problem).what)


def versions() -> str:
    """This program, what it is built on, and the system, in one line."""
    return (
        f"copingkit {__version__}, Python {platform.python_version()}, Qt {PySide6.__version__}, "
        f"SQLCipher {engine_version()}, {platform.system()} {platform.machine()}"
    )
