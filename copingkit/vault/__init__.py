"""Everything at rest; the only place that holds a key."""
