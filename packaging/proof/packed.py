"""The files in `dist/` that are tried, and what is known of them."""

from __future__ import annotations

import re
from pathlib import Path

import layout

PICTURES = layout.ROOT / "build" / "proof"


def deb() -> Path:
    """The package for Debian and Ubuntu."""
    return layout.DIST / f"copingkit_{layout.version()}_amd64.deb"


def archive() -> Path:
    """The portable archive."""
    return layout.DIST / f"copingkit-{layout.version()}-linux-x86_64.tar.xz"


def rpm() -> Path:
    """The package for distributions with RPM."""
    return layout.DIST / f"copingkit-{layout.version()}.x86_64.rpm"


def app_dir() -> Path:
    """The folder of an AppImage."""
    return layout.DIST / f"copingkit-{layout.version()}-x86_64.AppDir.squashfs"


def asked_for() -> list[str]:
    """The packages in the README's command for a bare Debian or Ubuntu."""
    readme = (layout.ROOT / "README.md").read_text(encoding="utf-8")
    command = re.search(r"apt-get install --no-install-recommends ((?:[^\n\\]|\\\n)*)", readme)
    assert command is not None
    return command[1].replace("\\", " ").split()
