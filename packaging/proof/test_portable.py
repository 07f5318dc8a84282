"""The portable archive on a bare machine: unpacked to an odd place, carried on, updated."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import first_plan
import packed
import pytest
from bare_root import HOME, PERSON, BareRoot
from desktop import Desktop, names

STICK = "Über uns & mehr/ein Stick"
PROGRAM = f"{HOME}/{STICK}/copingkit/copingkit"
PASSPHRASE = "velvet antelope at noon"
# What the system's own libraries keep in a home, whoever uses them.
OF_THE_SYSTEM = (".cache/fontconfig", ".cache/mesa_shader_cache", ".config/pulse", ".cache/speech")


def unpack(root: BareRoot, place: str = STICK) -> Path:
    """The archive, unpacked by the person into a folder of the home."""
    folder = root.of_person(place)
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["tar", "-C", str(folder), "-xJf", str(packed.archive())], check=True)
    home = root.of_person("")
    subprocess.run(["chown", "-R", f"{PERSON}:{PERSON}", str(home)], check=True)
    return folder / "copingkit"


@pytest.fixture(scope="module")
def root() -> Iterator[BareRoot]:
    """A minimal Debian with what the README's command installs, and the unpacked archive."""
    made = BareRoot("bookworm", "portable")
    made.apt("install", *packed.asked_for())
    assert not [name for name in made.installed() if "python" in name]
    unpack(made)
    yield made
    made.remove()


def data(root: BareRoot) -> Path:
    return root.of_person(STICK) / "copingkit" / "copingkit-data"


def test_it_tries_itself_in_any_place_and_language(root: BareRoot, desktop: Desktop) -> None:
    for language in ("C.UTF-8", "C", "de_DE.UTF-8"):
        done = desktop.run(root, PROGRAM, "selftest", "--json", LANG=language)
        assert done.returncode == 0, done.stdout + done.stderr
        found = {one["name"]: one["says"] for one in json.loads(done.stdout)["findings"]}
        assert "; packaged, data beside the program" in found["version"]
    assert list(data(root).iterdir()) == []


def test_a_passphrase_is_the_default_and_it_says_why(root: BareRoot, desktop: Desktop) -> None:
    by_passphrase = (
        ["read", "A passphrase opens it on any of them"],
        ["type", "New passphrase", PASSPHRASE],
        ["type", "The same again", PASSPHRASE],
    )
    place_of_data = "in the folder copingkit-data beside the program"
    first_plan.write(desktop, root, PROGRAM, place_of_data, by_passphrase)
    assert {"vault.db", "keyslots.json"} <= {path.name for path in data(root).iterdir()}


def test_nothing_lies_anywhere_else(root: BareRoot) -> None:
    home = root.of_person("")
    made = [
        name
        for path in home.rglob("*")
        if path.is_file()
        and not path.is_relative_to(home / STICK)
        and not (name := path.relative_to(home).as_posix()).startswith((*OF_THE_SYSTEM, ".bash"))
        and name != ".profile"
    ]
    assert made == []


def test_another_computer_opens_it_by_the_passphrase(root: BareRoot, desktop: Desktop) -> None:
    """Another session has another keyring; the stick has another name there."""
    carried = root.of_person("elsewhere")
    root.of_person(STICK).rename(carried)
    try:
        with desktop.opened(root, f"{HOME}/elsewhere/copingkit/copingkit"):
            shown = desktop.do(
                ["read", "copingkit is locked"],
                ["type", "Passphrase", f"{PASSPHRASE}\n"],
                ["read", first_plan.SIGN],
            )
            assert "Help me now" in names(shown)
            desktop.picture(packed.PICTURES / "portable.png")
    finally:
        carried.rename(root.of_person(STICK))


def test_unpacked_anew_it_is_updated_and_keeps_the_data(root: BareRoot, desktop: Desktop) -> None:
    before = (data(root) / "keyslots.json").read_bytes()
    unpack(root)
    assert (data(root) / "keyslots.json").read_bytes() == before
    assert data(root).stat().st_mode & 0o777 == 0o700
    said = desktop.run(root, PROGRAM, "doctor").stdout
    assert "Ways in: passphrase, words." in said


def test_from_a_medium_that_cannot_be_written_help_is_there(
    root: BareRoot, desktop: Desktop
) -> None:
    stick = str(HOME / STICK)
    done = desktop.run(root, PROGRAM, "selftest", readonly=stick)
    assert done.returncode == 0, done.stdout + done.stderr
    with desktop.opened(root, PROGRAM, "--crisis", readonly=stick):
        desktop.do(["read", "Open my plan"])
    with desktop.opened(root, PROGRAM, readonly=stick):
        desktop.do(
            ["read", "copingkit is locked"],
            ["type", "Passphrase", f"{PASSPHRASE}\n"],
            ["read", "copingkit may not write here"],
        )


def of_a_newer_program(slots: dict[str, Any]) -> dict[str, Any]:
    """The slots file with the next format's number, whole as SECURITY.md says."""
    del slots["checksum"]
    slots["format"] += 1
    canonical = json.dumps(slots, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return slots | {"checksum": hashlib.sha256(canonical.encode()).hexdigest()}


def test_data_of_a_newer_program_is_refused_with_words(root: BareRoot, desktop: Desktop) -> None:
    slots = data(root) / "keyslots.json"
    for path in (slots, slots.with_name("keyslots.copy.json")):
        path.write_text(json.dumps(of_a_newer_program(json.loads(path.read_text()))))
    before = {path.name: path.read_bytes() for path in data(root).iterdir() if path.is_file()}
    said = desktop.run(root, PROGRAM, "doctor").stdout
    assert "newer" in said
    with desktop.opened(root, PROGRAM):
        shown = desktop.do(["read", "newer"])
        assert "Help me now" in names(shown)
    after = {path.name: path.read_bytes() for path in data(root).iterdir() if path.is_file()}
    assert {name for name in before if after.get(name) != before[name]} <= {"lock", "lock.raise"}
