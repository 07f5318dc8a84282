"""A vault with a plan in it, made without the window, for journeys that begin on a later day."""

from __future__ import annotations

from pathlib import Path

from copingkit.core.clock import SystemClock
from copingkit.preferences.preferences import Preferences, PreferencesFile
from copingkit.shell import registry
from copingkit.tools.safety_plan.model import Plan
from copingkit.tools.safety_plan.records import PLAN
from copingkit.vault.system_keyring import SystemKeyring
from copingkit.vault.vault import Vault
from tests.support.plans import sample_plan

SETTLED = Preferences(theme="light", country="DE")


def real_vault(folder: Path) -> Vault:
    """The vault of the program in `folder`, with this session's keyring."""
    return Vault(folder, SystemKeyring(), registry.all_kinds(), SystemClock())


def make_vault(
    folder: Path,
    *,
    plan: Plan | None = None,
    passphrase: str | None = None,
    keyring: bool = True,
    snapshot: bool = False,
) -> str:
    """Make the vault and its preferences; gives the recovery words as one would type them."""
    PreferencesFile(folder / "preferences.json").save(SETTLED)
    made = real_vault(folder).create(keyring=keyring, passphrase=passphrase)
    made.open.records.save(PLAN, plan or sample_plan())
    made.open.confirm_words()
    if snapshot:
        made.open.snapshot_if_due()
    made.open.lock()
    return " ".join(made.words)


def plan_in(folder: Path) -> Plan:
    """The plan on the disk, read with the keyring's key."""
    opened = real_vault(folder).unlock_with_keyring(quietly=True)
    try:
        return opened.records.find(PLAN, limit=1)[0].value
    finally:
        opened.lock()
