"""The second step of the first run: the country, for helplines and paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from copingkit.shell.country_field import Country, CountryField
from copingkit.shell.first_run_step import Step
from copingkit.ui.language import translate
from copingkit.ui.widgets.layout import Card
from copingkit.ui.widgets.text import label


class CountryStep(Step):
    """Step 2: `code` is what was chosen, empty for none."""

    def __init__(self, countries: Sequence[Country], code: str) -> None:
        super().__init__(2, translate("FirstRun", "Where do you live?"))
        self.field = CountryField(countries, code)
        self._missing = label(
            translate(
                "FirstRun",
                "Without a country, “Help me now” shows your plan but no numbers of ours. You "
                "can write down your own helplines, and choose a country later in Preferences.",
            ),
            "muted",
        )
        self.field.chosen.connect(self._tell)
        self.fill(
            label(
                translate(
                    "FirstRun",
                    "This decides which emergency number and helplines are shown, and the usual "
                    "paper size. It is not sent anywhere.",
                )
            ),
            Card(self.field, self._missing),
            go_on=translate("FirstRun", "Go on"),
        )
        self._tell(self.field.code)

    @property
    def code(self) -> str:
        """The chosen country."""
        return self.field.code

    @override
    def focus_first(self) -> None:
        self.field.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # the list takes letters, arrows and the space bar, and leaves Enter
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go_on.click()
        else:
            super().keyPressEvent(event)

    def _tell(self, code: str) -> None:
        self._missing.setVisible(not code)
