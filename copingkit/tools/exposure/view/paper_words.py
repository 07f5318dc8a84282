"""Moments and numbers as they are written on paper."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale, QTime

from copingkit.ui.language import short_date, translate


def moment(at: datetime) -> str:
    """A day and a time of day, in local time."""
    local = at.astimezone()
    time = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    return f"{short_date(at)}, {time}"


def named(name: str, value: str) -> str:
    """A name and its value in a line."""
    words = translate("Exposure", "{name}: {value}").replace("{name}", name)
    return words.replace("{value}", value)


def percent(value: int | None) -> str:
    """A number of percent; empty where nothing was said."""
    return "" if value is None else f"{value} %"


def number(value: int | None) -> str:
    """A number; empty where nothing was said."""
    return "" if value is None else str(value)
