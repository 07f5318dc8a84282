from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from copingkit.ui.charts.figure import Bar, BarGroup, Bars, Fill, Key
from copingkit.ui.charts.print_figure import PrintFigure
from copingkit.ui.print_sheet import Form, Section, Sheet, printout
from copingkit.ui.print_text import Laid, Text
from copingkit.ui.printing import pdf
from tests.support import pdfs

PLACES = Bars(
    title="Where it was",
    summary="Mostly in the park.",
    note="5 trials",
    each="Place",
    keys=(Key(Fill.SOLID, "trials"),),
    groups=(BarGroup("", (Bar("park", (4,), ("4",), "4"), Bar("market", (1,), ("1",), "1"))),),
)


def test_a_figure_stands_between_paragraphs_in_reading_order(qtbot: QtBot, tmp_path: Path) -> None:
    blocks = ((Text("Before it"),), (PrintFigure(PLACES, 10),), (Text("Below it"),))
    sheet = Sheet((), (Section(Text("Title"), Text("Again"), blocks),), "1 Mar", "{page}/{pages}")
    made = pdf(printout(sheet, Form("A4")))
    said = pdfs.flat(made, tmp_path)
    places = [said.index(each) for each in ("Before it", "Where it was", "park", "Below it")]
    assert places == sorted(places)


def test_a_figure_is_never_parted_and_grows_with_its_words(qtbot: QtBot) -> None:
    small, large = PrintFigure(PLACES, 9), PrintFigure(PLACES, 14)
    assert Laid((small,), 480).line_count == 1
    assert small.halves(480) == ((small,), ())
    assert Laid((large,), 480).height > Laid((small,), 480).height * 1.2
