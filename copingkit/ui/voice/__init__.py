"""The voices of the operating system."""
