"""What both faces share, and the first room that may import Qt."""
