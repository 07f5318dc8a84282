"""`copingkit selftest` tries everything, tells what does not work, and leaves nothing."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from copingkit.findings import Finding, Report
from copingkit.selftest import run
from copingkit.selftest.trial import SENTENCE, Trial
from tests.support.real_keyring import RealKeyring
from tests.support.source_tree import ROOT
from tests.support.trials import found

HERE = {"keyring", "screen reader", "tones", "voice"}  # what a computer may lack


def whole(temporary: Path, **variables: str) -> tuple[int, dict[str, Finding], str]:
    """A whole self-test in a process of its own: exit status, findings by name, what it wrote."""
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "copingkit", "selftest", "--json"],
        env=os.environ | {"TMPDIR": str(temporary)} | variables,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    content = json.loads(done.stdout)
    assert content["works"] is (done.returncode == 0)
    findings = {each["name"]: Finding(**each) for each in content["findings"]}
    return done.returncode, findings, done.stdout + done.stderr


def test_everything_is_tried_and_nothing_left(
    tmp_path: Path, real_keyring: RealKeyring, no_sound: None, own_home: Path
) -> None:
    never_run = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode")}
    status, findings, written = whole(tmp_path / "t m p", **never_run)
    assert status == 0, written
    assert list(findings) == list(run.CHECKS)
    assert {name for name, each in findings.items() if each.ok is not True} == HERE - {"keyring"}
    assert SENTENCE not in written
    assert str(tmp_path) not in written
    assert not any((tmp_path / "t m p").iterdir())
    assert not (own_home / "data" / "copingkit").exists()
    assert not (own_home / "config" / "copingkit").exists()


def test_the_report_is_for_people_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    report = Report([Finding("one", True, "Fine."), Finding("two", None, "None here.")])
    monkeypatch.setattr(run, "examine", lambda: report)
    assert run.run(as_json=False) == 0
    said = capsys.readouterr().out
    assert said.startswith("one: ok. Fine.\ntwo: not here. None here.\n")
    report.add("three", ok=False, says="Broken.")
    assert run.run(as_json=False) == 1
    assert "three: NOT OK. Broken.\nNot all is well" in capsys.readouterr().out


def test_a_network_socket_is_counted(trial: Trial) -> None:
    trial.watch.begin()
    socket.socket(socket.AF_UNIX).close()
    assert found(run.outside, trial).ok is True
    trial.watch.begin()
    sys.audit("socket.__new__", None, socket.AF_INET, socket.SOCK_STREAM, 0)
    assert found(run.outside, trial).says == "Network sockets were opened: 1."


def test_a_file_written_elsewhere_is_named(
    trial: Trial, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "trace.txt"
    trial.watch.begin()
    (trial.folder / "ours").write_text("")
    Path(__file__).read_bytes()
    elsewhere.write_text("")
    elsewhere.with_name("later").write_text("")
    assert found(run.outside, trial).says.endswith("elsewhere: later, trace.txt.")
    elsewhere.write_text("")  # nobody looks any more
    assert trial.watch.files == {"later", "trace.txt"}


def test_network_parts_in_a_package_are_named(
    trial: Trial, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    (tmp_path / "libQt6Gui.so.6").touch()
    assert found(run.no_network, trial).ok is True
    for name in ("libQt6Network.so.6", "Qt6Network.dll", "libssl.so.3", "_ssl.pyd"):
        (tmp_path / name).touch()
    said = found(run.no_network, trial).says
    assert said == "The package holds Qt6Network.dll, _ssl.pyd, libQt6Network.so.6, libssl.so.3."


@pytest.mark.xvfb
def test_on_a_desktop_the_window_is_read_over_its_bus(
    tmp_path: Path, real_keyring: RealKeyring, tmp_path_factory: pytest.TempPathFactory
) -> None:
    runtime = tmp_path_factory.mktemp("run")
    runtime.chmod(0o700)
    launcher = subprocess.Popen(
        ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"],
        env=os.environ | {"XDG_RUNTIME_DIR": str(runtime)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        status, findings, written = whole(tmp_path / "tmp", XDG_RUNTIME_DIR=str(runtime))
    finally:
        launcher.terminate()
        launcher.wait(10)
    assert status == 0, written
    assert findings["screen reader"].ok is True
    assert findings["drawings"].says.endswith("on xcb.")
