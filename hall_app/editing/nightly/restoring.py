"""Bringing a backup back onto a home that has no library: whole, or not at all."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hall_app.domain.kinds import Kind
from hall_app.editing import diary, keeping
from hall_app.editing.nightly import snapshot
from hall_app.editing.nightly.place import SUFFIX, Place
from hall_app.errors import LibraryUnusable, NotFound, Refused
from hall_app.media.vault import Vault
from hall_app.paths import Paths
from hall_app.store.connection import spoken
from hall_app.store.store import Store

Progress = Callable[[int, int], None]

_CORNER = ".restoring-"


def backup_at(source: Path) -> Path:
    """The backup that a person means: a file, the newest one of a folder, or a folder that is one.

    Raises:
        NotFound: There is none.
    """
    if source.is_file() and source.suffix == SUFFIX:
        return source
    if source.is_dir():
        if newest := Place(source).newest():
            return newest.path
        if Paths(source).library.is_file():
            return source
    raise NotFound(
        f"{source} holds no backup.",
        f"Choose a “{SUFFIX}” file, or the folder of the backups.",
        subject=str(source),
        code="backup-none",
    )


def needs_passphrase(backup: Path) -> bool:
    """Whether a backup is sealed."""
    return backup.is_file() and snapshot.needs_passphrase(backup)


def bring_back(
    source: Path,
    paths: Paths,
    open_store: Callable[..., Store],
    *,
    passphrase: str = "",
    author: str = "",
    on_progress: Progress | None = None,
) -> None:
    """Bring a backup back; the library gets its name last, and only when all of it was found sound.

    Args:
        source: A backup, or a folder of them; nothing there is touched.
        paths: The home it comes back to.
        open_store: Called with a path.
        passphrase: Opens a sealed one.
        author: Who brings it back; stands in the audit log.
        on_progress: Called with media done and media in all; what it raises ends the work.

    Raises:
        NotFound: There is no backup.
        Refused: The home has a library; it is left as it is.
        NotTrusted: The passphrase does not open the backup.
        PackageRefused, LibraryUnusable: The backup is damaged.
    """
    if paths.library.exists():
        raise Refused(
            f"There is a library in {paths.home} already.",
            "Choose another home; a backup never takes the place of a hall.",
            subject=str(paths.library),
            code="backup-home-taken",
        )
    backup = backup_at(source)
    if backup.is_dir():
        keeping.restore(backup, paths, open_store, author=author, on_progress=on_progress)
        return
    with _corner(paths) as work:
        about = snapshot.take_out(backup, work.home, passphrase=passphrase)
        with open_store(work.library) as store:
            faults = store.check()
            if faults or sum(store.count(kind) for kind in Kind) != about.records:
                raise LibraryUnusable(
                    f"The backup {backup.name} is damaged: {next(iter(faults), 'count')}.",
                    "Use an older one.",
                    subject=backup.name,
                    code="backup-damaged",
                )
            media = Place(backup.parent).vault
            keeping.copy_media(list(about.media), media, Vault(work.vault), on_progress)
            diary.tell(store, "restored", author=author, subject=backup.name)
            _settle(work, paths)
            store.backup(paths.library, replaces=False)


@contextmanager
def _corner(paths: Paths) -> Iterator[Paths]:
    """A folder in the home to bring things into; what a killed program left in one goes first."""
    work = paths.home / f"{_CORNER}{secrets.token_hex(6)}"
    with spoken(work):
        for left in paths.home.glob(f"{_CORNER}*"):
            shutil.rmtree(left, ignore_errors=True)
        work.mkdir(parents=True)
    try:
        yield Paths(work)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _settle(work: Paths, paths: Paths) -> None:
    """Move everything but the library to where it belongs; all of it lies on the same disk."""
    with spoken(paths.home):
        for file in sorted(work.home.rglob("*")):
            name = file.relative_to(work.home)
            if file.is_file() and name.parts[0] in {"vault", "trust", "keys", "settings.toml"}:
                final = paths.home / name
                final.parent.mkdir(parents=True, exist_ok=True)
                file.replace(final)
        if paths.keys.is_dir():
            paths.keys.chmod(0o700)
