"""Where benches keep their generated halls, and the peers that are installed beside them."""

from __future__ import annotations

import importlib.util
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from hall_app import bootstrap
from hall_app.bootstrap import Hall, open_hall
from hall_app.domain.ids import RecordId, uuid7
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Event
from hall_app.domain.text import Text
from hall_app.editing import dates
from hall_app.paths import Paths
from hall_app.settings import Settings
from hall_app.store.store import Store

SEED = 11
RECORDS = 10_000

# What a peer is called in Python, and what installs it.
PYTHON_PEERS = {"pyvips": ("pyvips-binary", "pyvips"), "tantivy": ("tantivy",)}
DEBIAN_PEERS = {"vipsthumbnail": "libvips-tools", "zip": "zip"}


@dataclass(frozen=True, slots=True)
class Workplace:
    """A folder of the cache: generated data stays there, so that a second run starts at once."""

    folder: Path

    @property
    def hall(self) -> Paths:
        """A home with the hall's own content."""
        paths = Paths(self.folder / "hall")
        if not paths.library.is_file():
            bootstrap.make_library(paths, author="bench")
        return paths

    def open_large(self) -> Store:
        """A library of `RECORDS` events with words of the hall's own content."""
        path = self.folder / f"large-{RECORDS}" / "library.db"
        if not path.is_file():
            with open_hall(self.hall, Settings(), read_only=True) as hall:
                _generate(path, _clauses(hall))
        return bootstrap.open_store(path)

    def fresh(self, name: str) -> Path:
        """An empty folder."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder


def has_python_peer(name: str) -> bool:
    """Whether a peer's Python package is installed."""
    return importlib.util.find_spec(name) is not None


def install_peers() -> None:
    """Install every peer, on Debian and from the Python index the person uses."""
    packages = [package for peer in PYTHON_PEERS.values() for package in peer]
    commands = [[sys.executable, "-m", "pip", "install", "--quiet", *packages]]
    if shutil.which("apt-get"):
        commands.append(["apt-get", "install", "-y", "-q", *DEBIAN_PEERS.values()])
    for command in commands:
        # What they tell is for a person; standard output is for the figures.
        subprocess.run(command, check=True, stdout=sys.stderr)


def _clauses(hall: Hall) -> list[str]:
    words: list[str] = []
    for event in hall.store.all(Kind.EVENT):
        if isinstance(event, Event):
            words += [
                part for part in event.text["zh-Hans"].replace("。", "，").split("，") if part
            ]
    return words


def _generate(path: Path, clauses: list[str]) -> None:
    dice = random.Random(SEED)
    aside = path.with_name("library.new.db")
    shutil.rmtree(path.parent, ignore_errors=True)
    moment = bootstrap.now()
    with bootstrap.open_store(aside) as store:
        with store.edit("Generate") as edit:
            for number in range(RECORDS):
                text = "，".join(dice.choice(clauses) for _ in range(dice.randrange(4, 14)))
                edit.put(
                    Event(
                        id=RecordId(uuid7(moment, dice.getrandbits)),
                        slug=f"event-{number}",
                        title=Text.of(dice.choice(clauses)[:16]),
                        text=Text.of(text + "。"),
                        date=dates.parse(str(dice.randrange(1400, 2026))),
                        importance=dice.randrange(1, 4),
                    )
                )
        store.backup(path)
    for leftover in path.parent.glob("library.new*"):
        leftover.unlink()
