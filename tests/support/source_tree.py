"""The project's own source files, for tests that look at how they are written."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "copingkit"


def package_files() -> list[Path]:
    """Every module of the program."""
    return sorted(PACKAGE.rglob("*.py"))


def all_files() -> list[Path]:
    """Every Python file of the project: program, tests and packaging."""
    return sorted(
        path
        for folder in ("copingkit", "tests", "packaging")
        for path in (ROOT / folder).rglob("*.py")
    )


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def shown(path: Path) -> str:
    """A path as a failing test should name it."""
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    """The first parts of everything that a file imports, late imports included."""
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names
