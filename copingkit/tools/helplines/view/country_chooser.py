"""Choosing the country whose lines are shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from copingkit.tools.helplines.catalogue import Country
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card
from copingkit.ui.widgets.text import field_label


class CountryChooser(Card):
    """A list of countries and a button, so that moving through the list changes nothing."""

    def __init__(
        self, countries: tuple[Country, ...], country: str, choose: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._choose = choose
        self.list = QComboBox()
        self.list.setMaxVisibleItems(16)
        for each in countries:
            self.list.addItem(each.name, each.code)
        self.list.setCurrentIndex(self.list.findData(country))  # -1, nothing, when not there
        self.list.setPlaceholderText(translate("Helplines", "Choose your country"))
        self.list.currentIndexChanged.connect(self._on_changed)
        self.use = button(translate("Helplines", "Show its lines"), self._on_use, look="primary")
        self.body.addWidget(field_label(translate("Helplines", "Country"), self.list))
        self.body.addLayout(Flow(self.list, self.use))
        self.setFocusProxy(self.list)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._on_changed(self.list.currentIndex())

    def _on_changed(self, index: int) -> None:
        self.use.setEnabled(index >= 0)

    def _on_use(self) -> None:
        self._choose(str(self.list.currentData()))
