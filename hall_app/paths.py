"""Where everything of one hall lives: the home and the places in it. The only module that says so."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True, slots=True)
class Paths:
    """The places of one home; making one touches no disk.

    Nothing is kept outside the home, so that copying it copies the hall.
    """

    home: Path

    @classmethod
    def of(cls, home: str | Path | None = None) -> "Paths":
        """The places of a named home, or of `HALL_HOME`, or of the person's own data folder."""
        named = home or os.environ.get("HALL_HOME")
        if named:
            return cls(Path(named).expanduser().resolve())
        return cls(user_data_path("hall", appauthor=False))

    @property
    def library(self) -> Path:
        """The one SQLite file that every edit goes into."""
        return self.home / "library.db"

    @property
    def vault(self) -> Path:
        """The media, each file under the hash of its bytes."""
        return self.home / "vault"

    @property
    def settings(self) -> Path:
        return self.home / "settings.toml"

    @property
    def keys(self) -> Path:
        """Private keys, under a passphrase."""
        return self.home / "keys"

    @property
    def trust(self) -> Path:
        """Whose signatures this home believes."""
        return self.home / "trust"

    @property
    def releases(self) -> Path:
        """The releases published here or installed here, one folder each."""
        return self.home / "releases"

    @property
    def backups(self) -> Path:
        return self.home / "backups"

    @property
    def cache(self) -> Path:
        """What can be made again; deleting it costs only time."""
        return self.home / "cache"

    @property
    def log(self) -> Path:
        return self.home / "log"

    @property
    def tour(self) -> Path:
        """Where the program shows itself in pictures when there is no display."""
        return self.home / "tour"
