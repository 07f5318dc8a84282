"""Which snapshots stay: the newest of 7 days, then the newest of 4 weeks before those."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

DAYS = 7
WEEKS = 4
_NAME = "copingkit-%Y-%m-%d-%H%M%S.backup"
_AHEAD = timedelta(days=1)


def name_for(moment: datetime) -> str:
    """The file name of a snapshot made at `moment`; sorts by time."""
    return moment.astimezone(UTC).strftime(_NAME)


def dated(backups: Path) -> list[tuple[datetime, Path]]:
    """The snapshots in the folder with the time in their name, oldest first."""
    found = []
    for path in backups.glob("copingkit-*.backup"):
        try:
            made_at = datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
        except ValueError:
            continue  # somebody else's file, or renamed by hand: never touched
        found.append((made_at, path))
    return sorted(found)


def superfluous(backups: Path, now: datetime) -> list[Path]:
    """The snapshots that may be deleted. Those dated ahead of the clock stay until it is right."""
    newest_first = [(at, path) for at, path in reversed(dated(backups)) if at <= now + _AHEAD]
    days: dict[object, Path] = {}
    weeks: dict[object, Path] = {}
    for made_at, path in newest_first:
        day = made_at.date()
        if day in days or len(days) < DAYS:
            days.setdefault(day, path)
        elif len(weeks) < WEEKS:
            weeks.setdefault(day.isocalendar()[:2], path)
    kept = {*days.values(), *weeks.values()}
    return [path for _, path in newest_first if path not in kept]
