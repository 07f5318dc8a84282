"""Body exposures to put on a ladder, after a few questions about health that are asked once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from copingkit.core.errors import EnvironmentProblem
from copingkit.tools.exposure.body import BodyExposure, body_exposures
from copingkit.tools.exposure.health import Answer, Standing, Topic
from copingkit.tools.exposure.ladder import Item, ItemKind
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.body_card import BodyCard
from copingkit.tools.exposure.view.health_questions import HealthQuestions
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import PageColumn
from copingkit.ui.widgets.text import label


class BodyPage(PageColumn):
    """`target_requested` is a place of the exposure page.

    Raises KeyError for no such ladder, ContentDamaged where the exposures cannot be read.
    """

    target_requested = Signal(str)

    def __init__(
        self, service: ExposureService, surroundings: Surroundings, ladder_id: str
    ) -> None:
        super().__init__(translate("Exposure", "A feeling in the body"), spacing=12)
        self._service, self._surroundings = service, surroundings
        self._ladder = service.ladder(ladder_id)
        shipped = body_exposures()
        self._words = shipped.health
        self._answered = set(service.health.all()) == set(Topic)
        self._questions: HealthQuestions | None = None
        self.cards = tuple(self._card(each) for each in shipped.all)
        self._build()
        self._show()

    def _build(self) -> None:
        back = button(
            translate("Exposure", "The ladder"), self._to_ladder, look="quiet", icon="back"
        )
        what = translate(
            "Exposure",
            "Small exercises that bring up a feeling in the body on purpose, to find out what "
            "happens when it is there. Choose the ones that bring up what you fear.",
        )
        self.body.addLayout(Flow(back))
        self.body.addWidget(label(translate("Exposure", "A feeling in the body"), "h1"))
        self.body.addWidget(label(self._ladder.fear, "strong"))
        self.body.addWidget(label(what))
        if self._answered:
            answers = self._made_answers()
            self.body.addLayout(Flow(answers))
            self.body.addWidget(answers.place)
        else:
            self.body.addWidget(self._made_questions())
        for card in self.cards:
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _made_answers(self) -> Disclosure:
        return Disclosure(
            translate("Exposure", "What I answered about my health"),
            translate("Exposure", "Hide the answers"),
            translate("Exposure", "Exposure"),
            self._made_questions,
            icon="pencil",
        )

    def _made_questions(self) -> QWidget:
        made = HealthQuestions(self._words, self._service.health.all())
        made.answered.connect(self._on_answered)
        self._questions = made
        return made

    def _card(self, exposure: BodyExposure) -> BodyCard:
        made = BodyCard(exposure, self._words)
        made.put_requested.connect(lambda: self._put(exposure))
        made.open_requested.connect(lambda: self._open(exposure))
        made.questions_requested.connect(self._to_questions)
        return made

    # --- what is shown

    def _show(self) -> None:
        answers = self._service.health.all()
        for card in self.cards:
            on_ladder = self._item_of(card.exposure) is not None
            card.show_standing(card.exposure.standing(answers), on_ladder=on_ladder)

    def _item_of(self, exposure: BodyExposure) -> Item | None:
        """Where it is on the ladder; what was put away there does not count."""
        for item in self._ladder.items:
            if item.body_exposure == exposure.id and not item.archived:
                return item
        return None

    # --- what the person does

    def _on_answered(self, topic: Topic, answer: Answer) -> None:
        self._guarded(lambda: self._service.health.answer(topic, answer))

    def _to_questions(self) -> None:
        if self._questions is not None:
            found = self._questions.first_open(self._service.health.all())
            found.setFocus()
            QTimer.singleShot(0, found, lambda: self.ensureWidgetVisible(found))

    def _put(self, exposure: BodyExposure) -> None:
        company = exposure.standing(self._service.health.all()) is Standing.WITH_CLINICIAN
        item = Item(
            "",
            exposure.title,
            kind=ItemKind.IN_BODY,
            clinician_led=company,
            body_exposure=exposure.id,
        )
        self._guarded(lambda: self._service.add_item(self._ladder.id, item))

    def _open(self, exposure: BodyExposure) -> None:
        item = self._item_of(exposure)
        if item is not None:
            self.target_requested.emit(f"item/{self._ladder.id}/{item.id}")

    def _to_ladder(self) -> None:
        self.target_requested.emit(f"ladder/{self._ladder.id}")

    def _guarded(self, call: Callable[[], object]) -> None:
        try:
            call()
        except EnvironmentProblem as problem:
            self._surroundings.notices.report(problem)
            if self._questions is not None:
                self._questions.show_answers(self._service.health.all())
        self._ladder = self._service.ladder(self._ladder.id)
        self._show()
