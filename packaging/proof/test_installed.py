"""The .deb on a machine that has no Python: installed, used, restarted, removed."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator

import first_plan
import packed
import pytest
from bare_root import BareRoot
from desktop import Desktop, nameless

PROGRAM = "/usr/bin/copingkit"
MISSING = {"tones", "voice"}  # which this desktop has not


@pytest.fixture(scope="module", params=["bookworm", "trixie"])
def root(request: pytest.FixtureRequest) -> Iterator[BareRoot]:
    """A minimal Debian with the package and what it depends on, and nothing else."""
    made = BareRoot(request.param, "installed")
    assert not [name for name in made.installed() if "python" in name]
    made.apt("install", made.put(packed.deb(), "/tmp"))
    yield made
    made.remove()


def test_there_is_no_python_on_it(root: BareRoot) -> None:
    assert not [name for name in root.installed() if "python" in name]
    for folder in ("usr/bin", "usr/local/bin", "usr/sbin"):
        assert not list((root.folder / folder).glob("python*"))


def test_it_tries_itself(root: BareRoot, desktop: Desktop) -> None:
    done = desktop.run(root, PROGRAM, "selftest", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    found = {one["name"]: one for one in json.loads(done.stdout)["findings"]}
    assert {name for name, one in found.items() if one["ok"] is None} == MISSING
    assert {name for name, one in found.items() if one["ok"] is True} == first_plan.WORKS
    assert "; packaged, data in the usual folder" in found["version"]["says"]
    assert "on xcb" in found["drawings"]["says"]
    assert "not in this build" not in found["tones"]["says"]
    assert not root.of_person(".local/share/copingkit").exists()


def test_a_plan_is_written_and_read_after_a_restart(root: BareRoot, desktop: Desktop) -> None:
    first_plan.write(desktop, root, PROGRAM)
    first_plan.find_again(desktop, root, PROGRAM, root.folder.name)


def test_help_is_one_press_away_in_the_menu(root: BareRoot, desktop: Desktop) -> None:
    entry = (root.folder / "usr/share/applications/copingkit.desktop").read_text()
    command = entry.rpartition("Exec=")[2].split()
    assert command == ["copingkit", "--crisis"]
    with desktop.opened(root, *command):
        shown = desktop.do(["read", "Next step"])
        assert nameless(shown) == []
        desktop.picture(packed.PICTURES / f"crisis-{root.folder.name}.png")


def test_removing_it_leaves_the_data_and_nothing_else(root: BareRoot) -> None:
    vault = root.of_person(".local/share/copingkit/vault.db")
    vault.parent.mkdir(parents=True, exist_ok=True)
    vault.touch()
    before = vault.read_bytes()
    root.apt("install", "--reinstall", f"/tmp/{packed.deb().name}")
    root.apt("purge", "copingkit")
    assert vault.read_bytes() == before
    left = subprocess.run(
        ["find", str(root.folder), "-xdev", "-path", "*copingkit*", "-not", "-path", "*/home/*",
         "-not", "-path", "*/tmp/*", "-not", "-path", "*/var/*"],
        check=True, capture_output=True, text=True,
    ).stdout.replace(str(root.folder), "")  # fmt: skip
    assert left.split() == []
