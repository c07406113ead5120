"""The trust folder of a home: whose hall it is, what was seen of it, and how late it is at least."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from hall_app.publishing.disk import spoken, write
from hall_app.publishing.trust.verification import (
    ROOTS_MOST,
    SignedManifest,
    Trust,
    root_version,
)

_ROOT = "root.json"
_NEWEST = ("timestamp.json", "snapshot.json")
_CLOCK = "clock.json"


@dataclass(frozen=True, slots=True)
class TrustFolder:
    """`root.json` is the root in force; the numbered ones lead to it from the first.

    ::

        trust/
          root.json                       the root in force
          1.root.json 2.root.json …       the chain that leads to it; its first gives the fingerprint
          timestamp.json snapshot.json    the newest that were installed here
          clock.json                      the newest signed date seen
    """

    folder: Path

    def load(self, *accepted: str) -> Trust:
        """Whom this home believes, with the fingerprints a person accepts besides."""
        return Trust(roots=self._roots(), accepted=accepted)

    def load_with_memory(self, *accepted: str) -> Trust:
        """The same, and nothing that is older than what was installed here."""
        return replace(self.load(*accepted), newest=self._newest())

    def adopt(self, roots: tuple[bytes, ...]) -> None:
        """Believe a hall, or a newer root of it; the root in force is written last.

        A package from before a change of keys carries fewer roots and takes none away.
        """
        if len(roots) <= len(self._roots()):
            return
        for root in roots:
            write(self.folder / f"{root_version(root)}.root.json", root)
        write(self.folder / _ROOT, roots[-1])

    def remember(self, signed: SignedManifest, timestamp: bytes, snapshot: bytes) -> None:
        """Note what has been installed, so that nothing older is obeyed."""
        self.adopt(signed.roots)
        write(self.folder / _NEWEST[1], snapshot)
        write(self.folder / _NEWEST[0], timestamp)
        self.raise_floor(signed.signed_at)

    @property
    def floor(self) -> datetime | None:
        """The newest signed date seen; it is later than this, whatever the clock says."""
        data = _read(self.folder / _CLOCK)
        return None if data is None else datetime.fromisoformat(json.loads(data)["newest_signed"])

    def raise_floor(self, moment: datetime) -> None:
        """Note a signed date, if it is newer than all before."""
        if self.floor is None or self.floor < moment:
            words = json.dumps({"newest_signed": moment.astimezone(UTC).isoformat()})
            write(self.folder / _CLOCK, words.encode())

    def clock(self, now: datetime) -> datetime:
        """The time it is at least: a clock that fell back to 1970 is set right by what was seen."""
        return max(now, self.floor or now)

    def _roots(self) -> tuple[bytes, ...]:
        newest = _read(self.folder / _ROOT)
        if newest is None:
            return ()
        chain = []
        for version in range(1, min(root_version(newest), ROOTS_MOST) + 1):
            root = _read(self.folder / f"{version}.root.json")
            chain.append(newest if root is None else root)
        return tuple(chain)

    def _newest(self) -> tuple[bytes, bytes] | None:
        timestamp, snapshot = (_read(self.folder / name) for name in _NEWEST)
        return None if timestamp is None or snapshot is None else (timestamp, snapshot)


def _read(path: Path) -> bytes | None:
    with spoken(path):
        return path.read_bytes() if path.is_file() else None
