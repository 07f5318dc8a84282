"""A page that prints one sheet: a trial, or figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from copingkit.tools.exposure.view.paper import Paper
from copingkit.tools.exposure.view.print_form import PrintForm, leaving
from copingkit.ui.language import translate
from copingkit.ui.printing import Printout
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import PageColumn
from copingkit.ui.widgets.print_preview import PrintPreview
from copingkit.ui.widgets.text import label


class SheetPage(PageColumn):
    """`target_requested` is a place of the exposure page: where one came from.

    `back` is that place with its name on the button, `about` says what is printed, `made` gives
    the sheet on a paper.
    """

    target_requested = Signal(str)

    def __init__(
        self,
        surroundings: Surroundings,
        back: tuple[str, str],
        about: str,
        made: Callable[[Paper], Printout],
    ) -> None:
        super().__init__(translate("Exposure", "Print"))
        form = PrintForm(surroundings.paper, surroundings.clock)
        preview = PrintPreview(
            lambda: made(form.paper), leaving(surroundings.clock), surroundings.notices
        )
        form.changed.connect(preview.renew)
        name, target = back
        go = button(name, partial(self.target_requested.emit, target), look="quiet", icon="back")
        self.body.addLayout(Flow(go))
        self.body.addWidget(label(translate("Exposure", "Print"), "h1"))
        self.body.addWidget(label(about, "muted"))
        self.body.addWidget(form)
        self.body.addWidget(preview)
        self.body.addStretch(1)
