"""Gives the window's shortcuts their work."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from copingkit.core.links import Link
from copingkit.ui import shortcuts

if TYPE_CHECKING:  # the window imports this module
    from copingkit.shell.main_window import MainWindow


def bind(window: MainWindow) -> None:
    """Bind every shortcut of the list; those that need an open vault do nothing without one."""
    for name, call in (
        ("help_now", window.help_now),
        ("lock", window.lock),
        ("hide", window.hide_now),
        ("quit", window.close),
        ("help", partial(window.open_link, Link("keys"))),
        ("larger", window.choices.larger),
        ("smaller", window.choices.smaller),
        ("undo", lambda: window.notices.undo()),  # noqa: PLW0108 - built when first asked for
    ):
        shortcuts.bind(name, window, call)
    for name, link in (
        ("print", Link("safety_plan", "print")),
        ("search", Link("search")),
        ("home", Link("home")),
        ("preferences", Link("preferences")),
    ):
        shortcuts.bind(name, window, partial(_go_if_open, window, link))


def _go_if_open(window: MainWindow, link: Link) -> None:
    if window.session.records is not None:
        window.open_link(link)
