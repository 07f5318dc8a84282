"""ICU's data are taken apart, made smaller and put together again."""

from __future__ import annotations

import struct

import pytest
import unicode_data
from unicode_data import Package

HEADER = struct.pack("<H2s8x4s", 32, b"\xda\x27", b"CmnD").ljust(32, b"\0")


def test_what_is_put_together_is_read_again() -> None:
    items = {f"icudt73l/{name}": name.encode() * 5 for name in ("a.res", "coll/de.res", "z.icu")}
    data = unicode_data.written(Package(HEADER, items))
    found = unicode_data.read(data)
    assert found.header == HEADER
    assert {name: item.rstrip(b"\0") for name, item in found.items.items()} == items
    assert list(found.items) == list(items)  # ICU looks for a name by halving
    assert unicode_data.written(found) == data
    for item in items.values():
        assert data.index(item) % 16 == 0


@pytest.mark.parametrize("data", [HEADER.replace(b"CmnD", b"ResB"), b"\x27\xda" * 40])
def test_other_data_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no common data"):
        unicode_data.read(data)


@pytest.mark.parametrize(
    "name",
    [
        "root.res", "de.res", "coll/sv.res", "brkitr/th.res", "zone/en.res", "zone/root.res",
        "zone/res_index.res", "lang/pool.res", "zone/tzdbNames.res", "curr/supplementalData.res",
        "cnvalias.icu", "translit/root.res",
    ],
)  # fmt: skip
def test_what_sorts_and_what_all_fall_back_to_stays(name: str) -> None:
    assert unicode_data.stays(f"icudt73l/{name}")


@pytest.mark.parametrize(
    "name", ["zone/de.res", "lang/zh_Hant.res", "unit/en_GB.res", "ibm-37.cnv"]
)
def test_words_of_other_languages_and_old_encodings_go(name: str) -> None:
    assert not unicode_data.stays(f"icudt73l/{name}")
