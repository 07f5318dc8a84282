"""Shipped files are found in a checkout and in an installed package; a missing one has a name."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from copingkit.core import assets
from copingkit.core.errors import ContentDamaged
from tests.support.source_tree import PACKAGE, ROOT


def test_in_a_checkout_they_lie_in_resources() -> None:
    assert assets.root() == ROOT / "resources"
    assert assets.read_text("themes/light.toml").startswith("#")
    assert assets.read_table("themes/light.toml")["text"].startswith("#")
    assert assets.read_bytes("themes/light.toml").decode() == assets.read_text("themes/light.toml")


def test_in_an_installed_package_they_lie_inside_it(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE / "core", tmp_path / "copingkit" / "core")
    (tmp_path / "copingkit" / "__init__.py").touch()
    shipped = tmp_path / "copingkit" / "_resources"
    shipped.mkdir()
    (shipped / "a.txt").write_text("inside")
    program = "from copingkit.core import assets; print(assets.read_text('a.txt'), assets.root())"
    said = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split() == ["inside", str(shipped)]


def test_a_missing_one_is_named() -> None:
    with pytest.raises(ContentDamaged) as caught:
        assets.read_bytes("themes/none.toml")
    assert caught.value.name == "themes/none.toml"


def test_one_that_is_no_text_is_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\xfa")
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    with pytest.raises(ContentDamaged):
        assets.read_text("bad.txt")


@pytest.mark.parametrize("text", ["a = [", "a = " + "[" * 5000], ids=["cut off", "too deep"])
def test_a_table_that_is_none_is_damaged(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bad.toml").write_text(text)
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    with pytest.raises(ContentDamaged) as caught:
        assets.read_table("bad.toml")
    assert caught.value.name == "bad.toml"
