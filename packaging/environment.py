"""Make `.venv` from `dev.lock`, or leave it alone when it fits already (standard library only)."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
MARK = ENVIRONMENT / "copingkit.made"
MADE_FROM = ("dev.lock", "pyproject.toml")


def fingerprint() -> str:
    """What the environment depends on: this Python, the lock file, the project's metadata."""
    digest = hashlib.sha256(repr((sys.version, str(ROOT))).encode())
    for name in MADE_FROM:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def python() -> Path:
    """The interpreter inside the environment."""
    inside = ("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python")
    return ENVIRONMENT.joinpath(*inside)


def pip(*arguments: str) -> None:
    """Run pip inside the environment; it checks the hashes in the lock file."""
    quiet = ("-q", "--disable-pip-version-check", "--no-input")
    subprocess.run([python(), "-m", "pip", "install", *quiet, *arguments], check=True, cwd=ROOT)


def main() -> None:
    """Install what is locked, then copingkit itself in place; the mark is written last."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this one runs on whatever Python there is
        sys.exit("copingkit needs Python 3.11 or newer; this is " + sys.version.split()[0])
    wanted = fingerprint()
    if MARK.is_file() and MARK.read_text() == wanted:
        return
    print("Making .venv from dev.lock (a minute or two, once) ...", flush=True)
    MARK.unlink(missing_ok=True)
    # from scratch, so that what left the lock is gone too
    venv.create(ENVIRONMENT, clear=True, symlinks=os.name != "nt", with_pip=True)
    # the lock is whole; resolved again, an extra would be looked for in versions it does not name
    pip("--no-deps", "-r", "dev.lock")
    pip("--no-build-isolation", "--no-deps", "-e", ".")
    MARK.write_text(wanted)


if __name__ == "__main__":
    main()
