"""The scripts that build the packages import each other from their own folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.source_tree import ROOT

sys.path.append(str(ROOT / "packaging" / "bundle"))


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder that looks like a build."""
    made = tmp_path / "build"
    (made / "_internal" / "copingkit").mkdir(parents=True)
    (made / "licences").mkdir()
    (made / "licences" / "LICENSE.txt").write_text("free")
    (made / "copingkit").write_bytes(b"\x7fELF program")
    (made / "copingkit").chmod(0o755)
    (made / "_internal" / "libQt6Gui.so.6").write_bytes(b"\x7fELF library")
    (made / "_internal" / "libQt6Gui.so").symlink_to("libQt6Gui.so.6")
    (made / "_internal" / "copingkit" / "words.txt").write_text("words")
    return made
