"""The exposure pages of the tour, and its prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TypeVar

from copingkit import sample_exposure
from copingkit.core.links import Link
from copingkit.shell.main_window import MainWindow
from copingkit.tools.exposure import flow, insight
from copingkit.tools.exposure.health import Answer, Topic
from copingkit.tools.exposure.ladder import Ladder
from copingkit.tools.exposure.tool import TOOL as EXPOSURE
from copingkit.tools.exposure.trial import LogEntry, LogKind, Trial
from copingkit.tools.exposure.view.body_page import BodyPage
from copingkit.tools.exposure.view.cards_page import CardsPage
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.figures import of_ladder
from copingkit.tools.exposure.view.figures_page import FiguresPage
from copingkit.tools.exposure.view.figures_sheet import figures_print
from copingkit.tools.exposure.view.ladder_sheet import ladder_print
from copingkit.tools.exposure.view.paper import LARGE, USUAL, Paper
from copingkit.tools.exposure.view.summary_sheet import Summary, summary_print
from copingkit.tools.exposure.view.trial_sheet import trial_print
from copingkit.ui.charts.chart import Chart
from copingkit.ui.printing import Printout
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.layout import PageColumn

P = TypeVar("P", bound=PageColumn)


def draw(take: Callable[[str], None], window: MainWindow) -> None:
    """Every page of the tool; `take` makes a picture of the window under a name."""
    service = window.session.service(EXPOSURE)
    window.open_link(Link("exposure"))
    take("exposure-empty")
    ladder, done = sample_exposure.fill(service, datetime.now(UTC))
    for name, target in (
        ("exposure", ""),
        ("exposure-ladder", f"ladder/{ladder.id}"),
        ("exposure-print", f"print/{ladder.id}"),
        ("exposure-print-figures", f"print/{ladder.id}/figures"),
        ("exposure-print-trial", f"print-trial/{done.id}"),
        ("exposure-trial-done", f"trial/{done.id}"),
    ):
        window.open_link(Link("exposure", target))
        take(name)
    _figures(take, window, ladder.id)
    _for_a_session(take, window, ladder.id)
    _cards(take, window, ladder, done)
    _body(take, window, ladder)
    trial = service.plan_trial(ladder.id, ladder.items[2].id)
    window.open_link(Link("exposure", f"trial/{trial.id}"))
    take("exposure-trial-before")
    trial = service.begin_trial(trial, 65)
    feeling = LogEntry(LogKind.FEELING, "tight chest, wanting to leave")
    trial = service.save_trial(flow.note(trial, service.tick(trial), feeling))
    window.open_link(Link("exposure", f"trial/{trial.id}"))
    take("exposure-trial-during")
    window.open_link(Link("exercises", "play/extended-exhale"))
    take("exposure-asked-about-calming")
    trial = service.trial(trial.id)
    trial = service.save_trial(flow.end(trial, service.tick(trial), 40))
    window.open_link(Link("exposure", f"trial/{trial.id}"))
    take("exposure-trial-after")


def _figures(take: Callable[[str], None], window: MainWindow, ladder_id: str) -> None:
    """The page, the table of all trials, and each chart while it is read."""
    window.open_link(Link("exposure", f"figures/{ladder_id}"))
    take("exposure-figures")
    (page,) = window.current_view.findChildren(FiguresPage)
    page.findChildren(Disclosure)[0].set_open(True)
    for number, chart in enumerate(page.findChildren(Chart)):
        chart.choose(1)
        page.ensureWidgetVisible(chart)
        take(f"exposure-figures-{number + 1}")


def _for_a_session(take: Callable[[str], None], window: MainWindow, ladder_id: str) -> None:
    """The summary, with what can be left out of it."""
    window.open_link(Link("exposure", f"print/{ladder_id}/session"))
    for disclosure in window.current_view.findChildren(Disclosure):
        disclosure.set_open(True)
    take("exposure-print-session")


def prints(window: MainWindow) -> Iterator[tuple[str, Printout]]:
    """Every kind of print of the tool under a name."""
    service = window.session.service(EXPOSURE)
    (ladder,) = service.ladders()
    trials = insight.done(service.trials(ladder.id))
    now = datetime.now(UTC)
    for size, points in (("", USUAL), ("-large", LARGE)):
        paper = Paper("A4", points, now)
        yield f"exposure-ladder{size}", ladder_print(ladder, paper)
        yield f"exposure-trial{size}", trial_print(trials[-1], paper)
        yield f"exposure-session{size}", summary_print(Summary(ladder, trials), paper)
        yield f"exposure-figures{size}", figures_print(ladder.fear, of_ladder(trials), paper)
    yield "exposure-ladder-letter", ladder_print(ladder, Paper("Letter", USUAL, now))


def _cards(take: Callable[[str], None], window: MainWindow, ladder: Ladder, done: Trial) -> None:
    """A card that is called to mind, from both sides, and the deck."""
    page = _page(window, f"cards/{ladder.id}/{done.id}", CardsPage)
    take("exposure-card")
    page.turn()
    take("exposure-card-turned")
    page.look_through()
    take("exposure-cards")


def _body(take: Callable[[str], None], window: MainWindow, ladder: Ladder) -> None:
    """The questions about health, the exposures after them, and one of them tried."""
    service = window.session.service(EXPOSURE)
    _page(window, f"body/{ladder.id}", BodyPage)
    take("exposure-health")
    for topic in Topic:
        service.health.answer(topic, Answer.YES if topic is Topic.BALANCE else Answer.NO)
    page = _page(window, f"body/{ladder.id}", BodyPage)
    page.cards[1].how.set_open(True)
    take("exposure-body")
    page.cards[2].put_requested.emit()  # with a clinician, after what was answered
    item = service.ladder(ladder.id).items[-1]
    trial = service.plan_trial(ladder.id, item.id)
    window.open_link(Link("exposure", f"trial/{trial.id}"))
    take("exposure-body-before")
    service.begin_trial(trial, 40)
    window.open_link(Link("exposure", f"trial/{trial.id}"))
    take("exposure-body-during")
    service.remove_trial(trial.id)
    service.remove_item(ladder.id, item.id)


def _page(window: MainWindow, target: str, kind: type[P]) -> P:
    """Go to a place of the tool; raises TypeError where another page is there."""
    window.open_link(Link("exposure", target))
    whole = window.current_view
    shown = whole.shown if isinstance(whole, ExposurePage) else None
    if not isinstance(shown, kind):
        raise TypeError(f"{kind.__name__} was expected")
    return shown
