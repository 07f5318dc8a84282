"""Backup, restore, export and import from the command line, as the program itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copingkit.vault.single_instance import InstanceLock
from tests.support import terminal
from tests.support.damage import flip
from tests.support.own_vault import MARKER, first_line, made, own_vault
from tests.support.real_keyring import RealKeyring
from tests.support.terminal import Done
from tests.support.vaults import PASSPHRASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


def command(folder: Path, *arguments: str | Path) -> Done:
    """Run the program on that vault; it never ends in a traceback."""
    done = terminal.run("--vault", str(folder), *map(str, arguments))
    assert "Traceback" not in done.out
    return done


def typing(answer: str, folder: Path, *arguments: str | Path) -> Done:
    """The same at a terminal, where what is typed is not shown."""
    done = terminal.run_typing(answer, "--vault", str(folder), *map(str, arguments))
    assert "Traceback" not in done.out
    assert not answer.strip() or answer.strip() not in done.out
    return done


def test_a_backup_made_by_the_keyring_opens_elsewhere_by_words(
    folder: Path, tmp_path: Path, real_keyring: RealKeyring
) -> None:
    words = made(own_vault(folder))
    file = tmp_path / "copy.backup"
    done = command(folder, "backup", file)
    assert done == Done(
        0, "Written and read back: copy.backup. It opens with the recovery words or passphrase.\n"
    )
    assert MARKER.encode() not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0
    elsewhere = tmp_path / "elsewhere"
    restored = command(elsewhere, "restore", file)
    assert restored.status == 0
    assert "Brought back from 20" in restored.out
    assert first_line(own_vault(elsewhere).unlock_with_words(words)) == MARKER


def test_restoring_over_a_vault_has_to_be_asked_for(
    folder: Path, tmp_path: Path, real_keyring: RealKeyring
) -> None:
    words = made(own_vault(folder))
    file = tmp_path / "copy.backup"
    assert command(folder, "backup", file).status == 0
    other = tmp_path / "other"
    made(own_vault(other), text="The other plan")
    refused = command(other, "restore", file)
    assert refused.status == 1
    assert refused.out.startswith("Something is kept in this folder already.")
    there = own_vault(other).unlock_with_keyring(quietly=True)
    assert first_line(there) == "The other plan"
    before = (other / "keyslots.json").read_bytes()
    assert command(other, "restore", file, "--replace").status == 0
    assert first_line(own_vault(other).unlock_with_words(words)) == MARKER
    aside = [path.read_bytes() for path in other.glob("keyslots*")]
    assert before in aside
    assert len(list(other.glob("vault*"))) >= 2


def test_an_export_is_a_new_vault_again(
    folder: Path, tmp_path: Path, real_keyring: RealKeyring
) -> None:
    made(own_vault(folder))
    file, again = tmp_path / "all.json", tmp_path / "again.json"
    exported = command(folder, "export", file)
    assert exported.status == 0
    assert "not protected" in exported.out
    assert MARKER in file.read_text("utf-8")
    other = own_vault(tmp_path / "other")
    other.create(keyring=True, passphrase=None).open.lock()
    brought = command(other.folder, "import", file)
    assert brought == Done(0, "1 record brought in.\n")
    assert first_line(other.unlock_with_keyring(quietly=True)) == MARKER
    assert command(other.folder, "export", again).status == 0
    one, two = (json.loads(path.read_text("utf-8")) for path in (file, again))
    assert one["records"] == two["records"]


def test_importing_into_a_vault_that_is_not_empty_is_refused(
    folder: Path, tmp_path: Path, real_keyring: RealKeyring
) -> None:
    made(own_vault(folder))
    file = tmp_path / "all.json"
    command(folder, "export", file)
    refused = command(folder, "import", file)
    assert refused.status == 1
    assert "already" in refused.out


@pytest.mark.parametrize(
    "arguments",
    [("backup", "b"), ("export", "e"), ("import", "i")],
    ids=lambda arguments: arguments[0],
)
def test_without_a_vault_it_says_so_and_makes_none(
    folder: Path, arguments: tuple[str, str], tmp_path: Path
) -> None:
    done = command(folder, arguments[0], tmp_path / arguments[1])
    assert done.status == 1
    assert done.out.startswith("There is nothing kept in this folder yet.")
    assert not folder.exists()


@pytest.mark.parametrize("keyring", [True, False], ids=["beside the keyring", "alone"])
def test_a_passphrase_is_asked_on_the_terminal_alone(
    folder: Path, tmp_path: Path, real_keyring: RealKeyring, keyring: bool
) -> None:
    made(own_vault(folder), keyring=keyring, passphrase=PASSPHRASE)
    file = tmp_path / "copy.backup"
    unasked = command(folder, "backup", file)
    assert unasked.status == 1
    assert "Run the same command in a terminal." in unasked.out
    wrong = typing("not this one\n", folder, "backup", file)
    assert wrong.status == 1
    assert "This passphrase does not open the vault." in wrong.out
    assert not file.exists()
    right = typing(f"{PASSPHRASE}\n", folder, "backup", file)
    assert right.status == 0
    assert right.out.startswith("Passphrase: ")
    assert file.exists()


def test_without_the_keyrings_key_the_words_are_asked_for(
    folder: Path, tmp_path: Path, real_keyring: RealKeyring
) -> None:
    words = made(own_vault(folder))
    real_keyring.wipe()
    file = tmp_path / "all.json"
    unasked = command(folder, "export", file)
    assert unasked.status == 1
    assert "holds no key for this vault" in unasked.out
    done = typing(f"{words}\n", folder, "export", file)
    assert done.status == 0
    assert MARKER in file.read_text("utf-8")


@pytest.mark.parametrize("keys", [terminal.CTRL_C, "\x04"], ids=["Ctrl+C", "Ctrl+D"])
def test_the_question_can_be_left(
    folder: Path, tmp_path: Path, real_keyring: RealKeyring, keys: str
) -> None:
    made(own_vault(folder), keyring=False, passphrase=PASSPHRASE)
    done = typing(keys, folder, "backup", tmp_path / "b")
    assert done.status == 1
    assert "Stopped. Nothing was changed." in done.out


def test_a_damaged_vault_is_named_and_nothing_is_asked(
    folder: Path, tmp_path: Path, real_keyring: RealKeyring
) -> None:
    made(own_vault(folder))
    (folder / "vault.db").write_bytes(b"")
    done = typing("", folder, "backup", tmp_path / "b")
    assert done.status == 1
    assert "damaged or missing: vault.db" in done.out
    assert "words:" not in done.out


def test_a_damaged_backup_is_refused(
    folder: Path, tmp_path: Path, real_keyring: RealKeyring
) -> None:
    made(own_vault(folder))
    (file,) = (folder / "backups").iterdir()
    flip(file, file.stat().st_size // 2)
    done = command(tmp_path / "new", "restore", file)
    assert done.status == 1
    assert "backup is damaged" in done.out
    assert not own_vault(tmp_path / "new").exists()


def test_an_open_vault_is_left_alone(
    folder: Path, tmp_path: Path, real_keyring: RealKeyring
) -> None:
    made(own_vault(folder))
    holder = InstanceLock(folder)
    holder.take()
    try:
        for arguments in (("backup", tmp_path / "b"), ("restore", tmp_path / "b", "--replace")):
            done = command(folder, *arguments)
            assert done.status == 1
            assert "open already" in done.out
    finally:
        holder.release()


def test_a_place_that_cannot_be_written_to_is_named(
    folder: Path, tmp_path: Path, real_keyring: RealKeyring
) -> None:
    made(own_vault(folder))
    for name in ("backup", "export"):
        done = command(folder, name, tmp_path / "no such folder" / "file")
        assert done.status == 1
        assert "may not write here: no such folder." in done.out
        done = command(folder, name, tmp_path)
        assert f"may not write here: {tmp_path.name}." in done.out
