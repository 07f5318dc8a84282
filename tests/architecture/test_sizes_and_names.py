"""Files and functions stay small, and no module is a drawer for odds and ends."""

from __future__ import annotations

import ast
import re

import pytest

from tests.support.source_tree import ROOT, all_files, package_files, parsed, shown

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 40
LINES_OF_A_CLASS = 200
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "shared"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def length(node: ast.stmt) -> int:
    """Lines of a class or function, without its decorators."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def is_data(node: ast.stmt) -> bool:
    """Whether a function only gives one value written out, such as a sample person's plan."""
    body = getattr(node, "body", [])
    told = [line for line in body if not isinstance(line, ast.Expr)]
    return isinstance(node, Function) and len(told) == 1 and isinstance(told[0], ast.Return)


def test_no_file_is_too_long() -> None:
    long = {
        shown(path): count
        for path in all_files()
        if (count := len(path.read_text("utf-8").splitlines())) > LINES_OF_A_FILE
    }
    assert not long


@pytest.mark.parametrize(
    ("kinds", "limit"), [((Function,), LINES_OF_A_FUNCTION), ((ast.ClassDef,), LINES_OF_A_CLASS)]
)
def test_no_function_or_class_is_too_long(kinds: tuple[type[ast.stmt], ...], limit: int) -> None:
    long = {
        f"{shown(path)}:{node.lineno}": length(node)
        for path in all_files()
        for node in ast.walk(parsed(path))
        if isinstance(node, kinds) and length(node) > limit and not is_data(node)
    }
    assert not long


def test_no_module_is_a_drawer() -> None:
    drawers = [
        shown(path)
        for path in all_files()
        if DRAWERS & set(re.split(r"[/_]", path.relative_to(ROOT).with_suffix("").as_posix()))
    ]
    assert not drawers


def test_every_module_says_what_it_is_for() -> None:
    silent = [shown(path) for path in package_files() if not ast.get_docstring(parsed(path))]
    assert not silent


def test_the_version_is_written_once() -> None:
    from copingkit import __version__

    places = [
        shown(path)
        for path in [*package_files(), ROOT / "pyproject.toml"]
        if re.search(rf"[\"']{re.escape(__version__)}[\"']", path.read_text("utf-8"))
    ]
    assert places == ["copingkit/__init__.py"]


def test_tests_mirror_the_code() -> None:
    """A test file under a mirrored folder is named after a module that exists."""
    homeless = []
    for folder in ("core", "vault", "preferences", "ui", "tools", "shell"):
        for path in sorted((ROOT / "tests" / folder).rglob("test_*.py")):
            where = ROOT / "copingkit" / path.parent.relative_to(ROOT / "tests")
            if not where.is_dir():
                homeless.append(shown(path))
    assert not homeless
