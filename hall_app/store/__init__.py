"""The library: one SQLite file. The only room that speaks SQL."""
