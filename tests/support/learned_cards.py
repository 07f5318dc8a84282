"""Trials that are done, for the cards they leave."""

from __future__ import annotations

from copingkit.tools.exposure import flow
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import After, Before, CameTrue, Trial
from tests.support.clock import HandClock


def learned(
    service: ExposureService, clock: HandClock, ladder_id: str, happened: str, feared: str = ""
) -> Trial:
    """A trial of the first situation that is done."""
    trial = service.plan_trial(ladder_id, service.ladder(ladder_id).items[0].id)
    trial = service.begin_trial(flow.prepare(trial, Before(feared=feared)), 50)
    clock.go_on(minutes=5)
    trial = service.save_trial(flow.end(trial, service.tick(trial), 30))
    after = After(happened, CameTrue.NO, learned=f"Learned: {happened}")
    return service.close_trial(flow.reflect(trial, after))
