"""What goes wrong when a Python program is frozen, tried on the frozen program."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import host_libraries
import kernel_calls
import layout
import packed
import pyside_support
import pytest
from bare_root import HOME, BareRoot
from desktop import Desktop

from tests.support.private_sound import PrivateSound

PROGRAM = "/usr/bin/copingkit"
INSIDE = "usr/lib/copingkit"


@pytest.fixture(scope="module")
def root() -> Iterator[BareRoot]:
    """A minimal Debian with the package in it."""
    made = BareRoot("bookworm", "traps")
    made.apt("install", made.put(packed.deb(), "/tmp"))
    yield made
    made.remove()


@pytest.fixture
def calls(root: BareRoot, desktop: Desktop, tmp_path: Path) -> str:
    """What a self-test and a tour of every page ask of the kernel."""
    said = ""
    for given in (("selftest",), ("tour", "--out", "/tmp/tour", "--looks", "light")):
        entered = root.enter(
            [PROGRAM, *given],
            desktop.variables,
            (desktop.keyring.folder, Path("/tmp/.X11-unix")),
        )
        said += kernel_calls.watch(entered, tmp_path / "calls")[1]
    return said[said.index(f'execve("{PROGRAM}"') :]


def test_no_network_socket_is_opened_and_nothing_written_elsewhere(calls: str) -> None:
    assert kernel_calls.sockets(calls) <= {"AF_UNIX", "AF_LOCAL"}
    # Python tries whether it can write there, before it makes the folder for the trial
    tried = re.compile(r"/tmp/\w{8}")
    made = {path for path in kernel_calls.written(calls) if not tried.fullmatch(path)}
    ours = ("/tmp/copingkit-", "/tmp/tour/", "/dev/", "/proc/self/")
    of_the_system = tuple(f"{HOME}/.cache/{name}/" for name in ("fontconfig", "mesa_shader_cache"))
    assert {path for path in made if not path.startswith(ours + of_the_system)} == set()
    assert any(path.startswith("/tmp/tour/") for path in made)
    # else PySide would compile that from source at each start, and nothing else would show it
    compiled = f"/{INSIDE}/_internal/{pyside_support.PLACE}/shibokensupport/signature/parser.pyc"
    assert re.search(rf'"{re.escape(compiled)}".*\) = \d', calls)


def test_every_page_is_drawn(root: BareRoot, calls: str) -> None:
    assert calls
    pictures = list((root.folder / "tmp" / "tour").glob("*.png"))
    assert len(pictures) > 50
    assert min(path.stat().st_size for path in pictures) > 4000
    shutil.copytree(root.folder / "tmp/tour", packed.PICTURES / "tour", dirs_exist_ok=True)


def test_no_part_of_it_speaks_over_a_network(root: BareRoot) -> None:
    inside = root.folder / INSIDE
    found = [
        path.name
        for path in inside.rglob("*")
        if re.search(r"Qt6?Network|libssl|libcrypto|_ssl\.|libcurl|libgnutls", path.name)
    ]
    assert found == []
    # the modules are in the program itself, packed; their names are not
    program = (inside / "copingkit").read_bytes()
    packed_names = {name for name in (b"http.client", b"ssl", b"urllib.request", b"smtplib")
                    if b"\0%s\0" % name in program}  # fmt: skip
    assert packed_names == set()
    assert b"copingkit.app" in program  # what is packed could have been seen


def test_all_that_ships_is_in_it(root: BareRoot) -> None:
    shipped = root.folder / INSIDE / "_internal" / "copingkit" / "_resources"
    for path in layout.RESOURCES.rglob("*"):
        if path.is_file():
            there = shipped / path.relative_to(layout.RESOURCES)
            assert there.read_bytes() == path.read_bytes()


def test_each_library_is_found_on_the_bare_machine(root: BareRoot) -> None:
    """But for those that only a plugin wants: printers, and windows without X11."""
    optional = {"libcups.so.2", "libwayland-client.so.0", "libwayland-cursor.so.0"}
    needs = host_libraries.needs(root.folder / INSIDE)
    there = {path.name for path in (root.folder / "usr/lib").rglob("*.so*")}
    assert set(needs.libraries) - there <= optional
    assert needs.glibc <= (2, 35)


def test_no_library_is_looked_for_where_it_was_built(root: BareRoot) -> None:
    libraries = [path for path in (root.folder / INSIDE).rglob("*") if host_libraries.is_elf(path)]
    foreign = {path.name: found for path in libraries
               if (found := host_libraries.foreign_search_path(path))}  # fmt: skip
    assert foreign == {}


def test_the_keyring_is_found_though_nothing_lists_backends(
    root: BareRoot, desktop: Desktop
) -> None:
    """A frozen program has no entry points, by which backends are found otherwise."""
    assert list((root.folder / INSIDE).rglob("entry_points.txt")) == []
    found = findings(desktop.run(root, PROGRAM, "selftest", "--json").stdout)
    assert found["keyring"] == (True, "Secret Service: a key was kept, given back and removed.")


def test_tones_and_voice_work_where_there_is_something_to_hear_them_by(
    root: BareRoot, desktop: Desktop
) -> None:
    """Where there is nothing they are said to be missing; test_installed.py has that."""
    root.apt("install", "libpulse0")
    with PrivateSound() as sound:
        sound.start_voice()
        sound.open_to_all()
        shared = (desktop.keyring.folder, Path("/tmp/.X11-unix"), sound.folder)
        ways = {name: sound.variables[name] for name in ("PULSE_SERVER", "SPEECHD_ADDRESS")}
        entered = root.enter([PROGRAM, "selftest", "--json"], desktop.variables | ways, shared)
        done = subprocess.run(entered, capture_output=True, text=True, timeout=180, check=False)
    found = findings(done.stdout)
    assert found["tones"] == (True, "The sound device opens.")
    assert found["voice"][0] is True
    assert int(found["voice"][1].split()[0]) > 0


def test_its_version_is_told(root: BareRoot, desktop: Desktop) -> None:
    said = desktop.run(root, PROGRAM, "--version").stdout
    assert said == f"copingkit {layout.version()}\n"


def findings(told: str) -> dict[str, tuple[bool | None, str]]:
    """What a self-test found, by name."""
    return {one["name"]: (one["ok"], one["says"]) for one in json.loads(told)["findings"]}


def test_programs_that_it_starts_do_not_load_its_libraries(
    root: BareRoot, desktop: Desktop
) -> None:
    """Such as the system's voice, which the self-test starts where it is installed."""
    voice = root.folder / "usr/bin/speech-dispatcher"
    voice.write_text('#!/bin/sh\necho "path=$LD_LIBRARY_PATH" >"$HOME/voice"\n')
    voice.chmod(0o755)
    assert desktop.run(root, PROGRAM, "selftest").returncode == 0
    assert root.of_person("voice").read_text() == "path=\n"
    voice.unlink()


def test_what_the_other_packages_hold_tries_itself(root: BareRoot, desktop: Desktop) -> None:
    """Unpacked: there is no distribution with RPM here, and no runtime of an AppImage."""
    (root.folder / "opt/rpm").mkdir()
    unpack = f"rpm2cpio '{packed.rpm()}' | cpio --quiet -idm"
    subprocess.run(["sh", "-euc", unpack], check=True, cwd=root.folder / "opt/rpm")
    into = str(root.folder / "opt/AppDir")
    subprocess.run(["unsquashfs", "-q", "-n", "-d", into, str(packed.app_dir())], check=True)
    for program in ("/opt/rpm/usr/bin/copingkit", "/opt/AppDir/AppRun"):
        done = desktop.run(root, program, "selftest")
        assert done.returncode == 0, done.stdout + done.stderr
        assert "screen reader: ok" in done.stdout


def test_the_rpm_holds_the_same_and_asks_for_what_it_needs() -> None:
    def rpm(*asked: str) -> set[str]:
        command = ["rpm", "-qp", *asked, str(packed.rpm())]
        environment = os.environ | {"LC_ALL": "C"}
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        return set(done.stdout.splitlines())

    listed = {line.removeprefix("./") for line in rpm("--list")}
    assert {"/usr/bin/copingkit", "/usr/share/applications/copingkit.desktop"} <= listed
    command = ["dpkg-deb", "--fsys-tarfile", str(packed.deb())]
    archive = subprocess.run(command, check=True, capture_output=True).stdout
    names = subprocess.run(["tar", "-t"], input=archive, check=True, capture_output=True).stdout
    files = {
        name.removeprefix(".")
        for name in names.decode().split("\n")
        if name and not name.endswith("/")
    }
    assert files <= listed
    assert {f"{name}()(64bit)" for name in ("libEGL.so.1", "libX11.so.6")} <= rpm("--requires")
