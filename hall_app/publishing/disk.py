"""Files written aside and renamed, and the disk's failures in the hall's words."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Self

from hall_app.errors import Busy, DiskFull, MachineFailed

# Where the system can, without the file's times, which nobody reads.
_TO_DISK: Callable[[int], None] = getattr(os, "fdatasync", os.fsync)
_FLUSH_EACH_BYTES = 16 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT}
_FULL_ON_WINDOWS = {39, 112}


@contextmanager
def spoken(path: Path) -> Iterator[None]:
    """Turn the disk's failures into `HallError`s that say what to do next."""
    try:
        yield
    except OSError as problem:
        if problem.errno in _FULL or getattr(problem, "winerror", None) in _FULL_ON_WINDOWS:
            raise DiskFull(
                f"No room is left on the disk that holds {path}.",
                "Free some room there and try again; nothing half was kept.",
                subject=str(path),
            ) from problem
        raise MachineFailed(
            f"{path} could not be read or written: {problem.strerror or problem}.",
            "Check that it exists and that you may write there.",
            subject=str(path),
            code="file-unreadable",
        ) from problem


@contextmanager
def aside(final: Path, *, is_durable: bool = True) -> Iterator[Path]:
    """A path beside the final name to write to; named at the end, gone if the block fails.

    A file of a folder that is itself aside need not be durable yet: `folder_aside` sees to all of them.
    """
    with spoken(final.parent):
        final.parent.mkdir(parents=True, exist_ok=True)
    path = final.with_name(f".{final.name[:40]}-{secrets.token_hex(6)}.part")
    try:
        yield path
        with spoken(final):
            if is_durable:
                _flush(path)
            path.replace(final)
            if is_durable:
                flush_folder(final.parent)
    finally:
        path.unlink(missing_ok=True)


@contextmanager
def folder_aside(final: Path) -> Iterator[Path]:
    """A folder beside the final name, which must still be free when the block ends well.

    Raises:
        Busy: Another program has taken the name meanwhile.
    """
    path = final.with_name(f".{final.name[:40]}-{secrets.token_hex(6)}.part")
    with spoken(final.parent):
        path.mkdir(parents=True)
    try:
        yield path
        if final.exists():
            raise Busy(
                f"Another program has just made {final}.",
                "Try again.",
                subject=str(final),
                code="made-meanwhile",
            )
        with spoken(final):
            _settle(path)
            path.replace(final)
            flush_folder(final.parent)
    finally:
        shutil.rmtree(path, ignore_errors=True)


def sweep(folder: Path, *, before: datetime) -> None:
    """Remove what killed programs left aside in a folder; what is younger may be in use."""
    with spoken(folder):
        for path in folder.glob(".*.part"):
            # Its owner may name or remove it at this moment.
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < before.timestamp():
                    shutil.rmtree(path) if path.is_dir() else path.unlink()


def write(final: Path, data: bytes, *, is_durable: bool = True) -> None:
    """Write a whole file, or leave what was there."""
    with aside(final, is_durable=is_durable) as path, spoken(final):
        path.write_bytes(data)


class EarlyFlush:
    """Sends a large file to the disk while it is still being written, so that little is left at the end.

    It says nothing of what has arrived there: `aside` flushes the whole file before it names it.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._beside = ThreadPoolExecutor(1)
        self._under_way: Future[None] | None = None
        self._since = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._beside.shutdown()
        # The system tells a failed write once, and to this handle: a later flush might not hear of it.
        if kind is None and self._under_way is not None:
            self._under_way.result()

    def wrote(self, count: int) -> None:
        """Tell that so many bytes were written; raises what the disk said of earlier ones."""
        self._since += count
        if self._since < _FLUSH_EACH_BYTES or not self._is_free():
            return
        self._since = 0
        self._file.flush()
        self._under_way = self._beside.submit(_TO_DISK, self._file.fileno())

    def _is_free(self) -> bool:
        if self._under_way is not None and self._under_way.done():
            self._under_way.result()
            self._under_way = None
        return self._under_way is None


def flush_folder(folder: Path) -> None:
    """Make new names durable; Windows does so by itself and cannot open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _settle(folder: Path) -> None:
    """Make a whole folder durable: once for a thousand files where the system can, else one by one."""
    if hasattr(os, "sync"):
        os.sync()
        return
    for path in folder.rglob("*"):
        if path.is_file() and path.stat().st_nlink == 1:
            _flush(path)


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
