"""The backups of every night: sealed, verified, thinned, and brought back."""
