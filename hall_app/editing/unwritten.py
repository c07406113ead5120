"""Words that the library would not take, in a file beside it until it does.

The file is made while there is room, full of spaces, and written over in place: a full disk has
no room for a new file, and overwriting takes none. It holds one JSON value and spaces after it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from hall_app.store.connection import spoken

_ROOM_BYTES = 256 * 1024


class Unwritten(msgspec.Struct, frozen=True, kw_only=True):
    """One field of one record as it was typed."""

    record: str
    path: str
    value: Any

    @property
    def what(self) -> str:
        """The place the words belong to."""
        return f"{self.record}:{self.path}"


@dataclass(frozen=True, slots=True)
class RecoveryFile:
    """The file of a library's unwritten words."""

    path: Path

    @classmethod
    def beside(cls, library: Path) -> RecoveryFile:
        """The file of a library."""
        return cls(library.with_name("unwritten.json"))

    def reserve(self) -> None:
        """Take the room for it, unless it is there.

        Raises:
            DiskFull, MachineFailed: There is no room even now.
        """
        with spoken(self.path):
            if not self.path.exists():
                self._write(b"[]".ljust(_ROOM_BYTES))

    def keep(self, words: list[Unwritten]) -> None:
        """Hold these words and no others.

        Raises:
            DiskFull, MachineFailed: They could not be written; what was held before may be lost.
        """
        data = msgspec.json.encode(words, enc_hook=str)
        with spoken(self.path):
            self._write(data.ljust(_ROOM_BYTES))

    def held(self) -> list[Unwritten]:
        """The words it holds; none where it is not there or was torn."""
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=list[Unwritten])
        except (FileNotFoundError, msgspec.MsgspecError):
            return []

    @staticmethod
    def export(to: Path, words: list[Unwritten]) -> None:
        """Write the words elsewhere, to be read by a person.

        Raises:
            DiskFull, MachineFailed: As said.
        """
        lines = (f"{one.record}\t{one.path}\n{_shown(one.value)}\n" for one in words)
        with spoken(to):
            to.write_text("\n".join(lines), "utf-8")

    def _write(self, data: bytes) -> None:
        mode = "r+b" if self.path.exists() else "wb"
        with self.path.open(mode) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def _shown(value: object) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
