"""People and reviews at the desk: signing in, the review of a record, comments, the audit log."""
