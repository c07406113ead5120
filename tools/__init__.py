"""What serves the project and is no part of the program: set-up, checks, drawing, filming."""
