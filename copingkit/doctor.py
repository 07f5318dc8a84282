"""Looks whether all is well: keyring, files, integrity, backups, words. Prints no private text."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from copingkit import keeping
from copingkit.core.errors import VaultMissing
from copingkit.findings import Report, versions
from copingkit.ui import messages
from copingkit.vault import backup, backup_rotation, examination, slots_file
from copingkit.vault.keyslots import KEYRING_KINDS, SlotKind, Slots
from copingkit.vault.system_keyring import keyring_name
from copingkit.vault.vault import DATABASE_NAME, Vault

BEHIND = timedelta(days=2)  # a backup is made on each day of use
_OURS = ("vault.", "keyslots", "lock", "backups", "copingkit-", "frontpage.", "preferences.")


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
        print(report.verdict)
    return 0 if report.well else 1


def examine(vault: Vault) -> Report:
    """Look at everything that can be looked at without asking anybody, and change nothing."""
    report = Report()
    report.add("versions", ok=True, says=versions())
    slots: Slots | None = None
    if vault.exists():
        with report.problems_of("slots"):
            slots = vault.slots()
    else:
        report.add("vault", ok=False, says=messages.words_for(VaultMissing()).what)
    key = _keyring(report, vault, slots)
    if slots is not None:
        _slots(report, vault.folder, slots)
        _words(report, slots)
        _integrity(report, vault, slots, key)
    if vault.exists():
        _permissions(report, vault.folder)
        _backups(report, vault.folder)
    return report


def _keyring(report: Report, vault: Vault, slots: Slots | None) -> bytes | None:
    """How the keyring is, and whether it holds this vault's key; gives the data key it opens."""
    says = f"{keyring_name()}: {vault.key_store.state().value}."
    if slots is None or not slots.of(*KEYRING_KINDS):
        report.add("keyring", ok=True, says=f"{says} No vault here uses it.")
        return None
    key = None
    with report.problems_of("keyring"):
        if slots.has(SlotKind.KEYRING):
            key = examination.key_by_keyring(slots, vault.key_store)
        else:
            vault.key_store.read_quietly(slots.vault_id)
        report.add("keyring", ok=True, says=f"{says} It holds a key for this vault.")
    return key


def _slots(report: Report, folder: Path, slots: Slots) -> None:
    kinds = ", ".join(sorted({str(slot.kind) for slot in slots.slots}))
    with report.problems_of("slots"):
        damaged = slots_file.damaged(folder)
        state = (
            f"Damaged or missing: {', '.join(damaged)}." if damaged else "Both copies are whole."
        )
        report.add("slots", ok=not damaged, says=f"{state} Ways in: {kinds}.")


def _words(report: Report, slots: Slots) -> None:
    """Words that nobody ever gave back may be lost or mistyped: Home reminds of them, too."""
    if not slots.has(SlotKind.WORDS):
        report.add("recovery words", ok=False, says="There are none for this vault.")
        return
    asked, proved = slots.words_confirmed_at, slots.words_proved_at
    says = f"Asked back at set-up: {_day(asked)}. Last proved: {_day(proved)}."
    report.add("recovery words", ok=bool(asked or proved), says=says)


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d}" if moment else "never"


def _integrity(report: Report, vault: Vault, slots: Slots, key: bytes | None) -> None:
    path = vault.folder / DATABASE_NAME
    if not path.is_file():
        report.add("integrity", ok=False, says=f"There is no {DATABASE_NAME}.")
    elif key is None:
        report.add("integrity", ok=None, says="Reading the database takes a passphrase or words.")
    else:
        with report.problems_of("integrity"), keeping.held(vault):
            examination.verify(path, key, slots.vault_id)
            report.add("integrity", ok=True, says="Every page of the database is whole.")


def _permissions(report: Report, folder: Path) -> None:
    """Folders 0700 and files 0600; Windows keeps its own rules by account."""
    if os.name == "nt":
        report.add("permissions", ok=True, says="By the rights of the account's own folder.")
        return
    names = sorted({_shown(path, folder) for path in (folder, *folder.rglob("*")) if _open(path)})
    says = "Only this account may read the files."
    if names:
        says = f"Others on this computer may read: {', '.join(names)}."
    report.add("permissions", ok=not names, says=says)


def _open(path: Path) -> bool:
    try:
        return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
    except OSError:  # a link to nowhere, or gone meanwhile
        return False


def _shown(path: Path, folder: Path) -> str:
    """A name that can be printed: what others put here may be called after anything."""
    if path == folder:
        return "the folder itself"
    return path.name if path.name.startswith(_OURS) else "something that is not ours"


def _backups(report: Report, folder: Path) -> None:
    count = len(backup_rotation.dated(folder / backup.FOLDER))
    found = backup.newest_good(folder)
    if found is None:
        says = f"{count} kept, but none is good." if count else "There is none yet."
        report.add("backups", ok=False, says=says)
        return
    newest = backup_rotation.dated(folder / backup.FOLDER)[-1][1]
    says = f"{count} kept; the newest good one is of {found.made_at:%Y-%m-%d %H:%M} UTC."
    if found.path != newest:
        says += " A newer one is damaged."
    behind = _changed_at(folder) - found.made_at > BEHIND
    if behind:
        says += " The vault was changed long after it."
    report.add("backups", ok=found.path == newest and not behind, says=says)


def _changed_at(folder: Path) -> datetime:
    """When the database was last written to."""
    times = [path.stat().st_mtime for path in folder.glob(f"{DATABASE_NAME}*")]
    return datetime.fromtimestamp(max(times, default=0), UTC)
