"""What a tool hands to the window, and what the window hands to a tool."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from copingkit.core.clock import Clock
from copingkit.core.links import Link
from copingkit.core.records import RecordKind, RecordStore
from copingkit.ui.awake import Awake
from copingkit.ui.hearing import Hearing, SoundChoices
from copingkit.ui.tasks import Tasks

S = TypeVar("S")


class Notices(Protocol):
    """Short messages at the foot of the window; they take no focus."""

    def say(self, text: str) -> None:
        """Show a sentence for a while."""
        ...

    def keep(self, text: str) -> None:
        """Show something worth acting on, until it is closed."""
        ...

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Show what was done, with Undo for 10 seconds."""
        ...

    def report(self, problem: Exception) -> None:
        """Show the words of an EnvironmentProblem; anything else is raised again."""
        ...


class Surroundings(NamedTuple):
    """What a page may use of the program around it.

    `country` is a two-letter code or empty while none is chosen; `paper` is "A4" or "Letter".
    Pages are built anew when a preference changes that is seen, so these are plain values;
    `sound` is what was chosen when the page was built. `hearing` and `awake` are made when they
    are first called for.
    """

    clock: Clock
    tasks: Tasks
    notices: Notices
    open_link: Callable[[Link], None]
    country: str
    choose_country: Callable[[str], None]
    paper: str
    reduced_motion: bool
    sound: SoundChoices
    choose_sound: Callable[[SoundChoices], None]
    hearing: Callable[[], Hearing]
    awake: Callable[[], Awake]


class Page(Protocol):
    """What the window expects of a page besides being a QWidget."""

    def flush(self) -> None:
        """Save what is being typed, now: the vault is about to close."""
        ...

    def show_target(self, target: str) -> None:
        """Bring what a link points at into view; empty is the top."""
        ...


class Tool(NamedTuple, Generic[S]):
    """One entry of the sidebar.

    `service` makes the tool's service once per unlocking (records is None while no vault is
    open, for tools with `needs_vault` false); `page` builds its page when first shown.
    `restore[kind]` brings a removed record of that kind back where a plain restore is not enough.
    Everything here is quick to import: what is heavy is imported inside the functions.
    """

    name: str
    title: Callable[[], str]
    icon: str
    kinds: Callable[[], tuple[RecordKind[Any], ...]]
    service: Callable[[RecordStore | None, Clock], S]
    page: Callable[[S, Surroundings], QWidget]
    needs_vault: bool = True
    restore: Mapping[str, Callable[[S, str], None]] = MappingProxyType({})
