"""Backups of a whole hall, and bringing one back onto an empty home.

::

    backup.json     that this folder is a backup, and of which hall
    library.db      the library, copied live and checked
    vault/          the media it names
    trust/ keys/    whose hall it is, and the keys it publishes with, under their passphrase
    settings.toml

Media are content-addressed, so a second backup to the same place copies only what is new, and
every file is checked against its name. The root key is no part of a backup: it is put away.
"""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Media
from hall_app.editing import diary
from hall_app.errors import LibraryUnusable, NotFound, Refused, UsageError
from hall_app.media.vault import Vault
from hall_app.paths import Paths
from hall_app.store import reviews
from hall_app.store.codec import from_document
from hall_app.store.connection import machine_failure
from hall_app.store.store import Store

Progress = Callable[[int, int], None]

_MARK = "backup.json"


def back_up(store: Store, paths: Paths, to: Path, *, on_progress: Progress | None = None) -> Path:
    """Copy the hall of a home into a folder, and check the copy.

    Raises:
        UsageError: The folder is the home itself.
        Refused: The folder holds a library that is no backup of this hall; it is left alone.
        LibraryUnusable: A medium is missing or damaged, by name.
        DiskFull, MachineFailed: As said.
    """
    kept = Paths(to)
    if to.resolve() == paths.home.resolve():
        raise UsageError(
            f"{to} is the hall itself.",
            "Name a second place.",
            subject=str(to),
            code="backup-into-itself",
        )
    _claim(kept, hall_of(store))
    store.backup(kept.library)
    copy_media(media_hashes(store), Vault(paths.vault), Vault(kept.vault), on_progress)
    _copy_beside(paths, kept)
    return to


def restore(
    source: Path,
    paths: Paths,
    open_store: Callable[..., Store],
    *,
    author: str = "",
    on_progress: Progress | None = None,
) -> None:
    """Bring a backup back: media, trust and keys first, the library under its name last.

    Args:
        source: The folder of the backup; nothing in it is touched.
        paths: The home it comes back to.
        open_store: Called with a path and `read_only`.
        author: Who brings it back; stands in the audit log.
        on_progress: Called with media done and media in all.

    Raises:
        NotFound: The folder holds no backup.
        Refused: The home has a library by then; it is left as it is.
        LibraryUnusable: The backup is damaged.
    """
    kept = Paths(source)
    if not kept.library.is_file():
        raise NotFound(
            f"{source} holds no backup.",
            "Name the folder that “hall backup” wrote.",
            code="backup-none",
        )
    with _copied_aside(kept.library, paths) as aside, open_store(aside) as store:
        if faults := store.check():
            raise LibraryUnusable(
                f"The backup {source} is damaged: {faults[0]}.",
                "Use an older one.",
                code="backup-damaged",
            )
        copy_media(media_hashes(store), Vault(kept.vault), Vault(paths.vault), on_progress)
        _copy_beside(kept, paths)
        diary.tell(store, "restored", author=author, subject=str(source.name))
        store.backup(paths.library, replaces=False)


@contextmanager
def _copied_aside(library: Path, paths: Paths) -> Iterator[Path]:
    """A copy of a library that may be brought to this program's format; gone after the block."""
    aside = paths.home / f"library.{secrets.token_hex(4)}.new"
    try:
        paths.home.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(library, aside)
    except OSError as problem:
        raise machine_failure(problem, paths.home) from problem
    try:
        yield aside
    finally:
        for leftover in paths.home.glob(f"{aside.stem}*"):
            leftover.unlink()


@contextmanager
def new_library(paths: Paths, open_store: Callable[..., Store]) -> Iterator[Store]:
    """A home's first library, to be filled in the block; it gets its name when that ends well.

    Raises:
        Refused: There is a library already, or one was made meanwhile; it is left as it is.
    """
    if paths.library.exists():
        raise Refused(
            f"There is a library in {paths.home} already.",
            "Use “hall import” to add to it, or choose another home.",
            subject=str(paths.library),
            code="library-there",
        )
    aside = paths.library.with_name(f"library.{secrets.token_hex(4)}.new")
    try:
        with open_store(aside) as store:
            yield store
            store.backup(paths.library, replaces=False)
    finally:
        for leftover in paths.home.glob(f"{aside.name}*"):
            leftover.unlink()


def hall_of(store: Store) -> str:
    """The id of the hall that a library is of."""
    return next((str(record.id) for record in store.all(Kind.HALL)), "")


def _claim(kept: Paths, hall: str) -> None:
    """Mark a folder as the backup of this hall, unless it is something else."""
    mark = kept.home / _MARK
    try:
        if mark.is_file():
            holds = json.loads(mark.read_bytes()).get("hall", "")
        elif kept.library.exists():
            holds = None
        else:
            holds = hall
            kept.home.mkdir(parents=True, exist_ok=True)
            mark.write_text(json.dumps({"hall": hall}), "utf-8")
    except OSError as problem:
        raise machine_failure(problem, kept.home) from problem
    if holds != hall:
        what = "a library in use" if holds is None else "the backup of another hall"
        raise Refused(
            f"{kept.home} holds {what}; it was left as it is.",
            "Name an empty folder for this backup.",
            subject=str(kept.home),
            code="home-not-empty",
        )


def _copy_beside(source: Paths, to: Paths) -> None:
    """Copy whose hall it is and what it publishes with; small files, each replaced at once."""
    names = [
        *(path for folder in (source.trust, source.keys) for path in sorted(folder.glob("*.*"))),
        source.settings,
    ]
    try:
        for path in filter(Path.is_file, names):
            final = to.home / path.relative_to(source.home)
            final.parent.mkdir(parents=True, exist_ok=True)
            aside = final.with_name(f".{final.name}.part")
            shutil.copyfile(path, aside)
            aside.replace(final)
    except OSError as problem:
        raise machine_failure(problem, to.home) from problem


def media_hashes(store: Store) -> list[str]:
    """The files of the vault that the library's media name: originals, renditions, tracks, and those before.

    The approved revision of a medium, which a release takes, may name others than its draft.
    """
    hashes: dict[str, None] = {}
    approved = store.ask(reviews.approvals).items()
    kept = (
        from_document(document)
        for record_id, document in approved
        if document["kind"] == Kind.MEDIA and store.exists(record_id)
    )
    for record in (*store.all(Kind.MEDIA), *kept):
        if isinstance(record, Media):
            hashes |= dict.fromkeys(
                (
                    record.sha256,
                    *(rendition.sha256 for rendition in record.renditions),
                    *(track.sha256 for track in record.tracks),
                    *(one.sha256 for one in record.earlier),
                    *(drawn.sha256 for one in record.earlier for drawn in one.renditions),
                )
            )
    return list(hashes)


def copy_media(
    hashes: list[str], source: Vault, to: Vault, on_progress: Progress | None = None
) -> None:
    """Copy the files that are not there yet, each checked against its name.

    Raises:
        LibraryUnusable: One is missing or damaged, by name.
    """
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
        f"The medium {sha256} is missing or damaged.",
        "Import its file again.",
        subject=sha256,
        code="backup-medium-missing",
    )
