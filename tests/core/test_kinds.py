from __future__ import annotations

from copingkit.core.kinds import by_name
from tests.support.kinds import NOTE, PAGE


def test_kinds_by_name() -> None:
    assert by_name((NOTE, PAGE)) == {NOTE.name: NOTE, PAGE.name: PAGE}


def test_what_is_by_name_already_stays_as_it_is() -> None:
    kinds = {NOTE.name: NOTE}
    assert by_name(kinds) is kinds
