"""Puts PySide's support modules beside it, compiled; else each start compiles them from source."""

import py_compile
import sys
import tempfile
from pathlib import Path
from typing import Any

import PySide6.QtCore  # noqa: F401 - it loads them

PLACE = Path("shiboken6", "files.dir")  # where PySide looks before it looks into its own library


def unpack(inside: Path) -> None:
    """Into `inside`, the `_internal` of a one-folder build; the same bytes each time."""
    importer: Any = sys.modules["shibokensupport.signature.loader"].__loader__
    names = [name for name in importer.zfile.namelist() if name.startswith("shibokensupport/")]
    with tempfile.TemporaryDirectory() as folder:
        importer.zfile.extractall(folder, names)
        for name in names:
            if name.endswith(".py"):
                _compile(Path(folder, name), name, inside / PLACE / f"{name}c")


def _compile(source: Path, name: str, into: Path) -> None:
    into.parent.mkdir(parents=True, exist_ok=True)
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH  # there is no source to check it by
    py_compile.compile(str(source), str(into), name, doraise=True, invalidation_mode=unchecked)
