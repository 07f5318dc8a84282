"""How wide the columns of a table are in the room there is: pure."""

from __future__ import annotations

from collections.abc import Sequence


def fitted(natural: Sequence[float], room: float, narrowest: float) -> list[float]:
    """Widths that fill `room` where they can.

    What is left over goes to the widest column. What is missing is taken from the widest ones, down
    to `narrowest`; beyond that they are wider than the room, and one scrolls.
    """
    widths = list(natural)
    if not widths:
        return widths
    spare = room - sum(widths)
    if spare >= 0:
        widths[widths.index(max(widths))] += spare
        return widths
    return [min(width, _cap(widths, room, narrowest)) for width in widths]


def _cap(widths: Sequence[float], room: float, narrowest: float) -> float:
    """The highest width at which all together fit, but not below `narrowest`."""
    kept = sorted(widths)
    caps = ((room - sum(kept[:n])) / (len(kept) - n) for n in range(len(kept)))
    fitting = (cap for cap, width in zip(caps, kept, strict=True) if cap < width)
    return max(next(fitting, kept[-1]), narrowest)
