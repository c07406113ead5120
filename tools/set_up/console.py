"""What the set-up says, and the programs it calls."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


def say(text: str) -> None:
    """Tell the person, at once even where output is a pipe."""
    print(text, flush=True)


def run(
    command: Sequence[str | Path],
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> int:
    """Run a program with its output in sight; give its exit status."""
    sys.stdout.flush()
    return subprocess.run([str(part) for part in command], env=env, cwd=cwd, check=False).returncode


def output_of(command: Sequence[str | Path]) -> str | None:
    """What a program prints, or None where it is missing or fails."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except OSError:
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None


def become(command: Sequence[str | Path]) -> int:
    """Turn this process into another program; where that is not possible, wait for it."""
    words = [str(part) for part in command]
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(words[0], words)  # noqa: S606 (no shell is the point)
    # WORKAROUND: exec on Windows returns to the shell at once and leaves two readers of one console.
    return subprocess.run(words, check=False).returncode
