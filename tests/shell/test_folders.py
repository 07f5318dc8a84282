"""Where things lie: chosen, portable, or the system's own place."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from copingkit.shell import folders


def test_a_chosen_folder_holds_everything(tmp_path: Path) -> None:
    found = folders.find(tmp_path)
    assert (found.vault, found.preferences) == (tmp_path, tmp_path / "preferences.json")


def test_else_the_systems_folders_are_used(own_home: Path) -> None:
    found = folders.find()
    assert found.vault == own_home / "data" / "copingkit"
    assert found.preferences == own_home / "config" / "copingkit" / "preferences.json"
    assert not found.portable


def test_a_folder_beside_the_packaged_program_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "copingkit"))
    (tmp_path / folders.PORTABLE).mkdir()
    assert not folders.find().portable  # an interpreter's own folder is nobody's stick
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert folders.find() == folders.Folders(
        tmp_path / folders.PORTABLE, tmp_path / folders.PORTABLE / "preferences.json", portable=True
    )
    assert folders.travels(folders.find().vault)
    assert not folders.travels(tmp_path)
    (tmp_path / folders.PORTABLE).rmdir()
    assert not folders.find().portable
    assert not folders.travels(tmp_path / folders.PORTABLE)
