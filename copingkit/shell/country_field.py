"""A labelled choice of country, with "not in the list" as an honest answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.core.errors import ContentDamaged
from copingkit.tools.helplines import catalogue
from copingkit.ui.language import translate
from copingkit.ui.widgets.choice_box import ChoiceBox
from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.text import field_label

Country = tuple[str, str]


class CountryField(QWidget):
    """Choose one of (code, name) pairs; the code is empty for a country that is not listed."""

    chosen = Signal(str)

    def __init__(self, countries: Sequence[Country], code: str = "") -> None:
        super().__init__()
        self.box = ChoiceBox()
        self.box.addItem(translate("CountryField", "Not chosen, or not in this list"), "")
        for own_code, name in countries:
            self.box.addItem(name, own_code)
        self.box.setCurrentIndex(max(self.box.findData(code), 0))
        self.box.setMaxVisibleItems(12)
        self.box.settled.connect(lambda: self.chosen.emit(self.code))
        title = field_label(translate("CountryField", "Country"), self.box)
        self.setLayout(column(title, self.box, spacing=4))
        self.setFocusProxy(self.box)

    @property
    def code(self) -> str:
        """Two letters, or empty."""
        return str(self.box.currentData())


def known_countries() -> list[Country]:
    """The countries of the table of helplines; none where the table is damaged."""
    try:
        return [(country.code, country.name) for country in catalogue.countries()]
    except ContentDamaged:
        return []
