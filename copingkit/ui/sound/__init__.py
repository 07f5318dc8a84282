"""Tones made by our own arithmetic, and the device that plays them."""
