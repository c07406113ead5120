"""One form engine for all kinds: a widget for each shape of field, put together from data."""
