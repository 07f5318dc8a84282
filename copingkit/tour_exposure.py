"""The exposure pages of the tour, and its prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from copingkit import sample_exposure
from copingkit.core.links import Link
from copingkit.shell.main_window import MainWindow
from copingkit.tools.exposure import flow, insight
from copingkit.tools.exposure.tool import TOOL as EXPOSURE
from copingkit.tools.exposure.trial import LogEntry, LogKind
from copingkit.tools.exposure.view.figures import of_ladder
from copingkit.tools.exposure.view.figures_sheet import figures_print
from copingkit.tools.exposure.view.ladder_sheet import ladder_print
from copingkit.tools.exposure.view.paper import LARGE, USUAL, Paper
from copingkit.tools.exposure.view.summary_sheet import Summary, summary_print
from copingkit.tools.exposure.view.trial_sheet import trial_print
from copingkit.ui.printing import Printout
from copingkit.ui.widgets.disclosure import Disclosure


def draw(take: Callable[[str], None], window: MainWindow) -> None:
    """Every page of the tool; `take` makes a picture of the window under a name."""
    service = window.session.service(EXPOSURE)
    window.open_link(Link("exposure"))
    take("exposure-empty")
    ladder, done = sample_exposure.fill(service, datetime.now(UTC))
    for name, target in (
        ("exposure", ""),
        ("exposure-ladder", f"ladder/{ladder.id}"),
        ("exposure-figures", f"figures/{ladder.id}"),
        ("exposure-cards", f"cards/{ladder.id}"),
        ("exposure-body", f"body/{ladder.id}"),
        ("exposure-print", f"print/{ladder.id}"),
        ("exposure-print-trial", f"print-trial/{done.id}"),
        ("exposure-trial-done", f"trial/{done.id}"),
    ):
        window.open_link(Link("exposure", target))
        take(name)
    _for_a_session(take, window, ladder.id)
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
