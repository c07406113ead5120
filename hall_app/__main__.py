"""`python -m hall_app` is the same as `hall`."""

from hall_app.cli import main

if __name__ == "__main__":
    main()
