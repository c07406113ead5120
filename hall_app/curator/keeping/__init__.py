"""What keeps the curator's work: backups, settings, the first welcome, and leaving in order."""
