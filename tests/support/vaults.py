"""Vaults for tests: in a folder of their own, with passphrases that cost little."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from copingkit.core.records import Line, RecordKind
from copingkit.vault.cipher import Argon2Costs
from copingkit.vault.key_store import KeyStore
from copingkit.vault.vault import Vault
from tests.support.clock import HandClock

CHEAP = Argon2Costs(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "a grey heron at seven"


@dataclass(frozen=True)
class Sentence:
    """A record of one sentence."""

    text: str


SENTENCE = RecordKind("tests.sentence", Sentence, lambda value: [Line(value.text)])


def vault_in(folder: Path, key_store: KeyStore, clock: HandClock | None = None) -> Vault:
    """The vault in `folder`, which need not exist."""
    return Vault(folder, key_store, (SENTENCE,), clock or HandClock(), CHEAP)
