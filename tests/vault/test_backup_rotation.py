"""Which snapshots stay, over any days on which any were made."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from copingkit.vault import backup_rotation

NOW = datetime(2026, 3, 14, 9, tzinfo=UTC)
HOURS = st.sets(st.integers(0, 24 * 120), min_size=1, max_size=40)


def make(folder: Path, moments: set[datetime]) -> None:
    for moment in moments:
        (folder / backup_rotation.name_for(moment)).touch()


def test_names_sort_by_time_whatever_the_zone() -> None:
    east = timezone(timedelta(hours=9))
    later = NOW.astimezone(east) + timedelta(seconds=1)
    assert backup_rotation.name_for(NOW) == "copingkit-2026-03-14-090000.backup"
    assert backup_rotation.name_for(NOW) < backup_rotation.name_for(later)


def test_files_of_somebody_else_are_never_touched(tmp_path: Path) -> None:
    for name in ("copingkit-mine.backup", "copingkit-2026-13-01-000000.backup", "notes.txt"):
        (tmp_path / name).touch()
    assert backup_rotation.dated(tmp_path) == []
    assert backup_rotation.superfluous(tmp_path, NOW) == []
    assert backup_rotation.dated(tmp_path / "none") == []


def test_those_ahead_of_the_clock_stay(tmp_path: Path) -> None:
    make(tmp_path, {NOW + timedelta(days=days) for days in range(2, 30)})
    assert backup_rotation.superfluous(tmp_path, NOW) == []


@settings(max_examples=60)
@given(HOURS)
def test_the_newest_of_each_of_seven_days_and_four_weeks_stay(hours: set[int]) -> None:
    moments = {NOW - timedelta(hours=ago) for ago in hours}
    with TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, moments)
        gone = set(backup_rotation.superfluous(folder, NOW))
        kept = [at for at, path in backup_rotation.dated(folder) if path not in gone]
    days = sorted({at.date() for at in moments}, reverse=True)[: backup_rotation.DAYS]
    older = {at for at in moments if at.date() < days[-1]}
    weeks = sorted({at.isocalendar()[:2] for at in older}, reverse=True)[: backup_rotation.WEEKS]
    expected = {max(at for at in moments if at.date() == day) for day in days}
    expected |= {max(at for at in older if at.isocalendar()[:2] == week) for week in weeks}
    assert set(kept) == expected
    assert max(moments) in kept
