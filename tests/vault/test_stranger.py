"""A stranger with SECURITY.md, the keys and 40 lines of Python opens the vault with `sqlcipher`.

The function `data_key` is what the document describes, written without copingkit; the database
is opened by the system's own `sqlcipher` program.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import json
import re
import shutil
import sqlite3
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from mnemonic import Mnemonic

from copingkit.vault.system_keyring import SystemKeyring, native_backend
from copingkit.vault.vault import Vault
from tests.fakes import FakeKeyStore
from tests.support.real_keyring import RealKeyring
from tests.support.sqlcipher_pages import decrypted
from tests.support.vaults import PASSPHRASE, SENTENCE, Sentence

ROOT = Path(__file__).parents[2]
# where the system's own is older: Debian 13's, unpacked by packaging/linux/newer_sqlcipher.sh
UNPACKED = ROOT / "build" / "sqlcipher4" / "sqlcipher"
SQLCIPHER = str(UNPACKED) if UNPACKED.exists() else shutil.which("sqlcipher")


def version_of_the_program() -> int:
    """Debian's `sqlcipher`: its major version, 0 when there is none."""
    if SQLCIPHER is None:
        return 0
    asked = subprocess.run(
        [SQLCIPHER, ":memory:"],
        input="PRAGMA key = 'x'; PRAGMA cipher_version;",
        capture_output=True,
        text=True,
        check=True,
    )
    version = re.search(r"(\d+)\.\d+\.\d+", asked.stdout)
    return int(version[1]) if version else 0


# --- the stranger's program ---------------------------------------------------------------------


def data_key(slots_file: Path, kind: str, **given: Any) -> bytes:
    content = json.loads(slots_file.read_text())
    checksum = content.pop("checksum")
    assert checksum == hashlib.sha256(canonical(content)).hexdigest()
    slot = next(slot for slot in content["slots"] if slot["kind"] == kind)
    kdf = slot["kdf"]
    salt = bytes.fromhex(kdf.get("salt", ""))
    if kind == "keyring":
        key = given["secret"]
    elif kind == "passphrase":
        key = argon2id(given["passphrase"], kdf)
    elif kind == "keyring+passphrase":
        both = given["secret"] + argon2id(given["passphrase"], kdf)
        key = hkdf(both, salt, b"copingkit keyring+passphrase")
    else:
        entropy = bytes(Mnemonic("english").to_entropy(given["words"]))
        key = hkdf(entropy, salt, b"copingkit recovery words")
    bound = {"format": 1, "vault": content["vault"], "slot": slot["id"], "kind": kind, "kdf": kdf}
    wrapped = bytes.fromhex(slot["wrapped"])
    return AESGCM(key).decrypt(bytes.fromhex(slot["nonce"]), wrapped, canonical(bound))


def canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def argon2id(passphrase: str, kdf: dict[str, Any]) -> bytes:
    return Argon2id(
        salt=bytes.fromhex(kdf["salt"]),
        length=32,
        iterations=kdf["passes"],
        lanes=kdf["lanes"],
        memory_cost=kdf["memory_kib"],
    ).derive(unicodedata.normalize("NFC", passphrase).encode())


def hkdf(secret: bytes, salt: bytes, info: bytes) -> bytes:
    extracted = hmac.digest(salt, secret, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")


def sqlcipher(database: Path, key: bytes, question: str) -> str:
    script = f"PRAGMA key = \"x'{key.hex()}'\";\nPRAGMA integrity_check;\n{question}\n"
    done = subprocess.run(
        [str(SQLCIPHER), str(database)], input=script, capture_output=True, text=True, check=True
    )
    return done.stdout


# --- what the stranger meets --------------------------------------------------------------------


def written_vault(folder: Path, **how: Any) -> tuple[str, ...]:
    """A vault of ours with one record, at full cost; gives its words."""
    store = how.pop("key_store", None) or FakeKeyStore()
    made = Vault(folder, store, (SENTENCE,)).create(**how)
    made.open.records.save(SENTENCE, Sentence("The heron stands still."))
    made.open.lock()
    return made.words


def assert_readable(folder: Path, key: bytes) -> None:
    assert_readable_page_by_page(folder, key)
    if version_of_the_program() >= 4:  # Debian 12 has 3.4, which reads no file of SQLCipher 4
        shown = sqlcipher(folder / "vault.db", key, "SELECT kind, body FROM record;")
        assert "ok" in shown.splitlines()
        assert 'tests.sentence|{"text":"The heron stands still."}' in shown


def assert_readable_page_by_page(folder: Path, key: bytes) -> None:
    plain = decrypted((folder / "vault.db").read_bytes(), key)
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(plain)
        rows = database.execute("SELECT kind, body FROM record").fetchall()
    assert rows == [("tests.sentence", '{"text":"The heron stands still."}')]


class TestTheStranger:
    def test_with_the_keyrings_secret(self, tmp_path: Path) -> None:
        store = FakeKeyStore()
        written_vault(tmp_path / "v", keyring=True, passphrase=None, key_store=store)
        (secret,) = store.kept.values()
        assert_readable(
            tmp_path / "v", data_key(tmp_path / "v/keyslots.json", "keyring", secret=secret)
        )

    def test_with_the_real_keyring(self, tmp_path: Path, real_keyring: RealKeyring) -> None:
        written_vault(tmp_path / "v", keyring=True, passphrase=None, key_store=SystemKeyring())
        vault_id = json.loads((tmp_path / "v/keyslots.json").read_text())["vault"]
        text = native_backend("linux").get_password("copingkit", vault_id)
        assert text is not None
        secret = base64.b64decode(text)
        assert_readable(
            tmp_path / "v", data_key(tmp_path / "v/keyslots.json", "keyring", secret=secret)
        )

    def test_with_keyring_and_passphrase(self, tmp_path: Path) -> None:
        store = FakeKeyStore()
        written_vault(tmp_path / "v", keyring=True, passphrase=PASSPHRASE, key_store=store)
        (secret,) = store.kept.values()
        key = data_key(
            tmp_path / "v/keyslots.json",
            "keyring+passphrase",
            secret=secret,
            passphrase=PASSPHRASE,
        )
        assert_readable(tmp_path / "v", key)

    def test_with_a_passphrase(self, tmp_path: Path) -> None:
        written_vault(tmp_path / "v", keyring=False, passphrase=PASSPHRASE)
        key = data_key(tmp_path / "v/keyslots.json", "passphrase", passphrase=PASSPHRASE)
        assert_readable(tmp_path / "v", key)

    def test_with_the_words(self, tmp_path: Path) -> None:
        words = written_vault(tmp_path / "v", keyring=False, passphrase=PASSPHRASE)
        key = data_key(tmp_path / "v/keyslots.json", "words", words=" ".join(words))
        assert_readable(tmp_path / "v", key)

    def test_without_the_key_there_is_nothing_to_see(self, tmp_path: Path) -> None:
        written_vault(tmp_path / "v", keyring=False, passphrase=PASSPHRASE)
        with pytest.raises(ValueError, match="wrong key"):
            assert_readable_page_by_page(tmp_path / "v", bytes(32))


@pytest.mark.skipif(version_of_the_program() < 4, reason="needs a sqlcipher program of version 4")
def test_the_program_sees_nothing_without_the_key(tmp_path: Path) -> None:
    written_vault(tmp_path / "v", keyring=False, passphrase=PASSPHRASE)
    with pytest.raises(subprocess.CalledProcessError):
        sqlcipher(tmp_path / "v/vault.db", bytes(32), "SELECT body FROM record;")


def test_the_strangers_program_is_in_the_document() -> None:
    """SECURITY.md shows the very code above, so the two cannot drift apart."""
    here = Path(__file__)
    source = here.read_text(encoding="utf-8")
    program = source.partition("def data_key(")[2].partition("def sqlcipher(")[0].strip()
    document = (here.parents[2] / "SECURITY.md").read_text(encoding="utf-8")
    assert program in document
    assert len(program.splitlines()) <= 40
