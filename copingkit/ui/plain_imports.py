"""Gives back Python's own import, which PySide replaces by one that reads sources."""

from __future__ import annotations

import builtins


def restore() -> None:
    """Import PySide and undo what it did to `import`; again is harmless.

    PySide looks into the source of each module that is imported after it, since a module may ask
    for other names of Qt's methods (`from __feature__ import snake_case`). Ours never do, and
    reading all sources is a good part of a start and of its memory. Where a later PySide does
    without this, there is nothing to give back.
    """
    import PySide6  # noqa: F401  # here, so that nothing else is imported in between

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
