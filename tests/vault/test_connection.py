"""What the engine under the vault says of itself."""

from __future__ import annotations

import re

from copingkit.vault.connection import engine_version


def test_the_engine_says_both_its_versions() -> None:
    assert re.fullmatch(r"4\.\d+\.\d+ \(SQLite 3\.\d+\.\d+\)", engine_version())
