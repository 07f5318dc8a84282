"""The head of a ladder: the fear, what it costs, why it is worth it, how it is worked with."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.core.errors import ContentDamaged
from copingkit.tools.exposure.guide import guide
from copingkit.tools.exposure.ladder import Ladder, Mode, Order
from copingkit.tools.exposure.view.clinician_card import clinician_card, compulsions_line
from copingkit.tools.exposure.view.fields import Choice, Line, Paragraph
from copingkit.tools.exposure.view.words import mode_name
from copingkit.ui.language import translate
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column, holder
from copingkit.ui.widgets.text import label
from copingkit.ui.widgets.typing_saver import TypingSaver


class LadderHead(QWidget):
    """`edited` when something was said; `taken` puts it into a ladder.

    `orders` is the choice how its situations are sorted; the page puts it where they are.
    """

    edited = Signal()

    def __init__(self, ladder: Ladder) -> None:
        super().__init__()
        self._mode, self._order = ladder.mode, ladder.order
        self._saver = TypingSaver(self.edited.emit, self)
        self._title = label(ladder.fear, "h1")
        self._fear = Line(translate("Exposure", "My fear"), ladder.fear, self._saver.touch)
        self._cost = Paragraph(
            translate("Exposure", "What it costs me"), ladder.cost, self._saver.touch
        )
        self._why = Paragraph(
            translate("Exposure", "Why facing it is worth it to me"), ladder.why, self._saver.touch
        )
        self._modes = Choice(
            translate("Exposure", "How I work with it"),
            [mode_name(mode) for mode in Mode],
            list(Mode).index(ladder.mode),
        )
        self.orders = Choice(
            translate("Exposure", "Order"),
            [translate("Exposure", "The easiest first"), translate("Exposure", "My own order")],
            list(Order).index(ladder.order),
        )
        self._why_shown = label(ladder.why, "muted")
        self._compulsions = compulsions_line()
        self._build(ladder)
        self._modes.chosen.connect(self._on_mode)
        self.orders.chosen.connect(self._on_order)

    def _build(self, ladder: Ladder) -> None:
        name = translate("Exposure", "this ladder")
        about = Disclosure(
            translate("Exposure", "The fear, its price, how I work with it"),
            translate("Exposure", "Hide"),
            name,
            self._words,
            icon="pencil",
        )
        alone = Disclosure(
            translate("Exposure", "Who should do this only with a clinician"),
            translate("Exposure", "Hide"),
            name,
            clinician_card,
            icon="info",
        )
        self.setLayout(
            column(
                self._title,
                self._why_shown,
                self._compulsions,
                Flow(about, alone),
                about.place,
                alone.place,
                spacing=8,
            )
        )
        if not ladder.items:
            alone.set_open(True)

    def _words(self) -> QWidget:
        return Card(
            self._fear,
            self._cost,
            self._why,
            self._modes,
            _about_modes(),
            spacing=12,
        )

    def show_ladder(self, ladder: Ladder) -> None:
        """Show what is kept; what is being typed stays."""
        self._title.setText(ladder.fear)
        self._why_shown.setText(ladder.why)
        self._why_shown.setVisible(bool(ladder.why))
        rituals = (each.ritual for item in ladder.items for each in item.safety_behaviours)
        self._compulsions.setVisible(any(rituals))
        self.orders.setVisible(len(ladder.items) > 1)
        if not self._saver.pending:
            self._mode, self._order = ladder.mode, ladder.order
            self._modes.show_value(list(Mode).index(ladder.mode))
            self.orders.show_value(list(Order).index(ladder.order))

    def taken(self, ladder: Ladder) -> Ladder:
        """The ladder with what is said here; an emptied fear keeps its words."""
        return replace(
            ladder,
            fear=self._fear.text or ladder.fear,
            cost=self._cost.text,
            why=self._why.text,
            mode=self._mode,
            order=self._order,
        )

    def flush(self) -> None:
        """Give what is typed and not given yet."""
        self._saver.flush()

    def _on_mode(self, number: int) -> None:
        self._mode = list(Mode)[number]
        self._saver.touch()
        self._saver.flush()

    def _on_order(self, number: int) -> None:
        self._order = list(Order)[number]
        self._saver.touch()
        self._saver.flush()


def _about_modes() -> QWidget:
    """A line for each way to work, on what it is for; nothing where they cannot be read."""
    try:
        words = guide().modes
    except ContentDamaged:
        return QWidget()
    lines = [label(f"{mode_name(mode)}: {words[mode]}", "small") for mode in Mode]
    return holder(column(*lines, spacing=4))
