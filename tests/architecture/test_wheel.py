"""The wheel carries the shipped files with it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from copingkit import __version__
from tests.support.source_tree import PACKAGE, ROOT


def test_the_wheel_holds_the_program_and_its_resources(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    wheel = next(tmp_path.glob("*.whl"))
    assert wheel.name == f"copingkit-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as opened:
        inside = set(opened.namelist())
        metadata = opened.read(f"copingkit-{__version__}.dist-info/METADATA").decode()
    for path in (ROOT / "resources").rglob("*"):
        if path.is_file():
            assert (
                f"copingkit/_resources/{path.relative_to(ROOT / 'resources').as_posix()}" in inside
            )
    for path in PACKAGE.rglob("*.py"):
        assert path.relative_to(ROOT).as_posix() in inside
    assert not [name for name in inside if name.startswith("tests/") or "__pycache__" in name]
    assert "License-Expression: GPL-3.0-or-later" in metadata
    assert f"copingkit-{__version__}.dist-info/licenses/LICENSE" in inside
