"""Exposure at a glance: what is under way, the ladders, and who should not do this alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from copingkit.core.errors import EnvironmentProblem
from copingkit.tools.exposure.ladder import Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.clinician_card import clinician_card
from copingkit.tools.exposure.view.fields import Line
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, PageColumn, column, holder, row
from copingkit.ui.widgets.text import label

_WAITING = 3


class Overview(PageColumn):
    """`target_requested` is a place of the exposure page."""

    target_requested = Signal(str)

    def __init__(self, service: ExposureService, surroundings: Surroundings) -> None:
        super().__init__(translate("Exposure", "Exposure"))
        self._service, self._surroundings = service, surroundings
        ladders = service.ladders()
        self.body.addWidget(label(translate("Exposure", "Exposure"), "h1"))
        if not ladders:
            self.body.addWidget(_what_it_is())
            self.body.addWidget(clinician_card())
        for card in self._under_way():
            self.body.addWidget(card)
        for ladder in ladders:
            self.body.addWidget(self._ladder(ladder))
        self._fear = Line(translate("Exposure", "A fear, in your own words"), "", self._on_typing)
        self._fear.field.returnPressed.connect(self._begin)
        self.body.addWidget(self._new())
        if ladders:
            self._add_below()
        self.body.addStretch(1)

    # --- what is under way

    def _under_way(self) -> list[QWidget]:
        made: list[QWidget] = []
        running = self._service.running()
        if running is not None:
            said = translate("Exposure", "Under way: {item}").replace("{item}", running.situation)
            go = translate("Exposure", "Go back to it")
            made.append(self._card(said, "", go, f"trial/{running.id}", primary=True))
        for trial in self._service.to_reflect()[:_WAITING]:
            said = translate("Exposure", "It is over: {item}").replace("{item}", trial.situation)
            text = translate("Exposure", "What happened can be written down now or later.")
            write = translate("Exposure", "Write it down")
            made.append(self._card(said, text, write, f"trial/{trial.id}"))
        for trial in self._service.prepared()[:_WAITING]:
            said = translate("Exposure", "Planned: {item}").replace("{item}", trial.situation)
            text = translate("Exposure", "It can begin whenever you like, or not at all.")
            made.append(
                self._card(said, text, translate("Exposure", "Go to it"), f"trial/{trial.id}")
            )
        if self._service.deck.due(1):
            said = translate("Exposure", "Something that you learned")
            text = translate("Exposure", "Calling it to mind now and then keeps it at hand.")
            made.append(self._card(said, text, translate("Exposure", "Look at the card"), "cards"))
        return made

    def _card(
        self, title: str, text: str, action: str, target: str, *, primary: bool = False
    ) -> Card:
        go = button(action, partial(self.target_requested.emit, target))
        if primary:
            go.setProperty("look", "primary")
        parts = [label(title, "h2"), *([label(text)] if text else [])]
        card = Card(*parts, look="soft-card")
        card.body.addLayout(Flow(go))
        return card

    # --- the ladders

    def _ladder(self, ladder: Ladder) -> Card:
        shown = [item for item in ladder.items if not item.archived]
        count = translate("Exposure", "%n situations", "", len(shown))
        go = button(translate("Exposure", "Open"), partial(self.target_requested.emit, _at(ladder)))
        go.setAccessibleName(translate("Exposure", "Open: {fear}").replace("{fear}", ladder.fear))
        line = row(holder(column(label(ladder.fear, "h2"), label(count, "muted"), spacing=2)), go)
        line.setStretch(0, 1)
        card = Card()
        card.body.addLayout(line)
        return card

    def _new(self) -> Card:
        begin = button(translate("Exposure", "Begin a ladder"), self._begin, look="primary")
        title = label(translate("Exposure", "A new ladder"), "h2")
        hint = label(
            translate("Exposure", "One fear for each ladder, such as “dogs” or “the bus”."), "small"
        )
        card = Card(title, self._fear, hint, spacing=8)
        card.body.addLayout(Flow(begin))
        return card

    def _add_below(self) -> None:
        about = Disclosure(
            translate("Exposure", "Who should do this only with a clinician"),
            translate("Exposure", "Hide"),
            translate("Exposure", "Exposure"),
            clinician_card,
            icon="info",
        )
        ways: list[tuple[Disclosure, Callable[[], QWidget]]] = [(about, clinician_card)]
        if any(ladder.archived for ladder in self._service.ladders(archived=True)):
            away = translate("Exposure", "Ladders that were put away")
            hide = translate("Exposure", "Hide those that were put away")
            archived = Disclosure(away, hide, translate("Exposure", "Exposure"), self._archived)
            ways.append((archived, self._archived))
        for disclosure, _build in ways:
            self.body.addLayout(Flow(disclosure))
            self.body.addWidget(disclosure.place)

    def _archived(self) -> QWidget:
        known = self._service.ladders(archived=True)
        cards = [self._ladder(ladder) for ladder in known if ladder.archived]
        return holder(column(*cards, spacing=12))

    # --- a new one

    def _on_typing(self) -> None:
        """Nothing is kept before it is begun; `flush` keeps it too."""

    def _begin(self) -> None:
        fear = self._fear.text
        if not fear:
            self._fear.setFocus()
            return
        try:
            ladder = self._service.save_ladder(Ladder("", fear))
        except EnvironmentProblem as problem:
            self._surroundings.notices.report(problem)
            return
        self._fear.field.clear()
        self.target_requested.emit(_at(ladder))

    @override
    def flush(self) -> None:
        """A fear that was typed and not begun becomes a ladder: no word is lost by a lock."""
        if self._fear.text:
            self._service.save_ladder(Ladder("", self._fear.text))
            self._fear.field.clear()


def _at(ladder: Ladder) -> str:
    return f"ladder/{ladder.id}"


def _what_it_is() -> QWidget:
    return label(
        translate(
            "Exposure",
            "Going towards what you fear, step by step and as often as you like, to find out what "
            "really happens. You decide what, when and how far. You can stop at any time.",
        )
    )
