"""Modules that are imported after PySide are imported by Python alone."""

from __future__ import annotations

import subprocess
import sys
import textwrap


def _sources_read(before: str) -> bool:
    """Whether importing one module more has its source read, after the line `before`."""
    code = f"""
    import linecache, sys
    from copingkit.ui import plain_imports
    {before}
    from PySide6.QtCore import QObject
    import colorsys
    sys.exit(colorsys.__file__ in linecache.cache)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=False)
    assert done.returncode in {0, 1}
    return bool(done.returncode)


def test_no_source_is_read() -> None:
    assert not _sources_read("plain_imports.restore(); plain_imports.restore()")


def test_pyside_reads_them_otherwise() -> None:
    """Else there is nothing to undo any more, and the module can go."""
    assert _sources_read("pass")
