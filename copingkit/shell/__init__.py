"""The window around the tools."""
