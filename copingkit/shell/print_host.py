"""The page that prints the plan, with the helplines of the country on it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from copingkit.core.links import Link
from copingkit.shell.crisis_host import numbers
from copingkit.shell.pages import Host
from copingkit.tools.helplines.tool import TOOL as HELPLINES
from copingkit.tools.safety_plan.tool import TOOL as SAFETY_PLAN
from copingkit.tools.safety_plan.view.print_page import PrintPage
from copingkit.tools.safety_plan.view.sheet_text import Material


def material(host: Host) -> Material:
    """The plan as it is now, with the lines to put beside it."""
    plan = host.session.service(SAFETY_PLAN)
    return Material(
        plan.plan,
        plan.version,
        plan.changed_at or host.clock.now(),
        numbers(host.session.service(HELPLINES), host.preferences.country),
    )


def print_page(host: Host) -> QWidget:
    """The page, wired; it shows the plan as it is when the page is opened."""
    page = PrintPage(material(host), host.preferences.paper_size, host.notices)
    page.printed.connect(host.session.service(SAFETY_PLAN).mark_printed)
    page.closed.connect(lambda: host.open_link(Link("safety_plan")))
    return page
