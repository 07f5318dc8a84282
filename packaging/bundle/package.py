"""`make package`: the build for this system, its packages, their checksums and what is in them."""

import hashlib
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import installers
import layout
import one_folder
import portable
import sbom
import sizes

Packer = Callable[[Path, Path], None]


def linux() -> dict[str, Packer]:
    """Name of each artefact and what makes it."""
    version = layout.version()
    return {
        f"copingkit-{version}-linux-x86_64.tar.xz": portable.tar_xz,
        f"copingkit_{version}_amd64.deb": installers.deb,
        f"copingkit-{version}.x86_64.rpm": installers.rpm,
        f"copingkit-{version}-x86_64.AppDir.squashfs": installers.app_dir,
    }


def windows() -> dict[str, Packer]:
    """The portable zip; `packaging/windows` makes the installer of the same build."""
    return {f"copingkit-{layout.version()}-windows-x64.zip": portable.zipped}


def main() -> None:
    """Make everything anew into `dist/`; with `--folder` the one-folder build alone."""
    program = one_folder.build()
    if "--folder" in sys.argv:
        print(f"The build is in {program.relative_to(layout.ROOT)}.")
        return
    shutil.rmtree(layout.DIST, ignore_errors=True)
    layout.DIST.mkdir()
    packers = {"linux": linux, "win32": windows}.get(sys.platform, dict)()
    for name, packer in packers.items():
        packer(program, layout.DIST / name)
        print(f"dist/{name}", flush=True)
    artefacts = [layout.DIST / name for name in packers]
    inside = program / "_internal"
    sbom.write(inside, artefacts, layout.DIST / "sbom.cdx.json")
    sums = [(hashlib.sha256(path.read_bytes()).hexdigest(), path.name)
            for path in sorted(layout.DIST.iterdir())]  # fmt: skip
    listed = "".join(f"{digest}  {name}\n" for digest, name in sums)
    (layout.DIST / "SHA256SUMS").write_text(listed)
    report = sizes.told(program, artefacts)
    (layout.WORK / "sizes.txt").write_text(report + "\n")
    print(report)


if __name__ == "__main__":
    main()
