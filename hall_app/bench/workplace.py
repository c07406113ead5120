"""Where benches keep their generated halls, and the peers that are installed beside them."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from hall_app import bootstrap
from hall_app.bench.generating import generate
from hall_app.bootstrap import open_hall
from hall_app.paths import Paths
from hall_app.settings import Settings
from hall_app.store.store import Store

SEED = 11
RECORDS = 100_000
SMALL = 1_000

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

    def generated(self, records: int) -> Paths:
        """A home whose library holds so many records in words of the hall's own content."""
        paths = Paths(self.folder / f"generated-{records}")
        if not paths.library.is_file():
            with open_hall(self.hall, Settings(), read_only=True) as hall:
                generate(paths.library, hall.store, records=records, seed=SEED)
        return paths

    def renew(self) -> None:
        """Bring generated libraries to this program's format, which only a writer may."""
        for records in (SMALL, RECORDS):
            self.open_large(records).close()

    def open_large(self, records: int = RECORDS) -> Store:
        """A library of so many records, for writing."""
        return bootstrap.open_store(self.generated(records).library)

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
