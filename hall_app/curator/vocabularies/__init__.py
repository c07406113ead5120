"""Lists of words that records share, seen and put in order at the desk."""
