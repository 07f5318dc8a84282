"""Each check of the self-test sees what it is for."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from copingkit.core import assets
from copingkit.selftest import program, safekeeping, window
from copingkit.selftest.trial import SENTENCE, Trial
from copingkit.tools.exposure import guide
from copingkit.tools.helplines import catalogue
from copingkit.ui import icons
from tests.support.source_tree import ROOT
from tests.support.trials import found


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what ships, in which something may be missing."""
    copy = tmp_path / "resources"
    shutil.copytree(ROOT / "resources", copy)
    monkeypatch.setattr(assets, "root", lambda: copy)
    return copy


@pytest.mark.parametrize("name", ["helplines/AT.toml", "exposure/en/guide.toml"])
def test_a_missing_file_is_named(name: str, trial: Trial, shipped: Path) -> None:
    readers = (catalogue.lines, guide.guide)
    for reader in readers:
        reader.cache_clear()
    (shipped / name).unlink()
    try:
        told = found(program.shipped, trial)
    finally:
        for reader in readers:
            reader.cache_clear()
    assert (told.ok, name in told.says) == (False, True)


def test_a_blank_icon_is_named(trial: Trial, shipped: Path) -> None:
    (shipped / "icons" / "bin.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    icons._renderer.cache_clear()
    assert found(program.drawings, trial).says == "The icon bin is blank."
    icons._renderer.cache_clear()


def test_missing_translations_are_found(
    trial: Trial, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "_OF_QT", "tlh")
    assert "Qt's own" in found(program.translations, trial).says
    assert found(program.translations, trial).ok is False


def test_missing_letters_are_named(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_LETTERS", "A\ue83a")
    told = found(program.letters, trial)
    assert (told.ok, told.says.endswith("lacks \ue83a.")) == (False, True)


def test_a_part_that_does_not_load_is_named(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "copingkit.ui.qr", None)
    told = found(program.parts, trial)
    assert told.ok is False
    assert told.says.startswith("ModuleNotFoundError of copingkit.ui.qr at ")


def test_what_only_linux_has_is_no_fault_elsewhere(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jeepney", None)
    monkeypatch.delitem(sys.modules, "copingkit.selftest.bus", raising=False)
    assert found(program.parts, trial).ok is False
    monkeypatch.setattr(sys, "platform", "win32")
    assert found(program.parts, trial).ok is True


def test_plain_text_in_a_file_is_found(trial: Trial) -> None:
    assert found(safekeeping.vault, trial).ok is True
    assert found(safekeeping.encrypted, trial).ok is True
    (trial.vault / "notes").write_text(f"{SENTENCE}, left by mistake")
    assert found(safekeeping.encrypted, trial).says == "A file holds plain text."
    (trial.vault / "notes").write_bytes(b"SQLite format 3\0")
    assert found(safekeeping.encrypted, trial).says == "The database is not encrypted."


def test_the_plan_is_opened_in_the_window(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    safekeeping.vault(trial)
    assert found(window.plan, trial).ok is True
    monkeypatch.setattr(window, "SENTENCE", "another sentence")
    assert found(window.plan, trial).says == "The plan is not on the screen."


def test_what_an_error_says_is_not_told(trial: Trial) -> None:
    def broken(_trial: Trial) -> str:
        raise ValueError("/home/somebody/private")

    told = found(broken, trial)
    assert told.ok is False
    assert told.says.startswith("ValueError at test_checks.py:")
    assert "somebody" not in told.says
