#!/usr/bin/env python3
"""Sets the project up in its own folder, then opens the hall, bundles it or checks it.

Needs nothing but Python's standard library; `python3 start.py --help` tells the rest.
This file stays readable to old Pythons, so that they are told what is missing.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (this is the check that says so)
    sys.exit(
        "The hall needs Python 3.11 or newer; this is Python %d.%d.\n"  # noqa: UP031 (see above)
        "Install a newer one and start again with it, for example: python3.12 start.py"
        % sys.version_info[:2]
    )

from tools.set_up.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
