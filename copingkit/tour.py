"""Draws every page with a made-up person, so that anyone sees what a change does to the looks."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from copingkit import app, sample, tour_exposure, unattended
from copingkit.core.links import Link
from copingkit.preferences.preferences import Preferences, PreferencesFile
from copingkit.shell.first_run import FirstRun
from copingkit.shell.main_window import MainWindow
from copingkit.shell.print_host import material
from copingkit.tools.exercises.model import Form, Kind
from copingkit.tools.exercises.view.library_page import LibraryPage
from copingkit.tools.exercises.view.measure_view import MeasureView
from copingkit.tools.exercises.view.player import Player
from copingkit.tools.safety_plan.model import Step
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.tools.safety_plan.tool import TOOL as SAFETY_PLAN
from copingkit.tools.safety_plan.view.crisis_run import CrisisRun
from copingkit.tools.safety_plan.view.plan_page import PlanPage
from copingkit.tools.safety_plan.view.sheets import PrintKind, make
from copingkit.ui import printing
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.unattended import settle, settle_for, wait_for

LOOKS: Final = {
    "light": ("light", 100),
    "dark": ("dark", 100),
    "contrast": ("contrast", 100),
    "large": ("light", 200),
}
SIZE: Final = (1180, 820)
COUNTRY: Final = "DE"
PASSPHRASE: Final = "a passphrase for the tour alone"  # noqa: S105 - opens a vault of made-up words
PAGES: Final = (
    "home",
    "safety_plan",
    "exercises",
    "helplines",
    "search",
    "removed",
    "preferences",
    "keys",
)
PLAYED: Final = (  # one of each kind
    "extended-exhale",
    "muscles-four-groups",
    "five-senses",
    "hand-tracing",
    "stop",
    "quiet-sitting",
)

PRINTS: Final = (
    ("a4", PrintKind.PAGE, "A4"),
    ("letter", PrintKind.PAGE, "Letter"),
    ("large", PrintKind.LARGE, "A4"),
    ("card", PrintKind.CARD, "A4"),
)


@dataclass
class Camera:
    """Where the pictures go, and how many there are."""

    out: Path
    look: str = ""
    taken: int = 0
    printed: int = 0

    def take(self, widget: QWidget, name: str) -> None:
        """One picture of `widget` as it is now."""
        settle()
        widget.grab()  # some pages make what lies below only after their first painting
        settle()
        path = self.out / f"{name}-{self.look}.png"
        if not widget.grab().save(str(path)):
            raise OSError(f"could not write {path.name}")
        self.taken += 1


def run(out: Path, looks: Sequence[str] = ("light", "dark", "large")) -> int:
    """Draw all pages in `looks` (of LOOKS) and the prints into `out`; returns the exit status."""
    unknown = set(looks) - set(LOOKS)
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(LOOKS)}")
        return 2
    unattended.prepare()
    out.mkdir(parents=True, exist_ok=True)
    camera = Camera(out)
    for look in looks:
        camera.look = look
        with tempfile.TemporaryDirectory(prefix="copingkit-tour-") as folder:
            _one_look(camera, Path(folder))
    print(f"{camera.taken} pictures and {camera.printed} prints are in {out}")
    return 0


def _one_look(camera: Camera, folder: Path) -> None:
    theme_name, text_size = LOOKS[camera.look]
    preferences = Preferences(theme=theme_name, text_size=text_size, country=COUNTRY)
    PreferencesFile(folder / "preferences.json").save(preferences)
    program = app.assemble(folder)
    window = program.window
    window.resize(*SIZE)
    window.start(crisis=False)
    _first_run(camera, window)
    window.door.create(keyring=False, passphrase=PASSPHRASE)
    wait_for(lambda: window.session.records is not None)
    _words(camera, window)
    plan = window.session.service(SAFETY_PLAN)
    _fill(plan)
    window.open_link(Link("home"))
    for name in PAGES:
        window.open_link(Link(name))
        camera.take(window, name)
    _inside_the_plan(camera, window, plan)
    _exercises(camera, window)
    tour_exposure.draw(lambda name: camera.take(window, name), window)
    _prints(camera, window)
    _crisis(camera, window)
    window.lock()
    camera.take(window, "locked")
    window.help_now()
    camera.take(window, "crisis-locked")
    window.close()
    window.deleteLater()
    settle()


def _first_run(camera: Camera, window: MainWindow) -> None:
    first = window.current_view
    if not isinstance(first, FirstRun):
        raise TypeError("the first run was expected")
    for step in range(3):
        first.setCurrentIndex(step)
        camera.take(window, f"first-run-{step + 1}")


def _words(camera: Camera, window: MainWindow) -> None:
    camera.take(window, "first-run-4")
    first = window.current_view
    if isinstance(first, FirstRun):
        first.setCurrentIndex(4)
        camera.take(window, "first-run-5")
        first.words_confirmed.emit(True)
        first.finished.emit("home")


def _fill(service: SafetyPlanService) -> None:
    made_up = sample.plan()
    for step in Step:
        for item in made_up.items(step):
            service.add(step, item)
    service.mark_printed()
    first = service.plan.items(Step.WARNING_SIGNS)[0]
    service.edit(replace(first, text="I stop answering Mira for more than a day"))
    service.remove(service.plan.items(Step.REASONS_FOR_LIVING)[-1].id)


def _inside_the_plan(camera: Camera, window: MainWindow, service: SafetyPlanService) -> None:
    contact = service.plan.items(Step.CONTACTS)[0].id
    window.open_link(Link("safety_plan", contact))
    page = window.current_view
    row = page.column.row_of(contact) if isinstance(page, PlanPage) else None
    if row is None:
        raise TypeError("the plan was expected")
    row.open_requested.emit()  # what Enter does
    camera.take(window, "plan-editing")
    for name, target in (("plan-versions", "versions"), ("plan-print", "print")):
        window.open_link(Link("safety_plan", target))
        camera.take(window, name)
    window.open_link(Link("search", "river"))
    settle_for(400)
    camera.take(window, "search-found")


def _exercises(camera: Camera, window: MainWindow) -> None:
    window.open_link(Link("exercises", "need/panic"))
    camera.take(window, "exercises-panic")
    library = window.current_view
    if not isinstance(library, LibraryPage):
        raise TypeError("the library was expected")
    library.writing.write(Kind.GUIDED)
    camera.take(window, "exercise-of-ones-own")
    for name in PLAYED:
        window.open_link(Link("exercises", f"play/{name}"))
        player = window.current_view
        if not isinstance(player, Player):
            raise TypeError("the player was expected")
        camera.take(window, f"exercise-{name}")
        if name == PLAYED[0]:
            _open_sound(camera, window, player)
            _measure(camera, window, player)
        player.start(Form.FULL)
        if name != "five-senses":
            player.skip()
        settle_for(1500)
        camera.take(window, f"exercise-{name}-playing")
        player.leave()
        camera.take(window, f"exercise-{name}-end")
        player.leave()


def _open_sound(camera: Camera, window: MainWindow, player: Player) -> None:
    sound = player.findChild(Disclosure)
    if sound is None:
        raise LookupError("no place to choose what may be heard")
    sound.set_open(True)
    camera.take(window, "exercise-sound")


def _measure(camera: Camera, window: MainWindow, player: Player) -> None:
    view = player.findChild(MeasureView)
    if view is None:
        raise LookupError("no way to follow a breath")
    player.follow()
    view.press()
    settle_for(1500)
    camera.take(window, "exercise-follow")
    view.release()
    view.left.emit()


def _crisis(camera: Camera, window: MainWindow) -> None:
    window.help_now()
    run = window.current_view
    if not isinstance(run, CrisisRun):
        raise TypeError("the crisis run was expected")
    for number in range(1, 30):
        camera.take(window, f"crisis-{number:02}")
        if run.at_summary:
            break
        run.go_on()
    run.show_people()
    camera.take(window, "crisis-people")
    run.show_helplines()
    camera.take(window, "crisis-helplines")
    run.close_run()


def _prints(camera: Camera, window: MainWindow) -> None:
    plan = ((name, make(kind, material(window), paper)) for name, kind, paper in PRINTS)
    made = [*plan, *tour_exposure.prints(window)]
    for name, printout in made:
        (camera.out / f"print-{name}.pdf").write_bytes(printing.pdf(printout))
    camera.printed = len(made)
