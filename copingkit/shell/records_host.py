"""Wires the pages over all records: Search and Recently removed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from copingkit.core.errors import EnvironmentProblem, VaultClosed
from copingkit.core.records import Hit, Removed
from copingkit.shell.pages import Host
from copingkit.shell.registry import TOOLS
from copingkit.shell.removed_page import RemovedPage
from copingkit.shell.search_page import MOST, SearchPage
from copingkit.ui.language import translate


def search_page(host: Host) -> QWidget:
    """Search over everything that is open."""

    def search(query: str) -> list[Hit]:
        records = host.session.records
        if records is None:
            return []
        try:
            return records.search(query, MOST)
        except EnvironmentProblem as problem:
            host.notices.report(problem)
            return []

    page = SearchPage(search, {tool.name: tool.title() for tool in TOOLS})
    page.open_requested.connect(host.open_link)
    return page


def removed_page(host: Host) -> QWidget:
    """Recently removed; shows what is there each time it comes to the front."""
    records = host.session.records
    if records is None:
        raise VaultClosed
    page = RemovedPage({kind.name: tool.title() for tool in TOOLS for kind in tool.kinds()})

    def show() -> None:
        page.show_removed(records.removed(), host.clock.now())

    def restore(removed: Removed) -> None:
        try:
            host.session.restore(removed)
        except EnvironmentProblem as problem:
            host.notices.report(problem)
        else:
            host.notices.say(translate("RemovedPage", "It is back in its place."))

    def purge(removed: Removed) -> None:
        try:
            records.purge(removed.record_id)
        except EnvironmentProblem as problem:
            host.notices.report(problem)

    page.restore_requested.connect(restore)
    page.purge_requested.connect(purge)
    unsubscribe = records.changed.subscribe(lambda _change: show())
    page.destroyed.connect(lambda: unsubscribe())  # noqa: PLW0108 - Qt passes the page
    show()
    return page
