"""Whose word this home believes: keys, signatures and their verification, by The Update Framework."""
