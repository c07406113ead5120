"""The fleet: which display shows what, and why."""
