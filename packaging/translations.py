"""Collect the texts of the code into resources/locale/*.ts and compile each into its .qm.

    python packaging/translations.py [--into FOLDER] [LANGUAGE ...]

LANGUAGE ("de") starts a catalogue that does not exist yet; it is then translated with Qt Linguist
or any editor of .ts files, and compiled by a second run. English holds plural forms only.

lupdate reads a plain list of the calls instead of the code itself: it knows a counted text only
when the count is a literal number, and passes over calls whose count is an expression.
"""

import argparse
import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "resources" / "locale"
PLURALS_ONLY = {"en"}
DOORS = {"translate", "QT_TRANSLATE_NOOP"}


def texts() -> Iterator[tuple[str, ...]]:
    """(context, text, comment) of each call with literal texts; a fourth "n" if it is counted."""
    for path in sorted((ROOT / "copingkit").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id not in DOORS:
                continue
            given = [a.value for a in node.args[:3] if isinstance(a, ast.Constant)]
            said = [value for value in given if isinstance(value, str)]
            if len(said) >= 2:
                yield (*[*said, ""][:3], "n") if len(node.args) > 3 else tuple(said)


def collect(catalogue: Path) -> None:
    """Bring one catalogue up to date with the code; texts that are gone are dropped."""
    language = catalogue.stem.partition("_")[2]
    options = ["-pluralonly"] if language in PLURALS_ONLY else []
    options += ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
    options += ["-target-language", language, "-ts", str(catalogue)]
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder, "texts.py")
        with listing.open("w", encoding="utf-8") as file:
            for text in sorted(set(texts())):
                arguments = [quoted(part) for part in text[:3]] + ["1"] * (len(text) > 3)
                file.write(f"translate({', '.join(arguments)})\n")
        run("pyside6-lupdate", str(listing), *options)


def quoted(text: str) -> str:
    """`text` as lupdate reads strings: it knows no escapes but these."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def run(program: str, *arguments: str) -> None:
    """Run one of Qt's tools from the environment."""
    subprocess.run([str(Path(sys.executable).with_name(program)), *arguments], check=True)


def main() -> None:
    """Do both for every catalogue there is, and for a new one when it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--into", type=Path, default=CATALOGUES)
    parser.add_argument("languages", nargs="*")
    asked = parser.parse_args()
    asked.into.mkdir(exist_ok=True, parents=True)
    for language in asked.languages:
        if not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2})?", language):
            sys.exit(f"not a language code: {language}")
    known = {path.name for path in asked.into.glob("copingkit_*.ts")}
    for name in sorted(known | {f"copingkit_{code}.ts" for code in (*asked.languages, "en")}):
        catalogue = asked.into / name
        collect(catalogue)
        run("pyside6-lrelease", "-silent", str(catalogue), "-qm", str(catalogue.with_suffix(".qm")))
        print(catalogue)


if __name__ == "__main__":
    main()
