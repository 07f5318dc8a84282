"""The exposure pages of the tour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from copingkit import sample_exposure
from copingkit.core.links import Link
from copingkit.shell.main_window import MainWindow
from copingkit.tools.exposure import flow
from copingkit.tools.exposure.tool import TOOL as EXPOSURE
from copingkit.tools.exposure.trial import LogEntry, LogKind


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
        ("exposure-trial-done", f"trial/{done.id}"),
    ):
        window.open_link(Link("exposure", target))
        take(name)
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
