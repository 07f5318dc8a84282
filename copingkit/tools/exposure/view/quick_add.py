"""A situation in one line: its words, its distress by slider or digits, Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from copingkit.tools.exposure.ladder import Item
from copingkit.tools.exposure.view.fields import Line
from copingkit.tools.exposure.view.hundred import Hundred
from copingkit.tools.exposure.view.words import suds_meaning, suds_scale
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card


class QuickAdd(Card):
    """`added` (an Item without an id) by Enter in either field, or by the button.

    `went_on` once the keyboard is in the other field, or in the first for the next one: the page
    may have grown meanwhile, and who types must see it.
    """

    added = Signal(object)
    went_on = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=8)
        self._situation = Line(
            translate("Exposure", "A situation, as exactly as you can"), "", lambda: None
        )
        self._suds = self._distress()
        self.body.addWidget(self._situation)
        self.body.addWidget(self._suds)
        add = button(translate("Exposure", "Put it on the ladder"), self._add, icon="plus")
        self.body.addLayout(Flow(add))
        self._situation.field.returnPressed.connect(self._on_enter)
        self._suds.slider.installEventFilter(self)
        self.setFocusProxy(self._situation)

    def _distress(self) -> Hundred:
        question = translate(
            "Exposure", "How strong would the distress be? 0 to 100, or leave it open"
        )
        return Hundred(question, None, suds_meaning, scale=suds_scale())

    @property
    def pending(self) -> Item | None:
        """What is typed and not added yet."""
        text = self._situation.text
        return Item("", text, self._suds.value) if text else None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter:
                self._add()
            return enter
        return super().eventFilter(watched, event)

    def _on_enter(self) -> None:
        """From the words to their number; from there Enter adds."""
        if self._situation.text:
            self._suds.setFocus()
            self.went_on.emit()

    def _add(self) -> None:
        item = self.pending
        if item is None:
            self._situation.setFocus()
            return
        self.clear()
        self.added.emit(item)
        self._situation.setFocus()
        self.went_on.emit()

    def clear(self) -> None:
        """Empty for the next one."""
        self._situation.field.clear()
        self._suds.show_value(None)
