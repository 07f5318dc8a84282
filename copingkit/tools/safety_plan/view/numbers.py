"""A number anybody can call, as the window hands it in: tools do not import each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberToCall:
    """An emergency number or a helpline.

    `number` is shown and dialled as it is. `text_number` says how to write ("HOME to 741741"),
    empty when one cannot. `check_first` marks a number that only one source gave.
    """

    name: str
    number: str
    hours: str = ""
    note: str = ""
    text_number: str = ""
    emergency: bool = False
    check_first: bool = False


def in_order(lines: tuple[NumberToCall, ...]) -> tuple[NumberToCall, ...]:
    """Emergency numbers first, then the lines that two sources gave, then those to check."""
    return tuple(sorted(lines, key=lambda line: (not line.emergency, line.check_first)))


def first_of(lines: tuple[NumberToCall, ...], count: int) -> tuple[NumberToCall, ...]:
    """The first emergency number, then lines where somebody listens, then what is left.

    Many countries have a number each for ambulance, police and fire: those of police and fire must
    not push the helplines out of what is seen first.
    """
    ordered = in_order(lines)
    emergency = [line for line in ordered if line.emergency]
    listening = [line for line in ordered if not line.emergency]
    return (*emergency[:1], *listening, *emergency[1:])[:count]
