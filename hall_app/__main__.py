"""`python -m hall_app` is the same as `hall`."""

import sys

from hall_app.cli import main

if __name__ == "__main__":
    sys.exit(main())
