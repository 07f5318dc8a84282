"""Runs first in the packaged program: programs that it starts must not load its libraries."""

import os

# The bootloader points the loader at the program's own folder, and everything that is started
# later (the system's voice, a printer's dialog) would inherit that. The loader read it already.
for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    before = os.environ.pop(f"{name}_ORIG", None)
    if before is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = before
