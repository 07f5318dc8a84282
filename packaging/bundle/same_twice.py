"""Builds a second time and tells which files of the two builds differ."""

import hashlib
import shutil
import sys
from pathlib import Path

import layout
import one_folder


def sums(folder: Path) -> dict[str, str]:
    """Each file's SHA-256 by its name inside; a link's target."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink())
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def differing(first: dict[str, str], second: dict[str, str]) -> list[str]:
    """The names that are not the same in both, or in one alone."""
    return sorted(name for name in first | second if first.get(name) != second.get(name))


def main() -> None:
    """Exit status 1 when something differs."""
    before = sums(layout.PROGRAM if layout.PROGRAM.is_dir() else one_folder.build())
    shutil.rmtree(layout.WORK / "pyinstaller", ignore_errors=True)
    found = differing(before, sums(one_folder.build()))
    if found:
        sys.exit("\n".join(["These differ:", *found]))
    print(f"All {len(before)} files are the same.")


if __name__ == "__main__":
    main()
