"""Where a library may lie: on a disk of this machine, never on a network share.

WAL needs shared memory between its users, which no network file system gives
(SQLite documentation, "Write-Ahead Logging", §1).
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

from hall_app.errors import LibraryUnusable

_NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "fuse.sshfs", "fuse.glusterfs", "webdav"}
)
_DRIVE_REMOTE = 4
_MOUNTS = Path("/proc/mounts")


def refuse_network_share(path: Path) -> None:
    """Raise `LibraryUnusable` when the path lies on a network share."""
    if _is_on_network(path.absolute()):
        raise LibraryUnusable(
            f"The library {path} lies on a network share, where SQLite cannot keep it safe.",
            "Move it to a disk of this machine, and share it by package or backup.",
            subject=str(path),
            code="network-share",
        )


def file_system_of(path: Path, mounts: str) -> str:
    """The type of the file system that holds `path`, by a table in the form of /proc/mounts."""
    best, best_type = Path(), ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) > 2:
            point = Path(parts[1].replace("\\040", " "))
            if path.is_relative_to(point) and len(point.parts) >= len(best.parts):
                best, best_type = point, parts[2]
    return best_type


def _is_on_network(path: Path) -> bool:
    if sys.platform == "win32":
        drive = path.drive if path.drive.startswith("\\\\") else f"{path.drive}\\"
        return drive.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(drive) == _DRIVE_REMOTE
        )
    if not _MOUNTS.is_file():
        return False
    return file_system_of(path, _MOUNTS.read_text("utf-8", "replace")) in _NETWORK_FILE_SYSTEMS
