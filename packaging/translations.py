"""Collect the texts of the code into resources/locale/*.ts and compile each into its .qm.

    python packaging/translations.py [LANGUAGE]

LANGUAGE ("de") starts a catalogue that does not exist yet; it is then translated with Qt Linguist
or any editor of .ts files, and compiled by a second run. English holds plural forms only.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "resources" / "locale"
TOOLS = Path(sys.executable).parent
PLURALS_ONLY = {"en"}


def collect(catalogue: Path) -> None:
    """Bring one catalogue up to date with the code; texts that are gone are dropped."""
    language = catalogue.stem.partition("_")[2]
    options = ["-pluralonly"] if language in PLURALS_ONLY else []
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "copingkit").rglob("*.py"))
    options += ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
    options += ["-target-language", language, "-ts", str(catalogue)]
    command = [str(TOOLS / "pyside6-lupdate"), *sources, *options]
    subprocess.run(command, check=True, cwd=ROOT)


def compile_catalogue(catalogue: Path) -> None:
    """Write the .qm that the program loads."""
    target = catalogue.with_suffix(".qm")
    command = [str(TOOLS / "pyside6-lrelease"), "-silent", str(catalogue), "-qm", str(target)]
    subprocess.run(command, check=True, cwd=ROOT)


def main() -> None:
    """Do both for every catalogue there is, and for a new one when it is asked for."""
    CATALOGUES.mkdir(exist_ok=True)
    asked = [language for language in sys.argv[1:] if language]
    for language in asked:
        if not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2})?", language):
            sys.exit(f"not a language code: {language}")
    known = {path.name for path in CATALOGUES.glob("copingkit_*.ts")}
    wanted = known | {f"copingkit_{language}.ts" for language in (*asked, "en")}
    for name in sorted(wanted):
        collect(CATALOGUES / name)
        compile_catalogue(CATALOGUES / name)
        print(f"resources/locale/{name}")


if __name__ == "__main__":
    main()
