"""A test whose keyring broke off is run once more, and that is told: it says nothing of us.

Once in some thousand starts GNOME Keyring 42 ends by an assertion of its own. Hooks for pytest,
which `conftest.py` imports.
"""

from __future__ import annotations

import pytest
from _pytest.runner import runtestprotocol

from tests.support.real_keyring import RealKeyring

_NOTE = "its keyring broke off"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Run a test; a failure in which no keyring broke off is a failure.

    Whether it has a keyring is not known before: a fixture may ask for one while it is made.
    """
    if not isinstance(item, pytest.Function):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    before = RealKeyring.broken_off
    reports = runtestprotocol(item, log=False, nextitem=nextitem)
    if RealKeyring.broken_off > before and any(report.failed for report in reports):
        item.user_properties.append((_NOTE, ""))
        item._initrequest()  # the fixtures are made anew
        reports = runtestprotocol(item, log=False, nextitem=nextitem)
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the tests that were run again."""
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", "") == "call" and (_NOTE, "") in report.user_properties:
                terminalreporter.write_line(f"Run again, as {_NOTE}: {report.nodeid}")
