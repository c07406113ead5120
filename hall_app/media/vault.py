"""The folder that holds every file of the hall under the SHA-256 of its bytes.

::

    vault/
      3f/3f9a…e1        a file, named by its content; no extension, so the path follows from the hash
      .incoming/…       a file on its way in; never read, swept when old
      .notes/…          what was found in a file, so that it need not be read again; may be lost

Originals and renditions lie side by side, so that a release can name each by its hash. A file
is written aside, flushed to the disk and renamed: under a final name there is all of it or
nothing, also after a power cut. Any number of processes may write, read and sweep at once.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hall_app.errors import DiskFull, MachineFailed, NotFound
from hall_app.media.refusal import Reason, Refusal

_SHA256 = re.compile(r"[0-9a-f]{64}")
_INCOMING = ".incoming"
_NOTES = ".notes"
_CHUNK = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT}
_FULL_ON_WINDOWS = {39, 112}


@dataclass(frozen=True, slots=True)
class Staged:
    """A file on its way in: all of its bytes are written and counted, but it has no name yet."""

    path: Path
    sha256: str
    size_bytes: int


class Vault:
    """Files by the SHA-256 of their bytes; the same content is stored once.

    Args:
        folder: Made when the first file comes in.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the file of that hash lies, or would lie."""
        if _SHA256.fullmatch(sha256) is None:
            raise NotFound(
                f"“{sha256}” is no SHA-256 of a file.", subject=sha256, code="not-a-hash"
            )
        return self.folder / sha256[:2] / sha256

    def has(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def claim(self, sha256: str) -> bool:
        """Whether the file is there; if so, no sweep takes it now."""
        return _touch(self.path(sha256))

    def verify(self, sha256: str) -> bool:
        """Whether the file is there and its bytes still have that hash."""
        try:
            with self.path(sha256).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except FileNotFoundError:
            return False

    def __iter__(self) -> Iterator[str]:
        """Every hash that has a file, sorted."""
        for folder in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(
                file.name for file in folder.iterdir() if _SHA256.fullmatch(file.name)
            )

    def put(self, data: bytes) -> str:
        """Store bytes and return their hash."""
        sha256 = hashlib.sha256(data).hexdigest()
        with self._aside() as path:
            with _disk_errors(self.folder):
                path.write_bytes(data)
            return self.keep(Staged(path, sha256, len(data)))

    @contextmanager
    def stage(self, source: Path, *, most_bytes: int) -> Iterator[Staged]:
        """Copy a file in without naming it; what is not kept within the block is removed."""
        digest, size = hashlib.sha256(), 0
        with self._aside() as path:
            with source.open("rb") as original, path.open("wb") as copy:
                while chunk := original.read(_CHUNK):
                    size += len(chunk)
                    if size > most_bytes:
                        raise Refusal(
                            Reason.TOO_LARGE, source.name, f"more than {most_bytes:,} bytes"
                        )
                    digest.update(chunk)
                    with _disk_errors(self.folder):
                        copy.write(chunk)
                with _disk_errors(self.folder):
                    copy.flush()
            yield Staged(path, digest.hexdigest(), size)

    def keep(self, staged: Staged) -> str:
        """Give a staged file its final name, flushed to the disk first; return its hash."""
        final = self.path(staged.sha256)
        with _disk_errors(self.folder):
            if not self._is_there(final, staged.size_bytes):
                with staged.path.open("r+b") as file:
                    os.fsync(file.fileno())
                self._name(staged, final)
        return staged.sha256

    def note(self, name: str, data: bytes) -> None:
        """Write down what was found in a file; a note is a saving of time and no content."""
        final = self.folder / _NOTES / name
        with self._aside() as path, _disk_errors(self.folder):
            final.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
            with suppress(PermissionError):  # Windows: another process reads it at this moment
                path.replace(final)

    def noted(self, name: str) -> bytes | None:
        """The note of that name, if it was not lost."""
        path = self.folder / _NOTES / name
        return path.read_bytes() if _touch(path) else None

    def remove_unreferenced(
        self, live: Collection[str], *, older_than: datetime
    ) -> tuple[str, ...]:
        """Remove every file that `live` does not name, and old leftovers and notes.

        Args:
            live: The hashes of all records, undo steps and releases.
            older_than: What came in, or was asked for again, since then stays: a record may be about
                to name it.
        """
        before = older_than.timestamp()
        named = frozenset(live)
        gone = [sha256 for sha256 in self if sha256 not in named and self._remove(sha256, before)]
        for leftover in (*self.folder.glob(f"{_INCOMING}/*"), *self.folder.glob(f"{_NOTES}/*")):
            with suppress(FileNotFoundError):  # it got its name in this moment
                if leftover.stat().st_mtime < before:
                    leftover.unlink()
        return tuple(gone)

    def _remove(self, sha256: str, before: float) -> bool:
        """Remove one file unless it was touched.

        Looks again after taking the name away: another process may have asked for it in between.
        """
        final = self.path(sha256)
        aside = self.folder / _INCOMING / f"{sha256}-{secrets.token_hex(4)}"
        aside.parent.mkdir(parents=True, exist_ok=True)
        try:
            if final.stat().st_mtime >= before:
                return False
            final.replace(aside)
        except (PermissionError, FileNotFoundError):  # it is being read (Windows), or just swept
            return False
        if aside.stat().st_mtime >= before:
            aside.replace(final)
            return False
        aside.unlink()
        return True

    @contextmanager
    def _aside(self) -> Iterator[Path]:
        """A new empty file beside the names, gone after the block if nobody named it."""
        folder = self.folder / _INCOMING
        path = folder / secrets.token_hex(12)
        with _disk_errors(self.folder):
            folder.mkdir(parents=True, exist_ok=True)
            path.touch(exist_ok=False)
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    def _name(self, staged: Staged, final: Path) -> None:
        if not final.parent.is_dir():
            final.parent.mkdir(parents=True, exist_ok=True)
            _flush_folder(self.folder)
        try:
            staged.path.replace(final)
        except PermissionError:
            # Windows: another process reads the same content under this name.
            if not self._is_there(final, staged.size_bytes):
                raise
        _flush_folder(final.parent)

    @staticmethod
    def _is_there(final: Path, size_bytes: int) -> bool:
        """Whether the content is stored already; touches it, so that no sweep takes it now."""
        try:
            return final.stat().st_size == size_bytes and _touch(final)
        except FileNotFoundError:
            return False


def _touch(path: Path) -> bool:
    """Make a file young again; whether it is there."""
    try:
        os.utime(path)
    except FileNotFoundError:
        return False
    return True


def _flush_folder(folder: Path) -> None:
    """Make a new name durable; Windows does so by itself and cannot open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_for_want_of_room(error: OSError) -> bool:
    """Whether the disk said that it is full."""
    return error.errno in _FULL or getattr(error, "winerror", None) in _FULL_ON_WINDOWS


def no_room(folder: Path) -> DiskFull:
    """The words for a full disk under the vault."""
    return DiskFull(
        "No room is left on the disk of the media vault.",
        "Free some room there; nothing half was kept.",
        subject=str(folder),
        code="vault-full",
    )


@contextmanager
def _disk_errors(folder: Path) -> Iterator[None]:
    """Say what the disk says in the hall's words."""
    try:
        yield
    except OSError as error:
        if is_for_want_of_room(error):
            raise no_room(folder) from error
        raise MachineFailed(
            f"The media vault cannot be written ({error.strerror}).",
            "See that its folder is there and may be written.",
            subject=str(folder),
            code="vault-unwritable",
        ) from error
