"""The portable copingkit: one archive to unpack anywhere, with a folder for the data in it."""

import lzma
import tarfile
import zipfile
from pathlib import Path

import layout

FOLDER = "copingkit"  # without the version: unpacked over an older one it updates it
_PRESET = 9 | lzma.PRESET_EXTREME
_FILTERS = [
    {"id": lzma.FILTER_X86},  # machine code packs better
    {"id": lzma.FILTER_LZMA2, "preset": _PRESET, "dict_size": 64 << 20},
]


def tar_xz(program: Path, into: Path) -> None:
    """Pack the build for Linux; the same files give the same bytes."""
    with (
        lzma.open(into, "w", format=lzma.FORMAT_XZ, filters=_FILTERS) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        for path in [program, *sorted(program.rglob("*"))]:
            name = Path(FOLDER, path.relative_to(program)).as_posix()
            archive.add(path, name, recursive=False, filter=_plain)
        data = tarfile.TarInfo(f"{FOLDER}/{layout.DATA}")
        data.type, data.mode = tarfile.DIRTYPE, 0o700
        archive.addfile(_dated(data))


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return _dated(entry)


def _dated(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.mtime = layout.moment()
    return entry


def zipped(program: Path, into: Path) -> None:
    """Pack the build for Windows."""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(program.rglob("*")):
            if path.is_file():
                name = Path(FOLDER, path.relative_to(program)).as_posix()
                archive.writestr(_entry(name), path.read_bytes(), zipfile.ZIP_DEFLATED)
        archive.writestr(_entry(f"{FOLDER}/{layout.DATA}/"), b"")


def _entry(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
