"""Who may import what from outside, as ARCHITECTURE.md says in its table."""

from __future__ import annotations

import re
import sys
from functools import cache

from tests.support.source_tree import PACKAGE, ROOT, imported, package_files

EVERYWHERE = {"PySide6", "typing_extensions", "copingkit"}


@cache
def table() -> dict[str, set[str]]:
    """Package -> modules, from the table under "Who may import what from outside"."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    section = text.partition("## Who may import what from outside")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", section, re.MULTILINE)
    return {
        package.strip(): set(re.findall(r"`([\w/]+\.py)`", modules))
        for packages, modules in rows
        if "`" in modules
        for package in packages.split(",")
    }


@cache
def importers() -> dict[str, set[str]]:
    """Package -> the modules of ours that do import it."""
    found: dict[str, set[str]] = {}
    for path in package_files():
        for name in imported(path) - set(sys.stdlib_module_names) - EVERYWHERE:
            found.setdefault(name, set()).add(path.relative_to(PACKAGE).as_posix())
    return found


def test_the_table_names_every_package_from_outside() -> None:
    assert {"cryptography", "keyring", "sqlcipher3", "mnemonic"} <= set(table())
    assert set(importers()) <= set(table())


def test_only_the_modules_in_the_table_import_them() -> None:
    strangers = {
        name: modules - table().get(name, set())
        for name, modules in importers().items()
        if modules - table().get(name, set())
    }
    assert not strangers


def test_the_table_names_no_importer_that_is_none() -> None:
    stale = {
        name: idle
        for name, modules in table().items()
        if (idle := modules - importers().get(name, set()))
    }
    assert not stale


def test_each_key_and_store_library_has_one_importer() -> None:
    for name in ("cryptography", "keyring", "secretstorage", "mnemonic", "sqlcipher3"):
        assert len(table()[name]) == 1, name


def test_nothing_but_qt_core_parts_comes_from_qt() -> None:
    wanted = re.compile(r"(?:from|import) PySide6\.?(\w*)")
    used = {
        part for path in package_files() for part in wanted.findall(path.read_text("utf-8")) if part
    }
    assert used <= {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport", "QtDBus"}, used
