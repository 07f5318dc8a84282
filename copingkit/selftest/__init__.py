"""`copingkit selftest`: whether this copy of the program works on this computer."""
