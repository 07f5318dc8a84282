"""The scripts that build the packages import each other from their own folder."""

from __future__ import annotations

import sys

from tests.support.source_tree import ROOT

sys.path.append(str(ROOT / "packaging" / "bundle"))
