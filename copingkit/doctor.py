"""Looks whether all is well: keyring, files, integrity, backups, words. Prints no private text."""

from __future__ import annotations

import json
import os
import platform
import stat
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import PySide6

from copingkit import __version__, keeping
from copingkit.core.clock import SystemClock
from copingkit.core.errors import AlreadyOpen, EnvironmentProblem, VaultMissing
from copingkit.ui import messages
from copingkit.vault import backup
from copingkit.vault.connection import engine_version
from copingkit.vault.key_store import KeyringState
from copingkit.vault.system_keyring import keyring_name
from copingkit.vault.vault import Vault

STALE_DAYS = 7  # a backup is made on each day of use; an older one is worth a look


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

    def add(self, name: str, ok: bool | None, says: str) -> None:
        """One more finding."""
        self.findings.append(Finding(name, ok, says))

    def look(self, name: str, at: Callable[[], str]) -> None:
        """Add what `at` says, or the words of the problem it meets."""
        try:
            self.add(name, ok=True, says=at())
        except EnvironmentProblem as problem:
            self.add(name, ok=False, says=messages.words_for(problem).what)


def run(folder: Path | None, *, as_json: bool) -> int:
    """Print the report; returns 0 only when all is well."""
    report = examine(keeping.vault_in(folder))
    if as_json:
        content = {"well": report.well, "findings": [asdict(each) for each in report.findings]}
        print(json.dumps(content, indent=2))
    else:
        marks = {True: "ok", False: "NOT OK", None: "not looked at"}
        for each in report.findings:
            print(f"{each.name}: {marks[each.ok]}. {each.says}")
        print("All is well." if report.well else "Not all is well; see above.")
    return 0 if report.well else 1


def examine(vault: Vault) -> Report:
    """Look at everything that can be looked at without asking anybody anything."""
    report = Report()
    report.add("versions", ok=True, says=_versions())
    _keyring(report, vault)
    if not vault.exists():
        report.add("vault", ok=False, says=messages.words_for(VaultMissing()).what)
        return report
    report.look("slots", lambda: _slots(vault))
    _permissions(report, vault.folder)
    _backups(report, vault.folder)
    _integrity(report, vault)
    return report


def _versions() -> str:
    return (
        f"copingkit {__version__}, Python {platform.python_version()}, Qt {PySide6.__version__}, "
        f"SQLCipher {engine_version()}, {platform.system()} {platform.machine()}"
    )


def _keyring(report: Report, vault: Vault) -> None:
    state = vault.key_store.state()
    wanted = vault.exists() and _uses_keyring(vault)
    usable = state is KeyringState.READY
    says = f"{keyring_name()}: {state.value}."
    report.add("keyring", ok=usable or not wanted, says=says)


def _uses_keyring(vault: Vault) -> bool:
    try:
        ways = vault.ways()
    except EnvironmentProblem:
        return False
    return ways.keyring or ways.keyring_and_passphrase


def _slots(vault: Vault) -> str:
    slots = vault.slots()
    kinds = ", ".join(sorted({slot.kind.value for slot in slots.slots}))
    proved = slots.words_proved_at or slots.words_confirmed_at
    last = f"{proved:%Y-%m-%d}" if proved else "never"
    return f"Ways in: {kinds}. Recovery words last proved: {last}."


def _permissions(report: Report, folder: Path) -> None:
    """Folders 0700 and files 0600; Windows keeps its own rules by account."""
    if os.name == "nt":
        report.add("permissions", ok=True, says="By the rights of the account's own folder.")
        return
    open_to_others = [
        path.name
        for path in (folder, *folder.rglob("*"))
        if stat.S_IMODE(path.lstat().st_mode) & 0o077
    ]
    says = "Only this account may read the files."
    if open_to_others:
        says = f"Others on this computer may read: {', '.join(sorted(open_to_others))}."
    report.add("permissions", ok=not open_to_others, says=says)


def _backups(report: Report, folder: Path) -> None:
    found = backup.newest_good(folder)
    if found is None:
        report.add("backups", ok=False, says="There is no good backup yet.")
        return
    age = SystemClock().now() - found.made_at
    count = sum(1 for _ in (folder / backup.FOLDER).iterdir())
    says = f"{count} kept; the newest good one is of {found.made_at:%Y-%m-%d %H:%M} UTC."
    report.add("backups", ok=age.days <= STALE_DAYS, says=says)


def _integrity(report: Report, vault: Vault) -> None:
    """Open by the keyring without a prompt, and verify every page."""
    try:
        if not vault.ways().keyring:
            report.add("integrity", ok=None, says="Opening it takes a passphrase.")
            return
        with keeping.held(vault):
            opened = vault.unlock_with_keyring(quietly=True)
            try:
                opened.database.check()
            finally:
                opened.lock()
    except AlreadyOpen:
        report.add("integrity", ok=None, says="copingkit is open; close it and look again.")
    except EnvironmentProblem as problem:
        report.add("integrity", ok=False, says=messages.words_for(problem).what)
    else:
        report.add("integrity", ok=True, says="Every page of the database is whole.")
