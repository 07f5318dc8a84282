"""A trial whose checks can be made one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from copingkit.selftest.outside import Watch
from copingkit.selftest.trial import Trial


@pytest.fixture
def trial(tmp_path: Path, qapp: QApplication) -> Trial:
    """Nobody looks on yet."""
    return Trial(tmp_path, qapp, Watch(tmp_path))
