"""The safety plan: six steps and reasons for living (Stanley and Brown, 2012)."""
