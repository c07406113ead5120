"""Lists of every kind of record: filters above, a table or a list below, and what is chosen."""
