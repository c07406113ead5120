"""Backups of a whole library with its media, and bringing one back onto an empty home.

A backup folder holds `library.db` and `vault/`. Media are content-addressed, so a second
backup to the same place copies only what is new, and every file is checked against its name.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Media
from hall_app.errors import LibraryUnusable, NotFound
from hall_app.media.vault import Vault
from hall_app.store.store import Store

Progress = Callable[[int, int], None]

LIBRARY = "library.db"
VAULT = "vault"


def back_up(store: Store, vault: Vault, to: Path, *, on_progress: Progress | None = None) -> Path:
    """Copy the library and every medium it names into a folder, and check the copy.

    Raises:
        LibraryUnusable: A medium is missing or damaged, by name.
        DiskFull, MachineFailed: As said.
    """
    store.backup(to / LIBRARY)
    _copy(_hashes(store), vault, Vault(to / VAULT), on_progress)
    return to


def restore(
    source: Path,
    library: Path,
    vault: Path,
    open_store: Callable[..., Store],
    *,
    on_progress: Progress | None = None,
) -> None:
    """Bring a backup back: media first, the library under its name last.

    Args:
        source: The folder of the backup; nothing in it is touched.
        library: The name the library gets.
        vault: Where the media go.
        open_store: Called with a path and `read_only`.
        on_progress: Called with media done and media in all.

    Raises:
        NotFound: The folder holds no backup.
        LibraryUnusable: The backup is damaged.
    """
    if not (source / LIBRARY).is_file():
        raise NotFound(f"{source} holds no backup.", "Name the folder that “hall backup” wrote.")
    with open_store(source / LIBRARY, read_only=True) as kept:
        if faults := kept.check():
            raise LibraryUnusable(
                f"The backup {source} is damaged: {faults[0]}.", "Use an older one."
            )
        _copy(_hashes(kept), Vault(source / VAULT), Vault(vault), on_progress)
        kept.backup(library)


def _hashes(store: Store) -> list[str]:
    hashes: dict[str, None] = {}
    for record in store.all(Kind.MEDIA):
        if isinstance(record, Media):
            hashes |= dict.fromkeys(
                (
                    record.sha256,
                    *(rendition.sha256 for rendition in record.renditions),
                    *(track.sha256 for track in record.tracks),
                )
            )
    return list(hashes)


def _copy(hashes: list[str], source: Vault, to: Vault, on_progress: Progress | None) -> None:
    for done, sha256 in enumerate(hashes, start=1):
        if not to.has(sha256):
            _copy_one(sha256, source, to)
        if on_progress:
            on_progress(done, len(hashes))


def _copy_one(sha256: str, source: Vault, to: Vault) -> None:
    file = source.path(sha256)
    if file.is_file():
        with to.stage(file, most_bytes=file.stat().st_size) as staged:
            if staged.sha256 == sha256:
                to.keep(staged)
                return
    raise LibraryUnusable(
        f"The medium {sha256} is missing or damaged.", "Import its file again.", subject=sha256
    )
