"""Builds a page by its name when it is first asked for."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from copingkit.core.clock import Clock
from copingkit.core.links import Link
from copingkit.preferences.preferences import Preferences
from copingkit.shell.entrance import Entrance
from copingkit.shell.registry import tool_named
from copingkit.shell.session import Session
from copingkit.ui.tasks import Tasks
from copingkit.ui.tool import Notices, Surroundings


class Host(Protocol):
    """What the pages need of the window."""

    session: Session
    preferences: Preferences
    clock: Clock
    tasks: Tasks

    @property
    def notices(self) -> Notices:
        """Where messages go."""
        ...

    def open_link(self, link: Link) -> None:
        """Go somewhere."""
        ...

    def choose_country(self, country: str) -> None:
        """Take a country."""
        ...

    def set_preferences(self, preferences: Preferences) -> None:
        """Keep new preferences."""
        ...


class Pages:
    """Makes pages for one window."""

    def __init__(self, host: Host, entrance: Entrance) -> None:
        self._host = host
        self._entrance = entrance

    def build(self, name: str) -> QWidget:
        """The page of a tool or of the shell; raises LookupError for a name that is neither."""
        if name == "entrance":
            return self._entrance.page()
        tool = tool_named(name)
        return tool.page(self._host.session.service(tool), self.surroundings())

    def surroundings(self) -> Surroundings:
        """What a tool's page may use of the program."""
        host = self._host
        return Surroundings(
            clock=host.clock,
            tasks=host.tasks,
            notices=host.notices,
            open_link=host.open_link,
            country=host.preferences.country,
            choose_country=host.choose_country,
            paper=host.preferences.paper_size,
        )
