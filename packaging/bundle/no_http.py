"""Runs in the packaged program before miniaudio, which imports urllib for internet radio.

Nothing here plays any, so that an empty module is enough, and no code that speaks HTTP or TLS is
packed.
"""

import sys
from types import ModuleType

sys.modules["urllib.request"] = ModuleType("urllib.request")
