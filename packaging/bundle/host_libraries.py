"""What the one-folder build takes from the system that it runs on, read from its own files."""

import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import layout

TABLE = layout.PACKAGING / "linux" / "host_libraries.toml"
# The GCC whose libstdc++ first had GLIBCXX_3.4.n:
# https://gcc.gnu.org/onlinedocs/libstdc++/manual/abi.html
GCC = {28: 9, 29: 11, 30: 12, 31: 13, 32: 13, 33: 14}


@dataclass
class Needs:
    """Libraries by their sonames, each with the files that want it; least glibc, least GCC."""

    libraries: dict[str, set[str]] = field(default_factory=dict)
    glibc: tuple[int, int] = (0, 0)
    gcc: int = 0

    def add(self, file: str, told: str) -> None:
        """Take in what `objdump -p` tells of one file."""
        for name in re.findall(r"NEEDED\s+(\S+)", told):
            self.libraries.setdefault(name, set()).add(file)
        for major, minor in re.findall(r"\bGLIBC_(\d+)\.(\d+)", told):
            self.glibc = max(self.glibc, (int(major), int(minor)))
        for patch in re.findall(r"\bGLIBCXX_3\.4\.(\d+)", told):
            self.gcc = max(self.gcc, GCC.get(int(patch), 0 if int(patch) < min(GCC) else 99))


def header(path: Path) -> str:
    """What `objdump -p` tells of one file."""
    asked = ["objdump", "-p", str(path)]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout


def foreign_search_path(path: Path) -> str:
    """Where a library has others looked for, if that is not beside itself; else empty."""
    found = re.search(r"\bR(?:UN)?PATH\s+(\S+)", header(path))
    places = found[1].split(":") if found else []
    return ":".join(place for place in places if not place.startswith("$ORIGIN"))


def needs(program: Path) -> Needs:
    """What the files below `program` want that is not among them."""
    found = Needs()
    for path in sorted(program.rglob("*")):
        if is_elf(path):
            found.add(path.name, header(path))
    for path in program.rglob("*"):
        found.libraries.pop(path.name, None)
    return found


@dataclass(frozen=True)
class Packages:
    """What an installed copingkit asks of Debian, in its words."""

    depends: list[str]
    recommends: list[str]
    suggests: list[str]


def debian(found: Needs) -> Packages:
    """The Debian packages behind what is needed; ends where the table does not fit."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    needed, optional = table["needed"], table["optional"]
    if strange := {n: by for n, by in found.libraries.items() if n not in needed | optional}:
        sys.exit(f"{TABLE.name} does not know: {strange}")
    if stale := sorted((needed | optional).keys() - found.libraries.keys()):
        sys.exit(f"{TABLE.name} names what nothing needs: {stale}")
    least = {
        "libc6": f" (>= {'.'.join(map(str, found.glibc))})",
        "libstdc++6": f" (>= {found.gcc})",
    }
    depends = [name + least.get(name, "") for name in sorted(set(needed.values()))]
    recommends = sorted(set(optional.values()))
    return Packages(depends + table["depends"], table["recommends"] + recommends, table["suggests"])


def sonames() -> list[str]:
    """The libraries that every system has to bring, for packages that ask for them by name."""
    return sorted(tomllib.loads(TABLE.read_text("utf-8"))["needed"])


def is_elf(path: Path) -> bool:
    """Whether it is a library or a program, and not a link to one."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
