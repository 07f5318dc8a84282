"""A page with the real parts of the window around it, and no window."""

from __future__ import annotations

from dataclasses import dataclass, field

from copingkit.core.clock import Clock
from copingkit.core.links import Link
from copingkit.ui.hearing import SoundChoices
from copingkit.ui.tasks import Tasks
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.notice_bar import NoticeBar
from tests.support.ears import Ears, ScreenSwitch


@dataclass
class Around:
    """What a page asked of the window: links to open, countries to take; `notices` is real."""

    clock: Clock
    notices: NoticeBar = field(default_factory=NoticeBar)
    tasks: Tasks = field(default_factory=Tasks)
    links: list[Link] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    sounds: list[SoundChoices] = field(default_factory=list)
    sound: SoundChoices = field(default_factory=SoundChoices)
    ears: Ears = field(default_factory=Ears)
    awake: ScreenSwitch = field(default_factory=ScreenSwitch)

    def surroundings(self, *, country: str = "", paper: str = "A4") -> Surroundings:
        """What is handed to a page."""
        return Surroundings(
            clock=self.clock,
            tasks=self.tasks,
            notices=self.notices,
            open_link=self.links.append,
            country=country,
            choose_country=self.countries.append,
            paper=paper,
            reduced_motion=False,
            sound=self.sound,
            choose_sound=self.sounds.append,
            hearing=lambda: self.ears,
            awake=lambda: self.awake,
        )
