"""A desktop, and bare Debian roots with copingkit installed or unpacked in them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "bundle")]

import layout  # noqa: E402 - the paths come first
from bare_root import PERSON  # noqa: E402 - as above
from desktop import Desktop, session  # noqa: E402 - as above
from packed import deb  # noqa: E402 - as above

from tests.support.keyring_broke_off import (  # noqa: E402 - as above
    pytest_runtest_protocol,
    pytest_terminal_summary,
)

__all__ = ["desktop", "pytest_runtest_protocol", "pytest_terminal_summary"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say at once what is missing."""
    if all(item.path.stem == "test_one_folder" for item in items):
        if not layout.PROGRAM.is_dir():
            pytest.exit("There is no build; make package-quick makes it.", 2)
        return
    if os.geteuid() != 0:
        pytest.exit("A bare root is made and entered by root: sudo make package-test", 2)
    if not deb().is_file():
        pytest.exit(f"There is no {deb().name}; make package builds it.", 2)


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """A new session of the person's."""
    with session(PERSON) as made:
        yield made
