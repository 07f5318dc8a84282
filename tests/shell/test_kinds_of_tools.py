from __future__ import annotations

from dataclasses import dataclass

import pytest

from copingkit.core.records import RecordKind
from copingkit.shell.kinds_of_tools import KindsOfTools


@dataclass(frozen=True)
class Leaf:
    text: str


OAK = RecordKind("oak.leaf", Leaf, lambda _leaf: ())
ELM = RecordKind("elm.leaf", Leaf, lambda _leaf: ())


class Tools:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def kinds(self) -> KindsOfTools:
        return KindsOfTools({"oak": lambda: self._ask(OAK), "elm": lambda: self._ask(ELM)})

    def _ask(self, kind: RecordKind[Leaf]) -> tuple[RecordKind[Leaf]]:
        self.asked.append(kind.tool)
        return (kind,)


def test_one_kind_asks_one_tool_once() -> None:
    tools = Tools()
    kinds = tools.kinds()
    assert tools.asked == []
    assert kinds["elm.leaf"] is ELM
    assert kinds.get("elm.leaf") is ELM
    assert tools.asked == ["elm"]


def test_all_of_them_can_be_gone_through() -> None:
    kinds = Tools().kinds()
    assert dict(kinds) == {"oak.leaf": OAK, "elm.leaf": ELM}
    assert len(kinds) == 2


@pytest.mark.parametrize("name", ["ash.leaf", "oak.root", ""])
def test_what_nobody_knows_is_not_there(name: str) -> None:
    kinds = Tools().kinds()
    assert kinds.get(name) is None
    with pytest.raises(KeyError):
        kinds[name]
