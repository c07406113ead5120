"""The languages of the whole hall at a glance."""
