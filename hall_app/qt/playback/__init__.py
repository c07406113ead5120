"""Films and loops: one player, two engines behind it, never a black frame."""
