"""The command line: what is asked, what is refused, and what wrong use ends in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from copingkit import __version__, app, cli, commands, doctor, tour
from tests.support import terminal

Called = list[tuple[object, ...]]


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> Called:
    """What would be opened or done, without opening or doing it."""
    calls: Called = []

    def run(folder: Path | None, *, crisis: bool) -> int:
        calls.append(("window", folder, crisis))
        return 7

    def look(folder: Path | None, *, as_json: bool) -> int:
        calls.append(("doctor", folder, as_json))
        return 1

    def draw(out: Path, looks: list[str]) -> int:
        calls.append(("tour", out, *looks))
        return 0

    monkeypatch.setattr(app, "run", run)
    monkeypatch.setattr(doctor, "run", look)
    monkeypatch.setattr(tour, "run", draw)
    return calls


@pytest.mark.parametrize(
    ("given", "call"),
    [
        ([], ("window", None, False)),
        (["--crisis"], ("window", None, True)),
        (["--vault", "/a", "--crisis"], ("window", Path("/a"), True)),
        (["--vault", "/a/../b"], ("window", Path("/b"), False)),
    ],
)
def test_the_window_is_opened(given: list[str], call: tuple[object, ...], called: Called) -> None:
    assert cli.main(given) == 7
    assert called == [call]


def test_the_vaults_folder_may_be_given_from_home(called: Called, own_home: Path) -> None:
    cli.main(["--vault", "~/v"])
    assert called == [("window", own_home.resolve() / "v", False)]


def test_a_command_is_done_in_place_of_the_window(called: Called) -> None:
    assert cli.main(["doctor"]) == 1
    assert cli.main(["--vault", "/a", "doctor", "--json"]) == 1
    assert cli.main(["tour", "--out", "/t", "--looks", "dark", "large"]) == 0
    assert called == [
        ("doctor", None, False),
        ("doctor", Path("/a"), True),
        ("tour", Path("/t"), "dark", "large"),
    ]


def test_without_arguments_those_of_the_process_count(
    called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["copingkit", "--crisis"])
    cli.main()
    assert called == [("window", None, True)]


@pytest.mark.parametrize(
    "given", [["--crises"], ["dance"], ["tour"], ["backup"], ["restore", "a", "b"], ["--vault"]]
)
def test_wrong_use_ends_in_2(
    given: list[str], called: Called, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(given)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: copingkit")
    assert not called


def test_an_unknown_look_is_wrong_use(tmp_path: Path) -> None:
    assert cli.main(["tour", "--out", str(tmp_path), "--looks", "sepia"]) == 2
    assert not list(tmp_path.iterdir())


def test_the_version_and_help_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    for option, said in (("--version", f"copingkit {__version__}\n"), ("--help", "no medical")):
        with pytest.raises(SystemExit) as ended:
            commands.run_command([option])
        assert ended.value.code == 0
        assert said in capsys.readouterr().out


def test_it_runs_as_a_module() -> None:
    done = terminal.run("--version")
    assert (done.status, done.out) == (0, f"copingkit {__version__}\n")


def test_the_way_to_the_window_loads_no_commands() -> None:
    code = (
        "import sys; from copingkit import app, cli; app.run = lambda *_, **__: 0; "
        "cli.main([]); sys.exit('copingkit.commands' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
