"""Tries the Windows build where there is no Windows: under Wine. What it builds is never shipped.

Signing, SmartScreen, Narrator, the real Credential Locker's protection, printing and high-density
screens need Windows itself.
"""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "bundle"))

import installer
import layout

WINE = layout.ROOT / "build" / "wine"
DIST = WINE / "dist"
DRIVE = WINE / "home" / "prefix" / "drive_c"
PROGRAM = layout.ROOT / "build" / "package" / "win32" / "copingkit"
SETUP = DIST / f"copingkit-{layout.version()}-windows-x64-setup.exe"
ODD = "Über uns & mehr"
MADE = """
import os, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from copingkit import keeping
vault = keeping.vault_in(Path(os.environ["LOCALAPPDATA"], "copingkit"))
made = vault.create(keyring=True, passphrase=None)
made.open.confirm_words()
made.open.snapshot_if_due()
made.open.lock()
"""


def run(*command: str) -> str:
    """Run a Windows program; gives what it wrote. Ends when it fails."""
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": str(layout.moment()), "COPINGKIT_DIST": windows_path(DIST)
    }  # fmt: skip
    done = subprocess.run(
        [str(WINE / "run"), *command], env=environment, capture_output=True, text=True, check=False
    )
    must(done.returncode == 0, f"{command[0]} ended in {done.returncode}:\n{done.stdout[-3000:]}")
    return done.stdout


def windows_path(path: Path) -> str:
    """Where Wine shows a file of this machine."""
    return "Z:" + str(path).replace("/", "\\")


def must(holds: bool, otherwise: str) -> None:
    """End with words unless it holds."""
    if not holds:
        sys.exit(otherwise)


def build() -> None:
    """Build with the Windows Python, and the installer with this machine's NSIS."""
    DIST.mkdir(parents=True, exist_ok=True)
    python = windows_path(WINE / "windows" / "python.exe")
    run(python, windows_path(layout.PACKAGING / "bundle" / "package.py"))
    installer.make(PROGRAM, PROGRAM.parent / "copingkit.ico", SETUP)


def selftest(terminal: Path, place: str) -> None:
    """The program tries itself; its keyring is that of Windows."""
    said = run(windows_path(terminal), "selftest", "--json")
    findings = json.loads(said[said.index("{") : said.rindex("}") + 1])["findings"]
    found = {one["name"]: one for one in findings}
    must(found["keyring"]["ok"] is True, str(found["keyring"]))
    must("Windows Credential Locker" in found["keyring"]["says"], str(found["keyring"]))
    must(place in found["version"]["says"], str(found["version"]))
    for one in findings:
        print(f"  {one['name']}: {one['ok']}. {one['says']}")


def portable() -> None:
    """Unpacked to a place with an odd name."""
    folder = DRIVE / ODD
    shutil.rmtree(folder, ignore_errors=True)
    (packed,) = DIST.glob("*.zip")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder)
    print("The portable one:")
    selftest(folder / "copingkit" / "copingkit-terminal.exe", "data beside the program")
    must(not any((folder / "copingkit" / "copingkit-data").iterdir()), "It left something.")


def installed() -> None:
    """Installed without a question, tried, used, removed; the data stay."""
    run(windows_path(SETUP), "/S")
    home = next(path for path in (DRIVE / "users").iterdir() if path.name != "Public")
    local = home / "AppData" / "Local"
    program = local / "Programs" / "copingkit"
    menu = home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/copingkit"
    must((menu / "Help me now.lnk").is_file(), "Help me now is not in the Start menu.")
    print("The installed one:")
    selftest(program / "copingkit-terminal.exe", "data in the usual folder")
    shutil.rmtree(local / "copingkit", ignore_errors=True)
    python = windows_path(WINE / "windows" / "python.exe")
    run(python, "-c", MADE.format(root=windows_path(layout.ROOT)))
    said = run(windows_path(program / "copingkit-terminal.exe"), "doctor")
    must("Every page of the database is whole." in said, said)
    must("It holds a key for this vault." in said, said)
    run(windows_path(SETUP), "/S")  # over itself: an update
    run(windows_path(program / "uninstall.exe"), "/S", f"_?={windows_path(program)}")
    left = [path.name for path in program.rglob("*")] if program.exists() else []
    must(left in ([], ["uninstall.exe"]), f"left behind: {left}")  # told to run from its place
    must(not menu.exists(), "The Start menu still has it.")
    must((local / "copingkit" / "vault.db").is_file(), "The data are gone.")


def main() -> None:
    """All of it."""
    subprocess.run([str(Path(__file__).with_name("wine_python.sh")), str(WINE)], check=True)
    build()
    portable()
    installed()
    print("Built, tried, installed, used, updated and removed under Wine.")


if __name__ == "__main__":
    main()
