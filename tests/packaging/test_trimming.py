"""What goes into the one-folder build and what stays out of it."""

from __future__ import annotations

import ast
import importlib
import sys

import pytest
import trimming

from tests.support.source_tree import imported, package_files, parsed

QT = "PySide6/Qt/plugins"
WHEEL = "/somewhere/site-packages/x"


@pytest.mark.parametrize(
    "name",
    [
        "libQt6Gui.so.6",
        "PySide6/QtWidgets.abi3.so",
        f"{QT}/platforms/libqxcb.so",
        f"{QT}/platforms/libqwayland.so",
        f"{QT}/platforms/libqoffscreen.so",
        f"{QT}/imageformats/libqsvg.so",
        f"{QT}/platforminputcontexts/libibusplatforminputcontextplugin.so",
        r"PySide6\plugins\platforms\qwindows.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "mnemonic/wordlist/english.txt",
        "cryptography-50.0.2.dist-info/METADATA",
        "copingkit/_resources/themes/app.qss",
    ],
)
def test_what_is_in_use_stays(name: str) -> None:
    assert trimming.stays(name, WHEEL)


@pytest.mark.parametrize(
    "name",
    [
        "libQt6Network.so.6",
        "PySide6/QtNetwork.abi3.so",
        r"PySide6\Qt6Network.dll",
        "PySide6/QtDBus.abi3.so",
        f"{QT}/tls/libqopensslbackend.so",
        f"{QT}/networkinformation/libqglib.so",
        f"{QT}/platforms/libqvnc.so",
        f"{QT}/platformthemes/libqgtk3.so",
        f"{QT}/imageformats/libqtiff.so",
        "PySide6/Qt/translations/qtbase_tlh.qm",
        "PySide6/Qt/translations/qt_de.qm",
        "mnemonic/wordlist/japanese.txt",
        "cryptography-50.0.2.dist-info/RECORD",
        "mscms.dll",
    ],
)
def test_what_nobody_uses_goes(name: str) -> None:
    assert not trimming.stays(name, WHEEL)


def test_of_the_systems_libraries_only_those_go_in_that_a_desktop_may_lack() -> None:
    for name in ("libxcb-cursor.so.0", "libxkbcommon-x11.so.0", "libffi.so.8"):
        assert trimming.stays(name, f"/lib/x86_64-linux-gnu/{name}")
    for name in ("libstdc++.so.6", "libxcb.so.1", "libglib-2.0.so.0", "libcrypto.so.3"):
        assert not trimming.stays(name, f"/usr/lib/x86_64-linux-gnu/{name}")
        assert trimming.stays(name, WHEEL)  # one that a wheel brings is of another make


def test_the_order_is_fixed() -> None:
    entries = [("b", WHEEL, "DATA"), ("libQt6Network.so.6", WHEEL, "BINARY"), ("a", WHEEL, "DATA")]
    assert trimming.kept(entries) == [("a", WHEEL, "DATA"), ("b", WHEEL, "DATA")]


def test_nothing_of_ours_imports_what_is_left_out() -> None:
    left_out = set(trimming.excluded()) - {"keyring"}
    used = set().union(*(imported(path) for path in package_files()))
    dotted = {
        f"{node.module}.{alias.name}"
        for path in package_files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    assert used & left_out == set()
    assert dotted & left_out == set()


def test_what_tomli_is_compiled_into_is_named_as_its_own_modules_ask_for_it() -> None:
    assert trimming.hidden()
    for name in trimming.hidden():
        importlib.import_module(name)


def test_the_systems_keyring_is_named_where_it_is_found_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from copingkit.vault.system_keyring import _NATIVE

    for platform in ("win32", "darwin"):
        monkeypatch.setattr(sys, "platform", platform)
        assert _NATIVE[platform][0] in trimming.hidden()
        assert "keyring" not in trimming.excluded()
    monkeypatch.setattr(sys, "platform", "linux")
    assert not [name for name in trimming.hidden() if "keyring" in name]
    assert "keyring" in trimming.excluded()
