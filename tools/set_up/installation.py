"""pip at work: its words condensed to a line a package, and kept whole for when it fails."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.set_up.console import say

_PACKAGE = re.compile(r"(?:Collecting|Processing|Requirement already satisfied:?) (\S+)")
_BYTES = re.compile(r"Progress (\d+) of (\d+)")
_MATTERS = re.compile(r"(?:Building wheel for \S+|Installing collected packages)")

_WIDTH = 72


def watch_pip(command: Sequence[str | Path], *, lock: Path) -> bool:
    """Run a pip command that reads the lock file; whether it succeeded."""
    count = len(re.findall(r"(?m)^[\w.-]+==", lock.read_text("utf-8")))
    progress = _Progress(lock.name, count)
    heard = []
    with subprocess.Popen(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
        errors="replace",
    ) as pip:
        assert pip.stdout is not None
        for line in pip.stdout:
            progress.hear(line)
            if not _BYTES.match(line):
                heard.append(line)
    progress.end()
    if pip.returncode != 0:
        say("".join(heard))
    return pip.returncode == 0


class _Progress:
    """One line that moves on a terminal; a line for every tenth package where nobody looks."""

    def __init__(self, name: str, count: int) -> None:
        self._name = name
        self._count = count
        self._seen = 0
        self._package = ""
        self._moves = sys.stdout.isatty()

    def hear(self, line: str) -> None:
        if package := _PACKAGE.match(line.strip()):
            self._seen += 1
            self._package = Path(package[1]).name
            self._show(self._package, matters=self._seen % 10 == 0)
        elif progress := _BYTES.match(line):
            done, whole = (int(number) / 1e6 for number in progress.groups())
            self._show(f"{self._package}  {done:.0f} of {whole:.0f} MB", matters=False)
        elif matter := _MATTERS.match(line.strip()):
            self._show(matter[0], matters=True)

    def end(self) -> None:
        if self._moves:
            print(flush=True)

    def _show(self, what: str, *, matters: bool) -> None:
        line = f"  {self._name}  {min(self._seen, self._count)}/{self._count}  {what}"
        if self._moves:
            print(f"\r{line[:_WIDTH]:<{_WIDTH}}", end="", flush=True)
        elif matters:
            print(line, flush=True)
