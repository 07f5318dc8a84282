"""The quick look that tells a vault from what is none."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from copingkit.core.errors import DatabaseDamaged, FolderGone, NewerFormat
from copingkit.vault import schema, wholeness
from copingkit.vault.connection import Connection
from tests.support.vault_files import KEY, VAULT_ID


def test_nothing_there_or_nothing_in_it_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "vault.db"
    with pytest.raises(DatabaseDamaged):
        wholeness.must_be_there(path)
    path.touch()
    with pytest.raises(DatabaseDamaged):
        wholeness.must_be_there(path)
    path.write_bytes(b"x")
    wholeness.must_be_there(path)
    with pytest.raises(FolderGone) as caught:
        wholeness.must_be_there(tmp_path / "stick" / "vault.db")
    assert caught.value.name == "stick"


@pytest.mark.parametrize(
    ("size", "expected"), [(None, False), (0, False), (4095, False), (4096, True), (8192, True)]
)
def test_whole_pages_may_be_a_whole_file(tmp_path: Path, size: int | None, expected: bool) -> None:
    path = tmp_path / "vault.db"
    if size is not None:
        path.write_bytes(bytes(size))
    assert wholeness.may_be_whole(path) is expected


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("PRAGMA application_id = 0", DatabaseDamaged),
        (f"PRAGMA user_version = {len(schema.STEPS) + 1}", NewerFormat),
        ("DELETE FROM vault", DatabaseDamaged),
        ("UPDATE vault SET id = 'another'", DatabaseDamaged),
        ("INSERT INTO vault SELECT * FROM vault", DatabaseDamaged),
    ],
)
def test_what_is_not_our_vault(folder: Path, change: str, problem: type[Exception]) -> None:
    path = folder / "vault.db"
    with closing(Connection(path, KEY, "rw")) as connection:
        wholeness.must_be_ours(connection, path, VAULT_ID)
        connection.run(change)
        with pytest.raises(problem):
            wholeness.must_be_ours(connection, path, VAULT_ID)


def test_a_log_that_ends_too_early_is_damage(folder: Path) -> None:
    path = folder / "vault.db"
    log = folder / "vault.db-wal"
    with closing(Connection(path, KEY, "rw")) as connection:
        connection.run("UPDATE vault SET age = 1")
        frames = connection.committed_frames()
        assert frames > 0
        wholeness.must_reach(connection, frames, log)
        with pytest.raises(DatabaseDamaged) as caught:
            wholeness.must_reach(connection, frames + 1, log)
    assert caught.value.name == "vault.db-wal"
