"""The kinds of exercise: each turns an exercise into the cues that one player goes through."""
