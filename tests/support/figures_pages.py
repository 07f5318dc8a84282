"""The figures page of a ladder, as tests go through it, and trials that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from copingkit.core.clock import Clock
from copingkit.tools.exposure import flow
from copingkit.tools.exposure.ladder import Contexts, Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import After, CameTrue, Trial
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.figures_page import FiguresPage
from copingkit.ui.charts.chart import Chart
from copingkit.ui.charts.numbers_table import NumbersModel, NumbersTable
from tests.support.clock import HandClock
from tests.support.controls import buttons, press


def opened(qtbot: QtBot, page: ExposurePage, ladder: Ladder) -> FiguresPage:
    """The page once everything that was read while idle is there."""
    page.show_target(f"figures/{ladder.id}")
    shown = page.shown
    assert isinstance(shown, FiguresPage)
    qtbot.waitUntil(lambda: not shown._steps)
    return shown


def tried(
    service: ExposureService,
    clock: HandClock,
    ladder: Ladder,
    *,
    item: int = 0,
    likely: int | None = 70,
    after: int | None = 30,
    suds: Sequence[int] = (50, 60, 30),
    place: str = "park",
) -> Trial:
    """A day later: a trial gone through, with so many readings, one a minute."""
    clock.go_on(minutes=24 * 60)
    trial = service.plan_trial(ladder.id, ladder.items[item].id)
    before = replace(trial.before, expectancy=likely, peak=80, contexts=Contexts(place))
    trial = flow.prepare(trial, before)
    trial = service.begin_trial(trial, suds[0] if suds else None)
    for number in suds[1:]:
        clock.go_on(minutes=1)
        trial = flow.add_suds(trial, service.tick(trial), number)
    clock.go_on(minutes=1)
    trial = service.save_trial(flow.end(trial, service.tick(trial)))
    reflected = After("Nothing.", CameTrue.NO, 40, expectancy=after)
    return service.close_trial(flow.reflect(trial, reflected))


def chart(page: QWidget, title: str) -> Chart:
    (found,) = (
        one for one in page.findChildren(Chart) if one.accessibleName() == title and one.isVisible()
    )
    return found


def titles(page: QWidget) -> set[str]:
    return {one.accessibleName() for one in page.findChildren(Chart) if one.isVisible()}


def rows(page: QWidget, title: str) -> list[tuple[str, ...]]:
    """The table under a chart, opened where it is not."""
    wanted = f"Show the numbers as a table: {title}"
    if buttons(page, wanted):
        press(page, wanted)
    (found,) = (
        one
        for one in page.findChildren(NumbersTable)
        if one.accessibleName() == f"{title}: the numbers"
    )
    model = found.model()
    assert isinstance(model, NumbersModel)
    return list(model.table.rows)


ALL = {
    "All trials together",
    "Trial by trial",
    "Before and after each trial",
    "Distress within a trial",
    "Where, with whom, when",
}


def many(service: ExposureService, ladder: Ladder, count: int, clock: Clock) -> None:
    """Trials an hour apart, the newest before now."""
    first = clock.now() - timedelta(hours=count)
    for number in range(count):
        at = first + timedelta(hours=number)
        trial = flow.plan(ladder, ladder.items[0], f"many-{number}", at)
        before = replace(trial.before, expectancy=number % 100, contexts=Contexts("park"))
        trial = flow.begin(flow.prepare(trial, before), at, 50)
        trial = flow.add_suds(trial, service.tick(trial), 40)
        trial = flow.end(trial, service.tick(trial), 30)
        after = After("Nothing.", CameTrue.NO, 10, expectancy=10)
        service.save_trial(flow.close(flow.reflect(trial, after), at))
