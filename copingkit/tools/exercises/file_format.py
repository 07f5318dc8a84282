"""The file of one exercise, as it ships and as people write and share them; format 1.

`resources/exercises/README.md` explains it, `resources/schema/exercise.schema.json` is its schema.
"""

from __future__ import annotations

from typing import Any, Final

import tomli

from copingkit.core.errors import FileRefused
from copingkit.core.faults import Fault, FaultReason
from copingkit.tools.exercises.file_fields import Fields
from copingkit.tools.exercises.file_places import line_of, lines
from copingkit.tools.exercises.file_rules import findings
from copingkit.tools.exercises.model import Exercise

FORMAT: Final = 1
LARGEST: Final = 256 * 1024  # characters


def read(text: str, name: str, *, ships: bool = False) -> Exercise:
    """The exercise in a file's text; `name` is the file's, for the error.

    What `ships` was tried against the rules by our tests and is read without them, which takes a
    fifth of the time less. Raises FileRefused with every fault that was found.
    """
    if len(text) > LARGEST:
        raise FileRefused(name, (Fault(1, "", FaultReason.TOO_LONG, str(LARGEST)),))
    if not text.strip():
        raise FileRefused(name, (Fault(1, "", FaultReason.EMPTY),))
    table = _parsed(text, name)
    _check_format(table.pop("format", None), name, text)
    reader = Fields(text)
    exercise = reader.read(Exercise, table, ())
    if exercise is not None and not ships:
        for place, reason, suggestion in findings(exercise):
            reader.blame(place, reason, suggestion)
    if exercise is None or reader.faults:
        raise FileRefused(name, tuple(sorted(reader.faults, key=lambda fault: fault.line)))
    return exercise


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        line = min(error.lineno, _last_line(text))  # not its words: they quote the file
    except RecursionError:
        line = _last_line(text)
    raise FileRefused(name, (Fault(line, "", FaultReason.SYNTAX),))


def _last_line(text: str) -> int:
    return max(1, len(text.splitlines()))


def _check_format(number: object, name: str, text: str) -> None:
    if number == FORMAT and not isinstance(number, bool):
        return
    reason = FaultReason.MISSING if number is None else FaultReason.WRONG_TYPE
    if isinstance(number, int) and not isinstance(number, bool) and number > FORMAT:
        reason = FaultReason.NEWER_FORMAT
    raise FileRefused(
        name, (Fault(line_of(lines(text), ("format",)), "format", reason, str(FORMAT)),)
    )
