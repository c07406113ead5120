"""The curator's desk: Qt Widgets over the hall's own editing, never over the library itself."""
