"""A card of what was learned: first what was feared, and turned what happened and was learned."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QLayout
from typing_extensions import override

from copingkit.tools.exposure.learning import Card
from copingkit.tools.exposure.trial import CameTrue
from copingkit.tools.exposure.view.words import came_true_name
from copingkit.ui import theme
from copingkit.ui.language import short_date, translate
from copingkit.ui.widgets import layout
from copingkit.ui.widgets.focus_ring import draw_focus_ring
from copingkit.ui.widgets.layout import clear, column
from copingkit.ui.widgets.text import label

_TURNING = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
Row = tuple[str, str]


def learned_rows(
    feared: str, happened: str, came_true: CameTrue | None, learned: str
) -> tuple[Row, ...]:
    """What a card says when it is turned, as (title, text); what nobody wrote is left out."""
    came = came_true_name(came_true) if came_true is not None else ""
    rows = (
        (translate("Exposure", "I expected"), feared),
        (translate("Exposure", "What happened"), happened),
        (translate("Exposure", "Did it come true?"), came),
        (translate("Exposure", "I learned"), learned),
    )
    return tuple(row for row in rows if row[1])


def shown_row(row: Row) -> QLayout:
    """A row with its title above."""
    title, text = row
    return column(label(title, "small"), label(text, "word"), spacing=2)


class CardFace(layout.Card):
    """One card, turned by Space, Enter or a click; `turned` says which side is up now."""

    turned = Signal(bool)

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self._card: Card | None = None
        self._is_turned = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(theme.px(220))

    @property
    def is_turned(self) -> bool:
        """Whether what happened can be read."""
        return self._is_turned

    def show_card(self, card: Card) -> None:
        """Show a card from its front."""
        self._card, self._is_turned = card, False
        self._show()

    def turn(self) -> None:
        """Show the other side."""
        if self._card is not None:
            self._is_turned = not self._is_turned
            self._show()
            self.turned.emit(self._is_turned)

    def _show(self) -> None:
        clear(self.body)
        if self._card is None:
            return
        theme.set_look(self, "soft-card" if self._is_turned else "card")
        rows = _back(self._card) if self._is_turned else _front(self._card)
        self.body.addWidget(label(self._card.situation, "h2"))
        for row in rows:
            self.body.addLayout(shown_row(row))
        below = _when(self._card) if self._is_turned else _question()
        self.body.addStretch(1)
        self.body.addWidget(label(below, "small" if self._is_turned else "crisis-detail"))
        told = [f"{title}: {text}" for title, text in rows]
        self.setAccessibleName(". ".join([self._card.situation, *told, below]))

    # --- Qt

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TURNING and not event.isAutoRepeat():
            self.turn()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.turn()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self.update()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_focus_ring(self, 10)


def _front(card: Card) -> tuple[Row, ...]:
    return learned_rows(card.feared, "", None, "")


def _back(card: Card) -> tuple[Row, ...]:
    return learned_rows(card.feared, card.happened, card.came_true, card.learned)


def _question() -> str:
    return translate("Exposure", "What happened? What did you learn?")


def _when(card: Card) -> str:
    return translate("Exposure", "From {day}").replace("{day}", short_date(card.at))
