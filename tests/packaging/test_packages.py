"""What the packages ask of a system, and what they tell a desktop."""

from __future__ import annotations

import configparser
import gzip
import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import host_libraries
import installed_tree
import installers
import layout
import pytest

from copingkit import __version__, commands
from copingkit.shell import folders
from tests.support.source_tree import ROOT

HEADER = """
Dynamic Section:
  NEEDED               libEGL.so.1
  NEEDED               libc.so.6
  RUNPATH              {path}
Version References:
  required from libc.so.6:
    0x09691a75 0x00 04 GLIBC_2.2.5
    0x069691b5 0x00 02 GLIBC_2.35
    0x0297f879 0x00 03 GLIBCXX_3.4.29
"""


def test_there_is_one_version_and_one_folder_for_data() -> None:
    assert layout.version() == __version__
    assert layout.DATA == folders.PORTABLE


# --- what is asked of a system


def test_needs_are_read_from_the_files(monkeypatch: pytest.MonkeyPatch, program: Path) -> None:
    monkeypatch.setattr(host_libraries, "header", lambda _path: HEADER)
    found = host_libraries.needs(program)
    assert found.libraries == {
        "libEGL.so.1": {"copingkit", "libQt6Gui.so.6"},
        "libc.so.6": {"copingkit", "libQt6Gui.so.6"},
    }
    assert (found.glibc, found.gcc) == ((2, 35), 11)


def test_a_library_of_the_build_itself_is_not_asked_for(
    monkeypatch: pytest.MonkeyPatch, program: Path
) -> None:
    (program / "_internal" / "libEGL.so.1").write_text("")
    monkeypatch.setattr(host_libraries, "header", lambda _path: HEADER)
    assert set(host_libraries.needs(program).libraries) == {"libc.so.6"}


def test_a_library_the_table_does_not_know_ends_the_build() -> None:
    optional = ("libcups.so.2", "libwayland-client.so.0", "libwayland-cursor.so.0")
    known = {name: {"some file"} for name in (*host_libraries.sonames(), *optional)}
    asked = host_libraries.debian(host_libraries.Needs(known, (2, 35), 11))
    assert "libc6 (>= 2.35)" in asked.depends
    assert "libstdc++6 (>= 11)" in asked.depends
    assert any("fonts-dejavu-core" in one for one in asked.depends)
    assert any("gnome-keyring" in one for one in asked.recommends)
    with pytest.raises(SystemExit, match=r"does not know.*libnew"):
        host_libraries.debian(host_libraries.Needs(known | {"libnew.so.1": {"a"}}))
    del known["libEGL.so.1"]
    with pytest.raises(SystemExit, match=r"nothing needs.*libEGL"):
        host_libraries.debian(host_libraries.Needs(known))


@pytest.mark.parametrize(
    ("path", "foreign"),
    [("$ORIGIN/../lib", ""), ("/opt/python/lib", "/opt/python/lib"), ("$ORIGIN:/a", "/a")],
)
def test_a_place_of_the_building_machine_is_seen(
    path: str, foreign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(host_libraries, "header", lambda _path: HEADER.format(path=path))
    assert host_libraries.foreign_search_path(Path("x")) == foreign


def test_the_command_in_the_readme_brings_what_the_portable_one_needs() -> None:
    table = tomllib.loads(host_libraries.TABLE.read_text("utf-8"))
    needed = {*table["needed"].values(), *table["depends"]} - {"libc6", "libgcc-s1", "zlib1g"}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = re.search(r"apt-get install --no-install-recommends ((?:[^\n\\]|\\\n)*)", readme)
    assert command is not None
    named = set(command[1].replace("\\", " ").split())
    assert named == {one.partition(" ")[0] for one in needed}


# --- what a desktop is told


@pytest.fixture
def tree(program: Path, tmp_path: Path) -> Path:
    root = tmp_path / "root"
    installed_tree.lay_out(program, root)
    return root


def test_the_desktop_entry_offers_help_at_once(tree: Path) -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # names keep their letters
    entry.read(tree / "usr/share/applications/copingkit.desktop")
    assert entry["Desktop Entry"]["Exec"] == "copingkit"
    (action,) = entry["Desktop Entry"]["Actions"].rstrip(";").split(";")
    help_now = entry[f"Desktop Action {action}"]
    assert (help_now["Name"], help_now["Exec"]) == ("Help me now", "copingkit --crisis")
    # a menu is seen by others: it says nothing of what the plan is for
    assert not re.search("suicid|crisis|safety|therap", " ".join(entry["Desktop Entry"].values()))


def test_everything_is_where_a_desktop_looks(tree: Path) -> None:
    assert (tree / "usr/bin/copingkit").resolve() == tree / "usr/lib/copingkit/copingkit"
    assert (tree / "usr/lib/copingkit/_internal/libQt6Gui.so").is_symlink()
    assert (tree / "usr/share/doc/copingkit/licences/LICENSE.txt").is_file()
    icons = tree / "usr/share/icons/hicolor"
    assert (icons / "scalable/apps/copingkit.svg").is_file()
    assert (icons / "128x128/apps/copingkit.png").read_bytes().startswith(b"\x89PNG")
    about = ET.parse(tree / "usr/share/metainfo/copingkit.metainfo.xml").getroot()
    release = about.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__
    modes = {path.stat().st_mode & 0o777 for path in tree.rglob("*") if not path.is_symlink()}
    assert modes == {0o755, 0o644}
    assert (tree / "usr/lib/copingkit/copingkit").stat().st_mode & 0o111


def test_the_manual_page_tells_of_every_command_and_option(tree: Path) -> None:
    page = gzip.decompress((tree / "usr/share/man/man1/copingkit.1.gz").read_bytes()).decode()
    page = page.replace("\\-", "-")
    parser = commands._parser()
    for action in parser._actions:
        for option in action.option_strings[-1:]:
            assert option in page
        for command in action.choices or ():
            assert re.search(rf"^\.B\w? {command} ", page, re.MULTILINE), command
    assert "@" not in page


def test_debian_is_told_in_its_form(monkeypatch: pytest.MonkeyPatch) -> None:
    asks = host_libraries.Packages(["libc6 (>= 2.35)"], ["gnome-keyring"], ["speech-dispatcher"])
    monkeypatch.setattr(host_libraries, "needs", lambda _program: host_libraries.Needs())
    monkeypatch.setattr(host_libraries, "debian", lambda _needs: asks)
    told = installers.control(1000)
    fields = dict(re.findall(r"^(\S+): (.*)$", told, re.MULTILINE))
    assert fields["Version"] == __version__
    assert fields["Depends"] == "libc6 (>= 2.35)"
    assert told.endswith("\n")
    assert all(line.startswith(" ") for line in told.partition("Description:")[2].splitlines()[1:])
