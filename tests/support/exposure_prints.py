"""What tests of the exposure prints do again and again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
)

from copingkit.core.ids import new_id
from copingkit.tools.exposure import flow
from copingkit.tools.exposure.ladder import Contexts, Ladder
from copingkit.tools.exposure.pace import Tick
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import After, Before, CameTrue, Trial
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.print_page import PrintPage
from tests.support import pdfs
from tests.support.clock import HandClock
from tests.support.controls import press


def past(service: ExposureService, ladder: Ladder, clock: HandClock, count: int) -> list[Trial]:
    """So many trials, one a day until now, the newest first."""
    made = []
    for days in range(count):
        at = clock.now() - timedelta(days=days)
        trial = flow.plan(ladder, ladder.items[days % 2], new_id(), at)
        before = Before(f"A dog jumps at me, day {days}", 50, contexts=Contexts("park"))
        trial = flow.begin(flow.prepare(trial, before), at, 60)
        trial = flow.end(trial, Tick(300.0, at), 40)
        after = After(f"It sat there, day {days}", CameTrue.NO, learned=f"They wait, day {days}")
        made.append(service.save_trial(flow.close(flow.reflect(trial, after), at)))
    return made


def saved(page: ExposurePage, folder: Path) -> str:
    """What a PDF says that is saved now, in the order of the page."""
    press(page, "Save as PDF")
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    path = folder / "saved.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    QApplication.processEvents()
    return pdfs.flat(path.read_bytes(), folder)


def session(page: ExposurePage, ladder: Ladder) -> PrintPage:
    """The page of a ladder's prints, with the summary chosen."""
    page.show_target(f"print/{ladder.id}/session")
    shown = page.shown
    assert isinstance(shown, PrintPage)
    return shown


def leave_out(page: ExposurePage) -> None:
    """Open what can be left out."""
    next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName().startswith("Leave something out") and each.isVisible()
    ).click()


def boxes(page: ExposurePage) -> list[str]:
    """The names of the boxes that are shown."""
    found = [box for box in page.findChildren(QCheckBox) if box.isVisible()]
    return [box.accessibleName() for box in found]


def pictures(page: ExposurePage) -> list[str]:
    """The names of the pictures of pages that are shown."""
    return [each.accessibleName() for each in drawn(page)]


def drawn(page: ExposurePage) -> list[QLabel]:
    """The pictures of pages that are shown."""
    labels = [each for each in page.findChildren(QLabel) if each.isVisible()]
    return [each for each in labels if not each.pixmap().isNull()]
