"""Bringing files in: copied, read by a child within limits, rendered, stored by their content."""

from __future__ import annotations

import errno
import stat
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from hall_app.domain.records import Rendition
from hall_app.media.probe import Probe
from hall_app.media.refusal import Reason, Refusal
from hall_app.media.vault import Staged, Vault, is_for_want_of_room, no_room
from hall_app.media.workshop import Workshop

# While one file is flushed to the disk, the next is read already.
_HANDS = 2
_TOO_LONG = {errno.ENAMETOOLONG}
_TOO_LONG_ON_WINDOWS = {206}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """A file that is now in the vault, with its renditions; what a media record needs to know.

    Attributes:
        file_name: As it was called outside.
        sha256, size_bytes: Of what is stored (of a drawing, the cleaned one).
        renditions: `2560`, `1280`, `320` of pictures and drawings; `poster`, `1280`, `320` of films.
    """

    file_name: str
    sha256: str
    size_bytes: int
    probe: Probe
    renditions: tuple[Rendition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one of many files: taken in or refused."""

    path: Path
    ingested: Ingested | None = None
    refusal: Refusal | None = None


Progress = Callable[[int, int, Path], None]


def ingest(path: Path, vault: Vault, workshop: Workshop) -> Ingested:
    """Take one file in. The same bytes again are not read again.

    Raises:
        Refusal: The file is not taken; nothing of it was stored.
        DiskFull: Nothing half is under a final name; renditions already stored are swept as
            unreferenced.
    """
    name = path.name.encode("utf-8", "replace").decode()
    _require_file(path, name)
    try:
        with vault.stage(path, most_bytes=workshop.limits.largest_bytes) as staged:
            note = f"{staged.sha256}.{workshop.recipe}"
            found = _recall(vault, note)
            if found is None:
                found = _read(staged, vault, workshop)
                vault.note(note, msgspec.msgpack.encode(found))
    except Refusal as refusal:
        raise refusal.named(name) from refusal
    except OSError as error:
        # A copy that does not fit may say so once more when it is closed.
        if is_for_want_of_room(error):
            raise no_room(vault.folder) from error
        raise _unreadable(name, error) from error
    return replace(found, file_name=name)


def ingest_many(
    paths: Iterable[Path],
    vault: Vault,
    workshop: Workshop,
    *,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Outcome, ...]:
    """Take many files in, as many at once as the workshop has readers.

    Args:
        paths: The files.
        vault: Where they go.
        workshop: Who reads them.
        on_progress: Told how many of how many are done, and the last of them; called in the
            caller's thread.
        cancelled: Asked after each file; what has not begun then is left out of the outcomes.

    Returns:
        One outcome for each file that was dealt with, in the order they were given.

    Raises:
        MachineFailed: The vault's disk failed; files not begun are not begun any more.
    """
    wanted = list(paths)
    outcomes: dict[int, Outcome] = {}
    with ThreadPoolExecutor(workshop.readers * _HANDS, thread_name_prefix="ingest") as pool:
        begun = {pool.submit(_outcome, path, vault, workshop): at for at, path in enumerate(wanted)}
        try:
            for done in as_completed(begun):
                at = begun[done]
                outcomes[at] = done.result()
                if on_progress is not None:
                    on_progress(len(outcomes), len(wanted), wanted[at])
                if cancelled():
                    break
        finally:
            pool.shutdown(cancel_futures=True)
        for future, at in begun.items():
            if not future.cancelled():
                outcomes[at] = future.result()
    return tuple(outcomes[at] for at in sorted(outcomes))


def _outcome(path: Path, vault: Vault, workshop: Workshop) -> Outcome:
    try:
        return Outcome(path=path, ingested=ingest(path, vault, workshop))
    except Refusal as refusal:
        return Outcome(path=path, refusal=refusal)


def _recall(vault: Vault, note: str) -> Ingested | None:
    """What the same bytes gave before, if all of it is still in the vault."""
    data = vault.noted(note)
    if data is None:
        return None
    try:
        found = msgspec.msgpack.decode(data, type=Ingested)
    except msgspec.MsgspecError:  # power was cut while it was written
        return None
    stored = (found.sha256, *(one.sha256 for one in found.renditions))
    return found if all(map(vault.claim, stored)) else None


def _read(staged: Staged, vault: Vault, workshop: Workshop) -> Ingested:
    examination = workshop.examine(staged.path)
    renditions = tuple(
        Rendition(
            name=drawn.name, sha256=vault.put(drawn.data), width=drawn.width, height=drawn.height
        )
        for drawn in examination.renditions
    )
    if examination.cleaned is None:
        sha256, size_bytes = vault.keep(staged), staged.size_bytes
    else:
        sha256, size_bytes = vault.put(examination.cleaned), len(examination.cleaned)
    return Ingested(
        file_name="",
        sha256=sha256,
        size_bytes=size_bytes,
        probe=examination.probe,
        renditions=renditions,
    )


def _require_file(path: Path, name: str) -> None:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Refusal(Reason.MISSING, name) from error
    except ValueError as error:  # a NUL in the path
        raise Refusal(Reason.MISSING, name) from error
    except OSError as error:
        raise _unreadable(name, error) from error
    # A pipe or device would be read for ever.
    if not stat.S_ISREG(found.st_mode):
        raise Refusal(Reason.NOT_A_FILE, name)
    if found.st_size == 0:
        raise Refusal(Reason.EMPTY, name)


def _unreadable(name: str, error: OSError) -> Refusal:
    if error.errno in _TOO_LONG or getattr(error, "winerror", None) in _TOO_LONG_ON_WINDOWS:
        return Refusal(Reason.NAME_TOO_LONG, name[:80])
    return Refusal(Reason.UNREADABLE, name, error.strerror or str(error))
