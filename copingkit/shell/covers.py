"""What can lie over everything: the crisis run, an exercise, and over them the neutral page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from copingkit.core.links import Link
from copingkit.shell.pages import Host
from copingkit.shell.stage import Stage
from copingkit.ui.tool import Surroundings

SAFETY_PLAN = "safety_plan"


class Covers(QObject):
    """Makes them when asked for; what they ask for comes back as signals.

    `left`: a cover was closed by the person. `unlock_requested`: the crisis run would like the
    plan. `link_requested` (Link): it leads to a page.
    """

    left = Signal()
    unlock_requested = Signal()
    link_requested = Signal(Link)

    def __init__(self, stage: Stage, host: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._stage, self._host = stage, host
        self.in_crisis = False
        self.hidden = False
        self._playing = False
        stage.uncovered.connect(self._on_uncovered)

    @property
    def under_way(self) -> bool:
        """Whether an exercise or the crisis run is seen, which one would lose by going away."""
        return (self.in_crisis or self._playing) and not self.hidden

    def show_run(self) -> None:
        """The crisis run over everything, with whatever is open."""
        from copingkit.shell.crisis_host import crisis_run  # not on the way to the plan

        host = self._host
        self._stage.flush()
        run = crisis_run(
            host.session,
            host.preferences.country,
            host.clock,
            can_unlock=host.door.vault.exists(),
        )
        run.closed.connect(self._on_run_closed)
        run.helplines_requested.connect(lambda: self.link_requested.emit(Link("helplines")))
        run.unlock_requested.connect(self.unlock_requested)
        run.exercise_requested.connect(
            lambda exercise: self.link_requested.emit(Link("exercises", f"play/{exercise}"))
        )
        self._stage.cover_with(run)
        self.in_crisis, self.hidden, self._playing = True, False, False

    def play(self, surroundings: Surroundings, link: Link) -> None:
        """An exercise over what is shown; a crisis run waits below it.

        In the middle of a trial it is asked first, once. Raises KeyError when there is no such
        exercise, ContentDamaged when it cannot be read.
        """
        from copingkit.shell import calming_guard  # not on the way to the plan

        self._stage.flush()
        never = self.in_crisis or self._stage.place == SAFETY_PLAN
        question = None if never else calming_guard.question(self._host)
        if question is None:
            self._play(surroundings, link)
            return
        question.opened.connect(lambda: self._play(surroundings, link, instead=True))
        question.help_requested.connect(lambda: self.link_requested.emit(Link("crisis")))
        question.stayed.connect(lambda: self._stay(question.trial))
        self._stage.cover_with(question, keep=True)

    def _stay(self, trial: str) -> None:
        self._stage.uncover()
        self.link_requested.emit(Link("exposure", f"trial/{trial}"))

    def _play(self, surroundings: Surroundings, link: Link, *, instead: bool = False) -> None:
        from copingkit.shell.player_host import player  # not on the way to the plan

        made = player(self._host, surroundings, link)
        made.closed.connect(self._on_player_closed)
        made.link_requested.connect(self.link_requested)
        if self._playing or instead:  # one exercise follows another, or the question
            self._stage.uncover()
        self._stage.cover_with(made, keep=True)
        self._playing = True

    def _on_player_closed(self) -> None:
        self._playing = False
        self._stage.uncover()
        self.left.emit()

    def hide(self) -> None:
        """The neutral page at once; a crisis run goes on below it."""
        from copingkit.shell.hidden_page import HiddenPage  # only when it is asked for

        if self.hidden:
            return
        page = HiddenPage()
        page.back_requested.connect(self._on_back)
        self._stage.cover_with(page, keep=True)
        self.hidden = True

    def show_keys(self) -> None:
        """The list of keys over an exercise or the crisis run, which is there again after it."""
        from copingkit.shell.keys_page import KeysPage  # only when it is asked for

        if isinstance(self._stage.current_view, KeysPage):
            return
        page = KeysPage(closes=True)
        page.closed.connect(self._stage.uncover)
        if self.in_crisis and not self._playing:
            page.help_requested.connect(self._stage.uncover)
        else:
            page.help_requested.connect(lambda: self.link_requested.emit(Link("crisis")))
        self._stage.cover_with(page, keep=True)

    def _on_run_closed(self) -> None:
        self._stage.uncover()
        self.left.emit()

    def _on_back(self) -> None:
        self.hidden = False
        self._stage.uncover()
        self.left.emit()

    def _on_uncovered(self) -> None:
        self.in_crisis = self.hidden = self._playing = False
