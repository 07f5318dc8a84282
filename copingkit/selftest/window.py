"""Checks of the window: it opens the vault, prints, and can be read by a screen reader."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import QWidget

from copingkit import app
from copingkit.core.links import Link
from copingkit.selftest.trial import PASSPHRASE, SENTENCE, Failed, Missing, Trial, must
from copingkit.shell.main_window import MainWindow
from copingkit.shell.print_host import material
from copingkit.tools.safety_plan.view.sheets import PrintKind, make
from copingkit.ui import printing
from copingkit.unattended import settle, wait_for

_NEXT = "Next step"  # the button of the crisis run


@contextmanager
def _opened(trial: Trial) -> Iterator[MainWindow]:
    """The window over the trial's vault, with the plan open; closed afterwards."""
    window = app.assemble(trial.vault).window
    window.start(crisis=False)
    try:
        wait_for(window.isVisible)
        window.door.try_passphrase(PASSPHRASE)
        wait_for(lambda: window.session.records is not None)
        window.open_link(Link("safety_plan"))
        settle()
        yield window
    finally:
        window.close()
        window.deleteLater()
        settle()


def plan(trial: Trial) -> str:
    """The window opens the vault and shows the plan; Help me now is there; a PDF can be made."""
    with _opened(trial) as window:
        names = list(_names(window))
        must(any(SENTENCE in name for name in names), "The plan is not on the screen.")
        must("Help me now" in names, "Help me now is not on the screen.")
        content = printing.pdf(make(PrintKind.PAGE, material(window), "A4"))
        must(content.startswith(b"%PDF-"), "No PDF was made.")
        window.help_now()
        settle()
        must(_NEXT in list(_names(window)), "Help me now does not open.")
    return "The plan opens and prints to PDF; Help me now opens."


def screen_reader(trial: Trial) -> str:
    """A screen reader finds the window: on Linux over the desktop's accessibility bus."""
    if sys.platform != "linux":
        return "The window names its controls; the system's own bridge is a part of Qt there."
    if QGuiApplication.platformName() == "offscreen":
        raise Missing("There is no screen here, so nothing to read.")
    from copingkit.selftest.bus import Reader  # its library is there on Linux only

    with _opened(trial):
        reader = Reader()
        wait_for(lambda: reader.done)
    if reader.no_bus:
        raise Missing("This session has no accessibility bus.")
    if reader.windows is None:
        raise Failed("The window cannot be found on the accessibility bus.")
    must("copingkit" in reader.windows, "The window has no name on the accessibility bus.")
    return "The window can be read over the accessibility bus."


def _names(window: QWidget) -> Iterator[str]:
    """The names of all that is shown, as a screen reader says them."""
    QAccessible.setActive(True)
    yield from _below(QAccessible.queryAccessibleInterface(window))


def _below(found: QAccessibleInterface | None) -> Iterator[str]:
    if found is None or not found.isValid() or found.state().invisible:
        return
    yield found.text(QAccessible.Text.Name)
    for index in range(found.childCount()):
        yield from _below(found.child(index))
