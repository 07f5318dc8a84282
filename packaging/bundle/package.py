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


def write_sums() -> None:
    """`SHA256SUMS` of all that is in `dist/` now."""
    sums = layout.DIST / "SHA256SUMS"
    files = sorted(path for path in layout.DIST.iterdir() if path != sums)
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    sums.write_text("".join(f"{digest}  {name}\n" for name, digest in digests.items()))


def main() -> None:
    """Make everything anew into `dist/`.

    With `--folder` the one-folder build alone; with `--sums` the sums of what was put there since.
    """
    if "--sums" in sys.argv:
        write_sums()
        return
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
    sbom.write(program / "_internal", artefacts, layout.DIST / "sbom.cdx.json")
    write_sums()
    report = sizes.told(program, artefacts)
    (layout.WORK / "sizes.txt").write_text(report + "\n")
    print(report)


if __name__ == "__main__":
    main()
