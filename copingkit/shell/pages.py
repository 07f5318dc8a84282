"""Builds a page by its name when it is first asked for."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtWidgets import QWidget

from copingkit.core.clock import Clock
from copingkit.core.links import Link
from copingkit.preferences.preferences import Preferences
from copingkit.shell.choices import Choices
from copingkit.shell.door import Door
from copingkit.shell.entrance import Entrance
from copingkit.shell.registry import tool_named
from copingkit.shell.session import Session
from copingkit.ui.awake import Awake
from copingkit.ui.hearing import Hearing
from copingkit.ui.tasks import Tasks
from copingkit.ui.tool import Notices, Surroundings


class Host(Protocol):
    """What the pages need of the window."""

    choices: Choices
    clock: Clock
    tasks: Tasks

    @property
    def session(self) -> Session:
        """What is in use between unlocking and locking."""
        ...

    @property
    def notices(self) -> Notices:
        """Where messages go."""
        ...

    @property
    def door(self) -> Door:
        """The way to the open vault."""
        ...

    def forget_page(self, name: str) -> None:
        """Have a page built anew when it is next shown."""
        ...

    def open_link(self, link: Link) -> None:
        """Go somewhere."""
        ...

    @property
    def preferences(self) -> Preferences:
        """The preferences in use."""
        ...


_SHELL: Final = ("home", "search", "removed", "preferences", "recovery", "print", "keys")


class Pages:
    """Makes pages for one window."""

    def __init__(self, host: Host, entrance: Entrance) -> None:
        self._host = host
        self._entrance = entrance

    def build(self, name: str) -> QWidget:
        """The page of a tool or of the shell; raises LookupError for a name that is neither."""
        if name == "entrance":
            return self._entrance.page()
        if name in _SHELL:
            return _shell_page(name, self._host)
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
            choose_country=host.choices.take_country,
            paper=host.preferences.paper_size,
            reduced_motion=host.preferences.reduced_motion,
            sound=host.choices.sound,
            choose_sound=host.choices.take_sound,
            hearing=_hearing,
            awake=_awake,
        )


def _hearing() -> Hearing:
    from copingkit.ui import heard  # not on the way to the plan

    return heard.hearing()


def _awake() -> Awake:
    from copingkit.ui.awake import system_awake  # not on the way to the plan

    return system_awake()


def _shell_page(name: str, host: Host) -> QWidget:
    # each is imported when it is first shown
    if name == "home":
        from copingkit.shell.home_host import home_page

        return home_page(host)
    if name == "preferences":
        from copingkit.shell.preferences_host import preferences_page

        return preferences_page(host)
    if name == "recovery":
        from copingkit.shell.recovery_host import recovery_page

        return recovery_page(host)
    if name == "print":
        from copingkit.shell.print_host import print_page

        return print_page(host)
    if name == "keys":
        from copingkit.shell.keys_page import KeysPage

        return KeysPage()
    from copingkit.shell import records_host

    return records_host.search_page(host) if name == "search" else records_host.removed_page(host)
