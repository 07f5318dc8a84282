"""One trial on one page: before, during, after; found again as it was after a lock or a crash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from copingkit.core.errors import EnvironmentProblem
from copingkit.tools.exposure import flow
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import After, Before, State, Trial
from copingkit.tools.exposure.view.trial_after import TrialAfter
from copingkit.tools.exposure.view.trial_before import TrialBefore
from copingkit.tools.exposure.view.trial_clock import TrialClock
from copingkit.tools.exposure.view.trial_done import TrialDone
from copingkit.tools.exposure.view.trial_during import TrialDuring
from copingkit.tools.exposure.view.trial_noting import TrialNoting
from copingkit.tools.exposure.view.tried_item import TriedItem
from copingkit.tools.exposure.view.undo import offer_to_go_on, offer_undo
from copingkit.tools.exposure.view.words import state_words, what_was_planned
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import PageColumn
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import label

Section = TrialBefore | TrialDuring | TrialAfter | TrialDone


class TrialPage(PageColumn):
    """`target_requested` is a place of the exposure page. Raises RecordMissing for no trial."""

    target_requested = Signal(str)

    def __init__(self, service: ExposureService, surroundings: Surroundings, trial_id: str) -> None:
        self.trial: Trial = service.trial(trial_id)
        super().__init__(translate("Exposure", "A trial"))
        self._service, self._surroundings = service, surroundings
        self.clock = TrialClock(surroundings, self)
        self.clock.ticked.connect(self._look)
        self._item = TriedItem(service, self.trial)
        self._noting = TrialNoting(self, lambda: (self.trial, service.tick(self.trial)), self._keep)
        self._state, self._before = label("", "muted"), label("", "muted")
        self._section: Section = self._made()
        self._build()
        self._show_words()
        self.clock.run(on=self.trial.state is State.RUNNING)

    def _build(self) -> None:
        back = button(
            translate("Exposure", "The ladder"), self._to_ladder, look="quiet", icon="back"
        )
        self.body.addLayout(Flow(back))
        self.body.addWidget(label(self.trial.situation, "h1"))
        self.body.addWidget(self._state)
        self.body.addWidget(self._before)
        self.body.addWidget(self._section)
        self.body.addStretch(1)

    # --- what is shown

    def _made(self, *, editing: bool = False) -> Section:
        ways: dict[State, Callable[[], Section]] = {
            State.PLANNED: self._made_before,
            State.RUNNING: self._made_during,
            State.TO_REFLECT: self._made_after,
            State.DONE: self._made_after if editing else self._made_done,
        }
        return ways[self.trial.state]()

    def _made_before(self) -> TrialBefore:
        made = TrialBefore(self.trial, first=self._item.first(self._go))
        made.prepared.connect(self._on_prepared)
        made.begun.connect(self._begin)
        made.removed.connect(self._remove)
        return made

    def _made_during(self) -> TrialDuring:
        made = TrialDuring(self.trial, self._item.guide(self._seconds))
        self._noting.connect(made)
        made.ended.connect(lambda: self._over(flow.end))
        made.stopped.connect(lambda: self._over(flow.stop))
        made.asked.connect(self.clock.ask)
        made.show_time(self._seconds())
        return made

    def _made_after(self) -> TrialAfter:
        made = TrialAfter(self.trial)
        made.reflected.connect(self._on_reflected)
        made.closed.connect(self._close)
        return made

    def _made_done(self) -> TrialDone:
        made = TrialDone(self.trial)
        made.target_requested.connect(self._go)
        made.edit_requested.connect(lambda: self._renew(editing=True))
        made.again_requested.connect(self._again)
        made.removed.connect(self._remove)
        return made

    def _renew(self, *, editing: bool = False) -> None:
        old, self._section = self._section, self._made(editing=editing)
        self.body.replaceWidget(old, self._section)
        self._section.show()  # in the same moment, not one turn of the event loop later
        old.hide()
        old.deleteLater()
        self._show_words()
        self.clock.run(on=self.trial.state is State.RUNNING)
        self._section.setFocus()
        self.verticalScrollBar().setValue(0)
        announce(self, self._state.text())

    def _show_words(self) -> None:
        self._state.setText(state_words(self.trial.state))
        self._before.setText(what_was_planned(self.trial.before))
        under_way = self.trial.state in {State.RUNNING, State.TO_REFLECT}
        self._before.setVisible(under_way and bool(self._before.text()))

    # --- what the person does

    def _on_prepared(self, before: Before) -> None:
        self._keep(lambda: flow.prepare(self.trial, before))

    def _begin(self) -> None:
        other = self._service.running()
        if other is not None and other.id != self.trial.id:
            said = translate("Exposure", "Another trial is still under way: {item}")
            self._surroundings.notices.say(said.replace("{item}", other.situation))
            return

        def begin() -> None:
            self.trial = self._service.begin_trial(self.trial)
            self._renew()

        self._guarded(begin)

    def _over(self, end: Callable[..., Trial]) -> None:
        self._section.flush()
        if self._keep(lambda: end(self.trial, self._service.tick(self.trial))):
            self._renew()
            offer_to_go_on(self._surroundings, self._service, self.trial.id)

    def _on_reflected(self, after: After) -> None:
        if self.trial.state is State.DONE and flow.missing(_with(self.trial, after)):
            return  # an outcome that is wiped out keeps its words until there are others
        self._keep(lambda: flow.reflect(self.trial, after))

    def _close(self) -> None:
        def close() -> None:
            if self.trial.state is not State.DONE:
                self.trial = self._service.close_trial(self.trial)
            self._renew()

        self._guarded(close)

    def _again(self) -> None:
        def plan() -> None:
            trial = self._service.plan_trial(self.trial.ladder, self.trial.item)
            self._go(f"trial/{trial.id}")

        try:
            self._guarded(plan)
        except KeyError:  # the situation is no longer on the ladder
            self._to_ladder()

    def _remove(self) -> None:
        def remove() -> None:
            removed, restore = self.trial.id, self._service.restore_trial
            self._service.remove_trial(removed)
            offer_undo(self._surroundings, lambda: restore(removed))
            self._to_ladder()

        self._guarded(remove)

    def _to_ladder(self) -> None:
        self._go(f"ladder/{self.trial.ladder}")

    def _go(self, target: str) -> None:
        self._section.flush()
        self.target_requested.emit(target)

    # --- keeping

    def _keep(self, step: Callable[[], Trial]) -> bool:
        """Save the next state of the trial; whether that went well."""

        def keep() -> None:
            self.trial = self._service.save_trial(step())
            if isinstance(self._section, TrialDuring):
                self._section.show_trial(self.trial)

        return self._guarded(keep)

    def _guarded(self, call: Callable[[], object]) -> bool:
        try:
            call()
        except EnvironmentProblem as problem:
            self._surroundings.notices.report(problem)
            return False
        return True

    @override
    def flush(self) -> None:
        """Save what is being typed."""
        self._section.flush()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # a trial that was found again has the keyboard elsewhere on its page
        during = self._section if isinstance(self._section, TrialDuring) else None
        if during is None or not during.take_digit(event):
            super().keyPressEvent(event)

    def _look(self) -> None:
        if isinstance(self._section, TrialDuring):
            self._section.show_time(self._seconds())

    def _seconds(self) -> float:
        return self._service.tick(self.trial).seconds


def _with(trial: Trial, after: After) -> Trial:
    return replace(trial, after=after)
