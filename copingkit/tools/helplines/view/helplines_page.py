"""The page of helplines: the emergency number first, then lines by whom they are for."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from copingkit.core.errors import ContentDamaged
from copingkit.tools.helplines import catalogue
from copingkit.tools.helplines.model import ADULT, Helpline, Kind, is_old
from copingkit.tools.helplines.service import HelplinesService
from copingkit.tools.helplines.view.country_chooser import CountryChooser
from copingkit.tools.helplines.view.line_card import line_card, line_column
from copingkit.tools.helplines.view.number_tools import marked_label
from copingkit.tools.helplines.view.own_lines import OwnLines
from copingkit.ui import messages, theme
from copingkit.ui.language import short_date, translate
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, PageColumn, column, holder, row
from copingkit.ui.widgets.tab_order import follow_layout
from copingkit.ui.widgets.text import label


class HelplinesPage(PageColumn):
    """Shows one country's lines and the person's own.

    Own lines stand below the emergency number when there are some as the page is built, else at
    the end, so that nothing moves while somebody is reading.
    """

    def __init__(self, service: HelplinesService, surroundings: Surroundings) -> None:
        title = translate("Helplines", "Helplines")
        super().__init__(title)
        self._service = service
        self._around = surroundings
        self.own = OwnLines(service, surroundings.notices)
        self.body.addWidget(label(title, "h1"))
        try:
            self._show_country(surroundings.country)
        except ContentDamaged as problem:
            self._show_damage(problem)
        self._show_foot()
        self.body.addStretch(1)
        self._order_tabs()
        self.own.laid_out.connect(self._order_tabs)
        self.own.opened.connect(self.scroll_to_opened)
        for disclosure in self.findChildren(Disclosure):
            disclosure.built.connect(self._order_tabs)

    @override
    def flush(self) -> None:
        """Save what is being typed, now."""
        self.own.flush()

    @override
    def show_target(self, target: str) -> None:
        """Bring one of the person's own lines into view; empty is the top."""
        found = self.own.show_target(target) if target else None
        if found is None:
            super().show_target("")
        else:
            self.scroll_to(found)

    def _order_tabs(self) -> None:
        follow_layout(self.body)

    def _show_country(self, code: str) -> None:
        lines = self._service.lines(code)
        countries = self._service.countries()
        if not lines:
            self._show_choice(self._chooser(code), known=not code)
            self.body.addWidget(self.own)
            return
        name = next((each.name for each in countries if each.code == code), code)
        self._show_name(name, code)
        self._show_age(min(line.checked for line in lines))
        self._show_lines(lines)

    def _chooser(self, code: str) -> CountryChooser:
        return CountryChooser(self._service.countries(), code, self._around.choose_country)

    def _show_choice(self, chooser: CountryChooser, *, known: bool) -> None:
        """Ask for the country first; say what is known without it."""
        asked = translate("Helplines", "Helplines and emergency numbers differ by country.")
        if not known:
            asked = translate("Helplines", "Our table has no lines for your country yet.")
        self.body.addWidget(label(asked))
        self.body.addWidget(chooser)
        self.body.addWidget(self._usual_numbers(len(self._service.countries())))

    def _usual_numbers(self, total: int) -> QWidget:
        made = Card(look="crisis-card", spacing=4)
        danger = translate("Helplines", "If you are in danger before you have chosen")
        made.body.addWidget(label(danger, "h2"))
        for number, count in catalogue.usual_emergency_numbers():
            said = translate("Helplines", "first number in {count} of the {total} countries")
            said = said.replace("{count}", str(count)).replace("{total}", str(total))
            shown = marked_label(number, "word")
            shown.setMinimumWidth(theme.px(56))
            line = row(shown, label(said), spacing=12)
            line.setStretch(1, 1)
            made.body.addLayout(line)
        return made

    def _show_name(self, name: str, code: str) -> None:
        change = Disclosure(
            translate("Helplines", "Change country"),
            translate("Helplines", "Keep this country"),
            name,
            lambda: self._chooser(code),
        )
        shown = label(name, "muted", wrap=False)
        shown.setMinimumHeight(theme.px(36))  # as high as the button beside it
        self.body.addLayout(Flow(shown, change))
        self.body.addWidget(change.place)

    def _show_age(self, checked: date) -> None:
        if not is_old(checked, self._around.clock.now().date()):
            return
        old = translate(
            "Helplines",
            "These numbers were checked more than a year ago, on {date}. They may have changed: "
            "please look a line up before you rely on it.",
        )
        self.body.addWidget(Card(label(old.replace("{date}", short_date(checked)), "warn")))

    def _show_lines(self, lines: tuple[Helpline, ...]) -> None:
        sure = [line for line in lines if not line.one_source]
        self.body.addWidget(self._emergency([e for e in sure if e.kind is Kind.EMERGENCY]))
        has_own = bool(self.own.rows)
        if has_own:
            self.body.addWidget(self.own)
        adult = [line for line in sure if line.kind in ADULT]
        if not adult:
            none = translate(
                "Helplines",
                "Our table has no confirmed crisis line for adults in this country yet. "
                "In danger, call the number above.",
            )
            self.body.addWidget(label(none, "muted"))
        self._show_group(translate("Helplines", "Lines to call"), adult)
        self._show_group(
            translate("Helplines", "By text message"), [e for e in sure if e.kind is Kind.TEXT]
        )
        others = [e for e in sure if e.kind in {Kind.YOUTH, Kind.VETERANS}]
        self._show_group(translate("Helplines", "For young people and others"), others)
        self._show_group(
            translate("Helplines", "Please check first"),
            [line for line in lines if line.one_source],
            translate(
                "Helplines",
                "These numbers come from one source only, or from old lists. "
                "Look a line up before you rely on it.",
            ),
        )
        if not has_own:
            self.body.addWidget(self.own)

    def _emergency(self, lines: list[Helpline]) -> QWidget:
        made = Card(look="crisis-card", spacing=16)
        danger = translate("Helplines", "If you or someone else is in danger right now")
        made.body.addWidget(label(danger, "h2"))
        for index, line in enumerate(lines):
            look = "word" if index else "phone"
            made.body.addLayout(line_column(line, self._around.notices.say, look=look))
        return made

    def _show_group(self, title: str, lines: list[Helpline], about: str = "") -> None:
        if not lines:
            return
        cards = [line_card(line, self._around.notices.say) for line in lines]
        head = [label(title, "h2"), *([label(about, "small")] if about else [])]
        self.body.addWidget(holder(column(*head, *cards, spacing=12, margins=(0, 8, 0, 0))))

    def _show_damage(self, problem: ContentDamaged) -> None:
        words = messages.words_for(problem)
        said = " ".join(part for part in (words.what, words.safe, words.next) if part)
        self.body.addWidget(Card(label(said, "warn")))
        self.body.addWidget(self.own)

    def _show_foot(self) -> None:
        foot = translate(
            "Helplines",
            "Hours can change, and lines can be busy: if one does not answer, try the next. "
            "copingkit never calls anybody by itself. It is a tool, not medical advice.",
        )
        self.body.addWidget(label(foot, "small"))
