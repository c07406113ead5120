"""Files in, knowledge out: the vault, what a file is, its renditions. No Qt, no database."""
