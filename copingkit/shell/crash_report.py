"""What may be told about a bug of ours: kinds and places in the code, never a value or a text."""

from __future__ import annotations

import platform
import traceback
from pathlib import PurePath
from types import TracebackType

from copingkit import __version__

_MOST_PLACES = 40
_MOST_CAUSES = 5


def report(error: BaseException) -> str:
    """The classes of an error and its causes with file name, line and function of each step.

    Neither messages nor local values are in it: both can hold what somebody wrote. Folders are
    left out too, since they hold the name of the login.
    """
    lines = [f"copingkit {__version__}, Python {platform.python_version()}, {platform.system()}"]
    for cause in _causes(error):
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        lines += _places(cause.__traceback__)
    return "\n".join(lines)


def _causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    present: BaseException | None = error
    while present is not None and present not in found and len(found) < _MOST_CAUSES:
        found.append(present)
        hidden = present.__suppress_context__
        present = present.__cause__ or (None if hidden else present.__context__)
    return found


def _places(trace: TracebackType | None) -> list[str]:
    steps = [
        (PurePath(frame.f_code.co_filename).name, line, frame.f_code.co_name)
        for frame, line in traceback.walk_tb(trace)
    ]
    return [f"  {name}:{line} {function}" for name, line, function in steps[-_MOST_PLACES:]]
