"""Leaves out of ICU's data, which Qt for Linux brings, what nothing in the program asks for.

That are the names of currencies, languages, regions, units and time zones and the words for numbers
in other languages than English, and the tables of old encodings: more than half of 32 MB. What
sorts, compares and breaks text stays, in all languages. A name that is asked for all the same falls
back to the root's.
"""

import re
import struct
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

_LEFT_OUT = re.compile(
    r"[^/]+/((curr|lang|rbnf|region|unit|zone)/(?!en\.|res_index\.)[a-z]{2,3}(_\w+)?\.res"
    r"|[^/]+\.cnv)"
)
_ALIGNED = 16  # bytes that each item begins at a multiple of
_ASSEMBLY = """
.section .rodata
.balign 16
.globl {symbol}
.type {symbol}, @object
{symbol}: .incbin "{data}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack, "", @progbits
"""


@dataclass(frozen=True)
class Package:
    """ICU's common data: a header, and items by name in their order ("icudt73l/coll/de.res").

    A table of contents follows the header: how many, then for each where its name and where its
    bytes begin, counted from the table (ICU, common/ucmndata.h).
    """

    header: bytes
    items: dict[str, bytes]


def read(data: bytes) -> Package:
    """Take the data apart; raises ValueError where they are of another form."""
    size, magic, form = struct.unpack_from("<H2s8x4s", data)
    if (magic, form) != (b"\xda\x27", b"CmnD"):
        raise ValueError("no common data of ICU, or of another byte order")
    header, table = data[:size], data[size:]
    (count,) = struct.unpack_from("<I", table)
    places = list(struct.iter_unpack("<II", table[4 : 4 + 8 * count]))
    ends = [start for _name, start in places[1:]] + [len(table)]
    items = {
        table[name : table.index(b"\0", name)].decode(): table[start:end]
        for (name, start), end in zip(places, ends, strict=True)
    }
    return Package(header, items)


def written(package: Package) -> bytes:
    """The same put together; what `read` gives of it is equal but for bytes that fill up."""
    names = [f"{name}\0".encode() for name in package.items]
    where = 4 + 8 * len(names)
    start = _filled(where + sum(map(len, names)))
    table = struct.pack("<I", len(names))
    for name, item in zip(names, package.items.values(), strict=True):
        table += struct.pack("<II", where, start)
        where, start = where + len(name), start + _filled(len(item))
    table += b"".join(names)
    content = [table.ljust(_filled(len(table)), b"\0")]
    content += [item.ljust(_filled(len(item)), b"\0") for item in package.items.values()]
    return package.header + b"".join(content)


def stays(name: str) -> bool:
    """Whether an item is kept."""
    return not _LEFT_OUT.fullmatch(name)


def slim(library: Path) -> None:
    """Make `libicudata.so.NN` anew without what is left out."""
    number = library.name.rpartition(".")[2]
    with tempfile.TemporaryDirectory() as folder:
        data, code = Path(folder, "data"), Path(folder, "code.o")
        section = ["objcopy", "-O", "binary", "--only-section=.rodata"]
        subprocess.run([*section, str(library), str(data)], check=True)
        whole = read(data.read_bytes())
        kept = {name: item for name, item in whole.items.items() if stays(name)}
        data.write_bytes(written(Package(whole.header, kept)))
        assembly = _ASSEMBLY.format(symbol=f"icudt{number}_dat", data=data.name)
        assembled = ["as", "-o", str(code), "-"]
        subprocess.run(assembled, input=assembly.encode(), check=True, cwd=folder)
        linked = ["ld", "-shared", "--build-id=none", "-soname", library.name, "-o", str(library)]
        subprocess.run([*linked, str(code)], check=True)


def _filled(size: int) -> int:
    return -size % _ALIGNED + size
