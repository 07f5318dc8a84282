"""Make an environment from its lock, or leave it alone when it fits already.

    python packaging/environment.py [package]

Without a word it is `.venv` of `dev.lock`, with the program itself in place; with `package` the one
that `make package` builds in. Uses the standard library only.
"""

import hashlib
import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Environment:
    """Where it is, what it is made from, and whether the program is worked on in it."""

    folder: Path
    lock: str
    program_in_place: bool

    @property
    def mark(self) -> Path:
        """The file that says what it was made from."""
        return self.folder / "copingkit.made"

    def fingerprint(self) -> str:
        """What it depends on: this Python, the lock, the project's metadata."""
        digest = hashlib.sha256(repr((sys.version, str(ROOT))).encode())
        for name in (self.lock, "pyproject.toml"):
            digest.update((ROOT / name).read_bytes())
        return digest.hexdigest()

    def pip(self, *arguments: str) -> None:
        """Run its pip, which checks the hashes in the lock."""
        inside = ("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python")
        python = self.folder.joinpath(*inside)
        quiet = ("-q", "--disable-pip-version-check", "--no-input")
        subprocess.run([python, "-m", "pip", "install", *quiet, *arguments], check=True, cwd=ROOT)


ENVIRONMENTS = {
    "": Environment(ROOT / ".venv", "dev.lock", program_in_place=True),
    "package": Environment(ROOT / "build" / "package-env", "package.lock", program_in_place=False),
}


def main() -> None:
    """Install what is locked; the mark is written last."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this one runs on whatever Python there is
        sys.exit("copingkit needs Python 3.11 or newer; this is " + sys.version.split()[0])
    made = ENVIRONMENTS[sys.argv[1] if len(sys.argv) > 1 else ""]
    wanted = made.fingerprint()
    if made.mark.is_file() and made.mark.read_text() == wanted:
        return
    where = made.folder.relative_to(ROOT).as_posix()
    print(f"Making {where} from {made.lock} (a minute or two, once) ...", flush=True)
    made.mark.unlink(missing_ok=True)
    # from scratch, so that what left the lock is gone too
    venv.create(made.folder, clear=True, symlinks=os.name != "nt", with_pip=True)
    # the lock is whole; resolved again, an extra would be looked for in versions it does not name
    options = ["--no-deps", "-r", made.lock]
    if not made.program_in_place:
        options.append("--no-compile")  # the build compiles what it takes
    made.pip(*options)
    if made.program_in_place:
        made.pip("--no-build-isolation", "--no-deps", "-e", ".")
    made.mark.write_text(wanted)


if __name__ == "__main__":
    main()
