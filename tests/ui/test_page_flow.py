from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copingkit.ui.page_flow import Measured, Placed, Room, flow

heights = st.floats(1, 120)
sections = st.lists(
    st.builds(
        Measured,
        st.floats(5, 20),
        st.floats(5, 20),
        st.lists(heights, max_size=8).map(tuple),
    ),
    max_size=8,
)


def test_what_fits_stays_on_one_page_in_one_column() -> None:
    (page,) = flow([Measured(10, 12, (20, 20)), Measured(10, 12, (20,))], Room(100, 100))
    assert [(p.section, p.block, p.top) for p in page] == [
        (0, None, 0),
        (0, 0, 10),
        (0, 1, 30),
        (1, None, 50),
        (1, 0, 60),
    ]


def test_a_title_never_stands_alone_at_the_foot() -> None:
    pages = flow([Measured(10, 12, (70,)), Measured(10, 12, (20,))], Room(100, 100))
    assert [p.section for p in pages[0]] == [0, 0]
    assert [p.section for p in pages[1]] == [1, 1]


def test_a_section_that_goes_on_repeats_its_title() -> None:
    pages = flow([Measured(10, 12, (50, 50))], Room(100, 100))
    assert pages[1] == [Placed(0, None, True, 0, 0), Placed(0, 1, False, 0, 12)]


def test_columns_come_before_pages() -> None:
    pages = flow([Measured(10, 12, (50, 50, 50))], Room(70, 100, 2))
    assert [(p.block, p.column) for p in pages[0]] == [(None, 0), (0, 0), (None, 1), (1, 1)]
    assert [(p.block, p.column) for p in pages[1]] == [(None, 0), (2, 0)]


def test_later_pages_have_the_heading_s_room_too() -> None:
    pages = flow([Measured(10, 10, (50, 45, 45))], Room(60, 100))
    assert [len(page) for page in pages] == [2, 3]


def test_nothing_makes_one_empty_page() -> None:
    assert flow([], Room(100, 100)) == [[]]


@given(sections, st.floats(40, 200), st.integers(1, 3))
def test_everything_is_placed_once_in_order_under_its_title(
    made: list[Measured], height: float, columns: int
) -> None:
    pages = flow(made, Room(height, height, columns))
    placed = [piece for page in pages for piece in page]
    blocks = [(piece.section, piece.block) for piece in placed if piece.block is not None]
    assert blocks == [(s, b) for s, section in enumerate(made) for b in range(len(section.blocks))]
    for page in pages:
        for column in range(columns):
            stack = [piece for piece in page if piece.column == column]
            if stack:
                assert stack[0].block is None  # whatever begins a column begins with a title
                assert stack[0].top == 0
            for piece in stack:
                section = made[piece.section]
                own = (
                    section.blocks[piece.block]
                    if piece.block is not None
                    else (section.continued if piece.continued else section.title)
                )
                alone = len(stack) <= 2
                assert alone or piece.top + own <= height + 1e-6
