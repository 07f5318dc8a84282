"""All there is to say of a situation, in place and saved as it is typed."""

from __future__ import annotations

from dataclasses import replace

from copingkit.core.ids import new_id
from copingkit.tools.exposure.ladder import Contexts, Item, ItemKind, SafetyBehaviour
from copingkit.tools.exposure.view.fields import Choice, Line, Paragraph
from copingkit.tools.exposure.view.hundred import Hundred
from copingkit.tools.exposure.view.words import kind_name, suds_meaning, suds_scale
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.in_place_editor import InPlaceEditor
from copingkit.ui.widgets.layout import column, row
from copingkit.ui.widgets.wrapping import TickBox


class ItemEditor(InPlaceEditor):
    """Edits a copy of an item; an emptied situation keeps the one from before."""

    def __init__(self, item: Item) -> None:
        super().__init__(self._typed)
        self._item = item
        contexts = item.contexts
        self._situation = self._line(translate("Exposure", "Situation"), item.situation)
        self._suds = Hundred(
            translate("Exposure", "How strong would the distress be?"),
            item.suds,
            suds_meaning,
            scale=suds_scale(),
        )
        self._kind = Choice(
            translate("Exposure", "Kind"),
            [kind_name(kind) for kind in ItemKind],
            list(ItemKind).index(item.kind),
        )
        self._place = self._line(translate("Exposure", "Where"), contexts.place)
        self._people = self._line(translate("Exposure", "With whom, or alone"), contexts.people)
        self._time = self._line(translate("Exposure", "Time of day"), contexts.time_of_day)
        self._strength = self._line(
            translate("Exposure", "How much of it (near, long, loud)"), contexts.intensity
        )
        self._helps = Paragraph(
            translate(
                "Exposure", "What I do to feel safer and want to leave out, one on each line"
            ),
            _lines(item, ritual=False),
            self.touch,
        )
        self._rituals = Paragraph(
            translate(
                "Exposure", "Rituals that I want to leave out, also in thoughts, one on each line"
            ),
            _lines(item, ritual=True),
            self.touch,
        )
        self._notes = Paragraph(translate("Exposure", "Notes"), item.notes, self.touch)
        self._clinician = TickBox(translate("Exposure", "Only together with my clinician"))
        self._clinician.setChecked(item.clinician_led)
        self._build()

    def _line(self, question: str, text: str) -> Line:
        return Line(question, text, self.touch)

    def _build(self) -> None:
        where = column(self._place, self._people, spacing=8)
        when = column(self._time, self._strength, spacing=8)
        done = button(translate("Exposure", "Done"), self.finish)
        box = column(
            self._situation,
            self._suds,
            self._kind,
            row(where, when, spacing=16),
            self._helps,
            self._rituals,
            self._notes,
            row(self._clinician, None),
            Flow(done),
            spacing=12,
            margins=(32, 4, 4, 8),
        )
        self.setLayout(box)
        self.setFocusProxy(self._situation)
        self._suds.said.connect(lambda _suds: self.touch())
        self._kind.chosen.connect(self._on_kind)
        self._clinician.toggled.connect(lambda _on: self.touch())
        parts = (self._situation, self._place, self._people, self._time, self._strength)
        self.watch(*(part.field for part in parts))
        self.watch(self._helps.field, self._rituals.field, self._notes.field)

    def _on_kind(self, number: int) -> None:
        self._item = replace(self._item, kind=list(ItemKind)[number])
        self.touch()

    def _typed(self) -> Item:
        contexts = Contexts(
            self._place.text, self._people.text, self._time.text, self._strength.text
        )
        self._item = replace(
            self._item,
            situation=self._situation.text or self._item.situation,
            suds=self._suds.value,
            contexts=contexts,
            safety_behaviours=self._behaviours(),
            notes=self._notes.text,
            clinician_led=self._clinician.isChecked(),
        )
        return self._item

    def _behaviours(self) -> tuple[SafetyBehaviour, ...]:
        """The lines as behaviours; what stays in its words or in its line keeps its id."""
        found: list[SafetyBehaviour] = []
        for written, ritual in ((self._helps.text, False), (self._rituals.text, True)):
            before = [each for each in self._item.safety_behaviours if each.ritual is ritual]
            lines = [line.strip() for line in written.splitlines() if line.strip()]
            by_words = {each.text: each.id for each in before}
            free = [each.id for each in before if each.text not in lines]
            for line in lines:
                known = by_words.pop(line, "") or (free.pop(0) if free else new_id())
                found.append(SafetyBehaviour(known, line, ritual))
        return tuple(found)


def _lines(item: Item, *, ritual: bool) -> str:
    return "\n".join(each.text for each in item.safety_behaviours if each.ritual is ritual)
