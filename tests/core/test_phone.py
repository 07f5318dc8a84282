from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.core.phone import dialable, tel_link


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0170 555 0142", "01705550142"),
        ("(011) 5275-1135", "01152751135"),
        ("030 / 555.01.17", "030555" + "0117"),
        ("112", "112"),
        ("116 123", "116123"),
        ("*4141", "*4141"),
        ("#31#0170 555 0142", "#31#01705550142"),
        ("+44 (0)20 5550 0142", "+442055500142"),
        (" +49 170 555 0142 ", "+491705550142"),
        ("0170\u00a0555\u20110142", "01705550142"),
    ],
)
def test_what_is_written_between_the_digits_is_not_dialled(written: str, dialled: str) -> None:
    assert dialable(written) == dialled


@pytest.mark.parametrize(
    "written",
    [
        "",
        "  ",
        "+",
        "*#",
        "0170 555 0142 ext. 4",
        "1-800-HELP",
        "ask Sam",
        "112 / 110",
        "0170 555 0142, 0170 555 0143",
        "0170 555 0142 / 0170 555 0143",
        "0170+555",
        "\u0661\u0661\u0662",
    ],
)
def test_what_is_not_plainly_one_number_is_not_dialled(written: str) -> None:
    assert dialable(written) is None


@given(st.text("0123456789 ()-./+*#xe", max_size=24))
def test_nothing_but_keys_is_ever_dialled(written: str) -> None:
    dialled = dialable(written)
    if dialled is not None:
        assert set(dialled.removeprefix("+")) <= set("0123456789*#")
        assert sum(c.isdigit() for c in dialled) == sum(c.isdigit() for c in written) - (
            1 if dialled.startswith("+") and "(0)" in written else 0
        )


def test_the_address_of_a_call() -> None:
    assert tel_link("112") == "tel:112"
    assert tel_link("#31#0170") == "tel:%2331%230170"
