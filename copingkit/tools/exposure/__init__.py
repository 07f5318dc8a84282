"""Exposure: ladders of what one fears, trials, and what was learned from them."""
