"""What `start.py` does before the program can run; standard library only."""
