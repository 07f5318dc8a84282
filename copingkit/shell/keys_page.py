"""The list of shortcuts behind F1."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout
from typing_extensions import override

from copingkit.ui import shortcuts, theme
from copingkit.ui.language import translate
from copingkit.ui.shortcuts import Key
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, PageColumn
from copingkit.ui.widgets.text import label


class KeysPage(PageColumn):
    """Every shortcut with what it does, by where it works.

    Over an exercise or the crisis run it can be closed: `closed` comes from a button and from Esc,
    `help_requested` from the other button.
    """

    closed = Signal()
    help_requested = Signal()

    def __init__(self, *, closes: bool = False) -> None:
        """`closes`: it lies over something that one goes back to."""
        super().__init__(translate("KeysPage", "Keys"), width=640)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # to scroll it by keyboard
        self._closes = closes
        if closes:
            back = button(translate("KeysPage", "Back"), self.closed.emit, look="tall")
            help_now = translate("Sidebar", "Help me now")
            self.body.addLayout(
                Flow(back, button(help_now, self.help_requested.emit, look="crisis"))
            )
        self.body.addWidget(label(translate("KeysPage", "Keys"), "h1"))
        for title, keys in (
            (translate("KeysPage", "Everywhere"), shortcuts.KEYS),
            (translate("KeysPage", "In “Help me now”"), shortcuts.IN_CRISIS),
            (translate("KeysPage", "In an exercise"), shortcuts.IN_EXERCISES),
            (translate("KeysPage", "In a list"), shortcuts.IN_LISTS),
            (translate("KeysPage", "In the cards of what I learned"), shortcuts.IN_CARDS),
        ):
            self.body.addWidget(_card(title, keys))
        self.body.addStretch(1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._closes and event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _card(title: str, keys: Iterable[Key]) -> Card:
    table = QGridLayout()
    table.setHorizontalSpacing(theme.px(16))
    table.setVerticalSpacing(theme.px(8))
    table.setColumnMinimumWidth(0, theme.px(150))
    table.setColumnStretch(1, 1)
    for line, key in enumerate(keys):
        pressed, says = shortcuts.shown(key)
        table.addWidget(label(pressed, "strong", wrap=False), line, 0, Qt.AlignmentFlag.AlignTop)
        does = label(says)
        does.setAccessibleName(f"{pressed}: {says}")
        table.addWidget(does, line, 1)
    return Card(label(title, "h2"), table, spacing=12)
