"""The project's own Python environment: `.venv`, made from a lock file and stamped when complete.

The stamp says from which locks, Python and folder the environment was made, so a second start
only compares it. While packages are being put in, a mark stands in the environment; one that is
found at the next start was left by an interrupted set-up, and the environment is made anew.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.set_up.console import output_of, run, say
from tools.set_up.exclusive import only_one
from tools.set_up.failure import SetUpFailed
from tools.set_up.installation import watch_pip

BUILD_LOCK = "tools/locks/build.lock"
"""What builds packages that are published as source only, and the project itself."""

RUNTIME_LOCK = "requirements.lock"
"""Every package that the program needs, and none more."""

DEVELOPMENT_LOCK = "tools/locks/development.lock"
"""The same packages, and those that check the program and draw its content."""

VERSION = sys.version.split()[0]


@dataclass(frozen=True)
class Environment:
    """The `.venv` of one project folder."""

    project: Path

    @property
    def folder(self) -> Path:
        return self.project / ".venv"

    @property
    def programs(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        return self.programs / ("python.exe" if os.name == "nt" else "python")

    @property
    def wheels(self) -> Path:
        """Where a bundle keeps its packages; elsewhere there is no such folder."""
        return self.project / "wheels"

    def is_complete(self, *, development: bool) -> bool:
        """Whether a start needs no set-up; what was made for checks also runs the program."""
        made = self._stamp()
        kinds = (True,) if development else (True, False)
        # A Python that was upgraded in place no longer finds the packages put there before;
        # one from elsewhere may start an environment that is not its own.
        is_outgrown = made.get("base") == sys.base_prefix and made.get("python") != VERSION
        return (
            any(made.get("locks") == self._locked(development=kind) for kind in kinds)
            and made.get("folder") == str(self.folder)
            and not is_outgrown
            and self.python.exists()
        )

    def complete(self, *, development: bool) -> None:
        """Make the environment, or mend it; others who start meanwhile wait for it."""
        with only_one(
            self.project / ".venv.lock",
            on_wait=lambda: say("Another start is setting up; waiting for it."),
        ):
            if not self.is_complete(development=development):
                self._make(development=development)

    def _make(self, *, development: bool) -> None:
        if self.folder.exists() and not self._is_sound():
            say("Removing an environment that is incomplete or no longer runs.")
            shutil.rmtree(self.folder)
        self._stamp_file.unlink(missing_ok=True)
        self.folder.mkdir(exist_ok=True)
        self._unfinished.touch()
        if not self.python.exists():
            self._create()
        for lock in self._locks(development=development):
            self._install(lock)
        self._link_project()
        self._unfinished.unlink()
        self._write_stamp(development=development)

    def _create(self) -> None:
        say(f"Making the environment in {self.folder}")
        if run([sys.executable, "-m", "venv", self.folder]) != 0:
            message = f"Python could not make an environment in {self.folder}."
            raise SetUpFailed(message)

    def _install(self, lock: str) -> None:
        # Every dependency stands in the locks, also what builds the few that come as source.
        exactly = ["--require-hashes", "--no-deps", "--no-build-isolation"]
        source: list[str | Path] = []
        if self.wheels.is_dir():
            source = ["--no-index", "--find-links", self.wheels]
        install = [*self.pip, "install", *exactly, *source, *self.telling]
        if not watch_pip([*install, "-r", self.project / lock], lock=self.project / lock):
            message = (
                "The packages could not be installed; the reason stands above.\n"
                "Without a network, use a folder made elsewhere with: python3 start.py bundle DIR"
            )
            raise SetUpFailed(message)

    def _link_project(self) -> None:
        here = ["--no-index", "--no-deps", "--no-build-isolation", "--quiet", "--editable"]
        if run([*self.pip, "install", *here, self.project]) != 0:
            message = "The program could not be put into its environment; the reason stands above."
            raise SetUpFailed(message)

    @property
    def pip(self) -> list[str | Path]:
        """The words that call this environment's own pip, as the person has configured it."""
        return [self.python, "-m", "pip", "--disable-pip-version-check"]

    @property
    def telling(self) -> list[str]:
        """The words that make pip tell how many bytes have come, where it is new enough."""
        version = output_of([self.python, "-c", "import pip; print(pip.__version__)"]) or "0"
        return ["--progress-bar", "raw"] if int(version.split(".")[0]) >= 25 else []

    def _is_sound(self) -> bool:
        """Whether packages can be put into what stands there already."""
        if self._unfinished.exists():
            return False
        prefix = output_of([self.python, "-c", "import pip, sys; print(sys.prefix)"])
        return prefix is not None and prefix.strip() == str(self.folder)

    def _locks(self, *, development: bool) -> tuple[str, str]:
        return BUILD_LOCK, DEVELOPMENT_LOCK if development else RUNTIME_LOCK

    def _locked(self, *, development: bool) -> str:
        """The contents of the locks, in a word."""
        locks = self._locks(development=development)
        return hashlib.sha256(
            b"".join((self.project / lock).read_bytes() for lock in locks)
        ).hexdigest()

    def _stamp(self) -> dict[str, object]:
        try:
            stamp = json.loads(self._stamp_file.read_text("utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def _write_stamp(self, *, development: bool) -> None:
        stamp = {
            "locks": self._locked(development=development),
            "folder": str(self.folder),
            "base": sys.base_prefix,
            "python": VERSION,
        }
        unfinished = self._stamp_file.with_suffix(".new")
        unfinished.write_text(json.dumps(stamp), "utf-8")
        unfinished.replace(self._stamp_file)

    @property
    def _stamp_file(self) -> Path:
        return self.folder / "set-up.json"

    @property
    def _unfinished(self) -> Path:
        return self.folder / "set-up.unfinished"


def can_make_environments() -> bool:
    """Whether this Python has `ensurepip`; Debian keeps it in a package of its own."""
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))
