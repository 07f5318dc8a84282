"""`copingkit doctor` finds what is wrong, tells nothing private, and changes nothing."""

from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from copingkit import cli, doctor
from copingkit.vault.backup_rotation import name_for
from copingkit.vault.single_instance import LOCK_NAME, InstanceLock
from copingkit.vault.system_keyring import SystemKeyring
from copingkit.vault.vault import Vault
from tests.support.damage import flip
from tests.support.own_vault import MARKER, made, own_vault
from tests.support.real_keyring import RealKeyring
from tests.support.vaults import PASSPHRASE


@pytest.fixture
def vault(tmp_path: Path, real_keyring: RealKeyring) -> Vault:
    """A vault with all that doctor looks at in order."""
    vault = own_vault(tmp_path / "vault")
    made(vault)
    return vault


def findings(vault: Vault) -> dict[str, bool | None]:
    """What doctor made of each thing."""
    return {each.name: each.ok for each in doctor.examine(vault).findings}


def said(vault: Vault, name: str) -> str:
    return " ".join(each.says for each in doctor.examine(vault).findings if each.name == name)


def not_well(vault: Vault) -> set[str]:
    return {name for name, ok in findings(vault).items() if ok is not True}


def files(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every file's content, time and mode, the lock apart."""
    return {
        str(path.relative_to(folder)): (
            path.read_bytes(),
            path.stat().st_mtime_ns,
            path.stat().st_mode,
        )
        for path in folder.rglob("*")
        if path.is_file() and path.name != LOCK_NAME
    }


def test_all_is_well(
    vault: Vault, capsys: pytest.CaptureFixture[str], tmp_path: Path, own_home: Path
) -> None:
    before = files(vault.folder)
    assert cli.main(["--vault", str(vault.folder), "doctor"]) == 0
    printed = capsys.readouterr().out
    assert printed.endswith("All is well.\n")
    assert "Secret Service: ready. It holds a key for this vault." in printed
    assert "SQLCipher 4." in printed
    assert "Every page of the database is whole." in printed
    assert "1 kept" in printed
    for private in (MARKER, MARKER.split()[1], str(tmp_path), str(own_home)):
        assert private not in printed
    assert files(vault.folder) == before


def test_it_is_said_as_json(vault: Vault, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--vault", str(vault.folder), "doctor", "--json"]) == 0
    content = json.loads(capsys.readouterr().out)
    assert content["well"] is True
    assert {"name": "permissions", "ok": True, "says": "Only this account may read the files."} in (
        content["findings"]
    )
    (vault.folder / "backups").rename(vault.folder.parent / "away")
    assert cli.main(["--vault", str(vault.folder), "doctor", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["well"] is False


def test_no_vault_is_not_well_and_none_is_made(tmp_path: Path, real_keyring: RealKeyring) -> None:
    vault = own_vault(tmp_path / "none")
    assert not_well(vault) == {"vault"}
    assert not vault.folder.exists()


def test_a_wiped_keyring_is_found(vault: Vault, real_keyring: RealKeyring) -> None:
    real_keyring.wipe()
    assert not_well(vault) == {"keyring", "integrity"}
    assert "holds no key for this vault" in said(vault, "keyring")


def test_a_locked_keyring_is_found_without_a_question(
    vault: Vault, real_keyring: RealKeyring
) -> None:
    real_keyring.answer_prompts("ignore")
    real_keyring.lock()
    assert findings(vault)["keyring"] is False
    assert "locked" in said(vault, "keyring")
    assert real_keyring.prompts() == ["ready"]


def test_no_keyring_at_all_is_found(
    tmp_path: Path, vault: Vault, real_keyring: RealKeyring
) -> None:
    real_keyring.stop_daemon()
    assert "no keyring" in said(vault, "keyring")


@pytest.mark.parametrize("page", [0, 1, 6])
def test_a_damaged_database_is_found_and_left_as_it_is(vault: Vault, page: int) -> None:
    flip(vault.folder / "vault.db", 4096 * page + 1000)
    before = files(vault.folder)
    assert not_well(vault) == {"integrity"}
    assert "vault.db" in said(vault, "integrity")
    assert files(vault.folder) == before


def test_a_missing_database_is_found(vault: Vault) -> None:
    (vault.folder / "vault.db").unlink()
    assert "integrity" in not_well(vault)
    assert not (vault.folder / "vault.db").exists()


def test_a_damaged_slots_file_is_found_and_not_mended(vault: Vault) -> None:
    flip(vault.folder / "keyslots.json", 200)
    before = files(vault.folder)
    assert not_well(vault) == {"slots"}
    assert "keyslots.json" in said(vault, "slots")
    flip(vault.folder / "keyslots.copy.json", 200)
    assert not_well(vault) == {"slots"}  # nothing more can be told without them
    (vault.folder / "keyslots.copy.json").write_bytes(before["keyslots.copy.json"][0])
    assert files(vault.folder)["keyslots.json"] == before["keyslots.json"]


def test_missing_backups_are_found(vault: Vault) -> None:
    shutil.rmtree(vault.folder / "backups")
    assert not_well(vault) == {"backups"}
    assert said(vault, "backups") == "There is none yet."


def test_damaged_backups_are_found(vault: Vault) -> None:
    (only,) = (vault.folder / "backups").iterdir()
    newer = only.with_name(name_for(datetime.now(UTC) + timedelta(hours=1)))
    shutil.copy(only, newer)
    flip(newer, newer.stat().st_size // 2)
    assert not_well(vault) == {"backups"}
    assert "A newer one is damaged." in said(vault, "backups")
    flip(only, only.stat().st_size // 2)
    assert said(vault, "backups") == "2 kept, but none is good."


def test_backups_that_stopped_are_found(vault: Vault) -> None:
    changed = (datetime.now(UTC) + timedelta(days=3)).timestamp()
    os.utime(vault.folder / "vault.db", (changed, changed))
    assert not_well(vault) == {"backups"}


def test_an_old_backup_of_an_unchanged_vault_is_well(vault: Vault) -> None:
    long_ago = (datetime.now(UTC) - timedelta(days=90)).timestamp()
    os.utime(vault.folder / "vault.db", (long_ago, long_ago))
    assert not not_well(vault)


def test_a_file_that_others_can_read_is_found(vault: Vault) -> None:
    (vault.folder / "vault.db").chmod(0o644)
    assert not_well(vault) == {"permissions"}
    assert "vault.db" in said(vault, "permissions")
    (vault.folder / "vault.db").chmod(0o600)
    vault.folder.chmod(0o755)
    assert "the folder itself" in said(vault, "permissions")


def test_names_of_other_files_are_not_told(vault: Vault) -> None:
    letter = vault.folder / "letter to Mira.txt"
    letter.write_text("")
    letter.chmod(0o644)
    (vault.folder / "link to nowhere").symlink_to("nowhere")
    assert said(vault, "permissions").endswith("may read: something that is not ours.")


def test_words_that_were_never_given_back_are_found(
    tmp_path: Path, real_keyring: RealKeyring
) -> None:
    vault = own_vault(tmp_path / "vault")
    created = vault.create(keyring=True, passphrase=None)
    created.open.snapshot_if_due()
    created.open.lock()
    assert not_well(vault) == {"recovery words"}
    assert said(vault, "recovery words") == "Asked back at set-up: never. Last proved: never."
    opened = vault.unlock_with_keyring(quietly=True)
    opened.prove_words(" ".join(created.words))
    opened.lock()
    assert not not_well(vault)
    assert "never. Last proved: 2" in said(vault, "recovery words")


def test_a_vault_without_words_is_found(tmp_path: Path, real_keyring: RealKeyring) -> None:
    vault = own_vault(tmp_path / "vault")
    vault.create(keyring=True, passphrase=None, words=False).open.lock()
    assert "recovery words" in not_well(vault)


def test_before_its_first_backup_a_new_vault_says_so(
    tmp_path: Path, real_keyring: RealKeyring
) -> None:
    vault = own_vault(tmp_path / "vault")
    created = vault.create(keyring=True, passphrase=None)
    created.open.confirm_words()
    created.open.lock()
    assert not_well(vault) == {"backups"}


def test_a_passphrase_is_not_asked_for(tmp_path: Path, real_keyring: RealKeyring) -> None:
    for name, keyring in (("alone", False), ("beside the keyring", True)):
        vault = own_vault(tmp_path / name)
        made(vault, keyring=keyring, passphrase=PASSPHRASE)
        assert not_well(vault) == {"integrity"}
        assert findings(vault)["integrity"] is None
        assert "not everything could be looked at" in doctor.examine(vault).verdict


def test_an_open_vault_is_left_alone(vault: Vault) -> None:
    holder = InstanceLock(vault.folder)
    holder.take()
    try:
        report = {each.name: each for each in doctor.examine(vault).findings}
    finally:
        holder.release()
    assert report["integrity"].ok is None
    assert "copingkit is open" in report["integrity"].says


def test_the_usual_keyring_is_the_systems_own(vault: Vault) -> None:
    from copingkit import keeping

    assert isinstance(keeping.vault_in(vault.folder).key_store, SystemKeyring)
