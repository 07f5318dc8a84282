"""The exposure page: the overview, or in its place a ladder, a trial, the cards, the figures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from copingkit.core.errors import EnvironmentProblem, RecordMissing
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.overview import Overview
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.layout import PageColumn


class ExposurePage(QStackedWidget):
    """Goes to places inside the tool.

    They are "", "ladder/ID", "item/LADDER/ID", "trial/ID", "cards", "cards/LADDER",
    "cards/LADDER/TRIAL", "figures/LADDER", "print/LADDER", "print/LADDER/session",
    "print/LADDER/figures", "print-trial/ID" and "body/LADDER".
    """

    def __init__(self, service: ExposureService, surroundings: Surroundings) -> None:
        super().__init__()
        self._service, self._surroundings = service, surroundings
        self._shown: PageColumn | None = None
        self._target = ""
        self.show_target("")

    @property
    def shown(self) -> PageColumn:
        """The page in front."""
        if self._shown is None:
            raise LookupError("there is always one")
        return self._shown

    @property
    def focused(self) -> str:
        """The place in front: another text size does not lead away from it."""
        return self._target

    def flush(self) -> None:
        """Save what is being typed."""
        if self._shown is not None:
            self._shown.flush()

    def show_target(self, target: str) -> None:
        """Go to a place; what is gone leads to the overview, and says so."""
        name, _, rest = target.partition("/")
        ways: dict[str, Callable[[str], PageColumn]] = {
            "ladder": self._ladder,
            "item": self._item,
            "trial": self._trial,
            "print": self._print,
            "print-trial": self._print_trial,
            "cards": self._cards,
            "body": self._body,
            "figures": self._figures,
        }
        try:
            if self._shown is not None:
                self._shown.flush()
            page = ways.get(name, self._overview)(rest)
        except (KeyError, RecordMissing):
            said = translate("Exposure", "That is no longer there. Look in Recently removed.")
            self._surroundings.notices.say(said)
            page, target = self._overview(""), ""
        except EnvironmentProblem as problem:
            self._surroundings.notices.report(problem)
            return
        self._target = target
        self._show(page)

    def _show(self, page: PageColumn) -> None:
        old, self._shown = self._shown, page
        self.setCurrentIndex(self.addWidget(page))
        if old is not None:
            self.removeWidget(old)
            old.hide()
            old.deleteLater()

    # --- the pages, each imported when it is first wanted

    def _overview(self, _rest: str) -> PageColumn:
        page = Overview(self._service, self._surroundings)
        page.target_requested.connect(self.show_target)
        return page

    def _ladder(self, ladder_id: str, item_id: str = "") -> PageColumn:
        from copingkit.tools.exposure.view.ladder_page import LadderPage

        page = LadderPage(self._service, self._surroundings, ladder_id)
        page.target_requested.connect(self.show_target)
        page.show_item(item_id)
        return page

    def _item(self, rest: str) -> PageColumn:
        ladder_id, _, item_id = rest.partition("/")
        return self._ladder(ladder_id, item_id)

    def _trial(self, trial_id: str) -> PageColumn:
        from copingkit.tools.exposure.view.trial_page import TrialPage

        page = TrialPage(self._service, self._surroundings, trial_id)
        page.target_requested.connect(self.show_target)
        return page

    def _print(self, rest: str) -> PageColumn:
        from copingkit.tools.exposure.view.print_page import PrintPage, What

        ladder_id, _, what = rest.partition("/")
        page = PrintPage(self._service, self._surroundings, ladder_id)
        page.target_requested.connect(self.show_target)
        if what:
            page.show_what(What(what))
        return page

    def _print_trial(self, trial_id: str) -> PageColumn:
        from copingkit.tools.exposure.view.sheet_page import SheetPage
        from copingkit.tools.exposure.view.trial_sheet import trial_print

        trial = self._service.trial(trial_id)
        back = translate("Exposure", "The trial"), f"trial/{trial_id}"
        page = SheetPage(
            self._surroundings, back, trial.situation, lambda paper: trial_print(trial, paper)
        )
        page.target_requested.connect(self.show_target)
        return page

    def _cards(self, rest: str) -> PageColumn:
        from copingkit.tools.exposure.view.cards_page import CardsPage

        ladder_id, _, trial_id = rest.partition("/")
        page = CardsPage(self._service, self._surroundings, ladder_id, trial_id)
        page.target_requested.connect(self.show_target)
        return page

    def _body(self, ladder_id: str) -> PageColumn:
        from copingkit.tools.exposure.view.body_page import BodyPage

        page = BodyPage(self._service, self._surroundings, ladder_id)
        page.target_requested.connect(self.show_target)
        return page

    def _figures(self, ladder_id: str) -> PageColumn:
        from copingkit.tools.exposure.view.figures_page import FiguresPage

        page = FiguresPage(self._service, ladder_id)
        page.target_requested.connect(self.show_target)
        return page
