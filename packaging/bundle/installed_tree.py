"""The files of an installed copingkit as they lie under `/`, for .deb, .rpm and AppImage."""

import gzip
import os
import shutil
import time
from pathlib import Path

import layout
import program_icon

PLACE = Path("usr/lib/copingkit")


def lay_out(program: Path, root: Path) -> None:
    """Copy the one-folder build and what a desktop wants to know under `root`."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(program, root / PLACE, symlinks=True)
    documents = root / "usr/share/doc/copingkit"
    documents.mkdir(parents=True)
    (root / PLACE / "licences").rename(documents / "licences")
    shutil.copyfile(layout.PACKAGING / "linux" / "copyright", documents / "copyright")
    _compressed(documents / "changelog.gz", (layout.ROOT / "CHANGELOG.md").read_text("utf-8"))
    (root / "usr/bin").mkdir()
    (root / "usr/bin/copingkit").symlink_to(Path("..", *PLACE.parts[1:], "copingkit"))
    _tell_desktop(root / "usr/share")
    _set_modes(root)


def _tell_desktop(share: Path) -> None:
    written = {
        "applications/copingkit.desktop": _filled("copingkit.desktop"),
        "metainfo/copingkit.metainfo.xml": _filled("copingkit.metainfo.xml"),
    }
    for name, text in written.items():
        (share / name).parent.mkdir(parents=True)
        (share / name).write_text(text, encoding="utf-8")
    (share / "man/man1").mkdir(parents=True)
    _compressed(share / "man/man1/copingkit.1.gz", _filled("copingkit.1"))
    icons = share / "icons/hicolor"
    (icons / "scalable/apps").mkdir(parents=True)
    (icons / "128x128/apps").mkdir(parents=True)
    drawing = layout.RESOURCES / "icons" / "copingkit.svg"
    shutil.copyfile(drawing, icons / "scalable/apps/copingkit.svg")
    program_icon.draw(icons / "128x128/apps/copingkit.png")


def _filled(name: str) -> str:
    text = (layout.PACKAGING / "linux" / name).read_text("utf-8")
    day = time.strftime("%Y-%m-%d", time.gmtime(layout.moment()))
    return text.replace("@VERSION@", layout.version()).replace("@DATE@", day)


def _compressed(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def _set_modes(root: Path) -> None:
    """What is meant to be run can be, everything else is plain; nobody but root may write.

    All of it gets one time, since some packers take that of the file.
    """
    moment = layout.moment()
    for path in sorted(root.rglob("*"), reverse=True):  # a folder after what is in it
        os.utime(path, (moment, moment), follow_symlinks=False)
        if not path.is_symlink():
            runs = path.is_dir() or path == root / PLACE / "copingkit"
            path.chmod(0o755 if runs else 0o644)
