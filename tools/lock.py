"""Writes the three lock files from pyproject.toml; run it after changing a dependency.

    python3 tools/lock.py [--upgrade]

Needs `uv`. Versions stay as they are locked unless they no longer fit, or `--upgrade` asks.
"""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent

COMPILE = [
    *("uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
    # The files say what, and never from where: each place has its own index.
    *("--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header"),
]

# Each takes the versions of those before it, so that the environment is one set of packages.
LOCKS = {
    "tools/locks/build.lock": ["--group", "pyproject.toml:build"],
    "requirements.lock": ["pyproject.toml", "--constraint", "tools/locks/build.lock"],
    "tools/locks/development.lock": [
        *("pyproject.toml", "--group", "dev"),
        *("--constraint", "tools/locks/build.lock", "--constraint", "requirements.lock"),
    ],
}


def main(arguments: list[str]) -> int:
    """Write the locks in order; stop at the first that has no answer."""
    for name, sources in LOCKS.items():
        command = [*COMPILE, *arguments, *sources, "--output-file", name]
        done = subprocess.run(command, cwd=PROJECT, check=False)
        if done.returncode != 0:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
