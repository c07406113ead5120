"""Tables at the desk: taking them in, carrying records out, and changing many records at once."""
