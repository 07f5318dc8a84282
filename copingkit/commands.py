"""What the command line does besides opening the window at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from copingkit import __version__
from copingkit.core.errors import EnvironmentProblem


def run_command(given: Sequence[str]) -> int:
    """Do what the arguments say; returns the exit status (2 for wrong use)."""
    asked = _parser().parse_args(given)
    folder = Path(asked.vault).expanduser().resolve() if asked.vault else None
    if asked.command is None:
        from copingkit.app import run

        return run(folder, crisis=asked.crisis)
    if asked.command == "tour":
        from copingkit import tour

        return tour.run(Path(asked.out), asked.looks)
    if asked.command == "doctor":
        from copingkit import doctor

        return doctor.run(folder, as_json=asked.json)
    if asked.command == "selftest":
        from copingkit.selftest import run as selftest

        return selftest.run(as_json=asked.json)
    return _with_file(asked, folder)


def _with_file(asked: argparse.Namespace, folder: Path | None) -> int:
    from copingkit import keeping
    from copingkit.ui import messages

    vault, file = keeping.vault_in(folder), Path(asked.file).expanduser()
    try:
        if asked.command == "backup":
            said = keeping.back_up(vault, file)
        elif asked.command == "restore":
            said = keeping.restore(vault, file, replace=asked.replace)
        elif asked.command == "export":
            said = keeping.export(vault, file)
        else:
            said = keeping.bring_in(vault, file)
    except EnvironmentProblem as problem:
        words = messages.words_for(problem)
        print(" ".join(filter(None, (words.what, words.safe, words.next))), file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):  # at the question for the passphrase
        print("Stopped. Nothing was changed.", file=sys.stderr)
        return 1
    print(said)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="copingkit",
        description="A private safety plan on your own computer. A tool, and no medical advice.",
    )
    parser.add_argument("--version", action="version", version=f"copingkit {__version__}")
    parser.add_argument("--crisis", action="store_true", help="go straight to Help me now")
    parser.add_argument("--vault", metavar="DIR", help="use the vault in this folder")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    doctor = commands.add_parser("doctor", help="look whether all is well; no private text")
    doctor.add_argument("--json", action="store_true", help="print JSON")
    selftest = commands.add_parser("selftest", help="try whether copingkit works on this computer")
    selftest.add_argument("--json", action="store_true", help="print JSON")
    tour = commands.add_parser("tour", help="draw every page with a made-up person")
    tour.add_argument("--out", required=True, metavar="DIR", help="where the pictures go")
    tour.add_argument(
        "--looks", nargs="+", default=["light", "dark", "large"], help="light dark contrast large"
    )
    for name, says in (
        ("backup", "write the vault to one encrypted file"),
        ("restore", "bring back a backup file"),
        ("export", "write everything as readable JSON, which is not protected"),
        ("import", "read such a JSON file into an empty vault"),
    ):
        command = commands.add_parser(name, help=says)
        command.add_argument("file", metavar="FILE")
        if name == "restore":
            command.add_argument(
                "--replace", action="store_true", help="set what is there aside, under new names"
            )
    return parser
