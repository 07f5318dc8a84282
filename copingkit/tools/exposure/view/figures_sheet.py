"""Figures of a ladder on paper, one under the other."""

from __future__ import annotations

from collections.abc import Iterable

from copingkit.tools.exposure.view.paper import Paper
from copingkit.ui.charts.figure import Figure
from copingkit.ui.language import translate
from copingkit.ui.print_text import Block
from copingkit.ui.printing import Printout


def figures_print(fear: str, figures: Iterable[Figure], paper: Paper) -> Printout:
    """The figures with the fear that they are about; none is parted by the end of a page."""
    blocks: list[Block] = [(paper.figure(figure),) for figure in figures]
    sections = (
        paper.paragraphs(translate("Exposure", "My fear"), fear),
        paper.section(translate("Exposure", "What I expected, what happened"), blocks),
    )
    return paper.print_of(translate("Exposure", "My figures"), sections)
