"""Where the packaging finds things and where it puts them; the version; one time for everything."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
WORK = ROOT / "build" / "package" / sys.platform
DIST = Path(os.environ.get("COPINGKIT_DIST", ROOT / "dist"))
PROGRAM = WORK / "copingkit"  # the one-folder build, which all artefacts are made of
RESOURCES = ROOT / "resources"
DATA = "copingkit-data"  # beside the program it makes a portable one of it


def version() -> str:
    """The version, as it is written in the program."""
    text = (ROOT / "copingkit" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        sys.exit("copingkit/__init__.py tells no version")
    return found[1]


def moment() -> int:
    """Seconds since 1970 that every file in a package gets: those of the last commit.

    SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/) goes first.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        asked = ["git", "log", "-1", "--format=%ct"]
        given = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return int(given)
