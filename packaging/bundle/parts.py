"""What the one-folder build is made of: Python's packages, and libraries of the system."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

OURS = "copingkit"


@dataclass(frozen=True, order=True)
class Part:
    """One component: `kind` is "pypi" or "deb"; `licence` as its maker wrote it, maybe empty."""

    kind: str
    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def of_python(inside: Path) -> list[Part]:
    """The installed packages that have a module in the build."""
    # PyInstaller notes which modules it packed; a package counts when one of them is its own
    packed = packed_modules(inside)
    found = []
    for package in metadata.distributions():
        names = {path.parts[0].removesuffix(".py") for path in package.files or () if path.parts}
        tops = {name.partition(".")[0] for name in names if not name.endswith(".dist-info")}
        if tops & packed and package.name != OURS:
            found.append(_part(package))
    return sorted(set(found))


def packed_modules(inside: Path) -> set[str]:
    """The first parts of all modules in the build, those in libraries included."""
    names = {path.name.partition(".")[0] for path in inside.iterdir()}
    listing = inside.parent.parent / "pyinstaller" / "copingkit" / "PYZ-00.toc"
    names |= set(re.findall(r"^ *\[?\('([\w]+)", listing.read_text("utf-8"), re.MULTILINE))
    return names - set(sys.stdlib_module_names)


def of_system(inside: Path) -> list[Part]:
    """The Debian packages that a library in the build was taken from; none elsewhere."""
    names = {path.name for path in inside.glob("lib*.so*") if "python" not in path.name}
    owners = {owner for name in names if (owner := _owner(name))}
    return sorted(_debian(owner) for owner in owners)


def _part(package: metadata.Distribution) -> Part:
    about = package.metadata
    licence = next((about[key] for key in ("License-Expression", "License") if key in about), "")
    texts = tuple(sorted(_texts(package)))
    return Part("pypi", package.name, package.version, licence.partition("\n")[0], texts)


def _texts(package: metadata.Distribution) -> Iterator[Path]:
    for path in package.files or ():
        if re.match(r"(LICEN[CS]E|COPYING|NOTICE)", path.name) and "dist-info" in str(path):
            yield Path(str(path.locate()))


@cache
def _listed() -> dict[str, str]:
    """Where the system's loader finds each library."""
    said = subprocess.run(["ldconfig", "-p"], check=True, capture_output=True, text=True).stdout
    return dict(re.findall(r"^\s*(\S+) \([^)]*x86-64[^)]*\) => (\S+)$", said, re.MULTILINE))


def _owner(name: str) -> str:
    path = _listed().get(name)
    if path is None:
        return ""
    for place in (path, f"/usr{path}"):
        done = subprocess.run(["dpkg", "-S", place], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.partition(": ")[0].partition(":")[0]
    return ""


def _debian(package: str) -> Part:
    asked = ["dpkg-query", "-W", "-f", "${Version}", package]
    version = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    text = Path("/usr/share/doc", package, "copyright")
    return Part("deb", package, version, "", (text,))
