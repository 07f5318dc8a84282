"""How large the build and its packages are, and which parts are the largest."""

from dataclasses import dataclass
from pathlib import Path

# Why a part is as large as it is; the part of a name that tells it goes before.
WHY = (
    ("libicudata", "Unicode data that Qt's core is linked to: sorting, case, where words end"),
    ("libicu", "the code for these data"),
    ("_rust", "cryptography: AES-GCM, Argon2id, HKDF; OpenSSL is inside"),
    ("_sqlite3", "SQLCipher: the encrypted store; OpenSSL is inside"),
    ("Qt6Gui", "Qt: drawing, text, windows, the accessibility bridge"),
    ("Qt6Widgets", "Qt: every control"),
    ("Qt6Core", "Qt: the event loop"),
    (".abi3.so", "PySide6: Qt's classes for Python"),
    ("python3", "Python itself"),
    ("Qt", "PySide6: Qt's classes for Python"),
    ("copingkit", "the program, and the modules it uses, compiled"),
)


@dataclass(frozen=True)
class Part:
    """One file of the build, its size in bytes."""

    name: str
    size: int
    why: str


def whole(program: Path) -> int:
    """The bytes of all files of the build."""
    return sum(path.lstat().st_size for path in program.rglob("*") if path.is_file())


def largest(program: Path, count: int = 10) -> list[Part]:
    """The largest files, largest first."""
    found = [path for path in program.rglob("*") if path.is_file() and not path.is_symlink()]
    found.sort(key=lambda path: path.stat().st_size, reverse=True)
    return [Part(path.name, path.stat().st_size, _why(path.name)) for path in found[:count]]


def _why(name: str) -> str:
    return next((why for mark, why in WHY if mark in name), "")


def told(program: Path, artefacts: list[Path]) -> str:
    """The report, in millions of bytes."""
    lines = [f"{whole(program) / 1e6:8.1f} MB  the one-folder build"]
    lines += [f"{path.stat().st_size / 1e6:8.1f} MB  {path.name}" for path in artefacts]
    lines.append("The largest parts of the build:")
    lines += [f"{one.size / 1e6:8.1f} MB  {one.name}: {one.why}" for one in largest(program)]
    return "\n".join(lines)
