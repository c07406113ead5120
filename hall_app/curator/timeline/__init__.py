"""The workspace of the timeline: a canvas of days on which events and eras are moved by hand."""
