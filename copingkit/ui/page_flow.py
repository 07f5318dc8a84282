"""Which block of a print stands where: sections flow over columns and pages, titles repeat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """Heights of one section, in any one unit: its title, its title when it goes on, its blocks."""

    title: float
    continued: float
    blocks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a piece stands: `block` is None for the title, `top` counts from the column's top."""

    section: int
    block: int | None
    continued: bool
    column: int
    top: float


@dataclass(frozen=True, slots=True)
class Room:
    """The height of a column on the first page (under the heading) and on later pages."""

    first: float
    later: float
    columns: int = 1


def flow(sections: Sequence[Measured], room: Room) -> list[list[Placed]]:
    """The pieces of each page, in reading order.

    A block is never split and never parted from a title: where it does not fit, it goes on in
    the next column or page under its repeated title. A block higher than a whole column stands
    alone in one.
    """
    pages = _Pages(room)
    for number, section in enumerate(sections):
        first = section.blocks[0] if section.blocks else 0.0
        if not pages.fits(section.title + first):
            pages.turn()
        pages.put(number, None, section.title)
        for index, height in enumerate(section.blocks):
            if index and not pages.fits(height):
                pages.turn()
                pages.put(number, None, section.continued, continued=True)
            pages.put(number, index, height)
    return pages.done


class _Pages:
    def __init__(self, room: Room) -> None:
        self._room = room
        self._column = 0
        self._top = 0.0
        self.done: list[list[Placed]] = [[]]

    def fits(self, height: float) -> bool:
        return self._top == 0 or self._top + height <= self._height

    def turn(self) -> None:
        self._top = 0.0
        self._column += 1
        if self._column == self._room.columns:
            self._column = 0
            self.done.append([])

    def put(
        self, section: int, block: int | None, height: float, *, continued: bool = False
    ) -> None:
        self.done[-1].append(Placed(section, block, continued, self._column, self._top))
        self._top += height

    @property
    def _height(self) -> float:
        return self._room.first if len(self.done) == 1 else self._room.later
