"""Opens an exercise in the player, over whatever is shown."""

from __future__ import annotations

from copingkit.core.links import Link
from copingkit.shell.pages import Host
from copingkit.tools.exercises.model import Form
from copingkit.tools.exercises.tool import TOOL as EXERCISES
from copingkit.tools.exercises.view.player import Player
from copingkit.ui.tool import Surroundings


def player(host: Host, surroundings: Surroundings, link: Link) -> Player:
    """The player for a link ("play/<exercise>" or "play/<exercise>/short").

    Raises KeyError when there is no exercise of that id.
    """
    exercise_id, _, form = link.target.removeprefix("play/").partition("/")
    service = host.session.service(EXERCISES)
    exercise = service.exercise(exercise_id)
    wanted = Form.SHORT if form == Form.SHORT and exercise.short_minutes else Form.FULL
    return Player(exercise, wanted, service, surroundings)
