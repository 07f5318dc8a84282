"""Makes a vault of its own in a folder of its own, tries everything, and leaves nothing."""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Final

from copingkit import app, unattended
from copingkit.findings import Report
from copingkit.selftest import heard, program, safekeeping, window
from copingkit.selftest.outside import Watch
from copingkit.selftest.trial import Check, Trial, look, must

_NO_NETWORK: Final = re.compile(r"Qt6?Network|libssl|[/\\]_ssl\.", re.IGNORECASE)


def run(*, as_json: bool) -> int:
    """Print what was found; returns 1 when something does not work, not for what is missing."""
    report = examine()
    if as_json:
        findings = [asdict(each) for each in report.findings]
        print(json.dumps({"works": not report.failed, "findings": findings}, indent=2))
    else:
        marks = {True: "ok", False: "NOT OK", None: "not here"}
        for each in report.findings:
            print(f"{each.name}: {marks[each.ok]}. {each.says}")
        print(report.verdict)
    return 1 if report.failed else 0


def examine() -> Report:
    """Try everything; the folder of the trial is gone afterwards."""
    unattended.prepare()
    sys.dont_write_bytecode = True  # from source, of what was never loaded before
    if sys.platform == "linux":  # before there is an application: Qt looks at it once
        os.environ.setdefault("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    report = Report()
    with tempfile.TemporaryDirectory(prefix="copingkit-selftest-") as name:
        folder = Path(name).resolve()
        watch = Watch(folder)
        trial = Trial(folder, app.application(), watch)
        watch.begin()
        for what, check in CHECKS.items():
            look(report, what, check, trial)
        watch.end()
    return report


def outside(trial: Trial) -> str:
    """Nothing of the above opened a network socket or wrote a file outside the folder."""
    trial.watch.end()
    must(not trial.watch.sockets, f"Network sockets were opened: {trial.watch.sockets}.")
    written = ", ".join(sorted(trial.watch.files))
    must(not written, f"Files were written elsewhere: {written}.")
    return "No network socket was opened, and no file was written elsewhere."


def no_network(_trial: Trial) -> str:
    """The packaged program brings nothing that speaks over a network."""
    inside = getattr(sys, "_MEIPASS", "")
    if not inside:
        must("PySide6.QtNetwork" not in sys.modules, "Qt's network part was loaded.")
        return "Qt's network part was not loaded."
    files = (str(path) for path in Path(inside).rglob("*"))
    found = sorted(Path(name).name for name in files if _NO_NETWORK.search(name))
    must(not found, f"The package holds {', '.join(found)}.")
    return "The package holds neither Qt's network part nor TLS."


CHECKS: Final[dict[str, Check]] = {
    "version": program.version,
    "parts": program.parts,
    "shipped files": program.shipped,
    "translations": program.translations,
    "letters": program.letters,
    "drawings": program.drawings,
    "vault": safekeeping.vault,
    "encrypted": safekeeping.encrypted,
    "keyring": safekeeping.keyring,
    "plan": window.plan,
    "screen reader": window.screen_reader,
    "tones": heard.tones,
    "voice": heard.voice,
    "no network in it": no_network,
    "nothing outside": outside,
}
