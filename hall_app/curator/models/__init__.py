"""Read-only item models over tuples of frozen values, refreshed by difference."""
