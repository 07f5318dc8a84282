"""Exercises: relaxation, mindfulness, grounding and coping, in a library with one player."""
