"""Makes the one-folder build: the program with its Python and its Qt, for this system."""

import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path

import host_libraries
import layout
import licences
import program_icon
import pyside_support
import unicode_data

# Of these it is known that they work stripped; Qt's and PySide's libraries do not.
STRIPPED = ("libpython3*", "**/lib-dynload/*.so", "**/_rust*.so", "**/_sqlite3*.so", "_cffi_*.so",
            "_miniaudio*.so", "msgspec/*.so")  # fmt: skip


def build() -> Path:
    """Build it anew and give its folder."""
    layout.WORK.mkdir(parents=True, exist_ok=True)
    install_program()
    if sys.platform != "linux":
        program_icon.for_system(layout.WORK)
    spec = str(layout.PACKAGING / "copingkit.spec")
    quiet = ["--noconfirm", "--clean", "--log-level", "WARN"]
    where = ["--distpath", str(layout.WORK), "--workpath", str(layout.WORK / "pyinstaller")]
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", *quiet, *where, spec],
        # the order of a set must not depend on chance
        env=os.environ | {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(layout.moment())},
        cwd=layout.WORK,  # not the checkout: its copingkit has no resources in it
        check=True,
    )
    inside = layout.PROGRAM / "_internal"
    must_be_whole(inside / "copingkit" / "_resources")
    if sys.platform != "darwin":  # where a folder with a dot in its name cannot be signed
        pyside_support.unpack(inside)
    licences.collect(inside, layout.PROGRAM / "licences")
    if sys.platform == "linux":
        strip(inside)
        unicode_data.slim(next(inside.rglob("libicudata.so.*")).resolve())  # some are links to it
    if sys.platform == "darwin":  # the .app was made of the folder before these were in it
        resources = layout.WORK / "copingkit.app" / "Contents" / "Resources"
        shutil.copytree(layout.PROGRAM / "licences", resources / "licences")
    return layout.PROGRAM


def install_program() -> None:
    """Put the program as it is now into this environment, as a wheel: so its files are found."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    options = ["-q", "--no-deps", "--no-build-isolation", "--no-index", "--force-reinstall"]
    subprocess.run([*pip, *options, str(layout.ROOT)], check=True)
    shutil.rmtree(layout.WORK / "pyinstaller", ignore_errors=True)


def must_be_whole(shipped: Path) -> None:
    """End where a file that ships with the program is not in the build, or is another one."""
    for path in layout.RESOURCES.rglob("*"):
        there = shipped / path.relative_to(layout.RESOURCES)
        if path.is_file() and not (there.is_file() and filecmp.cmp(path, there, shallow=False)):
            sys.exit(f"not in the build: {path.relative_to(layout.ROOT)}")


def strip(inside: Path) -> None:
    """Take the debugging symbols out of what works without, and the paths of this machine.

    A library that is looked for where some Python was built could be put there by others.
    """
    for pattern in STRIPPED:
        for path in inside.glob(pattern):
            if path.is_file() and not path.is_symlink():
                subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)
                if host_libraries.foreign_search_path(path):
                    subprocess.run(["chrpath", "-d", str(path)], check=True)
