"""One check of the self-test, tried on the computer as it is."""

from __future__ import annotations

from copingkit.findings import Finding, Report
from copingkit.selftest.trial import Check, Trial, look


def found(check: Check, trial: Trial) -> Finding:
    """What the check makes of it."""
    report = Report()
    look(report, "it", check, trial)
    (finding,) = report.findings
    return finding
