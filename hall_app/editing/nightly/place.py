"""The second place: what lies there, and what may go.

::

    backup.json                             of which hall
    hall-20261124T020000Z.hallbackup        a backup; it has this name only once it was found sound
    hall-20261124T020000Z.json              which media it names, and its own SHA-256
    vault/                                  the media of all of them, each once
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from hall_app.editing.nightly.plan import Plan, kept
from hall_app.errors import MachineFailed, Refused
from hall_app.media.vault import Vault
from hall_app.store.connection import spoken

SUFFIX = ".hallbackup"
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"hall-(\d{8}T\d{6}Z)\.hallbackup")
_YOUNG = timedelta(days=1)


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What lies beside a backup in plain sight, so that its media stay and its bytes can be checked."""

    sha256: str
    size_bytes: int
    records: int
    is_sealed: bool
    holds_keys: bool
    media: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup that lies in the place."""

    path: Path
    made_at: datetime

    @property
    def note(self) -> Note | None:
        """What lies beside it, None where that is lost."""
        try:
            return msgspec.json.decode(self.path.with_suffix(".json").read_bytes(), type=Note)
        except (FileNotFoundError, msgspec.MsgspecError):
            return None


@dataclass(frozen=True, slots=True)
class Place:
    """A folder in a second place; it must be there, since a disk that is not plugged in has none."""

    folder: Path

    @property
    def vault(self) -> Vault:
        """The media of all its backups."""
        return Vault(self.folder / "vault")

    def require(self) -> None:
        """Refuse to go on where the folder is not there.

        Raises:
            MachineFailed: It is not.
        """
        if not self.folder.is_dir():
            raise MachineFailed(
                f"The place of the backups, {self.folder}, is not there.",
                "Plug in its disk or connect to its share, or choose another place.",
                subject=str(self.folder),
                code="backup-place-missing",
            )

    def claim(self, hall: str) -> None:
        """Mark the folder as this hall's backups, unless it is something else.

        Raises:
            Refused: It holds the backups of another hall, or a library; it is left alone.
        """
        mark = self.folder / "backup.json"
        with spoken(self.folder):
            if mark.is_file():
                holds = _hall_in(mark)
            elif (self.folder / "library.db").exists():
                holds = None
            else:
                holds = hall
                mark.write_text(json.dumps({"hall": hall}), "utf-8")
        if holds != hall:
            what = "a library in use" if holds is None else "the backups of another hall"
            raise Refused(
                f"{self.folder} holds {what}; it was left as it is.",
                "Choose an empty folder for the backups.",
                code="backup-place-taken",
                subject=str(self.folder),
            )

    def name_for(self, moment: datetime) -> Path:
        """The name of a backup of a moment."""
        return self.folder / f"hall-{moment.astimezone(UTC).strftime(_STAMP)}{SUFFIX}"

    def backups(self) -> list[Kept]:
        """The backups that lie here, the newest first."""
        with spoken(self.folder):
            found = [
                Kept(path, datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC))
                for path in self.folder.iterdir()
                if (match := _NAME.fullmatch(path.name)) and path.is_file()
            ]
        return sorted(found, key=lambda each: each.made_at, reverse=True)

    def newest(self) -> Kept | None:
        """The newest sound backup."""
        return next(iter(self.backups()), None)

    def thin_out(self, plan: Plan, now: datetime) -> list[Path]:
        """Remove the backups that the plan does not keep, then the media that none of the rest names."""
        backups = self.backups()
        stays = kept((each.made_at.astimezone(now.tzinfo) for each in backups), plan)
        gone = [each for each in backups if each.made_at not in stays]
        with spoken(self.folder):
            for each in gone:
                each.path.unlink(missing_ok=True)
                each.path.with_suffix(".json").unlink(missing_ok=True)
            for leftover in self.folder.glob(".*.part"):
                if leftover.stat().st_mtime < (now - _YOUNG).timestamp():
                    leftover.unlink(missing_ok=True)
        self._sweep_media(now)
        return [each.path for each in gone]

    def _sweep_media(self, now: datetime) -> None:
        notes = [each.note for each in self.backups()]
        # A whole copy of the library beside them, or a lost note, may name any of the media.
        if (self.folder / "library.db").exists() or None in notes:
            return
        live = {sha256 for note in notes if note for sha256 in note.media}
        self.vault.remove_unreferenced(live, older_than=now - _YOUNG)


def _hall_in(mark: Path) -> str:
    try:
        return str(json.loads(mark.read_bytes()).get("hall", ""))
    except (ValueError, AttributeError):
        return "?"  # a file of that name that we did not write
