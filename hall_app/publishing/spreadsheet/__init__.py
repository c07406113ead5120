"""The library as Excel workbooks: out and back in without loss, and imports with their faults marked."""
