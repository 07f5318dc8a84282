"""Checks of what keeps the data: a vault, its ways in, a backup, this computer's keyring."""

from __future__ import annotations

import threading

from copingkit.core.clock import SystemClock
from copingkit.core.errors import EnvironmentProblem, WrongPassphrase
from copingkit.core.ids import new_id
from copingkit.selftest.trial import PASSPHRASE, SENTENCE, Missing, Trial, must
from copingkit.shell import registry
from copingkit.tools.safety_plan.model import Item, Sort, Step
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.vault import backup
from copingkit.vault.cipher import random_key
from copingkit.vault.key_store import KeyringState
from copingkit.vault.system_keyring import SystemKeyring, keyring_name
from copingkit.vault.vault import OpenVault, Vault

_PATIENCE_S = 20.0  # for a keyring that asks whether this program may use it


def _vault(trial: Trial) -> Vault:
    return Vault(trial.vault, SystemKeyring(), registry.all_kinds(), SystemClock())


def vault(trial: Trial) -> str:
    """A vault is made, locked and opened again by its passphrase and by its words."""
    vault = _vault(trial)
    created = vault.create(keyring=False, passphrase=PASSPHRASE)
    plan = SafetyPlanService(created.open.records, SystemClock())
    plan.add(Step.WARNING_SIGNS, Item(new_id(), Sort.ENTRY, SENTENCE))
    created.open.snapshot_if_due()
    created.open.lock()
    must(_read(vault.unlock_with_passphrase(PASSPHRASE)), "What was saved did not come back.")
    must(_read(vault.unlock_with_words(" ".join(created.words))), "The words opened another vault.")
    try:
        vault.unlock_with_passphrase(f"not {PASSPHRASE}").lock()
    except WrongPassphrase:
        return "Made, locked, opened by passphrase and by words; a wrong passphrase is refused."
    return _must_not("A wrong passphrase opened it.")


def encrypted(trial: Trial) -> str:
    """No file of the vault holds what was written, nor is the database a plain one."""
    files = [path for path in trial.vault.rglob("*") if path.is_file()]
    contents = [path.read_bytes() for path in files]
    for written in (SENTENCE, SENTENCE.split()[-1]):
        must(not any(written.encode() in one for one in contents), "A file holds plain text.")
    plain = any(one.startswith(b"SQLite format 3") for one in contents)
    must(not plain, "The database is not encrypted.")
    found = backup.newest_good(trial.vault)
    must(found is not None, "There is no backup that is whole.")
    return f"{len(files)} files, none of which can be read; the backup is whole."


def keyring(_trial: Trial) -> str:
    """This computer's keyring keeps a key, gives it back and lets it be removed."""
    store, name, key_id, key = SystemKeyring(), keyring_name(), new_id(), random_key()
    state = store.state()
    if state is not KeyringState.READY:
        raise Missing(f"{name}: {state.value}. A passphrase does without it.")
    abandoned = threading.Event()
    timer = threading.Timer(_PATIENCE_S, abandoned.set)
    timer.start()
    try:
        store.set(key_id, key, abandoned)
        must(store.read_quietly(key_id) == key, f"{name} gave back another key.")
    finally:
        timer.cancel()
        store.delete(key_id)
    try:
        store.read_quietly(key_id)
    except EnvironmentProblem:
        return f"{name}: a key was kept, given back and removed."
    return _must_not(f"{name} still has a key that was removed.")


def _read(opened: OpenVault) -> bool:
    """Whether the sentence is in the plan; the vault is locked afterwards."""
    plan = SafetyPlanService(opened.records, SystemClock()).plan
    opened.lock()
    return [item.text for item in plan.items(Step.WARNING_SIGNS)] == [SENTENCE]


def _must_not(says: str) -> str:
    must(holds=False, otherwise=says)
    return says
