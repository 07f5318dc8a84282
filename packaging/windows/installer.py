"""Makes the installer for Windows of the one-folder build, by NSIS (`makensis` has to be there)."""

import subprocess
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "bundle"))

import layout


def make(program: Path, icon: Path, into: Path) -> None:
    """`program` is the one-folder build for Windows."""
    values = {
        "VERSION": layout.version(),
        "PROGRAM": program,
        "ICON": icon,
        "LICENCE": layout.ROOT / "LICENSE",
        "OUT": into,
    }
    given = [f"-D{name}={value}" for name, value in values.items()]
    script = str(Path(__file__).with_name("setup.nsi"))
    subprocess.run(["makensis", "-V2", *given, script], check=True)


def main() -> None:
    """Of the build that `package.py` made on Windows, into `dist/`."""
    out = layout.DIST / f"copingkit-{layout.version()}-windows-x64-setup.exe"
    make(layout.PROGRAM, layout.WORK / "copingkit.ico", out)
    print(out.name)


if __name__ == "__main__":
    main()
