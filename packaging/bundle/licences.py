"""Puts the licences of everything in the build beside it."""

import shutil
import sys
import sysconfig
from pathlib import Path

import layout
import parts

READ_ME = """copingkit is free software under the GNU General Public License, version 3 or later:
see LICENSE.txt.

It is built on the work of others. Their licences are in the folders here; sbom.cdx.json, which is
published beside the program, lists them with their versions.

Qt and PySide6 are used under the GNU Lesser General Public License, version 3 (LGPL-3.0.txt), as
they come from https://pypi.org/project/PySide6-Essentials/; their source is at
https://download.qt.io/. They are the files under _internal/PySide6 and may be replaced there by
others of the same version.
"""


def collect(inside: Path, into: Path) -> None:
    """Copy ours, Python's, and those of each part of the build at `inside`."""
    into.mkdir(parents=True)
    (into / "READ ME.txt").write_text(READ_ME, encoding="utf-8")
    shutil.copyfile(layout.ROOT / "LICENSE", into / "LICENSE.txt")
    shutil.copyfile(layout.PACKAGING / "licences" / "LGPL-3.0.txt", into / "LGPL-3.0.txt")
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))  # Unix, Windows
    of_python = [place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").is_file()]
    shutil.copyfile(of_python[0], into / "Python.txt")
    for part in [*parts.of_python(inside), *parts.of_system(inside)]:
        for text in part.texts:
            folder = into / part.name
            folder.mkdir(exist_ok=True)
            shutil.copyfile(text, folder / text.name)
