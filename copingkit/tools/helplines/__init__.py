"""Emergency numbers and crisis lines of the chosen country."""
