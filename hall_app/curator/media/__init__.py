"""The media room: the wall of tiles, what is looked for, and what comes in, is replaced or leaves."""
