"""The cards of what was learned: those to call to mind now, then all of them to look through."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from typing_extensions import override

from copingkit.core.errors import EnvironmentProblem, RecordMissing
from copingkit.tools.exposure.learning import Card as LearnedCard
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.card_face import CardFace
from copingkit.tools.exposure.view.card_round import CardRound
from copingkit.tools.exposure.view.card_ways import CardWays, place_words
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, PageColumn
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import label


class CardsPage(PageColumn):
    """`target_requested` is a place of the exposure page.

    The cards of a ladder, or of all for an empty id. Those that are due are asked for first; with
    a trial it is that trial's card alone. Raises KeyError for no such ladder, RecordMissing for no
    such card.
    """

    target_requested = Signal(str)

    def __init__(
        self,
        service: ExposureService,
        surroundings: Surroundings,
        ladder_id: str = "",
        trial_id: str = "",
    ) -> None:
        super().__init__(translate("Exposure", "What I learned"), spacing=12)
        self._service, self._surroundings = service, surroundings
        self._ladder_id, deck = ladder_id, service.deck
        fear = service.ladder(ladder_id).fear if ladder_id else ""
        asked = (deck.card(trial_id),) if trial_id else deck.due(ladder_id=ladder_id)
        self._round = CardRound((card.trial for card in asked), recalling=True)
        self._card: LearnedCard | None = None
        self._about = label("", "muted")
        self._face, self._ways = CardFace(), CardWays()
        self._all = button(translate("Exposure", "Look through all cards"), self.look_through)
        self._away = button(self._back_name(), self.leave)
        self._said = label("")
        self._end = Card(self._said, Flow(self._all, self._away), spacing=12)
        self._build(fear)
        self._connect()
        if asked:
            self._show_card()
        else:
            self.look_through()

    def _build(self, fear: str) -> None:
        back = button(self._back_name(), self.leave, look="quiet", icon="back")
        self.body.addLayout(Flow(back))
        self.body.addWidget(label(translate("Exposure", "What I learned"), "h1"))
        if fear:
            self.body.addWidget(label(fear, "strong"))
        for part in (self._about, self._face, self._ways, self._end):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _back_name(self) -> str:
        if self._ladder_id:
            return translate("Exposure", "The ladder")
        return translate("Exposure", "All ladders")

    def _connect(self) -> None:
        ways, deck = self._ways, self._service.deck
        self._face.turned.connect(lambda _turned: self._show_ways())
        ways.turn_requested.connect(self.turn)
        ways.moved.connect(self._go)
        ways.answered.connect(self._answer)
        ways.rest_requested.connect(lambda: self._keep(deck.rest))
        ways.wake_requested.connect(lambda: self._keep(deck.wake))
        ways.trial_requested.connect(self._open_trial)
        ways.all_requested.connect(self.look_through)
        self._bind(Qt.Key.Key_Right, lambda: self._follow_arrow(1))
        self._bind(Qt.Key.Key_Left, lambda: self._follow_arrow(-1))
        self._bind(Qt.Key.Key_Escape, self.leave)

    def _bind(self, key: Qt.Key, call: Callable[[], None]) -> None:
        """A key of the page, whichever of its buttons has the focus."""
        made = QShortcut(QKeySequence(key), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(call)

    # --- where one is

    def look_through(self) -> None:
        """Show all cards from the newest on; trials are read a few at a time."""
        self._round, self._card = CardRound(), None
        self._show_parts(translate("Exposure", "Reading the cards …"))
        self._read()

    def _read(self) -> None:
        if self._service.read_more_trials():
            QTimer.singleShot(0, self, self._read)
            return
        self._round = CardRound(self._service.deck.ids(self._ladder_id))
        self._show_card()

    def turn(self) -> None:
        """Show the other side of the card in front."""
        self._face.turn()

    def leave(self) -> None:
        """To the ladder, or to all of them."""
        self.target_requested.emit(f"ladder/{self._ladder_id}" if self._ladder_id else "")

    def _open_trial(self) -> None:
        if self._card is not None:
            self.target_requested.emit(f"trial/{self._card.trial}")

    def _follow_arrow(self, step: int) -> None:
        """An arrow goes the way in which one reads."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._go(-step if mirrored else step)

    def _go(self, step: int) -> None:
        if self._round.move(step):
            self._show_card()

    # --- what is shown

    def _show_card(self) -> None:
        """The card in front, its front first; one that is gone is left out."""
        self._card = None
        while self._card is None and self._round.current is not None:
            try:
                self._card = self._service.deck.card(self._round.current)
            except RecordMissing:
                self._round.drop()
        if self._card is not None:
            self._show_parts(_about(recalling=self._round.recalling))
            self._face.show_card(self._card)
            self._show_ways()
        else:
            self._show_parts("")
            self._said.setText(_said(recalling=self._round.recalling))
            announce(self, self._said.text())
        self._take_focus()

    def _show_parts(self, about: str) -> None:
        """Show what there is: `about` and the card, or that there is none (any more)."""
        self._about.setText(about)
        self._about.setVisible(bool(about))
        for part in (self._face, self._ways):
            part.setVisible(self._card is not None)
        self._end.setVisible(not about)
        self._all.setVisible(self._round.recalling)

    def _take_focus(self) -> None:
        """The keys turn the card; where there is none they press what there is."""
        on = self._all if self._round.recalling else self._away
        (self._face if self._card is not None else on).setFocus()

    def _show_ways(self) -> None:
        """Offer what fits the side that is up, and have it read out."""
        if self._card is None:
            return
        now, turned = self._surroundings.clock.now(), self._face.is_turned
        self._ways.show_card(self._card, self._round, now, turned=turned)
        announce(self, f"{place_words(self._round)}. {self._face.accessibleName()}")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_focus()

    # --- what the person says of a card

    def _answer(self, recalled: bool) -> None:
        deck = self._service.deck
        if self._keep(lambda trial: deck.rehearsed(trial, recalled=recalled)):
            self._go(1)

    def _keep(self, say: Callable[[str], LearnedCard]) -> bool:
        """Keep what was said of the card in front; whether that went well."""
        if self._card is None:
            return False
        try:
            self._card = say(self._card.trial)
        except RecordMissing as gone:
            self._surroundings.notices.report(gone)
            self._show_card()
            return False
        except EnvironmentProblem as problem:
            self._surroundings.notices.report(problem)
            return False
        self._show_ways()
        return True


def _about(*, recalling: bool) -> str:
    if recalling:
        return translate(
            "Exposure",
            "Say to yourself first what happened and what you learned. Then turn the card. You can "
            "skip any.",
        )
    return translate("Exposure", "All cards, the newest first. Turn one when you like.")


def _said(*, recalling: bool) -> str:
    """What is said instead of a card."""
    if recalling:
        return translate(
            "Exposure", "That is all for now. The cards come back by themselves, with longer gaps."
        )
    return translate(
        "Exposure",
        "No cards yet. Each trial that is done leaves one: what you expected, what happened, what "
        "you learned.",
    )
