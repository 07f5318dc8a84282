"""copingkit: a private safety plan, coping exercises and exposure work."""

__version__ = "0.1.0"
