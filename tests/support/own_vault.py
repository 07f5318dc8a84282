"""A vault as the program itself makes it: every kind of record, the system's keyring and clock."""

from __future__ import annotations

from pathlib import Path

from copingkit.core.clock import Clock, SystemClock
from copingkit.shell import registry
from copingkit.tools.safety_plan.model import Item, Sort, Step
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.vault.key_store import KeyStore
from copingkit.vault.system_keyring import SystemKeyring
from copingkit.vault.vault import OpenVault, Vault
from tests.support.vaults import CHEAP

MARKER = "The zebra-striped kite over Mallowfield"


def own_vault(folder: Path, key_store: KeyStore | None = None, clock: Clock | None = None) -> Vault:
    """The vault in `folder`; passphrases cost little."""
    keyring = key_store or SystemKeyring(patience=1.0)
    return Vault(folder, keyring, registry.all_kinds(), clock or SystemClock(), CHEAP)


def with_plan(opened: OpenVault, text: str = MARKER) -> OpenVault:
    """One warning sign is written down."""
    service = SafetyPlanService(opened.records, SystemClock())
    service.add(Step.WARNING_SIGNS, Item("1", Sort.ENTRY, text))
    return opened


def made(
    vault: Vault, *, keyring: bool = True, passphrase: str | None = None, text: str = MARKER
) -> str:
    """A vault with a plan of one line, confirmed words and a backup, closed; gives its words."""
    created = vault.create(keyring=keyring, passphrase=passphrase)
    with_plan(created.open, text).confirm_words()
    created.open.snapshot_if_due()
    created.open.lock()
    return " ".join(created.words)


def first_line(opened: OpenVault) -> str:
    """What the plan's first warning sign says; the vault is locked afterwards."""
    plan = SafetyPlanService(opened.records, SystemClock()).plan
    opened.lock()
    return plan.items(Step.WARNING_SIGNS)[0].text
