from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from copingkit.tools.safety_plan.forms import sorts
from copingkit.tools.safety_plan.model import Item, Plan, Sort, Step
from copingkit.tools.safety_plan.view.numbers import NumberToCall
from copingkit.tools.safety_plan.view.sheet_text import Material
from copingkit.tools.safety_plan.view.sheets import PrintKind, make
from copingkit.ui.printing import pdf
from tests.support import pdfs
from tests.support.plans import sample_plan

LINES = (
    NumberToCall("Lifeline", "116 555", "24/7"),
    NumberToCall("Emergency services", "112", "24/7", emergency=True),
    NumberToCall("Unsure line", "0800 555 0100", check_first=True),
)


def material(plan: Plan) -> Material:
    return Material(plan, 7, datetime(2026, 3, 14, 12, tzinfo=UTC), LINES)


def repeated(count: int, extra: str = "") -> Plan:
    """A plan with `count` believable entries in every step."""
    sample = sample_plan()
    lists = {}
    for step in Step:
        of_step = sample.items(step)
        chosen = [of_step[n % len(of_step)] for n in range(count)]
        lists[step.value] = tuple(
            replace(item, id=f"{step}{n}", text=f"{item.text}{extra}")
            for n, item in enumerate(chosen)
        )
    return Plan(**lists)


def printed(kind: PrintKind, plan: Plan, paper: str = "A4") -> bytes:
    return pdf(make(kind, material(plan), paper))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("count", [3, 4, 5])
def test_a_plan_of_usual_length_fits_one_page(
    qtbot: QtBot, tmp_path: Path, paper: str, count: int
) -> None:
    made = printed(PrintKind.PAGE, repeated(count), paper)
    assert pdfs.info(made, tmp_path)["Pages"] == "1"
    said = pdfs.text(made, tmp_path)
    assert said.count("•") == 7 * count + 2  # nothing is left out; two helplines in step 5


def test_everything_is_there_in_reading_order(qtbot: QtBot, tmp_path: Path) -> None:
    said = pdfs.flat(printed(PrintKind.PAGE, sample_plan()), tmp_path)
    order = [
        "My safety plan",
        "1. Warning signs",
        "I stop answering Mira's messages for more than a day",
        "2. What I can do by myself",
        "Walk to the river and back, with the red headphones",
        "Or: The arcade by the station",
        "3. People and places that take my mind off it",
        "Jonas, 0170 555 0142 (most evenings)",
        "Café Lind (until 22:00, Harbour Street 4)",
        "4. People I can ask for help",
        "Mira, 0170 555 0199 (my sister, any time)",
        "I can say: I am having a hard hour. Can you stay on the phone?",
        "5. Professionals and services",
        "Dr Amara Osei, 030 555 0117 (my therapist, Mon to Thu, 9 to 17, Linden Road 12)",
        "Emergency services, 112 (24/7)",
        "Lifeline, 116 555 (24/7)",
        "6. Making my surroundings safer",
        "Sam keeps the key",
        "done",
        "My reasons for living",
        "Seeing Lotte start school",
        "v7, 14 Mar 2026 · page 1 of 1",
    ]
    places = [said.index(each) for each in order]
    assert places == sorted(places)
    assert "Unsure line" not in said


def test_a_long_plan_flows_and_every_page_begins_with_a_title(qtbot: QtBot, tmp_path: Path) -> None:
    extra = " and many more words to make it a line that does not end so soon" * 3
    made = printed(PrintKind.PAGE, repeated(12, extra), "Letter")
    count = int(pdfs.info(made, tmp_path)["Pages"])
    assert count > 3
    titles = [pdfs.text(made, tmp_path, page=page).splitlines()[0] for page in range(2, count + 1)]
    assert all(title[0] in "123456M" for title in titles)
    assert any(title.endswith("(continued)") for title in titles)
    assert pdfs.text(made, tmp_path).count("•") == 7 * 12 + 2


def height_of(word: str, made: bytes, folder: Path) -> float:
    return next(
        bottom - top for said, _, top, _, bottom in pdfs.words(made, folder) if said == word
    )


def test_large_print_is_half_as_large_again(qtbot: QtBot, tmp_path: Path) -> None:
    usual = printed(PrintKind.PAGE, sample_plan())
    large = printed(PrintKind.LARGE, sample_plan())
    ratio = height_of("grey", large, tmp_path) / height_of("grey", usual, tmp_path)
    assert ratio == pytest.approx(18 / 12, rel=0.02)
    assert pdfs.flat(large, tmp_path).count("•") == pdfs.flat(usual, tmp_path).count("•")


def test_an_agreed_action_says_who_and_by_when(qtbot: QtBot, tmp_path: Path) -> None:
    action = Item("m", Sort.ACTION, "The key is kept elsewhere", helper="Sam", due=date(2026, 4, 1))
    plan = Plan(means_safety=(action,))
    said = pdfs.flat(printed(PrintKind.PAGE, plan), tmp_path)
    assert "The key is kept elsewhere Sam, by 1 Apr 2026" in said


def test_steps_without_entries_and_blank_entries_are_not_printed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    plan = Plan(warning_signs=(Item("w", Sort.ENTRY, " "),), contacts=sample_plan().contacts)
    said = pdfs.text(printed(PrintKind.PAGE, plan), tmp_path)
    assert "Warning signs" not in said
    assert "4. People I can ask for help" in said


@pytest.mark.parametrize("kind", list(PrintKind))
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_every_print_has_its_paper_and_its_mark(
    qtbot: QtBot, tmp_path: Path, kind: PrintKind, paper: str
) -> None:
    made = printed(kind, sample_plan(), paper)
    size = {"A4": "595 x 842", "Letter": "612 x 792"}[paper]
    assert pdfs.info(made, tmp_path)["Page size"].startswith(size)
    assert "v7, 14 Mar 2026 · page 1 of" in pdfs.flat(made, tmp_path)


def test_each_sort_of_entry_can_be_printed(qtbot: QtBot, tmp_path: Path) -> None:
    for step in Step:
        for sort in sorts(step):
            plan = Plan(**{step.value: (Item("x", sort, "Something here"),)})
            assert "Something here" in pdfs.text(printed(PrintKind.PAGE, plan), tmp_path)


def test_a_number_is_never_broken_by_the_end_of_a_line(qtbot: QtBot, tmp_path: Path) -> None:
    contacts = tuple(
        Item(f"c{n}", Sort.PERSON, "M" + "i" * (4 * n), phone="0170 555 0199 22") for n in range(30)
    )
    for kind in PrintKind:
        lines = pdfs.text(printed(kind, Plan(contacts=contacts)), tmp_path).splitlines()
        whole = [line for line in lines if "0170" in line or line.endswith("22")]
        assert whole
        assert all("0170 555 0199 22" in line for line in whole)


def test_what_is_done_says_so_in_its_line(qtbot: QtBot, tmp_path: Path) -> None:
    action = Item("m", Sort.ACTION, "Sam keeps the key", helper="Sam", done=True)
    lines = pdfs.text(printed(PrintKind.PAGE, Plan(means_safety=(action,))), tmp_path).splitlines()
    assert "• Sam keeps the key (done)" in [line.replace("\u00a0", " ") for line in lines]


def test_the_version_is_large_in_large_print(qtbot: QtBot, tmp_path: Path) -> None:
    usual, large = (printed(kind, sample_plan()) for kind in (PrintKind.PAGE, PrintKind.LARGE))
    ratio = height_of("v7,", large, tmp_path) / height_of("v7,", usual, tmp_path)
    assert ratio == pytest.approx(18 / 12, rel=0.03)


def test_numbers_of_police_and_fire_do_not_push_the_helpline_off_the_paper(
    qtbot: QtBot, tmp_path: Path
) -> None:
    more = (NumberToCall(name, name, emergency=True) for name in ("Police", "Fire", "Coast guard"))
    full = replace(material(sample_plan()), lines=(*LINES[1:], *more, LINES[0]))
    said = pdfs.flat(pdf(make(PrintKind.PAGE, full, "A4")), tmp_path)
    assert said.index("Emergency services") < said.index("Lifeline") < said.index("Police")
    assert "Coast guard" not in said
