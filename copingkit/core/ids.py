"""Names for records, slots and vaults that nobody has to hand out."""

from __future__ import annotations

import os


def new_id() -> str:
    """128 random bits as 32 lower-case hex digits."""
    return os.urandom(16).hex()
