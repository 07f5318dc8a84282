"""Printing one trial in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog

from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.sheet_page import SheetPage
from tests.support.controls import buttons, press
from tests.support.exposure_prints import saved

pytestmark = pytest.mark.usefixtures("told")


def test_a_trial_is_printed_from_its_page(page: ExposurePage, done: Trial, tmp_path: Path) -> None:
    page.show_target(f"trial/{done.id}")
    press(page, "Print")
    assert isinstance(page.shown, SheetPage)
    said = saved(page, tmp_path)
    assert "Two dogs passed." in said
    assert "They do not care about me." in said
    press(page, "Large print")
    assert "Two dogs passed." in saved(page, tmp_path)
    press(page, "The trial")
    assert buttons(page, "Write more")


def test_a_trial_goes_to_a_printer(page: ExposurePage, done: Trial) -> None:
    page.show_target(f"print-trial/{done.id}")
    press(page, "Print")
    dialog = page.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    assert dialog.printer().docName() == "copingkit"
    dialog.reject()
