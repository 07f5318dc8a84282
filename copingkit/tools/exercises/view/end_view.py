"""After an exercise: better, the same or worse, for whoever wants to say; and what next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QPushButton, QWidget
from typing_extensions import override

from copingkit.tools.exercises.model import Exercise
from copingkit.tools.exercises.records import Felt
from copingkit.tools.exercises.view.other_exercises import other_exercises
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import PageColumn, column, holder
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.scale import Scale
from copingkit.ui.widgets.text import label


class EndView(PageColumn):
    """`said` (a Felt), `after_said` (0-10, or None), `again`, `done`, `other` (its id)."""

    said = Signal(object)
    after_said = Signal(object)
    again = Signal()
    done = Signal()
    other = Signal(str)
    paced = Signal(bool)
    pattern_kept = Signal()

    def __init__(self, *, keeps: bool, once: bool = False) -> None:
        """`keeps`: there is somewhere to keep what is said. `once`: not twice in a row."""
        super().__init__(translate("Player", "How is it now?"), spacing=16)
        self._buttons: dict[Felt, QPushButton] = {}
        title = translate("Player", "How is it now?") if keeps else translate("Player", "The end")
        self.body.addStretch(2)
        self.body.addWidget(label(title, "huge"))
        if keeps:
            self.body.addWidget(self._feelings())
        self._offers, self._after_worse = holder(column(spacing=8)), False
        self._offers.hide()
        self.body.addWidget(self._offers)
        if keeps:
            self.body.addWidget(self._after())
        self.done_button = button(
            translate("Player", "Done"), self.done.emit, look="answer-primary"
        )
        self.done_button.installEventFilter(self)
        self._kept = label("", "strong")
        self._again = button(translate("Player", "Again"), self.again.emit, look="answer")
        self._enough = label(
            translate("Player", "That is enough in a row. You can do it again later today."),
            "crisis-detail",
        )
        self._once = once
        self.body.addWidget(self._enough)
        self.body.addLayout(Flow(self.done_button, self._again, spacing=12))
        self.body.addStretch(3)

    def begin(self) -> None:
        """It has just come up: nothing is said yet."""
        for made in self._buttons.values():
            made.setChecked(False)
        self._offers.hide()
        self._again.setVisible(not self._once)
        self._enough.setVisible(self._once)
        self.done_button.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # who skipped to here and still holds the key stays on Done
        skips = isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        return (skips and watched is self.done_button) or super().eventFilter(watched, event)

    def choose(self, felt: Felt) -> None:
        """As if its button was pressed."""
        if felt in self._buttons:
            self._on_pressed(felt)

    def offer(self, exercises: Sequence[Exercise], *, twice: bool) -> None:
        """After "worse": something that leads outwards, and people."""
        layout = column(spacing=8)
        text = translate(
            "Player",
            "That happens. It is not your doing. Something with your hands, feet or eyes may "
            "suit you better.",
        )
        if twice:
            text = translate(
                "Player",
                "It was worse twice now, so copingkit will not suggest this one any more. "
                "Something with your hands, feet or eyes may suit you better.",
            )
        layout.addWidget(label(text))
        layout.addLayout(other_exercises(exercises, self.other.emit))
        self._show_offers(layout)
        self._after_worse = True
        announce(self, text)

    def take_back(self) -> None:
        """It was not worse after all: what was offered for that goes."""
        if self._after_worse:
            self._offers.hide()

    def offer_pace(self, *, slower: bool) -> None:
        """After a round at one's own pace: like this, or, when one agrees, a little slower."""
        text = translate("Player", "Go on like this")
        ways: list[QWidget] = [button(text, partial(self.paced.emit, False), look="answer")]
        if slower:
            text = translate("Player", "Go on a little slower")
            ways.append(button(text, partial(self.paced.emit, True), look="answer"))
        self._kept = label("", "strong")
        self._kept.hide()
        if self._buttons:  # there is a vault to keep it in
            text = translate("Player", "Keep this pattern")
            ways.append(button(text, self.pattern_kept.emit, look="tall-quiet", icon="plus"))
        self._show_offers(column(Flow(*ways, spacing=12), self._kept, spacing=8))
        self._again.hide()  # "go on like this" is the same
        self._enough.hide()

    def tell_kept(self, text: str) -> None:
        """What became of the pattern that was to be kept."""
        self._kept.setText(text)
        self._kept.show()
        announce(self, text)

    def _show_offers(self, content: QLayout) -> None:
        old = self._offers
        self._offers, self._after_worse = holder(content), False
        self.body.replaceWidget(old, self._offers)
        self._offers.show()
        old.hide()
        old.deleteLater()

    def _feelings(self) -> QWidget:
        words = {
            Felt.BETTER: translate("Player", "Better"),
            Felt.SAME: translate("Player", "The same"),
            Felt.WORSE: translate("Player", "Worse"),
        }
        for felt, text in words.items():
            made = button(text, partial(self._on_pressed, felt), look="answer", stays=True)
            self._buttons[felt] = made
        made_of = holder(Flow(*self._buttons.values(), spacing=12))
        made_of.setAccessibleName(translate("Player", "How is it now? You can skip this."))
        return made_of

    def _after(self) -> QWidget:
        question = translate(
            "Player", "If you like: how bad is it now? 0 is not at all, 10 is the worst."
        )
        scale = Scale(question, None)
        scale.chosen.connect(self.after_said)
        return scale

    def _on_pressed(self, felt: Felt) -> None:
        for each, made in self._buttons.items():
            made.setChecked(each is felt)
        self.said.emit(felt)
