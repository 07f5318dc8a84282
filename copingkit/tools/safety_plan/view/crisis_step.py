"""One stop of the crisis run as it fills the window's middle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from copingkit.tools.safety_plan.view.crisis_lines import LineView
from copingkit.tools.safety_plan.view.crisis_route import CrisisLine, Filling, Offer, Stop
from copingkit.tools.safety_plan.view.run_keeper import RunKeeper
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import Item, column
from copingkit.ui.widgets.scale import Scale
from copingkit.ui.widgets.text import label


def stop_content(
    stop: Stop,
    page: tuple[CrisisLine, ...],
    *,
    first_page: bool,
    choose: Callable[[], None] | None,
    start: Callable[[str], None],
) -> list[Item]:
    """The title, at most three lines, and a kind word where there are none.

    `choose` opens the choice of a country where helplines are missing for want of one; `start`
    opens an exercise by its id.
    """
    items: list[Item] = [label(stop.title, "huge"), 4]
    if stop.intro and first_page:
        items.append(label(stop.intro, "crisis-detail"))
    named = [line for line in page if line.exercise][:1]  # the one that E starts
    items.extend(LineView(line, start, by_key=line in named) for line in page)
    if stop.filling is Filling.NOTHING:
        items.append(label(nothing_here(), "big"))
    if stop.filling is Filling.HELPLINES and not stop.lines:
        items.extend(no_helplines(choose))
    return items


def spoken(stop: Stop, page: tuple[CrisisLine, ...]) -> str:
    """What a screen reader says when the stop comes up."""
    lines = (", ".join(part for part in (line.text, line.number) if part) for line in page)
    said = [stop.title, *lines]
    if stop.filling is Filling.NOTHING:
        said.append(nothing_here())
    return ". ".join(said)


def nothing_here() -> str:
    """The word for a step without entries: never that there is nothing in a life."""
    return translate("CrisisRun", "Nothing written here yet. Go on.")


def offered(offer: Offer, start: Callable[[str], None], *, by_key: bool) -> QVBoxLayout:
    """The button that opens the exercise which fits best, where one looks for something to do.

    `by_key`: E opens it, too, as no line stands for an exercise of its own.
    """
    words = translate("CrisisRun", "Do an exercise with me: {title}")
    text = words.replace("{title}", offer.title)
    if by_key:
        text = translate("CrisisRun", "{what} (E)").replace("{what}", text)
    return at_start(button(text, lambda: start(offer.exercise), look="tall", icon="forward"))


def no_helplines(choose: Callable[[], None] | None) -> list[Item]:
    """What to do while no country is chosen; `choose` opens the choice, None leaves it out."""
    words = translate(
        "CrisisRun",
        "In an emergency, call the emergency number of the country you are in. "
        "Choose your country, and copingkit shows its lines here.",
    )
    made: list[Item] = [label(words, "big")]
    if choose is not None:
        text = translate("CrisisRun", "Choose a country")
        made.append(at_start(button(text, choose, look="tall")))
    return made


class UrgeOffer(QWidget):
    """A quiet line that opens the scale in its place; nobody has to."""

    said = Signal()
    opened = Signal()

    def __init__(self, keeper: RunKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._box = column()
        self.setLayout(self._box)
        text = translate("CrisisRun", "Note how strong the urge is (you can skip this)")
        self._open = button(text, self._on_open, look="tall-quiet")
        self._box.addLayout(at_start(self._open))
        if keeper.run.urge_before is not None:
            self._show_scale()

    def _on_open(self) -> None:
        scale = self._show_scale()
        scale.show()
        self.opened.emit()
        scale.setFocus()

    def _show_scale(self) -> Scale:
        self._open.hide()
        scale = Scale(urge_question(), self._keeper.run.urge_before)
        scale.chosen.connect(self._on_chosen)
        self._box.addWidget(scale)
        return scale

    def _on_chosen(self, urge: int | None) -> None:
        self._keeper.urge_before(urge)
        self.said.emit()


def at_start(widget: QPushButton) -> QVBoxLayout:
    """A button no wider than its words, at the start of the line."""
    made = column(widget)
    made.setAlignment(widget, Qt.AlignmentFlag.AlignLeft)
    return made


def urge_question() -> str:
    """What is asked before and after a run."""
    return translate("CrisisRun", "How strong is the urge now? 0 is none, 10 is the strongest.")
